"""Show the rule sets: what each publisher asks for, in plain words.

licheck rules list              all rule sets that come with licheck
licheck rules show ID|FILE ...  one or more of them in full; a FILE is a rule file of your own
"""

from __future__ import annotations

from argparse import Namespace

from licheck.app import list_rules, show_rules
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_USAGE = "write `licheck rules list`, or `licheck rules show ID`"


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck rules list | licheck rules show ID|FILE ..."
    parser.add_argument("words", nargs="*", metavar="list | show ID|FILE ...", help="what to show")


def run(arguments: Namespace) -> int:
    """Show them; the exit code."""
    what, *names = arguments.words or [""]
    if what == "list" and not names:
        return list_rules()
    if what == "show" and names:
        return show_rules(tuple(names))
    raise UsageError(
        f"name a rule set to show: {_USAGE}" if what == "show" else f"this is no request: {_USAGE}"
    )
