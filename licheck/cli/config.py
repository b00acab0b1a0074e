"""Show the settings that hold for a page, and where each of them comes from.

licheck config show FILE ...   the values for these pages: from licheck.yaml, an option, or the default

The configuration of a page is the licheck.yaml (or the table [tool.licheck] of a pyproject.toml) nearest to it,
in its folder or above, up to the root of its git repository. docs/configuration.md tells all keys.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Once, Parser
from licheck.errors import UsageError

_USAGE = "write `licheck config show FILE`"
_AFTER = """\
examples:
  licheck config show content/syndicated/story.md
  licheck config show story.html --medium print --format json

exit codes:
  0  the settings were shown
  2  wrong arguments, or a configuration with faults
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck config show [options] FILE ..."
    parser.epilog = _AFTER
    parser.add_argument("words", nargs="*", metavar="show FILE ...", help="what to show")
    parser.add_config()
    parser.add_fail_on()
    add = parser.add_argument
    add("--rules", default=[], action="append", metavar="ID|FILE", help="as with `licheck check`")
    add("--original", default="", action=Once, metavar="FILE", help="as with `licheck check`")
    add("--originals", default="", action=Once, metavar="FOLDER", help="as with `licheck check`")
    add("--profile", default="", action=Once, metavar="NAME", help="as with `licheck check`")
    add("--medium", default="", choices=("online", "print", "broadcast"), help="as with `licheck check`")
    add(
        "--format", default="terminal", choices=("terminal", "json"), help="how to answer (default: terminal)"
    )


def run(arguments: Namespace) -> int:
    """Show them; the exit code."""
    what, *names = arguments.words or [""]
    if what != "show":
        raise UsageError(f"there is no `licheck config {what}`: {_USAGE}" if what else _USAGE)
    if not names:
        raise UsageError(f"name at least one page: {_USAGE}")
    options = app.CheckOptions(
        (),
        rules=tuple(arguments.rules),
        original=arguments.original,
        originals=arguments.originals,
        profile=arguments.profile,
        medium=arguments.medium,
        fail_on=arguments.fail_on,
        config=arguments.config,
        no_config=arguments.no_config,
    )
    return app.show_settings(tuple(names), options, arguments.format)
