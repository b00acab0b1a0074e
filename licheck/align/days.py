"""Does a day that was told as seen from another one agree with the day on which the original was published?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from licheck.align.language import Vocabulary
from licheck.align.tokens import Word
from licheck.model.page import Page
from licheck.patterns import pattern

# With what the names of the days begin, Monday first; several in brackets. German "morgen", Spanish "mañana" and Dutch
# "morgen" are not among the words below: they are the morning too.
_WEEKDAYS = {
    "en": "mon tue wed thu fri sat sun",
    "de": "mo di mi do fr sa/sonna so",
    "fr": "lun mar mer jeu ven sam dim",
    "es": "lun mar mié/mie jue vie sáb/sab dom",
    "it": "lun mar mer gio ven sab dom",
    "pt": "seg ter qua qui sex sáb/sab dom",
    "nl": "ma di wo do vr za zo",
    "pl": "pon wt śr/sr czw pią/pt sob nie",
}
_RELATIVE = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "heute": 0, "heutigen": 0, "gestern": -1, "gestrigen": -1, "vorgestern": -2, "übermorgen": 2,
    "aujourd": 0, "demain": 1,
    "hoy": 0, "ayer": -1, "anteayer": -2,
    "oggi": 0, "ieri": -1, "domani": 1,
    "hoje": 0, "ontem": -1, "amanhã": 1,
    "vandaag": 0, "gisteren": -1, "eergisteren": -2,
    "dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1,
}  # fmt: skip
_ISO = pattern(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|\+00:?00)?)?")
_FARTHEST = (
    timedelta(hours=-11),
    timedelta(hours=13),
)  # from the time in Greenwich, by which papers date their stories
_NEAR = 10  # days around publication within which a weekday is meant
_DAY_NUMBER = pattern(r"(\d{1,2})(?:\.\d{0,2}\.?)?")


class Told(NamedTuple):
    """What words say of a day: steps from the day of publication, a weekday (Monday is 0), a day of the month."""

    steps: int | None
    weekday: int | None
    number: int | None


def published(page: Page) -> frozenset[date]:
    """The days on which an original may have been published, by its metadata: two where the time is told for Greenwich
    and there is no knowing for where it was written; none where the metadata say nothing, or contradict one another.
    """
    days: list[frozenset[date]] = []
    for meta in page.values("date"):
        hit = _ISO.match(meta.value.strip())
        if hit and "time element" not in meta.where:
            try:
                days.append(_days(hit[1], hit[2] or "", bool(hit[3])))
            except ValueError:
                return frozenset()
    if not days or any(days[0].isdisjoint(other) for other in days):
        return frozenset()
    return frozenset().union(*days)


def _days(day: str, time: str, in_utc: bool) -> frozenset[date]:
    if not time or not in_utc:
        return frozenset((date.fromisoformat(day),))
    at = datetime.fromisoformat(f"{day}T{time}")
    return frozenset((at + away).date() for away in (*_FARTHEST, timedelta()))


def agree(old: Sequence[Word], new: Sequence[Word], language: Vocabulary, days: frozenset[date]) -> bool:
    """Whether two tellings of a time can be of one day; so too where there is no knowing."""
    one, other = _told(old, language), _told(new, language)
    if one.steps is None and other.steps is not None:
        one, other = other, one
    if not days:
        return True
    if one.steps is not None and other.steps is None:
        return any(_fits(day + timedelta(one.steps), other) for day in days)
    if one.steps is None and one.weekday is not None and other.weekday in (None, one.weekday):
        around = (day + timedelta(step) for day in days for step in range(-_NEAR, _NEAR + 1))
        return any(_fits(day, Told(None, one.weekday, other.number)) for day in around)
    return True


def _fits(day: date, told: Told) -> bool:
    return told.weekday in (None, day.weekday()) and told.number in (None, day.day)


def _told(words: Sequence[Word], language: Vocabulary) -> Told:
    steps = {_RELATIVE[word.raw] for word in words if word.raw in _RELATIVE}
    if any(word.raw in language.last for word in words) and any(
        word.raw in ("night", "evening") for word in words
    ):
        steps.add(-1)
    weekdays = {_weekday(word.raw, language) for word in words if word.raw in language.weekdays}
    months = any(word.raw in language.months for word in words)
    hits = [_DAY_NUMBER.fullmatch(word.raw) for word in words] if months else []
    numbers = {int(hit[1]) for hit in hits if hit}
    return Told(_only(steps), _only(weekdays - {None}), _only(numbers))


def _only(values: set[int] | set[int | None]) -> int | None:
    return next(iter(values)) if len(values) == 1 else None


def _weekday(raw: str, language: Vocabulary) -> int | None:
    """The number of a weekday, Monday is 0: the one with the longest beginning that it has."""
    best: tuple[int, int] | None = None
    for number, forms in enumerate(_WEEKDAYS.get(language.name, "").split()):
        for form in forms.split("/"):
            if raw.startswith(form) and (best is None or len(form) > best[0]):
                best = (len(form), number)
    return best[1] if best else None
