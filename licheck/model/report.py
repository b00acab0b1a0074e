"""What a run found: the only thing that reports see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from licheck.model.finding import Finding, Level, Verdict


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

    `unsure` tells that not even that is known, since nothing is seen on the page. `original` is the path of the
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
    """A whole run: every input stands either in `pages` or in `errors`."""

    pages: tuple[PageReport, ...]
    errors: tuple[ErrorEntry, ...] = ()
    version: str = ""

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many pages came out with which verdict."""
        counted = Counter(page.verdict for page in self.pages)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def exit_code(self) -> int:
        """0 nothing failed; 1 a `must` failed; 2 wrong use; 3 work not done or nothing checked: the highest.

        Where wrong use alone (rule files with faults) is why nothing was checked, it is 2.
        """
        wrong_use = bool(self.errors) and all(error.exit_code == 2 for error in self.errors)
        codes = [0 if self.pages or wrong_use else 3]
        codes += [1] if self.counts[Verdict.FAILED] else []
        codes += [error.exit_code for error in self.errors]
        return max(codes)
