"""Finding a publisher's own notice on a page.

It is masked before names are looked for, and a sign of whose story it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from licheck.model.case import Mask
from licheck.model.page import Block, Page
from licheck.model.ruleset import Notice
from licheck.text import fold, fold_with_map

_BLOCKS = 3  # blocks over which a notice may be spread: a page can break its paragraph, not scatter it
_OPENING = 5  # words of `starts` that are looked for first, to leave most pages quickly
_FOLDING = 0.8  # of its characters that `starts` has in a block at least: folding seldom makes a text longer
_ENDS = ".!?)]*_|-"  # what may end the text before a notice that is one of its own


class Found(NamedTuple):
    """A notice on a page. `own` tells that it stands as a text of its own, not quoted within a sentence."""

    masks: tuple[Mask, ...]
    own: bool


def find_notices(page: Page, notices: Iterable[Notice]) -> list[Found]:
    """All notices among the visible blocks of a page, in reading order."""
    found = [hit for notice in notices for hit in _of_one(page, notice)]
    return sorted(found, key=lambda hit: hit.masks[0])


def _of_one(page: Page, notice: Notice) -> Iterator[Found]:
    starts = fold(notice.starts)
    opening = starts.split(" ", 1)[0]
    if not all(word in page.text for word in starts.split()[:_OPENING] if word.isalpha()):
        return
    holds = tuple(map(fold, notice.holds))
    for index, block in enumerate(page.blocks):
        if len(block.text) < len(starts) * _FOLDING or opening not in block.text.lower():
            continue
        folded = fold(block.text)
        at = folded.find(starts)
        hit = _whole(page.blocks, index, folded, at, holds) if at >= 0 else None
        if hit:
            yield hit


def _whole(blocks: Sequence[Block], index: int, folded: str, at: int, holds: tuple[str, ...]) -> Found | None:
    """The notice that begins at folded[at], with as many following blocks as it takes to hold all `holds`."""
    missing = [words for words in holds if words not in folded[at:]]
    last = index
    while missing and last + 1 < len(blocks) and last - index < _BLOCKS - 1:
        last += 1
        after = fold(blocks[last].text)
        missing = [words for words in missing if words not in after]
    if missing:
        return None
    start = fold_with_map(blocks[index].text).at[at] if at else 0
    masks = [Mask(index, start, len(blocks[index].text))]
    masks += [Mask(block, 0, len(blocks[block].text)) for block in range(index + 1, last + 1)]
    before = folded[:at].rstrip()
    return Found(tuple(masks), own=not before or before[-1] in _ENDS)
