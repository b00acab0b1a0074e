"""Which original a page is held against: what the page names and what its text says, weighed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from licheck.originals.scoring import Hit

_MUCH_LESS = (
    0.5  # of the words that the best one has in common: a named one with less is not what the text is
)

BY_TEXT = "its text"


class Candidate(NamedTuple):
    """Originals that a page names in one place (several: versions of one story, the newest first), and where."""

    numbers: tuple[int, ...]
    how: str


class Choice(NamedTuple):
    """The original (0: none), how it is known, and about how much of it is there (0-1).

    `twins` are originals with the very text of the chosen one, `others` those whose text is on the page too. `instead_of` is what the page names although its text
    is the chosen one's; `without_text` what it names although they have no text in common.
    """

    number: int = 0
    how: str = ""
    share: float = 0.0
    others: tuple[Hit, ...] = ()
    instead_of: Candidate | None = None
    without_text: Candidate | None = None
    twins: tuple[int, ...] = ()


def choose(named: Sequence[Candidate], found: Sequence[Hit]) -> Choice:
    """The original of a page that names `named`, most trusted first, and has the text of `found`, most of it first."""
    if not found:
        return Choice(without_text=named[0] if named else None)
    for candidate in named:
        for hit in found:
            number = next((one for one in (hit.number, *hit.twins) if one in candidate.numbers), 0)
            if number and hit.words >= _MUCH_LESS * found[0].words:
                others = tuple(other for other in found if other is not hit)
                return Choice(number, candidate.how, hit.share, others)
    best = found[0]
    return Choice(
        best.number,
        BY_TEXT,
        best.share,
        tuple(found[1:]),
        named[0] if named else None,
        twins=best.twins,
    )
