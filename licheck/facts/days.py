"""Days that are written in a text or in a value of metadata, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from licheck.facts.months import months
from licheck.patterns import pattern
from licheck.text import fold_word

FIRST_YEAR = 1995  # pages of the web are no older
LAST_YEAR = 2100

_WORD = r"[^\s\d.,/()|·•:;–—-]{2,}"
_CLOCK = r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{2,5}(?:[+-]\d{2,4})?)?)?"
_FORMS = pattern(
    rf"(?<![\d.,/-])(?:"
    # 2024-05-03, 2024/5/3, 2024.05.03, 2024年5月3日, 2024년 5월 3일
    rf"(?P<y1>\d{{4}})\s?[-/.年년]\s?(?P<m1>\d{{1,2}})\s?[-/.月월]\s?(?P<d1>\d{{1,2}})(?!\d)"
    # 3.5.2024, 03/05/24, 3-5-2024
    r"|(?P<a2>\d{1,2})\s?(?P<s2>[./-])\s?(?P<b2>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4}|\d{2})(?![\d./-]*\d)"
    # 3 May 2024, 3rd of May, 2024, 3. Mai 2024, 3 de mayo de 2024
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|er|ª|º|°)?[\s.]*[-–]?\s*(?:de\s|of\s|d['’])?\s*"
    rf"(?P<w3>{_WORD})[.,]?\s*[-–]?\s*(?:de\s|del\s|of\s)?\s*(?P<y3>\d{{4}})(?!\d)"
    # 2024. május 3., 2024 m. gegužės 3 d.
    rf"|(?P<y5>\d{{4}})[.,]?\s+(?:m\.\s+)?(?P<w5>{_WORD})\.?\s+(?P<d5>\d{{1,2}})(?!\d)"
    # 3 tháng 5, 2024
    r"|(?P<d6>\d{1,2})\s+tháng\s+(?P<m6>\d{1,2}),?\s+(?:năm\s+)?(?P<y6>\d{4})(?!\d)"
    r")"
    # May 3, 2024; May 3rd 2024; Fri May 3 12:00:00 CEST 2024
    rf"|(?<![^\W\d_])(?P<w4>{_WORD})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?{_CLOCK},?\s+(?P<y4>\d{{4}})(?!\d)",
    re.I,
)
_ISO = pattern(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ](\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?",
    re.I,
)
_UTC = ("Z", "UTC", "+00:00", "+0000")
_LONGEST, _LONGEST_VALUE = 400, 80  # characters that are searched
_EPOCH = pattern(r"\d{10}(?:\d{3})?")
_BUDDHIST, _BUDDHA = range(2500, 2600), 543  # years of the Thai calendar, and how far they are ahead


class Found(NamedTuple):
    """A day in a text, and where it stands: text[start:end]."""

    day: date
    start: int
    end: int


class Stated(NamedTuple):
    """A day in a value of metadata, as it is written there; `in_utc` where it comes with a time of day in
    UTC, so that readers near by may have the day before or after.
    """

    day: date
    in_utc: bool = False


class Habit(NamedTuple):
    """How a page writes days. `language` is a primary subtag or empty; `month_first` reads 5/3/2024 as May 3;
    `last_year` is the last one that a day of publication can have."""

    language: str = ""
    month_first: bool = False
    last_year: int = LAST_YEAR


def days_in(text: str, habit: Habit) -> Iterator[Found]:
    """The days that (the first 400 characters of) a text name, in order."""
    for hit in _FORMS.finditer(text[:_LONGEST]):
        parts = _parts(hit, habit)
        if parts is not None and (day := _day(*parts, habit.last_year)) is not None:
            yield Found(day, hit.start(), hit.end())


def _parts(hit: re.Match[str], habit: Habit) -> tuple[int, int, int] | None:
    """Year, month and day of a match; None where a word in it is no month."""
    if hit["y1"]:
        return int(hit["y1"]), int(hit["m1"]), int(hit["d1"])
    if hit["y2"]:
        return _by_order(hit, habit.month_first)
    if hit["y6"]:
        return int(hit["y6"]), int(hit["m6"]), int(hit["d6"])
    for number in "345":
        if hit["y" + number]:
            month = months().number(fold_word(hit["w" + number]), habit.language)
            return (int(hit["y" + number]), month, int(hit["d" + number])) if month else None
    return None


def _by_order(hit: re.Match[str], month_first: bool) -> tuple[int, int, int] | None:
    first, second, year = int(hit["a2"]), int(hit["b2"]), int(hit["y2"])
    if len(hit["y2"]) == 2:
        if hit["s2"] == "-":
            return None
        year += 2000
    if second > 12 or (month_first and hit["s2"] == "/" and first <= 12):
        first, second = second, first
    return year, second, first


def _day(year: int, month: int, day: int, last_year: int) -> date | None:
    if year in _BUDDHIST:
        year -= _BUDDHA
    if not FIRST_YEAR <= year <= last_year:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stated(value: str, habit: Habit) -> Stated | None:
    """The day that a value of metadata gives (ISO 8601, seconds since 1970, or as in a text); None for none."""
    value = value.strip()[:_LONGEST_VALUE]
    iso = _ISO.match(value)
    if iso:
        day = _day(int(iso[1]), int(iso[2]), int(iso[3]), habit.last_year)
        if day is not None:
            return Stated(day, iso[4] is not None and (iso[6] or "").upper() in _UTC)
    if _EPOCH.fullmatch(value):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(value[:10]))
        return Stated(moment.date(), True) if FIRST_YEAR <= moment.year <= habit.last_year else None
    found = next(days_in(value, habit), None)
    return Stated(found.day) if found is not None else None
