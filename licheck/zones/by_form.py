"""Zones where no original is known: by headline, length of paragraphs and where they stand together."""

from __future__ import annotations

from collections import defaultdict

from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.zones.boxes import Boxes
from licheck.zones.headline import find_headline
from licheck.zones.spread import spread

_LONG = 15  # words that make a block a paragraph of prose
_SHORT = 6  # words that make it one between two others
_LINKED = 0.5  # share of a block's text inside links beyond which it is a menu, not prose
_CLIMB = 4  # levels up that a paragraph lends weight to
_WORDLESS = 60  # characters that count as long in scripts written without spaces


def zones_by_form(page: Page, not_story: frozenset[int] = frozenset()) -> Zones:
    """The zones of a page of which nothing is known but itself. `not_story` are blocks known to be something else (a notice)."""
    weights = {block: words for block, words in _prose(page).items() if block not in not_story}
    if not weights:
        return Zones((Zone.FURNITURE,) * len(page.blocks), None, -1, -1, "form")
    inside = _best_container(page, weights)
    prose = sorted(block for block in weights if inside[0] <= block < inside[1])
    first, last = prose[0], prose[-1]
    headline = find_headline(page, first)
    boxes = Boxes(page, prose)
    story = frozenset(
        block
        for block in range(first, last + 1)
        if block in weights or (block not in not_story and _is_part(page, boxes, block))
    )
    return spread(page, headline, first, last, story, "form")


def _is_part(page: Page, boxes: Boxes, block: int) -> bool:
    """Sub-headings, list items and short paragraphs between two long ones are the story's too."""
    kind = page.blocks[block].kind
    if kind in (BlockKind.CAPTION, BlockKind.CONTROL) or boxes.is_furniture(block):
        return False
    return len(page.blocks[block].text.split()) >= _SHORT or kind is BlockKind.HEADING


def _prose(page: Page) -> dict[int, int]:
    """Block -> words, for the blocks that read like prose."""
    linked: dict[int, int] = defaultdict(int)
    for link in page.links:
        if link.block >= 0:
            linked[link.block] += link.end - link.start
    found: dict[int, int] = {}
    for index, block in enumerate(page.blocks):
        if (
            block.kind in (BlockKind.CONTROL, BlockKind.HEADING, BlockKind.CAPTION)
            or len(block.text) < _WORDLESS
        ):
            continue
        words = len(block.text.split())
        if words < _LONG and (block.text.isascii() or words * 8 > len(block.text)):
            continue
        if linked[index] <= len(block.text) * _LINKED:
            found[index] = max(words, len(block.text) // 8)
    return found


def _best_container(page: Page, weights: dict[int, int]) -> tuple[int, int]:
    """(first, last) block of the container in which most of the prose stands together."""
    containers = page.containers
    scores: dict[int, float] = defaultdict(float)
    for block, weight in weights.items():
        at, share = page.blocks[block].container, 1.0
        for _ in range(_CLIMB):
            if at < 0:
                break
            bonus = 1.2 if containers[at].tag in ("article", "main") else 1.0
            scores[at] += weight * share * bonus
            at, share = containers[at].parent, share * 0.75
    best = max(scores, key=lambda at: (scores[at], -at))
    while containers[best].parent >= 0 and containers[best].last - containers[best].first < 2:
        best = containers[best].parent
    if containers[best].last <= containers[best].first:
        return 0, len(page.blocks)  # a format without boxes
    return containers[best].first, containers[best].last
