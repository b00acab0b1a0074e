"""Values of the model <-> plain lists for JSON, checked on the way back: what is not of its type is refused.

What stands in a cache may have been tampered with (caches travel between builds), so nothing is unpickled from it:
a wrong value can only become a wrong report, as a wrong page can, and never code.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from importlib import import_module
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
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, dict) and all(type(key) is str for key in value):
        return {key: plain(each) for key, each in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return [plain(getattr(value, name)) for name in _names(type(value))]
    if _is_date(type(value)):
        return value.isoformat()
    raise TypeError(f"a cache cannot hold {type(value).__name__}")


@cache
def reader(hint: Any) -> Read:
    """The function that makes a value of this type again; it raises ValueError for what is none.

    Raises TypeError for a type that no cache can hold.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint in (str, int, float, bool):
        return _exactly(hint)
    if _is_date(hint):
        return _day(hint)
    if origin in (Union, types.UnionType) and len(inner) == 2 and inner[1] is type(None):
        return _or_none(reader(inner[0]))
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _tuple(reader(inner[0]))
    if origin is Mapping and inner[0] is str:
        return _mapping(reader(inner[1]))
    if origin is tuple:
        return _record(tuple, [reader(each) for each in inner])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and issubclass(hint, Later):
        return hint.read
    if isinstance(hint, type) and hasattr(
        hint, "__dataclass_fields__" if not issubclass(hint, tuple) else "_fields"
    ):
        hints = get_type_hints(hint, localns=NAMES)
        return _record(lambda values: hint(*values), [reader(hints[name]) for name in _names(hint)])
    raise TypeError(f"a cache cannot hold {hint!r}")


def later(module: str, name: str) -> type:
    """A type that stands for one which is imported when a value of it is read."""
    return type(name, (Later,), {"module": module})


class Later:
    """See `later`."""

    module = ""

    @classmethod
    def read(cls, value: Any) -> Any:
        """The value, of the type that is meant."""
        return reader(getattr(import_module(cls.module), cls.__name__))(value)


def _names(cls: Any) -> tuple[str, ...]:
    """The fields that a value of a dataclass or a named tuple is made from."""
    if issubclass(cls, tuple):
        return tuple(cls._fields)
    from dataclasses import fields  # 8 ms; who has a dataclass has paid for it

    return tuple(field.name for field in fields(cls) if field.init)


def _is_date(hint: Any) -> bool:
    known = sys.modules.get("datetime")  # where it is not imported, nothing is a date
    return known is not None and hint is known.date


def _day(cls: Any) -> Read:
    return lambda value: cls.fromisoformat(value)


def _mapping(inner: Read) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise ValueError
        return {key: inner(each) for key, each in value.items()}

    return read


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
