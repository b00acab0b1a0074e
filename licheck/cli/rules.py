"""Show, try, check and begin rule sets: what each publisher asks for, in plain words.

licheck rules list                  all rule sets that come with licheck; --kind, --licence, --language and
                                    --publisher show some of them
licheck rules show ID|FILE ...      one or more of them in full, as a checklist
licheck rules explain KIND|ID ...   what a kind of requirement looks for, and what its options mean
licheck rules test [ID|FILE ...]    try examples: as they are, broken in every way, and in other systems' dress
licheck rules lint FILE ...         the faults of a rule file, and what could be better in it
licheck rules new FILE              begin a rule file for a publisher; asks, where there is somebody to ask
licheck rules outdated [ID|FILE ...]  whose source was not read again for --days days
licheck rules schema                the JSON Schema by which editors complete and check rule files

A FILE is a rule file of your own.
"""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from licheck import app
from licheck.cli._parser import Once, Parser
from licheck.errors import UsageError

_USAGE = "write `licheck rules list`, or `licheck rules show ID`"
_WORDS = "list|show|explain|test|lint|new|outdated|schema"
_AFTER = """\
examples:
  licheck rules list --kind logo
  licheck rules show propublica
  licheck rules explain credit_line
  licheck rules test harbour.yaml
  licheck rules new harbour.yaml --name "Harbour News Service" --domain harbour.example --address https://harbour.example/republish

exit codes:
  0  done, and all is well
  1  something came out otherwise than it must (test), could be better (lint), or was not read for long (outdated)
  2  wrong arguments, or a rule file with faults
  3  a file could not be read or written
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = f"licheck rules {_WORDS} [options] [ID|FILE ...]"
    parser.epilog = _AFTER
    parser.add_argument("words", nargs="*", metavar=f"{_WORDS} NAME ...", help="what to do, and with what")
    add = parser.add_argument
    for name, says in (
        ("kind", "list: those that ask for this kind of requirement"),
        ("licence", "list: those under this licence, as CC-BY-ND"),
        ("language", "list: those of publishers in this language, as en"),
        ("publisher", "list: those of publishers whose name holds this"),
    ):
        add(f"--{name}", default="", action=Once, metavar="TEXT", help=says)
    add("--days", default=365, type=_days, metavar="N", help="outdated: so many days are long (default: 365)")
    add("--name", default="", action=Once, metavar="TEXT", help="new: the publisher's name")
    add("--domain", default="", action=Once, metavar="HOST", help="new: its host name, as example.org")
    add("--address", default="", action=Once, metavar="URL", help="new: where it says what it asks for")
    add(
        "--seen",
        default="",
        action=Once,
        choices=("full", "most", "part"),
        help="new: how much of what stands there you have read (default: part)",
    )
    add(
        "--asks",
        default="",
        action=Once,
        metavar="KIND,...",
        help="new: the kinds of requirement, separated by commas (default: byline,credit_line,link_back)",
    )
    add("-v", "--verbose", action="store_true", help="test: also what was doubted, and the rate of each kind")


def run(arguments: Namespace) -> int:
    """Do it; the exit code."""
    what, *names = arguments.words or [""]
    if what in ("list", "schema"):
        if names:
            raise UsageError(f"`licheck rules {what}` takes no names: {_USAGE}")
        return (
            app.rules_schema()
            if what == "schema"
            else app.list_rules(arguments.kind, arguments.licence, arguments.language, arguments.publisher)
        )
    if what == "test":
        return app.test_rules(tuple(names), verbose=arguments.verbose)
    if what == "outdated":
        return app.outdated_rules(tuple(names), arguments.days)
    if what not in ("show", "explain", "lint", "new"):
        raise UsageError(f"there is no `licheck rules {what}`: {_USAGE}" if what else _USAGE)
    if not names:
        thing = {"show": "a rule set", "explain": "a kind or a rule set"}.get(what, "a rule file")
        raise UsageError(f"name {thing} to {'begin' if what == 'new' else what}: {_USAGE}")
    if what == "new":
        return _new(arguments, names)
    return {"show": app.show_rules, "explain": app.explain_rules, "lint": app.lint_rules}[what](tuple(names))


def _new(arguments: Namespace, names: list[str]) -> int:
    if len(names) > 1:
        raise UsageError("name one file: `licheck rules new FILE` begins one rule file")
    asks = tuple(filter(None, (part.strip() for part in arguments.asks.split(","))))
    return app.new_rules(names[0], arguments.name, arguments.domain, arguments.address, asks, arguments.seen)


def _days(text: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise ArgumentTypeError("write a number of days, such as 365")
    return int(text)
