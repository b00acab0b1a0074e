"""Which part of the page plays which role for this story."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Zone(Enum):
    """The role of a block. `value` is its name for people."""

    TITLE = "headline"
    TOP = "top credit zone"
    ARTICLE = "article"
    BOTTOM = "bottom credit zone"
    FURNITURE = "elsewhere on the page"


@dataclass(frozen=True)
class Zones:
    """The zones of a page.

    `of[i]` is the zone of `Page.blocks[i]`. `headline` is a block index or None. `first` and `last`
    are the first and last article blocks (-1, -1: no article was found). `by` tells how it is known:
    `alignment` with the original, or `form` (headline, density, position) without one.
    """

    of: tuple[Zone, ...]
    headline: int | None
    first: int
    last: int
    by: str

    def blocks(self, *zones: Zone) -> tuple[int, ...]:
        """The indexes of all blocks in these zones, in reading order."""
        return tuple(index for index, zone in enumerate(self.of) if zone in zones)
