"""Which subcommand is meant, and what its arguments say."""

from __future__ import annotations

import os
from importlib import import_module
from types import ModuleType

from licheck.cli._parser import Parser
from licheck.edge import streams
from licheck.errors import UsageError

_ABOUT = """\
usage: licheck COMMAND ...

Does a republished story carry what its publisher asks for: the author's name, the credit line, the
link, the logo? Give licheck the page, and it tells what is missing, where it belongs, and what to write there.

to begin with:
  licheck check story.html            check a page; with --original original.html it has less to guess
  licheck rules list                  whose conditions licheck knows; `licheck rules show dcnf` tells one's
  licheck init                        set it up for your site, before each commit and in the pipeline

commands:
{commands}

`licheck COMMAND --help` explains a command, `licheck --version` tells the version.
"""


def dispatch(arguments: list[str]) -> int:
    """Run the subcommand that the first argument names. Returns the exit code. Raises LicheckError."""
    if not arguments:
        streams.say(*_about().splitlines())
        return 2
    name, *rest = arguments
    if name in ("--help", "-h", "help"):
        if not rest:
            streams.write(_about())
            return 0
        name, rest = rest[0], ["--help"]  # `licheck help check`
    if name not in _names():
        raise UsageError(_no_command(name))
    parsed = _parser(name).read(rest)
    return int(_module(name).run(parsed)) if parsed else 0


def parsers() -> dict[str, Parser]:
    """The parser of each command, by its name."""
    return {name: _parser(name) for name in _names()}


def _parser(name: str) -> Parser:
    command = _module(name)
    parser = Parser(f"licheck {name}", command.__doc__ or "")
    command.add_options(parser)
    return parser


def _names() -> list[str]:
    folders = import_module("licheck.cli").__path__
    files = [name for folder in folders for name in os.listdir(folder)]  # noqa: PTH208 - pathlib takes 5 ms, pkgutil 2
    return sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))


def _module(name: str) -> ModuleType:
    return import_module(f"licheck.cli.{name}")


def _about() -> str:
    names = _names()
    width = max(map(len, names)) + 2
    lines = (f"  {name:<{width}}{(_module(name).__doc__ or '').partition(chr(10))[0]}" for name in names)
    return _ABOUT.format(commands="\n".join(lines))


def _no_command(name: str) -> str:
    if name.startswith("-"):
        return f"there is no option {name} here: options stand behind the command (`licheck --help`)"
    within = [
        f"`licheck {command} {name}`" for command, parser in parsers().items() if name in _words(parser)
    ]
    if within:
        return f"there is no command {name}: did you mean {' or '.join(within)}?"
    from difflib import get_close_matches  # 2 ms, and only for words that are no command

    close = get_close_matches(name.lower(), _names(), 1)
    if close:
        return f"there is no command {name}: did you mean `licheck {close[0]}`?"
    if "." in name or "/" in name or "\\" in name:
        return f"there is no command {name}: to check a page, write `licheck check {name}`"
    return f"there is no command {name}: `licheck --help` shows all of them"


def _words(parser: Parser) -> list[str]:
    """What can stand first behind a command, as its usage has it: `licheck rules list|show [options]`."""
    first = (parser.usage or "").split()[2:3]
    return first[0].split("|") if first and "|" in first[0] else []
