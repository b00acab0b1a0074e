"""House style: forms of one word or number that newsrooms choose from are one key.

"percent", "per cent" and "%"; "twelve" and "12"; "colour" and "color"; "U.S." and "United States".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from licheck.align.language import Vocabulary
from licheck.align.tokens import Token, Word, goes_on, may_go_on, tokens

_Piece = tuple[str, str, int, int]
"""A word between two spaces: its key, itself folded, and from where to where it stands there."""


class Style:
    """The house-style keys of one language."""

    def __init__(self, language: Vocabulary) -> None:
        self.language = language
        self._numbers = _numbers(language)
        self._tens = {word: int(value) for word, value in language.numbers.items() if value in _TENS}
        self._ones = {word: int(value) for word, value in language.numbers.items() if value in _ONES}
        self._forms = _sequences(language.forms)
        self._stems = {other: good for good, other in language.stems}
        self._stem = re.compile("|".join(sorted(map(re.escape, self._stems), key=len, reverse=True)))
        self._in_stems = re.compile("|".join(map(re.escape, _hints(self._stems))))
        self._made = {key for forms in self._forms.values() for _, key in forms}
        # Words that may be one with the words behind them: "per cent", "twenty-one".
        self._many = {first for first, forms in self._forms.items() if len(forms[0][0]) > 1} | {*self._tens}

    def words(self, text: str, block: int) -> list[Word]:
        """The words of a block's text; a form of several words ("per cent") is one word."""
        memory = _memory(self.language)
        memory.shrink()
        known, make = memory.pieces.get, tuple.__new__
        words: list[Word] = []
        at = count = 0
        for piece in text.split(" "):
            end = at + len(piece)
            found = known(piece)
            if found is None:
                found = self._of_piece(piece, text[end + 1 : end + 3], memory)
            if found is None:
                return self._all_words(text, block, memory)
            for key, raw, start, last in found:
                words.append(make(Word, (block, count, key, raw, at + start, at + last)))
                count += 1
            at = end + 1
        return words

    def _of_piece(self, piece: str, behind: str, memory: _Memory) -> Sequence[_Piece] | None:
        """The words of what stands between two spaces; None where others beside it count. `behind` are the next two signs."""
        may = may_go_on(piece)
        if may and goes_on(piece, behind):
            return None
        if may and piece in memory.open:
            return memory.open[piece]
        plain = piece.strip(_AROUND)
        if plain.isalpha() and plain.isascii():  # most are
            raw, start = plain.lower(), piece.find(plain)
            if raw in self._many:
                return None
            found = [(self._key(raw, memory), raw, start, start + len(plain))]
        else:
            cut = [*tokens(piece, memory.folded)]
            if any(one.key in self._many or (" " in one.raw and one.raw != one.key) for one in cut):
                return None
            found = [(self._key(one.key, memory), one.raw, one.start, one.end) for one in cut]
        if len(piece) <= _LONGEST_PIECE:
            (memory.open if may else memory.pieces)[piece] = found
        return found

    def _all_words(self, text: str, block: int, memory: _Memory) -> list[Word]:
        """As `words`, of all that a text can be."""
        found = list(tokens(text, memory.folded))
        words: list[Word] = []
        at = 0
        while at < len(found):
            count, key = self._longest(found, at, memory)
            first, last = found[at], found[at + count - 1]
            raw = first.raw if count == 1 else " ".join(token.raw for token in found[at : at + count])
            words.append(Word(block, len(words), key, raw, first.start, last.end))
            at += count
        return words

    def is_only_itself(self, key: str) -> bool:
        """Whether a key is plain letters and that of no word but the one that is written so, or with full stops."""
        plain = key.isascii() and key.isalpha() and key not in self._made
        return plain and not any(good in key for good in self._stems.values())

    def _longest(self, found: Sequence[Token], at: int, memory: _Memory) -> tuple[int, str]:
        """How many words from here on are one form, and its key."""
        first = found[at].key
        for form, key in self._forms.get(first, ()):
            if len(form) == 1 or tuple(token.key for token in found[at : at + len(form)]) == form:
                return len(form), key
        if first in self._tens:
            count, value = self._compound(found, at)
            if count > 1:
                return count, str(value)
        return 1, self._key(first, memory)

    def _compound(self, found: Sequence[Token], at: int) -> tuple[int, int]:
        """Twenty-one, treinta y uno: how many words, and their value."""
        tens = self._tens[found[at].key]
        joined = self.language.tens_joined_by
        if joined and at + 1 < len(found) and found[at + 1].key in joined:
            at, count = at + 1, 3
        else:
            count = 2
        if at + 1 < len(found) and found[at + 1].key in self._ones and (count == 3 or not joined):
            return count, tens + self._ones[found[at + 1].key]
        return 1, tens

    def _key(self, raw: str, memory: _Memory) -> str:
        known = memory.keys.get(raw)
        if known is None:
            known = memory.keys[raw] = self._made_key(raw)
        return known

    def _made_key(self, raw: str) -> str:
        for form, key in self._forms.get(raw, ()):
            if len(form) == 1:
                return key
        if raw[0].isdigit():
            return _plain_number(raw)
        if raw in self._numbers:
            return self._numbers[raw]
        if not self._stems or self._in_stems.search(raw) is None:
            return raw
        return self._stem.sub(lambda hit: self._stems[hit.group()], raw)


