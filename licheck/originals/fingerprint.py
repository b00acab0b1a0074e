"""Fingerprints of texts: numbers by which a text is found again in another one.

Five words in a row make a number. Of a long story, the numbers that 16 divides are kept, of shorter ones more: a
text and a copy of it choose the same ones, wherever the copy begins. The numbers are the same on every machine and
in every version; should that have to change, `VERSION` says so.

A word counts by the CRC-32 (ISO 3309, as in zlib) of its letters in UTF-8. The number of five words is the sum of
their CRCs, each times the constant of its place; it tells whether the number is kept. In the index it is
mixed: times an odd constant, modulo 2**64, so that close sums lie far apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

from licheck.patterns import pattern

VERSION = 1

RUN = 5  # words in a row: a run of five is rarely shared by chance, and survives an edit six words on
SPARSEST = 16  # of the numbers of a long story, one in so many is kept
ENOUGH = 50  # numbers that are kept of a story at least, if it has them: half of it then still has 20 intact
SHORTEST = 40  # characters of a block that counts: shorter ones are labels, buttons, names

_PLACES = (
    0x1F3A5B7D,
    0x1C6E9A37,
    0x15D4F0B3,
    0x1B96C2E9,
    0x17A3D58F,
)  # odd and below 2**29: no sum leaves 64 bits
_MIX, _MASK = 0xFF51AFD7ED558CCD, (1 << 64) - 1

_SEPARATED = bytes(
    byte if byte > 127 or chr(byte).isalnum() or byte == ord("_") else ord(" ") for byte in range(256)
)
# First bytes, in UTF-8, of the letters of scripts that put no space between words; other letters share them.
_FIRST_BYTES = frozenset((0xE0, 0xE1, 0xF0, *range(0xE3, 0xEA)))
_COMMON_BYTES = bytes(range(0xE0)) + b"\xe2"
_UNSPACED = pattern(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])"
)


class Print(NamedTuple):
    """The fingerprint of a story: those of its sums that `fine` divides, sorted. Those that `density` divides go
    into the index; the others tell afterwards how much of the story is there.
    """

    sums: Sequence[int]
    density: int

    @property
    def fine(self) -> int:
        """What divides the sums that were kept."""
        return finer(self.density)

    def kept(self, density: int) -> list[int]:
        """Those of the sums that `density` divides, mixed."""
        return [one * _MIX & _MASK for one in self.sums if not one % density]


class Sums(NamedTuple):
    """The sums of all runs of a text, in its order, and their lowest bytes."""

    all: Sequence[int]
    low: bytes = b""

    def chosen(self, density: int, not_by: int = 0) -> Iterator[int]:
        """Those that `density` (a power of two up to 16) divides and `not_by` (0: nothing) does not."""
        return compress(self.all, self.low.translate(_divided(density, not_by)))

    def kept(self, density: int, not_by: int = 0) -> list[int]:
        """As `chosen`, mixed, for the index."""
        marks, numbers, found = self.low.translate(_divided(density, not_by)), self.all, []
        at = marks.find(1)
        while at >= 0:  # few are: faster than to look at each
            found.append(numbers[at] * _MIX & _MASK)
            at = marks.find(1, at + 1)
        return found


@cache
def _divided(density: int, not_by: int) -> bytes:
    """For each byte 1 where `density` divides it and `not_by` (0: nothing) does not, else 0."""
    return bytes(byte % density == 0 and (not not_by or byte % not_by != 0) for byte in range(256))


def words_in(folded: Iterable[str]) -> list[bytes]:
    """The words of folded texts in UTF-8, in order; texts that are too short to count are left out.

    A letter of a script without spaces (Chinese, Thai) is a word.
    """
    text = " ".join([one for one in folded if len(one) >= SHORTEST])
    data = text.encode("utf-8", "replace")
    if not text.isascii() and not _FIRST_BYTES.isdisjoint(data.translate(None, _COMMON_BYTES)):
        data = _UNSPACED.sub(r" \1 ", text).encode("utf-8", "replace")
    return data.translate(_SEPARATED).split()


def sums(words: Sequence[bytes]) -> Sums:
    """The sums of all runs of five words; as many as there are words, less four."""
    count = len(words) - RUN + 1
    if count < 1:
        return Sums(())
    # All at once, as one long number with 64 bits for each word: 10 times as fast as a loop.
    number = int.from_bytes(pack(f"<{len(words)}Q", *map(crc32, words)), "little")
    total = number * _PLACES[0]
    for place in _PLACES[1:]:
        number >>= 64
        total += number * place
    data = total.to_bytes(8 * len(words) + 8, "little")[: 8 * count]
    return Sums(numbers_in(data), data[::8])


def numbers_in(data: bytes) -> Sequence[int]:
    """Numbers of 64 bits from their bytes, little-endian."""
    if sys.byteorder == "little":
        return memoryview(data).cast("Q")
    return unpack(f"<{len(data) // 8}Q", data)


def print_of(words: Sequence[bytes]) -> Print:
    """The fingerprint of a story's words."""
    found = sums(words)
    density = density_for(len(found.all))
    return Print(sorted({*found.chosen(finer(density))}), density)


def density_for(runs: int) -> int:
    """One in how many numbers goes into the index of a story with so many runs: 16, 8, 4, 2 or 1."""
    density = SPARSEST
    while density > 1 and runs < ENOUGH * density:
        density //= 2
    return density


def finer(density: int) -> int:
    """One in how many numbers is kept beside the index, to tell how much of a story is there."""
    return max(1, density // 4)


def share_of(original: Sequence[bytes], page: Iterable[int]) -> float:
    """The share (0-1) of an original's words that stand in runs of five which are among the page's sums."""
    there, count = {*page}, len(original)
    marks = bytearray(count)
    for start, number in enumerate(sums(original).all):
        if number in there:
            marks[start : start + RUN] = b"\1" * RUN
    return sum(marks) / count if count else 0.0
