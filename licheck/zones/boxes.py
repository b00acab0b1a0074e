"""Boxes: parts of a page that hold something else than the story, by their form.

A box is a container around a block that holds neither the headline nor any of the story. The block is
furniture when such a box is navigation or a form, when the box's first words say so, or when it is the card
of another story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from licheck.addresses import address
from licheck.model.page import Block, BlockKind, Link, Page
from licheck.patterns import pattern
from licheck.text import fold
from licheck.zones.prose import words_in
from licheck.zones.words import BOX_HEADINGS, BOX_LABELS, BOX_TAGS, SHORT_BOXES

_CLIMB = 64  # levels of containers that are climbed; hostile pages have 100,000
_TEASER_WORDS = 4  # words that make a link text a headline rather than a name, a section or a button
_TEASER_SHARE = 0.7  # of its block's text that a teaser's link covers
_HEADING_WORDS = 6  # words a box heading may have
_TEASER_REST = 14  # words that may follow it in the same block (a byline, a date)
_BEFORE_TEASER = frozenset(
    (
        "next previous read watch listen related also see more weiter vorheriger nächster lesen suivant"
        " précédent siguiente anterior"
    ).split()
)
_OPINION = pattern(r"comment(?:ary|aries|ator)")  # "commentary", "commentators": no readers' comments
_FOR_SUBSCRIBERS = pattern(
    r"subscriber[-_]?(?:only|preview|content)"
)  # the parts of a story, and no call to subscribe
_PREFIX = 3  # letters by which most lines are seen not to be box headings, before they are folded
_PREFIXES = frozenset(heading[:_PREFIX] for heading in BOX_HEADINGS)
_SAME_SIZE = 12  # characters that folding changes the length of a headline by at most (soft hyphens)
_OPENING = 2  # blocks of a box among which its heading stands
_LEAD = 60  # characters of such words
_AUTHOR = pattern(
    r"/(?:authors?|autore?(?:n|s)?|auteurs?|people|person|staff|profiles?|by|byline|writers?|reporters?)/",
    re.I,
)
# How a line begins that says where this story comes from, whatever of it is a link.
_CREDITS = pattern(
    r"\W*(?:(?:(?:editor's )?note: )?(?:this|the|a version of this|it) (?:[\w'-]+ ){0,5}?(?:was |is |has been )?)?(?:(?:originally|first) (?:published|appeared|posted|printed|ran)\b|re-?published\b|reprinted\b|reposted\b|syndicated\b)"
    r"|\W*(?:source|via|quelle|fuente|fonte|bron|źródło|originally|original(?: (?:story|article|source|post))?)\s*:|\W*via\s|\W*read (?:the|this) original\b|\W*read (?:it in full|(?:the )?(?:rest|full|whole|entire|complete)(?: [\w'-]+)?) (?:at|on|in|from)\b|\W*(?:story|article) (?:courtesy|from)\b"
    r"|\W*(?:dieser|cet|cette|est[ea]|quest[oa]|dit) (?:[\w'-]+ ){1,5}?(?:zuerst|ursprünglich|initialement|republié|publi\w+|originariamente|oorspronkelijk|verscheen)\b"
    r"|\W*(?:zuerst erschienen|ursprünglich|publicad[oa]|publié|paru|pubblicat[oa])\b"
)
_HOME = pattern(r"(?:https?:)?//[^/]+/?|/", re.I)  # an address of a site, and of no story on it
_ASKED = 80  # blocks before and after the story that anybody asks about, and those near them
_NEAR = 30  # blocks around a name among which links to other stories are looked for


class Boxes:
    """The boxes of one page, asked block by block.

    `story` are the blocks that belong to the story (headline and article), in page order, `headline` the
    first of them, if it is known, and `original` the address of the original.
    """

    def __init__(
        self, page: Page, story: Sequence[int], headline: int | None = None, original: str = ""
    ) -> None:
        self.page = page
        self.story = story
        self._headline = headline
        self.original = address(original) if original else None
        self._states: dict[int, tuple[int, int]] = {}
        self._headings: dict[int, bool] = {}

    @cached_property
    def own(self) -> frozenset[str]:
        """Folded texts that are the story's own even when they are links: its headline and titles."""
        texts = {meta.value for meta in self.page.metadata if meta.name == "title"}
        if self._headline is not None:
            texts.add(self.page.blocks[self._headline].text)
        return frozenset(map(fold, texts))

    def _holds_story(self, at: int) -> bool:
        """Whether a container holds a block of the story."""
        _, _, first, last, _ = self.page.containers[at]
        next_one = bisect_left(self.story, first)
        return next_one < len(self.story) and self.story[next_one] < last

    @cached_property
    def _labels(self) -> frozenset[str]:
        """The labels of what holds paragraphs of the story: the same beside it is no box (`<div class="paywall">`)."""
        blocks = self.page.blocks
        around = (self.page.around(blocks[block].container, _CLIMB) for block in self.story)
        return frozenset(label for boxes in around for *_, label in boxes if label)

    @cached_property
    def _teasers(self) -> list[int]:
        """For each block: how many links to other stories stand before it."""
        blocks = self.page.blocks
        counts = [0] * (len(blocks) + 1)
        low, high = (self.story[0] - _ASKED, self.story[-1] + _ASKED) if self.story else (0, len(blocks))
        for link in self.page.links:
            block = link[2]
            if block < low or block > high or block < 0:
                continue
            words = link[1]
            if words.count(" ") < _TEASER_WORDS - 1 and (words.isascii() or words_in(words) < _TEASER_WORDS):
                continue
            if self._leads_away(blocks[block][0], link):
                counts[block + 1] = 1
        return list(accumulate(counts))

    def _leads_away(self, text: str, link: Link) -> bool:
        """Whether a link is what its block (of this text) is about, and leads to another story."""
        return (
            (link.end - link.start >= len(text) * _TEASER_SHARE or _leads_in(text, link))
            and not link.href.startswith(("#", "mailto:", "tel:", "javascript:"))
            and not _HOME.fullmatch(link.href)
            and not ("author" in link.rel or _AUTHOR.search(link.href))
            and not self._is_own(link.text)
            and (self.original is None or address(link.href) != self.original)
            and not _CREDITS.match(fold(text))
        )

    def _is_own(self, text: str) -> bool:
        """Whether a text is the story's own headline or title."""
        size = len(text)
        return any(abs(size - len(own)) <= _SAME_SIZE for own in self.own) and fold(text) in self.own

    def is_furniture(self, block: int) -> bool:
        """Whether a block stands in a box of other things, or is itself a link to another story."""
        if self.is_teaser(block):
            return True
        at = self.page.blocks[block][3]
        outermost, boxed = self._state(at)
        if block >= boxed or outermost < 0:
            return block >= boxed
        if not any(self._teasers_around(outermost, block)):
            return False
        inside = -1
        for _ in range(_CLIMB):
            if self._is_card(at, inside, block):
                return True
            if at == outermost:
                return False
            inside, at = at, self.page.containers[at][1]
        return False

    def _state(self, at: int) -> tuple[int, int]:
        """The outermost container around (or equal to) a container that holds nothing of the story, -1 for
        none; and the block from which on all in one of them are other things.
        """
        path: list[int] = []
        while at >= 0 and at not in self._states and len(path) < _CLIMB and not self._holds_story(at):
            path.append(at)
            at = self.page.containers[at][1]
        state = self._states.get(at, (-1, len(self.page.blocks)))
        for at in reversed(path):
            outermost = state[0] if state[0] >= 0 else at
            state = self._states[at] = (outermost, min(state[1], self._boxed_from(at)))
        return state

    def _boxed_from(self, at: int) -> int:
        """The block from which on a container holds other things: all of it where it is navigation or a form or where its
        label says so, else from the heading on that says so among its first lines.
        """
        tag, _, first, last, label = self.page.containers[at]
        if tag in BOX_TAGS or (label and _names_box(label) and label not in self._labels):
            return first
        for block in range(first, min(last, first + _OPENING)):
            if self.says_box(block) and (self.heads_list(block) or at == self._row_of(block)):
                return block
        return len(self.page.blocks)

    def _row_of(self, block: int) -> int:
        """The innermost container around a block that holds more than that block."""
        at = self.page.blocks[block][3]
        for box in self.page.around(at):
            if box[3] - box[2] > 1 or box[1] < 0:
                break
            at = box[1]
        return at

    def says_box(self, block: int) -> bool:
        """Whether a block's words are those of a box heading."""
        if block not in self._headings:
            self._headings[block] = says_box(self.page.blocks[block])
        return self._headings[block]

    def heads_list(self, block: int) -> bool:
        """Whether a block's words are those of a heading over a list of other stories, however long."""
        return self.says_box(block) and _plain(self.page.blocks[block].text) not in SHORT_BOXES

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
    """Whether a link opens its block, or follows a word like "Next:", and little comes after it (a byline, a
    date).
    """
    if link.start > _LEAD:
        return False
    before = text[: link.start].strip()
    opens = not before or (
        len(before.split()) <= 3 and (before[-1] in ":»>›|" or _plain(before) in _BEFORE_TEASER)
    )
    return opens and len(text[link.end :].split()) <= _TEASER_REST


@lru_cache(maxsize=4096)
def _names_box(label: str) -> bool:
    lower = _FOR_SUBSCRIBERS.sub("", _OPINION.sub("", label.lower()))
    return any(part in lower for part in BOX_LABELS)


def _plain(text: str) -> str:
    return fold(text).strip(" :.…»>›-|")


def says_box(block: Block) -> bool:
    """Whether a block's words are those of a box heading: "Most read", "Related stories:"."""
    text = block.text
    if len(text) > 60 or text.count(" ") >= _HEADING_WORDS:
        return False
    head = text[:_PREFIX].lower()
    if head.isalpha() and head not in _PREFIXES:
        return False
    folded = _plain(text)
    if folded in BOX_HEADINGS:
        return True
    first, _, rest = folded.partition(" ")
    return first.isdigit() and rest in BOX_HEADINGS and block.kind is not BlockKind.PARAGRAPH
