"""The page tells when the original was published.

The original's day, from its metadata, stands in a line beside the story, in any usual form (22 November 2026, 11/22/2026,
22. November 2026). Where the original's day is not known, a day in a line that names the publisher as the source is told.

Options: `place`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Standing, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._dates import day_in, in_words, published, tells
from licheck.requirements._judging import (
    ZONES_OF,
    at_block,
    at_offset,
    finding,
    not_for,
    place_for,
    zones_in_words,
)
from licheck.requirements._prescribed import as_remedy

_LINE = 60  # words of a line that tells it; what is longer is a paragraph of the story
_A_DAY = pattern(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, kw_only=True)
class PublicationDate(Requirement):
    """The page tells when the original was published."""

    kind: ClassVar[str] = "publication_date"

    place: Where = Where.ANYWHERE

    def judge(self, case: Case) -> Finding:
        """Passed when the original's day is seen beside the story."""
        if ours := not_for(self, case):
            return ours
        told = published(case.original.page) if case.original else None
        return self._of_day(case, told.day) if told else self._of_unknown(case)

    def _of_day(self, case: Case, day: date) -> Finding:
        lines = [block for block in self._lines(case) if tells(day, case.page.blocks[block].text)]
        shown = in_words(day)
        if lines:
            evidence = [at_block(case, block) for block in lines]
            return finding(
                self, Verdict.PASSED, f"The page tells the original's day, {shown}", evidence=evidence
            )
        if near := [block for block in self._lines(case) if self._tells_next(case, day, block)]:
            evidence = [
                at_block(case, block, counts=False, note="a day off: another time zone?") for block in near
            ]
            reason = f"A line tells a day beside the original's, {shown}"
            return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)
        name = case.rule_set.publisher.name
        unseen = [meta for meta in case.page.values("date") if day_in(meta.value) == day]
        note = "only in metadata ({}); what readers see of it is not known"
        evidence = [
            at_offset(
                case,
                meta.value,
                meta.offset,
                standing=Standing.METADATA,
                counts=False,
                note=note.format(meta.where),
            )
            for meta in unseen
        ]
        timed = any(meta.where.startswith(("time element", "front matter")) for meta in unseen)
        where = f"; the {unseen[0].where} tells it" if timed else "; it is only in metadata" if unseen else ""
        return finding(
            self,
            Verdict.CANT_TELL if timed else Verdict.FAILED,
            f"No line tells when the original was published ({shown}){where}",
            evidence=evidence,
            looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, Where.BOTTOM if self.place is Where.BOTTOM else Where.TOP),
            remedy=as_remedy(case, f"First published by {name} on {shown}."),
        )

    def _tells_next(self, case: Case, day: date, block: int) -> bool:
        text = case.page.blocks[block].text
        if day in (date.min, date.max):  # as some systems write for "never"
            return False
        return any(tells(day + timedelta(days=days), text) for days in (-1, 1))

    def _of_unknown(self, case: Case) -> Finding:
        """The finding where the original's day is not known."""
        credits = [said for said in case.statements if _A_DAY.search(case.page.blocks[said.block].text)]
        evidence = [at_block(case, said.block, said.start, said.end) for said in credits]
        if credits:
            reason = "The line on the story's source tells a day; whether it is the original's, nobody said"
            return finding(self, Verdict.PASSED, reason, evidence=evidence)
        why = (
            "the original does not say when it was published"
            if case.original
            else "the original is not known"
        )
        return finding(self, Verdict.CANT_TELL, f"No line on the story's source tells a day, and {why}")

    def _lines(self, case: Case) -> Iterator[int]:
        story = case.alignment.blocks if case.alignment else frozenset()
        for block in case.zones.blocks(*ZONES_OF[self.place], Zone.ARTICLE):
            if block not in story and case.page.blocks[block].text.count(" ") < _LINE:
                yield block
