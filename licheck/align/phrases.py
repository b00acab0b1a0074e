"""Which of a vocabulary's phrases a folded line begins with, or holds: cheap tests first, for nearly no line has any."""

from __future__ import annotations

import re
from functools import cache

from licheck.align.language import phrases
from licheck.patterns import pattern

_WORDS = pattern(r"\w+")
_NO_WORDS = "".join(sign if sign.isalnum() or sign == "_" else " " for sign in map(chr, range(128)))


def begins_with(field: str, plain: str) -> bool:
    """Whether a folded line begins with one of a field's phrases."""
    return plain.startswith(_starts(field).get(plain[:1], ())) and _begins(field).match(plain) is not None


@cache
def _starts(field: str) -> dict[str, tuple[str, ...]]:
    """Sign -> the phrases that begin with it."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases(field):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def _begins(field: str) -> re.Pattern[str]:
    """Matches a folded line that begins with one of the phrases, as whole words; after a single one, which begins
    many a sentence, a colon has to follow, or nothing.
    """
    single = "|".join(re.escape(phrase) for phrase in phrases(field) if " " not in phrase)
    many = "|".join(
        re.escape(phrase) for phrase in sorted(phrases(field), key=len, reverse=True) if " " in phrase
    )
    return re.compile(
        rf"(?:{many})(?!\w)|(?:{single})(?<=[:.])|(?:{single})(?:,? ?\(?[^:.,()]{{0,9}}\.? ?\d[^:()]{{0,20}}\)?)?\s*(?:$|[:|]|- |»|>)"
    )


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either('caption')})\s*(?:[:/|©]|(?:by|von|de|di|par|por|door)\b)")


def begins_caption(plain: str) -> bool:
    """Whether a folded line begins as captions and their credits do."""
    return plain.startswith(_starts("caption").get(plain[:1], ())) and _captions().match(plain) is not None


def counts_pages(plain: str) -> bool:
    """Whether a folded line is the number of a page, and how many there are, perhaps."""
    return _pages().fullmatch(plain) is not None


def holds(field: str, plain: str) -> bool:
    """Whether one of a field's phrases stands in a folded line, as whole words."""
    by_first = _by_first_word(field)
    words = plain.translate(_NO_WORDS).split() if plain.isascii() else _WORDS.findall(plain)
    may = any(phrase in plain for first in by_first.keys() & words for phrase in by_first[first])
    return may and _holds(field).search(plain) is not None


@cache
def _by_first_word(field: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases(field):
        found.setdefault(_WORDS.findall(phrase)[0], []).append(phrase)
    return found


@cache
def _holds(field: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(field)})(?!\w)")


def _either(field: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases(field), key=len, reverse=True))


@cache
def _pages() -> re.Pattern[str]:
    """Matches "page 2 of 3", "2 of 3", "2/3", "page 2", "1 2 3 next"."""
    word, *of = (re.escape(phrase) for phrase in phrases("page_of"))
    words = "|".join(dict.fromkeys((word, *of)))
    # A run of digits can be taken in one way only: in threes, a line of 40 digits would not end within hours.
    return re.compile(rf"(?:{words}|pages?|p\.)?\s*\d+(?:\s*(?:{words}|/|\||-)\s*\d+|\s+\d+)*\s*")
