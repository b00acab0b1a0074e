"""Page of an original -> Original: which blocks are the story, who wrote it, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from licheck.model.case import Mask
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones

_TITLE_WORDS = 25  # words that the first line of a text file may have to be its headline


def original_of(
    page: Page,
    zones: Zones,
    credits: Sequence[Credit],
    masks: Sequence[Mask],
    not_story: frozenset[int] = frozenset(),
) -> Original:
    """The original in a page. `not_story` are blocks that say where a story comes from."""
    masked = {mask.block for mask in masks if mask.start == 0}
    credited = {
        credit.block
        for credit in credits
        if credit.block >= 0 and credit.sure and credit.zone is not Zone.ARTICLE
    }
    article = tuple(
        block
        for block in zones.blocks(Zone.ARTICLE)
        if block not in masked and block not in credited and block not in not_story and page.blocks[block].kind is not BlockKind.CAPTION
    )  # fmt: skip
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
    """The writers: as front matter says, as the page shows, as its metadata say; in that order."""
    ways = (
        (lambda credit: credit.where.startswith("front matter"), "its front matter"),
        (lambda credit: credit.standing is Standing.SEEN and credit.zone is Zone.TOP, "its byline"),
        (lambda credit: credit.standing is Standing.METADATA, "its metadata"),
        (lambda credit: credit.standing is Standing.SEEN, "the credit at its end"),
    )
    for wanted, where in ways:
        names: dict[str, None] = {}
        for credit in credits:
            if wanted(credit) and credit.sure and credit.role is Role.WRITER:
                names |= dict.fromkeys(credit.persons)
        if names:
            return tuple(names), where
    return (), ""


def _affiliations(credits: Sequence[Credit]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for credit in credits:
        if (
            credit.role is Role.WRITER
            and credit.standing is Standing.SEEN
            and (credit.sure or credit.persons)
        ):
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
