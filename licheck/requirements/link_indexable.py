"""Search engines may follow the link back: it is not marked `nofollow`, `sponsored` or `ugc`.

Nor does the page tell them to follow none of its links (`<meta name="robots" content="nofollow">`). A page without a link
back is a matter of `link_back`. (https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Standing, Verdict
from licheck.model.page import Link
from licheck.model.requirement import Requirement
from licheck.requirements import _remedies
from licheck.requirements._judging import at_offset, finding, not_for, number_of
from licheck.requirements._links import link_evidence, links_back
from licheck.text import words_of

_CLOSED = ("nofollow", "sponsored", "ugc")
_CLOSED_PAGE = ("nofollow", "none")


@dataclass(frozen=True, kw_only=True)
class LinkIndexable(Requirement):
    """Search engines may follow the link back."""

    kind: ClassVar[str] = "link_indexable"
    in_head: ClassVar[bool] = True

    def judge(self, case: Case) -> Finding:
        """Passed when one link back with the story can be followed."""
        return not_for(self, case) or self._of_links(case, list(links_back(case)))

    def _of_links(self, case: Case, links: list[Link]) -> Finding:
        if not links:
            return finding(self, Verdict.INAPPLICABLE, "There is no link back that could be followed")
        if closed := self._closed_page(case):
            return closed
        told = [(link, _why_not(link)) for link in links]
        good = [link_evidence(case, link) for link, note in told if not note]
        bad = [link_evidence(case, link, note) for link, note in told if note]
        if good:
            reason = "Search engines may follow the link back"
            return finding(self, Verdict.PASSED, reason, evidence=[*good, *bad])
        line = bad[0].line
        return finding(
            self,
            Verdict.FAILED,
            f"The link back is {bad[0].note}",
            evidence=bad,
            looked_in=(number_of(case.page.links, "link"),),
            belongs_at=Place("with the link back", line),
            remedy=_remedies.link(case.page, links[0].text or links[0].href, links[0].href),
        )

    def _closed_page(self, case: Case) -> Finding | None:
        """The finding for a page none of whose links are to be followed, else None."""
        for meta in case.page.values("robots"):
            if any(word in _CLOSED_PAGE for word in words_of(meta.value)):
                text, note = f"{meta.where}: {meta.value}", "closes all links of the page to search engines"
                piece = at_offset(case, text, meta.offset, standing=Standing.ALIVE, counts=False, note=note)
                return finding(
                    self,
                    Verdict.FAILED,
                    "The page tells search engines to follow none of its links",
                    evidence=[piece],
                    looked_in=('<meta name="robots"> elements',),
                    belongs_at=Place("in the head of the page, with the robots element", piece.line),
                    remedy='<meta name="robots" content="follow">',
                )
        return None


def _why_not(link: Link) -> str:
    marks = [mark for mark in link.rel.lower().split() if mark in _CLOSED]
    return f"closed to search engines (rel={' '.join(marks)})" if marks else ""
