"""The story's first paragraph, for what is asked for in it.

The zones say where the story begins. What stands first there can also be a dek that the site sets above the story: where
that cannot be told, two paragraphs may be the first one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.model.case import Case
from licheck.model.page import BlockKind, Container
from licheck.model.zones import Zone

_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.OTHER)
_SHORTEST = 20  # characters of a paragraph; less is a label, an initial, or the name of a place
_DEK = 40  # words of a dek at most, as in `licheck/align/alone.py`
_LEAD = 60  # characters of a line above an aligned story that may be its reworded first paragraph
_CLIMB = 5  # boxes around a paragraph: more are the page's
_SENTENCE = (".", "!", "?", "…", '"', "”", "»", "“", "。", "！", "？")


class Opening(NamedTuple):
    """The blocks that surely are it (the story's first paragraph, its dek), and those of which there is no telling."""

    sure: frozenset[int] = frozenset()
    perhaps: frozenset[int] = frozenset()

    def holds(self, block: int) -> bool | None:
        """Whether a block is (of) it; None where there is no telling."""
        return block in self.sure or (None if block in self.perhaps else False)


def opening(case: Case) -> Opening:
    """The first paragraph of the case's story; empty where there is none."""
    if "opening" not in case.memo:
        case.memo["opening"] = _opening(case)
    found: Opening = case.memo["opening"]
    return found


def _opening(case: Case) -> Opening:
    first, *others = _paragraphs(case) or [-1]
    if first < 0:
        return Opening()
    perhaps = _above(case, first) | _rest_of(case, first)
    if _is_apart(case, first, *others[:2]):
        return Opening(perhaps=frozenset({first, *others[:1]} | perhaps))
    if _may_follow_another(case, first):
        perhaps.update(others[:1])
    return Opening(frozenset({first}), frozenset(perhaps))


def _paragraphs(case: Case) -> list[int]:
    blocks, masked = case.page.blocks, {mask.block for mask in case.masks}
    texts = [
        block
        for block in case.zones.blocks(Zone.ARTICLE)
        if blocks[block].kind in _TEXT and block not in masked
    ]
    return [block for block in texts if len(blocks[block].text) >= _SHORTEST] or texts


def _is_apart(case: Case, first: int, *others: int) -> bool:
    """Whether a short first paragraph stands outside the box of the others, or something behind it: like a dek."""
    blocks = case.page.blocks
    if not others or len(blocks[first].text.split()) > _DEK:
        return False
    between = any(blocks[block].kind is not BlockKind.CAPTION for block in range(first + 1, others[0]))
    boxes = {blocks[block].container for block in others}  # several, where each paragraph has its own
    return between or (len(boxes) == 1 and blocks[first].container not in boxes)


def _may_follow_another(case: Case, first: int) -> bool:
    """Whether what looks like the first paragraph may be a dek or a credit, so that the second would be the first."""
    text = case.page.blocks[first].text
    credits = any(said.block == first for said in case.statements)
    return case.zones.by == "form" or credits or text in descriptions(case)


def _above(case: Case, first: int) -> set[int]:
    """Lines above the first paragraph that read like one: a reworded one is not known as the story's."""
    blocks, box = case.page.blocks, _box(case, first)
    fewest = _SHORTEST if case.zones.by == "form" else _LEAD
    aside = {said.block for said in case.statements} | {mask.block for mask in case.masks}
    return {
        block
        for block in case.zones.blocks(Zone.TOP)
        if blocks[block].kind in _TEXT
        and _box(case, block) == box
        and len(blocks[block].text) >= fewest
        and blocks[block].text.endswith(_SENTENCE)
        and block not in aside
    }


def _box(case: Case, block: int) -> Container | None:
    """The nearest box around a block that holds more than this one."""
    around = case.page.around(case.page.blocks[block].container, _CLIMB)
    return next((box for box in around if box.last - box.first > 1), None)


def descriptions(case: Case) -> Iterator[str]:
    """What page and original say of themselves in their metadata."""
    pages = (case.page, case.original.page) if case.original else (case.page,)
    return (meta.value.strip() for page in pages for meta in page.values("description"))


def _rest_of(case: Case, first: int) -> set[int]:
    """The other blocks that hold a part of the original's paragraph with which the story begins."""
    pairs = case.alignment.pairs if case.alignment else ()
    begins = {pair.original for pair in pairs if pair.block == first}
    return {pair.block for pair in pairs if pair.original in begins} - {first}
