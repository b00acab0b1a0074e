"""Boxes: parts of a page that hold something else than the story, by their form.

A box is a container around a block that holds neither the headline nor any of the story. The block is furniture
when such a box is navigation or a form, when the box's first words say so, or when it is the card of another story.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from licheck.addresses import address
from licheck.model.page import Block, BlockKind, Link, Page
from licheck.text import fold
from licheck.zones.prose import words_in
from licheck.zones.words import BOX_HEADINGS, BOX_LABELS, BOX_TAGS, SHORT_BOXES

_CLIMB = 64  # levels of containers that are climbed; hostile pages have 100,000
_TEASER_WORDS = 4  # words that make a link text a headline rather than a name, a section or a button
_TEASER_SHARE = 0.7  # of its block's text that a teaser's link covers
_HEADING_WORDS = 6  # words a box heading may have
_TEASER_REST = 14  # words that may follow it in the same block (a byline, a date)
_BEFORE_TEASER = frozenset("next previous read watch listen related also see more weiter vorheriger nächster lesen suivant précédent siguiente anterior".split())  # fmt: skip
_OPENING = 2  # blocks of a box among which its heading stands
_NEAR = 30  # blocks around a name among which links to other stories are looked for


class Boxes:
    """The boxes of one page, asked block by block.

    `story` are the blocks that belong to the story (headline and article), in page order. `own` are folded texts
    that are the story's own even when they are links (its headline), `original` the address of the original.
    """

    def __init__(
        self, page: Page, story: Sequence[int], own: frozenset[str] = frozenset(), original: str = ""
    ) -> None:
        self.page = page
        self.story = story
        self.own = own
        self.original = address(original) if original else None
        self._boxes: dict[int, bool] = {}
        self._labels: dict[str, bool] = {}
        self._headings: dict[int, bool] = {}

    def _holds_story(self, at: int) -> bool:
        """Whether a container holds a block of the story."""
        _, _, first, last, _ = self.page.containers[at]
        next_one = bisect_left(self.story, first)
        return next_one < len(self.story) and self.story[next_one] < last

    @cached_property
    def _teasers(self) -> list[int]:
        """For each block: how many links to other stories stand before it."""
        blocks = self.page.blocks
        counts = [0] * (len(blocks) + 1)
        for link in self.page.links:
            if (
                link[2] >= 0
                and words_in(link[1]) >= _TEASER_WORDS
                and self._leads_away(blocks[link[2]][0], link)
            ):
                counts[link[2] + 1] = 1
        return list(accumulate(counts))

    def _leads_away(self, text: str, link: Link) -> bool:
        """Whether a link is what its block (of this text) is about, and leads to another story."""
        return (
            (link.end - link.start >= len(text) * _TEASER_SHARE or _leads_in(text, link))
            and fold(link.text) not in self.own
            and not link.href.startswith(("#", "mailto:", "tel:", "javascript:"))
            and (self.original is None or address(link.href) != self.original)
        )

    def is_furniture(self, block: int) -> bool:
        """Whether a block stands in a box of other things, or is itself a link to another story."""
        if self.is_teaser(block):
            return True
        containers = self.page.containers
        at = self.page.blocks[block].container
        inside = -1
        for _ in range(_CLIMB):
            if at < 0 or self._holds_story(at):
                return False
            if self._is_box(at) or self._is_card(at, inside, block):
                return True
            inside, at = at, containers[at].parent
        return False

    def _is_box(self, at: int) -> bool:
        """Whether a container is navigation or a form, or its label or its first words say that it holds other things."""
        if at not in self._boxes:
            tag, _, first, last, label = self.page.containers[at]
            self._boxes[at] = (
                tag in BOX_TAGS
                or (label != "" and self._says_so(label))
                or any(map(self._opens_box, range(first, min(last, first + _OPENING))))
            )
        return self._boxes[at]

    def _says_so(self, label: str) -> bool:
        if label not in self._labels:
            lower = label.lower()
            self._labels[label] = any(part in lower for part in BOX_LABELS)
        return self._labels[label]

    def _opens_box(self, block: int) -> bool:
        if block not in self._headings:
            self._headings[block] = says_box(self.page.blocks[block])
        return self._headings[block]

    def _is_card(self, at: int, inside: int, block: int) -> bool:
        """Whether a container is the card of another story: its headline is a link beside the block.

        A name belongs to the link above it. It belongs to the link below it only in a list of such cards.
        """
        before, after = self._teasers_around(at, block)
        if inside >= 0 and (before, after) == self._teasers_around(inside, block):
            return False
        if before:
            return True
        parent = self.page.containers[at].parent
        if after != 1 or parent < 0 or self._holds_story(parent):
            return False
        return sum(self._teasers_around(parent, block)) > 1

    def _teasers_around(self, at: int, block: int) -> tuple[int, int]:
        """How many links to other stories a container holds before and after a block, of those near it."""
        container = self.page.containers[at]
        first, last = max(container.first, block - _NEAR), min(container.last, block + _NEAR)
        counts = self._teasers
        before = counts[block] - counts[first] if block > first else 0
        after = counts[last] - counts[block + 1] if last > block + 1 else 0
        return before, after

    def is_teaser(self, block: int) -> bool:
        """Whether a block is (mostly) a link with the length of a headline, other than this story's own."""
        return self._teasers[block + 1] > self._teasers[block]


def _leads_in(text: str, link: Link) -> bool:
    """Whether a link opens its block, or follows a word like "Next:", and little comes after it (a byline, a date)."""
    before = text[: link.start].strip()
    opens = not before or (
        len(before.split()) <= 3 and (before[-1] in ":»>›|" or _plain(before) in _BEFORE_TEASER)
    )
    return opens and len(text[link.end :].split()) <= _TEASER_REST


def heads_list(block: Block) -> bool:
    """Whether a block's words are those of a heading over a list of other stories, however long."""
    return says_box(block) and _plain(block.text) not in SHORT_BOXES


def _plain(text: str) -> str:
    return fold(text).strip(" :.…»>›-|")


def says_box(block: Block) -> bool:
    """Whether a block's words are those of a box heading: "Most read", "Related stories:"."""
    text = block.text
    if len(text) > 60 or len(text.split()) > _HEADING_WORDS:
        return False
    folded = _plain(text)
    if folded in BOX_HEADINGS:
        return True
    first, _, rest = folded.partition(" ")
    return first.isdigit() and rest in BOX_HEADINGS and block.kind is not BlockKind.PARAGRAPH
