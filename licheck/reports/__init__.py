"""Report -> str. An output format is one module of this package with a `render(report, style)`.

The module's name is the format's name. Modules whose name begins with `_` and modules without a
`render` are helpers. Only the module that is asked for is imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

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


def formats() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    modules = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(module.stem for module in modules if _RENDER.search(module.read_bytes())))


def render(name: str, report: Report, style: Style) -> str:
    """The report in one format, ending with a line end, always encodable as UTF-8.

    Raises UsageError where there is no format of that name.
    """
    if name not in formats():
        raise UsageError(f"There is no output format {name!r}. Choose one of: {', '.join(formats())}.")
    drawer: Callable[[Report, Style], str] = import_module(f"{__name__}.{name}").render
    return drawer(report, style)
