"""Keep a list of the failures that are known, so that only new ones fail.

licheck baseline write [PAGE ...]   note all that fails now; what was noted of other pages stays
licheck baseline prune [PAGE ...]   take out what was mended since, and note nothing new

Without PAGE: all republications below this folder, as licheck.yaml tells them. The baseline is the file
licheck-baseline.json beside the configuration (or the one that its key `baseline` names): commit it. A known
failure is found again when lines move, and shown in every report; it fails no run.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_USAGE = "write `licheck baseline write` or `licheck baseline prune`"
_AFTER = """\
examples:
  licheck baseline write
  licheck baseline prune

exit codes:
  0  the baseline is written
  2  wrong arguments, or a configuration, rule file, waiver or baseline with faults; nothing was written
  3  a page could not be read, or the baseline could not be written
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck baseline write|prune [options] [PAGE ...]"
    parser.epilog = _AFTER
    parser.add_argument("words", nargs="*", metavar="write|prune [PAGE ...]", help="what to do")
    parser.add_argument(
        "--rules",
        default=[],
        action="append",
        metavar="ID|FILE",
        help="check against this rule set only; can be repeated",
    )
    parser.add_fail_on()
    parser.add_config()
    parser.add_argument("--no-cache", action="store_true", help="judge every page anew")


def run(arguments: Namespace) -> int:
    """Do it; the exit code."""
    what, *pages = arguments.words or [""]
    if what not in ("write", "prune"):
        raise UsageError(f"there is no `licheck baseline {what}`: {_USAGE}" if what else _USAGE)
    options = app.CheckOptions(
        tuple(pages),
        rules=tuple(arguments.rules),
        fail_on=arguments.fail_on,
        config=arguments.config,
        no_config=arguments.no_config,
        cache=not arguments.no_cache,
    )
    return app.baseline(options, prune=what == "prune")
