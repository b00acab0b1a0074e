"""A requirement judged: the outcome, why, on what evidence, and what would satisfy it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from licheck.model.waiver import Waiver


class Verdict(Enum):
    """The outcomes of W3C's EARL (https://www.w3.org/TR/EARL10-Schema/#OutcomeValue), without `untested`."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cant-tell"
    INAPPLICABLE = "inapplicable"


class Level(Enum):
    """How much a requirement binds, in the words of RFC 2119."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Standing(Enum):
    """How much a piece of evidence is worth, best first (docs/evidence.md)."""

    SEEN = "seen by a reader"
    ALIVE = "in the markup, alive"
    METADATA = "metadata only"
    HIDDEN = "hidden"
    ELSEWHERE = "elsewhere on the page"
    NOTICE = "in the licence notice itself"
    ORIGINAL = "in the original"


@dataclass(frozen=True)
class Evidence:
    """A passage that bears on the verdict. `line` and `column` count from 1; 0 when there is no place.

    `counts` tells whether it speaks for the requirement; `note` says why not, or how it was found.
    `path` is empty for the page under test.
    """

    text: str
    line: int
    column: int
    standing: Standing = Standing.SEEN
    counts: bool = True
    note: str = ""
    path: str = ""


@dataclass(frozen=True)
class Place:
    """Where something belongs: in words ("below the headline"), and its line from 1 (0: unknown).

    It goes before that line, or on it where the words say "with".
    """

    name: str
    line: int = 0


@dataclass(frozen=True)
class Finding:
    """One requirement, judged on one page.

    `requirement` is its id within the rule set; `what` the publisher's demand, as the rule file puts it in a
    sentence; `reason` a sentence too; `evidence` best first (for a failure: the nearest misses, each with why
    it does not count); `looked_in` names the places that were searched; `remedy` is text or markup that would
    satisfy the requirement. `source` is the address where the publisher demands it.
    `fingerprint` names this requirement of this story, the same when lines move; empty before it was made.
    `waiver` is the exception that somebody granted, `known` tells that the baseline has it: neither changes the
    verdict, but only what is neither fails a run.
    """

    requirement: str
    kind: str
    level: Level
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    looked_in: tuple[str, ...] = ()
    belongs_at: Place | None = None
    remedy: str = ""
    rule_set: str = ""
    what: str = ""
    source: str = ""
    fingerprint: str = ""
    waiver: Waiver | None = None
    known: bool = False

    @property
    def excused(self) -> bool:
        """Whether a failure is not to fail the run."""
        return self.known or self.waiver is not None
