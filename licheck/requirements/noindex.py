"""Search engines are told not to list the page (`<meta name="robots" content="noindex">`).

`none` says the same. An HTTP header (X-Robots-Tag) would, too, but is in no file: where the publisher takes it as well,
say `header_counts: true`, and a page without the element is a doubt.
(https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag)

Options: `header_counts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Meta
from licheck.model.requirement import Requirement
from licheck.requirements._judging import at_offset, finding, not_for
from licheck.text import words_of

_FOR_ALL = "robots"
_SOME = ("googlebot", "bingbot", "googlebot-news")
_NO = ("noindex", "none")
_IN_HTML = ('<meta name="robots"> elements',)


@dataclass(frozen=True, kw_only=True)
class Noindex(Requirement):
    """Search engines are told not to list the page."""

    kind: ClassVar[str] = "noindex"
    in_head: ClassVar[bool] = True

    header_counts: bool = False

    def judge(self, case: Case) -> Finding:
        """Passed when a robots element for all search engines says `noindex`."""
        return not_for(self, case) or _without_head(self, case) or self._of_metas(case)

    def _of_metas(self, case: Case) -> Finding:
        told = case.page.values(_FOR_ALL)
        good = [meta for meta in told if says_no(meta)]
        if good:
            evidence = [_evidence(case, meta) for meta in good]
            return finding(
                self, Verdict.PASSED, "The page tells search engines not to list it", evidence=evidence
            )
        some = [meta for name in _SOME for meta in case.page.values(name) if says_no(meta)]
        misses = [_evidence(case, meta, "speaks to one search engine only") for meta in some]
        misses += [_evidence(case, meta, "does not say noindex") for meta in told]
        if self.header_counts:
            reason = "No element says noindex; an HTTP header may, which this file does not show"
            return self._amiss(Verdict.CANT_TELL, reason, misses)
        nearest = f"; the nearest element {misses[0].note}" if misses else ""
        return self._amiss(
            Verdict.FAILED, f"No element tells search engines not to list the page{nearest}", misses
        )

    def _amiss(self, verdict: Verdict, reason: str, misses: list[Evidence]) -> Finding:
        return finding(
            self,
            verdict,
            reason,
            evidence=misses,
            looked_in=_IN_HTML,
            belongs_at=Place("in the head of the page"),
            remedy='<meta name="robots" content="noindex">',
        )


def says_no(meta: Meta) -> bool:
    """Whether a robots element says that the page is not to be listed."""
    return any(word in _NO for word in words_of(meta.value))


def _without_head(requirement: Noindex, case: Case) -> Finding | None:
    """What to say of a file that has no head: most become pages whose head somebody else writes."""
    if case.page.format == "text":
        return finding(requirement, Verdict.INAPPLICABLE, "Plain text has no head")
    if not case.page.has_head:
        reason = "This file holds the story without the page around it"
        return finding(requirement, Verdict.INAPPLICABLE, reason)
    if case.page.format == "markdown" and not any(map(says_no, case.page.values(_FOR_ALL))):
        reason = "The site writes the head of this page, which this file does not show"
        return finding(requirement, Verdict.CANT_TELL, reason)
    return None


def _evidence(case: Case, meta: Meta, why_not: str = "") -> Evidence:
    text = f"{meta.where}: {meta.value}"
    return at_offset(case, text, meta.offset, standing=Standing.ALIVE, counts=not why_not, note=why_not)
