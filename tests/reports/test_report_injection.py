"""Nothing from a page becomes a command, a formula, markup, a link or a mention, in no format, whatever it holds."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from any_report import reports, slowly, styles
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from licheck.model.report import Report
from licheck.reports import Style, formats, render
from licheck.reports.escape import web_address
from licheck.reports.html import STYLE

ACTS_OR_IS_UNSEEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    r"\U000e0000-\U000e007f]"
)
COMMAND = re.compile(r"(?m)^\s*::|##\w*\[")
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")

# As the runner reads a line: github.com/actions/runner, src/Runner.Common/ActionCommand.cs.
ANNOTATION = re.compile(r"::(error|warning|notice) ((?:(?:file|line|col|title)=[^,:\r\n]*,?)+)::([^\r\n]*)")


def terminal(text: str, report: Report) -> None:
    assert not COMMAND.search(text)


def log_of_json(text: str, report: Report) -> None:
    json.loads(text)
    assert not COMMAND.search(text)


def github(text: str, report: Report) -> None:
    *lines, counts, end = text.split("\n")
    assert end == ""
    assert re.fullmatch(r"\d+ pages?: .*; \d+ errors?", counts)
    for line in lines:
        found = ANNOTATION.fullmatch(line)
        assert found, line
        decoded = found[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        assert not COMMAND.search(decoded)
        assert not ACTS_OR_IS_UNSEEN.search(decoded)
        assert "##[" not in line


def junit(text: str, report: Report) -> None:
    root = ET.fromstring(text.encode())
    known = {"testsuites", "testsuite", "testcase", "failure", "skipped", "error"}
    assert {element.tag for element in root.iter()} <= known
    assert not COMMAND.search(text)


def spreadsheet(text: str, report: Report) -> None:
    assert text.startswith("\ufeff")
    for delimiter in (",", ";"):
        for row in csv.reader(StringIO(text[1:], newline=""), delimiter=delimiter):
            for (
                cell
            ) in row:  # cut at semicolons, a line end of ours can come first, which no formula begins with
                assert not FORMULA.match(cell if delimiter == "," else cell.strip()), cell
    rows = [*csv.DictReader(StringIO(text[1:], newline=""), restkey="more", strict=True)]
    assert len(rows) == sum(len(page.findings) or 1 for page in report.pages) + len(report.errors)
    assert all("more" not in row and None not in row.values() for row in rows)
    assert not COMMAND.search(text)


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


OURS = set(
    "html head meta title style body a header main footer h1 h2 h3 h4 p section ul li b span table".split()
)
OURS |= set("caption thead tbody tr th td div dl dt dd small q pre code details summary br del ins".split())
ATTRIBUTES = set("lang charset http-equiv name content class id href rel role dir scope".split())
ATTRIBUTES |= {"aria-labelledby", "aria-hidden"}


def page(text: str, report: Report) -> None:
    elements = Elements(text)
    assert not elements.comments
    sources = {chosen.source for page in report.pages for chosen in page.rule_sets}
    sources |= {finding.source for page in report.pages for finding in page.findings}
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in elements.found:
        assert tag in OURS
        assert set(attributes) <= ATTRIBUTES
        if tag == "a":
            href = attributes["href"] or ""
            assert href[1:] in ids if href.startswith("#") else (href in sources and web_address(href))
    assert [tag for tag, _ in elements.found].count("style") == 1
    assert STYLE in text
    assert text.count("<script") == 0


def comment(text: str, report: Report) -> None:
    sources = {chosen.source for page in report.pages for chosen in page.rule_sets}
    for token in tokens(MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)):
        assert token.type not in ("html_inline", "html_block", "image", "em_open", "s_open", "code_block"), (
            token
        )
        if token.type == "link_open":
            assert token.attrs["href"] in sources
            assert token.markup == "autolink"
        if token.type == "text" and token.markup != "autolink":
            assert not re.search(r"[@#]\w|[!$&~]\d|://|www\.|\b[0-9a-f]{7,40}\b|:\w+:", token.content), token
    assert not COMMAND.search(text)
    assert not re.search(r"(?m)^/\w", re.sub(r"(?ms)^(`{3,})text\n.*?^\1$", "", text))


def tokens(all_of: list[Token]) -> Iterator[Token]:
    linked = False
    for token in all_of:
        linked = (linked or token.type == "link_open") and token.type != "link_close"
        if token.type == "text" and linked:
            token.markup = "autolink"
        yield token
        yield from tokens(token.children or [])


CHECKS: dict[str, Callable[[str, Report], None]] = {
    "terminal": terminal,
    "json": log_of_json,
    "sarif": log_of_json,
    "gitlab": log_of_json,
    "github": github,
    "junit": junit,
    "csv": spreadsheet,
    "html": page,
    "markdown": comment,
}


def test_every_format_is_attacked() -> None:
    assert set(CHECKS) == set(formats())


def check(name: str, report: Report, style: Style) -> None:
    text = render(name, report, style)
    text.encode("utf-8")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", text) if name == "terminal" and style.colour else text
    if name == "csv":
        shown = shown[1:].replace("\r\n", "\n")
    found = ACTS_OR_IS_UNSEEN.search(shown)
    assert not found, found
    CHECKS[name](text, report)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_the_shared_report_does_no_harm(name: str, shared: Report) -> None:
    for style in (Style(), Style(verbose=True)):
        check(name, shared, style)


@settings(slowly, max_examples=60)
@given(reports, styles)
def test_a_report_of_anything_does_no_harm(report: Report, style: Style) -> None:
    for name in CHECKS:
        check(name, report, style)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_report_of_nothing_says_so(name: str) -> None:
    check(name, Report(()), Style())
    due = Report((), nothing_due="No file changed since main.")
    check(name, due, Style())
    if name not in ("csv", "gitlab", "sarif", "junit", "github"):
        assert "No file changed since main" in render(name, due, Style())
