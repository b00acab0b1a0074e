"""Where the links of a block stand in its text: the walk knows only between which pieces of text each began and ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from licheck.model.page import JOINT, Block, Link
from licheck.readers.html_position import offset_of

Pending = tuple[str, int, int, Any, str]
"""A link of the block that is being read: its href, pieces[from:to] that are its text, its element, its rel."""

_MANY = 8  # links of one block beyond which they are placed in one pass
_new = tuple.__new__


def in_block(pending: Sequence[Pending], pieces: list[str], blocks: Sequence[Block]) -> Iterator[Link]:
    """The links of the block just made, the last one; `pieces` are what its text was made of."""
    block = len(blocks) - 1
    if len(pending) > _MANY:
        yield from in_lines(pending, pieces, blocks, block)
        return
    text = blocks[block].text
    for href, start, end, node, rel in pending:
        if start == 0 and not "".join(pieces[end:]).strip():
            inside, at = text, 0  # the whole block, as in menus and teasers
        else:
            inside = " ".join("".join(pieces[start:end]).split()).strip(JOINT)
            at = text.find(inside, len(" ".join("".join(pieces[:start]).split())))
        offset = node.source_col or 0
        yield _new(Link, (href, inside, block, at, at + len(inside), offset, rel, ""))


def in_lines(
    pending: Sequence[Pending], pieces: list[str], blocks: Sequence[Block], first: int
) -> Iterator[Link]:
    """As `in_block`, for what may have become several blocks, from `first` on, or none."""
    seen = blocks[first:]
    joined = " ".join([made.text for made in seen]).replace("\n", " ")
    starts = list(accumulate((len(made.text) + 1 for made in seen), initial=0))
    places = _places(pieces, [(start, end) for _, start, end, _, _ in pending])
    for (href, _, _, node, rel), (start, end) in zip(pending, places, strict=True):
        text = joined[start:end].strip(JOINT)
        which = max(0, min(bisect_right(starts, start) - 1, len(seen) - 1))
        at = start - starts[which]
        where = first + which if seen else -1
        yield _new(Link, (href, text, where, at, at + len(text), offset_of(node), rel, ""))


def _places(pieces: list[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where pieces[start:end] of each span stand in the text that all pieces make when their white space is collapsed.

    One pass, however many spans there are; they come in order and do not overlap.
    """
    found: list[tuple[int, int]] = []
    length, gap, at = 0, False, 0
    for start, end in spans:
        begin = -1
        while at < end:
            piece = pieces[at]
            words = piece.split()
            if words:
                if length and (gap or piece[0].isspace()):
                    length += 1
                if at >= start and begin < 0 and words != [JOINT]:
                    begin = length
                length += sum(map(len, words)) + len(words) - 1
                gap = piece[-1].isspace()
            elif piece:
                gap = True
            at += 1
        found.append((begin if begin >= 0 else length, length))
    return found
