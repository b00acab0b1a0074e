"""Only what the publisher itself wrote is republished, not what it took from others.

The original tells: its byline names a news agency, or a line beside its story says that it first ran elsewhere. A line that
names the publisher, too, or that may speak of something else, is a doubt.

Options: `partners`: further names whose stories are not the publisher's to give; `marks`: words by which the publisher
marks stories of others, as "content-sharing agreement".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._judging import finding, listed, not_for, without_original
from licheck.requirements._marks import marks_on_original, of_mark, short_lines
from licheck.requirements._origins import AGENCIES, ELSEWHERE
from licheck.requirements._prescribed import originals_line
from licheck.text import fold

_BEGAN = pattern(ELSEWHERE)
_DAY = pattern(
    r"(?:\W+(?:on|in|at|en|le|am|im|el|em|il|op|dem|the|de|del|den))*\W*(?:[^\W\d]{3,10}\W+){0,2}\d"
)
_OPENING = 40  # characters of a line before the phrase: "This story was originally published by"
_NEAR = 5  # blocks above and below the story
_DOUBT = "may say that the story began elsewhere"


@dataclass(frozen=True, kw_only=True)
class OriginOnly(Requirement):
    """Only what the publisher itself wrote is republished."""

    kind: ClassVar[str] = "origin_only"

    partners: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    def judge(self, case: Case) -> Finding:
        """Passed when nothing on the original says that it came from others."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "whose story it was")
        told = [*self._byline(case), *self._marked(case), *self._lines(case)]
        sure = [piece for piece in told if piece.note != _DOUBT]
        name = case.rule_set.publisher.name
        if sure:
            return self._failed(f"The story is not {name}'s own: {sure[0].note}", sure)
        if told:
            reason = f"A line on the original {_DOUBT}; is it {name}'s own?"
            return finding(self, Verdict.CANT_TELL, reason, evidence=told)
        return finding(self, Verdict.PASSED, "Nothing on the original says that it began elsewhere")

    def _byline(self, case: Case) -> Iterator[Evidence]:
        """The line of the original that credits an agency or a partner, and not the publisher."""
        assert case.original
        publisher = case.rule_set.publisher
        theirs = [name for name in (*AGENCIES, *self.partners) if not named(name, publisher.names)]
        wanted = {fold(name): name for name in theirs}
        credited = [each for each in case.original.affiliations if fold(each) in wanted]
        page = case.original.page
        if not credited or any(named(each, publisher.names) for each in case.original.affiliations):
            return
        for block in range(len(page.blocks)):
            if block not in case.original.article and named(page.blocks[block].text, credited):
                yield originals_line(case, block, f"the original credits {listed(credited)}")
                return

    def _marked(self, case: Case) -> Iterator[Evidence]:
        for mark in marks_on_original(case, self.marks):
            yield of_mark(case, mark, "the original is marked as somebody else's" if mark.near else _DOUBT)

    def _lines(self, case: Case) -> Iterator[Evidence]:
        """Lines beside the original's story that say that it first ran somewhere."""
        assert case.original
        publisher, page, article = case.rule_set.publisher, case.original.page, case.original.article
        first, last = (article[0], article[-1]) if article else (0, 0)
        for block in short_lines(page):
            text = page.blocks[block].text
            folded = fold(text)
            hit = _BEGAN.search(folded)
            if (
                not hit
                or not first - _NEAR <= block <= last + _NEAR
                or _only_a_day(hit.group(), folded[hit.end() :])
            ):
                continue
            ours = named(text, publisher.names, publisher.others)
            if any(end > hit.start() for _, end in ours):
                continue
            sure = hit.start() <= _OPENING and block not in article[1:-1] and not ours
            yield originals_line(case, block, "it says that it first ran elsewhere" if sure else _DOUBT)

    def _failed(self, reason: str, evidence: list[Evidence]) -> Finding:
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=evidence,
            looked_in=("the byline of the original, and the lines beside its story",),
            belongs_at=Place("the whole story"),
            remedy="Ask whoever ran the story first, or take it off.",
        )


def _only_a_day(phrase: str, rest: str) -> bool:
    """Whether a line goes on with a day instead of a name: "first published on 3 May"."""
    return not phrase.endswith("by") and _DAY.match(rest) is not None
