"""What is a person's name, what an organisation's, a job, a department, or nothing of these: by form and by words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise

from licheck.credits.surnames import begins_with_surname
from licheck.credits.vocabulary import (
    AGENCIES,
    DEPARTMENTS,
    FAMILY_NAMES_TOO,
    INTERFACE_WORDS,
    JOB_ENDINGS,
    JOBS,
    NEVER_FIRST,
    NEVER_IN_NAMES,
    ORGANISATION_ENDINGS,
    ORGANISATION_WORDS,
    TOWNS_TOO,
    USUAL_WORDS,
    VERBS,
)
from licheck.names import DEGREES, PARTICLES, TITLES
from licheck.patterns import pattern
from licheck.text import fold, fold_word, other_scripts

_MOST_WORDS = 6  # of one person's name, particles and initials included
_MOST_OUTLET_WORDS = 9  # of an organisation's name
_LONGEST = 90  # characters of any of these
_AROUND = " .:,;–—-|•·*_\"“”„'‘’«»"  # signs that may stand around a name
_SIGNS = ".,:;'’‘()&\"“”„«»*"
_TOKEN = pattern(r"[^\s,;|/()\[\]]+")
_CASELESS = pattern(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # fmt: skip
_EAST_ASIAN = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・·\s]+")
_DOTS = pattern(r"[·\s]+")  # what `_EAST_ASIAN` matches without such letters
_TRANSCRIBED = pattern(  # a name from elsewhere: "オディール・マロウ", "奥黛尔·马罗"
    r"[\u30a1-\u30ff]{2,10}(?:[・＝][\u30a1-\u30ff]{2,10}){1,2}|[\u3400-\u9fff]{2,5}(?:[·・][\u3400-\u9fff]{2,6}){1,2}"
)
_DATE = pattern(
    r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}|\d{4}年|\d{1,2}\s*月"
    r"|^\d{1,2}\.?\s[^\W\d_]{3,}|[^\W\d_]{3,}\s\d{1,2}$"
)
_DOMAIN = pattern(
    r"(?:www\.)?[^\W_](?:[\w-]*\.)+(?:com|org|net|info|news|co|de|fr|es|it|uk|us|au|ca|ch|at|eu|io|tv|nl|be|se|no|dk|fi|pl|cz"
    r"|pt|br|mx|ar|in|id|jp|kr|cn|ru|ua|tr|gr|ie|nz|za|online|media|press|live|blog|site|today|world)",
    re.I,
)
_INITIALS = pattern(r"(?:[^\W\d_]\.-?)+")
_ARTICLE_GLUED = pattern(
    r"(?:[aeu][lrnstdz]|ash|esh|bin|ben|ibn|d|l|o)[-'’](?=[A-ZÀ-Þ])"
)  # "al-Rashwan", "d'Anvers"
# Words that stand in small letters inside the name of an organisation.
_JOINERS = frozenset(
    "of for and the at & de la du des der die das und für e y di del della do da van von en et l' d' à al i im in zu auf e.v".split()
)
# Words that join a job and its field or place: "fellow in food policy".
_OF_WHAT = frozenset("of in for at on für im am der des de en du di da".split())


class What(Enum):
    """What a piece of a credit line is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    JOB = "job"
    DEPARTMENT = "department"
    DATE = "date"
    NOTHING = "nothing"


@lru_cache(maxsize=8192)
def what_is(text: str, after_lead: bool = False) -> What:
    """What a piece of a credit line is. After a lead word ("By ...") single names and caseless scripts count."""
    text = text.strip(_AROUND)
    if not text or len(text) > _LONGEST or "@" in text or "://" in text:
        return What.NOTHING
    words = [word.strip(_SIGNS) or word for word in fold(text).replace("e. v", "e.v").split()]
    if not words:
        return What.NOTHING
    if is_job(words):
        return What.JOB
    if _DATE.search(text) and not any(word in ORGANISATION_WORDS for word in words):
        return What.DATE
    if words[0] in DEPARTMENTS or (len(words) > 1 and words[-1] in DEPARTMENTS):
        return (
            What.DEPARTMENT
            if words[-1] not in ORGANISATION_WORDS or words[0] in DEPARTMENTS
            else What.ORGANISATION
        )
    if words[-1] in FAMILY_NAMES_TOO and _is_namesake(text, words):
        return What.PERSON
    if is_organisation(text, words):
        return What.ORGANISATION
    if not _may_be_name(words, after_lead):
        return What.NOTHING
    return What.PERSON if is_name(text, after_lead) else What.NOTHING


