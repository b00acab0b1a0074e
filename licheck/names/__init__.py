"""Is this the same person? Looking for a known name in a line of text.

A name is a sequence of words; the last one (or, for "Doe, Jane", the first) is the family name. The
same person: accents, case, typographic signs, order, middle names, initials and usual short forms
may differ. Not the same: another letter (a misspelling), a letter of another script that looks alike.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from licheck.names.parsed import BETWEEN_CJK, CASE_CHANGE, Name, Word, parse, words_of
from licheck.names.words import DEGREES, JOINING, PARTICLES, TITLES, short_forms
from licheck.patterns import pattern
from licheck.text import Folded, after_marks, fold_with_map, skeleton

_BETWEEN = pattern(r"[,;|/&\n()]| - ")  # what ends one person's name before the next one begins

_NAME_GOES_ON = pattern(r"[\s\u200b-]+[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ.]")
# One letter off is a misspelling in a long word; in a short one it is another name (Ian, Jan). So many
# letters have the shorter and the longer of two words at least:
_SHORTER, _LONGER = 3, 4
_INITIALS = 3  # letters that initials written as one word have at most

__all__ = ["DEGREES", "NO_MATCH", "PARTICLES", "SHORTENED", "TITLES", "Likeness", "Match", "find_name"]


class Likeness(IntEnum):
    """How a piece of text stands to a name, best last. From SAME_SHORT on it is the same person."""

    NONE = 0
    FAMILY_ONLY = 1  # just the family name
    LOOK_ALIKE = 2  # the same to the eye, but with letters of another script
    MISSPELT = 3  # one letter off
    WITHOUT_LAST = (
        4  # all but the last of three or more names: of two family names the second may be left out
    )
    SAME_SHORT = 5  # initials or a short form of the given name
    SAME = 6

    @property
    def is_same(self) -> bool:
        """Whether this is the person."""
        return self >= Likeness.SAME_SHORT


class Match(NamedTuple):
    """Where a name stands: text[start:end], and how it stands to the name that was looked for."""

    likeness: Likeness
    start: int
    end: int


SHORTENED = "without the last of the names, of which some people have two"
"""How a note on a name that stands so (`Likeness.WITHOUT_LAST`) reads."""

NO_MATCH = Match(Likeness.NONE, 0, 0)


def find_name(name: str, text: str) -> Match:
    """The best match of a person's name in a text (normally one line); `NO_MATCH` where it is not named.

    Positions are 0-based indexes into `text` as given.
    """
    wanted = parse(name)
    if wanted.cjk:
        return _find_cjk(wanted.cjk, text)
    if not wanted.words or not _may_hold(wanted, text):
        return NO_MATCH
    best = NO_MATCH
    for candidate in _readings(text):
        found = _find_words(wanted, candidate.text, candidate.words)
        if found.likeness > best.likeness:
            best = Match(found.likeness, *candidate.back(found.start, found.end))
        if best.likeness is Likeness.SAME:
            break
    return best if best.likeness.is_same else max(best, _without_last(wanted, text), key=_by_likeness)


def _by_likeness(match: Match) -> int:
    return match.likeness


def _without_last(wanted: Name, text: str) -> Match:
    """All of a name but its last word, with no other name behind it."""
    words, variants = wanted.words[:-1], wanted.variants[:-1]
    if len(words) < 2 or len(words[-1]) < _SHORTER or words[-1] in PARTICLES:
        return NO_MATCH
    shorter = Name(words, variants, "")
    for candidate in _readings(text):
        found = _find_words(shorter, candidate.text, candidate.words)
        start, end = candidate.back(found.start, found.end)
        if found.likeness is Likeness.SAME and not _NAME_GOES_ON.match(text, end):
            return Match(Likeness.WITHOUT_LAST, start, end)
    return NO_MATCH


def _may_hold(wanted: Name, text: str) -> bool:
    """Quick: whether any word of the name stands in the text at all; every likeness has at least one right."""
    seen = skeleton(text).replace("'", "")
    return any(form in seen for form in wanted.skeletons)


class _Reading(NamedTuple):
    """A text as words; `folded` leads back to the text that was read, None where it is the same."""

    text: str
    words: list[Word]
    folded: Folded | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the reading as a span of the text that was read; its last letter with its marks."""
        return self.folded.span(start, end) if self.folded else (start, after_marks(self.text, end))


