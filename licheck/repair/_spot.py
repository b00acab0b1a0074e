"""A place in the source, and what goes around what is put there."""

from __future__ import annotations

from typing import NamedTuple

from licheck.repair._task import Edit


class Spot(NamedTuple):
    """An offset of the source. `lead` and `trail` are put in before and behind the content.

    `box` tells that a paragraph of its own can stand there; else the content is a line of running text.
    """

    offset: int
    lead: str = ""
    trail: str = ""
    box: bool = False

    def edit(self, content: str) -> Edit:
        """The edit that puts the content in."""
        return Edit(self.offset, self.offset, f"{self.lead}{content}{self.trail}")
