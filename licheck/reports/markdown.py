"""A comment on a pull request, or the summary of a CI job, for the editors who read it. GitHub, GitLab, Forgejo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.finding import Finding, Verdict
from licheck.model.report import PageReport, Report
from licheck.reports import Style
from licheck.reports._amiss import (
    amiss,
    counted,
    excuse,
    excused,
    headline,
    lines_of,
    place_of,
    worst_first,
    worth,
)
from licheck.reports._words import WORDS, beside, flat, number_of
from licheck.reports.escape import ci, markdown, markdown_cell, markdown_code, middle, terminal, web_address

# GitHub takes comments of up to 65,536 characters (its REST API, "body is too long"); the rest is for our last line.
LONGEST = 60_000  # characters

_MISSES = 3  # passages for one finding
_QUOTE = 240  # characters of a passage
_PROSE = 600  # characters; a reason is a sentence
_REMEDY = 4_000  # characters of a snippet
_MARKS = {Verdict.FAILED: "❌", Verdict.CANT_TELL: "❔", Verdict.PASSED: "✅", Verdict.INAPPLICABLE: "➖"}


def render(report: Report, style: Style) -> str:
    """What is to be done first: pages that failed, pages that a person must look at; all others in a line.

    Nothing that comes from a page is more than text. What would be longer than a comment may be is left out,
    page by page, and it says so.
    """
    counts = " ".join(markdown(text) for text in (counted(report), report.nothing_due) if text)
    if excused(report):
        counts += f". {number_of(excused(report), 'page')} excused by waivers or the baseline."
    head = [f"## licheck: {headline(report)}", "", counts, "", *_table(report), *_errors(report)]
    sections = [[*_page(page, style)] for _, page in worst_first(report) if amiss(page)]
    lines, left_out = [ci(line) for line in head], 0
    size = sum(len(line) + 1 for line in lines)
    for section in sections:
        section = [ci(line) for line in section]
        size += sum(len(line) + 1 for line in section)
        if size > LONGEST:
            left_out += 1
        else:
            lines += section
    if left_out:
        more = number_of(left_out, "more page")
        lines += ["", f"*{more}: see another format of this report, which has room for everything.*"]
    return "\n".join(lines).strip("\n") + "\n"


def _table(report: Report) -> Iterator[str]:
    """A row for each republication; other pages are counted above, and need nobody's time."""
    pages = [page for _, page in worst_first(report) if page.rule_sets or amiss(page)]
    if not pages:
        return
    yield "| page | publisher | verdict | to be done |"
    yield "|---|---|---|---|"
    size = 0
    for number, page in enumerate(pages):
        row = _row(page)
        size += len(row)
        if size > LONGEST // 3:
            yield f"| {number_of(len(pages) - number, 'more page')} | | | |"
            break
        yield row
    yield ""


def _row(page: PageReport) -> str:
    path = markdown_code(page.path, cell=True)
    publishers = ", ".join(markdown_cell(flat(chosen.publisher)) for chosen in page.rule_sets)
    todo = ", ".join(markdown_cell(f"{finding.requirement}{beside(finding)}") for finding in amiss(page))
    return f"| {path} | {publishers} | {_MARKS[page.verdict]} {WORDS[page.verdict]} | {todo} |"


def _errors(report: Report) -> Iterator[str]:
    if report.errors:
        yield "### Errors: licheck could not do its work on these"
        yield ""
        for error in report.errors[:50]:
            yield f"- {markdown_code(error.path)}: {markdown(middle(flat(error.message), _PROSE))}"
        if len(report.errors) > 50:
            yield f"- and {len(report.errors) - 50} more"
        yield ""


def _page(page: PageReport, style: Style) -> Iterator[str]:
    yield f"### {_MARKS[page.verdict]} {markdown_code(page.path)}"
    yield ""
    for chosen in page.rule_sets:
        where = _linked(chosen.source)
        yield f"- Conditions of {markdown(flat(chosen.publisher))}{f': {where}' if where else ''}"
    if page.original:
        yield f"- Held against the original {markdown_code(page.original)}"
    for note in page.notes:
        yield f"- Note: {_prose(note)}"
    yield ""
    for finding in amiss(page):
        yield from _finding(page, finding, style)
    yield from _others(page)
    yield from _for_a_person(page)


def _finding(page: PageReport, finding: Finding, style: Style) -> Iterator[str]:
    word = WORDS[finding.verdict]
    yield f"#### {word.capitalize()}{beside(finding)}: {markdown(finding.requirement)} ({finding.level.value})"
    yield ""
    if finding.what:
        yield f"> {_prose(finding.what)}"
        yield ""
    yield f"{_MARKS[finding.verdict]} {_prose(finding.reason)}"
    yield ""
    yield from _details(page, finding, style)
    if finding.remedy:
        yield "What would satisfy it:"
        yield ""
        yield from fenced(finding.remedy)
        yield ""


def _details(page: PageReport, finding: Finding, style: Style) -> Iterator[str]:
    details = []
    if finding.excused:
        details.append(_prose(excuse(finding)))
    shown = finding.evidence if style.verbose else finding.evidence[:_MISSES]
    for passage in shown:
        place = markdown_code(place_of(page, passage))
        note = f": {_prose(passage.note)}" if passage.note else ""
        quote = markdown_code(middle(flat(passage.text), _QUOTE)) or "nothing"
        details.append(f"{place} {quote} ({worth(passage)}){note}")
    if len(shown) < len(finding.evidence):
        details.append(f"and {len(finding.evidence) - len(shown)} more passages")
    if finding.looked_in:
        details.append(f"Looked in: {_prose(', '.join(finding.looked_in))}")
    if finding.belongs_at:
        line = f", line {finding.belongs_at.line}" if finding.belongs_at.line else ""
        details.append(f"Belongs {_prose(finding.belongs_at.name)}{line}")
    for detail in details:
        yield f"- {detail}"
    if details:
        yield ""


def _others(page: PageReport) -> Iterator[str]:
    for verdict in (Verdict.PASSED, Verdict.INAPPLICABLE):
        names = [markdown(one.requirement) for one in page.findings if one.verdict is verdict]
        if names:
            yield f"{_MARKS[verdict]} {WORDS[verdict]}: {', '.join(names)}"
            yield ""


def _for_a_person(page: PageReport) -> Iterator[str]:
    questions = [question for chosen in page.rule_sets for question in chosen.for_a_person]
    if questions:
        yield "For a person to answer:"
        yield ""
        for question in questions:
            yield f"- [ ] {_prose(question)}"
        yield ""


def fenced(snippet: str) -> Iterator[str]:
    """A snippet as a block of code, which begins and ends with more backticks than are anywhere in it."""
    lines = [terminal(line) for line in lines_of(middle(snippet, _REMEDY))]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield from lines
    yield fence


def _linked(source: str) -> str:
    """The address of a publisher's conditions, which a rule file gives; a link only where it is a plain one."""
    return f"<{source}>" if web_address(source) else markdown_code(source)


def _prose(text: str) -> str:
    return markdown(middle(flat(text), _PROSE))
