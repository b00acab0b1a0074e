"""The words of a text with their places: what two texts are compared by.

Finer than `licheck.text.words_of`, which finds paragraphs: "3.5" is one word here and not "35", "$" and "%"
are words, and "U.S." is the word "us".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.model.page import JOINT
from licheck.patterns import pattern
from licheck.text import fold

SIGNS = frozenset("$€£¥₹%‰-")
"""Words that are signs and change a number."""

# Not seen, and combining marks: both stand inside words.
_INSIDE = r"\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef\u0300-\u036f"
# Scripts that put no space between words: each sign is a word.
_SINGLE = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W\d_{_SINGLE}]"
_TOKEN = pattern(
    rf"(?<![\w.])(?P<dotted>(?:{_LETTER}\.[ \u00a0\u202f]?)+{_LETTER}\.)(?!\w)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\w])"
    r"|\d+(?:[.,:'’]\d+)*"
    rf"|[{_SINGLE}]"
    rf"|{_LETTER}(?:{_LETTER}|[\d_{_INSIDE}])*"
    r"|[$€£¥₹%‰&]"
    r"|(?<![^\s(\[])[-−–](?=[$€£]?\d)"
)


class Word(NamedTuple):
    """Word `at` (from 0) of block `block`, at text[start:end] of it.

    `raw` is it folded, `key` what it is compared by: the same for all its forms that house styles choose from.
    """

    block: int
    at: int
    key: str
    raw: str
    start: int
    end: int


class Token(NamedTuple):
    """A word of a text before it is known how house styles write it: `raw` folded, at text[start:end]."""

    raw: str
    key: str
    start: int
    end: int


def tokens(text: str, known: dict[str, str] | None = None) -> Iterator[Token]:
    """All words of a text, in order. `known` remembers folded words, for the next text."""
    known = {} if known is None else known
    for hit in _TOKEN.finditer(text):
        written = hit.group()
        raw = known.get(written)
        if raw is None:
            plain = written.lower() if written.isascii() else fold(written.replace(JOINT, ""))
            raw = known[written] = plain
        key = raw
        if hit.lastgroup == "dotted":
            key = raw.replace(".", "").replace(" ", "")
            if hit.end() < len(text) and "  " not in raw:
                raw = raw.replace(" ", "")
        if raw:
            yield Token(raw, key, hit.start(), hit.end())


def may_go_on(piece: str) -> bool:
    """Quick: whether a word may begin before a space and go on behind it ("10 000", "U. S."), by what stands before it."""
    if piece[-1:] != ".":
        return piece[-1:].isdigit()
    return not (piece[-3:-2].isalnum() or piece[-3:-2] == "_")


def goes_on(piece: str, behind: str) -> bool:
    """Quick: whether a word that may go on behind a space does, by the two signs behind the space."""
    return behind[1:] == "." if piece[-1:] == "." else behind[:1].isdigit()
