"""Trying a whole rule set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licheck.model.finding import Verdict
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.rulesets.examples import Stories
from licheck.trials.breaking import breaks
from licheck.trials.breaks import UNBROKEN
from licheck.trials.dresses import dressed
from licheck.trials.judging import DOWN, Bench, benches, trouble, verdicts
from licheck.trials.values import Trial, Tried


def try_out(rule_set: RuleSet, stories: Stories, today: date) -> Tried:
    """Try all examples of a rule set, and what becomes of those that comply when they are broken or dressed anew.

    Raises ValueError where an example cannot be written out.
    """
    found: list[Trial] = []
    known: set[str] = set()
    for bench in benches(rule_set, stories, today):
        told = trouble(bench)
        found.append(Trial(rule_set.id, bench.example.id, "example", "", trouble=told))
        if told or bench.written.format != "html" or not _complies(bench):
            continue
        varied = _is_varied(rule_set, bench)
        broken = list(breaks(bench, known if varied else ()))
        known.update(trial.name.partition(": ")[0] for trial in broken)
        found += broken if varied else [*broken, *_dressed(bench)]
    unbroken = tuple(f"{one.id} ({_why(one)})" for one in rule_set.judged if one.id not in known)
    return Tried(rule_set.id, tuple(found), tuple(dict.fromkeys(unbroken)))


def _complies(bench: Bench) -> bool:
    expected = bench.example.expect.values()
    return bool(expected) and all(verdict in ("passed", "inapplicable") for verdict in expected)


def _is_varied(rule_set: RuleSet, bench: Bench) -> bool:
    """Whether an example is another one with a few words changed: what was broken in that one would tell the same twice."""
    return any(one.id == bench.example.id and one.like for one in rule_set.examples)


def _why(requirement: Requirement) -> str:
    """Why nothing broke a requirement."""
    return UNBROKEN.get(requirement.kind, "no example that complies shows what could be broken")


def _dressed(bench: Bench) -> Iterator[Trial]:
    """The page as other systems would write it."""
    before = verdicts(bench.judged())
    for name, page in dressed(bench.written.page):
        after = verdicts(bench.instead(bench.written._replace(page=page)).judged())
        worse = [
            f"{one} is {after[one].verdict.value}: {after[one].reason}"
            if one in after
            else f"{one} is not judged"
            for one, finding in before.items()
            if finding.verdict is Verdict.PASSED and (one not in after or after[one].verdict in DOWN)
        ]
        yield Trial(bench.rule_set.id, bench.example.id, "dress", name, trouble=worse[0] if worse else "")
