"""What a republication changed in the story: page x original, aligned -> changes.

The words of each group of paragraphs that carry the same text are compared; then paragraphs, links, pictures
and the headline. What is typography (white space, quotes, dashes, hyphenation, case, other punctuation) is no
change, nor is what stands in the page's furniture, its credits and its notices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from licheck.align.captions import without_repeats
from licheck.align.compare import Compared, compare
from licheck.align.embeds import embed_changes
from licheck.align.groups import grouped
from licheck.align.headline import headline_changes
from licheck.align.images import image_changes
from licheck.align.language import Vocabulary, language_of
from licheck.align.links import link_changes
from licheck.align.paragraphs import paragraph_changes
from licheck.align.said import Teller
from licheck.align.side import Side
from licheck.align.story import blocks_of_page, is_of_story, with_end
from licheck.model.alignment import Alignment, Pair
from licheck.model.change import Change
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.zones import Zones
from licheck.text import words_of

_SAME = 0.5  # share of the words by which a paragraph of the original is a caption on the page
_SAMPLE = 4_000  # characters of an original that tell its language


def changes(
    page: Page, original: Original, alignment: Alignment, zones: Zones, aside: frozenset[int] = frozenset()
) -> tuple[Change, ...]:
    """All changes, in the order of the page; what was cut stands where it would.

    `alignment` and `zones` are those of this page with this original. Of the blocks `aside`, which are credits, none is
    taken for an addition to the story. Nothing where the original has no text.
    """
    if not original.article or not page.blocks:
        return ()
    whole = original
    original = with_end(page, original, alignment)
    language = _language(original)
    pairs = without_repeats(page, original, alignment.pairs)
    captions = {pair.original for pair in alignment.pairs if pair.share >= _SAME}
    captions = captions.difference(pair.original for pair in pairs)
    whole_there = {pair.original for pair in pairs if pair.share == 1.0}
    article = [
        block
        for block in original.article
        if block not in captions and is_of_story(original, block, whole_there)
    ]
    beside = _carrying_others(pairs, frozenset(article))
    pairs = [pair for pair in pairs if pair.block not in beside]
    story = Alignment(tuple(pairs), alignment.kept)
    original = replace(original, article=tuple(article))
    old = Side(original.page, article, language)
    new = Side(page, blocks_of_page(page, original, story, zones, aside | beside), language)
    compared = [compare(old, new, group) for group in grouped(old, new, pairs)]
    found = [
        *headline_changes(old, new, original.title, zones.headline),
        *Teller(old, new, compared, original.authors).changes(),
        *paragraph_changes(old, new, compared),
        *link_changes(old, new, compared, original.url),
        *image_changes(whole, page, zones, alignment.blocks),
        *embed_changes(whole, page, zones),
    ]
    return tuple(sorted(found, key=Places(compared)))


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
