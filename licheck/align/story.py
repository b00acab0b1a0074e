"""Which blocks of either page are compared: the story's own text, and what may have been added to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from licheck.align.lines import Role, is_credit, linked, role_of_block, role_of_text, speaks_of_site
from licheck.model.alignment import Alignment
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.text import words_of

_ENDS = 3  # blocks at either end of an original that may be credits which nobody took for such
FEWEST = 12  # words of a paragraph after (or before) the story that is taken for an addition to it...
_SHORTEST = 3  # ...and of one that may be one, if nothing speaks for a line of the site's own
_LETTERS = 12  # of a shorter one that the original has too
_SENTENCE = (".", "!", "?", "…", '"', "”", "»", "“", "。")
_REACH = 12  # blocks above a story without a headline that may be its beginning
_PASSED = 3  # lines of other things that are passed over to find a paragraph of the original
_NEAR = 8  # paragraphs of either end of an original that are looked for beside the story
_COMMON = 0.5  # share of the words of two short paragraphs, from where on one is the other reworded
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM))


def is_of_story(original: Original, block: int) -> bool:
    """Whether a block of the original's article is its text: no page number, no ruler, no credit at its ends."""
    text = original.page.blocks[block].text
    if role_of_text(text) is Role.NOTHING:
        return False
    at_end = block in original.article[-_ENDS:] or block in original.article[:1]
    return not (at_end and is_credit(text, original.authors) and _may_be_credit(text))


def with_end(page: Page, original: Original, alignment: Alignment) -> Original:
    """The original with short last paragraphs that its form did not tell to be its story's, where the page has them
    (reworded, perhaps) below the story.
    """
    if not alignment.pairs:
        return original
    last, there = max(alignment.blocks), original.page.blocks
    below = [frozenset(words_of(block.text)) for block in page.blocks[last + 1 : last + 1 + _NEAR]]
    article, container = original.article, there[original.article[-1]].container
    for index in range(article[-1] + 1, min(len(there), article[-1] + 1 + _PASSED)):
        text, kind, _, box, _, _ = there[index]
        words = frozenset(words_of(text))
        if box != container or kind not in _TEXT or is_credit(text, original.authors):
            break
        if not any(_is_like(words, other) for other in below):
            break
        article = (*article, index)
    return replace(original, article=article)


def _may_be_credit(text: str) -> bool:
    """Whether a paragraph is short enough, or says it too clearly, to be news."""
    return len(text.split()) <= 40


def blocks_of_page(
    page: Page, original: Original, alignment: Alignment, zones: Zones, aside: frozenset[int] = frozenset()
) -> list[int]:
    """The blocks of a page that carry the story, and those among them that were added to it; of those `aside`, which
    are credits, none was added.
    """
    return _Search(page, original, alignment, zones, aside).blocks() if alignment.pairs else []


class _Search:
    """The search on one page."""

    def __init__(
        self, page: Page, original: Original, alignment: Alignment, zones: Zones, aside: frozenset[int]
    ) -> None:
        self.page, self.original, self.zones, self.aside = page, original, zones, aside
        self.carried = alignment.blocks
        self.own = frozenset(page.blocks[block].container for block in self.carried)
        self.links = linked(page)
        done = {pair.original for pair in alignment.pairs}
        self.missing = [block for block in original.article if block not in done]

    def blocks(self) -> list[int]:
        first, last = min(self.carried), max(self.carried)
        headline = self.zones.headline
        top = headline if headline is not None and headline < first else max(-1, first - _REACH)
        above = [*self._outside(range(first - 1, top, -1), Zone.TOP)]
        below = self._outside(range(last + 1, len(self.page.blocks)), Zone.BOTTOM)
        inner = (block for block in range(first, last + 1) if block in self.carried or self._is_inside(block))
        return [*reversed(above), *inner, *below]

    def _is_inside(self, block: int) -> bool:
        return self.zones.of[block] not in (Zone.FURNITURE, Zone.TITLE) and self._is_added(block)

    def _is_added(self, block: int) -> bool:
        """Whether a block was added to the story, and is no caption, button, credit or notice."""
        text = self.page.blocks[block].text
        if role_of_block(self.page, block, self.own, self.links) is Role.NOTHING:
            return False
        if _letters(text) in self.elsewhere:
            return False
        sure = self.zones.of[block] is Zone.ARTICLE
        return sure or not (is_credit(text, self.original.authors) and _may_be_credit(text))

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The letters of the lines of the original's page that are not its story: notices, credits, captions."""
        article = frozenset(self.original.article)
        blocks = self.original.page.blocks
        return frozenset(_letters(block.text) for index, block in enumerate(blocks) if index not in article)

    @cached_property
    def article(self) -> str:
        """The letters of the original's story."""
        return "\0".join(_letters(self.original.page.blocks[block].text) for block in self.original.article)

    def _outside(self, blocks: range, zone: Zone) -> Iterator[int]:
        """Paragraphs directly above or below the story, the nearest first: what nobody could align there, because
        it is short or reworded, and what was added. Some other lines may stand between.
        """
        passed = 0
        for block in blocks:
            if self.zones.of[block] not in (zone, Zone.ARTICLE):
                return
            own = self.page.blocks[block].container in self.own and self.page.blocks[block].kind in _TEXT
            if own and (self._is_known(block) or (not passed and self._is_addition(block))):
                yield block
            else:
                passed += 1
                if passed > _PASSED or not self.missing:
                    return

    def _is_addition(self, block: int) -> bool:
        """Whether a block is a paragraph like the story's: a sentence of some length, or a note."""
        text = self.page.blocks[block].text
        if role_of_text(text) is Role.NOTE:
            return True
        if not text.rstrip().endswith(_SENTENCE):
            return False
        is_long = len(text.split()) >= FEWEST
        return (is_long or self._is_sentence_of_story(block)) and self._is_added(block)

    def _is_sentence_of_story(self, block: int) -> bool:
        """Whether a short line reads like a sentence of the story: not to or about its readers, its site, its writer."""
        text = self.page.blocks[block].text
        if len(text.split()) < _SHORTEST or block in self.links or block in self.aside or text.isupper():
            return False
        if role_of_block(self.page, block, self.own, self.links) is not Role.STORY:
            return False
        return not is_credit(text, self.original.authors) and not speaks_of_site(text)

    def _is_known(self, block: int) -> bool:
        """Whether a block is (part of) a paragraph that the original has, word for word or reworded."""
        text = self.page.blocks[block].text
        letters = _letters(text)
        if len(letters) >= _LETTERS and letters in self.article:
            return True
        words = frozenset(words_of(text))
        return any(_is_like(words, other) for other in self._missing_words)

    @cached_property
    def _missing_words(self) -> list[frozenset[str]]:
        near = [*self.missing[:_NEAR], *self.missing[-_NEAR:]]
        return [frozenset(words_of(self.original.page.blocks[block].text)) for block in near]


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(_COMMON * max(len(one), len(other)), 1)


def _letters(text: str) -> str:
    return "".join(words_of(text))
