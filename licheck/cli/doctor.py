"""Tell what is installed, where things are kept, and what would make licheck faster.

Of licheck and Python, the packages it uses and its extras, the rule sets, the configuration of the current folder,
the cache and the store of originals. Nothing is changed, and nothing is sent anywhere: add it to a report of a fault.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Parser

_AFTER = """\
examples:
  licheck doctor
  licheck doctor --format json

exit codes:
  0  nothing is amiss
  1  something is: what it is stands in the answer
  2  wrong arguments
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck doctor [options]"
    parser.epilog = _AFTER
    parser.add_argument(
        "--format", default="terminal", choices=("terminal", "json"), help="how to answer (default: terminal)"
    )


def run(arguments: Namespace) -> int:
    """Tell it; the exit code."""
    return app.doctor(arguments.format)
