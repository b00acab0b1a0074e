"""What the kinds share that join other requirements: each is judged for itself, and one finding is made of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from licheck.errors import PatternTimeout
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.page import Page
from licheck.model.requirement import Requirement
from licheck.requirements._doubts import doubt
from licheck.requirements._judging import finding, listed


@dataclass(frozen=True, kw_only=True)
class Joining(Requirement):
    """A requirement that joins others, those in its `nested` fields."""

    @property
    def question(self) -> str:
        """All the questions, where no machine can judge any of what is joined."""
        asked = [one.question for one in self.inner]
        return " ".join(asked) if asked and all(asked) else ""

    def recognises(self, page: Page) -> str:
        """What the first of the joined requirements recognises the page by."""
        return next(filter(None, (one.recognises(page) for one in self.inner)), "")


@dataclass(frozen=True, kw_only=True)
class Joined(Joining):
    """A requirement that joins others, its `requirements`."""

    nested: ClassVar[tuple[str, ...]] = ("requirements",)

    requirements: tuple[Requirement, ...]


def judge(requirement: Requirement, case: Case) -> Finding:
    """The finding; a doubt where a pattern ran out of time, or what failed may be there all the same."""
    if requirement.question:
        return finding(requirement, Verdict.CANT_TELL, f"For a person: {requirement.question}")
    try:
        found = requirement.judge(case)
    except PatternTimeout as error:
        return finding(requirement, Verdict.CANT_TELL, str(error))
    if found.verdict is Verdict.FAILED and (why := doubt(case, requirement.kind)):
        return replace(found, verdict=Verdict.CANT_TELL, reason=f"{found.reason} {why}")
    return found


def judge_all(requirements: Iterable[Requirement], case: Case) -> list[Finding]:
    """A finding of each."""
    return [judge(requirement, case) for requirement in requirements]


def of_verdict(found: Iterable[Finding], *verdicts: Verdict) -> list[Finding]:
    """Those with one of these verdicts."""
    return [one for one in found if one.verdict in verdicts]


def joined(
    requirement: Requirement, verdict: Verdict, found: Sequence[Finding], lead: str = "", between: str = " "
) -> Finding:
    """One finding of several: their reasons, their evidence, the first one's place, every remedy.

    `lead` begins the reason; `between` stands between the remedies.
    """
    reasons = " ".join(one.reason for one in found)
    places = [one.belongs_at for one in found if one.belongs_at]
    return finding(
        requirement,
        verdict,
        f"{lead} {reasons}".strip() or "Nothing of this applies to this page",
        evidence=_in_turn(found),
        looked_in=tuple(dict.fromkeys(place for one in found for place in one.looked_in)),
        belongs_at=places[0] if places else None,
        remedy=between.join(dict.fromkeys(one.remedy for one in found if one.remedy)),
    )


def joined_by_worst(requirement: Requirement, found: Sequence[Finding], lead: str = "") -> Finding:
    """One finding of those that are worst: failed before a doubt, a doubt before passed; what does not apply is last."""
    for verdict in (Verdict.FAILED, Verdict.CANT_TELL, Verdict.PASSED):
        if these := of_verdict(found, verdict):
            return joined(requirement, verdict, these, lead)
    return joined(requirement, Verdict.INAPPLICABLE, found, lead)


def names_of(found: Iterable[Finding]) -> str:
    """The requirements in words: "canonical and noindex"."""
    return listed([one.requirement for one in found])


def _in_turn(found: Sequence[Finding]) -> list[Evidence]:
    """The best evidence of each, then the second best..., so that none takes all the room."""
    most = max((len(one.evidence) for one in found), default=0)
    return [one.evidence[at] for at in range(most) for one in found if at < len(one.evidence)]
