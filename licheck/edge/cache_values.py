"""Values of the model <-> plain lists for JSON, checked on the way back: what is not of its type is refused.

What stands in a cache may have been tampered with (caches travel between builds), so nothing is unpickled from it:
a wrong value can only become a wrong report, as a wrong page can, and never code.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]

NAMES: dict[str, type] = {}
"""Types that a module of the model names, but imports for type checking only."""


def plain(value: Any) -> Any:
    """A value as strings, numbers, truth values, None, and lists of them. Raises TypeError for any other."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value) if field.init]
    raise TypeError(f"a cache cannot hold {type(value).__name__}")


@cache
def reader(hint: Any) -> Read:
    """The function that makes a value of this type again; it raises ValueError for what is none.

    Raises TypeError for a type that no cache can hold.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint in (str, int, float, bool):
        return _exactly(hint)
    if hint is date:
        return date.fromisoformat
    if origin in (Union, types.UnionType) and len(inner) == 2 and inner[1] is type(None):
        return _or_none(reader(inner[0]))
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _tuple(reader(inner[0]))
    if origin is tuple:
        return _record(tuple, [reader(each) for each in inner])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        hints = get_type_hints(hint, localns=NAMES)
        names = [field.name for field in fields(hint) if field.init] if is_dataclass(hint) else hint._fields
        return _record(lambda values: hint(*values), [reader(hints[name]) for name in names])
    raise TypeError(f"a cache cannot hold {hint!r}")


def _exactly(cls: type) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not cls:
            raise ValueError
        return value

    return read


def _or_none(inner: Read) -> Read:
    return lambda value: None if value is None else inner(value)


def _tuple(inner: Read) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise ValueError
        return tuple([inner(each) for each in value])

    return read


def _record(make: Callable[[list[Any]], Any], inner: list[Read]) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise ValueError
        return make([each(part) for each, part in zip(inner, value, strict=True)])

    return read
