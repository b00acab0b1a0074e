"""Every folder of `corpus/` is judged as its `case.yaml` expects (see `corpus/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from licheck import readers
from licheck.check import check_page
from licheck.edge.rule_files import rule_set
from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.page import Page
from licheck.model.report import PageReport
from licheck.model.ruleset import RuleSet
from licheck.rulesets.shipped import shipped

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = sorted(path.parent for path in CORPUS.glob("*/case.yaml"))
KEYS = {"says", "rules", "give", "expect", "at", "reason_holds"}
WORDS = {verdict.value for verdict in Verdict}


@dataclass(frozen=True)
class Expected:
    """A case file. `at` maps a requirement to a line (from 1) and to words that the evidence quotes."""

    says: str
    rules: list[str]
    expect: dict[str, str]
    give: dict[str, Any] = field(default_factory=dict)
    at: dict[str, dict[str, Any]] = field(default_factory=dict)
    reason_holds: dict[str, str] = field(default_factory=dict)


def expected(folder: Path) -> Expected:
    return Expected(**yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8")))


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    return tuple(map(rule_set, shipped()))


def pages(folder: Path, name: str) -> list[Page]:
    """The folder's `republication.*` or `original.*`; a case without original has none."""
    paths = sorted(folder.glob(f"{name}.*"))
    return [readers.read(str(path.relative_to(CORPUS.parent)), path.read_bytes()) for path in paths]


def judged(folder: Path, case: Expected) -> PageReport:
    only = case.give.get("rules")
    return check_page(
        pages(folder, "republication")[0],
        tuple(rules for rules in rule_sets() if only in (None, rules.id)),
        original=next(iter(pages(folder, "original")), None),
        people=tuple(case.give.get("authors", ())),
        people_from="--author" if "authors" in case.give else "",
        chosen_by="--rules" if only else "",
    )


def disagreements(case: Expected, report: PageReport) -> Iterator[str]:
    """Where the report and the case differ, each as a sentence."""
    chosen = sorted(rules.id for rules in report.rule_sets)
    if chosen != sorted(case.rules):
        yield f"chose the rule sets {chosen}, expected {sorted(case.rules)} ({report.reason})"
    found = {finding.requirement: finding for finding in report.findings}
    if len(found) < len(report.findings):
        yield "a requirement was judged twice"
    for name in sorted(found.keys() | case.expect.keys()):
        got = found[name].verdict.value if name in found else "not judged"
        if got != case.expect.get(name, "not judged"):
            yield f"{name}: {got}, expected {case.expect.get(name, 'not judged')}"
    for name, finding in found.items():
        yield from misplaced(finding, case.at.get(name, {}))
        yield from unsaid(finding, case.reason_holds.get(name, ""))


def misplaced(finding: Finding, place: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the finding's best evidence, held against `line` and `holds`."""
    if not place:
        return
    best = finding.evidence[0] if finding.evidence else Evidence("nothing", 0, 0)
    if best.line != place["line"]:
        yield f"{finding.requirement}: evidence at line {best.line}, expected line {place['line']}"
    if place.get("holds", "") not in best.text:
        yield f"{finding.requirement}: evidence quotes {best.text!r}, expected {place['holds']!r} in it"


def unsaid(finding: Finding, words: str) -> Iterator[str]:
    told = [finding.reason, *(f"{each.note} {each.standing.value}" for each in finding.evidence)]
    if words.casefold() not in "\n".join(told).casefold():
        yield f"{finding.requirement}: neither the reason nor a note says {words!r}"


def shown(report: PageReport) -> str:
    """All findings in full."""
    lines = [f"people: {report.people} ({report.people_from or 'nobody named them'})", *report.notes]
    for finding in report.findings:
        lines.append(f"{finding.verdict.value:13}{finding.requirement}: {finding.reason}")
        for each in finding.evidence:
            where = f"{each.path or 'line'} {each.line}:{each.column}"
            counts = "counts" if each.counts else "does not count"
            lines.append(f"    {where} [{each.standing.value}, {counts}] {each.text!r} {each.note}")
        lines.append(f"    looked in: {', '.join(finding.looked_in) or '-'}")
    return "\n".join(lines)


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 24


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page_is_judged_as_the_case_says(folder: Path) -> None:
    case = expected(folder)
    report = judged(folder, case)
    wrong = list(disagreements(case, report))
    assert not wrong, "\n".join(["", case.says.strip(), "", *wrong, "", shown(report)])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case_file_is_complete(folder: Path) -> None:
    """A sentence, known keys and verdicts, one page, and an expectation for every requirement."""
    raw = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    case = expected(folder)
    assert set(raw) <= KEYS and {"says", "rules", "expect"} <= set(raw)
    assert case.says.strip().endswith(".")
    assert set(case.expect.values()) <= WORDS
    asked = {each.id for rules in rule_sets() if rules.id in case.rules for each in rules.judged}
    assert set(case.expect) == asked
    assert set(case.at) | set(case.reason_holds) <= asked
    (republication,) = folder.glob("republication.*")
    lines = len(republication.read_bytes().splitlines())
    assert all(1 <= place["line"] <= lines for place in case.at.values())
    assert len(list(folder.glob("original.*"))) <= 1
