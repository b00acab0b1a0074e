"""What an edit of words is: a quotation, a number, a name altered, or else reworded, cut, added."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from licheck.align.edit import Edit
from licheck.align.side import Side
from licheck.align.tokens import SIGNS, Word
from licheck.model.change import ChangeKind
from licheck.patterns import pattern

_SHORT = (
    6  # words of an edit in which a name or a number is what was changed; in longer ones it is the wording
)
_LONG = 12
_HYPHENS = pattern(r"[\s\u00ad\u200b-\u200d\ufeff]*[-‐‑‒–\u00ad\u200b][\s\u00ad\u200b-\u200d\ufeff]*")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\ufeff")


def is_same_spelling(edit: Edit) -> bool:
    """Whether words differ only by hyphens, or by where a line was broken: "recon- struction"."""
    old, new = edit.old, edit.new
    if not old or not new or "".join(word.key for word in old) != "".join(word.key for word in new):
        return False
    while old and new:
        ours, theirs = _together(old, new)
        if not _are_joined(edit.old_side, old[:ours], edit.new_side, new[:theirs]):
            return False
        if not _are_joined(edit.new_side, new[:theirs], edit.old_side, old[:ours]):
            return False
        old, new = old[ours:], new[theirs:]
    return True


def _together(old: Sequence[Word], new: Sequence[Word]) -> tuple[int, int]:
    """How many words of both, from the beginning, are the same letters. All of them are."""
    ours = theirs = 1
    left, right = len(old[0].key), len(new[0].key)
    while left != right:
        if left < right:
            left, ours = left + len(old[ours].key), ours + 1
        else:
            right, theirs = right + len(new[theirs].key), theirs + 1
    return ours, theirs


def _are_joined(side: Side, words: Sequence[Word], other: Side, others: Sequence[Word]) -> bool:
    """Whether nothing but hyphens stands between words, or the other text marks where they meet."""
    text = side.text(words[0].block)
    if any(one.block != two.block for one, two in pairwise(words)):
        return False
    gaps = (text[one.end : two.start] for one, two in pairwise(words))
    theirs = other.text(others[0].block)[others[0].start : others[-1].end]
    if all(map(_HYPHENS.fullmatch, gaps)) or not _UNSEEN.isdisjoint(theirs):
        return True
    first = words[0]  # a drop cap: "T he"
    return len(words) == 2 and first.at == 0 and first.end - first.start == 1


def kind_of(edit: Edit, quotation: bool, style: bool) -> ChangeKind:
    """The kind of an edit. `quotation`: it is one of words that are quoted; `style`: it is one of time, place or
    house style, and leaves numbers and names what they are.
    """
    if quotation:
        return ChangeKind.QUOTATION
    if not style and _alters_number(edit):
        return ChangeKind.NUMBER
    if not edit.new:
        return ChangeKind.CUT
    if not edit.old:
        return ChangeKind.ADDED
    return ChangeKind.NAME if not style and _alters_name(edit) else ChangeKind.REWORDED


def alters_quotation(edit: Edit) -> bool:
    """Whether quoted words were changed: not where a quotation was left out or put in as a whole."""
    old, new = _quoted(edit.old_side, edit.old), _quoted(edit.new_side, edit.new)
    if old and new:
        return True
    return _is_part(edit.old_side, old, edit.old) or _is_part(edit.new_side, new, edit.new)


def _quoted(side: Side, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if side.quotation(word) is not None]


def _is_part(side: Side, quoted: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether of the quotation of a quoted word others are not among the words of the edit."""
    if not quoted:
        return False
    for word, neighbour in ((words[0], side.before), (words[-1], side.after)):
        span, beside = side.quotation(word), neighbour(word)
        if span is not None and beside is not None and side.quotation(beside) == span:
            return True
    return False


def _alters_number(edit: Edit) -> bool:
    old, new = _numbers(edit.old_side, edit.old), _numbers(edit.new_side, edit.new)
    if sorted(old) == sorted(new):
        return False
    size = max(len(edit.old), len(edit.new))
    if edit.old and edit.new:
        return size <= (_LONG if old and new else _SHORT)
    side, words = (edit.old_side, edit.old) if edit.old else (edit.new_side, edit.new)
    found = old or new
    return len(found) == len(words) and (all(key in SIGNS for key in found) or _is_beside_number(side, words))


def _numbers(side: Side, words: Sequence[Word]) -> list[str]:
    """The keys of all numbers, but for "one", which is an article in most languages."""
    return [word.key for word in words if _is_number(side, word)]


def _is_number(side: Side, word: Word) -> bool:
    if word.raw[0].isdigit() or word.key in SIGNS:
        return True
    if word.key[0].isdigit():
        return word.key != "1"
    return word.raw in side.language.quantities or word.key in side.language.quantities


def _is_beside_number(side: Side, words: Sequence[Word]) -> bool:
    beside = (side.before(words[0]), side.after(words[-1]))
    return any(word is not None and _is_number(side, word) for word in beside)


def _alters_name(edit: Edit) -> bool:
    if max(len(edit.old), len(edit.new)) > _SHORT:
        return False
    old, new = _names(edit.old_side, edit.old), _names(edit.new_side, edit.new)
    return bool(old - new) and bool(new - old)


def _names(side: Side, words: Sequence[Word]) -> set[str]:
    language = side.language
    dates = language.dates
    named = _is_german_name if language.name == "de" else _is_name
    return {
        word.key for word in words if side.is_capital(word) and word.raw not in dates and named(side, word)
    }


def _is_name(side: Side, word: Word) -> bool:
    """A capital within a sentence; at its beginning, one that the text has within a sentence too."""
    if not side.begins(word):
        return True
    after = side.after(word)
    joined = after is not None and side.is_capital(after) and not side.begins(after)
    return joined or side.has_name(word.key)


def _is_german_name(side: Side, word: Word) -> bool:
    """Where all nouns have a capital: one beside another, or beside what is said of people and places."""
    before, after = side.before(word), side.after(word)
    if after is not None and not side.begins(after) and _names_go_on(side, word, after):
        return True
    if before is None or side.begins(word):
        return False
    return _names_go_on(side, before, word) or before.raw in (
        side.language.honorifics | side.language.speaking | side.language.place
    )


def _names_go_on(side: Side, word: Word, after: Word) -> bool:
    """Whether two words are one name by their capitals, or the second says that the first spoke."""
    if side.text(word.block)[word.end : after.start] != " ":
        return False
    both = side.is_capital(word) and side.is_capital(after)
    article = side.begins(word) and word.raw in side.language.common
    return (both and not article) or after.raw in side.language.speaking
