"""The dateline of the original is kept: the place, day or agency with which its story begins ("SALTMERE (HNS) -").

It is the beginning of the original's first paragraph, in capitals, up to a dash; without a day, an agency or a second place
it may be something else, and a doubt. On the page it begins the same paragraph, or stands by itself above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.patterns import pattern
from licheck.requirements._judging import at_block, finding, not_for, without_original
from licheck.requirements._prescribed import as_remedy, originals_line
from licheck.text import words_of

# A place in capitals, perhaps more places, a day, an agency in brackets, then a dash with space around it or before text.
_DATELINE = pattern(
    r"^([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{2,30}(?:, [A-Za-zÀ-ÿ. ]{2,24}){0,2}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()]{2,40}\))?) ?(?:[—–]| -{1,2} )"
)
_ABOVE = 2  # blocks above the first paragraph in which it may stand by itself


@dataclass(frozen=True, kw_only=True)
class Dateline(Requirement):
    """The dateline of the original is kept."""

    kind: ClassVar[str] = "dateline"

    def judge(self, case: Case) -> Finding:
        """Passed when the story begins with it, as the original does."""
        if ours := not_for(self, case):
            return ours
        if case.original is None or case.alignment is None:
            return without_original(self, "its dateline")
        first = case.original.article[0]
        hit = _DATELINE.match(case.original.page.blocks[first].text)
        if hit is None:
            return finding(self, Verdict.INAPPLICABLE, "The original has no dateline")
        blocks = [pair.block for pair in case.alignment.pairs if pair.original == first]
        if not blocks:
            reason = "The paragraph that begins with the dateline is not on the page"
            note = "not on the page"
            return finding(self, Verdict.CANT_TELL, reason, evidence=[originals_line(case, first, note)])
        return self._of_block(case, hit[1].strip(), blocks[0], first)

    def _is_sure(self, dateline: str) -> bool:
        """Whether it names a day, an agency or a second place: a word in capitals alone can be a kicker ("FLOODS - ...")."""
        return any(sign in dateline for sign in "(,") or any(map(str.isdigit, dateline))

    def _of_block(self, case: Case, dateline: str, block: int, first: int) -> Finding:
        words = words_of(dateline)
        near = range(block, max(-1, block - _ABOVE - 1), -1)
        for here in near:
            if words_of(case.page.blocks[here].text)[: len(words)] == words:
                return finding(
                    self,
                    Verdict.PASSED,
                    f'The dateline is there ("{dateline}")',
                    evidence=[at_block(case, here)],
                )
        line = case.page.locate(case.page.blocks[block]).line
        note = "begins without the dateline"
        assert case.original
        return finding(
            self,
            Verdict.FAILED if self._is_sure(dateline) else Verdict.CANT_TELL,
            f'The story begins without its dateline ("{dateline}")',
            evidence=[
                at_block(case, block, counts=False, note=note),
                originals_line(case, first, "how the original begins"),
            ],
            looked_in=("the story's first paragraph and what stands above it",),
            belongs_at=Place("above the story's first paragraph, or at its beginning", line),
            remedy=as_remedy(case, f"{dateline} —"),
        )
