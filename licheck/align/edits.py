"""Which words of a group differ: equal sentences are locked first, then words are compared in what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from licheck.align.order import heaviest_rising
from licheck.align.side import Side
from licheck.align.tokens import Word

_MOST = 25_000_000  # words times words of a gap; 5,000 against 5,000 take 6 ms
_CHANCE = 2  # equal words between two rewordings that may be equal by chance
_NEW = 0.4  # share of equal words up to which sentences are others, and not reworded...
_FEWEST = 4  # ...if they have so many words
_SWAP = 3  # words that change places


class Span(NamedTuple):
    """old[first:last] of a group's words of the original, and new[start:end] of the page's."""

    first: int
    last: int
    start: int
    end: int


class Words(NamedTuple):
    """The words of a group."""

    old: Sequence[Word]
    new: Sequence[Word]


def differing(old: Side, new: Side, words: Words) -> tuple[list[Span], list[Span]]:
    """The spans that differ, in order, and of those the ones too large to be compared word by word."""
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(word.key, len(numbers)) for word in words.old]
    right = [numbers.setdefault(word.key, len(numbers)) for word in words.new]
    found: list[Span] = []
    large: list[Span] = []
    for whole in _between(_locked(old, new, words, left, right), len(left), len(right)):
        gap = _trimmed(whole, left, right)
        if gap.first == gap.last or gap.start == gap.end:
            if gap.first != gap.last or gap.start != gap.end:
                found.append(gap)
        elif (gap.last - gap.first) * (gap.end - gap.start) > _MOST:
            found.append(gap)
            large.append(gap)
        else:
            spans = [*_opcodes(gap, left, right)]
            found += [whole] if _is_new(whole, spans) else spans
    ends = [0, *(span.last for span in found)]
    slid = [_slid(old, new, words, span, span.first - end) for span, end in zip(found, ends, strict=False)]
    return swapped(words, slid), large


def _locked(
    old: Side, new: Side, words: Words, left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """(place in the original, place on the page, words) of the sentences that both have once, in order."""
    ours, theirs = _sentences(old, words.old, left), _sentences(new, words.new, right)
    ours_count, theirs_count = Counter(key for _, key in ours), Counter(key for _, key in theirs)
    place = {key: at for at, key in ours if ours_count[key] == 1 == theirs_count[key]}
    both = [(place[key], at, len(key)) for at, key in theirs if key in place]
    for index in heaviest_rising([at for at, _, _ in both], [size for _, _, size in both]):
        yield both[index]


def _sentences(side: Side, words: Sequence[Word], ids: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    starts: list[int] = []
    at = 0
    while at < len(words):  # whole blocks
        block = words[at].block
        starts += [at + start for start in sorted(side.starts(block))]
        at += len(side.words(block))
    ends = [*starts[1:], len(words)] if starts else []
    return [(start, tuple(ids[start:end])) for start, end in zip(starts, ends, strict=True)]


def _between(locked: Iterator[tuple[int, int, int]], left: int, right: int) -> Iterator[Span]:
    """What lies before, between and after locked sentences."""
    first = start = 0
    for ours, theirs, size in locked:
        yield Span(first, ours, start, theirs)
        first, start = ours + size, theirs + size
    yield Span(first, left, start, right)


def _trimmed(gap: Span, left: Sequence[int], right: Sequence[int]) -> Span:
    """A gap without the equal words at its ends."""
    first, last, start, end = gap
    while first < last and start < end and left[first] == right[start]:
        first, start = first + 1, start + 1
    while first < last and start < end and left[last - 1] == right[end - 1]:
        last, end = last - 1, end - 1
    return Span(first, last, start, end)


def _is_new(gap: Span, spans: Sequence[Span]) -> bool:
    """Whether sentences have so few words in common with those they stand for that they are others."""
    cut = sum(span.last - span.first for span in spans)
    added = sum(span.end - span.start for span in spans)
    kept = gap.last - gap.first - cut
    return kept <= _NEW * min(kept + cut, kept + added) and min(cut, added) >= _FEWEST


def _opcodes(gap: Span, left: Sequence[int], right: Sequence[int]) -> Iterator[Span]:
    from rapidfuzz.distance import LCSseq

    first, _, start, _ = gap
    codes = LCSseq.opcodes(left[first : gap.last], right[start : gap.end])
    open_span: Span | None = None
    for code in codes:
        if code.tag == "equal":
            if open_span:
                yield open_span
            open_span = None
            continue
        here = Span(
            first + code.src_start, first + code.src_end, start + code.dest_start, start + code.dest_end
        )
        open_span = Span(open_span.first, here.last, open_span.start, here.end) if open_span else here
    if open_span:
        yield open_span


def swapped(words: Words, spans: Sequence[Span]) -> list[Span]:
    """The spans, with a cut and an addition of the same words made one that have few words between them: "Nov. 17"
    became "17 November".
    """
    found: list[Span] = []
    for span in spans:
        if found and _is_swap(words, found[-1], span):
            found[-1] = Span(found[-1].first, span.last, found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _is_swap(words: Words, one: Span, other: Span) -> bool:
    if other.first - one.last > _SWAP or _size(one) > _SWAP:
        return False
    before = [word.key for word in (*words.old[one.first : one.last], *words.new[one.start : one.end])]
    after = [word.key for word in (*words.old[other.first : other.last], *words.new[other.start : other.end])]
    crossed = (one.first == one.last) is not (other.first == other.last)
    return before == after and crossed and (one.first == one.last or one.start == one.end)


def joined(spans: Sequence[Span], apart: Sequence[bool]) -> list[Span]:
    """The spans, those joined that have few equal words between them and are long themselves: what somebody
    wrote anew shares its small words with the original by chance. `apart` spans stand for themselves.
    """
    found: list[Span] = []
    free: list[bool] = []
    for span, alone in zip(spans, apart, strict=True):
        if found and not alone and free[-1] and _by_chance(found[-1], span):
            found[-1] = Span(found[-1].first, span.last, found[-1].start, span.end)
        else:
            found.append(span)
            free.append(not alone)
    return found


def _by_chance(one: Span, other: Span) -> bool:
    """Whether the equal words between two spans say nothing."""
    between = other.first - one.last
    return between <= _CHANCE and between < min(_size(one), _size(other))


def _size(span: Span) -> int:
    return max(span.last - span.first, span.end - span.start)


def _slid(old: Side, new: Side, words: Words, span: Span, most: int) -> Span:
    """A cut or an addition, moved back over `most` equal words to where it begins with a sentence, if it can."""
    if span.first == span.last:
        shift = _shift(new, words.new, span.start, span.end, most)
    elif span.start == span.end:
        shift = _shift(old, words.old, span.first, span.last, most)
    else:
        return span
    return Span(*(place - shift for place in span))


def _shift(side: Side, words: Sequence[Word], start: int, end: int, most: int) -> int:
    """How far words[start:end] can be moved back, each step over an equal word, to begin with a sentence."""
    for shift in range(most + 1):
        if side.begins(words[start - shift]):
            return shift
        if shift == most or words[start - shift - 1].key != words[end - shift - 1].key:
            break
    return 0
