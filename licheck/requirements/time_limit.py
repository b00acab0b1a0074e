"""The story is republished in time: not too early, not too late, and only if it is new enough.

The days are those that the metadata of the original and of the page tell. A day more or less is a doubt: clocks differ by
time zone. So is a page that gives the original's own day, which many republishers copy, where a wait is asked for.

Options: `least_days`: days to wait after the original; `most_days`: days within which it must be republished; `since`: the
first day of originals that may be taken at all. One must be given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._dates import Told, in_words, published
from licheck.requirements._judging import at_offset, finding, not_for

_MARGIN = 1  # days by which time zones make two pages differ
_LOOKED = ("the date in the metadata of the page and of the original",)


@dataclass(frozen=True, kw_only=True)
class TimeLimit(Requirement):
    """The story is republished in time."""

    kind: ClassVar[str] = "time_limit"

    least_days: int = 0
    most_days: int = 0
    since: date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.least_days <= 0 and self.most_days <= 0 and self.since is None:
            raise ValueError("give a limit: 'least_days', 'most_days' or 'since'")

    def judge(self, case: Case) -> Finding:
        """Passed when the days are within the limits."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return self._doubt(
                "Without the original, there is no telling when it was published; name it with --original"
            )
        first = published(case.original.page)
        if first is None:
            return self._doubt("The original does not say, or not clearly, when it was published")
        return self._too_old(case, first) or self._of_wait(case, first)

    def _too_old(self, case: Case, first: Told) -> Finding | None:
        if self.since is None or first.day >= self.since:
            return None
        reason = (
            f"The original is of {in_words(first.day)}; only those since {in_words(self.since)} may be taken"
        )
        return self._failed(case, reason, [_of_original(case, first)])

    def _of_wait(self, case: Case, first: Told) -> Finding:
        if self.least_days <= 0 and self.most_days <= 0:
            evidence = [_of_original(case, first, counts=True)]
            return finding(
                self, Verdict.PASSED, f"The original is of {in_words(first.day)}", evidence=evidence
            )
        here = published(case.page)
        if here is None:
            return self._doubt("The page does not say, or not clearly, when it was published")
        days = (here.day - first.day).days
        own = _of_page(case, here, counts=True)
        if (days == 0 and self.least_days) or days < 0:
            return self._doubt("The page gives the original's own day, or an earlier one", [own])
        over = self._limit(days)
        reason = f"The page was published {_after(days)}"
        if not over:
            return finding(self, Verdict.PASSED, reason, evidence=[own])
        if not self._limit(days + _MARGIN) or not self._limit(days - _MARGIN):
            doubt = "and a day more or less may be a matter of time zones"
            return self._doubt(f"{reason}; {over}, {doubt}", [own])
        evidence = [_of_page(case, here, counts=False), _of_original(case, first)]
        return self._failed(case, f"{reason}; {over}", evidence)

    def _limit(self, days: int) -> str:
        """The limit that so many days do not keep, in words; empty where they keep all."""
        if 0 < self.most_days < days:
            return f"at most {self.most_days} are permitted"
        return f"at least {self.least_days} are asked for" if days < self.least_days else ""

    def _doubt(self, reason: str, evidence: list[Evidence] | None = None) -> Finding:
        return finding(self, Verdict.CANT_TELL, reason, evidence=evidence or ())

    def _failed(self, case: Case, reason: str, evidence: list[Evidence]) -> Finding:
        name = case.rule_set.publisher.name
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=evidence,
            looked_in=_LOOKED,
            belongs_at=Place("the whole story"),
            remedy=f"Ask {name}, or take the story off.",
        )


def _after(days: int) -> str:
    """So many days after the original, in words."""
    if days == 0:
        return "on the same day"
    return "a day after the original" if days == 1 else f"{days} days after the original"


def _of_page(case: Case, told: Told, *, counts: bool) -> Evidence:
    meta = told.meta
    place = meta.value, meta.offset
    return at_offset(case, *place, standing=Standing.METADATA, counts=counts, note=meta.where)


def _of_original(case: Case, told: Told, *, counts: bool = False) -> Evidence:
    assert case.original
    page = case.original.page
    where = page.position(told.meta.offset)
    note = f"the original's {told.meta.where}"
    return Evidence(told.meta.value, where.line, where.column, Standing.ORIGINAL, counts, note, page.path)
