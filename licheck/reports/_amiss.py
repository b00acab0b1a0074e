"""What is amiss on a page, and how to tell it where there is room for a place, a weight and some lines of text.

For the formats of other programs (CI systems, code hosts, spreadsheets). Nothing here is escaped yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from licheck.model.finding import Evidence, Finding, Level, Verdict
from licheck.model.report import PageReport, Report
from licheck.patterns import pattern
from licheck.reports._words import WORDS, beside, flat, number_of
from licheck.reports.escape import json_safe, middle

# The formats of files that hold several stories; in `feed.xml#3` the number is the story's, not the file's name.
_OF_MANY = frozenset(("feed", "json-ld", "ninjs", "wordpress", "wxr"))
_STORY = pattern(r"#[0-9]{1,6}$")
_QUOTE = 240  # characters of a passage
_MISSES = 3  # passages for one finding


class Weight(Enum):
    """How loud a finding is to be told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Spot(NamedTuple):
    """A place in a file. `line` counts from 1 and is always there, `column` counts from 1, 0 where unknown."""

    file: str
    line: int
    column: int


class Amiss(NamedTuple):
    """A finding that failed or that nobody could tell. `key` is the same in the next run, and unique in this one."""

    page: PageReport
    finding: Finding
    key: str


def all_amiss(report: Report) -> Iterator[Amiss]:
    """What failed and what nobody could tell, page by page, the failures of a page first."""
    taken: set[str] = set()
    for page in report.pages:
        for finding in amiss(page):
            number = 0
            while (key := _key(page, finding, number)) in taken:
                number += 1
            taken.add(key)
            yield Amiss(page, finding, key)


def amiss(page: PageReport) -> tuple[Finding, ...]:
    """The page's findings that failed, then those that nobody could tell, else in their order.

    Where not even that can be told whether the page is a republication, that is one.
    """
    if page.unsure and not page.findings:
        return (Finding("republication", "republication", Level.MUST, Verdict.CANT_TELL, page.reason),)
    return tuple(
        finding
        for verdict in (Verdict.FAILED, Verdict.CANT_TELL)
        for finding in page.findings
        if finding.verdict is verdict
    )


def _key(page: PageReport, finding: Finding, number: int) -> str:
    """The finding's fingerprint is that of a story, which can stand on two pages: hence the file as well."""
    named = finding.fingerprint or f"{finding.rule_set}\0{finding.requirement}"
    return sha256(json_safe(f"{file_of(page)}\0{named}\0{number}").encode()).hexdigest()[:32]


def weight(page: PageReport, finding: Finding) -> Weight:
    """An error is what fails the run; a failed `should` is a warning; doubts and what is excused are notes."""
    if finding.excused:
        return Weight.NOTE
    if page.fail_on.counts(finding):
        return Weight.ERROR
    warns = finding.verdict is Verdict.FAILED and finding.level is not Level.MAY
    return Weight.WARNING if warns else Weight.NOTE


def file_of(page: PageReport) -> str:
    """The path of the page's file, with slashes: without the number of a story in it."""
    return address(_STORY.sub("", page.path) if page.format in _OF_MANY else page.path)


def address(path: str) -> str:
    """A path as other programs write it: with slashes, without `./` before it."""
    return PurePath(path).as_posix() if path else ""


def spot(page: PageReport, finding: Finding) -> Spot:
    """Where to point: for a failure the place where something belongs, else the first passage found on the page."""
    belongs = finding.belongs_at.line if finding.belongs_at else 0
    passages = (one for one in finding.evidence if one.line and not one.path)
    passage = next(passages, None)
    if passage and not (belongs and finding.verdict is Verdict.FAILED):
        return Spot(file_of(page), passage.line, passage.column)
    return Spot(file_of(page), belongs or 1, 0)


def name_of(finding: Finding) -> str:
    """Rule set and requirement: `harbour/byline`."""
    return f"{finding.rule_set}/{finding.requirement}" if finding.rule_set else finding.requirement


def title(finding: Finding) -> str:
    """The verdict and the requirement, in one line."""
    return f"{WORDS[finding.verdict]}{beside(finding)}: {name_of(finding)} ({finding.level.value})"


