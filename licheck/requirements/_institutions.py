"""Which lines name the institution that a writer belongs to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from licheck.model.case import Case
from licheck.model.page import JOINT
from licheck.patterns import pattern
from licheck.requirements._outlet_lines import names_writer
from licheck.text import fold

_APART = str.maketrans(dict.fromkeys(",;/|()", " "))  # what stands between words with no space beside it
# An institution may be abbreviated, and must not be taken for its neighbour.
_SAME_WORDS = 0.6  # of its telling words that must stand with the name...
_ALL_WORDS = 2  # ...but all of them where it has no more than so many
_SMALL = frozenset(
    word
    for line in (
        "the of and for at in on de la du des der die das und et y von a an",
        "professor associate assistant lecturer senior dr phd",
    )
    for word in line.split()
)
_ROOM = 4  # words that may stand between those of its name, as those of a title or a department
# Words that most institutions have in their names, each in its forms: by themselves they tell none from another.
_USUAL = {
    "university": pattern(r"u|uni|univ\w*|uniwers\w*"),
    "college": pattern(r"colleges?"),
    "institute": pattern(r"inst|instit\w*"),
    "school": pattern(r"schools?"),
    "department": pattern(r"depts?|departments?"),
    "centre": pattern(r"cent(?:er|re)s?"),
    "faculty": pattern(r"faculty"),
    "research": pattern(r"research"),
}
# What an institution does that is named beside a story, and not as its writer's.
_FUNDS = pattern(
    r"\b(?:provides?|provided|receives?|received|accepts?|gives?) (?:\w+ ){0,2}(?:funding|funds|support|grants?)\b"
    r"|\bfunded by\b|\b(?:member|partner|sponsor|supporter|funder)s? of the\b"
)


def is_funding(case: Case, block: int) -> bool:
    """Whether a line says who pays for something, as disclosures do, and does not name a writer who was looked for."""
    return _FUNDS.search(fold(case.page.blocks[block].text)) is not None and not names_writer(case, block)


def is_named_in(institution: str, text: str) -> bool:
    """Whether a text names an institution: in full, or with most of its telling words, close together."""
    words = {word for reading in _words(institution) for word in reading} - _SMALL
    usual = words & _USUAL.keys()
    telling = words - usual or words
    enough = len(telling) if len(telling) <= _ALL_WORDS else round(len(telling) * _SAME_WORDS)
    # The "Oskar Record" is no "University of Oskar", and neither are the "schools of Oskar".
    kinds = usual if len(telling) == 1 and telling != words else frozenset()
    width = len(words) * 2 + _ROOM
    return bool(words) and any(_together(reading, telling, enough, kinds, width) for reading in _words(text))


def _together(words: Sequence[str], telling: Set[str], enough: int, kinds: Set[str], width: int) -> bool:
    """Whether `enough` of the telling words, and one of the `kinds` if there are any, stand within `width` words."""
    near: deque[tuple[int, str]] = deque()
    for at, word in enumerate(words):
        if word not in telling and word not in kinds:
            continue
        near.append((at, word))
        while near[0][0] <= at - width:
            near.popleft()
        there = {one for _, one in near}
        if len(there & telling) >= enough and (not kinds or there & kinds):
            return True
    return False


def _words(text: str) -> Iterator[list[str]]:
    """The folded words of a text. Elements may meet between two words, or within one (`wbr`): both ways of reading it."""
    apart = text.translate(_APART)
    for each in dict.fromkeys((apart, apart.replace(JOINT, " "))):
        yield [_usual(word.strip(".")) for word in fold(each).split()]


@lru_cache(maxsize=4096)
def _usual(word: str) -> str:
    """The word itself, or the one form of a word that most institutions have in their names."""
    return next((name for name, forms in _USUAL.items() if forms.fullmatch(word)), word)
