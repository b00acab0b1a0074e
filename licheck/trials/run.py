"""Trying a whole rule set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.rulesets.examples import Stories
from licheck.trials.breaks import AGAINST_ORIGINAL, Target, Way, ways
from licheck.trials.dresses import DRESSES, entities
from licheck.trials.judging import Bench, benches, trouble, verdicts
from licheck.trials.markup import Document
from licheck.trials.values import Trial, Tried

_DOWN = (Verdict.FAILED, Verdict.CANT_TELL)


def try_out(rule_set: RuleSet, stories: Stories, today: date) -> Tried:
    """Try all examples of a rule set, and what becomes of those that comply when they are broken or dressed anew.

    Raises ValueError where an example cannot be written out.
    """
    found: list[Trial] = []
    known: set[str] = set()
    for bench in benches(rule_set, stories, today):
        told = trouble(bench)
        found.append(Trial(rule_set.id, bench.example.id, "example", "", trouble=told))
        if told or not bench.example.expect or bench.written.format != "html":
            continue
        if _complies(bench) and not _is_varied(rule_set, bench):
            broken = list(_broken(bench))
            known.update(trial.name.partition(": ")[0] for trial in broken)
            found += [*broken, *_dressed(bench)]
    unbroken = tuple(one.id for one in rule_set.judged if one.id not in known)
    return Tried(rule_set.id, tuple(found), unbroken)


def _complies(bench: Bench) -> bool:
    return all(verdict in ("passed", "inapplicable") for verdict in bench.example.expect.values())


def _is_varied(rule_set: RuleSet, bench: Bench) -> bool:
    """Whether an example is another one with a few words changed: breaking both would tell the same twice."""
    return any(one.id == bench.example.id and one.like for one in rule_set.examples)


def _broken(bench: Bench) -> Iterator[Trial]:
    """The page with each requirement broken in every way that its kind knows."""
    before = verdicts(bench.judged())
    rule_set = bench.rule_set.for_profile(bench.example.profile)
    for requirement in rule_set.judged:
        finding = before.get(requirement.id)
        if finding is None or finding.verdict is not Verdict.PASSED:
            continue
        for name, page in _pages(bench, rule_set, requirement, finding):
            after = verdicts(bench.judged(page))
            trial = f"{requirement.id}: {name}"
            yield Trial(
                rule_set=bench.rule_set.id,
                example=bench.example.id,
                what="break",
                name=trial,
                kind=requirement.kind,
                trouble=_survived(after, requirement, before),
                doubted=_doubted(after.get(requirement.id)),
            )


def _pages(
    bench: Bench, rule_set: RuleSet, requirement: Requirement, finding: Finding
) -> Iterator[tuple[str, str]]:
    """The broken pages of one requirement, each with the way it was broken."""
    document = Document(bench.written.page)
    for name, targets in _together(bench, rule_set, requirement, finding):
        soup = document.edited()
        if all(way(soup, target) for way, target in targets):
            yield name, str(soup)


def _together(
    bench: Bench, rule_set: RuleSet, requirement: Requirement, finding: Finding
) -> Iterator[tuple[str, list[tuple[Way, Target]]]]:
    """What has to be done at once: one way for most kinds, one for each choice of `any_of`."""
    people = _people(bench)
    original = bench.written.original
    if not requirement.inner:
        target = Target(requirement, finding, rule_set, people, original)
        yield from ((name, [(way, target)]) for name, way in ways(target))
        return
    if requirement.kind == "none_of":
        for one in requirement.inner:
            if one.kind == "logo":
                unwanted = Target(replace(one, wanted=False), finding, rule_set, people, original)  # type: ignore[call-arg]
                yield from ((name, [(way, unwanted)]) for name, way in ways(unwanted))
        return
    held = list(_held(bench, rule_set, requirement, finding))
    if requirement.kind == "any_of":
        every = [next(iter(_together(bench, rule_set, one, found)), None) for one, found in held]
        if every and all(every):
            yield "every choice", [step for each in every if each for step in each[1]]
        return
    for one, found in held:
        for name, steps in _together(bench, rule_set, one, found):
            yield f"{one.id}, {name}", steps


def _held(
    bench: Bench, rule_set: RuleSet, requirement: Requirement, finding: Finding
) -> Iterator[tuple[Requirement, Finding]]:
    """The requirements under one that joins some that pass by themselves, and are why the whole passes."""
    for number, one in enumerate(requirement.inner):
        alone = replace(one, id=f"{one.kind}-{number}")
        report = bench.judged(rule_set=replace(rule_set, requirements=(alone,)))
        found = verdicts(report).get(alone.id)
        if found is not None and found.verdict is Verdict.PASSED and _same(found, finding):
            yield alone, found


def _same(part: Finding, whole: Finding) -> bool:
    """Whether a requirement passes on evidence that the one that joins it gives, too."""
    return not part.evidence or any(piece in whole.evidence for piece in part.evidence)


def _people(bench: Bench) -> tuple[str, ...]:
    return bench.example.authors or bench.judged().people


def _survived(after: dict[str, Finding], broken: Requirement, before: dict[str, Finding]) -> str:
    """What came out otherwise than it must of a broken page; empty where just what was broken is not passed."""
    if not after:
        return ""  # what was broken was also what the rule set knew the page by
    if after[broken.id].verdict not in _DOWN:
        return f"{broken.id} is still {after[broken.id].verdict.value}: {after[broken.id].reason}"
    for name, finding in after.items():
        was = before.get(name)
        if name == broken.id or was is None or was.verdict is not Verdict.PASSED:
            continue
        if finding.verdict is Verdict.FAILED and not _shares(was, before[broken.id]):
            return f"{name} fails too: {finding.reason}"
    return ""


def _doubted(finding: Finding | None) -> str:
    return finding.reason if finding is not None and finding.verdict is Verdict.CANT_TELL else ""


def _shares(one: Finding, other: Finding) -> bool:
    """Whether what breaks one requirement may rightly break another: both look at the same words, or changes."""
    if one.kind in AGAINST_ORIGINAL and other.kind in AGAINST_ORIGINAL:
        return True
    lines = {piece.line for piece in one.evidence}
    return any(abs(piece.line - line) <= _NEAR for piece in other.evidence for line in lines)


_NEAR = 3  # lines: what stands in one paragraph of an example


def _dressed(bench: Bench) -> Iterator[Trial]:
    """The page as other systems would write it."""
    before = verdicts(bench.judged())
    for name, page in _dresses(bench):
        after = verdicts(bench.judged(page))
        worse = [
            f"{one} is {after[one].verdict.value}: {after[one].reason}"
            if one in after
            else f"{one} is not judged"
            for one, finding in before.items()
            if finding.verdict is Verdict.PASSED and (one not in after or after[one].verdict in _DOWN)
        ]
        yield Trial(bench.rule_set.id, bench.example.id, "dress", name, trouble=worse[0] if worse else "")


def _dresses(bench: Bench) -> Iterator[tuple[str, str]]:
    document = Document(bench.written.page)
    for name, dress in DRESSES.items():
        soup = document.edited()
        if dress(soup):
            yield name, str(soup)
    yield "entities", entities(bench.written.page)
