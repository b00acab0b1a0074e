"""Lead words: where a line says "by", "author:", "photo" or the like, and what for."""

from __future__ import annotations

import re
from typing import NamedTuple

from licheck.credits.people import What, has_given_name, is_domain, is_given_name, tells_alone, what_is
from licheck.credits.surnames import begins_with_korean_surname
from licheck.credits.vocabulary import JOBS
from licheck.credits.words import (
    BY_WORDS,
    FIRST_WORDS,
    LEADS,
    MID_LEADS,
    NEVER_NAMES,
    NOT_WRITTEN,
    POSTING_WORDS,
    SECOND_WORDS,
    WEAK_LEADS,
)
from licheck.model.credit import Role
from licheck.patterns import pattern
from licheck.text import fold

_LONGEST_LEAD = max(lead.count(" ") for lead in LEADS) + 1  # words
_MID_WORDS = 9  # words that may stand before a lead word in the middle of a line ("Posted in Travel by ...")
_AFTER_MID = 6  # words that may stand after it
_CLOSE = 3  # words before it where nothing says that something was posted
_AROUND = " _*([–—-,/|:：&"
_WORD = pattern(r"\S+")
_OF_DEPARTMENTS = frozenset(
    "reporter reporters journalist toimittaja".split()
)  # jobs behind which a department may stand
_THE = frozenset("the der die das les le la los las el il i de het den det".split())
_GLUED = pattern(r"^(?:By|BY|by|Von|Par|Por|Door|Av)(?=[A-ZÀ-Þ][\w.'’-]+(?:\s|$))")
_COLON = pattern(r"\s*[:：／/⁄︓·・]?\s*")
_EAST_ASIAN_LEADS = sorted((lead for lead in LEADS if lead[0] > "\u2e80"), key=len, reverse=True)
# "文・佐藤", "記者／佐藤", "작성자 김": the word for the writer, a sign or a space, the name; also glued to Chinese names.
_EAST_ASIAN = pattern(
    rf"[【（(\[]?(?:本报|本社|本報)?(?:见习|特约|實習|实习)?({'|'.join(map(re.escape, _EAST_ASIAN_LEADS))})"
    r"(?:[:：／/・·|=＝]\s*|\s+|(?=[\u3400-\u9fff]{2,3}(?:[\s／/、，)）】]|$)))"
)
_HANGUL = pattern(r"[\uac00-\ud7af]+")
_NAME_ENDS = pattern(r"[\(\[（|@\d]|\s(?:on|in|am|um|at|le|el|il|for)\s")


class Lead(NamedTuple):
    """Lead words at the start of a text: what they credit, and how many characters they take with the sign and the
    white space behind them. `any_name`: what follows is the name whatever it looks like ("by jdoe99"). `sure`: it is not
    perhaps a book's title ("The Tide by Jane Doe")."""

    role: Role
    length: int
    any_name: bool
    sure: bool = True


def may_lead(text: str) -> bool:
    """Quick: whether a text's first words begin any lead word."""
    words = text.split(None, 2)
    first = words[0].lower().strip(":：([*_") if words else ""
    if first in SECOND_WORDS:
        return len(words) > 1 and words[1].lower() in SECOND_WORDS[first]
    return first in FIRST_WORDS or (first > "\u2e80" and _EAST_ASIAN.match(text.lstrip()) is not None)


def lead_of(text: str) -> Lead | None:
    """The lead words at the start of a text; None where there are none, or where nothing speaks for a name after them."""
    glued = _GLUED.match(text)
    if glued:
        return Lead(Role.WRITER, glued.end(), True)
    start = len(text) - len(text.lstrip(_AROUND))
    if text[start : start + 1] > "\u2e80":
        hit = _EAST_ASIAN.match(text, start)
        if hit is None or (text[hit.end() - 1].isspace() and not _is_korean_name(text[hit.end() :])):
            return None
        return Lead(LEADS[hit.group(1)], hit.end(), False)
    first = _WORD.match(text, start)
    if first is None or fold(first.group()).strip(_AROUND) not in FIRST_WORDS:
        return None
    ends = [hit.end() for hit in _WORD.finditer(text[:120], start)][:_LONGEST_LEAD]
    for end in reversed(ends):
        lead = fold(text[start:end]).rstrip(_AROUND)
        if lead in LEADS:
            return _accepted(text, lead, end)
    return None


