"""A name and a line of text as words that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from licheck.names.words import DEGREES, PREFIXES, TITLES
from licheck.patterns import pattern
from licheck.text import fold, fold_with_map, fold_word, other_scripts, skeleton, spellings

_WORD = pattern(r"[^\W\d_]+(?:['’‘ʼ´`][^\W\d_]+)*")
_MARKED = pattern(r"[\u0590-\u17ff]")  # Hebrew to Khmer: scripts in which marks are parts of words
_POINTS = dict.fromkeys(  # vowels and other signs that Hebrew and Arabic may write or leave out, and the line that only lengthens
    [*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x640, *range(0x64B, 0x653), 0x670]
)
CASE_CHANGE = pattern(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-Þ])")
"""Where a small letter meets a capital: two words may be glued there."""

_CJK = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
BETWEEN_CJK = " ・·"
"""Signs between the parts of a name in such letters, that some write and some leave out."""

_FAMILY_WORDS = 3  # before the comma in "van der Berg, Jane"; more is no name but a list or a sentence


class Word(NamedTuple):
    """A word of a text: text[start:end], as it stands there and folded, without apostrophes."""

    text: str
    folded: str
    start: int
    end: int


def words_of(text: str, split_case: bool) -> list[Word]:
    """The words of a text (no digits) in its order; `split_case`: "ByJane" is two."""
    found: list[Word] = []
    marked = other_scripts(text) and _MARKED.search(text) is not None
    for hit in (_marked_word() if marked else _WORD).finditer(text):
        edges = [hit.start(), hit.end()]
        if split_case:
            edges = [hit.start(), *_cuts(text, *hit.span()), hit.end()]
        for start, end in pairwise(edges):
            word = text[start:end]
            plain = word.translate(_POINTS) if marked else word
            found.append(Word(word, fold_word(plain).replace("'", ""), start, end))
    return found


@cache
def _marked_word() -> re.Pattern[str]:
    """A word in a script whose vowels are marks, which `\\w` does not take for parts of words."""
    marks = "".join(chr(code) for code in range(0x591, 0x1800) if unicodedata.category(chr(code))[0] == "M")
    letter = rf"(?:[^\W\d_]|[{marks}])"
    return re.compile(rf"{letter}+(?:['’‘ʼ´`]{letter}+)*")


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a word was glued from two ("ByJane"), but not inside McDonald or DeLillo."""
    cuts: list[int] = []
    for hit in CASE_CHANGE.finditer(text, start, end):
        if text[cuts[-1] if cuts else start : hit.start()].lower() not in PREFIXES:
            cuts.append(hit.start())
    return cuts


class Name(NamedTuple):
    """A parsed name.

    `words` are folded, without titles and degrees, the family name last; `variants` are all spellings of
    each. `cjk` is a whole Chinese, Japanese or Korean name without spaces. `skeletons` are what the given and
    the family name look like (see `licheck.text.skeleton`): one stands in every text that names the person.
    """

    words: tuple[str, ...]
    variants: tuple[frozenset[str], ...]
    cjk: str
    skeletons: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def parse(name: str) -> Name:
    """A name as somebody wrote it, in any order and with titles; what has no letters has no words."""
    if other_scripts(name) and _CJK.search(folded := fold(name)):
        return Name((), (), "".join(sign for sign in folded if sign not in BETWEEN_CJK))
    words = _bare(_given_first(name))
    variants = tuple(
        frozenset(form.replace("'", "") for form in spellings(word.text)) | {word.folded} for word in words
    )
    telling = (form for forms in (*variants[:1], *variants[-1:]) for form in forms)
    skeletons = tuple({skeleton(form) for form in telling if len(form) > 1 or len(words) == 1})
    return Name(tuple(word.folded for word in words), variants, "", skeletons)


def _given_first(name: str) -> str:
    """The name with the family name last: "Doe, Jane" turned round, "Jane Doe, PhD" left as it is."""
    family, comma, given = name.partition(",")
    is_degree = fold_word(given).replace(".", "").strip() in DEGREES
    if not comma or "," in given or is_degree or len(family.split()) > _FAMILY_WORDS:
        return name
    return f"{given} {family}"


def _bare(name: str) -> list[Word]:
    """The words of a name without titles and degrees; two words are left at least."""
    words = [word for word in words_of(_mend_invisible(name), split_case=False) if word.folded]
    while len(words) > 2 and words[0].folded in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1].folded in DEGREES:
        words = words[:-1]
    return words


def _mend_invisible(text: str) -> str:
    """Invisible characters inside words cut them in two: take them out for parsing a name."""
    return text if text.isascii() else fold_with_map(text).text
