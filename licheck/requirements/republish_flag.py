"""Only stories that their publisher marks as free to take are republished.

The mark (a button "Republish", a line) is looked for on the original's page. Buttons are often made by scripts, and text
and Markdown show none: only a page that does not hold the word anywhere fails.

Options: `marks`: the words of the mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._judging import finding, not_for, number_of, without_original
from licheck.requirements._marks import in_source, marks_on_original, of_mark

_MARKS = ("republish", "republishing", "republish this article", "republish this story", "repost this story")


@dataclass(frozen=True, kw_only=True)
class RepublishFlag(Requirement):
    """Only stories that their publisher marks as free to take are republished."""

    kind: ClassVar[str] = "republish_flag"

    marks: tuple[str, ...] = _MARKS

    def judge(self, case: Case) -> Finding:
        """Passed when the original carries the mark."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "whether it may be taken")
        marks = marks_on_original(case, self.marks)
        if marks and not marks[0].near:
            reason = "A mark that lets stories be taken stands on the original's page, it seems not with this story"
            evidence = [of_mark(case, mark, "may speak of the whole site") for mark in marks]
            return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)
        if marks:
            evidence = [of_mark(case, mark, "the mark on the original", counts=True) for mark in marks]
            return finding(self, Verdict.PASSED, "The original is marked as free to take", evidence=evidence)
        page = case.original.page
        if page.format != "html" or page.scripted or not page.has_head or in_source(page, self.marks):
            reason = "No mark that lets the story be taken is seen on the original; a part of its page may not be in its file"
            return finding(self, Verdict.CANT_TELL, reason)
        name = case.rule_set.publisher.name
        return finding(
            self,
            Verdict.FAILED,
            f'The original does not carry the mark that lets it be taken ("{self.marks[0]}")',
            looked_in=(f"{number_of(page.blocks, 'line')} of the original's page",),
            belongs_at=Place("the whole story"),
            remedy=f"Ask {name} whether this story may be taken.",
        )
