"""How the text of a republication lies on the text of its original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Pair(NamedTuple):
    """Block `block` of the page carries (part of) block `original` of the original.

    `share` is how much of the longer text is common to both, 0-1, in words; 1.0 is word for word.
    """

    block: int
    original: int
    share: float


@dataclass(frozen=True)
class Alignment:
    """All pairs in the order of the page, and `kept`: the share (0-1) of the original's words found."""

    pairs: tuple[Pair, ...]
    kept: float

    @property
    def blocks(self) -> frozenset[int]:
        """The page's blocks that carry the original's text."""
        return frozenset(pair.block for pair in self.pairs)
