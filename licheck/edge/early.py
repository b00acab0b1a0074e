"""A worker process that is started before the arguments are read.

To read them takes this process about as long as it takes a worker to import a parser: done side by side,
a check of one page ends a third sooner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from licheck.edge.processes import Process, Processes, processes

_started: list[tuple[Processes, Process]] = []


@contextmanager
def head_start(arguments: Sequence[str]) -> Iterator[None]:
    """Within, `take` gives a process that gets ready for what `licheck check` seems to be asked for.

    What it takes the arguments for decides only what it imports beforehand. It is ended if nobody took it.
    """
    names = [argument for argument in arguments if not argument.startswith("-")]
    if names and not {"-h", "--help"} & {*arguments}:
        _start(names[0])
    try:
        yield
    finally:
        while _started:
            _started.pop()[0].end_all()


def _start(page: str) -> None:
    ways = processes()
    try:
        _started.append((ways, ways.start(page)))
    except OSError:  # it will be tried again, and then told
        return


def take() -> tuple[Processes, list[Process]]:
    """A way to start processes, and those that are started already."""
    if not _started:
        return processes(), []
    ways, process = _started.pop()
    return ways, [process]
