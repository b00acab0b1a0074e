"""Short paragraphs at either end of an original's story that its form did not tell to be the story's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from licheck.align.lines import (
    Role,
    is_caption,
    is_credit,
    is_stamp,
    linked,
    names_picture,
    role_of_text,
    speaks_of_site,
)
from licheck.model.alignment import Alignment
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.patterns import pattern
from licheck.text import letters_of, words_of

_PASSED = 3  # lines of other things that are passed over to find a paragraph of the original
_NEAR = 8  # lines of a page below the story among which the original's end is looked for
_COMMON = 0.5  # share of the words of two short paragraphs, from where on one is the other reworded
_DEEPEST = 8  # boxes around one line that are looked at
_LINKED = 0.7  # of a line that links cover, where it leads to another story
_LETTERS = 12  # of a short paragraph that stands in another one
_SHORTEST = 5  # words of a paragraph that the page does not have...
_TELLING = 6  # ...one of which, of so many letters, the story has too
_SENTENCE = (".", "!", "?", "…", '"', "”", "»", "“", "。", "」")
_STOP = pattern(r"(?<=[.!?。！？])\s*")
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM))
_SIGNS = "\u3000"  # the first sign of scripts without spaces


def with_ends(page: Page, original: Original, alignment: Alignment) -> Original:
    """The original with the short paragraphs directly above and below its story that are set as its others are: those that
    the page has (reworded, perhaps), and sentences that share a word with the story.
    """
    if not alignment.pairs:
        return original
    search = _Search(page, original, alignment)
    inner = sorted({*original.article, *search.inside()})
    article = (*reversed([*search.above()]), *inner, *search.below())
    return replace(original, article=article)


class _Search:
    """The search in one original."""

    def __init__(self, page: Page, original: Original, alignment: Alignment) -> None:
        self._page, self._original, self._there = page, original, original.page
        self._first, self._last = min(alignment.blocks), max(alignment.blocks)

    def above(self) -> Iterator[int]:
        """The paragraphs above the story, the nearest first; one that the page lacks below a byline only: it may be a dek."""
        first = self._original.article[0]
        found: list[int] = []
        below_byline = False
        for index in self._passing(range(first - 1, max(-1, first - 1 - _PASSED * 2), -1)):
            if not self._is_set_like(index, first) or not self._is_sentence(index):
                below_byline = self._there.blocks[index].kind is not BlockKind.HEADING
                break
            found.append(index)
        for index in found:
            if self._is_there(index, self._head) or (below_byline and self._is_of_story(index)):
                yield index

    def inside(self) -> Iterator[int]:
        """Paragraphs between the story's others that the page has, too, sentence by sentence."""
        for before, after in pairwise(self._original.article):
            for index in range(before + 1, after):
                alike = self._is_set_like(index, before) or self._is_set_like(index, after)
                if alike and not is_caption(self._there, index) and self._is_said(index):
                    yield index

    def _is_said(self, index: int) -> bool:
        """Whether each sentence of a paragraph stands on the page."""
        if not self._is_sentence(index):
            return False
        said = [letters_of(sentence) for sentence in _STOP.split(self._text(index))]
        said = [letters for letters in said if len(letters) >= _LETTERS]
        return bool(said) and all(letters in self._letters for letters in said)

    @cached_property
    def _letters(self) -> str:
        """The letters of the page's lines from the story's first to its last."""
        lines = self._page.blocks[max(0, self._first - _NEAR) : self._last + _NEAR]
        return "\0".join(letters_of(line.text) for line in lines)

    def below(self) -> Iterator[int]:
        """The paragraphs below the story."""
        last = self._original.article[-1]
        end = min(len(self._there.blocks), last + 1 + _PASSED)
        for index in self._passing(range(last + 1, end)):
            if not self._is_set_like(index, last) or is_credit(self._text(index), self._original.authors):
                return
            told = self._is_sentence(index) and self._is_of_story(index)
            if not told and not self._is_there(index, self._tail):
                return
            yield index

    def _passing(self, blocks: range) -> Iterator[int]:
        """Some lines without captions, buttons, labels and lines that lead to other stories."""
        for index in blocks:
            text = self._text(index)
            aside = is_caption(self._there, index) or names_picture(text)
            aside = aside or self._links.get(index, 0) >= len(text) * _LINKED
            if not aside and role_of_text(text) not in (Role.NOTHING, Role.BOX):
                yield index

    @cached_property
    def _links(self) -> Mapping[int, int]:
        return linked(self._there)

    def _text(self, index: int) -> str:
        return self._there.blocks[index].text

    def _is_set_like(self, index: int, other: int) -> bool:
        """Whether a line stands in the box of another one, or in one beside it with the same label."""
        one, two = self._there.blocks[index], self._there.blocks[other]
        if one.kind is not two.kind and not {one.kind, two.kind} <= _TEXT:
            return False
        mine = form_of(self._there, one.container)
        return one.container == two.container or (
            mine[0] != () and mine == form_of(self._there, two.container)
        )

    def _is_sentence(self, index: int) -> bool:
        """Whether a line reads like a sentence of a story, and of no credit."""
        text = self._text(index)
        if not text.rstrip().endswith(_SENTENCE) or is_stamp(text) or self._there.blocks[index].level:
            return False
        return role_of_text(text) is Role.STORY and not is_credit(text, self._original.authors)

    def _is_of_story(self, index: int) -> bool:
        """Whether a sentence is surely the story's: one on something that the story is about."""
        text = self._text(index)
        if speaks_of_site(text):
            return False
        words = story_words(text)
        if len(words) < _SHORTEST:
            return False
        return any(len(word) >= _TELLING or word >= _SIGNS for word in words & self._told)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words of the story."""
        return frozenset().union(*(story_words(self._text(index)) for index in self._original.article))

    def _is_there(self, index: int, near: Sequence[str]) -> bool:
        """Whether a paragraph stands on the page, near where it stood: word for word, in another one or reworded."""
        text = self._text(index)
        letters, words = letters_of(text), story_words(text)
        if len(letters) >= _LETTERS and any(letters in letters_of(other) for other in near):
            return True
        return any(is_like(words, story_words(other)) for other in near)

    @cached_property
    def _head(self) -> list[str]:
        return self._near(range(max(0, self._first - _NEAR), self._first + _NEAR))

    @cached_property
    def _tail(self) -> list[str]:
        return self._near(range(max(0, self._last - 1), self._last + 1 + _NEAR))

    def _near(self, blocks: range) -> list[str]:
        return [self._page.blocks[block].text for block in blocks if block < len(self._page.blocks)]


def form_of(page: Page, at: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The tags and labels of the boxes from this one outwards that hold one line only, and what holds those."""
    boxes: list[tuple[str, str]] = []
    while at >= 0 and len(boxes) < _DEEPEST:
        tag, parent, first, last, label = page.containers[at]
        if last - first != 1:
            break
        boxes.append((tag, label))
        at = parent
    return tuple(boxes), at


def is_like(one: Set[str], other: Set[str]) -> bool:
    """Whether two short paragraphs, by their words, are one, reworded perhaps."""
    return len(one & other) >= max(_COMMON * max(len(one), len(other)), 1)


def story_words(text: str) -> frozenset[str]:
    """The words of a text; pairs of signs where a script puts no space between words."""
    if text[:1] < _SIGNS:
        return frozenset(words_of(text))
    letters = letters_of(text)
    return frozenset(one + other for one, other in pairwise(letters))
