"""Whatever stands in any field of a report, what is printed is safe where it lands."""

import json
import re

from any_report import reports, slowly, styles
from hypothesis import example, given

from licheck.model.report import PageReport, Report
from licheck.reports import Style, render
from licheck.reports.escape import json_safe

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
