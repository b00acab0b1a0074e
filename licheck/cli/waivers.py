"""List the waivers, with the days that each has left.

Without PATH: all of the configuration here (licheck.yaml), and those in the republications below this folder.
With PATH (pages or folders): those that are for them. docs/configuration.md tells how a waiver is written.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Parser

_AFTER = """\
examples:
  licheck waivers
  licheck waivers content/syndicated --format json

exit codes:
  0  they were listed, also where some ran out (`licheck check` fails for those)
  2  wrong arguments, no configuration, or one with faults
  3  a page could not be read
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck waivers [options] [PATH ...]"
    parser.epilog = _AFTER
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a page, or a folder with republications")
    parser.add_config()
    parser.add_argument(
        "--format", default="terminal", choices=("terminal", "json"), help="how to answer (default: terminal)"
    )


def run(arguments: Namespace) -> int:
    """List them; the exit code."""
    options = app.CheckOptions((), config=arguments.config, no_config=arguments.no_config)
    return app.waivers(tuple(arguments.paths), options, arguments.format)
