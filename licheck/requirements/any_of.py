"""One of the requirements under it holds: a canonical link *or* `noindex`, a byline *or* a line above the story.

It passes when one of them passes. Where none does and one is a doubt, the whole is a doubt. One that does not apply is
no choice.

Options: `requirements`: a list of kinds with their options, as in the rule set itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.requirements._joined import Joined, joined, judge_all, of_verdict
from licheck.requirements._judging import not_for


@dataclass(frozen=True, kw_only=True)
class AnyOf(Joined):
    """One of the requirements under it holds."""

    kind: ClassVar[str] = "any_of"

    def judge(self, case: Case) -> Finding:
        """Passed when one passes, failed when all that apply fail."""
        return not_for(self, case) or self._of(judge_all(self.requirements, case))

    def _of(self, found: list[Finding]) -> Finding:
        if passed := of_verdict(found, Verdict.PASSED):
            return joined(self, Verdict.PASSED, passed)
        open_ = of_verdict(found, Verdict.FAILED, Verdict.CANT_TELL)
        if not open_:
            return joined(self, Verdict.INAPPLICABLE, found)
        doubtful = any(one.verdict is Verdict.CANT_TELL for one in open_)
        lead = "One of these is asked for." if len(open_) > 1 else ""
        return joined(self, Verdict.CANT_TELL if doubtful else Verdict.FAILED, open_, lead, between="\nor\n")
