"""What the kinds share whose line, where the rule file prescribes none, is the one that the original carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.page import BlockKind
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._judging import at_block, finding, without_original
from licheck.requirements._prescribed import MAYBE, SAME, Prescribed, as_remedy, originals_line
from licheck.requirements._wording import likeness
from licheck.text import fold, words_of

_LONGEST = 120  # words of such a line at most; what is longer is a paragraph of the story
_OF_STORY = pattern(
    r"\W*(?:(?:the )?(?:reporting|research|production|coverage|work)\b|(?:this|our|these) (?:story|stories|article|report|reporting|series|project"
    r"|piece|investigation|coverage|work)\b|disclosure|disclaimer|conflicts? of interest|editor|note\b|(?:supported|funded|produced|made possible) (?:by|with|in)\b"
    r"|in (?:partnership|collaboration) with\b|diese[rs]? (?:artikel|beitrag|text|recherche|bericht)\b|offenlegung|anmerkung|hinweis"
    r"|cet(?:te)? (?:article|enquête)\b|note de|ndlr|est[ea] (?:artículo|reportaje|investigación|artigo|reportagem)\b|nota d|quest[oa] (?:articolo|inchiesta)\b"
    r"|dit artikel\b|noot van|ten artykuł\b|od redakcji)"
)
_ABOVE, _BELOW = 4, 6  # blocks above and below the original's story in which it stands
_LINES = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.OTHER)


@dataclass(frozen=True, kw_only=True)
class KeptLines(Prescribed):
    """A line of the original, or a prescribed one, stands with the story."""

    known_by: ClassVar[re.Pattern[str]]
    sure_beside: ClassVar[bool] = True  # whether such a line, next to the story, is surely the story's own

    def without_wording(self, case: Case) -> Finding:
        """The finding for what the original carries: passed when each such line is on the page."""
        if case.original is None:
            return without_original(self, f"its {self.noun}")
        lines = list(lines_of_original(case, self.known_by))
        if not lines:
            return finding(self, Verdict.INAPPLICABLE, f"No {self.noun} was found in the original")
        return self._of_lines(case, lines)

    def _of_lines(self, case: Case, lines: list[int]) -> Finding:
        best = {line: most_like(case, line) for line in lines}
        lost = [line for line in lines if best[line][0] < SAME]
        if not lost:
            evidence = [at_block(case, block) for _, block in dict.fromkeys(best.values())]
            return finding(self, Verdict.PASSED, f"The original's {self.noun} is there", evidence=evidence)
        assert case.original
        worst = lost[0]
        evidence = [
            originals_line(case, line, "stands in the original, and not on the page") for line in lost
        ]
        text = as_remedy(case, case.original.page.blocks[worst].text)
        share, block = best[worst]
        if share >= MAYBE:
            note = "may be it, in other words"
            return self.amiss(
                case,
                f"The original's {self.noun} is there in other words, or in part",
                [at_block(case, block, counts=False, note=note), *evidence],
                Verdict.CANT_TELL,
                text,
            )
        if not self._is_sure(case, worst):
            reason = f"A line beside the original's story may be its {self.noun}; it is not on the page. Does it go with the story?"
            return self.amiss(case, reason, evidence, Verdict.CANT_TELL, text)
        return self.amiss(case, f"The original's {self.noun} is not there", evidence, remedy=text)

    def _is_sure(self, case: Case, line: int) -> bool:
        """Whether a line of the original is surely such a line: it stands with the story, and speaks of the story itself or
        of its publisher. A paragraph of the story can have the same words.
        """
        assert case.original
        article, publisher = case.original.article, case.rule_set.publisher
        text = case.original.page.blocks[line].text
        next_to = line in (article[0] - 1, article[-1] + 1)
        its_own = line in article or (next_to and (self.sure_beside or _in_one_box(case, line)))
        return its_own and bool(_OF_STORY.match(fold(text)) or named(text, publisher.names, publisher.others))


def _in_one_box(case: Case, line: int) -> bool:
    """Whether a line below the original's story stands in the same element as its last paragraph, not in a box of the site's."""
    assert case.original
    blocks, last = case.original.page.blocks, case.original.article[-1]
    return line == last + 1 and blocks[line].container == blocks[last].container


def lines_of_original(case: Case, known_by: re.Pattern[str]) -> Iterator[int]:
    """The short lines at the beginning and the end of the original's story that these words mark, as its blocks."""
    assert case.original
    page, article = case.original.page, case.original.article
    if not article:
        return
    first, last = article[0], article[-1]
    headline = _headline(case, first)
    near = (
        *range(max(headline + 1, first - _ABOVE), first + 1),
        *range(max(first + 1, last - 1), last + _BELOW),
    )
    for block in near:
        if block >= len(page.blocks) or page.blocks[block].kind not in _LINES:
            continue
        text = page.blocks[block].text
        if text.count(" ") < _LONGEST and known_by.search(fold(text)):
            yield block


def _headline(case: Case, first: int) -> int:
    """The block of the original's headline above its story, -1 for none: what stands above it is the site's."""
    assert case.original
    page = case.original.page
    headings = (index for index in range(first) if page.blocks[index].kind is BlockKind.HEADING)
    return max(headings, default=-1)


def most_like(case: Case, line: int) -> tuple[float, int]:
    """How much (0-1) of a line of the original stands in the visible block that has most of it, and that block."""
    assert case.original
    theirs = case.original.page.blocks[line].text
    distinct = set(words_of(theirs))
    best = 0.0, 0
    for index, folded in enumerate(case.page.folded):
        # Quick: a block that holds less than half of the words is none.
        if sum(word in folded for word in distinct) * 2 >= len(distinct) > 0:
            best = max(best, (likeness(theirs, case.page.blocks[index].text), index))
    return best
