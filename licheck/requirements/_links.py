"""What the kinds share that ask something of the link back: which links those are, told as evidence."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Standing
from licheck.model.page import JOINT, Link
from licheck.model.zones import Zone
from licheck.requirements._judging import at_offset

NOT_SEEN = "is not seen by a reader: {}"
ELSEWHERE = "stands elsewhere on the page, not with the story"


def links_back(case: Case) -> Iterator[Link]:
    """The seen links with the story that lead to the publisher, the story's own ones left out."""
    return (link for link in to_publisher(case) if not why_not(case, link))


def to_publisher(case: Case) -> Iterator[Link]:
    """All links to the publisher's domains, or to the original, hidden ones too, in the order of the page."""
    domains = case.rule_set.publisher.domains
    original = address(case.original.url) if case.original and case.original.url else None
    for link in case.page.links:
        if is_on(link.href, domains) or (original is not None and address(link.href) == original):
            yield link


def why_not(case: Case, link: Link) -> str:
    """Why a link to the publisher is not a link back, as a note; empty where it is."""
    if link.hidden:
        return NOT_SEEN.format(link.hidden)
    zone = case.zones.of[link.block] if link.block >= 0 else _zone_of_picture(case, link)
    if zone is Zone.FURNITURE:
        return ELSEWHERE
    return "one of the story's own links" if zone is Zone.ARTICLE and is_storys_own(case, link) else ""


def is_storys_own(case: Case, link: Link) -> bool:
    """Whether a link stands in the story's own text: in the original's words, or in no sentence on its source."""
    if case.alignment is not None and case.original is not None:
        return link.block in case.alignment.blocks
    return not any(statement.block == link.block for statement in case.statements)


def _zone_of_picture(case: Case, link: Link) -> Zone:
    """Where a link around a picture stands: with the nearest block."""
    of = case.zones.of
    for image in case.page.images:
        if image.link == link.href and image.offset >= link.offset:
            near = [of[block] for block in (image.block, image.block - 1) if 0 <= block < len(of)]
            return next((zone for zone in near if zone is not Zone.FURNITURE), Zone.FURNITURE)
    return Zone.FURNITURE


def link_evidence(case: Case, link: Link, note: str = "", *, counts: bool | None = None) -> Evidence:
    """A link as evidence; without `counts` it counts where there is no note."""
    text = f"{link.text.replace(JOINT, '')} ({link.href})" if link.text else link.href
    standing = Standing.HIDDEN if link.hidden else Standing.SEEN
    counting = not note if counts is None else counts
    return at_offset(case, text, link.offset, standing=standing, counts=counting, note=note)
