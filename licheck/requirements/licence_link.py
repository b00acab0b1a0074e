"""A link to the licence stands with the story, where a reader sees it.

In plain text its address counts as well. A licence that only metadata name (`rel=license` in the head, JSON-LD) is seen by
nobody. Editions of a deed are one licence (`/deed.fr`, `/legalcode`); another version or country of a Creative Commons
licence is a doubt, another licence is not this one.

Options: `to`: addresses of the licence without scheme, any of which will do, as `creativecommons.org/licenses/by-nd/4.0`;
without it any Creative Commons deed does; `place`: by default anywhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.addresses import is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import JOINT
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements import _remedies
from licheck.requirements._judging import (
    AT_PLACE,
    ZONES_OF,
    at_block,
    at_offset,
    finding,
    not_for,
    number_of,
    place_for,
    zones_in_words,
)
from licheck.requirements._links import NOT_SEEN, link_evidence
from licheck.requirements._prescribed import ADDRESS

_ANY = ("creativecommons.org/licenses", "creativecommons.org/publicdomain")
_CODE = pattern(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z+-]+)", re.I)
_LICENCE = pattern(r"creativecommons\.org/|/licen[cs]es?/|open-?government-?licen[cs]e|gnu\.org/", re.I)
_WRITTEN = pattern(r"(?:https?://|www\.|creativecommons\.org/)[^\s<>()\[\]\"']{4,200}", re.I)
_OTHER_VERSION = "is another version or another country's"
_OTHER = "leads to another licence"


@dataclass(frozen=True, kw_only=True)
class LicenceLink(Requirement):
    """A link to the licence stands with the story."""

    kind: ClassVar[str] = "licence_link"

    to: tuple[str, ...] = ()
    place: Where = Where.PAGE

    def __post_init__(self) -> None:
        super().__post_init__()
        for target in self.to:
            if not ADDRESS.fullmatch(target):
                raise ValueError(
                    f"{target} in 'to' is no address such as creativecommons.org/licenses/by/4.0"
                )

    def judge(self, case: Case) -> Finding:
        """Passed when a seen link leads to the licence."""
        return not_for(self, case) or self._of_links(case, list(self._told(case)))

    def _of_links(self, case: Case, told: list[Evidence]) -> Finding:
        good = [piece for piece in told if piece.counts]
        if good:
            return finding(self, Verdict.PASSED, "The page links to the licence", evidence=good)
        doubt = [piece for piece in told if piece.note == _OTHER_VERSION]
        told += self._in_metadata(case)
        if doubt:
            reason = f"The page links to the licence, but the one it names {_OTHER_VERSION}"
            return self._amiss(
                case, Verdict.CANT_TELL, reason, [*doubt, *(piece for piece in told if piece not in doubt)]
            )
        nearest = f"; the nearest one {told[0].note}" if told else ""
        return self._amiss(case, Verdict.FAILED, f"There is no link to the licence{nearest}", told)

    def _told(self, case: Case) -> Iterator[Evidence]:
        """Every link, or written address, that leads to a licence."""
        for link in case.page.links:
            if not self._is_right(link.href) and not _LICENCE.search(link.href):
                continue
            note = NOT_SEEN.format(link.hidden) if link.hidden else self._why_not(link.href)
            if not note and not self._is_placed(case, link.block):
                note = f"does not stand {AT_PLACE[self.place]}"
            yield link_evidence(case, link, note)
        linked = {link.block for link in case.page.links}
        for index, block in enumerate(case.page.blocks):
            if index in linked or not self._may_hold(block.text):
                continue
            for hit in _WRITTEN.finditer(block.text):
                note = self._why_not(hit.group().rstrip(".,;:").replace(JOINT, ""))
                if note != _OTHER and self._is_placed(case, index):
                    yield at_block(case, index, hit.start(), hit.end(), counts=not note, note=note)

    def _may_hold(self, text: str) -> bool:
        return any(target.partition("/")[0] in text.lower() for target in self.to or _ANY)

    def _why_not(self, href: str) -> str:
        if self._is_right(href):
            return ""
        code = _CODE.search(href)
        codes = {hit[1].lower() for target in self.to if (hit := _CODE.search(target))}
        return _OTHER_VERSION if code and code[1].lower() in codes else _OTHER

    def _is_right(self, href: str) -> bool:
        url = href if "//" in href else f"https://{href}"
        return is_on(url, self.to or _ANY)

    def _is_placed(self, case: Case, block: int) -> bool:
        if self.place is Where.PAGE or block < 0:
            return True
        return case.zones.of[block] in (*ZONES_OF[self.place], Zone.ARTICLE)

    def _in_metadata(self, case: Case) -> Iterator[Evidence]:
        for meta in case.page.values("licence"):
            if not _LICENCE.search(meta.value):
                continue
            note = f"is only in metadata ({meta.where}), where no reader sees it"
            yield at_offset(
                case, meta.value, meta.offset, standing=Standing.METADATA, counts=False, note=note
            )

    def _amiss(self, case: Case, verdict: Verdict, reason: str, told: list[Evidence]) -> Finding:
        target = self.to[0] if self.to else "creativecommons.org/licenses/LICENCE"
        return finding(
            self,
            verdict,
            reason,
            evidence=told,
            looked_in=(*zones_in_words(case, self.place), number_of(case.page.links, "link")),
            belongs_at=place_for(case, Where.TOP if self.place is Where.TOP else Where.BOTTOM),
            remedy=_remedies.link(
                case.page, case.rule_set.licence or "Licence", f"https://{target.strip('/')}/"
            ),
        )
