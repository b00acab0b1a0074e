"""One edit: a run of words of the original, and the run of words that stands for it on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from licheck.align.edits import Span, Words
from licheck.align.side import Side
from licheck.align.tokens import Word
from licheck.model.change import Permission

_AROUND = 2  # equal words before and after an edit that may belong to the same date or place


@dataclass(frozen=True)
class Edit:
    """words.old[first:last] of the original became words.new[start:end] of the page. Either may be empty.

    `known` are the permissions that would allow it, in and outside of quotations, where somebody asked for them.
    """

    old_side: Side
    new_side: Side
    words: Words
    span: Span
    known: dict[bool, frozenset[Permission]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def old(self) -> Sequence[Word]:
        """The words of the original."""
        return self.words.old[self.span.first : self.span.last]

    @cached_property
    def new(self) -> Sequence[Word]:
        """The words of the page."""
        return self.words.new[self.span.start : self.span.end]

    def part(self, span: Span) -> Edit:
        """Another span of the same words."""
        return replace(self, span=span)

    def all_widened(self) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
        """The words of both, by themselves and with some of the equal words around them in their blocks."""
        for around in range(2 * _AROUND + 1):
            for left in range(max(0, around - _AROUND), min(around, _AROUND) + 1):
                both = self._widened(left, around - left)
                if both is not None:
                    yield both

    def _widened(self, left: int, right: int) -> tuple[Sequence[Word], Sequence[Word]] | None:
        old = self._around(self.words.old, self.span.first, self.span.last, left, right)
        new = self._around(self.words.new, self.span.start, self.span.end, left, right)
        if old is None or new is None:
            return None
        same = _keys(old[:left]) == _keys(new[:left])
        same = same and _keys(old[len(old) - right :]) == _keys(new[len(new) - right :])
        return (old, new) if same else None

    @staticmethod
    def _around(words: Sequence[Word], start: int, end: int, left: int, right: int) -> Sequence[Word] | None:
        if start < left or end + right > len(words):
            return None
        found = words[start - left : end + right]
        return found if not found or found[0].block == found[-1].block else None


def _keys(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words]


def spaced(words: Sequence[Word]) -> str:
    """Words as one text, without the full stops of abbreviations."""
    return " ".join(word.raw.replace(".", "") for word in words)
