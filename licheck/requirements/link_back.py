"""The page links back to the publisher.

The link stands with the story, is seen, and leads where the publisher asks: any page of its domains (`to: domain`), its home
page (`home`), the original story (`story`), or one of the last two (`home_or_story`). Links in the story's own text and in other boxes
of the page are none. Addresses are compared without scheme, `www.`, end slash, tracking parameters and AMP forms.

Options: `to`; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Level, Standing, Verdict
from licheck.model.page import Link
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._judging import (
    ZONES_OF,
    at_offset,
    finding,
    not_for,
    place_for,
    zones_in_words,
)


class To(Enum):
    """Where the link has to lead."""

    DOMAIN = "domain"
    HOME = "home"
    STORY = "story"
    HOME_OR_STORY = "home_or_story"


@dataclass(frozen=True, kw_only=True)
class LinkBack(Requirement):
    """The page links back to the publisher."""

    kind: ClassVar[str] = "link_back"

    to: To = To.DOMAIN
    place: Where = Where.ANYWHERE
    place_level: Level = Level.MUST

    def judge(self, case: Case) -> Finding:
        """Passed when a seen link with the right target stands with the story."""
        other = not_for(self, case)
        if other:
            return other
        good: list[tuple[Link, Zone]] = []
        misses: list[Evidence] = []
        doubtful: list[Evidence] = []
        for link in case.page.links:
            if not is_on(link.href, case.rule_set.publisher.domains):
                continue
            zone = _zone(case, link)
            why_not = self._why_not(case, link, zone)
            if not why_not:
                good.append((link, zone))
            elif why_not == _UNKNOWN:
                doubtful.append(_evidence(case, link, zone, False, why_not))
            else:
                misses.append(_evidence(case, link, zone, False, why_not))
        name = case.rule_set.publisher.name
        placed = [
            (link, zone)
            for link, zone in good
            if self.place is Where.ANYWHERE or zone in ZONES_OF[self.place]
        ]
        if placed or (good and self.place_level is not Level.MUST):
            reason = f"the page links to {name}" + (
                "" if placed else f", but not at the {self.place.value}, where it is wanted if possible"
            )
            return finding(
                self,
                Verdict.PASSED,
                reason,
                evidence=[_evidence(case, link, zone, True, "") for link, zone in placed or good],
            )
        if good:
            evidence = [
                _evidence(case, link, zone, False, "in another place than asked for") for link, zone in good
            ]
            return self._amiss(
                case, Verdict.FAILED, f"the link to {name} does not stand at the {self.place.value}", evidence
            )
        if doubtful:
            return self._amiss(case, Verdict.CANT_TELL, f"the page links to {name}, but {_UNKNOWN}", doubtful)
        misses += _astray(case)
        reason = f"no link leads to {self._target(case)}" + (f": {misses[0].note}" if misses else "")
        return self._amiss(case, Verdict.FAILED, reason, misses)

    def _why_not(self, case: Case, link: Link, zone: Zone) -> str:
        """Why a link to the publisher's domain is not the link back; empty where it is."""
        if link.hidden:
            return f"the link is not seen by a reader: {link.hidden}"
        here = address(link.href)
        original = address(case.original.url) if case.original and case.original.url else None
        if here is not None and here == original and self.to in (To.STORY, To.HOME_OR_STORY, To.DOMAIN):
            return "" if zone is not Zone.FURNITURE else "it stands elsewhere on the page, not with the story"
        if zone is Zone.FURNITURE:
            return "it stands elsewhere on the page, not with the story"
        if zone is Zone.ARTICLE and not any(statement.block == link.block for statement in case.statements):
            return "it is one of the story's own links"
        home = here is not None and here.is_home
        if self.to is To.DOMAIN or (home and self.to in (To.HOME, To.HOME_OR_STORY)):
            return ""
        if self.to is To.HOME:
            return "it leads to another page than the home page"
        if original is not None:
            return "it leads to another page than the original"
        if home:
            return "it leads to the home page, not to the story"
        in_credit = any(statement.block == link.block for statement in case.statements)
        return "" if in_credit else _UNKNOWN

    def _target(self, case: Case) -> str:
        name = case.rule_set.publisher.name
        domain = case.rule_set.publisher.domains[0] if case.rule_set.publisher.domains else name
        return {
            To.DOMAIN: f"{name} ({domain})", To.HOME: f"the home page of {name} ({domain})", To.STORY: f"the original story at {name}",
            To.HOME_OR_STORY: f"the home page of {name} ({domain}) or the original story",
        }[self.to]  # fmt: skip

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        url = case.original.url if case.original else ""
        domain = case.rule_set.publisher.domains[0] if case.rule_set.publisher.domains else ""
        target = url or (f"https://{domain}/" if self.to is not To.STORY else "ADDRESS OF THE ORIGINAL")
        return finding(
            self, verdict, reason, evidence=evidence, looked_in=(*zones_in_words(case, self.place), f"{len(case.page.links)} links of the page"),
            belongs_at=place_for(case, Where.BOTTOM if self.place is Where.BOTTOM else Where.TOP),
            remedy=f'<a href="{target}">{case.rule_set.publisher.name}</a>',
        )  # fmt: skip


def _astray(case: Case) -> list[Evidence]:
    """Links that stand where the link back would, or are named like the publisher, and lead elsewhere."""
    publisher = case.rule_set.publisher
    credits = {statement.block for statement in case.statements}
    return [
        _evidence(case, link, _zone(case, link), False, "it leads elsewhere")
        for link in case.page.links
        if (link.block in credits or named(link.text, publisher.names, publisher.others)) and not link.hidden and not is_on(link.href, publisher.domains)
    ]  # fmt: skip


_UNKNOWN = "the address of the original is not known, so there is no saying whether it leads to the story"


def _zone(case: Case, link: Link) -> Zone:
    """The zone of a link; one around a picture stands where the nearest block above it does."""
    of = case.zones.of
    if link.block >= 0:
        return of[link.block]
    around = [
        image.block for image in case.page.images if image.link == link.href and image.offset >= link.offset
    ][:1]
    near = [of[block] for at in around for block in (at, at - 1) if 0 <= block < len(of)]
    return next((zone for zone in near if zone is not Zone.FURNITURE), Zone.FURNITURE)


def _evidence(case: Case, link: Link, zone: Zone, counts: bool, note: str) -> Evidence:
    standing = (
        Standing.HIDDEN if link.hidden else Standing.ELSEWHERE if zone is Zone.FURNITURE else Standing.SEEN
    )
    return at_offset(
        case,
        f"{link.text} ({link.href})" if link.text else link.href,
        link.offset,
        standing=standing,
        counts=counts,
        note=note,
    )
