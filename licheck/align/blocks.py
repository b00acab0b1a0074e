"""Which block of a republication carries which block of the original.

Cheap and exact first: equal text, then equal folded text. Only what is left on both sides is compared by
shared runs of words, so the time does not grow with the square of the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from licheck.align.near import near_pairs
from licheck.model.alignment import Alignment, Pair
from licheck.text import fold, words_of_each

_RUN = 4  # words in a run; four in a row are rarely shared by chance
_SHORT = (
    30  # characters of a line with too few words for a run, which can only be equal to a text of its size
)
_FEWEST_RUNS = 2  # shared runs that make two blocks a pair, for one may be a phrase of the trade...
_LEAST_SHARE = 0.25  # ...if they also are this much of the shorter block, for a long one may quote the other
_COMMON = 8  # a run that stands in more of the original's blocks than this says nothing
_TELLING = 5  # words that a paragraph must have more of to show where on the page the story stands
_LONGEST = (
    20_000  # words of one block that are compared, to bound the time; a story has rarely more than 5,000
)
_LITTLE = 0.3  # of the original's words: with less, paragraphs that were written anew are looked for
_FAR = 40  # blocks between two parts of an article beyond which the smaller part must...
_TINY = 0.15  # ...hold this share of the words, else it is a teaser

_SIGNS = "\u3000"  # the first sign of scripts without spaces
_UNSPACED = 5  # signs of such a script that follow each other, and are no word
_PIECE = 5  # signs of a piece: a run of four pieces is of eight signs, which are about four words

_Run = tuple[str, str, str, str]
_ALL_THEIRS = b"\1" * _RUN  # of the words of a run


def align(page: Sequence[str], original: Mapping[int, str]) -> Alignment:
    """Align the texts of a page's blocks with the blocks of an original, given as index -> text."""
    sizes = {index: max(1, len(text.split())) for index, text in original.items()}
    if not sizes:
        return Alignment((), 0.0)
    found = _exact(page, original)
    found += near_pairs(page, original, found)
    carried, done = {pair.block for pair in found}, {pair.original for pair in found}
    missing = {index: text for index, text in original.items() if index not in done}
    if missing:
        may = _sizes_of_short(missing)
        left = {
            block: text
            for block, text in enumerate(page)
            if block not in carried and (len(text) > _SHORT or len(text) in may or text.count(" ") >= _RUN)
        }
        found += _alike(left, missing)
    pairs = _one_place_each(found, sizes)
    total = sum(sizes.values())
    if (kept := _kept(pairs, sizes)) < _LITTLE * total:
        from licheck.align.reworded import may_be_reworded, reworded  # few pages need it

        if not may_be_reworded(page, original):
            return Alignment(tuple(pairs), min(1.0, kept / total))
        done, carried = {pair.original for pair in pairs}, {pair.block for pair in pairs}
        missing = {index: text for index, text in original.items() if index not in done}
        left = {block: text for block, text in enumerate(page) if block not in carried}
        if more := reworded(left, missing, total):
            pairs = sorted((*pairs, *more))
            kept = _kept(pairs, sizes)
    return Alignment(tuple(pairs), min(1.0, kept / total))


def _kept(pairs: Sequence[Pair], sizes: Mapping[int, int]) -> float:
    """How many of the original's words are there."""
    return sum(sizes[index] * share for index, share in _shares(pairs).items())


