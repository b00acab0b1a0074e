"""The day a page was published: by its metadata, by what it shows near its headline, or in its address."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from licheck.facts.days import Habit, days_in, stated
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern

# Blocks above and below the headline, and after the story, that may show it.
_ABOVE, _BELOW, _AFTER = 4, 15, 25
_LONGEST = 160  # characters of a line that shows it
_WORDS = 11  # words such a line has beside it, unless it begins with it
_OPENS = 3  # characters within which a longer line begins with it
_CHANGE = 30  # blocks that the day of a change counts as farther away
_ADDRESS = pattern(r"/(\d{4})([/-])(\d\d?)\2(\d\d?)(?!\d)|/(\d{4})(\d\d)(\d\d)(?!\d)")
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)
# Values that may be the day of anything, and those that are less exact than others.
_VAGUE = ('meta "date"', 'meta "dc.date"', 'meta "dcterms.date"', 'meta "pubdate"')
_SECOND = ('meta "sailthru.date"', 'meta "dc.date.issued"', 'meta "cxenseparse:recs:publishtime"')
_UPDATED = pattern(
    r"updat|aktualis|\bstand\b|modif|edit|änder|actualiz|mise? à jour|aggiorn|atualiz|bijgewerkt|päivit"
    r"|oppdater|opdater|uppdater|zaktual|обновл|оновл|güncel|diperbarui|更新|수정",
    re.I,
)
_PUBLISHED = pattern(
    r"publi|\bdat[aeu]|veröffentlicht|erschienen|erstellt|gepostet|posted|опублик|дата|yayın|diterbit", re.I
)
_MAY_HOLD = pattern(r"\d{4}|\d[./-]\s?\d")
TIME = "time element"  # how `Meta.where` begins for those


class Shown(NamedTuple):
    """A day that the page shows. `distance` is in blocks from the headline, more for the day of a change;
    `start` is its place in its block.
    """

    distance: int
    start: int
    day: date


def date_of(page: Page, zones: Zones, habit: Habit) -> date | None:
    """The day of publication; None where nothing tells it."""
    told = _told(page, habit)
    if told is not None and told.sure and not told.in_utc:
        return told.day
    shown = sorted(_shown(page, zones, habit))
    if told is not None:
        return _as_seen(told, shown)
    if shown:
        return shown[0].day
    return _in_address(page, habit) or _changed(page, habit)


class Told(NamedTuple):
    """A day that metadata tell. `sure` where they say it is the day of publication, and not just a date."""

    day: date
    in_utc: bool
    sure: bool


def _told(page: Page, habit: Habit) -> Told | None:
    """The day that the page's metadata tell; of several, one that says what it is."""
    best: Told | None = None
    for meta in page.values("date"):
        if meta.where.startswith(TIME):
            continue
        day = stated(meta.value, habit)
        if day is None:
            continue
        sure = meta.where.lower() not in _VAGUE
        if sure and meta.where.lower() not in _SECOND:
            return Told(*day, True)
        if best is None or (sure and not best.sure):
            best = Told(*day, sure)
    return best


def _as_seen(told: Told, shown: list[Shown]) -> date:
    """A day as readers of the page have it: in UTC, it may be the one before or after; a vague one yields to
    the one shown.
    """
    if not told.sure:
        return next((each.day for each in shown if each.distance <= _ABOVE), told.day)
    near = [each.day for each in shown if abs((each.day - told.day).days) <= 1]
    return near[0] if near and told.day not in near else told.day


def _shown(page: Page, zones: Zones, habit: Habit) -> Iterator[Shown]:
    """The days shown near the headline or after the story."""
    middle = zones.headline if zones.headline is not None else max(zones.first, 0)
    first, last = max(zones.first, 0), max(zones.last, middle)
    low, high = max(0, middle - _ABOVE), min(len(page.blocks), max(first, middle) + 1, middle + _BELOW)
    blocks = page.blocks
    for index in (*range(low, high), *range(last + 1, min(len(blocks), last + 1 + _AFTER))):
        text, kind, _, _, _, _ = blocks[index]
        if _MAY_HOLD.search(text, 0, _LONGEST) is None or kind is BlockKind.CAPTION:
            continue
        zone = zones.of[index]
        if index < high:
            yield from _in_line(text, zone, abs(index - middle), habit)
        elif (index <= last + _ABOVE and zone is not Zone.FURNITURE) or _PUBLISHED.search(text, 0, _LONGEST):
            yield from _in_line(text, zone, _BELOW + index - last, habit)
    yield from _timed(page, middle, low, high, habit)


def _in_line(text: str, zone: Zone, distance: int, habit: Habit) -> Iterator[Shown]:
    """The days in a line that shows when the story was published; not those in its sentences."""
    in_story = zone in (Zone.ARTICLE, Zone.TITLE)
    few = not in_story and len(text) <= _LONGEST and text.count(" ") <= _WORDS
    for found in days_in(text[:_LONGEST], habit):
        before = text[: found.start]
        if few or len(before) <= _OPENS or (not in_story and _PUBLISHED.search(before)):
            yield Shown(distance + _CHANGE * (_UPDATED.search(before) is not None), found.start, found.day)


def _timed(page: Page, middle: int, low: int, high: int, habit: Habit) -> Iterator[Shown]:
    """The days of time elements among the blocks from `low` to `high`."""
    starts: list[int] = []
    for meta in page.values("date"):
        if meta.where.startswith(TIME):
            starts = starts or [block.offset for block in page.blocks]
            index = bisect_right(starts, meta.offset)
            day = stated(meta.value, habit)
            if low <= index <= high and day is not None:
                yield Shown(abs(index - middle), meta.offset, day.day)


def _in_address(page: Page, habit: Habit) -> date | None:
    """The day in the page's address, as in /2024/05/03/."""
    for name in ("canonical", "url"):
        for meta in page.values(name):
            hit = _ADDRESS.search(meta.value)
            if hit:
                year, month, day = hit.group(1, 3, 4) if hit[1] else hit.group(5, 6, 7)
                if (found := stated(f"{year}-{month:0>2}-{day:0>2}", habit)) is not None:
                    return found.day
    return None


def _changed(page: Page, habit: Habit) -> date | None:
    """The day of the last change, where nothing tells when it was published."""
    for name in _MODIFIED:
        for meta in page.values(name):
            if (day := stated(meta.value, habit)) is not None:
                return day.day
    return None
