"""Show what a republication changed in the story, word by word.

Every change with both places and both texts: quotations, numbers and names altered, passages cut, added, reworded or
moved, the headline, links and pictures. Typography is no change. No rule set judges here: each change says which
permission of a rule set would cover it.
"""

from __future__ import annotations

from argparse import Namespace

from licheck.app import diff
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck diff story.html --original original.html
  licheck diff pages/*.html --original original.html --format jsonl > changes.jsonl

a JSON line holds:
  path, original, kept (share of the original's words that the page has, 0-1), note (why the two cannot be
  compared, else empty), changes (each with kind, permitted_by, note, and original and page, each with text, line,
  column, or null)

exit codes:
  0  every page was compared; there may be changes
  2  wrong arguments
  3  a file could not be read
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck diff [options] PAGE [PAGE ...] --original FILE"
    parser.epilog = _AFTER
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="a page to compare; - reads standard input")
    parser.add_argument("--original", default="", metavar="FILE", help="the story as its publisher ran it")
    parser.add_argument(
        "--format",
        default="terminal",
        choices=("terminal", "jsonl"),
        help="terminal or jsonl, a JSON object a line (default: terminal)",
    )
    parser.add_read_as()


def run(arguments: Namespace) -> int:
    """Compare the pages; the exit code."""
    if not arguments.pages:
        raise UsageError("name at least one page to compare, or - for standard input")
    if not arguments.original:
        raise UsageError("name the original with --original FILE")
    return diff(tuple(arguments.pages), arguments.original, arguments.format, arguments.read_as)