def _is_namesake(text: str, words: list[str]) -> bool:
    """Whether a person has a family name that newspapers have too: "Emily Post", not "Charlotte Post"."""
    first = fold_word(words[0])
    return (
        2 <= len(words) <= 3
        and first in given_names()
        and (first not in TOWNS_TOO or words[-1] in ("church", "banks"))
        and not has_organisation_word(words[:-1])
        and is_name(text)
    )


def is_job(words: list[str]) -> bool:
    """Whether folded words are what somebody is called ("health reporter", "reporter at large"), and no name."""
    first, last = words[0], words[-1]
    if len(words) > 1 and not VERBS.isdisjoint(words):
        return False
    if last in JOBS or last.endswith(JOB_ENDINGS):
        return not (len(words) == 2 and last in JOBS and fold_word(first) in given_names() and first != "art")
    if any(word in JOBS and after in _OF_WHAT for word, after in pairwise(words[:6])):
        return True
    return (
        len(words) > 1
        and (first in JOBS or ("-" in first and first.endswith(JOB_ENDINGS)))
        and fold_word(first) not in given_names()
    )


def is_domain(text: str) -> bool:
    """Whether a text is the name of a site and nothing more: no path, no mailbox."""
    return "." in text and _DOMAIN.fullmatch(text) is not None


def is_organisation(text: str, words: list[str]) -> bool:
    """Whether a text has the form of an organisation's name and a word of one. `words` are its words, folded."""
    if not (has_organisation_word(words) or is_domain(text) or (len(words) == 1 and words[0] in AGENCIES)):
        return False
    tokens = text.split()
    if len(tokens) > _MOST_OUTLET_WORDS or (len(tokens) > 1 and words[-1] in _JOINERS and words[-1] != "e.v"):
        return False
    if len(tokens) == 1:
        return True
    return all(
        token[0].isupper() or token[0].isdigit() or token[0] in "&«»“”„\"'’‘(" or word in _JOINERS
        or (other_scripts(token) and _CASELESS.match(token) is not None) or is_domain(token) or word in AGENCIES
        for token, word in zip(tokens, words, strict=False)
    )  # fmt: skip


def has_organisation_word(words: Iterable[str]) -> bool:
    """Whether one of these folded words makes an organisation of a name ("Tribune", "Bundesverband")."""
    return any(
        word in ORGANISATION_WORDS
        or word.removesuffix("s") in ORGANISATION_WORDS
        or (word.endswith(ORGANISATION_ENDINGS) and word not in ORGANISATION_ENDINGS)
        for word in words
    )


def is_telling(text: str) -> bool:
    """Whether an organisation's name has a word that tells it from others ("Fenland News", not "Online Services")."""
    return any(map(_tells, (word.strip(_SIGNS) for word in fold(text).split())))


def tells_alone(text: str) -> bool:
    """Whether each word of a name could be a person's: none is usual in the names of sections and organisations."""
    words = (word.strip(_SIGNS) for word in fold(text).split())
    return all(_tells(word) or word in PARTICLES for word in words)


def _tells(word: str) -> bool:
    """Whether a folded word can tell an organisation from others."""
    singular = word.removesuffix("s")
    return bool(word) and not any(
        {word, singular} & words for words in (USUAL_WORDS, INTERFACE_WORDS, DEPARTMENTS)
    )


def _may_be_name(words: list[str], after_lead: bool) -> bool:
    """Whether none of the folded words forbids that they are a name."""
    if not NEVER_IN_NAMES.isdisjoint(words) or (words[0] in NEVER_FIRST and len(words) > 1):
        return False
    if INTERFACE_WORDS.isdisjoint(words):
        return True
    return (
        after_lead
        and 2 <= len(words) <= 4
        and words[0] not in INTERFACE_WORDS
        and not INTERFACE_WORDS.issuperset(words)
    )


def _is_east_asian(text: str) -> bool:
    """Whether a text has nothing but letters of East Asia and the signs between their words."""
    if text.isascii():
        return False
    signs = _EAST_ASIAN if other_scripts(text) else _DOTS
    return signs.fullmatch(text) is not None


