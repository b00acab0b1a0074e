"""One of the two texts that are compared: the words of its blocks, and what is around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from licheck.align.days import published
from licheck.align.language import Vocabulary
from licheck.align.quotes import quoted
from licheck.align.style import style
from licheck.align.tokens import Word
from licheck.model.change import Passage
from licheck.model.page import BlockKind, Page
from licheck.patterns import pattern
from licheck.text import fold

_MOST_ASKED = 100  # names that are looked for one by one
LONGEST = 200_000  # characters of a block whose words are compared; stories have 1,000


class Side:
    """A page, of which `blocks` are compared, in their order."""

    def __init__(self, page: Page, blocks: Sequence[int], language: Vocabulary) -> None:
        self.page = page
        self.blocks = blocks
        self.language = language
        self._style = style(language)
        self._words: dict[int, list[Word]] = {}
        self._starts: dict[int, frozenset[int]] = {}
        self._sentences: dict[int, frozenset[tuple[str, ...]]] = {}
        self._folded: dict[int, str] = {}
        self._longest: dict[int, str] = {}
        self._names: dict[str, bool] = {}
        self._quoted: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def published(self) -> frozenset[date]:
        """The days on which the page may have been published."""
        return published(self.page)

    def text(self, block: int) -> str:
        """The text of a block."""
        return self.page.blocks[block].text

    def written(self, word: Word) -> str:
        """A word as it is written."""
        return self.text(word.block)[word.start : word.end]

    def is_heading(self, block: int) -> bool:
        """Whether a block is a heading."""
        return self.page.blocks[block].kind is BlockKind.HEADING

    def is_too_long(self, block: int) -> bool:
        """Whether a block is longer than any paragraph, so that its words are not compared."""
        return len(self.text(block)) > LONGEST

    def words(self, block: int, same: Sequence[Word] | None = None) -> list[Word]:
        """The words of a block; `same` are those of a block on the other side with the same text, where they are known."""
        if block not in self._words:
            if same is None:
                self._words[block] = self._style.words(self.text(block)[:LONGEST], block)
            else:
                self._words[block] = [tuple.__new__(Word, (block, *word[1:])) for word in same]
        return self._words[block]

    def all_words(self, blocks: Iterable[int]) -> list[Word]:
        """The words of some blocks, one after the other."""
        return [word for block in blocks for word in self.words(block)]

    def starts(self, block: int) -> frozenset[int]:
        """Which words of a block (from 0) begin a sentence."""
        if block not in self._starts:
            self._starts[block] = frozenset(self._sentence_starts(block))
        return self._starts[block]

    def sentences(self, block: int) -> frozenset[tuple[str, ...]]:
        """The sentences of a block, as the keys of their words."""
        if block not in self._sentences:
            keys = [word.key for word in self.words(block)]
            starts = [*sorted(self.starts(block)), len(keys)]
            self._sentences[block] = frozenset(tuple(keys[one:other]) for one, other in pairwise(starts))
        return self._sentences[block]

    def begins(self, word: Word) -> bool:
        """Whether a word begins a sentence."""
        return word.at in self.starts(word.block)

    def ends(self, word: Word) -> bool:
        """Whether a word ends a sentence."""
        following = word.at + 1
        return following == len(self.words(word.block)) or following in self.starts(word.block)

    def _sentence_starts(self, block: int) -> Iterable[int]:
        text, words = self.text(block), self.words(block)
        if words:
            yield 0
        at = 0
        for end in _ENDS.finditer(text):
            at = bisect_right(words, end.start(), at, key=_start)
            if at == len(words):
                return
            if not at or text[words[at].start].islower() or words[at - 1].end > end.start():
                continue
            if text[words[at - 1].end] == "." and self._is_short(words[at - 1]):
                continue
            yield at

    def _is_short(self, word: Word) -> bool:
        """Whether the full stop after a word is likely its own: an abbreviation, an initial, "17. November"."""
        raw = word.raw
        return raw in self.language.abbreviations or len(raw) == 1 or (raw.isdigit() and len(raw) == 2)

    def quotations(self, block: int) -> list[tuple[int, int]]:
        """The parts (start, end) of a block's text that are quoted."""
        if block not in self._quoted:
            self._quoted[block] = quoted(self.text(block))
        return self._quoted[block]

    def quotation(self, word: Word) -> tuple[int, int] | None:
        """The quotation that a word stands in."""
        spans = self.quotations(word.block)
        at = bisect_right(spans, (word.start, len(self.text(word.block)))) - 1
        return spans[at] if at >= 0 and word.end <= spans[at][1] else None

    def before(self, word: Word) -> Word | None:
        """The word before, in the same block."""
        return self.words(word.block)[word.at - 1] if word.at else None

    def after(self, word: Word) -> Word | None:
        """The word after, in the same block."""
        words = self.words(word.block)
        return words[word.at + 1] if word.at + 1 < len(words) else None

    def is_capital(self, word: Word) -> bool:
        """Whether a word begins with a capital."""
        return self.text(word.block)[word.start].isupper()

    def has_name(self, key: str) -> bool:
        """Whether a word is written with a capital within a sentence anywhere in these blocks."""
        if key not in self._names:
            few = len(self._names) < self._most_asked and self._style.is_only_itself(key)
            self._names[key] = any(self._names_asked(key)) if few else key in self._all_names
        return self._names[key]

    @cached_property
    def _most_asked(self) -> int:
        """Up to how many names it costs less to look for each than to collect all: by the length of the blocks."""
        size = sum(len(self.text(block)) for block in self.blocks)
        return min(_MOST_ASKED, size // (2 * len(self.blocks) + 1))

    def _names_asked(self, key: str) -> Iterator[bool]:
        """For each block that may have a name whether it does."""
        dotted = (f"{key[0]}.{key[1]}", f"{key[0]}. {key[1]}") if len(key) > 1 else ()
        for block in self.blocks:
            text = self.folded(block)
            if (key in text or any(form in text for form in dotted)) and not self.is_heading(block):
                yield key in self._names_of(block)

    @cached_property
    def _all_names(self) -> frozenset[str]:
        blocks = (block for block in self.blocks if not self.is_heading(block))
        return frozenset(key for block in blocks for key in self._names_of(block))

    def _names_of(self, block: int) -> list[str]:
        text, starts = self.text(block), self.starts(block)
        words = self.words(block)
        return [word.key for word in words if text[word.start].isupper() and word.at not in starts]

    def passage(self, block: int, start: int = 0, end: int | None = None) -> Passage:
        """A part of a block's text, all of it where no place is told."""
        text = self.text(block)
        end = len(text) if end is None else end
        return Passage(block, start, end, text[start:end])

    def passages(self, words: Sequence[Word]) -> list[Passage]:
        """Words that follow each other, as the passages that they are: one for each block.

        Whole sentences come with the signs before and after them.
        """
        found: list[tuple[Word, Word]] = []
        for word in words:
            if found and found[-1][0].block == word.block:
                found[-1] = (found[-1][0], word)
            else:
                found.append((word, word))
        return [self._passage(first, last) for first, last in found]

    def _passage(self, first: Word, last: Word) -> Passage:
        start, end = first.start, last.end
        if self.begins(first) and self.ends(last):
            text, before, after = self.text(first.block), self.before(first), self.after(last)
            start = text.rfind(" ", before.end if before else 0, start) + 1 if before else 0
            end = text.find(" ", end, after.start) if after else -1
            end = len(text) if after is None else end if end >= 0 else last.end
        return self.passage(first.block, start, end)

    def folded(self, block: int) -> str:
        """A block's text, folded."""
        if block not in self._folded:
            self._folded[block] = fold(self.text(block))
        return self._folded[block]

    def longest_word(self, block: int) -> str:
        """The longest word of a block, folded: style seldom changes it."""
        if block not in self._longest:
            self._longest[block] = max(_WORD.findall(self.folded(block)), key=len, default="")
        return self._longest[block]


_WORD = pattern(r"\w+")
_ENDS = pattern("[.!?…。！？]")
_start = itemgetter(4)  # of a word
