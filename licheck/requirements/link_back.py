"""The page links back to the publisher.

The link stands with the story, is seen, and leads where the publisher asks: any page of its domains
(`to: domain`), its home page (`home`), the original story (`story`), or one of the last two
(`home_or_story`). Links in the story's own text and in other boxes of the page are none, unless the link is asked for in
the dek or the first paragraph. Addresses are compared without scheme, `www.`, end slash, tracking parameters and AMP forms.

Options: `to`; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from licheck.addresses import Address, address, is_on, is_shortened
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Level, Standing, Verdict
from licheck.model.page import PERHAPS, BlockKind, Link
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.requirements import _remedies
from licheck.requirements._byline_blocks import zone_of
from licheck.requirements._changes import prescribed
from licheck.requirements._judging import (
    AT_PLACE,
    LINES,
    MISPLACED,
    UNSURE,
    ZONES_OF,
    at_offset,
    finding,
    not_for,
    number_of,
    place_for,
    stands_at,
    zones_in_words,
)
from licheck.requirements._links import is_of_copy, may_be_one, says_original, to_publisher, url_of


class To(Enum):
    """Where the link has to lead."""

    DOMAIN = "domain"
    HOME = "home"
    STORY = "story"
    HOME_OR_STORY = "home_or_story"


_EDGE = 2  # paragraphs from the story's ends, as in `credit_line`
_BELOW = 3  # blocks below the story within which a sentence on its publisher goes with it
_ARTICLE = 4  # characters before the name at the beginning of such a sentence: "The "
_SENTENCE = 8  # words that it has at least: a teaser's heading has fewer
_TO_STORY = (To.STORY, To.HOME_OR_STORY, To.DOMAIN)  # what a link to the original satisfies
_TO_HOME = (To.HOME, To.HOME_OR_STORY, To.DOMAIN)  # what a link to the home page satisfies
_ASTRAY = "stands elsewhere on the page, not with the story"
_FOLDED = "only where some readers do not see it"
_SHORT = "leads through a service of short addresses; where to, this file does not tell"
_OTHER = "leads to another page than the original"
_MOVED = "it leads to another address than the original's, which may be an older or a shorter one of the same story"
_UNKNOWN = "the original's address is not known, so there is no saying whether the link leads to the story"


@dataclass(frozen=True, kw_only=True)
class LinkBack(Requirement):
    """The page links back to the publisher."""

    kind: ClassVar[str] = "link_back"
    places: ClassVar[tuple[Where, ...]] = tuple(Where)

    to: To = To.DOMAIN
    place: Where = Where.ANYWHERE
    place_level: Level = Level.MUST

    def judge(self, case: Case) -> Finding:
        """Passed when a seen link with the right target stands with the story."""
        return not_for(self, case) or self._of_links(case)

    def _of_links(self, case: Case) -> Finding:
        told = [(link, self._why_not(case, link)) for link in to_publisher(case)]
        good = [link for link, why_not in told if not why_not]
        if good:
            known = {address(link.href) for link in good}  # a link in the credit tells where others lead
            good += [link for link, why_not in told if why_not == _UNKNOWN and address(link.href) in known]
            return self._placed(case, good, told)
        name = case.rule_set.publisher.name
        doubtful = [(link, why_not) for link, why_not in told if _is_doubt(why_not)]
        if doubtful:
            folded = any(why_not not in (_UNKNOWN, _MOVED) for _, why_not in doubtful)
            reason = f"The page links to {name}, but {_FOLDED if folded else doubtful[0][1]}"
            evidence = [_evidence(case, *one) for one in doubtful]
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        astray = list(_astray(case))
        misses = [
            *(_evidence(case, link, why_not) for link, why_not in told),
            *(_evidence(case, *one) for one in astray),
        ]
        if why := self._why_unknown(case, told, astray):
            return self._amiss(case, Verdict.CANT_TELL, why, misses)
        reason = f"There is no link back to {self._target(case)}"
        nearest = f"; the nearest one {misses[0].note}" if misses else ""
        return self._amiss(case, Verdict.FAILED, reason + nearest, misses)

    def _why_unknown(self, case: Case, told: list[tuple[Link, str]], astray: list[tuple[Link, str]]) -> str:
        """Why there is no telling whether a link leads back, in a sentence; empty where none does."""
        if any(why_not == _SHORT for _, why_not in astray):
            return f"The link of the credit {_SHORT}"
        if case.page.format == "text" and not told:
            return "Plain text carries no links; whether there is one where the story runs, it does not tell"
        if not case.rule_set.publisher.domains and _original(case) is None:
            return (
                "Nobody said on which address the original stands, so a link to it cannot be told from others"
            )
        return ""

    def _placed(self, case: Case, good: list[Link], told: list[tuple[Link, str]]) -> Finding:
        """The finding for links that lead where they should: do they, or those that may do so, stand where they should?"""
        name, where = case.rule_set.publisher.name, AT_PLACE[self.place]
        placed = [link for link in good if self._stands(case, link)]
        if placed or self.place_level is not Level.MUST:
            wish = "" if placed else f"; where possible the link should stand {where}"
            evidence = [_evidence(case, link) for link in placed or good]
            return finding(self, Verdict.PASSED, f"The page links to {name}{wish}", evidence=evidence)
        if unsure := [link for link in good if self._stands(case, link) is None]:
            evidence = [_evidence(case, link, UNSURE) for link in unsure]
            reason = f"There is no telling whether the link to {name} stands {where}"
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        there = [(link, why_not) for link, why_not in told if _is_doubt(why_not) and self._stands(case, link)]
        if there:
            reason = f"A link to {name} stands {where}, but {there[0][1]}"
            return self._amiss(case, Verdict.CANT_TELL, reason, [_evidence(case, *one) for one in there])
        evidence = [_evidence(case, link, MISPLACED) for link in good]
        return self._amiss(case, Verdict.FAILED, f"The link to {name} does not stand {where}", evidence)

    def _stands(self, case: Case, link: Link) -> bool | None:
        """Whether a link stands at the place; None where there is no telling."""
        if self.place in LINES:
            return link.block >= 0 and stands_at(case, link.block, self.place)
        if self.place is Where.ANYWHERE or _zone(case, link) in ZONES_OF[self.place]:
            return True
        return case.zones.by == "form" and self._is_at_edge(case, link)

    def _is_at_edge(self, case: Case, link: Link) -> bool:
        """Whether a link stands in a line on the publisher, among what form takes for the story's first or last paragraphs."""
        if case.zones.of[link.block] is not Zone.ARTICLE or not _in_credit(case, link):
            return False
        at_top = link.block <= case.zones.first + _EDGE
        at_bottom = link.block >= case.zones.last - _EDGE
        zones = ZONES_OF[self.place]
        return (at_top and Zone.TOP in zones) or (at_bottom and Zone.BOTTOM in zones)

    def _why_not(self, case: Case, link: Link) -> str:
        """Why a link to the publisher's domain is not the link back; empty where it is."""
        if link.hidden.startswith(PERHAPS):
            original = _original(case)
            to_story = original is not None and address(link.href) == original and self.to in _TO_STORY
            leads = "" if to_story else self._elsewhere(case, link, original is not None)
            return leads if leads and leads != _UNKNOWN else f"is {link.hidden}"
        if link.hidden:
            return f"is not seen by a reader: {link.hidden}"
        zone = _zone(case, link)
        on_publisher = _in_description(case, link)
        if zone is Zone.FURNITURE and not on_publisher:
            return _ASTRAY
        original = _original(case)
        # A copy elsewhere may be a partner's, and the original for all that is known.
        if self.to in _TO_STORY and (
            is_of_copy(case, link.href) or (original is not None and address(link.href) == original)
        ):
            return ""
        asked_here = zone is Zone.ARTICLE and self._is_asked_there(case, link)
        of_source = _in_credit(case, link) or says_original(case, link)
        if zone is Zone.ARTICLE and not (on_publisher or asked_here or of_source):
            return "is one of the story's own links"
        return self._elsewhere(case, link, original is not None)

    def _is_asked_there(self, case: Case, link: Link) -> bool:
        """Whether a link in the story's own words can be the link back: it is asked for in the first paragraph, or in a dek that is the story's."""
        return self.place in LINES and self._stands(case, link) is not False

    def _elsewhere(self, case: Case, link: Link, original_known: bool) -> str:
        """Why a link that stands with the story, and is none to the original, leads elsewhere; or empty."""
        here = address(link.href)
        home = here is not None and here.is_home
        if self.to is To.DOMAIN or (home and self.to in _TO_HOME):
            return ""
        if self.to is To.HOME:
            return "leads to another page than the home page"
        if original_known:
            original = _original(case)
            return _MOVED if original and here and may_be_one(original, here) else _OTHER
        if home:
            return "leads to the home page, not to the story"
        return "" if _in_credit(case, link) or says_original(case, link) else _UNKNOWN

    def _target(self, case: Case) -> str:
        """Where the link has to lead, for people."""
        name, domains = case.rule_set.publisher.name, case.rule_set.publisher.domains
        domain = domains[0] if domains else name
        return {
            To.DOMAIN: f"{name} ({domain})",
            To.HOME: f"the home page of {name} ({domain})",
            To.STORY: f"the original story at {name}",
            To.HOME_OR_STORY: f"the home page of {name} ({domain}) or the original story",
        }[self.to]

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        publisher = case.rule_set.publisher
        domain = publisher.domains[0] if publisher.domains else ""
        story = url_of(case) if self.to in _TO_STORY else ""
        target = story or (_remedies.ADDRESS if self.to is To.STORY else f"https://{domain}/")
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=(
                *zones_in_words(case, self.place),
                number_of(case.page.links, "link"),
            ),
            belongs_at=place_for(case, self.place if self.place in (Where.BOTTOM, *LINES) else Where.TOP),
            remedy=_remedies.link(case.page, publisher.name, target),
        )


