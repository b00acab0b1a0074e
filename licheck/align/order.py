"""Which of some things, put in one order, stand in their old order too, so that the fewest have moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_rising(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The indexes of the heaviest run of rising `places`, in n log n steps.

    A tree of sums' kin (Fenwick's) holds, for each prefix of the ranks, the best run that ends in it.
    """
    if all(one < other for one, other in pairwise(places)):
        return [*range(len(places))]
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before = [-1] * len(places)
    for index, place in enumerate(places):
        rank = ranks[place] - 1
        found = (0, -1)
        while rank > 0:
            found = max(found, best[rank])
            rank -= rank & -rank
        before[index] = found[1]
        total = (found[0] + weights[index], index)
        rank = ranks[place]
        while rank < len(best):
            best[rank] = max(best[rank], total)
            rank += rank & -rank
    at = max(best, default=(0, -1))[1]
    kept: list[int] = []
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]
