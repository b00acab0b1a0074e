"""Stories that their publisher marks as not to be taken are not republished.

The mark is looked for on the original, in short lines beside its story. One that stands in the foot of the page or far
from the story may speak of the site as a whole, and is a doubt.

Options: `marks`: the words of such a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._judging import finding, not_for, without_original
from licheck.requirements._marks import marks_on_original, of_mark

_MARKS = (
    "not for republication",
    "may not be republished",
    "not available for republication",
    "do not republish",
)


@dataclass(frozen=True, kw_only=True)
class PerItemExclusion(Requirement):
    """Stories that their publisher marks as not to be taken are not republished."""

    kind: ClassVar[str] = "per_item_exclusion"

    marks: tuple[str, ...] = _MARKS

    def judge(self, case: Case) -> Finding:
        """Passed when the original carries no such mark."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "how it is marked")
        marks = marks_on_original(case, self.marks)
        if not marks:
            return finding(self, Verdict.PASSED, "The original is not marked as excluded")
        if not marks[0].near:
            reason = (
                "A mark that excludes stories stands on the original's page, it seems not with this story"
            )
            evidence = [of_mark(case, mark, "may speak of the whole site") for mark in marks]
            return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)
        name = case.rule_set.publisher.name
        return finding(
            self,
            Verdict.FAILED,
            f"{name} marks this story as not to be republished",
            evidence=[of_mark(case, mark, "the mark on the original") for mark in marks if mark.near],
            looked_in=("the lines of the original",),
            belongs_at=Place("the whole story"),
            remedy=f"Ask {name}, or take the story off.",
        )
