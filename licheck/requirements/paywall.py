"""Readers need not pay, or sign up, to read the story.

What a file shows of it: the page's own word to search engines (`isAccessibleForFree`, `article:content_tier`), a line that
asks readers to pay before they read on, boxes that are named so. The page's own word that the story is not free fails it; the
rest is a doubt, since the same boxes stand on many pages that are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.requirement import Requirement
from licheck.patterns import pattern
from licheck.requirements._judging import at_block, at_offset, finding, not_for, number_of

_FREE = pattern(
    r'"isAccessibleForFree"\s*:\s*"?(?:https?:(?:\\?/){2}schema\.org\\?/)?(true|false)\b|itemprop="isAccessibleForFree"\s+content="(true|false)"',
    re.I,
)
_TIER = "article:content_tier"
_METERED = "metered"
_BOX = pattern(
    r"\b(?:paywall|pay-wall|regwall|reg-wall|subscriber-only|subscribers-only|premium-content|tp-modal|meter-wall|piano-offer)\b"
)
_MOST = 40  # times that a page's own word is read
_LINE = 40  # words of a line that asks for money
_ASKS = pattern(
    r"\b(?:subscribe|sign up|log in|register|become a (?:member|subscriber)) (?:\w+ ){0,4}to (?:continue|keep|read)\b"
    r"|\b(?:this (?:article|story|content) is (?:only )?(?:for|available to) (?:\w+ )?(?:subscribers|members))\b|\balready a subscriber\?"
    r"|\b(?:weiterlesen mit|jetzt abonnieren, um|nur für abonnent)|\b(?:réservée? aux abonnés|abonnez-vous pour lire)\b"
    r"|\b(?:suscr[ií]bete para (?:seguir|leer)|solo para suscriptores)\b|\b(?:exclusivo para assinantes|assine para (?:ler|continuar))\b"
)


@dataclass(frozen=True, kw_only=True)
class Paywall(Requirement):
    """Readers need not pay, or sign up, to read the story."""

    kind: ClassVar[str] = "paywall"

    def judge(self, case: Case) -> Finding:
        """Passed when nothing in the file says that readers must pay."""
        return not_for(self, case) or self._of_marks(case)

    def _of_marks(self, case: Case) -> Finding:
        told = list(_told(case))
        free = [piece for piece in told if piece.counts]
        closed = [piece for piece in told if not piece.counts]
        doubts = list(_doubts(case))
        if closed and not free:
            return self._amiss(
                Verdict.FAILED, "The page says itself that the story is not free", [*closed, *doubts], case
            )
        if closed:
            reason = "The page says both that it is free and that it is not"
            return self._amiss(Verdict.CANT_TELL, reason, told, case)
        if doubts and not free:
            reason = "A part of the page may ask readers to pay; does it keep them from this story?"
            return self._amiss(Verdict.CANT_TELL, reason, doubts, case)
        says = (
            "The page says that the story is free"
            if free
            else "Nothing in this file asks readers to pay for the story"
        )
        return finding(self, Verdict.PASSED, says, evidence=[*free, *doubts])

    def _amiss(self, verdict: Verdict, reason: str, evidence: list[Evidence], case: Case) -> Finding:
        line = evidence[0].line
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=(
                "metadata",
                number_of(case.page.blocks, "line"),
                number_of(case.page.containers, "box"),
            ),
            belongs_at=Place("with this mark", line),
            remedy="Take this story out from behind the paywall, and say so to search engines: isAccessibleForFree: true",
        )


def _told(case: Case) -> Iterator[Evidence]:
    """What the page says of itself to machines."""
    page = case.page
    for meta in page.values(_TIER):
        value = meta.value.lower()
        if value in ("free", "locked"):
            note = f"the page's own word ({_TIER})"
            yield at_offset(
                case, meta.value, meta.offset, standing=Standing.METADATA, counts=value == "free", note=note
            )
    if page.find("isAccessibleForFree") < 0:
        return
    start, end = page.span or (0, len(page.source))
    for hit in islice(_FREE.finditer(page.source, start, end), _MOST) if page.format == "html" else ():
        if not _in_json_ld(page.source, hit.start()) and hit[1]:
            continue
        is_free = (hit[1] or hit[2]).lower() == "true"
        note = "the page's own word to search engines"
        yield at_offset(case, hit.group(), hit.start(), standing=Standing.METADATA, counts=is_free, note=note)


def _in_json_ld(source: str, at: int) -> bool:
    """Whether a place in the source stands in a script of JSON-LD, and not in a comment or another script's data."""
    script = source.rfind("<script", 0, at)
    if script < 0 or "ld+json" not in source[script : source.find(">", script)]:
        return False
    return source.rfind("<!--", 0, script) <= source.rfind("-->", 0, script)


def _doubts(case: Case) -> Iterator[Evidence]:
    """Lines that ask readers to pay before they read on, and boxes that are named so."""
    page = case.page
    for meta in page.values(_TIER):
        if meta.value.lower() == _METERED:
            note = f"the page's own word ({_TIER}): readers pay after so many stories"
            yield at_offset(
                case, meta.value, meta.offset, standing=Standing.METADATA, counts=False, note=note
            )
    for index, block in enumerate(page.blocks):
        if block.text.count(" ") < _LINE and _ASKS.search(page.folded[index]):
            yield at_block(case, index, counts=False, note="asks readers to pay or to sign up")
    for box in page.containers:
        if _BOX.search(box.label) and box.first < box.last:
            note = f"stands in a box named {_BOX.findall(box.label)[0]}"
            yield at_block(case, box.first, counts=False, note=note)
