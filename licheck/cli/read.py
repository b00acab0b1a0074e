"""Show what licheck sees on a page: title, authors, affiliations, credits, and what is hidden.

For the question "why did you not find my byline?". No rule set is applied and nothing is judged.
"""

from __future__ import annotations

from argparse import Namespace

from licheck.app import read
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck read story.html
  licheck read pages/*.html --format jsonl > pages.jsonl

a JSON line holds:
  path, format, title, authors (the best answer), visible_authors, metadata_authors, affiliations,
  date, language, site, canonical, body, credits (each with persons, role, affiliations, organisations,
  date, place, text, zone, standing, where, sure, line, column), contradictions (credits: what metadata
  stated, what is seen), encoding, notes

exit codes:
  0  every page was read
  2  wrong arguments
  3  a file could not be read
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck read [options] PAGE [PAGE ...]"
    parser.epilog = _AFTER
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="a page to read; - reads standard input")
    parser.add_argument(
        "--format",
        default="terminal",
        choices=("terminal", "jsonl"),
        help="terminal or jsonl, a JSON object a line (default: terminal)",
    )
    parser.add_read_as()


def run(arguments: Namespace) -> int:
    """Read the pages; the exit code."""
    if not arguments.pages:
        raise UsageError("name at least one page to read, or - for standard input")
    return read(tuple(arguments.pages), arguments.format, arguments.read_as)
