"""One line of text -> the credits in it: "By Jane Doe and John Roe, Example News | May 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from licheck.credits.people import What, tidy_name, what_is
from licheck.credits.words import JOBS, LEADS, WEAK_LEADS
from licheck.model.credit import Role
from licheck.text import fold

_LONGEST_LEAD = 5  # words
_SEPARATOR = re.compile(r"\s[|•·●▪/]\s|\s[–—-]\s|\n|\s{3,}|[|•·●▪]")
_PARTS = re.compile(
    r"\s*(?:[,;、，；]|\s&\s|\s\+\s|\s(?:and|und|et|y|e|och|og|oraz|und|en|ja|i|a|és|și|và|dan|ve|и|та|και|with|mit|avec|con)\s)\s*", re.I
)  # fmt: skip
_OUTLET = re.compile(r"\s(?:of|for|at|@|from|von|de|pour|para|per|für|bei|der)\s(?:the\s)?(?=[A-ZÀ-Þ])")
_GLUED = re.compile(r"^(By|BY|Von|Par|Por|Door|Av)(?=[A-ZÀ-Þ][\w.'’-]+(?:\s|$))")
_COLON = re.compile(r"^\s*[:：／/]?\s*")
_CJK_LEAD = re.compile(r"^(?:本报|本社)?(?:见习|特约|實習)?(記者|记者|作者|文|撰文|采写|著者|執筆|取材・文|取材|筆者|文・写真|写真|摄影|攝影|编辑|責任編輯|责任编辑|编译|翻译|글|사진)(?=[:：／/\s]|[\u3040-\u30ff\u3400-\u9fff]{2,4}(?:[／/\s]|$))")  # fmt: skip
_CJK_TAIL = re.compile(
    r"^([\u3400-\u9fff\uac00-\ud7af\s]{2,8}?)\s?(記者|记者|기자|특파원|선임기자)(?:\s|$|[／/=])"
)


@dataclass
class Parsed:
    """One credit of a line. `start` and `end` are indexes into the line; `sure`: a lead word says so."""

    role: Role
    start: int
    end: int
    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    date: str = ""
    sure: bool = True


def read_line(line: str) -> list[Parsed]:
    """The credits in one line, in their order; empty for lines that are none."""
    found: list[Parsed] = []
    for start, end in _segments(line):
        _read_segment(line, start, end, found)
    return [credit for credit in found if credit.persons or credit.organisations]


def _segments(line: str) -> list[tuple[int, int]]:
    edges = [0]
    for hit in _SEPARATOR.finditer(line):
        edges += [hit.start(), hit.end()]
    edges.append(len(line))
    return [
        (start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if line[start:end].strip()
    ]


def _read_segment(line: str, start: int, end: int, found: list[Parsed]) -> None:
    """Read line[start:end]: a new credit, or what belongs to the one before it (outlet, date)."""
    text = line[start:end]
    role, length = find_lead(text)
    if role is not None:
        credit = Parsed(role, start, end)
        _read_names(text[length:], credit, after_lead=True)
        if credit.persons or credit.organisations:
            found.append(credit)
        return
    tail = _CJK_TAIL.match(text.strip())
    if tail:
        found.append(Parsed(Role.WRITER, start, end, [tail.group(1).strip()]))
        return
    what = what_is(text)
    if what is What.ORGANISATION and _PARTS.search(text) and what_is(_PARTS.split(text)[0]) is What.PERSON:
        what = What.NOTHING  # "Jane Doe, University of Example": the parts tell
    if found and what is What.ORGANISATION:
        found[-1].affiliations.append(text.strip())
        found[-1].end = end
    elif found and what is What.DATE:
        found[-1].date = found[-1].date or text.strip()
    elif what is What.ORGANISATION:
        found.append(Parsed(Role.WRITER, start, end, [], [text.strip()], sure=False))
    else:
        credit = Parsed(Role.WRITER, start, end, sure=False)
        _read_names(text, credit, after_lead=False)
        if credit.persons:
            if found and not found[-1].persons and not found[-1].sure:
                credit.affiliations += found.pop().organisations
            found.append(credit)


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
        lead = fold(raw).strip(" _*([–—-").rstrip(":：")
        if lead not in LEADS:
            continue
        colon = raw.rstrip().endswith((":", "：")) or text[end:].lstrip()[:1] in (":", "：")
        rest = end + _colon(text, end)
        if lead in WEAK_LEADS and not colon and not text[rest : rest + 1].isupper():
            return None, 0
        if lead == "from" and not colon:
            return None, 0
        return LEADS[lead], rest
    return None, 0


def _colon(text: str, at: int) -> int:
    hit = _COLON.match(text, at)
    return hit.end() - at if hit else 0


def _read_names(text: str, credit: Parsed, *, after_lead: bool) -> None:
    """Persons, then what is said of them, out of a list such as "Jane Doe, John Roe and Ann Poe, Example News"."""
    for part in _PARTS.split(text):
        part = part.strip(' .()[]*_"“”')
        if not part:
            continue
        outlet = ""
        hit = _OUTLET.search(part)
        if hit and what_is(part[hit.end() :]) is What.ORGANISATION:
            part, outlet = part[: hit.start()], part[hit.end() :]
        what = what_is(part, after_lead)
        if what is What.PERSON:
            credit.persons.append(tidy_name(part))
        elif what is What.ORGANISATION:
            (credit.affiliations if credit.persons else credit.organisations).append(part)
        elif what is What.DATE:
            credit.date = credit.date or part
        elif what is What.NOTHING and not (credit.persons or credit.organisations):
            return
        if outlet:
            credit.affiliations.append(outlet)


def affiliations_in(line: str) -> tuple[str, ...]:
    """The organisations in a line that is nothing but a job and a place of work; empty for any other line."""
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    kinds = [what_is(part) for part in parts]
    if not parts or len(parts) > 4 or kinds[0] is What.PERSON:
        return ()
    if kinds[0] is What.NOTHING and JOBS.isdisjoint(fold(parts[0]).split()):
        return ()
    return tuple(part for part, kind in zip(parts, kinds, strict=True) if kind is What.ORGANISATION)
