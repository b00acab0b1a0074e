"""Does a time that was told as seen from another one agree with the day on which the original was published?

Words are turned into the days that they can mean, seen from that day: "yesterday" one, "Monday" the Mondays around it,
"last week" two weeks, "in October" a month. Two tellings agree when they have a day in common, or when one says nothing
that is understood: "spring".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

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
# With what the names of the months begin, January first, and words for a week, a month, a year.
_MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan/jän feb mär apr mai jun jul aug sep okt nov dez",
    "fr": "jan fév/fev mars avr mai juin juil aoû/aou sep oct nov déc/dec",
    "es": "ene feb mar abr may jun jul ago sep/set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb maa/mrt apr mei jun jul aug sep okt nov dec",
    "pl": "stycz lut mar kwie maj czerw lip sierp wrze paź listop grud",
}
_WEEKS = frozenset(
    "week weeks weekend woche wochen wochenende semaine week-end semana settimana weekend tydzień tygodniu tygodnia".split()
)
_OF_MONTHS = frozenset("month months monat monats mois mes mese mês maand miesiąc miesiącu miesiąca".split())
_OF_YEARS = frozenset("year jahr jahres année an año anno ano jaar rok roku".split())
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
_DAY_NUMBER = pattern(r"(\d{1,2})(?:\.(\d{1,2})?\.?(\d{4})?)?")
_YEAR = range(1900, 2100)
_NEAR = 10  # days around publication within which a weekday is meant
_REACHED = {-1: (14, 0), 0: (7, 7), 1: (0, 14)}  # days before and after in which last, this and next week lie
_DAY = timedelta(days=1)

Span = tuple[date, date]
"""The first and the last of some days."""


def published(page: Page) -> frozenset[date]:
    """The days on which an original may have been published, by its metadata: two where the time is told for Greenwich
    and there is no knowing for where it was written; none where the metadata say nothing, or contradict one another.
    """
    days: list[frozenset[date]] = []
    for meta in page.values("date"):
        hit = _ISO.match(meta.value.strip())
        if hit and "time element" not in meta.where:
            if int(hit[1][:4]) not in _YEAR:
                continue  # 0001-01-01: some systems write it for "never"
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
    return not days or any(_meet(_spans(old, language, day), _spans(new, language, day)) for day in days)


def _meet(ours: list[Span], theirs: list[Span]) -> bool:
    if not ours or not theirs:
        return True
    return any(one[0] <= other[1] and other[0] <= one[1] for one in ours for other in theirs)


def _spans(words: Sequence[Word], language: Vocabulary, day: date) -> list[Span]:
    """The days that words can mean, told on a day; none where they say nothing that is understood."""
    raws = [word.raw for word in words]
    said = frozenset(raws)
    months = {_named(raw, language, _MONTHS) for raw in said & language.months} - {None}
    numbers = [hit for raw in raws if (hit := _DAY_NUMBER.fullmatch(raw))]
    years = [int(raw) for raw in raws if raw.isdigit() and int(raw) in _YEAR]
    months |= {int(hit[2]) - 1 for hit in numbers if hit[2] and 0 < int(hit[2]) <= 12}
    if months:
        week = bool(said & _WEEKS)
        return _dates(months, [int(hit[1]) for hit in numbers], years, day, week)
    weekdays = {_named(raw, language, _WEEKDAYS) for raw in said & language.weekdays} - {None}
    if weekdays:
        around = (day + step * _DAY for step in range(-_NEAR, _NEAR + 1))
        return [(one, one) for one in around if one.weekday() in weekdays]
    steps = {_RELATIVE[raw] for raw in said if raw in _RELATIVE}
    if said & language.last and said & {"night", "evening"}:
        steps.add(-1)
    if len(steps) == 1:
        there = day + steps.pop() * _DAY
        return [(there, there)]
    return _unit(said, language, years, day)


def _dates(
    months: Collection[int | None], numbers: Sequence[int], years: Sequence[int], day: date, week: bool
) -> list[Span]:
    """The days of named months, in the years around one where no year is said; all of a week from a day on."""
    found: list[Span] = []
    for year in years or (day.year - 1, day.year, day.year + 1):
        for month in months:
            if month is None:
                continue
            first = date(year, month + 1, 1)
            last = date(year + month // 11, (month + 1) % 12 + 1, 1) - _DAY
            exact = [date(year, month + 1, number) for number in numbers if 0 < number <= last.day]
            found += [(one - week * 6 * _DAY, one + week * 6 * _DAY) for one in exact] or [(first, last)]
    return found


def _unit(said: frozenset[str], language: Vocabulary, years: Sequence[int], day: date) -> list[Span]:
    """The days of "last week", "this month", "next year", "2025"."""
    step = -1 if said & language.last else 1 if said & language.next else 0
    if said & language.last and said & language.this:  # earlier this month
        step = 0
    if years:
        return [(date(year, 1, 1), date(year, 12, 31)) for year in years]
    if not said & (language.last | language.this | language.next):
        return []
    if said & _WEEKS:
        before, after = _REACHED[step]
        return [(day - before * _DAY, day + after * _DAY)]
    if said & _OF_MONTHS:
        at = day.year * 12 + day.month - 1 + step
        return _dates({at % 12}, (), (at // 12,), day, False)
    if said & _OF_YEARS:
        return [(date(day.year + step, 1, 1), date(day.year + step, 12, 31))]
    return []


def _named(raw: str, language: Vocabulary, names: Mapping[str, str]) -> int | None:
    """The number of a weekday or month, from 0: the one with the longest beginning that it has."""
    best: tuple[int, int] | None = None
    for number, forms in enumerate(names.get(language.name, "").split()):
        for form in forms.split("/"):
            if raw.startswith(form) and (best is None or len(form) > best[0]):
                best = (len(form), number)
    return best[1] if best else None
