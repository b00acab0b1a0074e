"""Page of an original -> Original: which blocks are the story, who wrote it, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from licheck.model.case import Mask
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones

_TITLE_WORDS = 25  # words that the first line of a text file may have to be its headline and no paragraph
# Where an original can name its writers, best first, for people: "the byline of the original".
_PLACES: tuple[tuple[str, Callable[[Credit], bool]], ...] = (
    ("front matter", lambda credit: credit.where.startswith("front matter")),
    ("byline", lambda credit: credit.standing is Standing.SEEN and credit.zone is Zone.TOP),
    ("metadata", lambda credit: credit.standing is Standing.METADATA),
    ("credit at the end", lambda credit: credit.standing is Standing.SEEN),
)


def original_of(
    page: Page,
    zones: Zones,
    credits: Sequence[Credit],
    masks: Sequence[Mask],
    not_story: frozenset[int] = frozenset(),
) -> Original:
    """The original in a page.

    `masks` are the publishers' notices on it; blocks that begin with one, captions, and blocks in `not_story`
    (which say where a story comes from) are not the story's own text, nor are sure credits outside of it.
    """
    masked = {mask.block for mask in masks if mask.start == 0}
    credited = {
        credit.block
        for credit in credits
        if credit.block >= 0 and credit.sure and credit.zone is not Zone.ARTICLE
    }
    left_out = masked | credited | not_story
    article = tuple(
        block
        for block in zones.blocks(Zone.ARTICLE)
        if block not in left_out and page.blocks[block].kind is not BlockKind.CAPTION
    )
    authors, authors_from = _authors(credits)
    return Original(
        page=page,
        article=article,
        title=_title(page, zones, credited),
        authors=authors,
        authors_from=authors_from,
        affiliations=_affiliations(credits),
        url=_url(page),
    )


def _authors(credits: Sequence[Credit]) -> tuple[tuple[str, ...], str]:
    """The writers and where they were read, from the best place that names any."""
    writers = [credit for credit in credits if credit.sure and credit.role is Role.WRITER]
    for where, says in _PLACES:
        names = dict.fromkeys(person for credit in writers if says(credit) for person in credit.persons)
        if names:
            return tuple(names), where
    return (), ""


def _affiliations(credits: Sequence[Credit]) -> tuple[str, ...]:
    """What stands beside the writers; organisations credited as author only where that is sure."""
    found: dict[str, None] = {}
    for credit in credits:
        if credit.role is Role.WRITER and credit.standing is Standing.SEEN:
            if credit.sure or credit.persons:
                found |= dict.fromkeys(credit.affiliations)
            if credit.sure:
                found |= dict.fromkeys(credit.organisations)
    return tuple(found)


def _title(page: Page, zones: Zones, credited: set[int]) -> str:
    if zones.headline is not None:
        return page.blocks[zones.headline].text
    for meta in page.values("title"):
        return meta.value
    for block in zones.blocks(Zone.TOP):
        text = page.blocks[block].text
        if block not in credited and len(text.split()) <= _TITLE_WORDS and not text.endswith((".", ":", ",")):
            return text
    return ""


def _url(page: Page) -> str:
    for name in ("licheck.original", "canonical", "url", "canonical-claim"):
        for meta in page.values(name):
            if meta.value.startswith(("http://", "https://", "//")):
                return meta.value
    return ""
