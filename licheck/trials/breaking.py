"""A page that complies -> pages in which one requirement is broken, each with what must come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Medium, Requirement
from licheck.model.ruleset import RuleSet
from licheck.trials.breaks import AGAINST_ORIGINAL, cases, ways
from licheck.trials.desk import Desk, Target, Way
from licheck.trials.judging import DOWN, Bench, verdicts
from licheck.trials.values import Trial

_NEAR = 3  # lines: what stands in one paragraph of an example

_Steps = list[tuple[Way, Target]]
"""What has to be done at once: one way for most kinds, one for each choice of `any_of`."""


def breaks(bench: Bench, known: Collection[str]) -> Iterator[Trial]:
    """The page with each requirement broken in every way that its kind knows, but for the `known` ones, by id."""
    before = verdicts(bench.judged())
    rule_set = bench.rule_set.for_profile(bench.example.profile)
    for requirement in rule_set.judged:
        finding = before.get(requirement.id)
        if finding is None or finding.kind != requirement.kind or requirement.id in known:
            continue
        broken = _Broken(bench, rule_set, requirement, before)
        if finding.verdict is Verdict.PASSED:
            yield from broken.trials()
        elif finding.verdict is Verdict.INAPPLICABLE:
            yield from broken.in_its_cases()


@dataclass(frozen=True)
class _Broken:
    """A requirement on a page, `before` it is broken."""

    bench: Bench
    rule_set: RuleSet
    requirement: Requirement
    before: dict[str, Finding]

    def trials(self, case: str = "") -> Iterator[Trial]:
        """It passes: each way is tried. `case` is what was done to the page before."""
        for name, steps in self._steps(self.requirement, self.before[self.requirement.id]):
            desk = Desk(self.bench.written)
            if all(way(desk, target) for way, target in steps):
                yield self._trial(f"{case}{name}", self.bench.instead(desk.written))

    def in_its_cases(self) -> Iterator[Trial]:
        """It does not apply: its cases are made, in which it fails, or passes and can be broken."""
        one = self.requirement
        if (
            one.valid_from
            or one.valid_until
            or one.medium.value not in (Medium.ANY.value, self.bench.example.medium)
        ):
            return
        target = self._target(one, self.before[one.id])
        for name, way in cases(target):
            desk = Desk(self.bench.written)
            if not way(desk, target):
                continue
            inside = self.bench.instead(desk.written)
            found = verdicts(inside.judged())
            if one.id in found and found[one.id].verdict is Verdict.PASSED:
                yield from replace(self, bench=inside, before=found).trials(f"{name}, ")
            else:
                yield self._trial(name, inside)

    def _trial(self, name: str, broken: Bench) -> Trial:
        report = broken.judged()
        # What was broken may be what the page was known by: then somebody names the rule set.
        after = verdicts(report if report.rule_sets else broken.judged(named=True))
        finding = after.get(self.requirement.id)
        doubted = finding is not None and finding.verdict is Verdict.CANT_TELL
        return Trial(
            rule_set=self.bench.rule_set.id,
            example=self.bench.example.id,
            what="break",
            name=f"{self.requirement.id}: {name}",
            kind=self.requirement.kind,
            trouble=_survived(after, self.requirement, self.before),
            doubted=finding.reason if finding is not None and doubted else "",
        )

    def _target(self, requirement: Requirement, finding: Finding) -> Target:
        people = self.bench.example.authors or self.bench.judged().people
        return Target(requirement, finding, self.rule_set, people, self.bench.written.original)

    def _steps(self, requirement: Requirement, finding: Finding) -> Iterator[tuple[str, _Steps]]:
        """What can be done to break a requirement that passes, by name."""
        if not requirement.inner:
            target = self._target(requirement, finding)
            yield from ((name, [(way, target)]) for name, way in ways(target))
        elif requirement.kind == "none_of":
            for one in requirement.inner:
                if one.kind == "logo":
                    unwanted = self._target(replace(one, wanted=False), finding)  # type: ignore[call-arg]
                    yield from ((name, [(way, unwanted)]) for name, way in ways(unwanted))
        elif requirement.kind == "any_of":
            every = [next(self._steps(one, found), None) for one, found in self._held(requirement, finding)]
            if every and all(every):
                yield "every choice", [step for each in every if each for step in each[1]]
        else:
            for one, found in self._held(requirement, finding):
                for name, steps in self._steps(one, found):
                    yield f"{one.id}, {name}", steps

    def _held(self, requirement: Requirement, finding: Finding) -> Iterator[tuple[Requirement, Finding]]:
        """The requirements under one that joins some that pass by themselves, and are why the whole passes."""
        for number, one in enumerate(requirement.inner):
            alone = replace(one, id=f"{one.kind}-{number}")
            report = self.bench.judged(replace(self.rule_set, requirements=(alone,)))
            found = verdicts(report).get(alone.id)
            if found is not None and found.verdict is Verdict.PASSED and _same(found, finding):
                yield alone, found


def _same(part: Finding, whole: Finding) -> bool:
    """Whether a requirement passes on evidence that the one that joins it gives, too."""
    return not part.evidence or any(piece in whole.evidence for piece in part.evidence)


def _survived(after: dict[str, Finding], broken: Requirement, before: dict[str, Finding]) -> str:
    """What came out otherwise than it must of a broken page; empty where just what was broken is not passed."""
    if broken.id not in after:
        return f"{broken.id} is not judged"
    if after[broken.id].verdict not in DOWN:
        return f"{broken.id} is still {after[broken.id].verdict.value}: {after[broken.id].reason}"
    for name, finding in after.items():
        was = before.get(name)
        if name == broken.id or was is None or was.verdict is not Verdict.PASSED:
            continue
        if finding.verdict is Verdict.FAILED and not _shares(was, before[broken.id]):
            return f"{name} fails too: {finding.reason}"
    return ""


def _shares(one: Finding, other: Finding) -> bool:
    """Whether what breaks one requirement may rightly break another: both look at the same words, or changes."""
    if one.kind in AGAINST_ORIGINAL and other.kind in AGAINST_ORIGINAL:
        return True
    lines = {piece.line for piece in one.evidence}
    return any(abs(piece.line - line) <= _NEAR for piece in other.evidence for line in lines)
