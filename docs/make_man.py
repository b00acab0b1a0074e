"""Make docs/licheck.1, the manual page, from the commands themselves: `python docs/make_man.py`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from licheck import __version__
from licheck.cli._commands import parsers

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import make_command_line  # noqa: E402 - it stands beside this file

PAGE = HERE / "licheck.1"

_ABOUT = """\
licheck reads a republished news story as a reader sees it, lines it up with the original, and says which of its
publisher's conditions are not met: the author's name, the affiliation, the credit line, the link, the logo.
It reads files. Nothing is fetched unless a command is told to.
"""
_CODES = (
    ("0", "nothing failed"),
    ("1", "something failed"),
    ("2", "wrong arguments, or a configuration or rule file with faults"),
    ("3", "licheck could not do its work, or nothing was checked"),
)
_FILES = (
    ("licheck.yaml", "the configuration of the site in whose folder it stands, or above"),
    ("licheck-baseline.json", "the failures that are known"),
    (".licheck/originals", "the store of originals"),
    ("~/.cache/licheck", "the cache"),
)
_VARIABLE = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.M)


def page() -> str:
    """The whole page, as roff with the macros of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made by docs/make_man.py from the commands themselves: change those, and run it again.'
    yield f'.TH LICHECK 1 "" "licheck {__version__}" "User Commands"'
    yield from (".SH NAME", r"licheck \- does a republished story carry what its publisher asks for?")
    yield from (".SH SYNOPSIS", r".B licheck", r"\fICOMMAND\fR [\fIoptions\fR] [\fINAME\fR ...]")
    yield from (".SH DESCRIPTION", *_text(_ABOUT), ".SH COMMANDS")
    for name, parser in parsers().items():
        yield from _command(name, parser)
    yield from (".SH EXIT STATUS", *_pairs(_CODES), r"Where several hold, the highest.")
    yield from (".SH ENVIRONMENT", *_pairs(_variables()), ".SH FILES", *_pairs(_FILES))


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f'.SS "licheck {name}"'
    yield from _example(parser.usage or "")
    for paragraph in (parser.description or "").strip().split("\n\n"):
        yield from (".PP", *(_example(paragraph) if "   " in paragraph else _text(paragraph)))
    yield from _pairs(map(_argument, parser._actions))
    if parser.epilog:
        yield from (".PP", *_example(parser.epilog.strip()))


def _argument(action: argparse.Action) -> tuple[str, str]:
    value = str(action.metavar or (f"{{{','.join(action.choices)}}}" if action.choices else ""))
    names = [f"{name} {value}" if value else name for name in action.option_strings]
    return ", ".join(names) or value, action.help or ""


def _variables() -> list[tuple[str, str]]:
    """Those of the page on the command line, where they are told."""
    return [(name, told.replace("`", "")) for name, told in _VARIABLE.findall(make_command_line._TAIL)]


def _pairs(pairs: object) -> Iterator[str]:
    for name, told in pairs:  # type: ignore[attr-defined]
        yield from (".TP", rf"\fB{_escaped(name)}\fR", *_text(told))
    yield ".PP"


def _example(text: str) -> Iterator[str]:
    """Lines that stay as they are."""
    yield from (".EX", *map(_line, text.splitlines()), ".EE")


def _text(text: str) -> Iterator[str]:
    yield from (_line(line.strip()) for line in text.strip().splitlines())


def _line(text: str) -> str:
    """A line that roff prints and does not heed."""
    escaped = _escaped(text)
    return rf"\&{escaped}" if escaped[:1] in (".", "'") else escaped


def _escaped(text: str) -> str:
    return (
        text.replace("\\", r"\(rs")
        .replace("-", r"\-")
        .replace("`", r"\(ga")
        .replace("~", r"\(ti")
        .replace("^", r"\(ha")
    )


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