class _Memory:
    """What is remembered from one text of a language to the next: the words of pieces between spaces, folded words, their keys."""

    def __init__(self, language: Vocabulary) -> None:
        self.language = language
        self.pieces: dict[str, Sequence[_Piece]] = {}
        self.open: dict[str, Sequence[_Piece]] = {}  # of which a word may go on behind the space
        self.folded: dict[str, str] = {}
        self.keys: dict[str, str] = {}

    def shrink(self) -> None:
        """Forget all where it is too much."""
        if len(self.pieces) + len(self.open) + len(self.folded) > _MOST:
            self.pieces.clear()
            self.open.clear()
            self.folded.clear()
            self.keys.clear()


_MOST = 20_000  # pieces and words that are remembered
_AROUND = ".,;:!?()[]\"'“”‘’"  # signs beside a word that are no words
_LONGEST_PIECE = 40  # characters of a piece that is; in scripts without spaces it is the whole text
_ONES = frozenset(map(str, range(1, 10)))
_TENS = frozenset(map(str, range(20, 100, 10)))


@cache
def style(language: Vocabulary) -> Style:
    """The house style of a language."""
    return Style(language)


@lru_cache(maxsize=16)
def _memory(language: Vocabulary) -> _Memory:
    return _Memory(language)


def _hints(stems: Iterable[str]) -> list[str]:
    """Pairs of letters of which each stem has one, few of them: a word without any has no stem."""
    pairs = {stem: {stem[at : at + 2] for at in range(max(1, len(stem) - 1))} for stem in stems}
    hints: list[str] = []
    while pairs:
        counts = Counter(pair for each in pairs.values() for pair in sorted(each))
        best = max(counts, key=counts.__getitem__)
        hints.append(best)
        pairs = {stem: each for stem, each in pairs.items() if best not in each}
    return hints


def _plain_number(raw: str) -> str:
    """A number without the signs that group its digits, a point for its decimals."""
    groups = re.split(r"[ .,:'’]", raw)
    signs = re.findall(r"[ .,:'’]", raw)
    if not signs:
        return raw
    if (
        all(len(group) == 3 for group in groups[1:])
        and len(groups[0]) <= 3
        and len(set(signs)) == 1
        and signs[0] != ":"
    ):
        return "".join(groups)
    if len(set(signs[:-1])) == 1 and signs[-1] != signs[0] and all(len(group) == 3 for group in groups[1:-1]):
        return "".join(groups[:-1]) + "." + groups[-1]
    return ".".join(groups)


def _sequences(forms: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the forms that begin with it, longest first, each with its key."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    whole = {first: first for first in forms.values() if not first.isalpha()}  # "3rd" is two words
    for form, first in (*forms.items(), *whole.items()):
        words = tuple(token.key for token in tokens(form))
        key = " ".join(token.key for token in tokens(first))
        if words:
            found.setdefault(words[0], []).append((words, key))
    return {first: sorted(each, key=lambda pair: -len(pair[0])) for first, each in found.items()}


def _numbers(language: Vocabulary) -> dict[str, str]:
    """Word -> its value, with the numbers that German, Dutch and Italian write as one word."""
    return {**dict(_written_together(language)), **language.numbers}


def _written_together(language: Vocabulary) -> Iterator[tuple[str, str]]:
    for tens, high in language.numbers.items():
        for one, low in language.numbers.items():
            if high not in _TENS or low not in _ONES:
                continue
            value = str(int(high) + int(low))
            if language.name == "de":
                yield f"{one}und{tens}", value
            elif language.name == "nl":
                yield f"{one}{'ën' if one.endswith('e') else 'en'}{tens}", value
            elif language.name == "it":
                yield f"{tens[:-1] if one[0] in 'uo' else tens}{one}", value
