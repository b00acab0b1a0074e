"""Pages mended in this process, as a worker does it, and what may and may not have changed in their bytes."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from licheck import readers
from licheck.check import check_page
from licheck.edge.judge import confirmed
from licheck.edge.rule_files import rule_set
from licheck.edge.rulebook import find
from licheck.model.case import Case
from licheck.model.page import Page
from licheck.model.ruleset import RuleSet
from licheck.repair import Judged, Mended, Workshop, mend
from licheck.requirements import kinds
from licheck.rulesets.load import load


@cache
def shipped_rules(*ids: str) -> tuple[RuleSet, ...]:
    return tuple(rule_set(find(one)) for one in ids)


def rules_in(text: str) -> tuple[RuleSet, ...]:
    return (load("test.yaml", text, kinds()),)


def workshop(path, rules, original=None, authors=(), logos=(), unsafe=False, waived=(), chosen_by=""):
    """What a worker mends with. `original` is a name and bytes."""
    story = readers.read(*original) if original else None

    def read(data: bytes) -> Page:
        return replace(readers.read(path, data), path=path)

    def check(page, cases=None, only=None):
        given = {"original": story, "people": tuple(authors), "people_from": "--author" if authors else ""}
        return check_page(page, rules, chosen_by=chosen_by, cases=cases, only=only, **given)

    def judge(page: Page) -> Judged:
        cases: list[Case] = []
        return Judged(check(page, cases), tuple(cases))

    def confirm(page: Page, judged: Judged) -> Judged:
        return judged._replace(report=confirmed(page, judged.report, check))

    return Workshop(read, judge, confirm, dict(logos), unsafe, dict(waived))


def mended(path: str, data: bytes, rules: tuple[RuleSet, ...], **given) -> Mended:
    bench = workshop(path, rules, **given)
    return mend(data, bench.read(data), bench)


def states(done: Mended) -> dict[str, str]:
    return {one.requirement: one.state.name for one in done.outcomes}


def reasons(done: Mended) -> dict[str, str]:
    return {one.requirement: one.says for one in done.outcomes}


def only_added(before: bytes, after: bytes) -> bool:
    """Whether taking something out of `after` gives `before`: no line is gone, and each that differs only got longer."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            return False
        if tag == "replace" and not _within(b"".join(old[first:last]), b"".join(new[start:end])):
            return False
    return True


def _within(part: bytes, whole: bytes) -> bool:
    """Whether all of `part` stands in `whole`, in its order, in three pieces at most more than there are lines."""
    at = 0
    for sign in part:
        at = whole.find(sign, at) + 1
        if not at:
            return False
    return True


def added(before: str, after: str) -> list[str]:
    """The lines of `after` that are not in `before`, stripped."""
    there = {line.strip() for line in before.splitlines()}
    return [line.strip() for line in after.splitlines() if line.strip() and line.strip() not in there]
