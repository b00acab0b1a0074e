"""The day on which a page says that it was published, from its metadata; and days as readers see them written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from licheck.model.page import Meta, Page
from licheck.patterns import pattern
from licheck.text import fold, words_of

_ISO = pattern(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TIME, _TIME_PUBLISHED = "time element", "time element, published"
# Metadata that may hold the day of anything.
_VAGUE = ('meta "date"', 'meta "dc.date"', 'meta "dcterms.date"', 'meta "pubdate"')
# What programs write where they have no day: the first and the last year of .NET and of databases, the first day of Unix.
_NO_YEARS, _UNIX = (1, 9999), date(1970, 1, 1)
_ONE_DAY = 1  # by which two tellings of a day differ when one is in another time zone
# The first letters of the months, by language: enough to tell them apart within each.
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "janv fév mars avr mai juin juil août sept oct nov déc",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "jan feb maart apr mei jun jul aug sep okt nov dec",
    "stycz lut mar kwie maj czerw lip sierp wrze paźdz listop grud",
    "jan feb mars apr maj jun jul aug sep okt nov dec",
    "jan feb mar apr maj jun jul aug sep okt nov dec",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "січ лют берез квіт трав черв лип серп верес жовт листоп груд",
)


class Told(NamedTuple):
    """A day and the metadata that tell it."""

    day: date
    meta: Meta


def published(page: Page) -> Told | None:
    """The day of publication as metadata tell it; None where they do not, or contradict one another."""
    told = [*_told(page)]
    sure = [each for each in told if each.meta.where.lower() not in _VAGUE] or told
    if not sure or max(abs((each.day - sure[0].day).days) for each in sure) > _ONE_DAY:
        return None
    return sure[0]


def _told(page: Page) -> Iterator[Told]:
    for meta in page.values("date"):
        if meta.where.startswith(_TIME) and meta.where != _TIME_PUBLISHED:
            continue
        if (day := day_in(meta.value)) is not None:
            yield Told(day, meta)


def day_in(text: str) -> date | None:
    """The first day of the form 2026-11-22 in a text; None for none, and for what programs write for none."""
    hit = _ISO.search(text)
    try:
        day = date(int(hit[1]), int(hit[2]), int(hit[3])) if hit else None
    except ValueError:
        return None
    return None if day is None or day.year in _NO_YEARS or day == _UNIX else day


def tells(day: date, text: str) -> bool:
    """Whether a text tells this day in any usual form: 22 November 2026, 11/22/26, 2026年11月22日."""
    words = words_of(fold(text).replace("年", " ").replace("月", " ").replace("日", " "))
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    numbers += [
        int(word[:-2]) for word in words if word[:-2].isdecimal() and word.endswith(("st", "nd", "rd", "th"))
    ]
    numbers += [
        int(word[:2]) for word in words if word[:2].isdecimal() and word[2:3] == "t"
    ]  # 2026-11-22T10:00
    if day.day not in numbers or not {day.year, day.year % 100} & set(numbers):
        return False
    return _names_month(day.month, words) or _has_twice(numbers, day)


def _names_month(month: int, words: Sequence[str]) -> bool:
    return any(word.startswith(_starts(month)) for word in words)


def _has_twice(numbers: Sequence[int], day: date) -> bool:
    """Whether the month stands there as a number beside that of the day."""
    return day.month in numbers and (day.month != day.day or numbers.count(day.day) > 1)


@cache
def _starts(month: int) -> tuple[str, ...]:
    return tuple({fold(months.split()[month - 1]) for months in _MONTHS})


def in_words(day: date) -> str:
    """A day for people, as in 22 November 2026."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
