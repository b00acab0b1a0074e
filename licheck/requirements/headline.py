"""The headline is the original's.

Compared folded; typography, and the name of the site behind a headline in the title element, are no change. Where a
publisher lets the headline be changed, write `level: may`: then another headline is no edit.

Options: `allow`: `house_style`, where spelling and numerals may be adapted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import ChangeKind, Permission
from licheck.model.finding import Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._changes import edits, evidence_of, permitted, place_of, unknown
from licheck.requirements._judging import at_block, finding, not_for
from licheck.text import shorten

_QUOTE = 120  # characters of a headline that are quoted


@dataclass(frozen=True, kw_only=True)
class Headline(Requirement):
    """The headline is the original's."""

    kind: ClassVar[str] = "headline"

    allow: tuple[Permission, ...] = ()

    @property
    def permits(self) -> frozenset[Permission]:
        """Another headline, and another dek with it."""
        return frozenset((Permission.HEADLINE, Permission.DEK))

    def judge(self, case: Case) -> Finding:
        """Passed when the headline says what the original's says."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether the headline was changed")
            or self._without_one(case)
            or self._of_headline(case)
        )

    def _without_one(self, case: Case) -> Finding | None:
        assert case.original
        if not case.original.title:
            return finding(self, Verdict.CANT_TELL, "No headline was found in the original")
        if case.zones.headline is None:
            return finding(self, Verdict.CANT_TELL, "No headline was found on the page")
        return None

    def _of_headline(self, case: Case) -> Finding:
        assert case.original
        assert case.zones.headline is not None
        found = edits(case, permitted(case, self.allow), (ChangeKind.HEADLINE,))
        if not found:
            evidence = [at_block(case, case.zones.headline)]
            return finding(self, Verdict.PASSED, "The headline is the original's", evidence=evidence)
        title = shorten(case.original.title, _QUOTE)
        return finding(
            self,
            Verdict.FAILED,
            f"The headline was changed; the original's is: {title}",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=("the headline",),
            belongs_at=place_of(case, found[0]) or Place("above the story"),
            remedy=case.original.title,
        )
