"""Text in pieces, as the second reading meets it, and where the links in it come to stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from licheck.model.page import JOINT, BlockKind
from licheck.patterns import pattern
from licheck.text import collapse, runs_into

NEW_LINE = "\u2028"
"""Stands for a `<br>` in a heading: one is a new line of it, two are a new block."""

_WORD = pattern(r"\S+")


class Text:
    """Text that is being read. `offset` is that of the last element that began before its first word.

    Text that is not `seen` begins with its first piece, be it white space: nobody looks for its first word.
    """

    def __init__(self, *, seen: bool = True) -> None:
        self.pieces: list[str] = []
        self.offset = 0
        self._seen = seen

    def add(self, words: str, offset: int, *, joint: bool = False) -> None:
        """One more piece; `joint`: an element began or ended before it."""
        if not self.pieces:
            if self._seen and words.isspace():
                return
            self.offset = offset
        elif joint and runs_into(self.pieces[-1], words):
            self.pieces.append(JOINT)
        self.pieces.append(words)

    def since(self, piece: int) -> str:
        """What was read from a piece on, as a reader sees it."""
        return collapse("".join(self.pieces[piece:])).strip(JOINT)

    def take(self) -> list[str]:
        """All pieces, taken away."""
        pieces, self.pieces = self.pieces, []
        return pieces


def paragraphs(pieces: Sequence[str], kind: BlockKind) -> list[str]:
    """The blocks in a text: where it keeps its line breaks, one is a new line and two are a new block."""
    text = "".join(pieces)
    sign = "\n" if kind is BlockKind.CODE else NEW_LINE
    if sign not in text:
        return [words] if (words := collapse(text)) else []
    found: list[list[str]] = [[]]
    for line in map(collapse, text.split(sign)):
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


class Place(NamedTuple):
    """Where a run of pieces stands: blocks[block].text[start:end], of the blocks that the text became."""

    block: int
    start: int
    end: int


def places(pieces: Sequence[str], runs: Sequence[tuple[int, int]], blocks: Sequence[str]) -> list[Place]:
    """For each run of pieces, pieces[start:end], its place in the `paragraphs` of all pieces."""
    cuts = [0, *accumulate(map(len, pieces))]
    words = [hit.span() for hit in _WORD.finditer("".join(pieces))]
    starts, ends = [start for start, _ in words], [end for _, end in words]
    seen = [
        0,
        *accumulate(end - start + 1 for start, end in words),
    ]  # where each word stands, one space between
    begins = [0, *accumulate(len(block) + 1 for block in blocks)]
    found: list[Place] = []
    for first, last in runs:
        start, end = _inner(pieces, first, last, cuts)
        word, after = bisect_right(ends, start), bisect_left(starts, end)
        if word >= after:
            found.append(Place(-1, 0, 0))
            continue
        at = seen[word] + max(0, start - starts[word])
        stop = seen[after - 1] + min(end, ends[after - 1]) - starts[after - 1]
        block = bisect_right(begins, at) - 1
        found.append(Place(block, at - begins[block], stop - begins[block]))
    return found


def _inner(pieces: Sequence[str], first: int, last: int, cuts: Sequence[int]) -> tuple[int, int]:
    """From where to where pieces[first:last] reach in the whole text, without a joint at their edges."""
    if first < last and pieces[first] == JOINT:
        first += 1
    return cuts[first], cuts[max(first, last)]
