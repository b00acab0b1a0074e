"""Check republished pages against what their publishers ask for.

Each PAGE is a web page (HTML, or MHTML as a browser saves it), a story in Markdown, text or JSON (of
WordPress, ninjs or JSON-LD), a feed (RSS, Atom) or an export of WordPress; - is standard input. licheck
finds out by itself whose story a page republishes, unless --rules says it. With the original at hand
(--original) it knows the story's text and its author, and has less to guess.
"""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from licheck.app import CheckOptions, check
from licheck.cli._parser import Once, Parser
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck check story.html
  licheck check story.html --original original.html --author "Maren Holt"
  licheck check pages/*.html --format json --output report.json
  curl -s https://example.org/story | licheck check -

exit codes:
  0  nothing failed
  1  a page lacks something that its publisher demands (a `must`)
  2  wrong arguments, or a rule file with faults
  3  a file could not be read, the report could not be written, or nothing was checked
  Where several hold, the highest.
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck check [options] PAGE [PAGE ...]"
    parser.epilog = _AFTER
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="a page to check; - reads standard input")
    add = parser.add_argument
    add("--original", default="", action=Once, metavar="FILE", help="the story as its publisher ran it")
    add(
        "--originals",
        default="",
        action=Once,
        metavar="FOLDER",
        help="find the original of each page in this store (see `licheck originals`)",
    )
    add(
        "--rules",
        default=[],
        action="append",
        metavar="ID|FILE",
        help="check against this rule set only; can be repeated. `licheck rules list` shows the ids",
    )
    add(
        "--author",
        default=[],
        action="append",
        type=_name,
        metavar="NAME",
        help="an author whose name must stand there; can be repeated",
    )
    add(
        "--medium",
        default="online",
        choices=("online", "print", "broadcast"),
        help="where the story runs (default: online)",
    )
    parser.add_read_as()
    add(
        "--format",
        default="terminal",
        metavar="NAME",
        help="how to report: terminal or json (default: terminal)",
    )
    add("--output", default="", action=Once, metavar="FILE", help="write the report to this file")
    add(
        "--color",
        default="auto",
        choices=("auto", "always", "never"),
        help="colour in the report (default: auto, on a terminal only)",
    )
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument(
        "-q", "--quiet", action="store_true", help="no report on the screen: errors only, and the exit code"
    )
    how_much.add_argument(
        "-v", "--verbose", action="store_true", help="everything in full, also of what passed"
    )


def run(arguments: Namespace) -> int:
    """Check the pages; the exit code."""
    if not arguments.pages:
        raise UsageError(
            "no page was named: write `licheck check PAGE`, or `licheck check -` to read standard input"
        )
    return check(
        CheckOptions(
            pages=tuple(arguments.pages),
            original=arguments.original,
            originals=arguments.originals,
            rules=tuple(arguments.rules),
            authors=tuple(arguments.author),
            medium=arguments.medium,
            format=arguments.format,
            output=arguments.output,
            read_as=arguments.read_as,
            colour=arguments.color,
            quiet=arguments.quiet,
            verbose=arguments.verbose,
        )
    )


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise ArgumentTypeError("the name is empty: write it as it should be printed")
    try:
        name.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError("the name is not text in the encoding of this terminal: use UTF-8") from None
    return name
