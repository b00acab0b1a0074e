"""The fields of a dataclass, or of a named tuple, as the keys of a file.

The type of a field is its format: `str`, `bool`, `int`, `float`, `date`, an Enum (by value),
`tuple[T, ...]`, `Mapping[str, T]`, another of these classes (a group of keys), `Template`, `Pattern`, and
`T | None`. So a new kind of requirement needs nothing here.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement
from licheck.model.template import Template
from licheck.patterns import pattern
from licheck.rulesets import forms
from licheck.rulesets.nodes import MapNode, Node, RefusedNode
from licheck.rulesets.parsers import (
    BAD,
    Parser,
    T,
    by_language,
    converted,
    listing,
    matching,
    table,
    text,
    words,
)
from licheck.rulesets.reading import Reading
from licheck.rulesets.words import instead, quote

Parsers = Mapping[str, Parser]
"""Parsers for single fields that their type alone does not tell enough about, by the field's name."""

_INT = pattern(r"-?[0-9]{1,9}")
_FLOAT = pattern(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_DATE = pattern(forms.DAY)


def record(
    cls: type[T], special: Parsers = types.MappingProxyType({}), leave_out: tuple[str, ...] = ()
) -> Parser:
    """A parser for a group of keys that are the fields of a class but those left out; it gives an instance."""

    def parse(node: Node, name: str, reading: Reading) -> Any:
        if isinstance(node, RefusedNode):
            return BAD
        if not isinstance(node, MapNode):
            keys = ", ".join(key for key in shape(cls) if key not in leave_out)
            reading.fault(node.offset, f"{quote(name)} must be a group of keys ({keys}), each with its value")
            return BAD
        return build(cls, node, quote(name), reading, special, leave_out)

    return parse


class Field(NamedTuple):
    """A field as a key of a file."""

    parser: Parser
    required: bool


def shape(cls: Any) -> Mapping[str, Field]:
    """The keys that a dataclass or a named tuple takes. Raises TypeError for a field that no file could hold."""
    return _shape(cls)


@cache
def _shape(cls: Any) -> Mapping[str, Field]:
    # RuleSet names Requirement without importing it at run time.
    hints = get_type_hints(cls, localns={"Requirement": Requirement})
    return {name: Field(parser_of(hints[name]), required) for name, required in _fields(cls)}


def _fields(cls: Any) -> Iterator[tuple[str, bool]]:
    """The fields of which an instance is made, and whether each must be given."""
    if not is_dataclass(cls):
        yield from ((name, name not in cls._field_defaults) for name in cls._fields)
        return
    for field in fields(cls):
        if field.init:
            yield field.name, field.default is field.default_factory is MISSING


def build(
    cls: type[T],
    node: MapNode,
    title: str,
    reading: Reading,
    special: Parsers,
    leave_out: tuple[str, ...] = (),
) -> Any:
    """An instance of `cls` from the keys of a node, or BAD; every key that is wrong is reported.

    `title` is what messages call the group of keys.
    """
    keys = {key: field for key, field in shape(cls).items() if key not in leave_out}
    values: dict[str, Any] = {}
    for key, value in node.entries:
        if key.text in keys:
            values[key.text] = special.get(key.text, keys[key.text].parser)(value, key.text, reading)
            continue
        reading.fault(key.offset, f"{quote(key.text)} is no key of {title}: {instead(key.text, keys)}")
        values[key.text] = BAD
    for missing in (key for key, field in keys.items() if field.required and key not in values):
        reading.fault(node.offset, f"{title} lacks the key {quote(missing)}")
        values[missing] = BAD
    if any(value is BAD for value in values.values()):
        return BAD
    return _instance(cls, values, node, title, reading)


def _instance(cls: type[T], values: dict[str, Any], node: MapNode, title: str, reading: Reading) -> Any:
    try:
        return cls(**values)
    except ValueError as error:  # a dataclass may check in __post_init__ how its fields go together
        reading.fault(node.offset, f"{title}: {error}")
        return BAD


_WORDING: Final = (str, tuple[Template, ...])
_TRUTH: Final = {"true": True, "false": False}


@cache
def parser_of(hint: Any) -> Parser:
    """The parser for a field of that type. Raises TypeError for a type that no file could hold."""
    simple: Parser | None = _simple().get(hint)
    if simple:
        return simple
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType) and len(inner) == 2 and inner[1] is type(None):
        return parser_of(inner[0])
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return listing(parser_of(inner[0]))
    if inner == _WORDING:
        return by_language(parser_of(Template))
    if isinstance(origin, type) and issubclass(origin, Mapping) and inner[0] is str:
        return table(parser_of(inner[1]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return words({str(member.value): member for member in hint})
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return record(hint)
    raise TypeError(f"a rule file cannot hold a field of type {hint!r}")


@cache
def _simple() -> Mapping[Any, Parser]:
    return {
        str: text,
        bool: words(_TRUTH),
        int: matching("a whole number such as 24", _INT, int),
        float: matching("a number such as 0.5", _FLOAT, float),
        date: matching("a day such as 2024-05-31", _DATE, date.fromisoformat),
        Template: converted("a text", Template),
        Pattern: _pattern,
    }


def _pattern(node: Node, name: str, reading: Reading) -> Any:
    pattern = converted("a regular expression", Pattern)(node, name, reading)
    if pattern is not BAD:
        reading.patterns.append((node.offset, pattern))
    return pattern
