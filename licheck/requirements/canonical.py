"""The head of the page names the original as canonical (`<link rel="canonical">`).

One canonical link, in the head, to the original story; where the original's address is not known, to the publisher's domain.
Two different ones, or one in the body, are without effect: search engines ignore them
(https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls).

Options: `in_body`: true where the publisher's own code to copy puts it into the body; it passes there, with that said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Meta
from licheck.model.requirement import Requirement
from licheck.requirements._judging import at_offset, finding, not_for


@dataclass(frozen=True, kw_only=True)
class Canonical(Requirement):
    """The head of the page names the original as canonical."""

    kind: ClassVar[str] = "canonical"

    in_body: bool = False

    def judge(self, case: Case) -> Finding:
        """Passed when the one canonical link in the head leads to the original."""
        other = not_for(self, case)
        if other:
            return other
        if case.page.format == "text":
            return finding(self, Verdict.INAPPLICABLE, "plain text has no head")
        found = case.page.values("canonical")
        live = [meta for meta in found if self.in_body or "not in the head" not in meta.where]
        targets = {address(meta.value) or meta.value for meta in live}
        if len(targets) > 1:
            return self._failed(
                case, "the page names several different canonical addresses", live, "one of several"
            )
        if not live:
            reason = (
                "the canonical link stands in the body, where search engines ignore it"
                if found
                else "the page names no canonical address"
            )
            return self._failed(case, reason, found, "not in the head")
        original = case.original.url if case.original else ""
        meta = live[0]
        right = (
            address(meta.value) == address(original)
            if original
            else is_on(meta.value, case.rule_set.publisher.domains)
        )
        if right:
            if not original:
                reason = f"the canonical address is {case.rule_set.publisher.name}'s; whether it is this story's, nobody said"
                return finding(self, Verdict.PASSED, reason, evidence=[_evidence(case, meta, True, "")])
            outside = (
                "; it stands in the body, where search engines ignore it"
                if "not in the head" in meta.where
                else ""
            )
            return finding(
                self,
                Verdict.PASSED,
                "the canonical address is the original's" + outside,
                evidence=[_evidence(case, meta, True, "")],
            )
        return self._failed(case, "the canonical address is not the original's", live, "leads elsewhere")

    def _failed(self, case: Case, reason: str, metas: tuple[Meta, ...] | list[Meta], note: str) -> Finding:
        url = (case.original.url if case.original else "") or "ADDRESS OF THE ORIGINAL"
        return finding(
            self, Verdict.FAILED, reason, evidence=[_evidence(case, meta, False, note) for meta in metas], looked_in=("links of the whole document",),
            belongs_at=Place("in the head of the page"), remedy=f'<link rel="canonical" href="{url}">',
        )  # fmt: skip


def _evidence(case: Case, meta: Meta, counts: bool, note: str) -> Evidence:
    return at_offset(case, meta.value, meta.offset, standing=Standing.ALIVE, counts=counts, note=note)
