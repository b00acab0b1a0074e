"""What the kinds share that ask something of the link back: which links those are, told as evidence."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.addresses import Address, address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Standing
from licheck.model.page import JOINT, Link
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._judging import at_offset
from licheck.text import fold

NOT_SEEN = "is not seen by a reader: {}"
ELSEWHERE = "stands elsewhere on the page, not with the story"
_NUMBER = pattern(r"\d{5,}")
_END = 2  # lines from the story's end, below which the publisher may tell of itself
_LINE = 8  # words of a line that leads to the original; what is longer is a paragraph
_ORIGINAL = pattern(
    r"\b(?:original (?:story|article|post|version|text|report|piece|source)|originally|(?:article|artículo|texto|nota|artigo) original"
    r"|articolo originale|article d'origine|original(?:artikel|beitrag|text))\b"
)
_SHORT_QUERY = pattern(r"(?:p|id|story_id|article_id)=\d+")


def url_of(case: Case) -> str:
    """The original's address; empty where it is not known, or where what is known is a copy on a site that is not the
    publisher's: nothing is held against that, and nobody is told to link to it.
    """
    url = case.original.url if case.original else ""
    domains = case.rule_set.publisher.domains
    return url if not domains or is_on(url, domains) else ""


def is_of_copy(case: Case, url: str) -> bool:
    """Whether an address is that of the original that is known, which stands on a site that is not the publisher's."""
    known = address(case.original.url) if case.original and not url_of(case) else None
    return known is not None and address(url) == known


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


def may_be_one(original: Address, here: Address) -> bool:
    """Whether two addresses may be one story's: a short one by its number, or one whose words have changed since."""
    if here.host != original.host:
        return False
    numbers = set(_NUMBER.findall(original.path)) & set(_NUMBER.findall(here.path))
    return bool(numbers) or (not here.path and _SHORT_QUERY.fullmatch(here.query) is not None)


def says_original(case: Case, link: Link) -> bool:
    """Whether a link stands in a line such as "Read the original story", beside the story or last in what form takes for it."""
    if link.block < 0:
        return False
    last = case.zones.last
    at_end = case.zones.by == "form" and last - _END <= link.block <= last
    if not at_end and case.zones.of[link.block] not in (Zone.TOP, Zone.BOTTOM):
        return False
    text = case.page.blocks[link.block].text
    return text.count(" ") < _LINE and _ORIGINAL.search(fold(text)) is not None