def _readings(text: str) -> list[_Reading]:
    """The text as words; with invisible characters taken out; and with words glued by markup cut apart."""
    readings = [_Reading(text, words_of(text, split_case=False), None)]
    if not text.isascii():
        folded = fold_with_map(text)
        readings.append(_Reading(folded.text, words_of(folded.text, split_case=False), folded))
    if CASE_CHANGE.search(text):
        readings.append(_Reading(text, words_of(text, split_case=True), None))
    return readings


def _find_cjk(wanted: str, text: str) -> Match:
    folded = fold_with_map(text)
    kept = [index for index, sign in enumerate(folded.text) if sign not in BETWEEN_CJK]
    packed = "".join(folded.text[index] for index in kept)
    hit = packed.find(wanted)
    if hit < 0:
        return NO_MATCH
    return Match(Likeness.SAME, *folded.span(kept[hit], kept[hit + len(wanted) - 1] + 1))


def _find_words(wanted: Name, text: str, words: list[Word]) -> Match:
    family, given = wanted.variants[-1], wanted.variants[0]
    best = NO_MATCH
    for index, word in enumerate(words):
        found = _around(wanted, text, words, index) if word.folded in family else NO_MATCH
        if not found.likeness and len(wanted.words) > 1:
            found = _nearly(wanted, words, index)
        if not found.likeness and word.folded in family and word.folded not in given:
            found = Match(Likeness.FAMILY_ONLY, word.start, word.end)
        if found.likeness > best.likeness:
            best = found
        if best.likeness is Likeness.SAME:
            return best
    return best


def _around(wanted: Name, text: str, words: list[Word], index: int) -> Match:
    """The family name stands at `index`: is the given name before it, or after it ("Doe, Jane")?"""
    family = words[index]
    if len(wanted.words) == 1:
        return Match(Likeness.SAME, family.start, family.end)
    if text[family.end : family.end + 1] == "-" and text[family.end + 1 : family.end + 2].isalpha():
        return NO_MATCH  # Jane Doe-Smith is somebody else
    best = NO_MATCH
    for start in range(max(0, index - len(wanted.words) - 1), index):
        between = text[words[start].end : family.start]
        if _BETWEEN.search(between) and not (index - start == 2 and between.strip().startswith("&")):
            continue
        likeness = _given(wanted, words[start : index + 1])
        if likeness > best.likeness:
            best = Match(likeness, words[start].start, family.end)
    return best if best.likeness else _family_first(wanted, text, words, index)


def _family_first(wanted: Name, text: str, words: list[Word], index: int) -> Match:
    """The family name stands at `index`, and all others of the name directly after it, or some before: "van der Doe, Jane"."""
    after = words[index + 1 : index + len(wanted.words)]
    if after and "," in text[words[index].end : after[0].start]:
        for count in range(1, min(index, len(wanted.words) - 2) + 1):
            run = [*words[index + 1 : index + len(wanted.words) - count], *words[index - count : index]]
            if len(run) == len(wanted.words) - 1 and all(
                word.folded in forms for word, forms in zip(run, wanted.variants, strict=False)
            ):
                return Match(Likeness.SAME, run[-count].start, run[-count - 1].end)
    if len(after) < len(wanted.words) - 1:
        return NO_MATCH
    likeness = _given(wanted, [*after, words[index]])
    return Match(likeness, words[index].start, after[-1].end) if likeness.is_same else NO_MATCH


