"""The head of the page names the original as canonical (`<link rel="canonical">`).

One canonical link, in the head, to the original story; where the original's address is not known, to the
publisher's domain. Two different ones, or one in the body, are without effect: search engines ignore them
(https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls).

Options: `in_body`: true where the publisher's own code to copy puts it into the body; it passes there, with
that said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Meta
from licheck.model.requirement import Requirement
from licheck.requirements import _remedies
from licheck.requirements._judging import at_offset, finding, not_for
from licheck.requirements._links import is_of_copy, url_of

_BODY = "not in the head"  # so `where` ends for a link that stands in the body
_IN_HTML = ("<link> elements in the head and in the body",)
_IN_MARKDOWN = ("front matter", "<link> elements in the text")


@dataclass(frozen=True, kw_only=True)
class Canonical(Requirement):
    """The head of the page names the original as canonical."""

    kind: ClassVar[str] = "canonical"
    in_head: ClassVar[bool] = True

    in_body: bool = False

    def judge(self, case: Case) -> Finding:
        """Passed when the one canonical link in the head leads to the original."""
        return not_for(self, case) or _without_head(self, case) or self._of_links(case)

    def _of_links(self, case: Case) -> Finding:
        found = case.page.values("canonical")
        live = [meta for meta in found if self.in_body or _BODY not in meta.where]
        if len({address(meta.value) or meta.value for meta in live}) > 1:
            reason = "The page names several different canonical addresses"
            return self._failed(case, reason, live, "one of several")
        if live:
            return self._of_one(case, live)
        if found:
            reason = "The canonical link stands in the body, where search engines ignore it"
            return self._failed(case, reason, found, "not in the head")
        return self._failed(case, "The page names no canonical address", (), "")

    def _of_one(self, case: Case, live: Sequence[Meta]) -> Finding:
        """The finding for a page whose canonical links all name one address."""
        original = url_of(case)
        publisher = case.rule_set.publisher
        here = live[0]
        if is_of_copy(case, here.value):
            reason = f"The canonical address is the given original's, which is not on {publisher.name}'s site"
            evidence = [_evidence(case, here, False, "leads to another site than the publisher's")]
            return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)
        right = address(here.value) == address(original) if original else is_on(here.value, publisher.domains)
        if not right and not original and not publisher.domains:
            reason = (
                "Without the original, there is no telling whether the canonical address is the original's"
            )
            return finding(self, Verdict.CANT_TELL, reason, evidence=[_evidence(case, here, True, "")])
        if right and not original and _is_home(here):
            reason = f"The canonical address is {publisher.name}'s home page, not the story's"
            return self._failed(case, reason, live, "a home page")
        if not right:
            whose = "the original's" if original else f"{publisher.name}'s"
            own = is_on(here.value, case.republisher.domains)
            reason = f"The canonical address is {'your own, and ' if own else ''}not {whose}"
            return self._failed(case, reason, live, "leads to your own site" if own else "leads elsewhere")
        if original:
            outside = "; it stands in the body, where search engines ignore it" if _BODY in here.where else ""
            reason = f"The canonical address is the original's{outside}"
        else:
            reason = f"The canonical address is {publisher.name}'s; whether it is this story's, nobody said"
        return finding(self, Verdict.PASSED, reason, evidence=[_evidence(case, here, True, "")])

    def _failed(self, case: Case, reason: str, metas: Sequence[Meta], note: str) -> Finding:
        url = url_of(case) or _remedies.ADDRESS
        markdown = case.page.format == "markdown"
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=[_evidence(case, meta, False, note) for meta in metas],
            looked_in=_IN_MARKDOWN if markdown else _IN_HTML,
            belongs_at=Place("in the front matter" if markdown else "in the head of the page"),
            remedy=_remedies.canonical(case.page, url),
        )


def _without_head(requirement: Canonical, case: Case) -> Finding | None:
    """An inapplicable finding for what no address can be put into the head of, else None."""
    if case.page.format == "text":
        return finding(requirement, Verdict.INAPPLICABLE, "Plain text has no head")
    if not case.page.has_head:
        reason = "This file holds the story without the page around it"
        return finding(requirement, Verdict.INAPPLICABLE, reason)
    return None


def _is_home(meta: Meta) -> bool:
    found = address(meta.value)
    return found is not None and found.is_home


def _evidence(case: Case, meta: Meta, counts: bool, note: str) -> Evidence:
    return at_offset(case, meta.value, meta.offset, standing=Standing.ALIVE, counts=counts, note=note)
