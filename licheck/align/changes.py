"""What a republication changed in the story: page x original, aligned -> changes.

The words of each group of paragraphs that carry the same text are compared; then paragraphs, links, pictures
and the headline. What is typography (white space, quotes, dashes, hyphenation, case, other punctuation) is no
change, nor is what stands in the page's furniture, its credits and its notices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from licheck.align.captions import without_repeats
from licheck.align.compare import Compared, compare
from licheck.align.embeds import embed_changes
from licheck.align.ends import with_ends
from licheck.align.groups import grouped
from licheck.align.headline import headline_changes
from licheck.align.images import image_changes
from licheck.align.language import Vocabulary, language_of
from licheck.align.links import link_changes
from licheck.align.paragraphs import paragraph_changes
from licheck.align.said import Teller
from licheck.align.side import Side
from licheck.align.story import blocks_of_page, is_of_story
from licheck.model.alignment import Alignment, Pair
from licheck.model.change import Change, ChangeKind
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.zones import Zones
from licheck.text import words_of

_SAME = 0.5  # share of the words by which a paragraph of the original is a caption on the page
_SAMPLE = 4_000  # characters of an original that tell its language


def changes(
    page: Page, original: Original, alignment: Alignment, zones: Zones, aside: Container[int] = ()
) -> tuple[Change, ...]:
    """All changes, in the order of the page; what was cut stands where it would.

    `alignment` and `zones` are those of this page with this original. Of the blocks `aside`, which are credits, none is
    taken for an addition to the story. Nothing where the original has no text.
    """
    return Finder(page, original, alignment, zones, aside).of(frozenset(ChangeKind))


class Finder:
    """Finds the changes of one page, each part of them when it is first asked for. Its values are those of `changes`."""

    def __init__(
        self, page: Page, original: Original, alignment: Alignment, zones: Zones, aside: Container[int] = ()
    ) -> None:
        self._page, self._original, self._alignment, self._zones = page, original, alignment, zones
        self._aside = aside
        self._known: dict[str, tuple[Change, ...]] = {}

    def of(self, kinds: Collection[ChangeKind]) -> tuple[Change, ...]:
        """The changes of these kinds, and of those that are found with them, in the order of the page."""
        if not self._original.article or not self._page.blocks:
            return ()
        found: list[Change] = []
        for part, (its, find) in _PARTS.items():
            if not its.isdisjoint(kinds):
                if part not in self._known:
                    self._known[part] = tuple(find(self))
                found += self._known[part]
        return tuple(sorted(found, key=Places(self._compared)) if len(found) > 1 else found)

    @cached_property
    def _whole(self) -> Original:
        return with_ends(self._page, self._original, self._alignment)

    @cached_property
    def _story(self) -> _Story:
        original = self._whole
        pairs = without_repeats(self._page, original, self._alignment.pairs)
        captions = {pair.original for pair in self._alignment.pairs if pair.share >= _SAME}
        captions = captions.difference(pair.original for pair in pairs)
        there = {pair.original for pair in pairs if pair.share == 1.0}
        article = tuple(
            block
            for block in original.article
            if block not in captions and is_of_story(original, block, there)
        )
        beside = _carrying_others(pairs, frozenset(article))
        pairs = [pair for pair in pairs if pair.block not in beside]
        return _Story(replace(original, article=article), pairs, beside)

    @cached_property
    def _sides(self) -> tuple[Side, Side]:
        original, pairs, beside = self._story
        language = _language(self._whole)
        story = Alignment(tuple(pairs), self._alignment.kept)
        blocks = blocks_of_page(self._page, original, story, self._zones, _Either(beside, self._aside))
        return Side(original.page, original.article, language), Side(self._page, blocks, language)

    @cached_property
    def _compared(self) -> list[Compared]:
        return [compare(*self._sides, group) for group in grouped(*self._sides, self._story.pairs)]

    def _headline(self) -> Iterable[Change]:
        return headline_changes(*self._sides, self._original.title, self._zones.headline)

    def _words(self) -> Iterator[Change]:
        yield from Teller(*self._sides, self._compared, self._original.authors).changes()
        yield from paragraph_changes(*self._sides, self._compared)

    def _links(self) -> Iterable[Change]:
        return link_changes(*self._sides, self._compared, self._original.url)

    def _images(self) -> Iterable[Change]:
        return image_changes(self._original, self._page, self._zones, self._alignment.blocks)

    def _embeds(self) -> Iterable[Change]:
        return embed_changes(self._original, self._page, self._zones)


class _Story(NamedTuple):
    """The original as its text alone, the pairs that carry that, and the blocks that carry its credits and captions."""

    original: Original
    pairs: list[Pair]
    beside: frozenset[int]


@dataclass(frozen=True)
class _Either(Container[int]):
    """What is in one of two."""

    one: Container[int]
    other: Container[int]

    def __contains__(self, item: object) -> bool:
        return item in self.one or item in self.other


_OF_LINKS = frozenset((ChangeKind.LINK_LOST, ChangeKind.LINK_ADDED, ChangeKind.LINK_RETARGETED))
_OF_IMAGES = frozenset((ChangeKind.IMAGE_LOST, ChangeKind.IMAGE_ADDED, ChangeKind.IMAGE_CREDIT_LOST))
_OF_EMBEDS = frozenset((ChangeKind.EMBED_LOST, ChangeKind.EMBED_ADDED))
_OF_WORDS = frozenset(ChangeKind) - {ChangeKind.HEADLINE} - _OF_LINKS - _OF_IMAGES - _OF_EMBEDS
# What is looked for together: its kinds, and what finds it. The order is that of changes in one place.
_PARTS: dict[str, tuple[frozenset[ChangeKind], Callable[[Finder], Iterable[Change]]]] = {
    "headline": (frozenset((ChangeKind.HEADLINE,)), Finder._headline),
    "words": (_OF_WORDS, Finder._words),
    "links": (_OF_LINKS, Finder._links),
    "images": (_OF_IMAGES, Finder._images),
    "embeds": (_OF_EMBEDS, Finder._embeds),
}


def _carrying_others(pairs: Sequence[Pair], article: frozenset[int]) -> frozenset[int]:
    """The blocks of a page that carry nothing of the original but credits and captions."""
    carrying = {pair.block for pair in pairs if pair.original in article}
    return frozenset(pair.block for pair in pairs if pair.block not in carrying)


def _language(original: Original) -> Vocabulary:
    sample: list[str] = []
    size = 0
    for block in original.article:
        if size < _SAMPLE:
            sample.append(original.page.blocks[block].text[:_SAMPLE])
            size += len(sample[-1])
    declared = next((meta.value for meta in original.page.values("language")), "")
    return language_of(words_of(" ".join(sample)), declared)


class Places:
    """Where a change stands on the page: of what was cut, behind what stands before it in the original."""

    def __init__(self, compared: Sequence[Compared]) -> None:
        groups = [one.group for one in compared if one.group.old and one.group.new and not one.group.moved]
        self._old = [group.old[0] for group in groups]
        self._new = [group.new[0] for group in groups]

    def __call__(self, change: Change) -> tuple[int, int, int]:
        """The key to sort it by."""
        if change.page:
            return change.page.block, 0, change.page.start
        if not change.original:
            return -1, 0, 0
        before = bisect_right(self._old, change.original.block) - 1
        return (self._new[before] if before >= 0 else -1), change.original.block + 1, change.original.start
