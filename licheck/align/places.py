"""Is it the same place, told to other readers? "here" and "in Saltmere", "Portland" and "Portland, Oregon"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from licheck.align.edit import Edit, spaced
from licheck.align.language import Vocabulary
from licheck.align.side import Side
from licheck.align.tokens import Word, tokens

_LONGEST_PLACE = 6  # words of a place with its state
_DATELINE = 8  # words before the dash that opens a story
_FIRST = 2  # blocks of which one begins with the dateline: the first may be a dek
_DASHES = "—–-:"


def is_place(edit: Edit) -> bool:
    """Whether "here" became a place's name, or the state it lies in was added, dropped or written otherwise."""
    if max(len(edit.old), len(edit.new)) > _LONGEST_PLACE:
        return False
    if edit.old and edit.new:
        if _is_same_region(edit):
            return True
        return (_may_be_here(edit.old_side, edit.old) or _may_be_here(edit.new_side, edit.new)) and any(
            _is_here_for_place(edit, old, new) for old, new in edit.all_widened() if old and new
        )
    side, words = (edit.old_side, edit.old) if edit.old else (edit.new_side, edit.new)
    return _is_region_after_place(side, words)


def _is_same_region(edit: Edit) -> bool:
    """Ore. and Oregon."""
    regions = _regions(edit.old_side.language)
    old, new = spaced(edit.old), spaced(edit.new)
    return old in regions and regions[old] == regions.get(new)


def _may_be_here(side: Side, words: Sequence[Word]) -> bool:
    """Quick: whether words may be (a part of) "here" or "in this city"."""
    return _here_words(side.language).issuperset(spaced(words).split(" "))


def _is_here_for_place(edit: Edit, old: Sequence[Word], new: Sequence[Word]) -> bool:
    here = _here(edit.old_side.language)
    if spaced(old) in here:
        return _names_place(edit.new_side, new)
    return spaced(new) in here and _names_place(edit.old_side, old)


def _names_place(side: Side, words: Sequence[Word]) -> bool:
    """Whether words are a place's name, with or without "in" and articles."""
    small = side.language.place | side.language.fillers
    names = [word for word in words if side.is_capital(word)]
    return bool(names) and all(word in names or word.raw in small for word in words)


def _is_region_after_place(side: Side, words: Sequence[Word]) -> bool:
    """Whether words are the state or country that a place lies in: "Portland, Oregon"."""
    before = side.before(words[0])
    if before is None or not side.is_capital(before):
        return False
    small = side.language.place
    bare = words[1:] if words[0].raw in small and len(words) > 1 else words
    if not all(side.is_capital(word) for word in bare if word.raw not in small):
        return False
    if spaced(bare) in _regions(side.language):
        return True
    return _is_set_apart(side, words, before) and _follows_preposition(side, before)


def _is_set_apart(side: Side, words: Sequence[Word], before: Word) -> bool:
    """Whether words stand between commas or in brackets."""
    text = side.text(before.block)
    after = side.after(words[-1])
    behind = text[words[-1].end : after.start if after else len(text)]
    return "," in text[before.end : words[0].start] or (
        "(" in text[before.end : words[0].start] and ")" in behind
    )


def _follows_preposition(side: Side, word: Word) -> bool:
    """Whether the run of capitals that ends with a word comes after "in", "near" and the like."""
    for _ in range(_LONGEST_PLACE):
        before = side.before(word)
        if before is None:
            return False
        if before.raw in side.language.place and not side.is_capital(before):
            return True
        if not side.is_capital(before):
            return False
        word = before
    return False


def is_dateline(edit: Edit) -> bool:
    """Whether a place and an agency before a dash were put before the first paragraph, or taken off."""
    if bool(edit.old) is bool(edit.new):
        return False
    side, words = (edit.old_side, edit.old) if edit.old else (edit.new_side, edit.new)
    if words[0].at or words[0].block not in side.blocks[:_FIRST] or len(words) > _DATELINE:
        return False
    after = side.after(words[-1])
    return (
        after is not None
        and any(dash in side.text(after.block)[words[-1].end : after.start] for dash in _DASHES)
        and all(
            side.is_capital(word) or word.raw[0].isdigit() or word.raw in side.language.place
            for word in words
        )
    )


@cache
def _here(language: Vocabulary) -> frozenset[str]:
    return frozenset(_plain(phrase) for phrase in language.here)


@cache
def _here_words(language: Vocabulary) -> frozenset[str]:
    return frozenset(word for phrase in _here(language) for word in phrase.split(" "))


@cache
def _regions(language: Vocabulary) -> dict[str, str]:
    return {_plain(form): first for form, first in language.regions.items()}


def _plain(phrase: str) -> str:
    return " ".join(token.key for token in tokens(phrase))
