"""One line of text -> the credits in it: "By Jane Doe and John Roe, Example News | May 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from licheck.credits.people import What, has_given_name, is_given_name, split_names, tidy_name, what_is
from licheck.credits.words import INTERFACE_WORDS, JOBS, LEADS, MID_LEADS, POSTING_WORDS, WEAK_LEADS
from licheck.model.credit import Role
from licheck.model.page import JOINT
from licheck.text import fold

_LONGEST_LEAD = 5  # words
_MID_WORDS = 9  # words that may stand before a lead word in the middle of a line ("Posted in Travel by ...")
_LONG_NAME = 5  # words of a name that is given without any lead word
# Dates and times of day, by their form: 3.5.2024, 2024-05-03, 3 May 2024, May 3rd, 2024, 3 de mayo de 2024, 14:05 Uhr.
_DATE = re.compile(
    r"(?:\b(?:on|am|vom|le|el|il|at|um|den|em|dne|the|ngày)\s+)?(?:[^\W\d_]{2,12}\.?,\s+)?(?:"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.+Z-]+)?|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}年\s?\d{1,2}月\s?\d{1,2}日"
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s|of\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?\d{4}|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r")(?:\s?г\.)?|\b\d{1,2}[:.h]\d{2}\s?(?:Uhr|[ap]\.?m\.?|[A-Z]{2,4}\b|h\b)?|(?<=[a-zß-ÿ])\d{1,2}\.\s",
    re.I,
)  # fmt: skip
_SEPARATOR = re.compile(
    rf"\s[/]\s|\s[–—-]\s|\n|\s{{3,}}|[|•·●▪►→›»¦＊]|{JOINT}|\.\s(?=[A-ZÀ-Þ][a-zß-ÿ]+\s(?:by|von)\s)"
)
_PARTS = re.compile(
    r"\s*(?:[,;、，；]|\s&\s|\s\+\s|\s(?:and|und|et|y|e|och|og|oraz|und|en|ja|i|a|és|și|và|dan|ve|и|та|і|και|with|mit|avec|con|sowie)\s)\s*", re.I
)  # fmt: skip
_OUTLET = re.compile(r"\s(?:of|for|at|@|from|von|de|pour|para|per|für|bei|der|in)\s(?:the\s)?(?=[A-ZÀ-Þ])")
_GLUED = re.compile(r"^(By|BY|by|Von|Par|Por|Door|Av)(?=[A-ZÀ-Þ][\w.'’-]+(?:\s|$))")
_COLON = re.compile(r"\s*[:：／/]?\s*")
# Where a name ends that stands after a lead word.
_NAME_ENDS = re.compile(
    r"\s+(?:(?:on|am|um|at|in|im|le|el|il|kl|vor|unter|gespeichert|veröffentlicht|published|updated|posted|special|follow|folgen|seguir|for|aus|per|il y a|zuletzt|via)\b|[@\d]).*$"
    r"|\s*[\(\[（@].*$", re.I | re.S,
)  # fmt: skip
_JOB_ENDING = re.compile(r"(?:experte|expertin|korrespondent|korrespondentin|redakteur|redakteurin|reporter|reporterin|autor|autorin|chef|chefin|kolumnist|kolumnistin|praktikant|praktikantin)$", re.I)  # fmt: skip
_USER_NAME = re.compile(r"^[\w.-]{2,24}$")
TAGS = re.compile(r"^\s*(?:tags?|topics?|keywords?|filed under|posted in|categor(?:y|ies)|more on|themen|schlagwörter|schlagworte|kategorien?|mots[- ]clés|etiquetas|temas|categorías?)\s*[:：]|^\s*(?:filed under|posted in|veröffentlicht in)\s(?!.*\b(?:by|von)\b)", re.I)  # fmt: skip
_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_COUNT = re.compile(r"\d+\s*[^\W\d_]+|\d+")
_CJK_LEAD = re.compile(r"^(?:本报|本社)?(?:见习|特约|實習)?(記者|记者|作者|文|撰文|采写|著者|執筆|取材・文|取材|筆者|文・写真|写真|摄影|攝影|编辑|責任編輯|责任编辑|编译|翻译|글|사진)(?=[:：／/\s]|[\u3040-\u30ff\u3400-\u9fff]{2,4}(?:[／/\s]|$))")  # fmt: skip
_CJK_TAIL = re.compile(
    r"^([\u3400-\u9fff\uac00-\ud7af\s]{2,8}?)\s?(記者|记者|기자|특파원|선임기자)(?:\s|$|[／/=])"
)


class Segment(NamedTuple):
    """A piece of a line between separators, dates and the edges of links: text[start:end] of the line."""

    start: int
    end: int
    link: str = ""


@dataclass
class Parsed:
    """One credit of a line. `start` and `end` are indexes into the line; `sure`: a lead word or a link to its author says so."""

    role: Role
    start: int
    end: int
    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    date: str = ""
    sure: bool = True


def read_line(line: str, links: Sequence[Segment] = ()) -> list[Parsed]:
    """The credits in one line, in their order; empty for lines that are none. `links` are the links in it."""
    if TAGS.match(line):
        return []
    found: list[Parsed] = []
    waiting: Role | None = None
    date = _DATE.search(line)
    for segment in _segments(line, links):
        waiting = _read_segment(line, segment, found, waiting)
    credits = [credit for credit in found if credit.persons or credit.organisations]
    for credit in credits:
        credit.date = credit.date or (date.group().strip(" ,") if date else "")
    return credits


def _segments(line: str, links: Sequence[Segment]) -> Iterator[Segment]:
    """Cut a line at separators, at dates, and at the edges of links that are as long as a name."""
    cuts = sorted(
        {(hit.start(), hit.end()) for pattern in (_SEPARATOR, _DATE) for hit in pattern.finditer(line)}
    )
    named = [link for link in links if len(line[link.start : link.end].split()) <= _LONG_NAME]
    if len(named) > 1:
        cuts += [(link.end, link.end) for link in named]
        cuts.sort()
    at = 0
    for start, end in [*cuts, (len(line), len(line))]:
        if start > at and line[at:start].strip(" ,/"):
            link = next((link.link for link in links if link.start < start and at < link.end), "")
            yield Segment(at, start, link)
        at = max(at, end)


def _read_segment(line: str, segment: Segment, found: list[Parsed], waiting: Role | None) -> Role | None:
    """Read one segment: a new credit, or what belongs to the one before it. Returns the role whose name is still to come."""
    text = line[segment.start : segment.end]
    role, length = find_lead(text)
    if role is None:
        role, length = _mid_lead(text)
    if role is None and waiting is not None:
        role = waiting
    if role is not None:
        credit = Parsed(role, segment.start, segment.end)
        rest = text[length:]
        if not rest.strip(" ,:"):
            return role
        lead = fold(text[:length])
        read_names(rest, credit, account=lead.rstrip().endswith(":") or bool(MID_LEADS & set(lead.split())))
        if credit.persons or credit.organisations:
            found.append(credit)
        return None
    tail = _CJK_TAIL.match(text.strip())
    if tail:
        found.append(Parsed(Role.WRITER, segment.start, segment.end, [tail.group(1).strip()]))
    else:
        _read_plain(line, segment, found)
    return None


def _read_plain(line: str, segment: Segment, found: list[Parsed]) -> None:
    """A segment without a lead word: an outlet or a job beside a name, or a name by its form alone."""
    text = line[segment.start : segment.end]
    what = what_is(text)
    if what is What.ORGANISATION and _PARTS.search(text) and what_is(_PARTS.split(text)[0]) is What.PERSON:
        what = What.NOTHING  # "Jane Doe, University of Example": the parts tell
    if found and what is What.ORGANISATION:
        found[-1].affiliations.append(text.strip())
        found[-1].end = segment.end
    elif what is What.ORGANISATION:
        found.append(Parsed(Role.WRITER, segment.start, segment.end, [], [text.strip()], sure=False))
    elif what is not What.JOB or _PARTS.search(text):
        linked = leads_to_author(segment.link)
        credit = Parsed(Role.WRITER, segment.start, segment.end, sure=False)
        if is_given_name(text.strip(" .,:")) and (linked or _DATE.search(line)):
            credit.persons.append(text.strip(" .,:"))  # "Tine | 2 February": a first name is all there is
        else:
            read_names(text, credit, after_lead=False)
        credit.sure = linked and all(has_given_name(name) or is_given_name(name) for name in credit.persons)
        if credit.persons:
            if found and not found[-1].persons and not found[-1].sure:
                credit.affiliations += found.pop().organisations
            found.append(credit)


_AUTHOR_PATH = re.compile(
    r"(?:^author$|\brel=author\b|/(?:author|authors|autor|autoren|autorin|autores|auteur|auteurs|autore|autori|people|person|staff|profile|profiles|profil|journalist|journalists|journalisten"
    r"|redakteur|redaktion|writer|writers|contributor|contributors|by|team|user|users|member|members|bio|columnist|columnists|reporter|reporters|correspondent|byline|signature|firma|toimittaja|skribent|forfatter)[/=-])", re.I,
)  # fmt: skip


def leads_to_author(link: str) -> bool:
    """Whether a link's address is that of a person's page, as sites build them (/author/jane-doe)."""
    return bool(link) and _AUTHOR_PATH.search(link) is not None


def may_lead(text: str) -> bool:
    """Quick: whether a text's first word begins any lead word."""
    return text.split(None, 1)[0].lower().strip(":：([*_") in _first_words() if text else False


