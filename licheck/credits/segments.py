"""Cutting a line of credits: at separators, at dates, and at the edges of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from licheck.model.page import JOINT
from licheck.patterns import pattern
from licheck.text import fold, other_scripts

_LONG_NAME = 5  # words of a link's text that can be a name
_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì
    sabato domenica segunda segunda-feira terça terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag
    tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek
    neděle понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота
    неділя senin selasa rabu kamis jumat sabtu minggu pazartesi salı çarşamba perşembe cuma cumartesi pazar""".split()
)
# Dates and times of day, by their form: 3.5.2024, 2024-05-03, 3 May 2024, May 3rd, 2024, 3 de mayo de 2024, 14:05 Uhr.
_DATE = pattern(
    r"(?:\b(?:on|am|vom|le|el|il|at|um|den|em|dne|the|ngày|date)\s+)?(?P<day>\b[^\W\d_]{2,12}\.?,?\s+)?(?P<date>"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.+Z-]+)?|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}(?!\d)"
    r"|\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]"
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s?(?:de\s|of\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?(?:19|20)\d\d(?!\d)"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)"
    r"|\b\d{1,2}[:.h]\d{2}(?::\d\d)?(?!\d)\s?(?:Uhr\b|[ap]\.?m\b\.?|(?-i:[A-Z]{2,4})\b|h\b)?"
    r"|(?<=[a-zß-ÿ])\d{1,2}\.\s)(?:\s?г\.)?",
    re.I,
)  # fmt: skip
_DIGIT = pattern(r"\d")
# A second sentence, which says where the story comes from: "By Jane Doe. This story was originally published by ..."
_ON_SOURCE = (
    r"(?:(?:This|The)\s(?:story|article|piece|post|report|column|essay|commentary|interview|text)|It)\s(?:(?:was|is|has been|also)\s)*"
    r"(?:originally|first|re-?published|reprinted)\b|(?:Originally|First)\s(?:published|appeared|posted)\b|(?:Republished|Reprinted)\s"
    r"|(?:Dieser|Der)\s(?:Artikel|Text|Beitrag)\s(?:\w+\s){1,2}?(?:zuerst|ursprünglich)\b|Zuerst\serschienen\b"
    r"|Cet article (?:a été|est)\s(?:\w+\s)?(?:re)?publié\b|(?:Este artículo|Este texto)\s(?:fue|se)\s|Publicado originalmente\b"
)
_SEPARATING = (
    rf"\s/\s|\s[–—-]+\s|\n|\s{{3,}}|[|•●▪►→›»¦＊☆★◆■]|%s|{JOINT}|(?<=[a-zß-ÿ]{{2}})\.\s(?=[A-ZÀ-Þ][a-zß-ÿ]+\s(?:by|von)\s)"
    rf"|(?<=[\w)]{{2}})\.\s(?={_ON_SOURCE})"
    r"|\s(?=(?:\d+|[Nn]o|[Kk]eine?)\s(?:[Cc]omments?|[Kk]ommentare?|[Cc]ommentaires?|[Cc]omentarios?|[Rr]eacties)\b)"
    r"|\s(?=(?:Photos?|Fotos?|Bild|Text|Video|Illustration|Grafik|Redaktion)(?:\s(?:by|von)\s|:\s))"
)
_SEPARATOR = pattern(_SEPARATING % "·")
_SEPARATOR_OF_HAN = pattern(  # a dot may stand within a name
    _SEPARATING % r"(?<!글)·(?![\u3400-\u9fff])|(?<![글\u3400-\u9fff])·"
)
_ANY_SIGN = pattern(
    rf"[/–—|•·●▪►→›»¦＊☆★◆■\n:{JOINT}-]|\sby\s|\svon\s|   |\s[CcKk]om|\.\s(?:[TI]|Or|Fi|Re|D|Z|C|E|P)"
)
_EDGE = " ,/;:"


_MAILED = pattern(r"<(https?://[^\s<>]*)>")


def round_brackets(text: str) -> str:
    """A text of the same length in which an address stands in round brackets, where plain text has angled ones."""
    return _MAILED.sub(r"(\1)", text) if "<http" in text else text


class Segment(NamedTuple):
    """A piece of a line between separators, dates and the edges of links: text[start:end] of the line."""

    start: int
    end: int
    link: str = ""


def segments(line: str, links: Sequence[Segment] = ()) -> Iterator[Segment]:
    """The pieces of a line, in order. `links` are the links in it, each with its address."""
    cuts = []
    if _ANY_SIGN.search(line):
        separator = _SEPARATOR_OF_HAN if other_scripts(line) else _SEPARATOR
        cuts = [hit.span() for hit in separator.finditer(line)]
    cuts += dates(line)
    named = [link for link in links if line.count(" ", link.start, link.end) < _LONG_NAME]
    if len(named) > 1:
        cuts += [(link.end, link.end) for link in named]
    if not cuts:
        yield Segment(0, len(line), links[0].link if links else "")
        return
    cuts.sort()
    at = 0
    for start, end in [*cuts, (len(line), len(line))]:
        if start > at and line[at:start].strip(_EDGE):
            link = next((link.link for link in links if link.start < start and at < link.end), "")
            yield Segment(at, start, link)
        at = max(at, end)


@lru_cache(maxsize=256)  # asked twice for a line with credits
def dates(line: str) -> Sequence[tuple[int, int]]:
    """The places of dates and times of day in a line."""
    if not _DIGIT.search(line):
        return ()
    found = []
    for hit in _DATE.finditer(line):
        day = hit.group("day")
        weekday = day is None or fold(day).strip(" .,") in _WEEKDAYS
        found.append((hit.start() if weekday else hit.start("date"), hit.end()))
    return found
