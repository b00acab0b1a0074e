"""What a run found: the only thing that reports see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from licheck.model.finding import Finding, Level, Verdict

if TYPE_CHECKING:
    from licheck.model.sides import Sides


class FailOn(Enum):
    """What fails a run: a `must` that failed; a `should` too; also a `must` or `should` that nobody can tell."""

    MUST = "must"
    SHOULD = "should"
    CANT_TELL = "cant-tell"

    def counts(self, finding: Finding) -> bool:
        """Whether such a finding fails a run, unless it is excused."""
        levels = (Level.MUST,) if self is FailOn.MUST else (Level.MUST, Level.SHOULD)
        doubts = (Verdict.CANT_TELL,) if self is FailOn.CANT_TELL else ()
        return finding.level in levels and finding.verdict in (Verdict.FAILED, *doubts)


@dataclass(frozen=True)
class Chosen:
    """A rule set that was applied, and why. `for_a_person` lists the obligations no machine can see."""

    id: str
    publisher: str
    chosen_by: str
    source: str = ""
    for_a_person: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageReport:
    """One page judged. Without `rule_sets` it is no republication that licheck knows: `reason` says so.

    `unsure` tells that not even that is known: nothing is seen on the page, or it is said to be a republication
    and nobody says whose. `story` is the address of the original, or its headline, where it is known. `fail_on` is
    what fails the run; `sides` are the texts themselves, only where a report asks for them. `original` is the path of the
    original, empty where there was none, and `original_from` how it is known. `people` are the authors that were looked for and `people_from` who named them.
    """

    path: str
    format: str
    encoding: str
    rule_sets: tuple[Chosen, ...]
    findings: tuple[Finding, ...]
    original: str = ""
    people: tuple[str, ...] = ()
    people_from: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    original_from: str = ""
    unsure: bool = False
    story: str = ""
    fail_on: FailOn = FailOn.MUST
    sides: Sides | None = None

    @property
    def fails(self) -> bool:
        """Whether something on this page fails the run: nobody excused it, and it is as bad as `fail_on` says."""
        if any(self.fail_on.counts(finding) and not finding.excused for finding in self.findings):
            return True
        return self.unsure and not self.findings and self.fail_on is FailOn.CANT_TELL

    @property
    def verdict(self) -> Verdict:
        """The page as a whole: failed if a `must` failed, inapplicable if nothing applied."""
        musts = {finding.verdict for finding in self.findings if finding.level is Level.MUST}
        for verdict in (Verdict.FAILED, Verdict.CANT_TELL, Verdict.PASSED):
            if verdict in musts:
                return verdict
        judged = any(finding.verdict is not Verdict.INAPPLICABLE for finding in self.findings)
        if judged:
            return Verdict.PASSED
        return Verdict.CANT_TELL if self.unsure else Verdict.INAPPLICABLE


@dataclass(frozen=True)
class ErrorEntry:
    """A file that licheck could not do its work on. `exit_code` is 2 or 3 (see `licheck.errors`)."""

    path: str
    message: str
    exit_code: int = 3


@dataclass(frozen=True)
class Report:
    """A whole run: every input stands either in `pages` or in `errors`.

    `nothing_due` says, in a sentence, why there was nothing to check (no file changed, say); else it is empty.
    """

    pages: tuple[PageReport, ...]
    errors: tuple[ErrorEntry, ...] = ()
    version: str = ""
    nothing_due: str = ""

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many pages came out with which verdict."""
        counted = Counter(page.verdict for page in self.pages)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def exit_code(self) -> int:
        """0 nothing failed; 1 a page fails; 2 wrong use; 3 work not done or nothing checked: the highest.

        Where wrong use alone (rule files with faults) is why nothing was checked, it is 2.
        """
        wrong_use = bool(self.errors) and all(error.exit_code == 2 for error in self.errors)
        codes = [0 if self.pages or wrong_use or self.nothing_due else 3]
        codes += [1] if any(page.fails for page in self.pages) else []
        codes += [error.exit_code for error in self.errors]
        return max(codes)