@cache
def _first_words() -> frozenset[str]:
    return frozenset(lead.split()[0].strip(":") for lead in LEADS) - {"from", "the", "de", "a"}


def find_lead(text: str) -> tuple[Role | None, int]:
    """(role, length) of the lead words at the start of a text; (None, 0) where there are none.

    The length takes in white space and a colon, so that text[length:] begins with the name.
    """
    glued = _GLUED.match(text.lstrip())
    if glued:
        return Role.WRITER, len(text) - len(text.lstrip()) + glued.end()
    cjk = _CJK_LEAD.match(text.strip())
    if cjk and cjk.group(1) in LEADS:
        end = text.index(cjk.group(1)) + len(cjk.group(1))
        return LEADS[cjk.group(1)], end + _colon(text, end)
    ends = [hit.end() for hit in re.finditer(r"\S+", text[:120])][:_LONGEST_LEAD]
    for end in reversed(ends):
        raw = text[:end]
        lead = fold(raw).strip(" _*([–—-,/").rstrip(":：").rstrip()
        if lead not in LEADS:
            continue
        colon = raw.rstrip().endswith((":", "：")) or text[end:].lstrip()[:1] in (":", "：")
        rest = end + _colon(text, end)
        if lead in WEAK_LEADS and not colon and not text[rest : rest + 1].isupper():
            return None, 0
        if lead in POSTING_WORDS and not colon:
            return None, 0
        return LEADS[lead], rest
    return None, 0


