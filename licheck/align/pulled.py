"""Paragraphs that stand on a page twice, word for word: in the story, and pulled out of it into a box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from licheck.model.alignment import Alignment, Pair
from licheck.model.page import JOINT, Page

_DROP = 4  # characters of a paragraph's beginning that may be a drop cap
_WHOLE = 1.0  # share of a paragraph that stands there word for word


def out_of_boxes(page: Page, alignment: Alignment) -> Alignment:
    """The alignment with each passage that a page has twice where the story has it: in a box of the kind that the story's
    other paragraphs stand in and, of several such, where it stands in the original's order.
    """
    repeats = _repeats(page, alignment.pairs)
    if not repeats:
        return alignment
    several = {block for blocks in repeats.values() for block in blocks}
    search = _Search(page, [pair for pair in alignment.pairs if pair.block not in several])
    pairs: set[Pair] = set()
    left: set[int] = set()
    for (original, share), blocks in repeats.items():
        best = search.best(original, blocks)
        pairs.add(Pair(best, original, share))
        left.update(blocks)
    pairs |= {pair for pair in alignment.pairs if pair.block not in left}
    return Alignment(tuple(sorted(pairs)), alignment.kept)


def _repeats(page: Page, pairs: Sequence[Pair]) -> dict[tuple[int, float], list[int]]:
    """A block of the original, and how much of it is carried -> the blocks of the page with the same text of which one
    carries it, and no other one as much of anything, for those that are several.
    """
    carried: dict[str, tuple[int, float]] = {}
    most: dict[int, float] = {}
    for block, original, share in pairs:
        text = _plain(page.blocks[block].text)
        if share > carried.get(text, (0, 0.0))[1]:
            carried[text] = original, share
        most[block] = max(most.get(block, 0.0), share)
    found: dict[str, list[int]] = {}
    for index, line in enumerate(page.blocks):
        text = _plain(line.text)
        if text in carried:
            found.setdefault(text, []).append(index)
    whole = [
        text for text, blocks in found.items() if sum(most.get(one, 0.0) == _WHOLE for one in blocks) > 1
    ]
    return {carried[text]: blocks for text, blocks in found.items() if len(blocks) > 1 and text not in whole}


def _plain(text: str) -> str:
    """A text without the joint behind a drop cap."""
    return text.replace(JOINT, "") if JOINT in text[:_DROP] else text


class _Search:
    """The search on one page, by the pairs whose place is sure."""

    def __init__(self, page: Page, sure: Sequence[Pair]) -> None:
        self._page = page
        self._by_original = sorted((pair.original, pair.block) for pair in sure)
        self._letters: Counter[tuple[str, str]] = Counter()
        for pair in sure:
            self._letters[self._kind(pair.block)] += len(page.blocks[pair.block].text)

    def best(self, original: int, blocks: Sequence[int]) -> int:
        """The block that carries a paragraph of the original, of those with its text; the first where none is better."""
        return max(blocks, key=lambda block: (self._weight(block), self._is_in_order(original, block)))

    def _weight(self, block: int) -> int:
        return self._letters[self._kind(block)]

    def _kind(self, block: int) -> tuple[str, str]:
        """The tag and the label of the box around a block."""
        at = self._page.blocks[block].container
        return (self._page.containers[at].tag, self._page.containers[at].label) if at >= 0 else ("", "")

    def _is_in_order(self, original: int, block: int) -> bool:
        """Whether a block stands behind what is before its paragraph in the original, and before what is behind it."""
        before = [at for other, at in self._by_original if other < original][-1:]
        after = [at for other, at in self._by_original if other > original][:1]
        return all(at < block for at in before) and all(block < at for at in after)
