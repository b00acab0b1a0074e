"""The command line: arguments -> options -> `licheck.app` -> exit code.

A subcommand is a module of this package with `add_options(parser)` and `run(arguments) -> int`; the first
line of its docstring is what `licheck --help` says about it. Modules that begin with `_` are helpers.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from licheck import __version__
from licheck.edge import stop, streams
from licheck.edge.faults import own_fault
from licheck.errors import LicheckError


def main(argv: Sequence[str] | None = None) -> int:
    """Run licheck with these arguments (None: those of the process) and return its exit code."""
    streams.open_missing()
    try:
        with stop.signals(restore=argv is not None):
            return _guarded(list(sys.argv[1:] if argv is None else argv))
    except stop.Stopped as stopped:
        streams.say(f"licheck: {stopped}")
        return stopped.exit_code


def _guarded(arguments: list[str]) -> int:
    try:
        if arguments in (["--version"], ["-V"]):  # asked by every build that pins versions: at once
            streams.write(f"licheck {__version__}\n")
            return 0
        from licheck.edge.early import head_start

        with head_start(arguments[1:] if arguments[:1] == ["check"] else []):
            from licheck.cli._commands import dispatch

            return dispatch(arguments)
    except streams.HungUp as error:
        return error.exit_code
    except LicheckError as error:
        streams.say(f"licheck: {error}")
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the very edge: a person gets a sentence, whatever happened
        message, trace = own_fault(error)
        streams.say(*trace.splitlines(), f"licheck: {message}")
        return 3