def _mid_lead(text: str) -> tuple[Role | None, int]:
    """A writer's lead word in the middle of a short line, after words of posting: "Posted in Travel by Jane Doe"."""
    words = list(re.finditer(r"\S+", text[:200]))
    if len(words) < 3 or len(words) > _MID_WORDS + 6:
        return None, 0
    for at in range(min(len(words) - 2, _MID_WORDS), 0, -1):
        if fold(words[at].group()).strip(":") not in MID_LEADS:
            continue
        before = {fold(word.group()).strip(" :,.;–—-") for word in words[:at]}
        name = _NAME_ENDS.sub("", text[words[at + 1].start() :])
        posted = not before.isdisjoint(POSTING_WORDS)
        if posted or (
            len(words) <= _MID_WORDS
            and what_is(name, True) is What.PERSON
            and len(name.split()) >= 2
            and at <= 3
        ):
            return Role.WRITER, words[at + 1].start()
    return None, 0


def _colon(text: str, at: int) -> int:
    hit = _COLON.match(text, at)
    return hit.end() - at if hit else 0


def read_names(text: str, credit: Parsed, *, after_lead: bool = True, account: bool = False) -> None:
    """Add to a credit the persons, and what is said of them, of a list like "Jane Doe, John Roe and Ann Poe, Example News"."""
    inside = _BRACKETS.search(text)
    for part in _PARTS.split(text):
        part = part.strip(' .:*_"“”‘’')
        outlet = ""
        hit = _OUTLET.search(part)
        if (
            hit
            and what_is(part[hit.end() :]) is What.ORGANISATION
            and what_is(part[: hit.start()], after_lead) is What.PERSON
        ):
            part, outlet = part[: hit.start()], part[hit.end() :]
        elif after_lead or credit.persons:
            part = _NAME_ENDS.sub("", part)
        part = _without_job(part.strip(' .()[]*_"“”'))
        if not part or _COUNT.fullmatch(part):
            continue
        if not _add(part, credit, after_lead, account):
            break
        if outlet:
            credit.affiliations.append(outlet)
    if (
        inside
        and credit.persons
        and (what_is(inside.group(1)) is What.ORGANISATION or inside.group(1).isupper())
    ):
        credit.affiliations.append(inside.group(1))  # "Jane Doe (AP)"


