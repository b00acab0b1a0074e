"""From pairs of blocks to groups: blocks of the original and blocks of the page that carry the same text.

In a group words are compared; between two groups that stand in order lies a gap, with blocks of either text
that have no partner yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from licheck.align.order import heaviest_rising
from licheck.align.side import Side
from licheck.model.alignment import Pair

_SURE = 1.0  # share of a pair that is word for word
_FEWEST = 40  # pairs of blocks in a gap...
_MOST = 2_500  # ...and more than so many are not all compared, to bound the time
_MOST_WORDS = 5_000  # words of either side of a gap in which blocks are compared with each other
_SENTENCE = 4  # words of a sentence that makes two blocks alike which have it both
_ALIKE = (
    0.4  # words that two blocks have in common, of those of both, from where on one is the other reworded
)


@dataclass
class Group:
    """Blocks of the original and of the page that carry the same text, each in its order. Either may be none."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    moved: bool = False


@dataclass
class _Gap:
    old: list[int]
    new: list[int]
    around: tuple[Group, ...]


def grouped(old: Side, new: Side, pairs: Sequence[Pair]) -> list[Group]:
    """All blocks of both sides in groups, in the order of the page; what was cut stands where it would."""
    groups = _connected(_pruned(pairs, frozenset(old.blocks), frozenset(new.blocks)))
    order = {block: place for place, block in enumerate(old.blocks)}
    kept = heaviest_rising(
        [order[group.old[0]] for group in groups],
        [sum(len(old.text(block)) + 1 for block in group.old) for group in groups],
    )
    for index in set(range(len(groups))).difference(kept):
        groups[index].moved = True
    straight = [groups[index] for index in kept]
    gaps = _gaps(old, new, groups, straight)
    found: list[Group] = []
    for at, gap in enumerate(gaps):
        if at:
            found.append(straight[at - 1])
        _absorb(old, new, gap)
        found += _matched(old, new, gap)
    return found + [group for group in groups if group.moved]


def _pruned(pairs: Sequence[Pair], old: frozenset[int], new: frozenset[int]) -> list[Pair]:
    """The pairs without those that only repeat a phrase of a block which stands elsewhere word for word."""
    pairs = [pair for pair in pairs if pair.original in old and pair.block in new]
    sure = [pair for pair in pairs if pair.share >= _SURE]
    whole_old, whole_new = {pair.original for pair in sure}, {pair.block for pair in sure}
    used_old: set[int] = set()
    used_new: set[int] = set()
    kept: list[Pair] = []
    for pair in pairs:
        if pair.share >= _SURE:
            if pair.original in used_old or pair.block in used_new:
                continue  # of several equal blocks each has one partner
            used_old.add(pair.original)
            used_new.add(pair.block)
        elif pair.original in whole_old or pair.block in whole_new:
            continue
        kept.append(pair)
    return kept


def _connected(pairs: Iterable[Pair]) -> list[Group]:
    """The groups that pairs make, in the order of the page."""
    of_old: dict[int, Group] = {}
    of_new: dict[int, Group] = {}
    for pair in pairs:
        left, right = of_old.get(pair.original), of_new.get(pair.block)
        group = left or right or Group()
        if left and right and left is not right:
            if len(left.old) + len(left.new) < len(right.old) + len(right.new):
                group, right = right, left
            group.old += right.old
            group.new += right.new
            of_old.update(dict.fromkeys(right.old, group))
            of_new.update(dict.fromkeys(right.new, group))
        if pair.original not in of_old:
            group.old.append(pair.original)
            of_old[pair.original] = group
        if pair.block not in of_new:
            group.new.append(pair.block)
            of_new[pair.block] = group
    groups = {id(group): group for group in of_new.values()}
    for group in groups.values():
        group.old.sort()
        group.new.sort()
    return sorted(groups.values(), key=lambda group: group.new[0])


def _gaps(old: Side, new: Side, groups: Sequence[Group], straight: Sequence[Group]) -> list[_Gap]:
    """The blocks without a partner before, between and after the groups that stand in order."""
    done_old = {block for group in groups for block in group.old}
    done_new = {block for group in groups for block in group.new}
    gaps = [_Gap([], [], tuple(straight[max(0, at - 1) : at + 1])) for at in range(len(straight) + 1)]
    old_starts = [group.old[0] for group in straight]
    new_starts = [group.new[0] for group in straight]
    for block in old.blocks:
        if block not in done_old:
            gaps[bisect_right(old_starts, block)].old.append(block)
    for block in new.blocks:
        if block not in done_new:
            gaps[bisect_right(new_starts, block)].new.append(block)
    return gaps


