"""The links in the story are kept, and lead where they led.

Compared with the original: addresses without scheme, `www.`, end slash, tracking parameters and AMP forms. A link
whose passage was cut is a cut and no lost link.

Options: `added`: true where the publisher permits further links on the story's own words. A link in a passage that
was added is a matter of `no_edit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import Change, ChangeKind
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements import _remedies
from licheck.requirements._changes import counted, edits, evidence_of, place_of, unknown
from licheck.requirements._judging import finding, not_for, number_of

_LOST = (ChangeKind.LINK_LOST, ChangeKind.LINK_RETARGETED)
_NO_LINKS = "text"  # the format that cannot carry any


@dataclass(frozen=True, kw_only=True)
class KeepLinks(Requirement):
    """The links in the story are kept."""

    kind: ClassVar[str] = "keep_links"

    added: bool = True

    def judge(self, case: Case) -> Finding:
        """Passed when every link of the original's text is there."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether links were taken out")
            or self._without_links(case)
            or self._of_links(case)
        )

    def _without_links(self, case: Case) -> Finding | None:
        assert case.original
        story = set(case.original.article)
        if not any(link.block in story and not link.hidden for link in case.original.page.links):
            return finding(self, Verdict.INAPPLICABLE, "The original's text has no links")
        if case.page.format == _NO_LINKS:
            reason = (
                "Plain text carries no links; whether they are kept where the story runs, it does not tell"
            )
            return finding(self, Verdict.CANT_TELL, reason)
        return None

    def _of_links(self, case: Case) -> Finding:
        assert case.original
        kinds = _LOST if self.added else (*_LOST, ChangeKind.LINK_ADDED)
        found = edits(case, kinds=kinds)
        story = set(case.original.article)
        links = [link for link in case.original.page.links if link.block in story and not link.hidden]
        if not found:
            return finding(
                self, Verdict.PASSED, f"The links of the story are kept ({number_of(links, 'link')})"
            )
        none_left = len([change for change in found if change.kind is ChangeKind.LINK_LOST]) == len(links) > 1
        reason = (
            f"None of the story's {len(links)} links is kept"
            if none_left
            else f"The story has {counted(found)}"
        )
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=[evidence_of(case, change) for change in found],
            looked_in=(f"{number_of(links, 'link')} of the original's text",),
            belongs_at=place_of(case, found[0]),
            remedy=_remedy(case, found[0]),
        )


def _remedy(case: Case, change: Change) -> str:
    """The first link that is missing, in the markup of the page."""
    assert case.original
    if change.original is None:
        assert change.page
        return f"Take out the link from: {change.page.text}"
    passage = change.original
    link = next(
        (
            link
            for link in case.original.page.links
            if link.block == passage.block and link.start <= passage.start < max(link.end, link.start + 1)
        ),
        None,
    )
    return _remedies.link(case.page, link.text, link.href) if link else f"Put the link back: {passage.text}"
