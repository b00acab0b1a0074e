"""A correction of the original stands on the page, too.

What the original says of its own corrections: a short line beside its story that begins with "Correction", "Clarification",
"An earlier version of this story" and the like, in ten languages. A page on which some other correction stands is a doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._judging import (
    at_block,
    finding,
    not_for,
    place_for,
    without_original,
    zones_in_words,
)
from licheck.requirements._kept_lines import lines_of_original, most_like
from licheck.requirements._prescribed import SAME, as_remedy, originals_line
from licheck.text import fold

_LINE = 120  # words of such a line
_CORRECTS = pattern(
    r"^\W*(?:(?:corrections?|clarifications?|retraction|errat(?:um|a))(?= ?[:.(\[-]|,? \w+\.? \d|$)|corrected (?:on|at|to)\b"
    r"|editor'?s'? note:? (?:an |this story (?:has been|was) )"
    r"|(?:an? )?(?:earlier|previous) version|this (?:story|article) (?:has been|was) (?:corrected|updated to correct)"
    r"|(?:berichtigung|korrektur|richtigstellung|rectificati(?:f|on)|correctif|correcci[oó]n|rectificaci[oó]n|fe de erratas|correção"
    r"|correzione|rettifica|correctie|rectificatie|sprostowanie|korekta|rättelse|rettelse|исправление|виправлення|訂正|更正)(?= ?[:：.(\[-]|$)"
    r"|in einer früheren (?:version|fassung)|une version (?:antérieure|précédente)"
    r"|una versi[oó]n anterior|uma versão anterior)"
)


@dataclass(frozen=True, kw_only=True)
class UpdateCorrections(Requirement):
    """A correction of the original stands on the page, too."""

    kind: ClassVar[str] = "update_corrections"

    def judge(self, case: Case) -> Finding:
        """Passed when each correction is there; inapplicable where the original has none."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "whether it was corrected")
        lines = list(dict.fromkeys(lines_of_original(case, _CORRECTS)))
        if not lines:
            return finding(self, Verdict.INAPPLICABLE, "The original carries no correction")
        return self._of_lines(case, lines)

    def _of_lines(self, case: Case, lines: list[int]) -> Finding:
        best = {line: most_like(case, line) for line in lines}
        lost = [line for line in lines if best[line][0] < SAME]
        if not lost:
            evidence = [at_block(case, block) for _, block in dict.fromkeys(best.values())]
            return finding(self, Verdict.PASSED, "The original's correction is there", evidence=evidence)
        assert case.original
        evidence = [
            originals_line(case, line, "stands in the original, and not on the page") for line in lost
        ]
        other = self._others(case)
        return finding(
            self,
            Verdict.CANT_TELL if other else Verdict.FAILED,
            "The page carries a correction in other words than the original's"
            if other
            else "The original was corrected, and the page does not say so",
            evidence=[*other, *evidence],
            looked_in=zones_in_words(case, Where.ANYWHERE),
            belongs_at=place_for(case, Where.BOTTOM),
            remedy=as_remedy(case, case.original.page.blocks[lost[0]].text),
        )

    def _others(self, case: Case) -> list[Evidence]:
        """Lines of the page that look like corrections."""
        found: list[Evidence] = []
        for block in case.zones.blocks(Zone.TOP, Zone.ARTICLE, Zone.BOTTOM):
            text = case.page.blocks[block].text
            if text.count(" ") < _LINE and _CORRECTS.search(fold(text)):
                found.append(at_block(case, block, counts=False, note="may be it, in other words"))
        return found
