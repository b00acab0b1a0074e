"""Which blocks of either page are compared: the story's own text, and what may have been added to it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set
from functools import cached_property

from licheck.align.captions import Captions
from licheck.align.ends import form_of, is_like, story_words
from licheck.align.lines import (
    Role,
    is_caption,
    is_credit,
    is_stamp,
    is_under_picture,
    linked,
    role_of_block,
    role_of_text,
    speaks_of_site,
)
from licheck.model.alignment import Alignment
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.text import letters_of

_ENDS = 3  # blocks at either end of an original that may be credits which nobody took for such
FEWEST = 12  # words of a paragraph after (or before) the story that is taken for an addition to it...
_DAY = 60  # characters of a line that tells a day and nothing else
_LONG = 200  # characters of a paragraph that is no line of a site's own
_SHORTEST = 3  # ...and of one that may be one, if nothing speaks for a line of the site's own
_LETTERS = 12  # of a shorter one that the original has too
_BYLINE = 120  # characters of a line that names a writer and is no sentence
_DEK = 40  # words of a dek at most
_SENTENCE = (".", "!", "?", "…", '"', "”", "»", "“", "。")
_REACH = 12  # blocks above a story without a headline, or below it, that may be its beginning or its end
_PASSED = 3  # lines of other things that are passed over to find a paragraph of the original
_NEAR = 8  # paragraphs of either end of an original that are looked for beside the story
_SIGNS = "\u3000"  # the first sign of scripts without spaces
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM))


def is_of_story(original: Original, block: int, kept: Set[int] = frozenset()) -> bool:
    """Whether a block of the original's article is its text: no page number, no ruler, no credit at its ends. A long one of
    those that the page has word for word, `kept`, need not be asked what it is.
    """
    text = original.page.blocks[block].text
    if block in kept and len(text) > _LONG and block not in original.article[-_ENDS:]:
        return True
    if role_of_text(text) in (Role.NOTHING, Role.BOX) or is_under_picture(original.page, block):
        return False
    if len(text) <= _DAY and _is_day_of_byline(original, block):
        return False
    if original.page.images and is_caption(original.page, block):
        return False
    if original.page.blocks[block].kind is not BlockKind.HEADING and _is_byline(text, original.authors):
        return False
    at_end = block in original.article[-_ENDS:] or block in original.article[:1]
    return not (at_end and is_credit(text, original.authors) and _may_be_credit(text))


def _is_day_of_byline(original: Original, block: int) -> bool:
    """Whether a line is the day that stands beside the byline of a story; elsewhere a day may head a part of it."""
    lines = original.page.blocks
    beside = [lines[at].text for at in (block - 1, block + 1) if 0 <= at < len(lines)]
    return is_stamp(lines[block].text) and any(_is_byline(text, original.authors) for text in beside)


def _is_byline(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a short line, that is no sentence, names a writer or an agency: "Di Ada Finch, The Wire", "Avec AFP"."""
    short = len(text) <= _BYLINE and not text.rstrip().endswith(_SENTENCE)
    return short and is_credit(text, authors)


def _may_be_credit(text: str) -> bool:
    """Whether a paragraph is short enough, or says it too clearly, to be news."""
    return len(text.split()) <= 40


def blocks_of_page(
    page: Page, original: Original, alignment: Alignment, zones: Zones, aside: Container[int] = ()
) -> list[int]:
    """The blocks of a page that carry the story, and those among them that were added to it; of those `aside`, which
    are credits, none was added.
    """
    return _Search(page, original, alignment, zones, aside).blocks() if alignment.pairs else []