def _astray(case: Case) -> Iterator[tuple[Link, str]]:
    """Links in a credit line, or named like the publisher, that lead to somebody else, and what of them is known."""
    publisher = case.rule_set.publisher
    for link in case.page.links:
        ours = _in_credit(case, link) or named(link.text, publisher.names, publisher.others)
        if ours and not link.hidden and not is_on(link.href, publisher.domains):
            yield link, _SHORT if is_shortened(link.href) else "leads elsewhere"


def _is_doubt(why_not: str) -> bool:
    return why_not in (_UNKNOWN, _MOVED) or why_not.startswith(f"is {PERHAPS}")


def _original(case: Case) -> Address | None:
    return address(url) if (url := url_of(case)) else None


def _in_description(case: Case, link: Link) -> bool:
    """Whether a link stands in a sentence on the publisher directly below the story: "Example News is a nonprofit..."."""
    last = case.zones.last
    if not (last >= 0 and last - 1 <= link.block <= last + _BELOW):
        return False
    block = case.page.blocks[link.block]
    publisher = case.rule_set.publisher
    spans = named(block.text, publisher.names, publisher.others)
    first = bool(spans) and spans[0][0] <= _ARTICLE
    return first and block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= _SENTENCE


def _in_credit(case: Case, link: Link) -> bool:
    """Whether a link stands in a block with a sentence that names the publisher as source, or that it prescribes."""
    if any(statement.block == link.block for statement in case.statements):
        return True
    beside = link.block >= 0 and case.zones.of[link.block] is not Zone.FURNITURE
    return beside and link.block in prescribed(case, (link.block,))


