"""House style: forms of one word or number that newsrooms choose from are one key.

"percent", "per cent" and "%"; "twelve" and "12"; "colour" and "color"; "U.S." and "United States".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from licheck.align.language import Vocabulary
from licheck.align.tokens import Token, Word, tokens


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
        self._known: dict[str, str] = {}
        self._folded: dict[str, str] = {}

    def words(self, text: str, block: int) -> list[Word]:
        """The words of a block's text; a form of several words ("per cent") is one word."""
        if len(self._folded) > _MOST:
            self._folded.clear()
            self._known.clear()
        found = list(tokens(text, self._folded))
        words: list[Word] = []
        at = 0
        while at < len(found):
            count, key = self._longest(found, at)
            first, last = found[at], found[at + count - 1]
            raw = first.raw if count == 1 else " ".join(token.raw for token in found[at : at + count])
            words.append(Word(block, len(words), key, raw, first.start, last.end))
            at += count
        return words

    def _longest(self, found: Sequence[Token], at: int) -> tuple[int, str]:
        """How many words from here on are one form, and its key."""
        first = found[at].key
        for form, key in self._forms.get(first, ()):
            if len(form) == 1 or tuple(token.key for token in found[at : at + len(form)]) == form:
                return len(form), key
        if first in self._tens:
            count, value = self._compound(found, at)
            if count > 1:
                return count, str(value)
        return 1, self._key(first)

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

    def _key(self, raw: str) -> str:
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._made_key(raw)
        return known

    def _made_key(self, raw: str) -> str:
        if raw[0].isdigit():
            return _plain_number(raw)
        if raw in self._numbers:
            return self._numbers[raw]
        return self._stem.sub(lambda hit: self._stems[hit.group()], raw) if self._stems else raw


_MOST = 20_000  # words that are remembered from one text to the next
_ONES = frozenset(map(str, range(1, 10)))
_TENS = frozenset(map(str, range(20, 100, 10)))


@lru_cache(maxsize=16)
def style(language: Vocabulary) -> Style:
    """The house style of a language."""
    return Style(language)


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
