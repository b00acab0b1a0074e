"""Make docs/command-line.md from the commands themselves: `python docs/make_command_line.py`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import licheck.cli
from licheck.cli._parser import Parser
from licheck.edge.files import LIMIT
from licheck.edge.workers import ORDINARY, QUICK, SLOW

PAGE = Path(__file__).resolve().parent / "command-line.md"

_HEAD = """\
# The command line

<!-- Made by docs/make_command_line.py from the commands themselves: change those, and run it again. -->

"""
_OPTION = re.compile(r"--[a-z]+")
_TAIL = f"""\
## Everywhere

- `licheck --help` lists the commands, `licheck COMMAND --help` explains one, `licheck --version` tells
  the version.
- Options and names may stand in any order. Behind `--` everything is a name, also what begins with `-`.
- The report goes to standard output. Errors (a file that could not be read, a rule file with faults) are
  in the report, and stand on standard error too unless the report is on the screen already.
- `--output FILE` appears whole or not at all; the file of an earlier run is replaced when the new report
  is complete.
- Files above {LIMIT // 1_000_000} MB are refused. Reading and judging a page is stopped, and told as an
  error, after {QUICK} seconds; if the file has more than {ORDINARY >> 20} MB, after {SLOW}.

### When a run is ended from outside

| code | what happened |
|---|---|
| 130 | Ctrl-C |
| 143 | the system asked it to end (SIGTERM) |
| 129 | the terminal was closed (SIGHUP) |
| 141 | whoever read the output went away before all of it was written, as `\\| head -1` does |

### Environment variables

| variable | what it does |
|---|---|
| `NO_COLOR` | set and not empty: no colour, unless `--color always` is given |
| `FORCE_COLOR` | set, not empty and not `0`: colour also where the output is no terminal |
| `TERM` | `dumb`: no colour |
| `LICHECK_ORIGINALS` | the folder of the store of originals, where no option names one |
| `LICHECK_CACHE` | the folder in which answers are kept from run to run; set to nothing: nothing is kept (docs/configuration.md) |
| `SOURCE_DATE_EPOCH` | the day of the run, in seconds since 1970 (UTC), for waivers and whatever else asks for a day |
| `LICHECK_DEBUG` | set and not empty: where licheck itself is at fault, the traceback is shown too |
"""


def page() -> str:
    """The whole page."""
    found = [*_commands()]
    listed = "".join(
        f"- [`licheck {name}`](#licheck-{name}): {_manual(module).splitlines()[0]}\n"
        for name, module in found
    )
    return _HEAD + listed + "\n" + "".join(_section(name, module) for name, module in found) + _TAIL


def _commands() -> Iterator[tuple[str, ModuleType]]:
    for module in sorted(iter_modules(licheck.cli.__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            yield module.name, import_module(f"licheck.cli.{module.name}")


def _manual(module: ModuleType) -> str:
    return (module.__doc__ or "").strip()


def _section(name: str, module: ModuleType) -> str:
    parser = Parser(f"licheck {name}", _manual(module))
    module.add_options(parser)
    rows = "".join(map(_row, parser._actions))
    more = f"```text\n{parser.epilog.strip()}\n```\n\n" if parser.epilog else ""
    return (
        f"## `licheck {name}`\n\n```text\n{parser.usage}\n```\n\n{_text(_manual(module))}\n\n"
        f"| option | what it does |\n|---|---|\n{rows}\n{more}"
    )


def _text(manual: str) -> str:
    """A docstring as Markdown: paragraphs as they are, lines set in columns as they stand."""
    told = [
        f"```text\n{paragraph}\n```" if "   " in paragraph else _OPTION.sub(r"`\g<0>`", paragraph)
        for paragraph in manual.split("\n\n")
    ]
    return "\n\n".join(told)


def _row(action: argparse.Action) -> str:
    """One option as a row of the table."""
    choices = f"{{{','.join(action.choices)}}}" if action.choices else ""
    value = action.metavar or choices
    names = [f"`{name} {value}`" if value else f"`{name}`" for name in action.option_strings]
    cells = (", ".join(names) or f"`{value}`", action.help or "")
    return "".join(f"| {cell} " for cell in (text.replace("|", "\\|") for text in cells)) + "|\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
