"""Keep the originals of your stories, and find which of them a page's text comes from.

licheck originals add FILE|FOLDER ...      keep what stands in these files: pages, feeds, exports
licheck originals find PAGE ...            which originals the text of a page comes from
licheck originals list                     all that are kept
licheck originals show NUMBER|FILE|URL ... what is known of some of them
licheck originals remove NUMBER|FILE|URL ...

With a store of originals, `licheck check` finds the original of a page by itself. A feed or an export with
several stories is several originals; what was kept already is not kept twice.

The store is a folder: the one that --store names, else the one in LICHECK_ORIGINALS, else .licheck/originals
in this folder or the nearest one above it that has one. The first `add` makes it.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Once, Parser
from licheck.errors import UsageError

_USAGE = "write `licheck originals add FILE`, or find, list, show, remove"
_AFTER = """\
examples:
  licheck originals add stories/
  licheck originals add feed.xml --store newsroom-originals
  licheck originals find page.html --format json
  licheck originals remove 12

exit codes:
  0  done
  2  wrong arguments, no store, or a name that stands for no original
  3  a file could not be read, or the store could not be read or written
  Where several hold, the highest. What was added before an error stays.
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck originals add|find|list|show|remove [options] [NAME ...]"
    parser.epilog = _AFTER
    parser.add_argument(
        "words", nargs="*", metavar="add|find|list|show|remove NAME ...", help="what to do, and with what"
    )
    parser.add_argument("--store", default="", action=Once, metavar="FOLDER", help="the folder of the store")
    parser.add_read_as("files")
    parser.add_argument(
        "--format", default="terminal", choices=("terminal", "json"), help="how to answer (default: terminal)"
    )


def run(arguments: Namespace) -> int:
    """Do it; the exit code."""
    what, *names = arguments.words or [""]
    if what == "list":
        if names:
            raise UsageError(
                f"`licheck originals list` takes no names: `licheck originals show {names[0]}` does"
            )
    elif what not in ("add", "find", "show", "remove"):
        raise UsageError(f"there is no `licheck originals {what}`: {_USAGE}" if what else _USAGE)
    elif not names:
        thing = "page" if what == "find" else "original"
        raise UsageError(f"name at least one {thing} to {what}: `licheck originals {what} {thing.upper()}`")
    return app.originals(what, tuple(names), arguments.store, arguments.read_as, arguments.format)