class _Search:
    """The search on one page."""

    def __init__(
        self, page: Page, original: Original, alignment: Alignment, zones: Zones, aside: Container[int]
    ) -> None:
        self.page, self.original, self.zones, self.aside = page, original, zones, aside
        self.captions = Captions(original)
        self.carried, self.pairs = alignment.blocks, alignment.pairs
        self.own = frozenset(page.blocks[block].container for block in self.carried)
        self.links = linked(page)
        done = {pair.original for pair in alignment.pairs}
        self.missing = [block for block in original.article if block not in done]

        self.kinds = _TEXT | {page.blocks[block].kind for block in self.carried} - {BlockKind.HEADING}
        self.first, self.last = min(self.carried), max(self.carried)

    def blocks(self) -> list[int]:
        first, last = self.first, self.last
        headline = self.zones.headline
        top = headline if headline is not None and headline < first else max(-1, first - _REACH)
        above = [*self._outside(range(first - 1, top, -1), Zone.TOP)]
        below = {*self._outside(range(last + 1, len(self.page.blocks)), Zone.BOTTOM), *self._behind_box(last)}
        inner = (block for block in range(first, last + 1) if block in self.carried or self._is_inner(block))
        return [*reversed(above), *inner, *sorted(below)]

    def _behind_box(self, last: int) -> Iterator[int]:
        """Paragraphs that the original has and that were taken for a part of the box above them."""
        for block in range(last + 1, min(last + 1 + _REACH, len(self.page.blocks))):
            if self.page.blocks[block].container in self.own and self._is_missing(block):
                yield block

    def _is_inner(self, block: int) -> bool:
        return self._is_inside(block) or (bool(self.missing) and self._is_missing(block))

    def _is_inside(self, block: int) -> bool:
        if self.zones.of[block] in (Zone.FURNITURE, Zone.TITLE) or not self._is_added(block):
            return False
        return block >= self.body or self._reads_like_story(block)

    @cached_property
    def body(self) -> int:
        """Where the story goes on behind a dek that stands apart from it; its first block where it has none."""
        first, *others = sorted(self.carried)
        if not others or len(self.page.blocks[first].text.split()) > _DEK:
            return first
        was = [
            min(pair.original for pair in self.pairs if pair.block == block) for block in (first, others[0])
        ]
        apart = was[1] > was[0] + 1  # so the original's dek stands, too
        boxes = [self.page.blocks[block].container for block in (first, others[0])]
        return others[0] if apart or boxes[0] != boxes[1] else first

    def _reads_like_story(self, block: int) -> bool:
        """Whether a line between a dek and the story is no line on who wrote it, when, and how to share it."""
        text = self.page.blocks[block].text
        return (
            text.rstrip().endswith(_SENTENCE)
            and not is_credit(text, self.original.authors)
            and not is_stamp(text)
        )

    def _is_added(self, block: int) -> bool:
        """Whether a block was added to the story, and is no caption, button, credit or notice."""
        text = self.page.blocks[block].text
        if block in self.aside or role_of_block(self.page, block, self.own, self.links) is Role.NOTHING:
            return False
        if (
            letters_of(text) in self.elsewhere
            or self.captions.has(text)
            or is_under_picture(self.page, block)
        ):
            return False
        if _is_byline(text, self.original.authors):
            return False
        sure = self.zones.of[block] is Zone.ARTICLE and self.first < block < self.last
        return sure or not (is_credit(text, self.original.authors) and _may_be_credit(text))

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The letters of the lines of the original's page that are not its story: notices, credits, captions."""
        article = frozenset(self.original.article)
        blocks = self.original.page.blocks
        return frozenset(letters_of(block.text) for index, block in enumerate(blocks) if index not in article)

    @cached_property
    def article(self) -> str:
        """The letters of the original's story."""
        return "\0".join(letters_of(self.original.page.blocks[block].text) for block in self.original.article)

    def _outside(self, blocks: range, zone: Zone) -> Iterator[int]:
        """Paragraphs directly above or below the story, the nearest first: what nobody could align there, because
        it is short or reworded, and what was added. Some other lines may stand between.
        """
        passed = 0
        for block in blocks:
            own = self._is_set_as_story(block) and block not in self.aside
            if self.zones.of[block] is Zone.FURNITURE:
                if own and self._is_missing(block):
                    yield block
                continue  # a box between the story's end and what follows it
            if self.zones.of[block] not in (zone, Zone.ARTICLE):
                return
            if own and (self._is_known(block) or (not passed and self._is_addition(block))):
                yield block
            elif not self._is_boxed(block):
                passed += 1
                if passed > _PASSED or not self.missing:
                    return

    def _is_boxed(self, block: int) -> bool:
        """Whether a line is a box, or stands in one of its own that begins with such a line: "Support our work"."""
        at = self.page.blocks[block].container
        first = block if at < 0 or at in self.own else max(self.page.containers[at].first, block - _PASSED)
        return any(
            role_of_block(self.page, line, self.own, self.links) is Role.BOX for line in {first, block}
        )

    def _is_set_as_story(self, block: int) -> bool:
        """Whether a line is of a kind with the story's paragraphs, in a box of theirs or in one that is like those."""
        line = self.page.blocks[block]
        if line.kind not in self.kinds:
            return False
        return line.container in self.own or form_of(self.page, line.container) in self.forms

    @cached_property
    def forms(self) -> frozenset[object]:
        """The forms of the boxes that hold one paragraph of the story each."""
        return frozenset(form for form in (form_of(self.page, at) for at in self.own) if form[0])

    def _is_addition(self, block: int) -> bool:
        """Whether a block is a paragraph like the story's: a sentence of some length, or a note."""
        text = self.page.blocks[block].text
        if role_of_text(text) is Role.NOTE:
            return True
        if not text.rstrip().endswith(_SENTENCE):
            return False
        is_long = _size(text) >= FEWEST
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
        letters = letters_of(text)
        if len(letters) >= _LETTERS and letters in self.article:
            return True
        words = story_words(text)
        return any(is_like(words, other) for other in self._missing_words)

    def _is_missing(self, block: int) -> bool:
        """Whether a block is a paragraph of the original that is nowhere else on the page."""
        letters = letters_of(self.page.blocks[block].text)
        there = self.original.page.blocks
        return len(letters) >= _LETTERS and any(
            letters_of(there[one].text) == letters for one in self.missing
        )

    @cached_property
    def _missing_words(self) -> list[frozenset[str]]:
        near = [*self.missing[:_NEAR], *self.missing[-_NEAR:]]
        return [story_words(self.original.page.blocks[block].text) for block in near]


def _size(text: str) -> int:
    """How many words a text has; of a script without spaces, where two signs are about one."""
    return len(text.split()) if text[:1] < _SIGNS else len(text) // 2
