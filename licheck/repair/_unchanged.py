"""Whether a page that was mended still says all that it said, block by block."""

from __future__ import annotations

from collections.abc import Sequence

from licheck.model.page import JOINT, Page
from licheck.model.zones import Zone, Zones


def harm(before: Page, after: Page, zones: Zones) -> str:
    """What the edits would do to the page beside mending it, as a sentence; empty for nothing.

    Blocks may come in, and lines beside the story may get longer. The story's own blocks stay as they are.
    """
    if after.format != before.format or after.encoding.name != before.encoding.name:
        return "the file would be read as another format or in another encoding"
    old, new = _blocks(before), _blocks(after)
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    changed, instead = old[first : len(old) - last], new[first : len(new) - last]
    if changed and len(changed) != len(instead):
        return "other lines of the page would be joined or taken apart"
    touched = (
        index
        for index, (one, other) in enumerate(zip(changed, instead, strict=False), first)
        if one != other and zones.of[index] is Zone.ARTICLE
    )
    if next(touched, None) is not None:
        return "the story's own words would be changed"
    return ""


def _blocks(page: Page) -> list[str]:
    return ["".join(block.text.replace(JOINT, "").split()) for block in page.blocks]


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many blocks at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
