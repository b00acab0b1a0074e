"""All of the requirements under it hold.

A rule set asks for all that it lists anyway: this one is for what is to be had together, as one of the choices of `any_of`.
It passes when each of its requirements passes or does not apply.

Options: `requirements`: a list of kinds with their options, as in the rule set itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding
from licheck.requirements._joined import Joined, joined_by_worst, judge_all
from licheck.requirements._judging import not_for


@dataclass(frozen=True, kw_only=True)
class AllOf(Joined):
    """All of the requirements under it hold."""

    kind: ClassVar[str] = "all_of"

    def judge(self, case: Case) -> Finding:
        """Failed when one fails, a doubt when one is a doubt, inapplicable when none applies."""
        return not_for(self, case) or joined_by_worst(self, judge_all(self.requirements, case))
