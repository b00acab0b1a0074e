"""One rule file being read: its text, and what is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Never

from licheck.errors import Fault, RuleSetError
from licheck.patterns import pattern

if TYPE_CHECKING:
    from licheck.model.pattern import Pattern

MAX_BYTES: Final = 1_000_000

# Nobody reads more, and a hostile file of 1 MB can hold half a million.
MAX_FAULTS: Final = 1_000

# What YAML 1.1 calls printable, less the line ends that no editor shows (U+0085, U+2028, U+2029), a byte
# order mark in the middle, and tabs: libyaml and PyYAML's own parser disagree on where one may stand.
_FORBIDDEN = pattern("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def decode(path: str, data: bytes) -> str:
    """The text of a rule file. Raises RuleSetError for more than 1 MB and for what is not UTF-8."""
    if len(data) > MAX_BYTES:
        raise RuleSetError([Fault(path, 1, 1, _too_large(len(data)))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte {error.object[error.start]:#04x} is not UTF-8: save the file as UTF-8"
        raise RuleSetError([Fault(path, line, column, message)]) from None


def forbidden(text: str) -> Iterator[re.Match[str]]:
    """The control and other invisible characters in a text that may stand in no rule file."""
    return iter(()) if text.replace("\n", "").isprintable() else _FORBIDDEN.finditer(text)


def start(path: str, text: str) -> Reading:
    """Begin to read a text. Raises RuleSetError where it is too large or holds control characters."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise RuleSetError([Fault(path, 1, 1, _too_large(len(text.encode("utf-8", "replace"))))])
    reading = Reading(path, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    for found in forbidden(reading.text):
        sign = found.group()
        told = (
            "a tab stands here; use spaces"
            if sign == "\t"
            else f"the invisible character U+{ord(sign):04X} must go"
        )
        reading.fault(found.start(), told)
    reading.raise_if_any()
    return reading


def _too_large(size: int) -> str:
    return f"the rule file has {size:,} bytes; at most {MAX_BYTES:,}"


class Reading:
    """One rule file. `text` has its line ends as `\\n`; offsets are 0-based indexes into it.

    `patterns` are the patterns met so far, each with its offset: they are tried when all has been read.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.patterns: list[tuple[int, Pattern]] = []
        self._found: set[Fault] = set()
        self._starts = _line_starts(text)

    def fault(self, offset: int, message: str) -> None:
        """Note what is wrong at an offset; after the 1,000th, raise RuleSetError with these."""
        if len(self._found) == MAX_FAULTS:
            raise self._error(f"more faults follow; these are the first {MAX_FAULTS:,}")
        line = bisect_right(self._starts, offset)
        self._found.add(Fault(self.path, line, offset - self._starts[line - 1] + 1, message))

    def fail(self, offset: int, message: str) -> Never:
        """Note a fault that reading cannot go on after, and raise all."""
        self.fault(offset, message)
        raise self._error()

    def raise_if_any(self) -> None:
        """Raise RuleSetError with all faults, in the order of the file, if there are any."""
        if self._found:
            raise self._error()

    def _error(self, more: str = "") -> RuleSetError:
        found = sorted(self._found, key=lambda fault: (fault.line, fault.column, fault.message))
        if more:
            found.append(found[-1]._replace(message=more))
        return RuleSetError(found)


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
