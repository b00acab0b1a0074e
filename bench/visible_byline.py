"""`python -m bench.visible_byline`: is a byline found where a reader sees one, and nowhere else?

The pages are those of `corpus/visible-byline`: invented stories on invented sites, each page with its truth. Every
page is judged twice: with its original, so that the writers are known, and without, so that nobody is. What counts
with it is the verdict; without it, that a byline which is there is not denied, and that none is made up.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.results import Goal
from licheck import readers
from licheck.check import check_page
from licheck.model.finding import Finding, Verdict
from licheck.model.ruleset import RuleSet
from licheck.names import find_name
from licheck.requirements import kinds
from licheck.rulesets.load import load

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "visible-byline"
sys.path.insert(0, str(FOLDER))
from byline_cases import Case, cases  # noqa: E402 - it stands beside its pages

__all__ = ["WITH", "Case", "Outcome", "Row", "cases", "judge", "rows", "shown"]
WITH = Goal(0.98, least=True)


class Outcome(NamedTuple):
    """A case judged. `known` is the finding with the original, `people` whom that took for the writers; `alone` the one without.

    `right`: the verdict is the case's. `without` is found, doubted or missed where a byline is seen; honest or invented
    where none is; empty where it cannot be said.
    """

    case: Case
    known: Finding
    people: tuple[str, ...]
    alone: Finding
    right: bool
    without: str


@cache
def rule_set() -> RuleSet:
    """The rule set that asks for a byline and nothing else."""
    path = FOLDER / "rules.yaml"
    return load(str(path), path.read_text(encoding="utf-8"), kinds())


def judge(case: Case) -> Outcome:
    """A case, judged with its original and without."""
    page = readers.read(f"page{case.suffix}", case.page.encode())
    original = readers.read("original.txt", case.original.encode())
    rules = (rule_set(),)
    known = check_page(page, rules, original=original, chosen_by="the bench")
    alone = check_page(page, rules, chosen_by="the bench").findings[0]
    finding = known.findings[0]
    right = finding.verdict.value == case.verdict
    return Outcome(case, finding, known.people, alone, right, _without(case, alone))


def _without(case: Case, finding: Finding) -> str:
    if not case.fair_without or case.verdict == Verdict.CANT_TELL.value:
        return ""
    passed = finding.verdict is Verdict.PASSED
    if not case.credited or case.kind == "organisation":
        return "invented" if passed else "honest"
    if finding.verdict is Verdict.CANT_TELL:
        return "doubted"
    seen = [evidence.text for evidence in finding.evidence if evidence.counts]
    named = any(find_name(name, text).likeness for name in case.credited for text in seen)
    return "found" if passed and named else "other" if passed else "missed"


class Row(NamedTuple):
    """A group of cases: how many, how many of them right, and the outcomes without an original."""

    name: str
    count: int
    right: int
    without: dict[str, int]

    @property
    def accuracy(self) -> float:
        """The share that is right, with the original."""
        return self.right / self.count


def rows(outcomes: Iterable[Outcome], name: Callable[[Case], str]) -> list[Row]:
    """The outcomes in groups, by name."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[name(outcome.case)].append(outcome)
    return [_row(name, group) for name, group in sorted(groups.items())]


def _row(name: str, group: Sequence[Outcome]) -> Row:
    without: dict[str, int] = defaultdict(int)
    for outcome in group:
        without[outcome.without] += 1
    return Row(name, len(group), sum(outcome.right for outcome in group), dict(without))


def shown(outcomes: Sequence[Outcome], *, misses: bool) -> str:
    """All tables as text, and the misses on lines of their own where wanted."""
    lines: list[str] = []
    whole = _row("all", outcomes)
    for title, name in _GROUPS:
        lines += [
            f"{title:34}{'cases':>6} {'right':>6}   without the original",
            *map(_told, rows(outcomes, name)),
            "",
        ]
    lines += [_told(whole), _goal(outcomes)]
    if misses:
        lines += ["", *(line for outcome in outcomes for line in _misses(outcome))]
    return "\n".join(lines)


_GROUPS: tuple[tuple[str, Callable[[Case], str]], ...] = (
    ("by kind", lambda case: case.kind),
    ("by template", lambda case: case.template),
    ("by form", lambda case: case.form),
)


def _told(row: Row) -> str:
    without = ", ".join(f"{row.without[name]} {name}" for name in _WITHOUT if row.without.get(name))
    return f"  {row.name:32}{row.count:6} {row.accuracy:6.3f}   {without}"


_WITHOUT = ("found", "doubted", "missed", "other", "honest", "invented")


def _goal(outcomes: Sequence[Outcome]) -> str:
    short = [row.name for row in rows(outcomes, lambda case: case.kind) if not WITH.met(row.accuracy)]
    said = f"NOT MET by {', '.join(short)}" if short else "met"
    return f"  goal for every kind, with the original: {WITH}: {said}"


def _misses(outcome: Outcome) -> Iterable[str]:
    if not outcome.right:
        finding = outcome.known
        yield f"{outcome.case.id}\n    {finding.verdict.value}, should be {outcome.case.verdict}: {finding.reason}"
        if set(outcome.people) != set(outcome.case.writers):
            yield f"    the original was read as by {', '.join(outcome.people) or 'nobody'}"
        yield from (
            f"    {evidence.line}: {evidence.text!r} {evidence.note}" for evidence in finding.evidence[:3]
        )
    if outcome.without in ("missed", "other", "invented"):
        finding = outcome.alone
        yield f"{outcome.case.id}\n    without the original: {outcome.without}: {finding.reason}"
        yield from (
            f"    {evidence.line}: {evidence.text!r} {evidence.note}" for evidence in finding.evidence[:2]
        )


def main() -> int:
    """Measure and print; 0 however good it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.visible_byline", description=__doc__)
    parser.add_argument(
        "--cases", type=int, default=2_000, metavar="N", help="how many (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other cases")
    parser.add_argument("--misses", action="store_true", help="list every case that was judged wrongly")
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="only cases with these words in their name"
    )
    options = parser.parse_args()
    listed = (case for case in cases(options.cases, options.seed) if options.only in case.id)
    outcomes = [judge(case) for case in listed]
    if not outcomes:
        print("no case has these words in its name", file=sys.stderr)
        return 2
    print(shown(outcomes, misses=options.misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
