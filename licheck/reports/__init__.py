"""Report -> str. An output format is one module of this package with a `render(report, style)`.

The module's name is the format's name. Modules whose name begins with `_` and modules without a
`render` are helpers. Only the module that is asked for is imported.
"""

# pathlib would cost every run 5 ms of start-up for nothing that os does not do here.
# ruff: noqa: PTH120, PTH123

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from licheck.errors import UsageError
from licheck.model.report import Report
from licheck.patterns import pattern

_RENDER = pattern(rb"^def render\(", re.MULTILINE)


@dataclass(frozen=True)
class Style:
    """What the place can show that a report is printed to.

    `width` is in columns. `colour` allows rich drawing, `unicode` says that characters outside ASCII
    can be printed, `verbose` asks for everything in full.
    """

    width: int = 80
    colour: bool = False
    verbose: bool = False
    unicode: bool = True


@cache
def formats() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    with os.scandir(os.path.dirname(__file__)) as entries:
        found = [entry for entry in entries if entry.name.endswith(".py") and not entry.name.startswith("_")]
    return tuple(sorted(entry.name[:-3] for entry in found if _RENDER.search(_bytes(entry.path))))


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def render(name: str, report: Report, style: Style) -> str:
    """The report in one format, ending with a line end, always encodable as UTF-8.

    Raises UsageError where there is no format of that name.
    """
    if name not in formats():
        raise UsageError(f"There is no output format {name!r}. Choose one of: {', '.join(formats())}.")
    drawer: Callable[[Report, Style], str] = import_module(f"{__name__}.{name}").render
    return drawer(report, style)
