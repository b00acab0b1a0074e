"""Regular expressions of our own, compiled when they are first used.

Compiling those of all modules takes five times as long as starting Python, and most runs need few of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn")


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but not compiled yet: a mistake in it raises `re.error` at its first use."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


class _Pattern:
    """Becomes a compiled pattern by its first use; from then on its methods are that one's own."""

    def __init__(self, text: object, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled: Any = re.compile(*self._made_of)
        for method in _METHODS:
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)