def _given(wanted: Name, run: list[Word]) -> Likeness:
    """How the words before the family name, run[:-1], stand to the wanted given and middle names."""
    likeness = _first_name(wanted, run[0].folded)
    if likeness is Likeness.NONE:
        return Likeness.SAME_SHORT if _initials_agree(wanted, run) else likeness
    if len(run) == 4 and run[1].folded in JOINING and likeness is Likeness.SAME and len(wanted.words) == 2:
        return Likeness.SAME  # "Marta and John Quill" names Marta Quill
    if any(word.folded in JOINING and word.folded not in wanted.words for word in run[1:-1]):
        return Likeness.NONE
    return likeness if _middles_agree(wanted, run) else Likeness.NONE


def _first_name(wanted: Name, first: str) -> Likeness:
    """How a folded word stands to the wanted given name: the same, an initial or a short form, or neither."""
    forms = wanted.variants[0]
    if first in forms:
        return Likeness.SAME
    initial = len(first) == 1 and any(form.startswith(first) for form in forms)
    own = wanted.words[0]
    full = len(own) == 1 and first.startswith(own) and first not in PARTICLES
    short = not forms.isdisjoint(short_forms().get(first, ()))
    return Likeness.SAME_SHORT if initial or full or short else Likeness.NONE


def _initials_agree(wanted: Name, run: list[Word]) -> bool:
    """Whether initials that one side writes as one word ("RM Petrie") are those of the other."""
    first, *others, family = run
    if all(len(word.folded) == 1 for word in (first, *others)):
        return "".join(word.folded for word in (first, *others)) == wanted.words[0]
    if others or not (first.text.isupper() and 1 < len(first.folded) <= _INITIALS) or first.folded in TITLES:
        return False
    if len(wanted.words) == 2 and family.text.isupper():
        return False  # all is in capitals: rather a short name
    apart = [Word(letter, letter, first.start, first.end) for letter in first.folded]
    return wanted.words[0].startswith(first.folded[0]) and _middles_agree(wanted, [*apart, family])


def _middles_agree(wanted: Name, run: list[Word]) -> bool:
    """Middle names may be left out, added or shortened on either side, never replaced by others."""
    ours = list(wanted.variants[1:-1])
    theirs = [word.folded for word in run[1:-1]]
    if not ours:
        return len(theirs) <= 1 or all(len(word) == 1 or word in PARTICLES for word in theirs)
    left = iter(ours)
    return all(any(_is_middle(word, forms) for forms in left) for word in theirs)


def _is_middle(word: str, forms: frozenset[str]) -> bool:
    """Whether a folded word is a middle name in one of its spellings, or one is the initial of the other."""
    if len(word) == 1:
        return any(form.startswith(word) for form in forms)
    return word in forms or any(len(form) == 1 and word.startswith(form) for form in forms)


def _nearly(wanted: Name, words: list[Word], index: int) -> Match:
    """A run of as many words as the name has, that ends at `index` and is off by one letter or one script."""
    start = index - len(wanted.words) + 1
    if start < 0:
        return NO_MATCH
    run = words[start : index + 1]
    off = [at for at, word in enumerate(run) if word.folded not in wanted.variants[at]]
    if not off or len(off) > 2:
        return NO_MATCH
    where = (run[0].start, run[-1].end)
    if all(skeleton(run[at].text) == skeleton(wanted.words[at]) for at in off):
        return Match(Likeness.LOOK_ALIKE, *where)
    if len(off) == 1 and any(_one_off(run[off[0]].folded, form) for form in wanted.variants[off[0]]):
        return Match(Likeness.MISSPELT, *where)
    return NO_MATCH


def _one_off(word: str, other: str) -> bool:
    """One letter added, left out, replaced, or two neighbours swapped; not in the shortest words."""
    shorter, longer = sorted((len(word), len(other)))
    if word == other or shorter < _SHORTER or longer < _LONGER or longer - shorter > 1:
        return False
    same = next((at for at in range(shorter) if word[at] != other[at]), shorter)
    rest, others = word[same:], other[same:]
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] in (others, others[1:]) or rest == others[1:]
