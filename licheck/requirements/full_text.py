"""The whole story is republished, not a part of it.

What the original's site had put around its story, as a dek, boxes, notes and calls to its readers, does not count.

Options: `least`: the share of the original's words (0-1) that must be there; the rest is what differs between two
readings of the same text, and a dateline or a note that was left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import ChangeKind, Permission, of_kinds
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._changes import (
    WORDING,
    edits,
    evidence_of,
    is_left_out,
    originals_words,
    place_of,
    unknown,
)
from licheck.requirements._judging import finding, not_for


@dataclass(frozen=True, kw_only=True)
class FullText(Requirement):
    """The whole story is republished."""

    kind: ClassVar[str] = "full_text"

    least: float = 0.95

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 < self.least <= 1:
            raise ValueError("`least` must be a share between 0 and 1, such as 0.95")

    def judge(self, case: Case) -> Finding:
        """Passed when (nearly) all of the original's words are there."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether the whole story is there")
            or self._of_words(case)
        )

    def _of_words(self, case: Case) -> Finding:
        assert case.original
        page = case.original.page
        words = sum(len(page.blocks[block].text.split()) for block in case.original.article)
        words -= sum(
            len(change.original.text.split())
            for change in of_kinds(case.changes, WORDING)
            if change.original and is_left_out(change)
        )
        cuts = edits(case, (Permission.EDITORS_NOTE,), (ChangeKind.CUT,))
        lost = sum(len(change.original.text.split()) for change in cuts if change.original)
        if not words or 1 - lost / words >= self.least:
            return finding(
                self, Verdict.PASSED, f"The whole story is there ({words - lost:,} of {words:,} words)"
            )
        cuts.sort(key=lambda change: -len(change.original.text) if change.original else 0)
        return finding(
            self,
            Verdict.FAILED,
            f"Only a part of the story is there: {words - lost:,} of {words:,} words",
            evidence=[evidence_of(case, change) for change in cuts],
            looked_in=("the story, against the original",),
            belongs_at=place_of(case, cuts[0]),
            remedy=originals_words(cuts[0]),
        )
