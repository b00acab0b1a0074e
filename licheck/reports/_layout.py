"""Lines of a report for people: pieces of text with a tone, wrapped to a width in columns.

Everything is escaped here, when it is laid out, so that no wording can forget to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from licheck.patterns import pattern
from licheck.reports.escape import ascii_only, terminal

_NARROWEST = 30  # columns; below that every line would be one word
_PARTS = pattern(" +|[^ ]+")


class Tone(Enum):
    """What a piece of text is, for those who draw in colour. The words alone say as much."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cant-tell"
    INAPPLICABLE = "inapplicable"
    SNIPPET = "snippet"


class Piece(NamedTuple):
    """Text in one tone. `whole` text is never broken: a position, an address, a snippet."""

    text: str
    tone: Tone = Tone.PLAIN
    whole: bool = False


class Line(NamedTuple):
    """One line, before wrapping. What is wrapped stands `hanging` columns further in than `indent`."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    hanging: int = 2


class _Unit(NamedTuple):
    """Text that stays together: `gap` spaces before it; whether a line may begin with it."""

    text: str
    tone: Tone
    gap: int
    breaks: bool


def lay_out(lines: Iterable[Line], width: int, unicode: bool) -> Iterator[tuple[Piece, ...]]:
    """The lines as they are printed: escaped, wrapped to `width` columns, indented.

    Only text that must stay together (a position, an address, a snippet) can be longer.
    """
    for line in lines:
        yield from _wrap(line, max(width, _NARROWEST), unicode)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if _is_mark(sign) else 2 if _is_wide(sign) else 1 for sign in text)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F") and not _is_mark(sign)


def _wrap(line: Line, width: int, unicode: bool) -> Iterator[tuple[Piece, ...]]:
    pieces = [piece._replace(text=_safe(piece.text, unicode)) for piece in line.pieces]
    if line.indent + sum(columns(piece.text) for piece in pieces) <= width:
        yield (Piece(" " * line.indent), *pieces)
        return
    row: list[_Unit] = []
    margin, used = line.indent, 0
    for word in _words(_units(pieces)):
        size = sum(unit.gap + columns(unit.text) for unit in word)
        if row and margin + used + size > width:
            yield _row(margin, row)
            row, margin = [], line.indent + line.hanging
        used = used + size if row else size - word[0].gap
        row += word
    yield _row(margin, row)


def _row(margin: int, units: list[_Unit]) -> tuple[Piece, ...]:
    units[:1] = [unit._replace(gap=margin) for unit in units[:1]]
    return tuple(
        Piece("".join(" " * unit.gap + unit.text for unit in together), tone)
        for tone, together in groupby(units, lambda unit: unit.tone)
    )


def _safe(text: str, unicode: bool) -> str:
    return terminal(text) if unicode else ascii_only(terminal(text))


def _units(pieces: Iterable[Piece]) -> Iterator[_Unit]:
    gap = 0
    wide = False
    for piece in pieces:
        if piece.whole:
            yield _Unit(piece.text, piece.tone, gap, gap > 0)
            gap, wide = 0, False
            continue
        for part in _PARTS.findall(piece.text):
            if part[0] == " ":
                gap = len(part)
                continue
            for run in _runs(part):
                here = _is_wide(run[0])
                yield _Unit(run, piece.tone, gap, gap > 0 or (here and wide))
                gap, wide = 0, here


def _runs(word: str) -> Iterator[str]:
    """The word in pieces: each wide letter by itself: lines break between any two, but not in addresses."""
    if word.isascii() or "://" in word:
        yield word
        return
    for wide, signs in groupby(word, _is_wide):
        if wide:
            yield from signs
        else:
            yield "".join(signs)


def _words(units: Iterable[_Unit]) -> Iterator[list[_Unit]]:
    word: list[_Unit] = []
    for unit in units:
        if unit.breaks and word:
            yield word
            word = []
        word.append(unit)
    if word:
        yield word
