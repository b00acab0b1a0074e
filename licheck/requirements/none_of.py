"""None of the requirements under it holds: what they look for must *not* be there, such as the publisher's logo.

It fails when one of them passes. One that is a doubt makes the whole a doubt; one that does not apply is not there.

Options: `requirements`: a list of kinds with their options, as in the rule set itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Verdict
from licheck.requirements._joined import Joined, joined, judge_all, names_of, of_verdict
from licheck.requirements._judging import not_for

_TOLD = "this is what must not be there"


@dataclass(frozen=True, kw_only=True)
class NoneOf(Joined):
    """None of the requirements under it holds."""

    kind: ClassVar[str] = "none_of"

    def judge(self, case: Case) -> Finding:
        """Failed when one passes."""
        return not_for(self, case) or self._of(judge_all(self.requirements, case))

    def _of(self, found: list[Finding]) -> Finding:
        if there := of_verdict(found, Verdict.PASSED):
            told = [
                replace(one, evidence=tuple(replace(each, counts=False, note=_TOLD) for each in one.evidence))
                for one in there
            ]
            told = [replace(one, remedy="", looked_in=()) for one in told]
            failed = joined(self, Verdict.FAILED, told, "This must not be there.")
            return replace(
                failed,
                belongs_at=Place("nowhere on the page"),
                remedy=self.remedy or f"Take it off the page: {names_of(there)}.",
            )
        if doubtful := of_verdict(found, Verdict.CANT_TELL):
            return replace(joined(self, Verdict.CANT_TELL, doubtful), remedy=self.remedy, belongs_at=None)
        looked = tuple(dict.fromkeys(place for one in found for place in one.looked_in))
        done = joined(self, Verdict.PASSED, (), f"There is no {names_of(found)} on the page, as is asked for")
        return replace(done, looked_in=looked)
