"""Make docs/kinds.md from the kinds of requirement themselves: `python docs/make_kinds.py`."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from licheck.edge.rule_files import rule_set
from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement, Where, flat, manual_of
from licheck.model.template import Template
from licheck.requirements import kinds
from licheck.rulesets.shipped import shipped

PAGE = Path(__file__).resolve().parent / "kinds.md"

_HEAD = """\
# Kinds of requirements

<!-- Made by docs/make_kinds.py from the kinds themselves: change those, and run it again. -->

A kind is what licheck can judge. A [rule file](rules.md) says which kinds a publisher asks for, and with
which options. What counts as evidence, and what does not, is in [evidence.md](evidence.md).

"""
_SHARED = """\
## What every kind takes

| option | what it says | value | without it |
|---|---|---|---|
"""
_OWN = "| option | value | without it |\n|---|---|---|\n"
_PLACES = """\
## Places

Several kinds take a place, each those that its table names:

| place | where that is |
|---|---|
"""
_IN_HEAD = """
The head of the document is no place to name: no reader sees it. Only {kinds} look there, and by themselves.
"""
_SHOWN = 4  # rule sets that are named for a kind
_SAYS = re.compile(r"^    (\w+): (.*)$", re.M)
_PLACE_SAYS = re.compile(r'^    \w+ = "(\w+)"  # (.*)$', re.M)
_MANUAL_ENDS = re.compile(r"\n\nOptions: .*\Z", re.S)


def page() -> str:
    """The whole page."""
    found = kinds()
    asked = _asked_by()
    return (
        _HEAD
        + "\n".join(f"- [`{name}`](#{name}): {_title(kind)}" for name, kind in found.items())
        + "\n\n"
        + "\n".join(_section(name, kind, asked[name]) for name, kind in found.items())
        + "\n"
        + _SHARED
        + "".join(_shared())
        + "\n"
        + _PLACES
        + "".join(
            f"| `{place}` | {says} |\n" for place, says in _PLACE_SAYS.findall(inspect.getsource(Where))
        )
        + _IN_HEAD.format(kinds=_listed([name for name, kind in found.items() if kind.in_head]))
    )


def _listed(names: list[str]) -> str:
    linked = [f"[`{name}`](#{name})" for name in names]
    return f"{', '.join(linked[:-1])} and {linked[-1]}"


def _title(kind: type[Requirement]) -> str:
    return manual_of(kind).partition("\n")[0]


def _section(name: str, kind: type[Requirement], asked_by: list[str]) -> str:
    manual = _MANUAL_ENDS.sub("", manual_of(kind))
    options = _MANUAL_ENDS.search(manual_of(kind))
    told = "\n" + options[0].strip() + "\n" if options else ""
    rows = "".join(_row(kind, field, hint) for field, hint in _own(kind))
    return f"## `{name}`\n\n{manual}\n{told}\n{_OWN}{rows}\nAsked for by {_whose(asked_by)}.\n"


def _whose(asked_by: list[str]) -> str:
    if not asked_by:
        return "no rule set that comes with licheck"
    if len(asked_by) <= _SHOWN:
        return ", ".join(asked_by)
    return f"{len(asked_by)} rule sets that come with licheck, such as {', '.join(asked_by[:_SHOWN])}"


def _own(kind: type[Requirement]) -> Iterator[tuple[Field[Any], Any]]:
    """The fields that are the kind's own options, each with its type."""
    hints = get_type_hints(kind)
    shared = {field.name for field in fields(Requirement)}
    yield from ((field, hints[field.name]) for field in fields(kind) if field.name not in shared)


def _row(kind: type[Requirement], field: Field[Any], hint: Any) -> str:
    values = _words_of(kind.places) if hint is Where else _values(hint)
    return f"| `{field.name}` | {values} | {_default(field)} |\n"


def _shared() -> Iterator[str]:
    hints = get_type_hints(Requirement)
    says = dict(_SAYS.findall(Requirement.__doc__ or ""))
    for field in fields(Requirement):
        said = says[field.name].replace("|", "\\|")
        yield f"| `{field.name}` | {said} | {_values(hints[field.name])} | {_default(field)} |\n"


def _values(hint: Any) -> str:
    """What a value of this type looks like in a rule file."""
    words: Mapping[Any, str] = {
        str: "text",
        bool: "`true` or `false`",
        int: "whole number",
        float: "number",
        date: "day such as 2024-05-31",
        Template: "wording",
        Pattern: "pattern",
        Requirement: "requirement, a kind with its options",
    }
    if hint in words:
        return words[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _words_of(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _values(inner[0])
    if origin is tuple:
        return f"list: {_values(inner[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        told = "by language (`en`, `de` ...)" if inner[1] is not str else "by name"
        return f"{told} a {_values(inner[1])}"
    raise TypeError(f"say in docs/make_kinds.py what a {hint!r} looks like in a rule file")


def _words_of(members: Iterable[Enum]) -> str:
    return ", ".join(f"`{member.value}`" for member in members)


def _default(field: Field[Any]) -> str:
    if field.default is MISSING:
        return "must be given" if field.default_factory is MISSING else "none"
    if isinstance(field.default, Enum):
        return f"`{field.default.value}`"
    if isinstance(field.default, tuple) and field.default:
        return ", ".join(f"`{_told(value)}`" for value in field.default)
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    return f"`{field.default}`" if field.default not in ("", (), None) else "none"


def _told(value: Any) -> Any:
    """One of several values, as a rule file writes it."""
    if isinstance(value, Template):
        return value.text
    return value.value if isinstance(value, Enum) else value


def _asked_by() -> dict[str, list[str]]:
    """Kind -> the shipped rule sets that use it, linked."""
    asked: dict[str, list[str]] = {name: [] for name in kinds()}
    for found in map(rule_set, shipped()):
        for kind in dict.fromkeys(one.kind for one in flat(found.requirements)):
            asked[kind].append(f"[{found.id}](../rules/{Path(found.path).name})")
    return asked


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
