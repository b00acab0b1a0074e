"""A link to the licence stands with the story, where a reader sees it.

In plain text its address counts as well. A licence that only metadata name (`rel=license` in the head, JSON-LD) is seen by
nobody, and that of a photograph is not the story's. Editions of a deed are one licence (`/deed.fr`, `/legalcode`); another
version or country of a Creative Commons licence is a doubt, another licence is not this one.

Options: `to`: the licence, as an id of the SPDX list (`CC-BY-ND-4.0`) or an address without scheme
(`creativecommons.org/licenses/by-nd/4.0`); of several, any will do; without it any Creative Commons deed does; `place`: by
default anywhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from licheck.addresses import is_on
from licheck.licences.addresses import of_address
from licheck.licences.value import Licence, Relation, parse, relation
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import JOINT, Link
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
from licheck.requirements._licence_claims import side_of
from licheck.requirements._licence_scope import Scope, Side, about, scope_in_text
from licheck.requirements._links import NOT_SEEN, link_evidence
from licheck.requirements._prescribed import ADDRESS

_ANY = ("creativecommons.org/licenses", "creativecommons.org/publicdomain")
_LICENCE = pattern(r"creativecommons\.org/|/licen[cs]es?/|open-?government-?licen[cs]e|gnu\.org/", re.I)
_WRITTEN = pattern(r"(?:https?://|www\.|creativecommons\.org/)[^\s<>()\[\]\"']{4,200}", re.I)
_OTHER_VERSION = "is another version or another country's"
_OTHER = "leads to another licence"
_OF_PICTURE = Scope.PICTURE.value


@dataclass(frozen=True, kw_only=True)
class LicenceLink(Requirement):
    """A link to the licence stands with the story."""

    kind: ClassVar[str] = "licence_link"

    to: tuple[str, ...] = ()
    place: Where = Where.PAGE

    def __post_init__(self) -> None:
        super().__post_init__()
        for target in self.to:
            if not parse(target) and not ADDRESS.fullmatch(target):
                raise ValueError(
                    f"{target} in 'to' is no licence such as CC-BY-4.0, and no address such as creativecommons.org/licenses/by/4.0"
                )

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        """The addresses that are asked for."""
        return tuple(found.address if (found := parse(target)) else target for target in self.to)

    @cached_property
    def _licences(self) -> tuple[Licence, ...]:
        """Those of them that are Creative Commons licences."""
        found = (of_address(f"https://{target}") for target in self._targets)
        return tuple(licence for licence in found if licence)

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
        side = side_of(case)
        for link in case.page.links:
            if not self._is_right(link.href) and not _LICENCE.search(link.href):
                continue
            note = NOT_SEEN.format(link.hidden) if link.hidden else self._why_not(link.href)
            if not note and link.block >= 0 and not link.text.strip() and not _pictured(case, link):
                note = "has no words that a reader could click on"
            if not note and _is_of_picture(side, link):
                note = _OF_PICTURE
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
                    if not note and scope_in_text(side, index, *hit.span()) is Scope.PICTURE:
                        note = _OF_PICTURE
                    yield at_block(case, index, hit.start(), hit.end(), counts=not note, note=note)

    def _may_hold(self, text: str) -> bool:
        return any(target.partition("/")[0].lower() in text.lower() for target in self._targets or _ANY)

    def _why_not(self, href: str) -> str:
        if self._is_right(href):
            return ""
        licence = of_address(href if "//" in href else f"https://{href}")
        hows = [relation(wanted, licence) for wanted in self._licences] if licence else []
        near = (Relation.OTHER_FORM, Relation.LESS_EXACT)
        return _OTHER_VERSION if any(how in near for how in hows) else _OTHER

    def _is_right(self, href: str) -> bool:
        url = href if "//" in href else f"https://{href}"
        licence = of_address(url) if self._licences else None
        if licence and any(relation(wanted, licence) is Relation.SAME for wanted in self._licences):
            return True
        return is_on(url, self._plain)

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        """The addresses that are not Creative Commons licences with a version: whatever begins with them will do."""
        exact = {licence.address for licence in self._licences if licence.version}
        return tuple(each for each in self._targets if each.strip("/") not in exact) if self.to else _ANY

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
        target = self._targets[0] if self.to else "creativecommons.org/licenses/LICENCE"
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


def _is_of_picture(side: Side, link: Link) -> bool:
    """Whether the licence that a link leads to is that of a picture or another work."""
    if said := about(side, link):
        return said is Scope.PICTURE
    return link.block >= 0 and scope_in_text(side, link.block, link.start, link.end) is Scope.PICTURE


def _pictured(case: Case, link: Link) -> bool:
    """Whether a link without words is one around a picture, such as a badge."""
    return any(image.link == link.href for image in case.page.images)
