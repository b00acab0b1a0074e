"""JSON with the place of every value in the file, read no deeper than it is asked.

Python's own parser (in C) says where a value ends; what is not asked for is skipped with it. Numbers stay
text: how many digits they have does not matter.
"""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.patterns import pattern
from licheck.readers.embedded.traced import Traced, copied, joined

_SPACE = pattern(r"[ \t\n\r]*")
# Runs of escapes of one kind, so that every character of a run is written with as many characters.
_HALF, _REST = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_PIECE = pattern(
    rf"[^\\]+|(?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{{4}})+|(?:{_HALF}{_REST})+|{_HALF}|{_REST}|(?:\\[^u])+",
    re.S,
)
_SIGNS = {r"\b": "\b", r"\f": "\f", r"\n": "\n", r"\r": "\r", r"\t": "\t"}
_SKIP = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
_MOST = 10_000  # values of a list: stories in a file, authors of a story


class Value(NamedTuple):
    """A value: source[start:end]. Asked for what it is not, it answers with nothing."""

    source: str
    start: int
    end: int

    def members(self) -> dict[str, Value]:
        """What an object holds, by name; of two with one name the last. Raises FormatError."""
        if not self._is("{"):
            return {}
        source = self.source
        found: dict[str, Value] = {}
        at = _space(source, self.start + 1)
        for _ in range(_MOST):
            if source[at] == "}":
                return found
            end = _end(source, at)
            start = _space(source, _space(source, end) + 1)  # behind the colon
            key, value = str(Value(source, at, end)), Value(source, start, _end(source, start))
            found[key] = value
            at = _next(source, value.end)
        raise FormatError(f"holds an object of {_MOST:,} members or more: no story has so many")

    def get(self, *names: str) -> Value:
        """The value that these names lead to, one inside the other."""
        found = self
        for name in names:
            found = found.members().get(name, Value(self.source, self.start, self.start))
        return found

    def elements(self) -> list[Value]:
        """What a list holds, at most its first 10,000; of any other value, that value alone."""
        if not self._is("["):
            return [self] if self.end > self.start else []
        source = self.source
        found: list[Value] = []
        at = _space(source, self.start + 1)
        while source[at] != "]" and len(found) < _MOST:
            found.append(Value(source, at, _end(source, at)))
            at = _next(source, found[-1].end)
        return found

    def text(self) -> Traced | None:
        """What a string says, with the way back; None for what is no string, or says nothing."""
        if not self._is('"'):
            return None
        said = unescaped(self.source, self.start + 1, self.end - 1)
        return said if said.text and not said.text.isspace() else None

    def __str__(self) -> str:
        """What a string says; a number as it is written; "" for all else."""
        if self._is('"'):
            return unescaped(self.source, self.start + 1, self.end - 1).text
        written = self.source[self.start : self.end]
        return "" if written[:1] in ("", "{", "[") or written in ("null", "false", "true") else written

    def is_true(self) -> bool:
        """Whether it is the word `true`."""
        return self.source[self.start : self.end] == "true"

    def is_object(self) -> bool:
        """Whether it is an object."""
        return self._is("{")

    def is_list(self) -> bool:
        """Whether it is a list."""
        return self._is("[")

    def _is(self, sign: str) -> bool:
        return self.end > self.start and self.source[self.start] == sign


class Items(NamedTuple):
    """The values of a file that is a list, or the one value of any other.

    `trouble` is empty, or says (as the end of a sentence about the file) why not all of it was read.
    """

    values: tuple[Value, ...]
    trouble: str = ""


def items(source: str) -> Items:
    """The values in a file. Raises FormatError where not one of them is whole, or they are too many."""
    start = _space(source, 0)
    if source[start : start + 1] != "[":
        try:
            end = _end(source, start)
        except json.JSONDecodeError as error:
            raise FormatError(_trouble(source, error)) from None
        return Items((Value(source, start, end),), _rest(source, end))
    found = _list(source, start + 1)
    if not found.values:
        raise FormatError(found.trouble or "is an empty list: there is no story in it")
    return found


def _list(source: str, at: int) -> Items:
    """The values of a list whose first one, if any, stands behind an offset."""
    values: list[Value] = []
    at = _space(source, at)
    sign = source[at : at + 1]
    while sign != "]":
        if len(values) == _MOST:
            raise FormatError(f"is a list of more than {_MOST:,} items: split it into several files")
        try:
            values.append(Value(source, at, _end(source, at)))
            at = _space(source, values[-1].end)
            sign = source[at : at + 1]
            if sign not in (",", "]"):
                raise json.JSONDecodeError("a comma is missing", source, at)
        except json.JSONDecodeError as error:
            return Items(tuple(values), _trouble(source, error))
        if sign == ",":
            at = _space(source, at + 1)
    return Items(tuple(values), _rest(source, at + 1))


def _next(source: str, end: int) -> int:
    """Where the member after the one that ends here begins, or the bracket that ends them all."""
    at = _space(source, end)
    return _space(source, at + 1) if source[at] == "," else at


def _end(source: str, start: int) -> int:
    """Where the value that begins at an offset ends. Raises JSONDecodeError and FormatError."""
    try:
        return _SKIP.raw_decode(source, start)[1]
    except RecursionError:
        raise FormatError("is JSON that is nested too deeply to be read") from None


def _space(source: str, at: int) -> int:
    found = _SPACE.match(source, at)
    return found.end() if found else at


def _rest(source: str, end: int) -> str:
    at = _space(source, end)
    if at == len(source):
        return ""
    return f"goes on in line {_line(source, at)}, where its JSON has ended: what follows was not read"


def _trouble(source: str, error: json.JSONDecodeError) -> str:
    if error.msg.startswith("Unterminated string") or not source[error.pos :].strip():
        return f"is cut off: its JSON ends in the middle, in line {_line(source, len(source))}"
    return f"is no valid JSON from line {_line(source, error.pos)} on ({error.msg[0].lower()}{error.msg[1:]})"


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1


def unescaped(source: str, start: int, end: int) -> Traced:
    """What source[start:end], the inside of a string, says. Halves of characters become U+FFFD."""
    if source.find("\\", start, end) < 0:
        return copied(source, start, end)
    pieces = _PIECE.findall(source, start, end)
    texts = [piece if piece[0] != "\\" else _SIGNS.get(piece) or _said(piece) for piece in pieces]
    return joined(texts, list(accumulate(map(len, pieces), initial=start))[:-1], list(map(len, pieces)))


def _said(piece: str) -> str:
    """What a run of escapes of one kind says."""
    if piece[1] != "u":
        return "".join([_SIGNS.get(f"\\{sign}", sign) for sign in piece[1::2]])
    units = "".join([chr(int(unit, 16)) for unit in piece.split("\\u")[1:]])
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
