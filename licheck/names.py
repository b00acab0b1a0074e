"""Is this the same person? Looking for a known name in a line of text.

A name is a sequence of words; the last one (or, for "Doe, Jane", the first) is the family name. The
same person: accents, case, typographic signs, order, middle names, initials and usual short forms
may differ. Not the same: another letter (a misspelling), a letter of another script that looks alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from licheck.text import fold_with_map, fold_word, skeleton, spellings

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ´`][^\W\d_]+)*")
_CASE_CHANGE = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-Þ])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame lord lady rev fr sr hon capt col gen lt sgt maj"
    " herr frau ing dott dra doña don".split()
)
DEGREES = frozenset("phd md jr sr ii iii iv ma mba ba bsc msc esq jd rn dds mph llm dphil edd frcp".split())
PARTICLES = frozenset(
    "de da do dos das del della di du la le les el al van von der den ter ten zu zum zur bin ibn ben af av y e i san st"
    " mac mc o d".split()
)
_PREFIXES = frozenset("mc mac de la le di da du van von fitz st ben el al".split())
_JOINING = frozenset("and und et y e och og oraz with mit avec con".split())
_BETWEEN = re.compile(r"[,;|/&\n()]| - ")

# Usual short forms of given names, folded; each line is one name.
_SHORT_FORMS = """
alexander alex sasha xander|alexandra alex sasha sandra|andrew andy drew|anthony tony|benjamin ben benny|bernard bernie
catherine kate katie cathy kathy|katherine kate katie kathy|charles charlie chuck|christopher chris|christine chris
christina chris tina|daniel dan danny|david dave|deborah deb debbie|donald don|douglas doug|edward ed eddie ted
elizabeth liz beth betty lizzie eliza|frances fran|francis frank|frederick fred freddie|gabriel gabe|gerald gerry jerry
gregory greg|harold hal harry|henry harry hank|jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess
john jack johnny|jonathan jon|joseph joe joey|joshua josh|judith judy|kenneth ken|kimberly kim|lawrence larry
leonard leo len|margaret maggie meg peggy|matthew matt|michael mike mick|michelle shelly|nathaniel nate nathan|nicholas nick
pamela pam|patricia pat patty tricia|patrick pat|peter pete|philip phil|phillip phil|rachel rach|raymond ray|rebecca becca becky
richard rick dick rich|robert rob bob bobby|ronald ron|samantha sam|samuel sam|stephen steve|steven steve|stuart stu
susan sue|suzanne sue|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|victoria vicky tori|vincent vince
walter walt|william will bill billy|zachary zach zack|francisco paco|jose pepe|ignacio nacho|guadalupe lupe|giuseppe beppe
mikhail misha|dmitri dima|ekaterina katya|maria masha|ivan vanya|johannes hannes|sebastian basti|maximilian max
"""


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for line in _SHORT_FORMS.replace("\n", "|").split("|"):
        long, *short = line.split() or [""]
        for form in short:
            known.setdefault(form, set()).add(long)
            known.setdefault(long, set()).add(form)
    return {form: frozenset(others) for form, others in known.items()}


class Likeness(IntEnum):
    """How a piece of text stands to a name, best last. From SAME_SHORT on it is the same person."""

    NONE = 0
    FAMILY_ONLY = 1  # just the family name
    LOOK_ALIKE = 2  # the same to the eye, but with letters of another script
    MISSPELT = 3  # one letter off
    SAME_SHORT = 4  # initials or a short form of the given name
    SAME = 5

    @property
    def is_same(self) -> bool:
        """Whether this is the person."""
        return self >= Likeness.SAME_SHORT


@dataclass(frozen=True)
class Match:
    """Where a name stands: text[start:end], and how it stands to the name that was looked for."""

    likeness: Likeness
    start: int
    end: int


NO_MATCH = Match(Likeness.NONE, 0, 0)


class _Word(NamedTuple):
    text: str
    folded: str
    start: int
    end: int


def _words(text: str, split_case: bool) -> list[_Word]:
    found: list[_Word] = []
    for hit in _WORD.finditer(text):
        edges = [hit.start(), hit.end()]
        if split_case:
            edges = [hit.start(), *_cuts(text, *hit.span()), hit.end()]
        for start, end in zip(edges, edges[1:], strict=False):
            word = text[start:end]
            found.append(_Word(word, fold_word(word).replace("'", ""), start, end))
    return found


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a word was glued from two ("ByJane"), but not inside McDonald or DeLillo."""
    cuts: list[int] = []
    for hit in _CASE_CHANGE.finditer(text, start, end):
        if text[cuts[-1] if cuts else start : hit.start()].lower() not in _PREFIXES:
            cuts.append(hit.start())
    return cuts


class _Name(NamedTuple):
    """A parsed name: all its words folded; `family` are those of the family name, particles included."""

    words: tuple[str, ...]
    variants: tuple[frozenset[str], ...]
    cjk: str
    skeletons: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def _parse(name: str) -> _Name:
    if _CJK.search(name):
        return _Name((), (), fold_with_map(name).text.replace(" ", ""))
    if name.count(",") == 1:
        before, after = name.split(",")
        if fold_word(after).replace(".", "").strip() not in DEGREES and len(before.split()) <= 3:
            name = f"{after} {before}"
    raw = [word for word in _words(_mend_invisible(name), split_case=False) if word.folded]
    while len(raw) > 2 and raw[0].folded in TITLES:
        raw = raw[1:]
    while len(raw) > 2 and raw[-1].folded in DEGREES:
        raw = raw[:-1]
    variants = tuple(
        frozenset(form.replace("'", "") for form in spellings(word.text)) | {word.folded} for word in raw
    )
    edges = (*variants[:1], *variants[-1:])
    skeletons = tuple({skeleton(form) for forms in edges for form in forms if len(form) > 1 or len(raw) == 1})
    return _Name(tuple(word.folded for word in raw), variants, "", skeletons)


