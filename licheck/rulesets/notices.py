"""Finding a publisher's own notice on a page: masked before names are looked for, and a sign of whose story it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from licheck.model.case import Mask
from licheck.model.page import Block, Page
from licheck.model.ruleset import Notice
from licheck.text import fold, fold_with_map

_BLOCKS = 3  # blocks over which a notice may be spread
_OPENING = 5  # words of `starts` that are looked for first
_QUOTES = "\"'"


class Found(NamedTuple):
    """A notice on a page. `own` tells that it stands as a text of its own, not quoted within a sentence."""

    masks: tuple[Mask, ...]
    own: bool


def find_notices(page: Page, notices: Iterable[Notice]) -> list[Found]:
    """All notices among the visible blocks of a page, in reading order."""
    blocks = page.blocks
    found: list[Found] = []
    for notice in notices:
        starts = fold(notice.starts)
        opening = starts.split(" ", 1)[0]
        if not all(word in page.text for word in starts.split()[:_OPENING] if word.isalpha()):
            continue
        holds = tuple(fold(words) for words in notice.holds)
        for index, block in enumerate(blocks):
            if len(block.text) < len(starts) * 0.8 or opening not in block.text.lower():
                continue
            folded = fold(block.text)
            at = folded.find(starts)
            if at >= 0:
                hit = _whole(blocks, index, folded, at, holds)
                if hit:
                    found.append(hit)
    return sorted(found, key=lambda hit: hit.masks[0])


def _whole(blocks: Sequence[Block], index: int, folded: str, at: int, holds: tuple[str, ...]) -> Found | None:
    """The notice that begins at folded[at], with as many following blocks as it takes to hold all of `holds`."""
    missing = [words for words in holds if words not in folded[at:]]
    last = index
    while missing and last + 1 < len(blocks) and last - index < _BLOCKS - 1:
        last += 1
        after = fold(blocks[last].text)
        missing = [words for words in missing if words not in after]
    if missing:
        return None
    before = folded[:at].rstrip()
    own = not before or (
        before[-1] not in _QUOTES and before[-1] in ".!?)]*_|:-" and not before.endswith(":")
    )
    start = fold_with_map(blocks[index].text).at[at] if at else 0
    masks = [Mask(index, start, len(blocks[index].text))]
    masks += [Mask(block, 0, len(blocks[block].text)) for block in range(index + 1, last + 1)]
    return Found(tuple(masks), own)
