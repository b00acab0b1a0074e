"""Paragraphs run together or taken apart, with their words kept; and parts of them that stand elsewhere now."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from licheck.align.compare import Compared
from licheck.align.side import Side
from licheck.model.change import Change, ChangeKind, Permission

_MOST = 0.6  # of the words of a paragraph that stand together elsewhere, where it went there as a whole
_FEWEST = 2  # words, for one may stand there by chance
_SENTENCE = 4  # words of a part that has moved


class _Shared:
    """The words that a block of the original and one of the page share: how many, and from where to where."""

    def __init__(self, old_start: int, new_start: int) -> None:
        self.count = 0
        self.old = [old_start, old_start]
        self.new = [new_start, new_start]


def paragraph_changes(old: Side, new: Side, compared: Sequence[Compared]) -> Iterator[Change]:
    """MERGED for each paragraph of the original that was put behind another, SPLIT for each that was cut off one.

    Where other paragraphs of the story stand between the two, the part was MOVED.
    """
    carried_old = sorted(block for one in compared if one.group.new for block in one.group.old)
    carried_new = sorted(block for one in compared if one.group.old for block in one.group.new)
    for one in compared:
        old_blocks, new_blocks = one.group.old, one.group.new
        if old_blocks and new_blocks and len(old_blocks) + len(new_blocks) > 2:
            shared = {
                pair: words
                for pair, words in sorted(_shared(one).items())
                if not old.is_heading(pair[0]) and not new.is_heading(pair[1])
            }
            yield from _told(old, new, shared, carried_old, carried_new)


def _shared(compared: Compared) -> dict[tuple[int, int], _Shared]:
    found: dict[tuple[int, int], _Shared] = {}
    for ours, theirs in compared.same:
        for old, new in zip(ours, theirs, strict=True):
            pair = found.setdefault((old.block, new.block), _Shared(old.start, new.start))
            pair.count += 1
            pair.old[1], pair.new[1] = old.end, new.end
    return found


def _told(
    old: Side,
    new: Side,
    shared: dict[tuple[int, int], _Shared],
    carried_old: Sequence[int],
    carried_new: Sequence[int],
) -> Iterator[Change]:
    last_in_new: dict[int, int] = {}  # block of the page -> the last of the original that it holds
    last_of_old: dict[int, int] = {}  # block of the original -> the last of the page that holds it
    for (ours, theirs), pair in shared.items():
        before, above = last_in_new.get(theirs), last_of_old.get(ours)
        apart = before is not None and _between(carried_old, before, ours)
        torn = above is not None and _between(carried_new, above, theirs)
        if apart or torn:
            if pair.count >= _SENTENCE:
                yield _change(ChangeKind.MOVED, old, new, ours, theirs, pair)
        elif before is not None and _is_most(pair, len(old.words(ours))):
            yield _change(ChangeKind.MERGED, old, new, ours, theirs, pair)
        elif above is not None and _is_most(pair, len(new.words(theirs))):
            yield _change(ChangeKind.SPLIT, old, new, ours, theirs, pair)
        last_in_new[theirs] = ours
        if not apart:
            last_of_old[ours] = theirs


def _between(blocks: Sequence[int], first: int, last: int) -> bool:
    """Whether any of some blocks, in order, stands between two others."""
    return bisect_left(blocks, last) > bisect_right(blocks, first)


def _is_most(pair: _Shared, size: int) -> bool:
    return pair.count >= min(_FEWEST, size) and pair.count >= _MOST * size


def _change(kind: ChangeKind, old: Side, new: Side, ours: int, theirs: int, pair: _Shared) -> Change:
    permitted = frozenset((Permission.PARAGRAPHS,)) if kind is not ChangeKind.MOVED else frozenset()
    return Change(kind, old.passage(ours, *pair.old), new.passage(theirs, *pair.new), permitted)
