"""The figures of an audit: what share complies, by publisher, republisher, requirement and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from licheck.audit.results import Results
from licheck.audit_reports.reading import (
    ADVISED,
    COMPLIES,
    EXCUSED,
    LACKS,
    STATE,
    UNSURE,
    Asked,
    Book,
)

_MOST_FILLED = 120  # months between the first and the last page: more, and only those with pages are shown


class Tally(NamedTuple):
    """How many came out how. What meets every `must` complies, also where a `should` fails."""

    lacks: int = 0
    unsure: int = 0
    excused: int = 0
    complies: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def share(self) -> float:
        """The share that complies, 0-1; 0 where there is none."""
        return self.complies / self.total if self.total else 0.0


class Republisher(NamedTuple):
    """One republisher. `first` and `last` are the days of the earliest and the latest page that lacks something, empty
    where none has a day; `cases` counts the pages that do not simply comply."""

    name: str
    tally: Tally
    cases: int
    first: str
    last: str


@dataclass(frozen=True)
class Figures:
    """All of it. `republishers` and `publishers` are in the order of how many of their pages lack something."""

    pages: Tally
    advised: int
    publishers: list[tuple[str, Tally]]
    republishers: list[Republisher]
    requirements: list[tuple[Asked, Tally]]
    months: list[tuple[str, Tally]]
    undated: int
    counts: dict[str, int]
    run: dict[str, str]
    days: tuple[str, str]
    lacked: dict[str, int] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """How many pages lack something, need a look, are excused, or get advice."""
        return self.pages.total - self.pages.complies + self.advised


def figures(results: Results, known: Book) -> Figures:
    """Count everything."""
    states = dict(_pairs(results, f"SELECT {STATE}, count(*) FROM pages GROUP BY 1"))  # noqa: S608
    months, undated = _months(results)
    (run,) = results.ask("SELECT licheck, started, finished FROM run")
    (days,) = results.ask("SELECT min(captured), max(captured) FROM pages WHERE captured != ''")
    return Figures(
        pages=_tally(states),
        advised=states.get(ADVISED, 0),
        publishers=_publishers(results),
        republishers=_republishers(results),
        requirements=_requirements(results, known),
        months=months,
        undated=undated,
        counts=dict(_pairs(results, "SELECT what, count FROM counts")),
        run=dict(zip(("licheck", "started", "finished"), run, strict=True)),
        days=(str(days[0] or "")[:10], str(days[1] or "")[:10]),
        lacked=dict(_pairs(results, _LACKED)),
    )


_LACKED = (
    "SELECT requirement, count(DISTINCT page) FROM findings WHERE verdict IN ('failed', 'cant-tell')"
    " GROUP BY 1 ORDER BY 2 DESC, 1"
)


def most_lacked(results: Results, republisher: str) -> list[tuple[str, int]]:
    """What a republisher's pages lack, the most frequent first: the requirement, and on how many pages."""
    question = (
        "SELECT requirement, count(DISTINCT page) FROM pages JOIN findings ON page = number WHERE republisher = ? AND"
        " findings.verdict = 'failed' AND level = 'must' AND NOT excused GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return [*_pairs(results, question, republisher)]


def _pairs(results: Results, question: str, *values: object) -> Iterator[tuple[str, int]]:
    yield from ((str(name), int(count)) for name, count in results.ask(question, *values))


def _tally(states: dict[str, int]) -> Tally:
    fine = states.get(COMPLIES, 0) + states.get(ADVISED, 0)
    return Tally(states.get(LACKS, 0), states.get(UNSURE, 0), states.get(EXCUSED, 0), fine)


_JUDGED = (
    "sum({0}fails), sum({0}verdict = 'cant-tell' AND NOT {0}fails), sum({0}verdict = 'failed' AND NOT {0}fails),"
    " sum({0}verdict NOT IN ('failed', 'cant-tell') AND NOT {0}fails)"
)


def _publishers(results: Results) -> list[tuple[str, Tally]]:
    question = (
        f"SELECT publisher, {_JUDGED.format('applied.')} FROM applied JOIN rule_sets ON id = rule_set"  # noqa: S608
        " GROUP BY 1 ORDER BY 2 DESC, count(*) DESC, 1"
    )
    return [(name, Tally(*tally)) for name, *tally in results.ask(question)]


def _republishers(results: Results) -> list[Republisher]:
    day = "coalesce(nullif(date, ''), captured)"
    question = (
        f"SELECT republisher, {_JUDGED.format('')}, sum({STATE} != 'complies'),"  # noqa: S608
        f" min(CASE WHEN fails AND {day} GLOB '[12][0-9][0-9][0-9]-*' THEN substr({day}, 1, 10) END),"
        f" max(CASE WHEN fails AND {day} GLOB '[12][0-9][0-9][0-9]-*' THEN substr({day}, 1, 10) END)"
        " FROM pages GROUP BY 1 ORDER BY 2 DESC, count(*) DESC, 1"
    )
    return [
        Republisher(name, Tally(lacks, unsure, excused, fine), cases, first or "", last or "")
        for name, lacks, unsure, excused, fine, cases, first, last in results.ask(question)
    ]


def _requirements(results: Results, known: Book) -> list[tuple[Asked, Tally]]:
    """What was asked of no page (inapplicable) counts for nothing."""
    question = (
        "SELECT rule_set, requirement, sum(verdict = 'failed' AND NOT excused), sum(verdict = 'cant-tell'),"
        " sum(verdict = 'failed' AND excused), sum(verdict = 'passed') FROM findings GROUP BY 1, 2"
    )
    found = [(known.asked[one, two], Tally(*tally)) for one, two, *tally in results.ask(question)]
    return sorted(
        (row for row in found if row[1].total),
        key=lambda row: (-row[1].lacks, known.publishers[row[0].rule_set], row[0].requirement),
    )


def _months(results: Results) -> tuple[list[tuple[str, Tally]], int]:
    question = (
        f"SELECT substr(coalesce(nullif(date, ''), captured), 1, 7) AS month, {_JUDGED.format('')}"  # noqa: S608
        " FROM pages GROUP BY 1 ORDER BY 1"
    )
    rows = [(str(month), Tally(*tally)) for month, *tally in results.ask(question)]
    dated = [row for row in rows if _is_month(row[0])]
    return _filled(dated), sum(tally.total for month, tally in rows if not _is_month(month))


def _is_month(text: str) -> bool:
    year, hyphen, month = text[:4], text[4:5], text[5:]
    return (
        year.isdecimal() and month.isdecimal() and hyphen == "-" and len(month) == 2 and 1 <= int(month) <= 12
        and int(year) >= 1900
    )  # fmt: skip


def _filled(rows: list[tuple[str, Tally]]) -> list[tuple[str, Tally]]:
    """With the months that have no page: a line of time has no jumps."""
    if not rows:
        return []
    first, last = _number(rows[0][0]), _number(rows[-1][0])
    if last - first > _MOST_FILLED:
        return rows
    known = dict(rows)
    return [(month, known.get(month, Tally())) for month in map(_month, range(first, last + 1))]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def summed(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    rows: list[tuple[Any, ...]] = [*tallies]
    return Tally(*map(sum, zip(*rows, strict=True))) if rows else Tally()
