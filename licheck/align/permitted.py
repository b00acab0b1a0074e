"""Which permissions a rule could give that would each allow an edit of words."""

from __future__ import annotations

from collections.abc import Sequence

from licheck.align.edit import Edit
from licheck.align.places import is_dateline, is_place
from licheck.align.quantities import is_same_quantity
from licheck.align.side import Side
from licheck.align.times import is_relative_time
from licheck.align.tokens import Word
from licheck.model.change import Permission
from licheck.text import spellings

_LEAST_SHORT = 3  # letters of an abbreviation
_ORDINALS = ("st", "nd", "rd", "th")


def permissions(edit: Edit, in_quotation: bool) -> frozenset[Permission]:
    """Each permission that would allow an edit by itself. Within quotations only house style is free."""
    if in_quotation not in edit.known:
        edit.known[in_quotation] = _permissions(edit, in_quotation)
    return edit.known[in_quotation]


def _permissions(edit: Edit, in_quotation: bool) -> frozenset[Permission]:
    found = set()
    if _is_house_style(edit):
        found.add(Permission.HOUSE_STYLE)
    if not in_quotation:
        if is_relative_time(edit):
            found.add(Permission.RELATIVE_TIME)
        if is_place(edit):
            found.add(Permission.PLACE)
        if is_dateline(edit):
            found |= {Permission.HOUSE_STYLE, Permission.PLACE}
    return frozenset(found)


def _is_house_style(edit: Edit) -> bool:
    old, new = edit.old, edit.new
    if [word.key for word in old] == [word.key for word in new]:
        return True
    if not old or not new:
        side, words = (edit.old_side, old) if old else (edit.new_side, new)
        return (
            _are_honorifics(side, words)
            or _is_country_of_money(side, words)
            or _is_possessive(side, words)
            or _is_ordinal(side, words)
            or _is_before_date(side, words)
        )
    if _is_same_quantity(edit) or _is_decade(edit):
        return True
    if len(old) == len(new) == 1:
        return _is_same_name(edit)
    if "".join(word.key for word in old) == "".join(word.key for word in new):
        return True  # health care and healthcare
    return _is_in_another_order(old, new)


def _is_country_of_money(side: Side, words: Sequence[Word]) -> bool:
    """The "US" of "US$4.5 million"."""
    after = side.after(words[-1])
    return len(words) == 1 and words[0].raw == "us" and after is not None and after.raw == "$"


def _is_same_quantity(edit: Edit) -> bool:
    """Whether words are one quantity, with the equal words beside them, perhaps: "7:00 p.m." and "7 p.m."."""
    if is_same_quantity(edit.old, edit.new):
        return True
    numeric = any(word.key[0].isdigit() for words in (edit.old, edit.new) for word in words)
    return numeric and any(is_same_quantity(old, new) for old, new in edit.all_widened())


def _is_decade(edit: Edit) -> bool:
    """The 1990s and the '90s."""
    if len(edit.old) != 1 or len(edit.new) != 1:
        return False
    short, long = sorted((edit.old[0].raw, edit.new[0].raw), key=len)
    if not (short.isdigit() and len(short) == 2 and len(long) == 4 and long.endswith(short)):
        return False
    behind = (edit.old_side.after(edit.old[0]), edit.new_side.after(edit.new[0]))
    return all(word is not None and word.raw == "s" for word in behind)


def _is_ordinal(side: Side, words: Sequence[Word]) -> bool:
    """The "th" of "Nov. 17th"."""
    before = side.before(words[0])
    return len(words) == 1 and words[0].raw in _ORDINALS and before is not None and before.raw[-1].isdigit()


def _is_before_date(side: Side, words: Sequence[Word]) -> bool:
    """The "on" of "said on Tuesday"."""
    after, language = side.after(words[-1]), side.language
    is_date = after is not None and after.raw in language.dates
    return is_date and len(words) == 1 and words[0].raw in language.fillers


def _are_honorifics(side: Side, words: Sequence[Word]) -> bool:
    """Whether words are "Mr", "Dr." and the like, with a name after them."""
    following = side.after(words[-1])
    bare = words[1:] if words[0].raw in side.language.common else words  # la dottoressa
    titles = side.language.honorifics
    return (
        following is not None
        and side.is_capital(following)
        and bool(bare)
        and all(word.raw in titles or word.key in titles for word in bare)
    )


def _is_possessive(side: Side, words: Sequence[Word]) -> bool:
    """James' or James's."""
    before = side.before(words[0])
    return (
        len(words) == 1
        and words[0].raw == "s"
        and before is not None
        and before.raw.endswith(("s", "x", "z"))
    )


def _is_same_name(edit: Edit) -> bool:
    """A name, or a foreign word in English, with and without its accents, which some newsrooms do not print."""
    (old,), (new,) = edit.old, edit.new
    capitals = edit.old_side.is_capital(old) and edit.new_side.is_capital(new)
    if not capitals and edit.old_side.language.name != "en":
        return False
    if capitals and (_shortens(edit.old_side, old, new) or _shortens(edit.new_side, new, old)):
        return True
    if old.raw.isascii() and new.raw.isascii():
        return old.raw == new.raw
    return not spellings(old.raw).isdisjoint(spellings(new.raw))


def _shortens(side: Side, word: Word, other: Word) -> bool:
    """Whether a word with a full stop is the beginning of another: "Univ." for "University"."""
    dotted = side.text(word.block)[word.end : word.end + 1] == "."
    return (
        dotted
        and len(word.raw) >= _LEAST_SHORT
        and len(other.raw) > len(word.raw) + 1
        and other.raw.startswith(word.raw)
    )


def _is_in_another_order(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """$5 million and 5 million dollars, Nov. 17 and 17 November: the same words in another order."""
    return any(word.key.isdigit() for word in old) and sorted(map(_money, old)) == sorted(map(_money, new))


_MONEY = {"dollars": "$", "dollar": "$", "euro": "€", "euros": "€", "pounds": "£", "pound": "£"}


def _money(word: Word) -> str:
    return _MONEY.get(word.key, word.key)
