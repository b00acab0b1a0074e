"""What a picture looks like, in a few bytes, and how far two pictures are from each other.

The bytes are made in `licheck.logos`; here they are only written down, read and compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from licheck.patterns import pattern

SIDE = 16  # rows of a look, and signs in each
_BITS = SIDE * SIDE
_WRITTEN = pattern(rf"(\d{{1,2}}\.\d{{2}}):([0-9a-f]{{{_BITS // 4}}})")

# Distances, from bench/logos.py (docs/performance.md): what is nearer than the first is one picture, what is further than
# the second is another; between them there is no telling.
SAME, OTHER = 0.30, 0.50
_SHAPE = 0.15  # by how much (natural logarithm) the proportions of one logo may be off at 32 pixels


class Look(NamedTuple):
    """`ratio` is width by height of what is drawn; `bits` tell, sign by sign, where it gets lighter to the right."""

    ratio: float
    bits: int

    def __str__(self) -> str:
        return f"{self.ratio:.2f}:{self.bits:0{_BITS // 4}x}"


class Seen(NamedTuple):
    """A picture that was looked at: its `looks` (several where what is its ground is not clear), its size in pixels.

    Without looks, `why` says as the end of a sentence why there are none.
    """

    looks: tuple[Look, ...] = ()
    width: int = 0
    height: int = 0
    why: str = ""


def parse(text: str) -> Look | None:
    """A look as `str(look)` writes it; None for what is none."""
    hit = _WRITTEN.fullmatch(text.strip().lower())
    return Look(float(hit[1]), int(hit[2], 16)) if hit and float(hit[1]) else None


def distance(one: Look, other: Look) -> float:
    """Of the signs set in either picture, the share (0-1) that is not set in both; 1 where their proportions differ."""
    either = one.bits | other.bits
    if not either or abs(math.log(one.ratio / other.ratio)) > _SHAPE:
        return 1.0
    return (one.bits ^ other.bits).bit_count() / either.bit_count()


def nearest(ours: Iterable[Look], theirs: Iterable[Look]) -> float:
    """The smallest distance between any two; 1 where there are none."""
    theirs = tuple(theirs)
    return min((distance(one, other) for one in ours for other in theirs), default=1.0)
