"""A story under embargo is not published before its day.

The original says so in a line of its own ("Embargoed until 2026-11-24"); its day is compared with the page's, where both
are told in figures as here. Hours are not compared: the day itself, and those beside it, are a doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Standing, Verdict
from licheck.model.requirement import Requirement
from licheck.patterns import pattern
from licheck.requirements._dates import day_in, in_words, published
from licheck.requirements._judging import at_offset, finding, not_for, without_original
from licheck.requirements._marks import short_lines
from licheck.requirements._prescribed import originals_line
from licheck.text import fold

_EMBARGO = pattern(
    r"\bembargo(?:ed|ad[oa])?\b|\bsperrfrist\b|\bsperrvermerk\b|\bsous embargo\b|\bnot for (?:publication|release) (?:before|until)\b"
    r"|\bhold for release\b"
)
_MARGIN = 1  # days by which time zones make two pages differ


@dataclass(frozen=True, kw_only=True)
class Embargo(Requirement):
    """A story under embargo is not published before its day."""

    kind: ClassVar[str] = "embargo"

    def judge(self, case: Case) -> Finding:
        """Inapplicable without an embargo; passed when the page's day is later."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "whether it was under embargo")
        lines = [
            block
            for block in short_lines(case.original.page)
            if _EMBARGO.search(fold(case.original.page.blocks[block].text))
            and block not in case.original.article
        ]
        if not lines:
            return finding(self, Verdict.INAPPLICABLE, "The original names no embargo")
        return self._of_line(case, lines[0])

    def _of_line(self, case: Case, line: int) -> Finding:
        assert case.original
        until = day_in(case.original.page.blocks[line].text)
        here = published(case.page)
        evidence = [originals_line(case, line, "the original's embargo")]
        if until is None or here is None or abs((here.day - until).days) <= _MARGIN:
            reason = (
                "The original was under embargo; whether the page was published after it, the two do not tell"
            )
            return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)
        shown = f"The page is of {in_words(here.day)}, the embargo ended on {in_words(until)}"
        own = at_offset(
            case,
            here.meta.value,
            here.meta.offset,
            standing=Standing.METADATA,
            counts=here.day > until,
            note=here.meta.where,
        )
        if here.day > until:
            return finding(self, Verdict.PASSED, shown, evidence=[own])
        return finding(
            self,
            Verdict.FAILED,
            shown,
            evidence=[own, *evidence],
            looked_in=("the date in the metadata of the page", "the lines of the original"),
            belongs_at=Place("the whole story"),
            remedy=f"Take the story off until {in_words(until)}.",
        )
