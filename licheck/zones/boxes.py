"""Boxes: parts of a page that hold something else than the story, by their form.

A box is the largest container around a block that holds neither the headline nor any of the story. It is
furniture when it is navigation or a form, when its heading says so, or when it holds links to other stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from licheck.model.page import Block, BlockKind, Link, Page
from licheck.text import fold
from licheck.zones.words import BOX_HEADINGS, BOX_LABELS, BOX_TAGS

_CLIMB = 64  # levels of containers that are climbed; hostile pages have 100,000
_TEASER_WORDS = 4  # words that make a link text a headline rather than a name, a section or a button
_TEASER_SHARE = 0.7  # of its block's text that a teaser's link covers
_HEADING_WORDS = 6  # words a box heading may have
_LONGEST_BOX = 400  # blocks of one box that are looked through


class Boxes:
    """The boxes of one page, asked block by block.

    `story` are the blocks that belong to the story (headline and article), in page order. `own` are folded texts
    that are the story's own even when they are links (its headline).
    """

    def __init__(self, page: Page, story: Sequence[int], own: frozenset[str] = frozenset()) -> None:
        self.page = page
        self.story = story
        self.own = own
        self._known: dict[int, bool] = {}
        self._teasers: dict[int, bool] = {}

    @cached_property
    def _holds_story(self) -> list[bool]:
        """For each container: does it hold a block of the story?"""
        marks = [0] * (len(self.page.blocks) + 1)
        for block in self.story:
            marks[block + 1] = 1
        for at in range(1, len(marks)):
            marks[at] += marks[at - 1]
        return [marks[box.last] > marks[box.first] for box in self.page.containers]

    @cached_property
    def _links(self) -> dict[int, list[Link]]:
        found: dict[int, list[Link]] = {}
        for link in self.page.links:
            if link.block >= 0:
                found.setdefault(link.block, []).append(link)
        return found

    def links_in(self, block: int) -> Sequence[Link]:
        """The links whose text stands in a block."""
        return self._links.get(block, ())

    def box_of(self, block: int) -> int:
        """The largest container around a block that holds nothing of the story; -1 where there is none."""
        containers, holds = self.page.containers, self._holds_story
        at, found = self.page.blocks[block].container, -1
        for _ in range(_CLIMB):
            if at < 0 or holds[at]:
                break
            found = at
            at = containers[at].parent
        return found

    def is_furniture(self, block: int) -> bool:
        """Whether a block stands in a box of other things, or is itself a link to another story."""
        if self.is_teaser(block):
            return True
        box = self.box_of(block)
        if box < 0:
            return False
        if box not in self._known:
            self._known[box] = self._judge(box)
        return self._known[box]

    def _judge(self, box: int) -> bool:
        container = self.page.containers[box]
        at = box
        for _ in range(_CLIMB):  # navigation and forms, also when the box lies inside them
            if at < 0:
                break
            if self.page.containers[at].tag in BOX_TAGS:
                return True
            at = self.page.containers[at].parent
        blocks = range(container.first, min(container.last, container.first + _LONGEST_BOX))
        if any(self.is_box_heading(block) for block in blocks):
            return True
        label = container.label.lower()
        if label and any(part in label for part in BOX_LABELS):
            return True
        return sum(self.is_teaser(block) for block in blocks) >= 1

    def is_box_heading(self, block: int) -> bool:
        """Whether a block is the heading of a box of other things ("Most read")."""
        return says_box(self.page.blocks[block])

    def is_teaser(self, block: int) -> bool:
        """Whether a block is (mostly) a link with the length of a headline, other than this story's own."""
        if block not in self._teasers:
            text = self.page.blocks[block].text
            self._teasers[block] = any(
                link.end - link.start >= len(text) * _TEASER_SHARE
                and len(link.text.split()) >= _TEASER_WORDS
                and fold(link.text) not in self.own
                and not link.href.startswith(("#", "mailto:", "tel:", "javascript:"))
                for link in self.links_in(block)
            )
        return self._teasers[block]


def says_box(block: Block) -> bool:
    """Whether a block's words are those of a box heading: "Most read", "Related stories:"."""
    text = block.text
    if len(text) > 60 or len(text.split()) > _HEADING_WORDS:
        return False
    folded = fold(text).strip(" :.…»>›-|")
    if folded in BOX_HEADINGS:
        return True
    first, _, rest = folded.partition(" ")
    return first.isdigit() and rest in BOX_HEADINGS and block.kind is not BlockKind.PARAGRAPH
