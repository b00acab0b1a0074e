"""Processor time of calls that are made in turn, so that a slow moment of the machine hits all of them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from statistics import fmean, median
from typing import NamedTuple

Call = Callable[[], object]

_ENOUGH = 0.002  # seconds that a call shorter than that is repeated for within a round
_MOST = 20  # repeats at most


class Spread(NamedTuple):
    """A value over all pages: its median, and the range that four pages out of five lie in."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """Median, 10th and 90th percentile of at least one value."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return Spread(median(ordered), ordered[round(last * 0.1)], ordered[round(last * 0.9)])


def interleaved(calls: Mapping[str, Call], rounds: int) -> dict[str, list[float]]:
    """Name -> the time of each round, in seconds of this thread's processor time.

    In a round every call is made in turn, short ones several times, of which the mean is taken: the best of
    many would flatter them beside a long one. Every other round goes backwards, so that none always
    follows the same other. What licheck remembers of texts it has seen is forgotten
    before each call: a batch meets new pages.
    """
    repeats = {name: _repeats(call) for name, call in calls.items()}
    times: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else reversed(names):
            times[name].append(fmean(_timed(calls[name]) for _ in range(repeats[name])))
    return times


def _repeats(call: Call) -> int:
    return max(1, min(_MOST, int(_ENOUGH / max(_timed(call), 1e-6))))


def _timed(call: Call) -> float:
    for forget in _memories():
        forget()
    start = time.thread_time()
    call()
    return time.thread_time() - start


@cache
def _memories() -> tuple[Callable[[], None], ...]:
    """How to empty each cache of licheck's that holds more than constants (those have no bound, or one)."""
    found = {
        id(value): value.cache_clear
        for name, module in list(sys.modules.items())
        if name.startswith("licheck")
        for value in vars(module).values()
        if hasattr(value, "cache_parameters") and (value.cache_parameters()["maxsize"] or 0) > 1
    }
    return tuple(found.values())