def _absorb(old: Side, new: Side, gap: _Gap) -> None:
    """Add to the groups around a gap the blocks that the other side of a group holds word for word: short
    paragraphs that were merged with their neighbour, or split from it.
    """
    for group in gap.around:
        if gap.old and _may_hold(new, group.new, old, gap.old):
            gap.old = _absorbed(old, gap.old, group.old, _joined(new, group.new))
        if gap.new and _may_hold(old, group.old, new, gap.new):
            gap.new = _absorbed(new, gap.new, group.new, _joined(old, group.old))


def _may_hold(side: Side, own: Iterable[int], other: Side, free: Iterable[int]) -> bool:
    """Quick: whether a free block is short enough to stand in the text of a group, and any of its long words does."""
    text = " ".join(filter(None, map(side.folded, own)))
    return any(
        len(other.text(block)) <= len(text) * 2 and other.longest_word(block) in text for block in free
    )


def _absorbed(side: Side, free: list[int], own: list[int], other: str) -> list[int]:
    """Move the free blocks that stand in the other text, but not yet in our own, to our own; the others."""
    left: list[int] = []
    mine = _joined(side, own)
    for block in free:
        words = _joined(side, [block])
        if words.strip() and other.count(words) > mine.count(words):
            own.append(block)
            own.sort()
            mine = _joined(side, own)
        else:
            left.append(block)
    return left


def _joined(side: Side, blocks: Iterable[int]) -> str:
    """The keys of the words of some blocks, each between two signs that stand in no word."""
    return "".join(f"\0{word.key}\0" for word in side.all_words(blocks))


def _matched(old: Side, new: Side, gap: _Gap) -> list[Group]:
    """The blocks of a gap in groups: those that are alike by two, the others alone."""
    partner = _partners(old, new, gap) if gap.old and gap.new else {}
    if partner is None:
        return [Group(gap.old, gap.new)]
    found: list[Group] = []
    waiting = iter(gap.old)
    for block in gap.new:
        if block in partner:
            for other in waiting:
                found.append(Group([other], [block] if other == partner[block] else []))
                if other == partner[block]:
                    break
        else:
            found.append(Group([], [block]))
    return found + [Group([block], []) for block in waiting]


def _partners(old: Side, new: Side, gap: _Gap) -> dict[int, int] | None:
    """Block of the page -> the block of the original that it rewords, in order; None where there are too many."""
    if len(gap.old) * len(gap.new) > _MOST or not _is_small(old, gap.old) or not _is_small(new, gap.new):
        return None if len(gap.old) * len(gap.new) > _FEWEST else {}
    from rapidfuzz.distance import Indel

    left = [[word.key for word in old.words(block)] for block in gap.old]
    right = [[word.key for word in new.words(block)] for block in gap.new]
    likeness = [
        [
            _forced(old, new, gap, one, other)
            or _shares_sentence(old, new, gap.old[one], gap.new[other])
            or Indel.normalized_similarity(mine, theirs, score_cutoff=_ALIKE)
            for other, theirs in enumerate(right)
        ]
        for one, mine in enumerate(left)
    ]
    return {gap.new[other]: gap.old[one] for one, other in _best_in_order(likeness)}


def _is_small(side: Side, blocks: Sequence[int]) -> bool:
    return sum(len(side.text(block)) for block in blocks) <= _MOST_WORDS * 10


def _forced(old: Side, new: Side, gap: _Gap, one: int, other: int) -> float:
    """How much two blocks are each other's by what they are: headings, and single quotations."""
    mine, theirs = gap.old[one], gap.new[other]
    if old.is_heading(mine) is not new.is_heading(theirs):
        return 0.0
    if old.is_heading(mine):
        return _ALIKE
    alone = len(gap.old) == 1 == len(gap.new)
    return _ALIKE if alone and old.quotations(mine) and new.quotations(theirs) else 0.0


def _shares_sentence(old: Side, new: Side, ours: int, theirs: int) -> float:
    shared = old.sentences(ours) & new.sentences(theirs)
    return _ALIKE if any(len(sentence) >= _SENTENCE for sentence in shared) else 0.0


def _best_in_order(likeness: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column), rising in both, with the greatest sum of likeness."""
    rows, columns = len(likeness), len(likeness[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            here = likeness[row][column]
            together = here + best[row + 1][column + 1] if here else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        if likeness[row][column] and best[row][column] == likeness[row][column] + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