def is_name(text: str, after_lead: bool = False) -> bool:
    """Whether a text has the form of a person's name: capitals, initials, particles; no digits, no sentence."""
    if _is_east_asian(text):
        if (after_lead and 2 <= len(text.replace(" ", "")) <= 12) or begins_with_surname(text):
            return True
        return _TRANSCRIBED.fullmatch(text) is not None
    tokens = _TOKEN.findall(text)
    if not tokens or len(tokens) > _MOST_WORDS or any(sign.isdigit() for sign in text):
        return False
    if other_scripts(text) and _CASELESS.search(text):
        return after_lead and len(tokens) <= 4
    while len(tokens) > 1 and fold(tokens[0]).strip(".") in TITLES:
        tokens = tokens[1:]
    capital = 0
    for token in tokens:
        plain = fold(token).strip(".'’,")
        if token[0].isupper() or _ARTICLE_GLUED.match(token):
            capital += 1
        elif plain not in PARTICLES and not plain.startswith(("d'", "l'", "o'", "al-", "el-", "bin-")):
            return False
        if not all(sign.isalpha() or sign in ".'’‘-‐–­\u200b" or sign > "\u0300" for sign in token):
            return False
        if token[-1] == "." and len(token) > 3 and not _INITIALS.fullmatch(token) and plain not in DEGREES:
            return False  # the end of a sentence
    if tokens[-1][0].islower() and fold(tokens[-1]) in PARTICLES:
        return False
    return capital >= (1 if after_lead else 2)


def tidy_name(text: str) -> str:
    """A name without titles, degrees and the signs around it."""
    tokens = text.strip(' :,;–—-|•·*_"“”„()[]').split()
    while len(tokens) > 2 and fold(tokens[0]).strip(".") in TITLES:
        tokens = tokens[1:]
    while len(tokens) > 2 and fold(tokens[-1]).replace(".", "").strip(",") in DEGREES:
        tokens = tokens[:-1]
    if tokens and not _INITIALS.fullmatch(tokens[-1]):
        tokens[-1] = tokens[-1].rstrip(".")
    return " ".join(tokens).strip(",")


@cache
def given_names() -> frozenset[str]:
    """Given names of some seventy countries, folded (see docs/decisions.md, "Given names")."""
    from pathlib import Path

    return frozenset(Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split())


_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o",
}  # fmt: skip
_OTHERWISE = (("ia", "ya"), ("iu", "yu"), ("ie", "ye"), ("kh", "h"), ("ou", "u"), ("ey", "ef"), ("ay", "av"))
_GREEK_AND_CYRILLIC = range(0x370, 0x530)
_SHORTEST_OTHER = 4  # letters; shorter words of Greek and Russian ("Το", "Дом") are names in other languages


@lru_cache(maxsize=4096)
def is_given(word: str) -> bool:
    """Whether a folded word is a given name; Greek and Cyrillic ones are held against the list in Latin letters."""
    if word in given_names():
        return True
    if len(word) < _SHORTEST_OTHER or ord(word[0]) not in _GREEK_AND_CYRILLIC:
        return False
    latin = "".join(_LATIN.get(sign, sign) for sign in word)
    other = latin
    for plain, instead in _OTHERWISE:
        other = other.replace(plain, instead)
    plain = latin.replace("iia", "ia").replace("ii", "i")
    return any(form in given_names() for form in (latin, other, plain, plain.removesuffix("i") + "y"))


@lru_cache(maxsize=8192)
def has_given_name(text: str) -> bool:
    """Whether a name begins with a given name that is in use somewhere, with an initial, or with an East Asian family name."""
    if _is_east_asian(text):
        return begins_with_surname(text)
    words = text.replace("-", " ").replace("\u2010", " ").split()
    while len(words) > 2 and fold(words[0]).strip(".") in TITLES:
        words = words[1:]
    if len(words) < 2:
        return False
    first = fold_word(words[0]).strip(".'")
    return (
        is_given(first)
        or (len(first) == 1 and fold_word(words[1]).strip(".") in given_names())
        or (_INITIALS.fullmatch(words[0]) is not None and words[1][0].isupper())
    )


def is_given_name(text: str) -> bool:
    """Whether a text is one given name, with a capital, and nothing else."""
    return text[:1].isupper() and text.isalpha() and is_given(fold_word(text))


def split_names(text: str) -> list[str]:
    """The names in a run that nothing separates ("Anna Fink Jan Michael Roe"): a new one begins with each given name after a family name."""
    words = text.split()
    if len(words) < 4:
        return [text]
    if " E " in text and text.isupper():  # "and" in Italian and Portuguese, and not an initial
        halves = text.split(" E ")
        if all(" " in half for half in halves):
            return halves
    names: list[list[str]] = [[]]
    for word in words:
        given = fold_word(word).strip(".") in given_names()
        if (
            given
            and len(names[-1]) >= 2
            and fold_word(names[-1][-1]) not in given_names()
            and fold(names[-1][-1]) not in PARTICLES
        ):
            names.append([])
        names[-1].append(word)
    return [" ".join(name) for name in names] if all(len(name) >= 2 for name in names) else [text]
