"""`licheck completion`: one parser with all commands, as shtab reads it, and what can stand where.

The script that comes out is plain shell, and starts nothing when it completes.
"""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Mapping
from typing import Any

import shtab

from licheck.edge import rulebook
from licheck.readers import formats as page_formats
from licheck.reports import formats

_FILES = ("FILE", "PAGE", "PATH", "SOURCE")


def script(shell: str, parsers: Mapping[str, ArgumentParser]) -> str:
    """The script for bash, zsh or fish."""
    whole = ArgumentParser("licheck", add_help=False, description="Checks republished stories.")
    whole.add_argument("--help", "-h", action="store_true", help="list the commands")
    whole.add_argument("--version", "-V", action="store_true", help="tell the version")
    commands = whole.add_subparsers(dest="command")
    for name, parser in parsers.items():
        about = (parser.description or "").partition("\n")[0]
        part = commands.add_parser(name, help=about, add_help=False, description=about)
        for action in parser._actions:
            _copy(action, part)
    return str(shtab.complete(whole, shell))


def _copy(action: Action, part: ArgumentParser) -> None:
    """Add an argument like this one; it is never parsed, so that only what can be completed counts."""
    more: dict[str, Any] = {"help": action.help or SUPPRESS}
    value = str(action.metavar or "")
    if not action.option_strings:
        first = value.partition(" ")[0]
        if "|" in first and first.islower():  # `licheck rules list|show ...`: a word of ours, then names
            part.add_argument("word", choices=first.split("|"), **more)
        if first != value or not first.islower():
            _complete(part.add_argument("names", nargs="*", **more), "FILE")
    elif action.nargs == 0:
        part.add_argument(*action.option_strings, dest=action.dest, action="store_true", **more)
    else:
        choices = action.choices or _values(action, value)
        _complete(part.add_argument(*action.option_strings, dest=action.dest, choices=choices, **more), value)


def _values(action: Action, value: str) -> list[str] | None:
    """What an option takes, where that is a list that only licheck knows."""
    if value == "ID|FILE":
        return [rulebook.rule_set_id(path) for path in rulebook.shipped()]
    if value == "NAME[:FILE]" or (value == "NAME" and action.dest == "format"):
        return [*formats()]
    if value == "FORMAT":
        return [format.name for format in page_formats()]
    return None


def _complete(action: Action, value: str) -> None:
    """Have the shell offer files or folders, where that is what is asked for."""
    if value == "FOLDER":
        action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    elif value.startswith(_FILES) and action.choices is None:
        action.complete = shtab.FILE  # type: ignore[attr-defined]
