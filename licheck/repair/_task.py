"""What a repair is given, and what it answers with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from licheck.model.case import Case
from licheck.model.finding import Finding
from licheck.model.page import Page
from licheck.model.requirement import Requirement


class Edit(NamedTuple):
    """Source[start:end] of the page becomes `text` (`start` = `end`: it is put in). Offsets as in `Page.source`."""

    start: int
    end: int
    text: str


class Repair(NamedTuple):
    """One way to mend a finding.

    `edits` do not overlap. `says` goes on a sentence that begins with what was found amiss: "adds ...". `doubt` is why
    a person should choose, as a sentence without its full stop; empty for what is safe to do unasked.
    """

    edits: tuple[Edit, ...]
    says: str
    doubt: str = ""


class Unmendable(Exception):
    """Why a finding is not mended, as a sentence without its full stop. Never leaves this room's caller."""


@dataclass(frozen=True)
class Task:
    """A failed finding, the requirement that it is of, and what that was judged on.

    `logo` is the address of the picture of the publisher's logo, empty where nobody gave one.
    """

    finding: Finding
    requirement: Requirement
    case: Case
    logo: str = ""

    @property
    def page(self) -> Page:
        """The page that is mended."""
        return self.case.page


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in the order of the source; those at one place as they came."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def applied(source: str, edits: tuple[Edit, ...]) -> str:
    """The source with the edits made."""
    pieces: list[str] = []
    done = 0
    for edit in in_order(edits):
        pieces += source[done : edit.start], edit.text
        done = edit.end
    return "".join((*pieces, source[done:]))
