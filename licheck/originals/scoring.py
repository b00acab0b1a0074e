"""Numbers that a page shares with originals -> the originals that its text comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from licheck.originals.fingerprint import SPARSEST, Print, Sums

COMMON = 32  # originals with the same run of words: with more, it is boilerplate, or a phrase of the trade

# So much makes a text come from an original: less is a quotation, a paragraph that a publisher puts under many
# stories, or what two reports of one event share. Asked for more than where somebody named the original
# (`licheck.lens`), for here nothing else speaks for it.
LEAST_SHARE, LEAST_WORDS = 0.25, 50  # of the original's words, and words in common...
HALF, FEW_WORDS = 0.5, 16  # ...or so much of a short one

# The share among 50 numbers or more is within 0.1 of the true one four times in five. Above `SURE` it speaks for
# itself; between, the words themselves are asked; below `MAYBE` nothing is.
SURE, MAYBE, MAYBE_WORDS = 0.34, 0.12, 12
_FEWEST = 3  # numbers in common: two can be chance

_SAME = 0.8  # of what it shares with the page: an original that shares so much with a better one is its twin
_LOOKED_AT = 50  # originals with the most numbers in common that are weighed


class Size(NamedTuple):
    """How many numbers were kept of an original, how many of them are sparse, and that one in `density` was."""

    kept: int
    sparse: int
    density: int


class Hit(NamedTuple):
    """An original that a page's text comes from. `words` are about as many as they have in common, `share` is
    about how much of the original's story that is (0-1). `twins` are originals with the same text.
    """

    number: int
    words: int
    share: float
    twins: tuple[int, ...] = ()


def hits(found: Mapping[int, set[int]], sizes: Mapping[int, Size], *, sparse: bool) -> list[Hit]:
    """The originals that a page's text comes from, those with most of it first; the newest of equal ones.

    `found` tells for each original the numbers that it shares with the page; `sparse`: only sparse numbers were
    looked up. Text that one original explains counts for no other one, unless they are twins.
    """
    weighed = {number: shared for number, shared in _likeliest(found) if number in sizes}
    left = {
        number: hit
        for number, shared in weighed.items()
        if _is_enough(hit := _hit(number, len(shared), sizes[number], sparse), len(shared))
    }
    told: list[Hit] = []
    explained: set[int] = set()
    while left:
        best = max(left, key=lambda number: (left[number].words, left[number].share, number))
        explained |= weighed[best]
        told.append(left.pop(best)._replace(twins=tuple(_twins(best, left, weighed))))
        again = {number: len(weighed[number] - explained) for number in left if number not in told[-1].twins}
        left = {
            number: hit
            for number, count in again.items()
            if _is_enough(hit := _hit(number, count, sizes[number], sparse), count)
        }
    return told


def _likeliest(found: Mapping[int, set[int]]) -> list[tuple[int, set[int]]]:
    enough = [(number, shared) for number, shared in found.items() if len(shared) >= _FEWEST]
    return sorted(enough, key=lambda each: (-len(each[1]), -each[0]))[:_LOOKED_AT]


def _hit(number: int, count: int, size: Size, sparse: bool) -> Hit:
    whole, density = (size.sparse, SPARSEST) if sparse else (size.kept, size.density)
    return Hit(number, count * density, min(1.0, count / max(whole, 1)))


def _is_enough(hit: Hit, count: int) -> bool:
    return count >= _FEWEST and hit.share >= MAYBE and hit.words >= MAYBE_WORDS


def closer_look(hit: Hit, original: Print, page: Sums) -> Hit:
    """The hit, with how much of the original is there told by all numbers that were kept of it."""
    there = len({*original.sums}.intersection(page.chosen(original.fine)))
    return hit._replace(words=there * original.fine, share=there / max(len(original.sums), 1))


def is_enough(hit: Hit) -> bool:
    """Whether a text comes from an original, going by a closer look at how much of it is there."""
    much = hit.share >= LEAST_SHARE and hit.words >= LEAST_WORDS
    return much or (hit.share >= HALF and hit.words >= FEW_WORDS)


def _twins(best: int, left: Iterable[int], weighed: Mapping[int, set[int]]) -> list[int]:
    """The originals whose shared text is the best one's too, newest first."""
    alike = [
        number
        for number in left
        if len(weighed[number] & weighed[best]) >= _SAME * len(weighed[best])
        and len(weighed[number] & weighed[best]) >= _SAME * len(weighed[number])
    ]
    return sorted(alike, reverse=True)