def _add(part: str, credit: Parsed, after_lead: bool, account: bool) -> bool:
    """Add one part of a list of names; False where the list is over. `account`: a user name counts too."""
    what = what_is(part, after_lead)
    if what is What.PERSON and part.isupper() and credit.persons and not credit.persons[0].isupper():
        credit.affiliations.append(part)  # "David Straub, MDR THÜRINGEN"
    elif what is What.PERSON:
        person, outlet = _split_outlet(tidy_name(part))
        credit.persons += split_names(person)
        credit.affiliations += [outlet] if outlet else []
    elif what is What.ORGANISATION:
        person, outlet = _split_outlet(part)
        if person and outlet:
            credit.persons.append(person)
            credit.affiliations.append(outlet)
        else:
            (credit.affiliations if credit.persons else credit.organisations).append(part)
    elif what is What.NOTHING:
        if (
            not (credit.persons or credit.organisations)
            and after_lead
            and _USER_NAME.match(part)
            and not part.isdigit()
        ):
            credit.persons.append(part)  # "by jdoe99": an account is the only name there is
            return True
        return bool(credit.persons) and not after_lead
    return True


def _split_outlet(text: str) -> tuple[str, str]:
    """("Jane Doe", "Example News Agency") out of "Jane Doe Example News Agency"; ("", "") where it is not so."""
    words = text.split()
    for at in (2, 3):
        rest = " ".join(words[at:])
        if (
            len(words) >= at + 2
            and what_is(rest) is What.ORGANISATION
            and what_is(" ".join(words[:at])) is What.PERSON
        ):
            return " ".join(words[:at]), rest
    return (text, "") if what_is(text, True) is What.PERSON else ("", "")


def _without_job(text: str) -> str:
    """A name without the job glued or put to it ("Reporter Jane Doe", "Jane Doe Staff Writer")."""
    words = text.split()
    if len(words) > 2 and _JOB_ENDING.search(words[0]):
        words = words[1:]  # "FOCUS-Online-Experte Jane Doe"
    while len(words) > 2 and fold(words[-1]).strip(".:") in INTERFACE_WORDS:
        words = words[:-1]  # "Jane Doe Follow"
    text = " ".join(words)
    for size in (3, 2, 1):
        if len(words) >= size + 2 and fold(" ".join(words[-size:])) in JOBS:
            return " ".join(words[:-size])
        if len(words) >= size + 2 and fold(" ".join(words[:size])) in JOBS:
            return " ".join(words[size:])
    return text


def affiliations_in(line: str) -> tuple[str, ...]:
    """The organisations in a line that is nothing but a job and a place of work; empty for any other line."""
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    kinds = [what_is(part) for part in parts]
    if not parts or len(parts) > 4 or kinds[0] is What.PERSON:
        return ()
    if kinds[0] is What.NOTHING and JOBS.isdisjoint(fold(parts[0]).split()):
        return ()
    return tuple(part for part, kind in zip(parts, kinds, strict=True) if kind is What.ORGANISATION)
