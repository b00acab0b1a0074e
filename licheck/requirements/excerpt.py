"""Only an excerpt is republished, not the whole story.

At least one limit must be given; where several are, none may be passed. With `level: may`, excerpts are permitted, and
cuts are no edits.

Options: `most_words`; `most_share`: of the original's words, 0-1; `most_paragraphs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import Permission, words_lost
from licheck.model.finding import Finding, Level, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._changes import unknown
from licheck.requirements._judging import at_block, finding, not_for

_SENTENCE = 8  # words from which on a block counts as a paragraph: less is a sub-heading or a line


@dataclass(frozen=True, kw_only=True)
class Excerpt(Requirement):
    """Only an excerpt is republished."""

    kind: ClassVar[str] = "excerpt"

    most_words: int = 0
    most_share: float = 0.0
    most_paragraphs: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        limited = self.most_words > 0 or self.most_share > 0 or self.most_paragraphs > 0
        if not limited and self.level is not Level.MAY:
            raise ValueError("give a limit: `most_words`, `most_share` or `most_paragraphs`")
        if self.most_share > 1:
            raise ValueError("`most_share` must be a share between 0 and 1, such as 0.25")

    @property
    def permits(self) -> frozenset[Permission]:
        """Cuts: what is left of the story is no edited story."""
        return frozenset((Permission.CUTS, Permission.CUTS_AT_END))

    def judge(self, case: Case) -> Finding:
        """Passed when no more of the original is there than the limits permit."""
        return (
            not_for(self, case)
            or unknown(self, case, "how much of the story was taken")
            or self._of_words(case)
        )

    def _of_words(self, case: Case) -> Finding:
        taken, words, paragraphs = _taken(case)
        over = list(self._passed(taken, words, paragraphs))
        much = f"{taken:,} of the original's {words:,} words, in {paragraphs} paragraphs"
        if not over:
            return finding(self, Verdict.PASSED, f"The page has an excerpt: {much}")
        blocks = sorted(case.alignment.blocks) if case.alignment else []
        note = "the story begins here"
        return finding(
            self,
            Verdict.FAILED,
            f"More than an excerpt is there: {much}; permitted are {' and '.join(over)}",
            evidence=[at_block(case, block, counts=False, note=note) for block in blocks[:1]],
            looked_in=("the story, against the original",),
            belongs_at=Place("the whole story"),
            remedy=f"Shorten the story to {' and '.join(over)}, and link to the original for the rest.",
        )

    def _passed(self, taken: int, words: int, paragraphs: int) -> Iterator[str]:
        """The limits that are passed, in words."""
        if 0 < self.most_words < taken:
            yield f"{self.most_words:,} words"
        if 0 < self.most_share < taken / max(1, words):
            yield f"{self.most_share:.0%} of the story"
        if 0 < self.most_paragraphs < paragraphs:
            yield f"{self.most_paragraphs} paragraphs"


def _taken(case: Case) -> tuple[int, int, int]:
    """Words of the original that are on the page, words that it has, and paragraphs of it on the page."""
    assert case.original
    assert case.alignment
    sizes = {block: len(case.original.page.blocks[block].text.split()) for block in case.original.article}
    taken = max(0, sum(sizes.values()) - words_lost(case.changes))
    paragraphs = {
        pair.block
        for pair in case.alignment.pairs
        if len(case.page.blocks[pair.block].text.split()) >= _SENTENCE
    }
    return taken, sum(sizes.values()), len(paragraphs)
