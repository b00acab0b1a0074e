"""The story is republished as it is: nothing cut, added, reworded, moved or retitled.

Compared with the original: typography (quotation marks, dashes, spaces, hyphenation) is no change. Ads, boxes and
embeds between paragraphs, an editor's note, and paragraphs run together or taken apart are permitted unless
`allow` says otherwise. What the original's site had put around its story (a dek, boxes, pull quotes, calls to its readers) may
always be left out. Of what is not permitted the gravest is told first: altered quotations, numbers and names.

Options: `allow`: classes of changes that the publisher permits: `relative_time` ("yesterday" becomes "Tuesday"),
`place` ("here" becomes "in Saltmere"), `house_style` (percent or %, numerals, spelling), `headline`, `dek`,
`subheadings`, `paragraphs`, `cuts_at_end`, `cuts`, `editors_note`, `boxes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import Change, Permission
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._changes import (
    counted,
    edits,
    evidence_of,
    originals_words,
    permitted,
    place_of,
    unknown,
)
from licheck.requirements._judging import finding, not_for


@dataclass(frozen=True, kw_only=True)
class NoEdit(Requirement):
    """The story is republished as it is."""

    kind: ClassVar[str] = "no_edit"

    allow: tuple[Permission, ...] = (Permission.BOXES, Permission.EDITORS_NOTE, Permission.PARAGRAPHS)

    @property
    def permits(self) -> frozenset[Permission]:
        """With `level: may`: these changes are permitted, whoever judges by them."""
        return frozenset(self.allow)

    def judge(self, case: Case) -> Finding:
        """Passed when nothing was changed that is not permitted."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether the story was changed")
            or self._of_changes(case, edits(case, permitted(case, self.allow)))
        )

    def _perhaps(self, case: Case) -> Finding | None:
        """A doubt where a line beside the story may have been added to it."""
        found = edits(case, permitted(case, self.allow), sure=False)
        if not found:
            return None
        return finding(
            self,
            Verdict.CANT_TELL,
            "The story stands as in the original, but for a line beside it that may be an addition or the site's own",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=("the story, word for word against the original",),
            belongs_at=place_of(case, found[0]),
            remedy=originals_words(found[0]),
        )

    def _of_changes(self, case: Case, found: list[Change]) -> Finding:
        if not found and (doubt := self._perhaps(case)):
            return doubt
        if not found:
            others = edits(case)
            but = f"; permitted: {counted(others)}" if others else ""
            return finding(self, Verdict.PASSED, f"The story stands as in the original{but}")
        return finding(
            self,
            Verdict.FAILED,
            f"The story was changed: {counted(found)}",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=("the story, word for word against the original",),
            belongs_at=place_of(case, found[0]),
            remedy=originals_words(found[0]),
        )
