"""What stands in a line of its own next to a writer's name: the outlet, or a job and a place of work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from licheck.credits.employers import outlets_of_job
from licheck.credits.lines import Line, is_known
from licheck.credits.parsed import Parsed
from licheck.credits.people import What, has_given_name, is_telling, what_is
from licheck.credits.vocabulary import INTERFACE_WORDS, PICTURE_AGENCIES
from licheck.model.credit import Role
from licheck.model.page import JOINT
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.text import fold

_LONGEST = 160  # characters of such a line
_MOST_PARTS = 7
_PARTS = pattern(
    r"\s*(?:[,;|•·](?:\s(?:and|und|et|y|&)(?=\s))?|\s[–—-]\s|\s(?:and|und|et|y|&)\s(?=[A-ZÀ-Þ]))\s*"
)
_BEFORE = pattern(
    r"^(?:from|for|at|of|bei|von|aus|für|pour|chez|para|presso|@|,|-|–|—)\s*(?=[A-ZÀ-Þ„“\"«])", re.I
)
_BRACKETS = pattern(r"\s*\([^()]{1,40}\)")
_FORBIDDEN = pattern(r"@|://|©|\s/\s|[?!]|[\w)]\.\s+[A-ZÀ-Þ]\w+\s\w+|:\s")
_LONG_NUMBER = pattern(r"\d{3}")
_SHORT = range(3, 7)  # letters of an abbreviation that stands alone
_USUAL_SHORT = frozenset(
    "abo rss pdf faq usa est gmt utc cet live new top ads vip nba nfl nhl diy url web plus oder shop info deu eng fra esp ita".split()
)


def affiliations_in(line: str, *, may_be_short: bool = False, address: bool = False) -> tuple[str, ...]:
    """The organisations in a line that is nothing but a job and a place of work; empty for any other line.

    `may_be_short`: an abbreviation that nobody knows ("FBC") is one too, since a sure byline stands above it.
    `address`: a post code may stand in it.
    """
    text = " ".join(line.replace(JOINT, " ").split())
    if (
        not text
        or len(text) > _LONGEST
        or _FORBIDDEN.search(text)
        or (_LONG_NUMBER.search(text) and not address)
    ):
        return ()
    text = _BRACKETS.sub("", _BEFORE.sub("", text)).strip(" ,;")
    text = text if text.lower().endswith("e.v.") else text.rstrip(".")
    if may_be_short and text.isupper() and text.isalpha() and len(text) in _SHORT:
        return () if fold(text) in INTERFACE_WORDS or fold(text) in _USUAL_SHORT else (text,)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    return _of_parts(parts) if 0 < len(parts) <= _MOST_PARTS else ()


def _of_parts(parts: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    awaits = False
    for part in parts:
        what = what_is(part)
        if what is What.ORGANISATION and (is_telling(part) or (awaits and " " in part)):
            found.append(part)
            awaits = False
        elif what is What.JOB:
            found += outlets_of_job(part)
            awaits = True
        elif what is What.DEPARTMENT:
            awaits = True
        elif (found or awaits) and _is_place(part):
            continue
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _is_place(part: str) -> bool:
    """Whether a part is a town, a street or a country, as addresses have them behind an institution."""
    words = part.split()
    if part.isdigit():
        return True
    return (
        len(words) <= 3
        and part[:1].isupper()
        and not has_given_name(part)
        and fold(words[0]) not in INTERFACE_WORDS
    )


def is_role_line(line: str) -> bool:
    """Whether a line says what somebody is, and not where: "Redakteurin", "Senior Reporter"."""
    text = line.replace(JOINT, " ").strip()
    return len(text) <= _LONGEST and what_is(text) in (What.JOB, What.DEPARTMENT)


def _is_outlet(line: str) -> bool:
    """Whether a line is nothing but an outlet, and none that sells pictures."""
    text = line.replace(JOINT, " ").strip()
    if what_is(text) is not What.ORGANISATION or not is_telling(text):
        return False
    return PICTURE_AGENCIES.isdisjoint(fold(text).split())


def institution_above(line: str) -> tuple[str, ...]:
    """The institution in a line that stands above a name: it begins with it or with one of its departments."""
    text = " ".join(line.replace(JOINT, " ").split())
    first = next(iter(_PARTS.split(text)), "")
    return (
        affiliations_in(line, address=True)
        if what_is(first) in (What.DEPARTMENT, What.ORGANISATION) and "," in text
        else ()
    )


def attach_neighbours(lines: Sequence[Line], is_confirmed: Callable[[Parsed], bool]) -> None:
    """Give each credit, of whose form alone or of which `is_confirmed` is sure, the affiliation in the lines next to it.

    The line below counts, or the one after it where that says what the person is; else an institution in the line above.
    """
    for at, line in enumerate(lines):
        credit = _last_writer(line)
        if credit is None or credit.doubtful:
            continue
        known = all(map(is_known, credit.persons))
        if (known or credit.boxed) and at + 1 < len(lines) and _is_next(line, lines[at + 1]):
            below = lines[at + 1].text
            alone = line.text.strip() == credit.persons[0]
            credit.titled = is_role_line(below) or (alone and _is_outlet(below))
        if credit.led or credit.backed or credit.titled or is_confirmed(credit):
            credit.affiliations += _below(lines, at, credit)
        if not credit.affiliations and known:
            credit.affiliations += _above(lines, at)


def _last_writer(line: Line) -> Parsed | None:
    """The writer's credit that ends a line and that has no affiliation yet."""
    if not line.credits:
        return None
    credit = line.credits[-1]
    return credit if credit.role is Role.WRITER and credit.persons and not credit.affiliations else None


def _below(lines: Sequence[Line], at: int, credit: Parsed) -> tuple[str, ...]:
    for step in (1, 2):
        if at + step >= len(lines) or not _is_next(lines[at + step - 1], lines[at + step]):
            return ()
        line = lines[at + step]
        if any(other.persons or other.role is not Role.WRITER for other in line.credits):
            return ()
        found = affiliations_in(
            line.text, may_be_short=step == 1 and line.zone is Zone.TOP and (credit.led or credit.sure)
        )
        if found or not is_role_line(line.text):
            return found
    return ()


def _above(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    if (
        not at
        or not _is_next(lines[at - 1], lines[at])
        or any(other.persons for other in lines[at - 1].credits)
    ):
        return ()
    return institution_above(lines[at - 1].text)


def _is_next(line: Line, following: Line) -> bool:
    """Whether two lines stand directly under each other in one zone."""
    return following.block - line.block <= 1 and following.zone is line.zone
