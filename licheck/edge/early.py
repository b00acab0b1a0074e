"""A worker process that is started before the arguments are read.

To read them takes this process about as long as it takes a worker to import a parser: done side by side,
a check of one page ends a third sooner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licheck.edge.processes import Process, Processes

_FLAGS = (
    "--",
    "--no-cache",
    "--no-config",
    "--quiet",
    "--verbose",
)  # the long options that are set to nothing

_started: list[tuple[Processes, Process]] = []


@contextmanager
def head_start(arguments: Sequence[str]) -> Iterator[None]:
    """Within, `take` gives a process that gets ready for what `licheck check` seems to be asked for.

    What it takes the arguments for decides only what it imports beforehand. It is ended if nobody took it.
    """
    name = _first_name(arguments)
    if name and not {"-h", "--help"} & {*arguments}:
        _start(name)
    try:
        yield
    finally:
        while _started:
            _started.pop()[0].end_all()


def _first_name(arguments: Sequence[str]) -> str:
    """The first argument that is no option and, as it seems, not what one is set to; empty where there is none."""
    before = ""
    for argument in arguments:
        if not argument.startswith("-") and (
            not before.startswith("--") or "=" in before or before in _FLAGS
        ):
            return argument
        before = argument
    return ""


def _start(page: str) -> None:
    # Needed on both sides: a fork has what its parent imported.
    import licheck.edge.jobs
    import licheck.edge.rulebook
    import licheck.model.report  # noqa: F401
    from licheck.edge.processes import processes

    ways = processes()
    try:
        _started.append((ways, ways.start(page)))
    except OSError:  # it will be tried again, and then told
        return


def take() -> tuple[Processes | None, list[Process]]:
    """The processes that are started already, and the way in which they were; None where there are none."""
    if not _started:
        return None, []
    ways, process = _started.pop()
    return ways, [process]
