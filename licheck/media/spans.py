"""From where to where a story stands on two pages, with its headline: what is beside it are its pictures and embeds."""

from __future__ import annotations

from licheck.model.original import Original
from licheck.model.zones import Zones

Span = tuple[int, int]
"""The first and the last block."""


def spans(original: Original, zones: Zones) -> tuple[Span, Span]:
    """The span of the story on the original's page, and on the page with these zones."""
    first, last = original.article[0], original.article[-1]
    page_first = (
        zones.headline if zones.headline is not None and zones.headline < zones.first else zones.first
    )
    return (_headline(original, first), last), (page_first, zones.last)


def _headline(original: Original, first: int) -> int:
    """The block of the original's headline, the last one above its story that says its title; else its first."""
    blocks = original.page.blocks
    return next((block for block in range(first - 1, -1, -1) if blocks[block].text == original.title), first)
