"""JSON with the place of every value in the file, read no deeper than it is asked.

Python's own parser (in C) says where a value ends; what is not asked for is skipped with it. Numbers stay
text: how many digits they have does not matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.readers.embedded.traced import Traced, Writer, copied

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.S)
_SPACE = re.compile(r"[ \t\n\r]*")
_PIECE = re.compile(r"[^\\]+|(?:\\u[0-9a-fA-F]{4})+|(?:\\[^u])+", re.S)
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SKIP = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
_MOST = 10_000  # values of a list: stories in a file, authors of a story


class Value(NamedTuple):
    """A value: source[start:end]. Asked for what it is not, it answers with nothing."""

    source: str
    start: int
    end: int

    def members(self) -> dict[str, Value]:
        """What an object holds, by name; of two with one name the last."""
        if not self._is("{"):
            return {}
        found = {}
        for at in _steps(self.source, self.start + 1):
            key = _STRING.match(self.source, at)
            if key is None:
                break
            start = _space(self.source, _space(self.source, key.end()) + 1)  # behind the colon
            found[str(Value(self.source, key.start(), key.end()))] = self._at(start)
        return found

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
        steps = zip(range(_MOST), _steps(self.source, self.start + 1), strict=False)
        return [self._at(at) for _, at in steps]

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

    def _is(self, sign: str) -> bool:
        return self.end > self.start and self.source[self.start] == sign

    def _at(self, start: int) -> Value:
        return Value(self.source, start, _end(self.source, start))


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


def _steps(source: str, at: int) -> Iterator[int]:
    """Where the members of an object, or the values of a list, begin; the offset is behind its bracket."""
    at = _space(source, at)
    while source[at : at + 1] not in ("}", "]", ""):
        yield at
        end = _end(source, at)
        at = _space(source, end)
        if source[at] == ":":
            at = _space(source, _end(source, _space(source, at + 1)))
        if source[at] == ",":
            at = _space(source, at + 1)


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
    made = Writer()
    for piece in _PIECE.finditer(source, start, end):
        text, at = piece.group(), piece.start()
        if text[0] != "\\":
            made.write(text, at, 1)
        elif text[1] == "u":
            _units(made, text, at)
        else:
            made.write("".join([_SIGNS.get(sign, sign) for sign in text[1::2]]), at, 2)
    return made.traced()


def _units(made: Writer, text: str, at: int) -> None:
    """A run of `\\u....`, each of six characters; two of them can be one letter."""
    units = "".join([chr(int(text[start : start + 4], 16)) for start in range(2, len(text), 6)])
    letters = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if units == letters:
        made.write(letters, at, 6)
        return
    for letter in letters:
        made.write(letter, at)
        at += 12 if letter > "\uffff" else 6
