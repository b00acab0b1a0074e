"""What is a person's name, what an organisation's, what neither: by form and by the words of `words`."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache

from licheck.credits.words import INTERFACE_WORDS, JOBS, ORGANISATION_WORDS
from licheck.names import DEGREES, PARTICLES, TITLES
from licheck.text import fold, fold_word

_MOST_WORDS = 6  # of one person's name, particles and initials included
_TOKEN = re.compile(r"[^\s,;|/()\[\]]+")
_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・·\s]+$")
_DATE = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}|\d{4}年|\d{1,2}\s*月")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|news|co|de|fr|es|it|uk|us|au|ca|ch|at|eu|io|tv)\b", re.I)


class What(Enum):
    """What a piece of a credit line is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    JOB = "job"
    DATE = "date"
    NOTHING = "nothing"


@lru_cache(maxsize=4096)
def what_is(text: str, after_lead: bool = False) -> What:
    """What a piece of a credit line is. After a lead word ("By ...") single names and caseless scripts count."""
    text = text.strip(" .:,;–—-|•·*\"“”'‘’")
    folded = fold(text)
    if not folded or len(text) > 90:
        return What.NOTHING
    if folded in JOBS:
        return What.JOB
    if _DATE.search(text):
        return What.DATE
    words = folded.replace(".", " ").split()
    if _DOMAIN.search(text) or any(word.strip("'’()&") in ORGANISATION_WORDS for word in words):
        return What.JOB if _is_job(words) else What.ORGANISATION
    if _is_job(words):
        return What.JOB
    if any(word in INTERFACE_WORDS for word in words) and not (
        after_lead and 2 <= len(words) <= 4 and not INTERFACE_WORDS.issuperset(words)
    ):
        return What.NOTHING
    return What.PERSON if is_name(text, after_lead) else What.NOTHING


def _is_job(words: list[str]) -> bool:
    """Whether words end or begin with a job ("health reporter", "reporter at large") and are not a name."""
    if not words:
        return False
    return (words[-1] in JOBS or (words[0] in JOBS and len(words) > 1)) and words[-1] not in ("author",)


def is_name(text: str, after_lead: bool = False) -> bool:
    """Whether a text has the form of a person's name: capitals, initials, particles; no digits, no sentence."""
    if _CJK.match(text):
        return after_lead and 2 <= len(text.replace(" ", "")) <= 12
    tokens = _TOKEN.findall(text)
    if not tokens or len(tokens) > _MOST_WORDS or any(sign.isdigit() for sign in text):
        return False
    if _CASELESS.search(text):
        return after_lead and len(tokens) <= 4
    while len(tokens) > 1 and fold(tokens[0]).strip(".") in TITLES:
        tokens = tokens[1:]
    capital = 0
    for token in tokens:
        plain = fold(token).strip(".'’,")
        if token[0].isupper():
            capital += 1
        elif plain not in PARTICLES and not plain.startswith(("d'", "l'", "o'", "al-", "el-", "bin-")):
            return False
        if not all(sign.isalpha() or sign in ".'’‘-‐–­\u200b" or sign > "\u0300" for sign in token):
            return False
    if tokens[-1][0].islower() and fold(tokens[-1]) in PARTICLES:
        return False
    return capital >= (1 if after_lead else 2)


def tidy_name(text: str) -> str:
    """A name without titles, degrees and the signs around it."""
    tokens = text.strip(' .:,;–—-|•·*"“”()[]').split()
    while len(tokens) > 2 and fold(tokens[0]).strip(".") in TITLES:
        tokens = tokens[1:]
    while len(tokens) > 2 and fold(tokens[-1]).replace(".", "").strip(",") in DEGREES:
        tokens = tokens[:-1]
    return " ".join(tokens).strip(",")


@cache
def _given_names() -> frozenset[str]:
    """Given names of some seventy countries, folded (see docs/decisions.md, "Given names")."""
    from pathlib import Path

    return frozenset(Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split())


def has_given_name(text: str) -> bool:
    """Whether a name begins with a given name that is in use somewhere, or with an initial."""
    words = text.replace("-", " ").replace("\u2010", " ").split()
    if len(words) < 2:
        return False
    first = fold_word(words[0]).strip(".'")
    return (
        first in _given_names()
        or (len(first) == 1 and fold_word(words[1]).strip(".") in _given_names())
        or (len(first) == 1 and words[0].endswith("."))
    )


def is_given_name(text: str) -> bool:
    """Whether a text is one given name, with a capital, and nothing else."""
    return text[:1].isupper() and text.isalpha() and fold_word(text) in _given_names()


def split_names(text: str) -> list[str]:
    """The names in a run that nothing separates ("Anna Fink Jan Michael Roe"): a new one begins with each given name after a family name."""
    words = text.split()
    if len(words) < 4:
        return [text]
    names: list[list[str]] = [[]]
    for word in words:
        given = fold_word(word).strip(".") in _given_names()
        if (
            given
            and len(names[-1]) >= 2
            and fold_word(names[-1][-1]) not in _given_names()
            and fold(names[-1][-1]) not in PARTICLES
        ):
            names.append([])
        names[-1].append(word)
    return [" ".join(name) for name in names] if all(len(name) >= 2 for name in names) else [text]
