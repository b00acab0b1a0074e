"""Is a picture the logo by what it shows? Compared with the reference pictures of a rule set, where it is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from licheck.looks import OTHER, SAME, Look, nearest, parse
from licheck.model.case import Case
from licheck.model.page import Image

_NOT_HERE = "the pictures of this page are not at hand"


class Likeness(Enum):
    """What comparing a picture said."""

    SAME = "it shows the logo"
    UNCLEAR = "it resembles the logo, but not clearly"
    OTHER = "it shows something else than the logo that the rule set knows"
    UNKNOWN = "it could not be compared"


class Compared(NamedTuple):
    """What comparing a picture said; `why` it could not be done; its size in pixels, 0 where that is not known."""

    likeness: Likeness
    why: str = ""
    width: int = 0
    height: int = 0

    @property
    def longest(self) -> int:
        """The longer side in pixels, 0 where it is not known."""
        return max(self.width, self.height)


def references(hashes: Sequence[str]) -> tuple[Look, ...]:
    """The reference pictures. Raises ValueError, in a sentence, for what is none."""
    found = []
    for text in hashes:
        look = parse(text)
        if look is None:
            raise ValueError(
                f"{text[:40]} in `hashes` is no picture's hash; make one with `licheck logo FILE`"
            )
        found.append(look)
    return tuple(found)


def compared(case: Case, image: Image, wanted: Sequence[Look]) -> Compared:
    """A picture held against the references."""
    if case.pictures is None:
        return Compared(Likeness.UNKNOWN, _NOT_HERE)
    seen = case.pictures(case.page, image)
    if not seen.looks:
        return Compared(Likeness.UNKNOWN, seen.why, seen.width, seen.height)
    far = nearest(seen.looks, wanted)
    likeness = Likeness.SAME if far <= SAME else Likeness.OTHER if far > OTHER else Likeness.UNCLEAR
    return Compared(likeness, "", seen.width, seen.height)