def _mend_invisible(text: str) -> str:
    """Invisible characters inside words cut them in two: take them out for parsing a name."""
    return text if text.isascii() else fold_with_map(text).text


def find_name(name: str, text: str) -> Match:
    """The best match of a person's name in a text (normally one line); `NO_MATCH` where it is not named.

    Positions are 0-based indexes into `text` as given.
    """
    wanted = _parse(name)
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
    return best


def _may_hold(wanted: _Name, text: str) -> bool:
    """Quick: whether any word of the name stands in the text at all; every likeness has at least one right."""
    seen = skeleton(text).replace("'", "")
    return any(form in seen for form in wanted.skeletons)


class _Reading(NamedTuple):
    text: str
    words: list[_Word]
    at: Sequence[int] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the reading as a span of the text that was read."""
        return (start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1)


def _readings(text: str) -> list[_Reading]:
    """The text as words; with invisible characters taken out; and with words glued by markup cut apart."""
    readings = [_Reading(text, _words(text, split_case=False), None)]
    if not text.isascii():
        folded = fold_with_map(text)
        readings.append(_Reading(folded.text, _words(folded.text, split_case=False), folded.at))
    if _CASE_CHANGE.search(text):
        readings.append(_Reading(text, _words(text, split_case=True), None))
    return readings


def _find_cjk(wanted: str, text: str) -> Match:
    folded = fold_with_map(text)
    kept = [index for index, sign in enumerate(folded.text) if sign not in " ・·"]
    packed = "".join(folded.text[index] for index in kept)
    hit = packed.find(wanted)
    if hit < 0:
        return NO_MATCH
    return Match(Likeness.SAME, *folded.span(kept[hit], kept[hit + len(wanted) - 1] + 1))


def _find_words(wanted: _Name, text: str, words: list[_Word]) -> Match:
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


def _around(wanted: _Name, text: str, words: list[_Word], index: int) -> Match:
    """The family name stands at `index`: is the given name before it, or after it ("Doe, Jane")?"""
    if len(wanted.words) == 1:
        return Match(Likeness.SAME, words[index].start, words[index].end)
    if (
        text[words[index].end : words[index].end + 1] == "-"
        and text[words[index].end + 1 : words[index].end + 2].isalpha()
    ):
        return NO_MATCH  # Jane Doe-Smith is somebody else
    best = NO_MATCH
    for start in range(max(0, index - len(wanted.words) - 1), index):
        between = text[words[start].end : words[index].start]
        if _BETWEEN.search(between) and not (index - start == 2 and between.strip().startswith("&")):
            continue
        likeness = _given(wanted, words[start : index + 1])
        if likeness > best.likeness:
            best = Match(likeness, words[start].start, words[index].end)
    if not best.likeness and index + 1 < len(words):
        after = words[index + 1 : index + len(wanted.words)]
        likeness = _given(wanted, [*after, words[index]])
        if likeness.is_same and len(after) == len(wanted.words) - 1:
            best = Match(likeness, words[index].start, after[-1].end)
    return best


def _given(wanted: _Name, run: list[_Word]) -> Likeness:
    """How the words before the family name, run[:-1], stand to the wanted given and middle names."""
    first = run[0].folded
    if first in wanted.variants[0]:
        likeness = Likeness.SAME
    elif len(first) == 1 and any(form.startswith(first) for form in wanted.variants[0]):
        likeness = Likeness.SAME_SHORT
    elif len(wanted.words[0]) == 1 and first.startswith(wanted.words[0]) and first not in PARTICLES:
        likeness = Likeness.SAME_SHORT
    elif any(short in wanted.variants[0] for short in _short_forms().get(first, ())):
        likeness = Likeness.SAME_SHORT
    else:
        return Likeness.NONE
    if len(run) == 4 and run[1].folded in _JOINING and likeness is Likeness.SAME and len(wanted.words) == 2:
        return Likeness.SAME  # "Marta and John Quill" names Marta Quill
    if any(word.folded in _JOINING and word.folded not in wanted.words for word in run[1:-1]):
        return Likeness.NONE
    return likeness if _middles_agree(wanted, run) else Likeness.NONE


def _middles_agree(wanted: _Name, run: list[_Word]) -> bool:
    """Middle names may be left out, added or shortened on either side, never replaced by others."""
    ours = list(wanted.variants[1:-1])
    theirs = [word.folded for word in run[1:-1]]
    if not ours:
        return len(theirs) <= 1 or all(len(word) == 1 or word in PARTICLES for word in theirs)
    at = 0
    for word in theirs:
        while at < len(ours) and not any(form.startswith(word) if len(word) == 1 else word in ours[at] or (
            len(form) == 1 and word.startswith(form)) for form in ours[at]):  # fmt: skip
            at += 1
        if at == len(ours):
            return False
        at += 1
    return True


def _nearly(wanted: _Name, words: list[_Word], index: int) -> Match:
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
    """One letter added, left out, replaced, or two neighbours swapped; in words of at least four letters."""
    if min(len(word), len(other)) < 3 or max(len(word), len(other)) < 4 or abs(len(word) - len(other)) > 1:
        return False
    if word == other:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, others = word[start:], other[start:]
    return (
        rest[1:] == others[1:]
        or rest[1:] == others
        or rest == others[1:]
        or (rest[:2] == others[:2][::-1] and rest[2:] == others[2:])
    )