def _is_korean_name(text: str) -> bool:
    """Whether what stands behind a word for the writer and a space may be a name: in Korean letters one begins with a usual
    family name ("기자 김하늘", but not "기자 페이지", a reporter's page); in others it may."""
    first = _HANGUL.match(text)
    return first is None or begins_with_korean_surname(first.group())


def _accepted(text: str, lead: str, end: int) -> Lead | None:
    """The lead that ends at `end`, unless it is an everyday word here."""
    rest = end + len(_COLON.match(text, end).group())  # type: ignore[union-attr]
    colon = not set(text[end - 1 : rest]).isdisjoint(":：／·")
    after = text[rest:].lstrip('"„“«')
    any_name = colon or lead.rpartition(" ")[2] in BY_WORDS
    if after and not colon:
        if lead in POSTING_WORDS or (
            lead in WEAK_LEADS and not _is_writer(text[:end].strip(_AROUND), lead, _name_in(after))
        ):
            return None
        if not any_name and not _introduces(text[end:rest], after):
            return None
        if lead in _OF_DEPARTMENTS and " " not in after and not (after.isascii() and is_given_name(after)):
            return None  # "Reporter Lokales"
    return Lead(LEADS[lead], rest, any_name)


def _is_writer(written: str, lead: str, name: str) -> bool:
    """Whether what stands behind an everyday word is a name: it begins with a given name, or has the form of a full one
    behind a word that no name begins with."""
    if has_given_name(name):
        return True
    name = name.strip()
    if written == "di":  # of Italian bylines, which begin in small letters
        return 1 <= name.count(" ") <= 2 and what_is(name) is What.PERSON and tells_alone(name)
    return lead in NEVER_NAMES and 1 <= name.count(" ") <= 2 and what_is(name) is What.PERSON


def _introduces(between: str, after: str) -> bool:
    """Whether a noun ("Author", "Photo") stands directly before something with the form of a name or an outlet."""
    if "," in between or after[0] in ",;&":
        return False
    return what_is(_name_in(after), True) in (What.PERSON, What.ORGANISATION, What.JOB) and (
        " " in after or is_domain(after) or not after.islower()
    )


def _name_in(text: str) -> str:
    """The first part of what follows a lead word, up to a comma, a joining word, a number or a bracket."""
    first = re.split(r"[,;/]|\s(?:and|und|et|y|e|na|&)\s", text, maxsplit=1)[0]
    cut = _NAME_ENDS.search(first)
    return first[: cut.start()] if cut else first


def lead_alone(text: str) -> Role | None:
    """The role that a text waits for which is nothing but lead words ("Author", "By:"); None for any other text."""
    lead = lead_of(text)
    if lead is None or text[lead.length :].strip(_AROUND):
        return None
    plain = fold(text).strip(_AROUND)
    return None if plain in POSTING_WORDS and ":" not in text else lead.role


def find_lead(text: str) -> tuple[Role | None, int]:
    """(role, length) of the lead words at the start of a text; (None, 0) where there are none.

    The length takes in white space and a colon, so that text[length:] begins with the name.
    """
    lead = lead_of(text)
    return (lead.role, lead.length) if lead else (None, 0)


def mid_lead(text: str) -> Lead | None:
    """A lead word in the middle of a short line, after words of posting: "Posted in Travel by Jane Doe"."""
    words = list(_WORD.finditer(text[:240]))
    if not 3 <= len(words) <= _MID_WORDS + _AFTER_MID:
        return None
    plain = [fold(word.group()).strip(" :,.;–—-·|()") for word in words]
    for at in range(min(len(words) - 2, _MID_WORDS), 0, -1):
        if plain[at] not in MID_LEADS:
            continue
        if not NOT_WRITTEN.isdisjoint(plain[:at]):
            role = LEADS.get(f"{plain[at - 1]} {plain[at]}", Role.WRITER)
            return Lead(role, words[at + 1].start(), False) if role is not Role.WRITER else None
        posted = not POSTING_WORDS.isdisjoint(plain[:at])
        close = (
            at <= _CLOSE and len(words) <= _MID_WORDS and plain[0] not in _THE and plain[at - 1] not in JOBS
        )
        if posted or (close and _is_full_name(text[words[at + 1].start() :])):
            return Lead(Role.WRITER, words[at + 1].start(), posted, sure=posted)
    return None


def _is_full_name(text: str) -> bool:
    name = _name_in(text).strip()
    return " " in name and what_is(name, True) is What.PERSON and has_given_name(name)