def excuse(finding: Finding) -> str:
    """Why a failure is not to fail the run, in a sentence; empty where nothing excuses it."""
    waiver = finding.waiver
    if waiver:
        written = f" ({waiver.path}:{waiver.line})" if waiver.path and waiver.line else ""
        reason = flat(waiver.reason)
        return f"Waived until {waiver.until.isoformat()} by {flat(waiver.by)}: {reason}{written}"
    return "Known: it stands in the baseline." if finding.known else ""


def told(page: PageReport, finding: Finding) -> Iterator[str]:
    """The finding in lines of plain text: reason, excuse, what is asked, what was found, what would satisfy it."""
    yield flat(finding.reason)
    if finding.excused:
        yield excuse(finding)
    if finding.what:
        yield f"Asked for: {flat(finding.what)}"
    if finding.source:
        yield f"Source: {finding.source}"
    for passage in finding.evidence[:_MISSES]:
        yield f"- {passage_told(page, passage)}"
    if finding.looked_in:
        yield f"Looked in: {flat(', '.join(finding.looked_in))}"
    if finding.belongs_at:
        yield belongs(finding)
    if finding.remedy:
        yield "What would satisfy it:"
        yield from (f"  {line}" for line in lines_of(finding.remedy))


def belongs(finding: Finding) -> str:
    """Where what is missing belongs; empty where that is not known."""
    place = finding.belongs_at
    if not place:
        return ""
    return f"Belongs {flat(place.name)}" + (f", line {place.line}" if place.line else "")


def passage_told(page: PageReport, passage: Evidence) -> str:
    """A passage in a line: its place, its text, what it is worth, and why it does not count."""
    place = f"{place_of(page, passage)} " if passage.line or passage.path else ""
    note = f": {flat(passage.note)}" if passage.note else ""
    return f"{place}“{middle(flat(passage.text), _QUOTE)}” ({worth(passage)}){note}"


def place_of(page: PageReport, passage: Evidence) -> str:
    """Where a passage stands: its file, line and column, as far as they are known."""
    numbers = [str(number) for number in (passage.line, passage.column) if passage.line and number]
    return ":".join([passage.path or page.path, *numbers])


def worth(passage: Evidence) -> str:
    """What a passage is worth, in words."""
    return f"{passage.standing.value}; {'counts' if passage.counts else 'does not count'}"


def lines_of(text: str) -> list[str]:
    """The lines of a snippet, without empty ones at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").expandtabs(4).split("\n")


def headline(report: Report) -> str:
    """What came out, in a few words: how many pages somebody must do something about."""
    total = number_of(len(report.pages), "page")
    lacking = sum(map(_lacks, report.pages))
    unsure = report.counts[Verdict.CANT_TELL]
    if not report.pages:
        return "Nothing was due" if report.nothing_due else "Nothing was checked"
    if len(report.pages) == 1 and (lacking or unsure):
        return "This page lacks what its publisher asks for" if lacking else "This page needs a person's look"
    if lacking:
        what = "what its publisher asks for" if lacking == 1 else "what their publishers ask for"
        return f"{lacking} of {total} {'lacks' if lacking == 1 else 'lack'} {what}"
    if unsure:
        return f"{unsure} of {total} {'needs' if unsure == 1 else 'need'} a person's look"
    if report.counts[Verdict.FAILED]:
        return f"{total} checked, nothing failed that is not excused"
    return f"{total} checked, nothing failed"


def worst_first(report: Report) -> list[tuple[int, PageReport]]:
    """The pages with their number in the run, from 1: those that somebody must do something about come first."""

    def rank(numbered: tuple[int, PageReport]) -> int:
        page = numbered[1]
        if _lacks(page):
            return 0
        if page.verdict is Verdict.CANT_TELL:
            return 1
        return 2 if amiss(page) else 3 if page.rule_sets else 4

    return sorted(enumerate(report.pages, 1), key=rank)


def excused(report: Report) -> int:
    """How many pages failed, and somebody excused it."""
    return sum(page.verdict is Verdict.FAILED and not _lacks(page) for page in report.pages)


def _lacks(page: PageReport) -> bool:
    return any(
        one.verdict is Verdict.FAILED and one.level is Level.MUST and not one.excused for one in page.findings
    )


def counted(report: Report) -> str:
    """How many pages came out how, in a line."""
    verdicts = ", ".join(f"{report.counts[verdict]} {word}" for verdict, word in WORDS.items())
    return f"{number_of(len(report.pages), 'page')}: {verdicts}; {number_of(len(report.errors), 'error')}"
