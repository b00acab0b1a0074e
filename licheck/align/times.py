"""Is it the same time, told from another day? "yesterday" and "on Tuesday".

Where the original says on which day it was published, the two must be one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licheck.align.days import agree
from licheck.align.edit import Edit
from licheck.align.language import Vocabulary
from licheck.align.tokens import Word

_LONGEST_TIME = 8  # words of "Tuesday morning, the 17th of November 2026"
_YEARS = range(1900, 2100)


def is_relative_time(edit: Edit) -> bool:
    """Whether a time as seen from another one became a date or a weekday, or the other way round."""
    language = edit.old_side.language
    if max(len(edit.old), len(edit.new)) > _LONGEST_TIME or not _touches_relative(edit, language):
        return _completes_date(edit, language)
    for old, new in edit.all_widened():
        if not old or not new:
            if _is_time(old or new, language) and _is_relative(old or new, language):
                return bool(old)
        elif _is_time(old, language) and _is_time(new, language):
            seen = _is_seen_from(old, language) or _is_seen_from(new, language)
            return (
                seen
                and not _are_weekdays(old, new, language)
                and agree(old, new, language, edit.old_side.published)
            )
    return False


def _touches_relative(edit: Edit, language: Vocabulary) -> bool:
    """Whether the words that differ tell a time as seen from another one; not "last" for "next"."""
    old, new = ({word.raw for word in words} for words in (edit.old, edit.new))
    if language.seen_from.isdisjoint(old) and language.seen_from.isdisjoint(new):
        return bool(old) and bool(new) and not language.weekdays.isdisjoint(old | new)
    return not (
        (old & language.last and new & language.next) or (old & language.next and new & language.last)
    )


def _is_time(words: Sequence[Word], language: Vocabulary) -> bool:
    """Whether words are a point in time and nothing else."""
    anchors, small = language.times, language.beside_times
    raws = [word.raw for word in words]
    numbers = [word for word in words if word.raw[0].isdigit()]
    named = not (language.months | language.relative).isdisjoint(raws)
    return (
        all(
            raw in anchors or raw in small or raw[0].isdigit() or word.key.isdigit()
            for raw, word in zip(raws, words, strict=True)
        )
        and (any(raw in anchors for raw in raws) or any(map(_is_year, numbers)))
        and (named or all(_is_year(number) or _is_date(number) for number in numbers))
    )


def _is_relative(words: Sequence[Word], language: Vocabulary) -> bool:
    raws = {word.raw for word in words}
    if raws & language.relative:
        return True
    qualified = raws & (language.last | language.this | language.next)
    return bool(qualified and raws & (language.units | language.weekdays | language.months))


def _is_seen_from(words: Sequence[Word], language: Vocabulary) -> bool:
    """Whether words tell a time as seen from another one; so does a weekday without a date."""
    raws = {word.raw for word in words}
    dated = any(word.raw[0].isdigit() for word in words)
    return _is_relative(words, language) or (not dated and not raws.isdisjoint(language.weekdays))


def _are_weekdays(old: Sequence[Word], new: Sequence[Word], language: Vocabulary) -> bool:
    """Whether one weekday became another: no other way to tell it."""
    ours, theirs = ({word.raw for word in words} & language.weekdays for words in (old, new))
    return (
        bool(ours)
        and bool(theirs)
        and not any(_is_relative(words, language) for words in (old, new))
        and ours != theirs
    )


def _is_year(word: Word) -> bool:
    return word.raw.isdigit() and len(word.raw) == 4 and int(word.raw) in _YEARS


def _is_date(word: Word) -> bool:
    """17.11. or 17.11.2026."""
    return word.raw.count(".") in (1, 2) and word.raw.replace(".", "").isdigit()


def _completes_date(edit: Edit, language: Vocabulary) -> bool:
    """Whether a date was put after a weekday, or taken from it: "Tuesday, Nov. 17"."""
    if bool(edit.old) is bool(edit.new):
        return False
    side, words = (edit.old_side, edit.old) if edit.old else (edit.new_side, edit.new)
    before = side.before(words[0])
    if before is None:
        return False
    days = edit.old_side.published
    if before.raw in language.months:  # January, and January 2027
        year = all(_is_year(word) or word.raw in language.fillers for word in words) and any(
            map(_is_year, words)
        )
        return year and _is_near(words, days)
    months = any(word.raw in language.months for word in words)
    return (
        before.raw in language.weekdays
        and months
        and _is_time(words, language)
        and agree([before], words, language, days)
    )


def _is_near(words: Sequence[Word], days: frozenset[date]) -> bool:
    """Whether a year is that of publication, or one beside it: what a month without a year means."""
    years = [int(word.raw) for word in words if _is_year(word)]
    return not days or any(abs(day.year - year) <= 1 for day in days for year in years)
