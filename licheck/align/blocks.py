"""Which block of a republication carries which block of the original.

Cheap and exact first: equal text, then equal folded text. Only what is left on both sides is compared by
shared runs of words, so the time does not grow with the square of the page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from licheck.model.alignment import Alignment, Pair
from licheck.text import fold

_RUN = 4  # words in a run; four in a row are rarely shared by chance
_FEWEST_RUNS = 2  # shared runs that make two blocks a pair, for one may be a phrase of the trade...
_LEAST_SHARE = 0.25  # ...if they also are this much of the shorter block, for a long one may quote the other
_COMMON = 8  # a run that stands in more of the original's blocks than this says nothing
_SHORT = 12  # characters of a text that is compared as a whole only: "Read more" has no runs to share
_TELLING = 5  # words that a paragraph must have more of to show where on the page the story stands
_LONGEST = (
    20_000  # words of one block that are compared, to bound the time; a story has rarely more than 5,000
)
_FAR = 40  # blocks between two parts of an article beyond which the smaller part must...
_TINY = 0.15  # ...hold this share of the words, else it is a teaser
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def align(page: Sequence[str], original: Mapping[int, str]) -> Alignment:
    """Align the texts of a page's blocks with the blocks of an original, given as index -> text."""
    sizes = {index: max(1, len(_WORD.findall(text))) for index, text in original.items()}
    if not sizes:
        return Alignment((), 0.0)
    found = _exact(page, original)
    carried, done = {pair.block for pair in found}, {pair.original for pair in found}
    missing = {index: text for index, text in original.items() if index not in done}
    if missing:
        left = [block for block in range(len(page)) if block not in carried]
        found += _folded(page, left, missing)
    pairs = _one_place_each(found, sizes)
    kept = sum(sizes[index] * share for index, share in _shares(pairs).items())
    return Alignment(tuple(pairs), min(1.0, kept / sum(sizes.values())))


def _exact(page: Sequence[str], original: Mapping[int, str]) -> list[Pair]:
    """Pairs of texts that are equal to the letter."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in original.items():
        places[text].append(index)
    return [
        Pair(block, index, 1.0) for block, text in enumerate(page) for index in places.get(text, ())[:_COMMON]
    ]


def _folded(page: Sequence[str], left: Sequence[int], original: Mapping[int, str]) -> list[Pair]:
    """Pairs of what is not equal to the letter: equal when folded, else by shared runs of words."""
    words = {index: words_of(text)[:_LONGEST] for index, text in original.items()}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in words.items():
        same[tuple(own)].append(index)
        for run in set(_runs(own)):
            runs[run].append(index)
    pairs: list[Pair] = []
    for block in left:
        own = words_of(page[block])[:_LONGEST]
        is_short = len(page[block]) < _SHORT
        hits = same.get(tuple(own), ()) if own or (page[block] and is_short) else ()  # a ruler is a ruler
        pairs += [Pair(block, hit, 1.0) for hit in hits[:_COMMON]]
        if not hits and not is_short:
            pairs += _similar(block, own, words, runs)
    return pairs


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of four words; a shorter text is one run."""
    if len(words) < _RUN:
        return [tuple(words)] if words else []
    return list(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _similar(
    block: int,
    own: Sequence[str],
    words: Mapping[int, Sequence[str]],
    runs: Mapping[tuple[str, ...], Sequence[int]],
) -> list[Pair]:
    """Pairs by shared runs: a block may hold parts of several of the original's."""
    shared: Counter[int] = Counter()
    mine = _runs(own)
    for run in set(mine):
        hits = runs.get(run, ())
        if len(hits) <= _COMMON:
            shared.update(hits)
    pairs: list[Pair] = []
    for index, count in shared.most_common(_COMMON):
        longest = max(len(mine), len(_runs(words[index])), 1)
        shortest = max(1, min(len(mine), len(words[index]) - _RUN + 1))
        if count >= _FEWEST_RUNS and count / shortest >= _LEAST_SHARE:
            pairs.append(Pair(block, index, min(1.0, (count + _RUN - 1) / (longest + _RUN - 1))))
    return pairs


def _one_place_each(found: Sequence[Pair], sizes: Mapping[int, int]) -> list[Pair]:
    """The pairs in the order of the page, without repeats (teasers, pull quotes) of a paragraph elsewhere."""
    places: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        places[pair.original].append(pair)
    centre = _centre(places, sizes)
    kept: list[Pair] = []
    for pairs in places.values():
        best = max(pair.share for pair in pairs)
        whole = [pair for pair in pairs if pair.share == best]
        nearest = min(whole, key=lambda pair: (abs(pair.block - centre), pair.block))
        kept.extend(pair for pair in pairs if pair is nearest or (best < 1.0 and pair.share < best))
    return _without_strays(sorted(kept), sizes)


def _centre(places: Mapping[int, Sequence[Pair]], sizes: Mapping[int, int]) -> float:
    """The block around which the story stands, by those of its paragraphs that stand in one place only."""
    once = [pairs[0].block for index, pairs in places.items() if len(pairs) == 1 and sizes[index] > _TELLING]
    anywhere = [pair.block for pairs in places.values() for pair in pairs]
    return median(once or anywhere or [0])


def _without_strays(pairs: list[Pair], sizes: Mapping[int, int]) -> list[Pair]:
    """Cut off a small part of the story that stands far from the rest of it."""
    total = sum(sizes[pair.original] for pair in pairs)
    while len(pairs) > 1:
        gaps = [at for at in range(1, len(pairs)) if pairs[at].block - pairs[at - 1].block > _FAR]
        for at in gaps:
            before = sum(sizes[pair.original] for pair in pairs[:at])
            if before < total * _TINY:
                pairs = pairs[at:]
                break
            if total - before < total * _TINY:
                pairs = pairs[:at]
                break
        else:
            return pairs
        total = sum(sizes[pair.original] for pair in pairs)
    return pairs


def _shares(pairs: Sequence[Pair]) -> dict[int, float]:
    """How much of each block of the original is there, 0-1: the shares of all its pieces added up."""
    shares: dict[int, float] = {}
    for pair in pairs:
        shares[pair.original] = min(1.0, shares.get(pair.original, 0.0) + pair.share)
    return shares
