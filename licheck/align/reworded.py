"""Paragraphs written anew word for word: of so many words others were put in that no run of words is left.

Two reports of one event share names, figures and a quotation, but not paragraph after paragraph the words in their order:
so it is asked of the document, and only when nearly nothing was found by runs of words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from licheck.align.order import heaviest_rising
from licheck.model.alignment import Pair
from licheck.text import words_of_each

_LONG_WORD, _ASKED = (
    7,
    48,
)  # letters of a word that is not in every story; so many of them are looked for, and...
_THERE = 0.4  # ...so much of them must be there; of another story's there is under 0.3
_LEAST = 8  # words of a paragraph that is compared
_MOST = 600  # words of it that are; and
_MANY = 400  # paragraphs of either side that are, to bound the time
_COMMON = 6  # paragraphs of the original that have a word which still says something
_CANDIDATES = 3  # paragraphs of the original that one of the page is compared with
_HINT = 0.3  # of the telling words of the shorter paragraph that both have, to be compared at all
_ALIKE = 0.6  # of the words of both that both have in the same order; two reports of one event have under 0.4
_PAIRS = 3  # paragraphs at least that are alike...
_SHARE = 0.3  # ...and this much of the original's words in them, in its order


def may_be_reworded(page: Sequence[str], original: Mapping[int, str]) -> bool:
    """Quick: whether so many of the original's long words are on the page that it may be a story written anew."""
    words = dict.fromkeys(
        word
        for text in original.values()
        for word in text[: _MOST * 12].split()
        if len(word) >= _LONG_WORD and word.isalpha()
    )
    asked = [*words][:: len(words) // _ASKED + 1]
    there = "\0".join(page)
    return bool(asked) and sum(word in there for word in asked) >= _THERE * len(asked)


def reworded(page: Mapping[int, str], original: Mapping[int, str], words: int) -> list[Pair]:
    """Pairs of paragraphs that are one text reworded; none unless there are enough of them.

    Both are index -> text of what has no partner yet; `words` is how many the whole original has.
    """
    ours, theirs = _long(original), _long(page)
    tells = _telling(ours)
    found: list[Pair] = []
    for block, text in theirs.items():
        hints = Counter(index for word in set(text) for index in tells.get(word, ()))
        likely = (
            index
            for index, count in hints.most_common(_CANDIDATES)
            if _is_hint(count, text, ours[index], tells)
        )
        best = max(((_alike(text, ours[index]), -index) for index in likely), default=(0.0, 0))
        if best[0]:
            found.append(Pair(block, -best[1], best[0]))
    found = _once(found)
    kept = heaviest_rising([pair.original for pair in found], [len(ours[pair.original]) for pair in found])
    found = [found[at] for at in kept]
    enough = sum(len(ours[pair.original]) for pair in found) >= _SHARE * words
    return found if len(found) >= _PAIRS and enough else []


def _long(texts: Mapping[int, str]) -> dict[int, list[str]]:
    """Index -> words, of the paragraphs that are long enough."""
    long = ((index, text) for index, text in texts.items() if text.count(" ") >= _LEAST - 1)
    taken = dict(islice(long, _MANY))
    cut = words_of_each([text[: _MOST * 12] for text in taken.values()])
    return {index: words[:_MOST] for index, words in zip(taken, cut, strict=True) if len(words) >= _LEAST}


def _telling(ours: Mapping[int, Sequence[str]]) -> dict[str, list[int]]:
    """Word -> the paragraphs that have it, for words that few have."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, words in ours.items():
        for word in set(words):
            found[word].append(index)
    return {word: indexes for word, indexes in found.items() if len(indexes) <= _COMMON}


def _is_hint(
    count: int, text: Sequence[str], other: Sequence[str], tells: Mapping[str, Sequence[int]]
) -> bool:
    telling = sum(word in tells for word in set(other))
    return count >= _HINT * min(telling, len(set(text)))


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    from rapidfuzz.distance import LCSseq

    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(word, len(numbers)) for word in words] for words in (one, other))
    share: float = LCSseq.similarity(left, right) / max(len(left), len(right))
    return share if share >= _ALIKE else 0.0


def _once(pairs: Sequence[Pair]) -> list[Pair]:
    """Each paragraph of the original with the one that is most like it."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        if pair.original not in best or pair.share > best[pair.original].share:
            best[pair.original] = pair
    return sorted(best.values())
