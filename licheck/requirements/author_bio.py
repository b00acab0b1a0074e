"""The writer's biography stands with the story, as the original has it.

It is a short text beside the original's story that names a writer and says who that is. A page that says it in other words,
or in fewer, is a doubt. Without the original, any such text beside the story passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.page import Page
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.names import find_name
from licheck.patterns import pattern
from licheck.requirements._judging import at_block, finding, not_for, place_for, zones_in_words
from licheck.requirements._kept_lines import most_like
from licheck.requirements._prescribed import SAME, as_remedy, originals_line
from licheck.text import fold

_SHORTEST, _LONGEST = 6, 120  # words of a biography
_ABOVE, _BELOW = 4, 8  # blocks above and below the original's story
_SAYS_WHO = pattern(
    r"\b(?:is|was|are|writes|covers|reports|works|teaches|lives|serves|joined)\b|\b(?:ist|schreibt|berichtet|arbeitet|lehrt)\b"
    r"|\b(?:est|écrit|travaille|couvre)\b|\b(?:es|escribe|trabaja|cubre)\b|\b(?:é|escreve|trabalha|cobre)\b|\b(?:è|scrive|lavora)\b"
    r"|\b(?:schrijft|werkt)\b|\bjest\b"
)


@dataclass(frozen=True, kw_only=True)
class AuthorBio(Requirement):
    """The writer's biography stands with the story."""

    kind: ClassVar[str] = "author_bio"

    def judge(self, case: Case) -> Finding:
        """Passed when what the original says of its writers is there."""
        if ours := not_for(self, case):
            return ours
        people = (case.original.authors if case.original else ()) or case.people
        if not people:
            return finding(self, Verdict.CANT_TELL, "Nobody said who wrote the story")
        here = list(_on_page(case, people))
        if case.original is None:
            return self._alone(case, here)
        lines = list(_on_original(case, people))
        if not lines:
            return finding(self, Verdict.INAPPLICABLE, "The original has no biography of its writer")
        return self._of_lines(case, lines, here)

    def _alone(self, case: Case, here: list[int]) -> Finding:
        if here:
            evidence = [at_block(case, block) for block in here]
            return finding(
                self, Verdict.PASSED, "A biography of the writer stands with the story", evidence=evidence
            )
        reason = "No biography of the writer is there; whether the original has one is not known"
        return finding(self, Verdict.CANT_TELL, reason, belongs_at=place_for(case, Where.BOTTOM))

    def _of_lines(self, case: Case, lines: list[int], here: list[int]) -> Finding:
        best = {line: most_like(case, line) for line in lines}
        lost = [line for line in lines if best[line][0] < SAME]
        if not lost:
            evidence = [at_block(case, block) for _, block in dict.fromkeys(best.values())]
            return finding(self, Verdict.PASSED, "The writer's biography is there", evidence=evidence)
        assert case.original
        evidence = [at_block(case, block, counts=False, note="says it in other words") for block in here]
        evidence += [originals_line(case, line, "not on the page") for line in lost]
        reason = (
            "The writer's biography is there in other words"
            if here
            else "The writer's biography is not there"
        )
        return finding(
            self,
            Verdict.CANT_TELL if here else Verdict.FAILED,
            reason,
            evidence=evidence,
            looked_in=zones_in_words(case, Where.BYLINE),
            belongs_at=place_for(case, Where.BOTTOM),
            remedy=as_remedy(case, case.original.page.blocks[lost[0]].text),
        )


def _on_original(case: Case, people: tuple[str, ...]) -> Iterator[int]:
    assert case.original
    article = case.original.article
    if not article:
        return
    first, last = article[0], article[-1]
    blocks = (*range(max(0, first - _ABOVE), first), *range(last, last + 1 + _BELOW))
    yield from (block for block in blocks if _is_bio(case.original.page, block, people))


def _on_page(case: Case, people: tuple[str, ...]) -> Iterator[int]:
    zones = (Zone.TOP, Zone.BOTTOM, Zone.FURNITURE)
    blocks = (*case.zones.blocks(*zones), *([case.zones.last] if case.zones.last >= 0 else []))
    yield from (block for block in sorted(blocks) if _is_bio(case.page, block, people))


def _is_bio(page: Page, block: int, people: tuple[str, ...]) -> bool:
    if block >= len(page.blocks):
        return False
    text = page.blocks[block].text
    if not _SHORTEST <= text.count(" ") + 1 <= _LONGEST or not _SAYS_WHO.search(fold(text)):
        return False
    return any(find_name(person, text).likeness.is_same for person in people)
