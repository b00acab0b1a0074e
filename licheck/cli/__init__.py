"""The command line: arguments -> options -> `licheck.app` -> exit code.

A subcommand is a module of this package with `add_options(parser)` and `run(arguments) -> int`; the first
line of its docstring is what `licheck --help` says about it. Modules that begin with `_` are helpers.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from licheck import __version__
from licheck.edge import streams

_OBJECTS = (
    20_000  # more than Python's 700: a run of a few pages makes that many, and keeps nearly all of them
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run licheck with these arguments (None: those of the process) and return its exit code."""
    if argv is None:
        gc.set_threshold(_OBJECTS)
    arguments = list(sys.argv[1:] if argv is None else argv)
    streams.open_missing()
    try:
        if arguments in (
            ["--version"],
            ["-V"],
        ):  # asked in every build: at once, with nothing imported for it
            streams.write(f"licheck {__version__}\n")
            return 0
        return _run(arguments, for_good=argv is None)
    except streams.HungUp:
        return streams.HungUp.exit_code
    except Exception as error:  # noqa: BLE001 - the very edge: a person gets a sentence, whatever happened
        return _tell(error)


def _run(arguments: list[str], for_good: bool) -> int:
    from licheck.edge.early import head_start
    from licheck.edge.stop import Stopped, signals

    try:
        with signals(restore=not for_good), head_start(arguments[1:] if arguments[:1] == ["check"] else []):
            from licheck.cli._commands import dispatch

            return dispatch(arguments)
    except Stopped as stopped:
        streams.say(f"licheck: {stopped}")
        return stopped.exit_code


def _tell(error: Exception) -> int:
    """Say what went wrong. Returns the exit code."""
    try:
        from licheck.edge.faults import own_fault
        from licheck.errors import LicheckError

        if isinstance(error, LicheckError):
            streams.say(f"licheck: {error}")
            return error.exit_code
        message, trace = own_fault(error)
        streams.say(*trace.splitlines(), f"licheck: {message}")
    except Exception:  # noqa: BLE001 - nothing can be opened or imported any more
        streams.tell_plainly(f"licheck: the system gives too little to run in ({type(error).__name__})\n")
    return 3
