"""An example -> the report on it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from licheck.check import check_page
from licheck.model.finding import Finding, Verdict
from licheck.model.page import Page
from licheck.model.report import PageReport
from licheck.model.requirement import Medium
from licheck.model.ruleset import Example, RuleSet
from licheck.readers import read
from licheck.rulesets.examples import Stories, Written, resolved, write_out

_SUFFIX = {"html": ".html", "markdown": ".md", "text": ".txt"}
DOWN = (Verdict.FAILED, Verdict.CANT_TELL)
"""What a requirement is that was broken."""
_FINE = (Verdict.PASSED, Verdict.INAPPLICABLE)


@lru_cache(maxsize=2)
def _read(name: str, text: str) -> Page:
    return read(name, text.encode())


@dataclass(frozen=True)
class Bench:
    """An example ready to be judged. `today` is the day of the check."""

    rule_set: RuleSet
    example: Example
    written: Written
    today: date

    def instead(self, written: Written) -> Bench:
        """The same example with other pages in the place of its own."""
        return replace(self, written=written)

    def page(self) -> Page:
        """The example's page."""
        return read(self.example.id + _SUFFIX[self.written.format], self.written.page.encode())

    def original(self) -> Page | None:
        """The example's original, None where there is none."""
        written = self.written
        return (
            _read("original" + _SUFFIX[written.original_format], written.original)
            if written.original
            else None
        )

    def judged(self, rule_set: RuleSet | None = None, *, named: bool = False) -> PageReport:
        """The report on the example's page, by its rule set or another; `named`: somebody says that it applies."""
        example = self.example
        return check_page(
            self.page(),
            [rule_set or self.rule_set],
            original=self.original(),
            people=example.authors,
            people_from="the example" if example.authors else "",
            medium=Medium(example.medium),
            profile=example.profile,
            today=self.today,
            # Nothing on a page tells that these apply: somebody names them.
            chosen_by="its name" if named or (self.rule_set.named_only and example.expect) else "",
        )


def bench_of(rule_set: RuleSet, example: Example, stories: Stories, today: date) -> Bench:
    """An example of a rule set. Raises ValueError where it cannot be written out."""
    return Bench(rule_set, resolved(rule_set, example), write_out(rule_set, example, stories), today)


def benches(rule_set: RuleSet, stories: Stories, today: date) -> Iterator[Bench]:
    """All examples of a rule set. Raises ValueError where one cannot be written out."""
    for example in rule_set.examples:
        yield bench_of(rule_set, example, stories, today)


def verdicts(report: PageReport) -> dict[str, Finding]:
    """The findings by id; of two versions of a requirement the one that holds on the page's day."""
    held = sorted(report.findings, key=lambda found: found.verdict is not Verdict.INAPPLICABLE)
    return {found.requirement: found for found in held}


def trouble(bench: Bench) -> str:
    """What comes out otherwise than the example says, in a sentence; empty where nothing does."""
    report = bench.judged()
    if not bench.example.expect:
        return f"it applies, by {report.rule_sets[0].chosen_by}" if report.rule_sets else ""
    if not report.rule_sets:
        return f"the rule set does not apply: {report.reason}"
    found = verdicts(report)
    for name, verdict in bench.example.expect.items():
        if name not in found:
            return f"{name} is not judged"
        if found[name].verdict.value != verdict:
            return f"{name} should be {verdict}, and is {_told(found[name])}"
    for name in found.keys() - bench.example.expect.keys():
        if found[name].verdict not in _FINE:
            return f"{name} is {_told(found[name])}; say so in `expect`, or mend the example"
    return ""


def _told(finding: Finding) -> str:
    return f"{finding.verdict.value}: {finding.reason}"
