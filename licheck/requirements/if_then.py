"""What is asked for in some cases only: *if* the story was edited, *then* a line says so in these words.

The case is one, or several of which one suffices:

- `edited`: the story's words were changed in a way that `allow` does not cover (`no_edit` tells the classes);
- `shortened`: something of it was cut; `whole`: nothing was;
- `translated`: it stands in another language than the original, or says that it is a translation;
- `retitled`: it has another headline than the original;
- `with_pictures`: a picture stands with the story;
- `co_published`: the original names others beside its publisher.

Without the original most of these cannot be told. Then nothing is asked: the whole passes where what is asked for is
there anyway, and is a doubt elsewhere.

Options: `when`: the cases; `allow`: changes that are no edit; `then`: the requirements, as in the rule set itself;
`otherwise`: those that hold in all other cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import Permission
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._cases import When, holds
from licheck.requirements._joined import Joining, joined, joined_by_worst, judge_all, of_verdict
from licheck.requirements._judging import not_for


@dataclass(frozen=True, kw_only=True)
class IfThen(Joining):
    """What is asked for in some cases only."""

    kind: ClassVar[str] = "if_then"
    nested: ClassVar[tuple[str, ...]] = ("then", "otherwise")

    when: tuple[When, ...]
    then: tuple[Requirement, ...]
    otherwise: tuple[Requirement, ...] = ()
    allow: tuple[Permission, ...] = (Permission.BOXES, Permission.EDITORS_NOTE, Permission.PARAGRAPHS)

    def judge(self, case: Case) -> Finding:
        """What is asked for in this page's case."""
        if ours := not_for(self, case):
            return ours
        told = [holds(when, case, self.allow) for when in self.when]
        if any(each.holds for each in told):
            why = next(each.why for each in told if each.holds)
            return joined_by_worst(self, judge_all(self.then, case), why)
        why = " ".join(dict.fromkeys(each.why for each in told))
        if any(each.holds is None for each in told):
            return self._unknown(judge_all(self.then, case), judge_all(self.otherwise, case), why)
        return joined_by_worst(self, judge_all(self.otherwise, case), why)

    def _unknown(self, then: Sequence[Finding], otherwise: Sequence[Finding], why: str) -> Finding:
        """Passed where the page does what is asked for in either case; else a doubt."""
        amiss = of_verdict((*then, *otherwise), Verdict.FAILED, Verdict.CANT_TELL)
        if not amiss and (passed := of_verdict((*then, *otherwise), Verdict.PASSED)):
            return joined(self, Verdict.PASSED, passed)
        return joined(self, Verdict.CANT_TELL, amiss, why)