def _zone(case: Case, link: Link) -> Zone:
    """The zone of a link; one around a picture stands where the blocks beside it do."""
    if link.block >= 0:
        return zone_of(case, link.block)
    images = (image for image in case.page.images if image.link == link.href and image.offset >= link.offset)
    image = next(images, None)
    return _zone_at(case.zones, image.block) if image else Zone.FURNITURE


def _zone_at(zones: Zones, place: int) -> Zone:
    """The zone of what stands before the block of this number. Directly above the story's first it is its top, directly below
    its last the bottom.
    """
    before, after = (zones.of[at] if 0 <= at < len(zones.of) else Zone.FURNITURE for at in (place - 1, place))
    if place == zones.first and before in (Zone.TITLE, Zone.TOP):
        return Zone.TOP
    if place == zones.last + 1 and before is Zone.ARTICLE:
        return Zone.BOTTOM
    return after if after is not Zone.FURNITURE else before


def _evidence(case: Case, link: Link, why_not: str = "") -> Evidence:
    """A link as evidence; it counts where nothing speaks against it."""
    standing = Standing.ELSEWHERE if _zone(case, link) is Zone.FURNITURE else Standing.SEEN
    return at_offset(
        case,
        f"{link.text} ({link.href})" if link.text else link.href,
        link.offset,
        standing=Standing.HIDDEN if link.hidden else standing,
        counts=not why_not,
        note=why_not,
    )