def _exact(page: Sequence[str], original: Mapping[int, str]) -> list[Pair]:
    """Pairs of texts that are equal to the letter."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in original.items():
        places[text].append(index)
    blocks: dict[str, list[int]] = defaultdict(list)
    for block, text in enumerate(page):
        if text in places:
            blocks[text].append(block)
    pairs: list[Pair] = []
    for text, here in blocks.items():
        there = places[text]
        if len(here) == len(there):  # what the story repeats, it repeats in order
            pairs += map(Pair, here, there, repeat(1.0))
        else:
            pairs += [Pair(block, index, 1.0) for block in here for index in there[:_COMMON]]
    return pairs


def _sizes_of_short(missing: Mapping[int, str]) -> frozenset[int]:
    """How many characters a line has at most _SHORT of that can be one of these texts, folded or not: the names
    and buttons of a page, which are most of its lines, need not be looked at.
    """
    sizes = {len(text) for text in missing.values()}
    return frozenset(
        size
        for size in range(_SHORT + 1)
        if any(size < 2 * other + 8 and other < 2 * size + 8 for other in sizes)
    )


def _alike(left: Mapping[int, str], missing: Mapping[int, str]) -> list[Pair]:
    """Pairs of what is not equal to the letter: by equal words, else by shared runs of words.

    `left` are blocks of the page, `missing` blocks of the original, both index -> text.
    """
    words = dict(zip(missing, map(_pieces, words_of_each([*missing.values()])), strict=True))
    whole: dict[str, list[int]] = defaultdict(list)
    for index, theirs in words.items():
        whole[" ".join(theirs) or fold(missing[index])].append(index)  # a ruler is a ruler
    owners = _owners({index: _runs(theirs) for index, theirs in words.items()})
    is_theirs = {word for theirs in words.values() for word in theirs}.__contains__
    pairs: list[Pair] = []
    for block, own in zip(left, map(_pieces, words_of_each([*left.values()])), strict=True):
        theirs_too = bytes(map(is_theirs, own))  # of each word, whether it is one of theirs
        hits = whole.get(" ".join(own) or fold(left[block])) if 0 not in theirs_too else None
        if hits:
            pairs += [Pair(block, hit, 1.0) for hit in hits[:_COMMON]]
        elif (
            _ALL_THEIRS in theirs_too and len(shared := owners.keys() & (mine := _runs(own))) >= _FEWEST_RUNS
        ):
            counts = Counter(chain.from_iterable(map(owners.__getitem__, shared)))
            pairs += _similar(block, len(mine), counts, words)
    return pairs


def _pieces(words: list[str]) -> list[str]:
    """The words; where a script puts no space between them, all pieces of five signs that follow each other."""
    if not any(len(word) > _UNSPACED and word[-1] >= _SIGNS for word in words):
        return words
    letters = "".join(words)
    return [letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1)] or words


def _owners(runs: Mapping[int, Sequence[_Run]]) -> dict[_Run, tuple[int, ...]]:
    """Run -> the blocks of the original that have it, without the runs that say nothing because many have them."""
    owners: dict[_Run, tuple[int, ...]] = {}
    for index, own in runs.items():
        owner = (index,)
        again = owners.keys() & own
        shared = {run: owners[run] + owner for run in again}
        owners.update(dict.fromkeys(own, owner))
        owners.update(shared)
    return {run: found for run, found in owners.items() if len(found) <= _COMMON}


def _runs(words: Sequence[str]) -> list[_Run]:
    """All runs of four words."""
    words = words[:_LONGEST]
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def _similar(
    block: int, size: int, shared: Counter[int], words: Mapping[int, Sequence[str]]
) -> Iterator[Pair]:
    """Pairs by shared runs: a block, which has `size` runs, may hold parts of several of the original's."""
    likely = shared.most_common(_COMMON) if len(shared) > _COMMON else sorted(shared.items(), key=_by_count)
    for index, count in likely:
        theirs = max(1, min(len(words[index]), _LONGEST) - _RUN + 1)
        if count >= _FEWEST_RUNS and count / min(size, theirs) >= _LEAST_SHARE:
            yield Pair(block, index, min(1.0, (count + _RUN - 1) / (max(size, theirs) + _RUN - 1)))


def _by_count(pair: tuple[int, int]) -> int:
    return -pair[1]


def _one_place_each(found: Sequence[Pair], sizes: Mapping[int, int]) -> list[Pair]:
    """The pairs in the order of the page, without repeats (teasers, pull quotes) of a paragraph elsewhere."""
    places: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        places[pair.original].append(pair)
    kept = [pairs[0] for pairs in places.values() if len(pairs) == 1]
    several = [pairs for pairs in places.values() if len(pairs) > 1]
    centre = _centre(places, sizes) if several else 0.0
    for pairs in several:
        best = max(pair.share for pair in pairs)
        whole = [pair for pair in pairs if pair.share == best]
        nearest = min(whole, key=lambda pair: (abs(pair.block - centre), pair.block))
        kept.extend(pair for pair in pairs if pair is nearest or (best < 1.0 and pair.share < best))
    return _without_strays(sorted(kept), sizes)


def _centre(places: Mapping[int, Sequence[Pair]], sizes: Mapping[int, int]) -> float:
    """The block around which the story stands, by those of its paragraphs that stand in one place only."""
    once = [pairs[0].block for index, pairs in places.items() if len(pairs) == 1 and sizes[index] > _TELLING]
    anywhere = [pair.block for pairs in places.values() for pair in pairs]
    ordered = sorted(once or anywhere or [0])
    return (
        ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
    ) / 2  # importing a median takes 5 ms


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
