"""Paragraphs with a few words changed, where they are expected: beside those that are equal to the letter.

Most edits are small, and most paragraphs stand where they stood. Comparing their ends, letter by letter, costs next
to nothing beside cutting all lines of a page into words; what is not found here is looked for everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from licheck.model.alignment import Pair
from licheck.text import words_of

_NEAR = 3  # blocks after (or before) a paragraph's neighbour among which it is looked for
_LEAST = 0.75  # of the characters of the longer text that both begin or end with
_BOTH = 8  # characters at each end; without them it may be a part of a paragraph that was split
_SHORTEST = 40  # characters of a paragraph that is looked for like this


def near_pairs(page: Sequence[str], original: Mapping[int, str], found: Sequence[Pair]) -> list[Pair]:
    """Pairs of paragraphs that are nearly equal and stand beside pairs that are equal, `found`."""
    often = Counter(pair.original for pair in found)
    anchors = {pair.original: pair.block for pair in found if often[pair.original] == 1}
    taken = {pair.block for pair in found}
    pairs: list[Pair] = []
    for order, step in ((list(original), 1), (list(original)[::-1], -1)):
        at: int | None = None
        for index in order:
            if index in anchors:
                at = anchors[index]
            elif at is not None and index not in often:
                pair = _beside(
                    page, original[index], index, range(at + step, at + step + step * _NEAR, step), taken
                )
                if pair is not None:
                    pairs.append(pair)
                    at = anchors[index] = pair.block
                    taken.add(pair.block)
    return pairs


def _beside(page: Sequence[str], text: str, index: int, blocks: range, taken: set[int]) -> Pair | None:
    if len(text) < _SHORTEST:
        return None
    for block in blocks:
        if 0 <= block < len(page) and block not in taken:
            share = _alike(text, page[block])
            if share:
                return Pair(block, index, share)
    return None


def _alike(one: str, other: str) -> float:
    """The share of the longer text that both begin and end with; 1.0 for the same words, 0.0 for too little."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _LEAST * longer:
        return 0.0
    if one[:_BOTH] != other[:_BOTH] or one[-_BOTH:] != other[-_BOTH:]:
        return 0.0
    start = _same_start(one, other, shorter)
    end = _same_end(one, other, shorter - start)
    share = (start + end) / longer
    if share < _LEAST or min(start, end) < _BOTH:
        return 0.0
    start = one.rfind(" ", 0, start) + 1
    space = one.find(" ", len(one) - end)
    end = len(one) - space if space >= 0 else 0
    if words_of(one[start : len(one) - end]) == words_of(other[start : len(other) - end]):
        return 1.0
    return share


def _same_start(one: str, other: str, most: int) -> int:
    """How many characters two texts both begin with, at most `most`: by halving, for slices are compared in C."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
