"""Zones where the original is known: nothing about the article has to be guessed."""

from __future__ import annotations

from licheck.model.alignment import Alignment
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zones
from licheck.text import fold
from licheck.zones.headline import find_headline
from licheck.zones.spread import spread

_ANCHOR_WORDS = 5  # words of a paragraph that by themselves show where the story is


def zones_by_alignment(page: Page, original: Original, alignment: Alignment) -> Zones | None:
    """The zones of a page that carries the original's text; None where it carries too little to tell."""
    story = sorted(alignment.blocks)
    anchors = [block for block in story if len(page.blocks[block].text.split()) >= _ANCHOR_WORDS] or story
    anchors = [block for block in anchors if page.blocks[block].kind is not BlockKind.HEADING] or anchors
    if not anchors:
        return None
    first, last = anchors[0], anchors[-1]
    headline = find_headline(page, first, fold(original.title))
    if headline is not None and headline >= first:
        headline = None
    return spread(
        page,
        headline,
        first,
        last,
        frozenset(block for block in story if first <= block <= last),
        "alignment",
        original.url,
    )
