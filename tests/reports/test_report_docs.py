"""The examples in docs/report.md are what licheck prints."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from licheck.model.finding import Standing, Verdict
from licheck.model.report import Report
from licheck.reports import Style, formats, render
from licheck.reports._words import WORDS

DOCS = (Path(__file__).parents[2] / "docs" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "fence"), [("terminal", "text"), ("json", "json")])
def test_an_example_is_what_is_printed(name: str, fence: str, shared: Report) -> None:
    page = shared.pages[0]
    if name == "terminal":
        report = replace(shared, pages=(page, shared.pages[3]), errors=shared.errors[:1])
    else:
        byline = replace(page.findings[1], evidence=page.findings[1].evidence[:1])
        report = replace(shared, pages=(replace(page, findings=(byline,)),), errors=())
    printed = render(name, report, Style(width=100))
    shown = re.search(rf"```{fence}\n(.*?)```", DOCS, re.DOTALL)
    assert shown
    assert shown[1] == printed


def test_every_word_of_a_verdict_and_of_evidence_is_explained() -> None:
    for verdict in Verdict:
        assert f" {WORDS[verdict]} | `{verdict.value}` |" in DOCS
    for standing in Standing:
        assert f"| {standing.value} | `{standing.name.lower()}` |" in DOCS


def test_every_format_has_a_section_and_a_line_in_the_table_that_leads_to_it() -> None:
    sections = {title.lower().replace(" ", "-").replace(":", "").replace("`", "") for title in
                re.findall(r"(?m)^## (.*)$", DOCS)}  # fmt: skip
    for name in formats():
        line = re.search(rf"(?m)^\| \[`{name}`\]\(#([\w-]+)\) \|", DOCS)
        assert line, name
        assert line[1] in sections
        assert line[1].endswith(f"-{name}")
