"""Embeds of the story (videos, podcasts, posts, charts, forms): lost, or added."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.media.embeds import compared, named
from licheck.model.change import Change, ChangeKind, Passage
from licheck.model.original import Original
from licheck.model.page import Embed, Page
from licheck.model.zones import Zones


def embed_changes(original: Original, page: Page, zones: Zones) -> Iterator[Change]:
    """The changes of embeds; the passage of each is empty, before the block that follows it, and an offset tells its place."""
    if not original.page.embeds and not page.embeds:
        return
    found = compared(original, page, zones)
    for embed in found.lost:
        place = _place(original.page, embed)
        yield Change(ChangeKind.EMBED_LOST, place, None, note=named(embed), original_at=embed.offset)
    for embed in found.added:
        yield Change(
            ChangeKind.EMBED_ADDED, None, _place(page, embed), note=named(embed), page_at=embed.offset
        )


def _place(page: Page, embed: Embed) -> Passage:
    return Passage(min(embed.block, len(page.blocks) - 1), 0, 0, "")
