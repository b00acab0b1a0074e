"""From headline and article to the zones of all blocks."""

from __future__ import annotations

from itertools import pairwise

from licheck.model.page import Block, Page
from licheck.model.zones import Zone, Zones
from licheck.text import fold
from licheck.zones.boxes import Boxes

_ABOVE = 4  # blocks directly above the headline that may carry a credit (kicker, "Provided by", byline)
_NO_HEADLINE = 12  # blocks above the first paragraph that may, where no headline was found
_BELOW = 40  # blocks after the last paragraph that may
_HEADLINE_WORDS = 5  # words of a heading below the story that make it the headline of another
_EDGE = 2  # paragraphs of the story within which a line that is not the story's counts as above or below it


def spread(
    page: Page,
    headline: int | None,
    first: int,
    last: int,
    story: frozenset[int],
    by: str,
    original: str = "",
) -> Zones:
    """The zone of every block. `story` are the blocks between `first` and `last` that are the story's own;
    `original` is the original's address, where it is known."""
    ends = sorted(story) if headline is None else sorted({headline, *story})
    boxes = Boxes(page, ends, headline, original)
    of = [Zone.FURNITURE] * len(page.blocks)
    for block in story:
        of[block] = Zone.ARTICLE
    _inside(page, boxes, of, sorted(story), Zone.ARTICLE if by == "alignment" else None)
    if headline is not None:
        of[headline] = Zone.TITLE
    top = headline - _ABOVE if headline is not None else first - _NO_HEADLINE
    _mark(page, boxes, of, range(max(0, top), first), Zone.TOP)
    _mark(page, boxes, of, range(last + 1, min(len(of), last + 1 + _BELOW)), Zone.BOTTOM)
    return Zones(tuple(of), headline, first, last, by)


def _mark(page: Page, boxes: Boxes, of: list[Zone], blocks: range, zone: Zone) -> None:
    """Give blocks outside the story their zone. After the heading of a box in a page without containers, all
    is furniture.
    """
    in_box = False
    for index in blocks:
        if of[index] is not Zone.FURNITURE:
            in_box = False
            continue
        block = page.blocks[index]
        if block[4] and zone is Zone.BOTTOM and _begins_another(block, boxes):
            return
        if boxes.heads_list(index):
            in_box = True
        elif in_box and block[4]:
            in_box = False
        if not in_box and not boxes.is_furniture(index):
            of[index] = zone


def _begins_another(block: Block, boxes: Boxes) -> bool:
    """Whether a heading is the headline of another story that follows on the same page."""
    return (
        block.level <= 2 and len(block.text.split()) >= _HEADLINE_WORDS and fold(block.text) not in boxes.own
    )


def _inside(page: Page, boxes: Boxes, of: list[Zone], story: list[int], middle: Zone | None) -> None:
    """Blocks between the story's paragraphs: near its ends they may be credits, in the middle they are
    `middle` (added by the page, where the original is known), or nothing that has to do with the story.
    """
    for at, (before, after) in enumerate(pairwise(story)):
        if after == before + 1:
            continue
        zone = Zone.TOP if at < _EDGE else Zone.BOTTOM if at >= len(story) - 1 - _EDGE else middle
        if zone is not None:
            _mark(page, boxes, of, range(before + 1, after), zone)
