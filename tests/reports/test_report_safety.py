"""Whatever stands in any field of a report, what is printed is safe where it lands."""

import json
import re
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report
from licheck.reports import Style, render
from licheck.reports.escape import json_safe

NASTY = (
    *("\x1b[31m", "\x1b]8;;x\x07", "\x9b2J", "\r\n", "\n", "\t", "\x00", "\x7f", "\x85", "\u2028", "\u2029"),
    *("::", ":", "::error::", "::stop-commands::x", "##[", "#", "[", "##vso[task.complete]", "##teamcity[x]"),
    *(
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\ufe0f\ufe0f",
        "\U000e0041",
    ),
    *(
        "\ud83d",
        "\udcff",
        "\u0301" * 40,
        "[bold]",
        "[/]",
        "[/bold]",
        ":smile:",
        "\\",
        '"',
        "李明",
        " ",
        "   ",
        "\xa0",
    ),
    *("https://harbour.example/a", "<script>", "x" * 90, "error: ", "8 pages: 8 passed"),
)
text = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=4), max_size=5
).map("".join)
texts = st.lists(text, max_size=2).map(tuple)
numbers = st.integers(0, 10**6)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


evidence = st.builds(
    Evidence, text, numbers, numbers, st.sampled_from(Standing), st.booleans(), note=text, path=text
)
finding = st.builds(
    Finding,
    requirement=text,
    kind=text,
    level=st.sampled_from(Level),
    verdict=st.sampled_from(Verdict),
    reason=text,
    evidence=some(evidence),
    looked_in=texts,
    belongs_at=st.none() | st.builds(Place, text, numbers),
    remedy=text,
    rule_set=text,
    what=text,
)
page = st.builds(
    PageReport,
    path=text,
    format=text,
    encoding=text,
    rule_sets=some(st.builds(Chosen, text, text, text, text, texts)),
    findings=some(finding),
    original=text,
    people=texts,
    people_from=text,
    reason=text,
    notes=texts,
)
error = st.builds(ErrorEntry, text, text, st.sampled_from([2, 3]))
reports = st.builds(Report, some(page), some(error), text)
styles = st.builds(Style, st.integers(1, 200), st.booleans(), st.booleans(), st.booleans())

SGR = re.compile(r"\x1b\[[0-9;]*m")
UNSAFE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    r"\U000e0000-\U000e007f]"
)
RUN = re.compile(r"[\u200c\u200d]{2}|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2}|\u0301{9}")
COMMAND = re.compile(r"(?m)^\s*::|##\w*\[")
COUNTS = re.compile(
    r"(\d+) pages?: (\d+) passed, (\d+) failed, (\d+) cannot tell, (\d+) inapplicable; (\d+) errors?"
)
slowly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slowly
@example(Report((PageReport(":", "", "", (), ()),)), Style(colour=True))  # the path, then our own colon
@given(reports, styles)
def test_the_terminal_report_does_nothing_to_terminal_or_log(report: Report, style: Style) -> None:
    printed = render("terminal", report, style)
    printed.encode("utf-8")
    shown = SGR.sub("", printed) if style.colour else printed
    for pattern in (UNSAFE, RUN, COMMAND):
        found = pattern.search(shown)
        assert not found, found
    assert not COMMAND.search(printed)
    assert style.unicode or shown.isascii()


@slowly
@given(reports, styles)
def test_the_last_lines_counts_add_up_and_cannot_be_forged(report: Report, style: Style) -> None:
    lines = SGR.sub("", render("terminal", report, style)).split("\n")
    assert lines[-1] == ""
    counts = COUNTS.fullmatch(lines[-2])
    assert counts
    pages, *verdicts, errors = map(int, counts.groups())
    assert (pages, sum(verdicts), errors) == (len(report.pages), len(report.pages), len(report.errors))


@slowly
@given(reports)
def test_the_json_report_reads_back_and_prints_safely(report: Report) -> None:
    printed = render("json", report, Style())
    assert printed.endswith("}\n")
    assert json.loads(printed.encode("utf-8")) == json.loads(printed)
    for pattern in (UNSAFE, COMMAND):
        found = pattern.search(printed)
        assert not found, found
    read = json.loads(printed)
    assert [page["path"] for page in read["pages"]] == [json_safe(page.path) for page in report.pages]
    assert [
        (found["reason"], found["remedy"], [evidence["text"] for evidence in found["evidence"]])
        for page in read["pages"]
        for found in page["findings"]
    ] == [
        (
            json_safe(found.reason),
            json_safe(found.remedy),
            [json_safe(evidence.text) for evidence in found.evidence],
        )
        for page in report.pages
        for found in page.findings
    ]
    assert [(error["path"], error["message"]) for error in read["errors"]] == [
        (json_safe(error.path), json_safe(error.message)) for error in report.errors
    ]
