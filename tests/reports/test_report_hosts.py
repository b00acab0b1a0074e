"""The formats of code hosts and CI systems: kept as they are, and read back as their readers do."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml, Skipped

from licheck.model.finding import Evidence, Finding, Level, Place, Verdict
from licheck.model.report import ErrorEntry, FailOn, PageReport, Report
from licheck.reports import Style, render

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("sarif", "report.sarif"),
        ("github", "github.txt"),
        ("gitlab", "gitlab.json"),
        ("junit", "junit.xml"),
        ("markdown", "report.md"),
        ("csv", "report.csv"),
        ("html", "report.html"),
    ],
)
def test_the_report_is_the_one_kept_whatever_the_style(
    name: str, file: str, shared: Report, golden: Callable[[str, str], None]
) -> None:
    golden(file, render(name, shared, Style()))
    assert render(name, shared, Style(20, colour=True, unicode=False)) == render(name, shared, Style())


@pytest.fixture
def run(shared: Report) -> Any:
    return json.loads(render("sarif", shared, Style()))["runs"][0]


def result(run: Any, rule: str) -> Any:
    return next(one for one in run["results"] if one["ruleId"] == rule)


@pytest.mark.parametrize("which", ["shared", "empty", "errors"])
def test_sarif_satisfies_the_official_schema(which: str, shared: Report) -> None:
    report = {"shared": shared, "empty": Report(()), "errors": Report((), shared.errors)}[which]
    document = json.loads(render("sarif", report, Style()))
    Draft4Validator.check_schema(SCHEMA)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(document)] == []


def test_sarif_explains_each_requirement_once(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    byline = next(rule for rule in rules if rule["id"] == "harbour/byline")
    assert byline["shortDescription"]["text"].startswith("The reporter is named")
    for part in ("Asked for by Harbour News Service", "It is a must", "republish#byline", "By Marta Quill"):
        assert part in byline["help"]["text"]
    assert byline["defaultConfiguration"]["level"] == "error"
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]


@pytest.mark.parametrize(
    ("level", "verdict", "expected"),
    [
        pytest.param(Level.MUST, Verdict.FAILED, "error", id="failed must"),
        pytest.param(Level.SHOULD, Verdict.FAILED, "warning", id="failed should"),
        pytest.param(Level.MAY, Verdict.FAILED, "note", id="failed may"),
        pytest.param(Level.MUST, Verdict.CANT_TELL, "note", id="doubt"),
        pytest.param(Level.MUST, Verdict.PASSED, None, id="passed"),
        pytest.param(Level.MUST, Verdict.INAPPLICABLE, None, id="inapplicable"),
    ],
)
def test_the_weight_of_a_finding(level: Level, verdict: Verdict, expected: str | None) -> None:
    finding = Finding("byline", "byline", level, verdict, "So it is.")
    report = Report((PageReport("a.html", "html", "utf-8", (), (finding,)),))
    results = json.loads(render("sarif", report, Style()))["runs"][0]["results"]
    assert [one["level"] for one in results] == ([expected] if expected else [])
    annotations = [line for line in render("github", report, Style()).split("\n") if line.startswith("::")]
    word = "notice" if expected == "note" else expected
    assert [line.split()[0] for line in annotations] == ([f"::{word}"] if word else [])
    severities = {"error": "major", "warning": "minor", "note": "info"}
    entries = json.loads(render("gitlab", report, Style()))
    assert [one["severity"] for one in entries] == ([severities[expected]] if expected else [])


def test_what_fails_a_run_by_its_settings_is_an_error_everywhere() -> None:
    finding = Finding("byline", "byline", Level.SHOULD, Verdict.CANT_TELL, "Nobody knows.")
    report = Report((PageReport("a.html", "html", "utf-8", (), (finding,), fail_on=FailOn.CANT_TELL),))
    assert json.loads(render("sarif", report, Style()))["runs"][0]["results"][0]["level"] == "error"
    assert render("github", report, Style()).startswith("::error file=a.html,")
    assert "<failure" in render("junit", report, Style())


def test_sarif_has_places_that_a_viewer_finds(run: Any) -> None:
    place = result(run, "harbour/byline")["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "site/tide-gauge.html", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 31},
    }
    related = result(run, "harbour/byline")["relatedLocations"][0]["physicalLocation"]
    assert related["region"] == {"startLine": 12, "startColumn": 9}
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert "site/weir%2C%20sluice%20%26%20100%25%3A%20a%20note.html" in uris
    assert "feeds/all.xml" in uris  # and not the number of the story in it


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("./a.html", {"uri": "a.html", "uriBaseId": "%SRCROOT%"}, id="relative"),
        pytest.param("/srv/a b.html", {"uri": "file:///srv/a%20b.html"}, id="absolute"),
        pytest.param("c:d.html", {"uri": "c%3Ad.html", "uriBaseId": "%SRCROOT%"}, id="a colon"),
        pytest.param("-", {"uri": "-", "uriBaseId": "%SRCROOT%"}, id="standard input"),
    ],
)
def test_a_path_in_sarif(path: str, expected: dict[str, str]) -> None:
    report = Report((PageReport(path, "html", "utf-8", (), ()),))
    run = json.loads(render("sarif", report, Style()))["runs"][0]
    assert run["artifacts"] == [{"location": expected}]


def test_sarif_suppresses_what_is_excused_and_only_that(run: Any) -> None:
    waived, known = result(run, "harbour/credit_line"), result(run, "harbour/no_edit")
    assert [one["kind"] for one in waived["suppressions"]] == ["external"]
    assert "Waived until 2027-01-31 by Ilse Brandvold" in waived["suppressions"][0]["justification"]
    assert known["suppressions"]
    assert known["baselineState"] == "unchanged"
    assert waived["baselineState"] == "new"
    assert result(run, "harbour/byline")["suppressions"] == []
    assert waived["level"] == known["level"] == "error"


def test_a_waiver_in_the_page_is_told_as_such() -> None:
    from conftest import CREDIT_WAIVED

    assert CREDIT_WAIVED.waiver
    inside = replace(CREDIT_WAIVED, waiver=replace(CREDIT_WAIVED.waiver, path="./a.md"))
    report = Report((PageReport("a.md", "markdown", "utf-8", (), (inside,)),))
    found = json.loads(render("sarif", report, Style()))["runs"][0]["results"][0]
    assert found["suppressions"][0]["kind"] == "inSource"


def test_sarif_tells_errors_as_troubles_of_the_tool(run: Any) -> None:
    invocation = run["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["error", "error"]
    assert "unknown key" in invocation["toolConfigurationNotifications"][0]["message"]["text"]


def test_a_failed_page_is_no_trouble_of_the_tool(shared: Report) -> None:
    run = json.loads(render("sarif", Report(shared.pages[:1]), Style()))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"]
    assert run["invocations"][0]["exitCode"] == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("see [this](https://x.example)", r"see \[this\](https://x.example)", id="a link"),
        pytest.param("[bold] {0} {a}", "[bold] {{0}} {a}", id="a placeholder"),
    ],
)
def test_a_message_in_sarif_is_plain_text(text: str, shown: str) -> None:
    finding = Finding("byline", "byline", Level.MUST, Verdict.FAILED, text)
    report = Report((PageReport("a.html", "html", "utf-8", (), (finding,)),))
    run = json.loads(render("sarif", report, Style()))["runs"][0]
    assert run["results"][0]["message"]["text"] == shown


def keys(report: Report) -> list[str]:
    run = json.loads(render("sarif", report, Style()))["runs"][0]
    return [one["partialFingerprints"]["licheck/v1"] for one in run["results"]]


def test_fingerprints_are_unique_and_stay_when_lines_move(shared: Report) -> None:
    found = keys(shared)
    assert len(set(found)) == len(found) > 5
    gitlab = [one["fingerprint"] for one in json.loads(render("gitlab", shared, Style()))]
    assert gitlab[: len(found)] == found
    assert len(set(gitlab)) == len(gitlab)
    page = shared.pages[0]
    moved = [
        replace(one, evidence=(Evidence("x", 99, 1),), belongs_at=Place("y", 98)) for one in page.findings
    ]
    assert keys(Report((replace(page, findings=tuple(moved)),))) == keys(Report((page,)))


def test_an_annotation_says_all_that_an_editor_needs(shared: Report) -> None:
    first = render("github", shared, Style()).split("\n")[0]
    assert first.startswith(
        "::error file=site/tide-gauge.html,line=31,title=failed%3A harbour/byline (must)::The reporter, Marta"
    )
    for part in ("%0AAsked for: ", "%0ABelongs below the headline, line 31", '%0A  <p class="byline">'):
        assert part in first


def test_signs_that_end_a_property_are_encoded(shared: Report) -> None:
    text = render("github", shared, Style())
    assert "file=site/weir%2C sluice & 100%25%3A a note.html," in text


def test_errors_are_annotations_too() -> None:
    report = Report((), (ErrorEntry("a,b.html", "Too large.\nSave it again."),))
    assert render("github", report, Style()).startswith(
        "::error file=a%2Cb.html,title=not checked::Too large.%0ASave it again.\n::error title=nothing was checked::"
    )


def test_gitlab_reads_each_entry(shared: Report) -> None:
    entries = json.loads(render("gitlab", shared, Style()))
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["location"]["path"]
    waived = next(one for one in entries if "(waived): harbour/credit_line" in one["description"])
    assert waived["severity"] == "info"
    assert "by letter" in waived["description"]


def test_junit_is_read_by_a_reader(shared: Report) -> None:
    xml = JUnitXml.fromstring(render("junit", shared, Style()).encode())
    suites = {suite.name: suite for suite in xml}
    assert xml.tests == sum(suite.tests for suite in suites.values())
    gauge = {case.name: case for case in suites["site/tide-gauge.html"]}
    assert gauge["harbour/credit_line"].result == []
    (failure,) = gauge["harbour/byline"].result
    assert isinstance(failure, Failure)
    assert failure.message == "The reporter, Marta Quill, is not named where a reader sees it."
    assert "By Marta Quill, Harbour News Service" in failure.text
    for name in ("harbour/logo-on-top", "harbour/tracking_pixel"):
        assert isinstance(gauge[name].result[0], Skipped)
    (error,) = next(iter(suites["site/broken.html"])).result
    assert isinstance(error, Error)


def test_junit_skips_what_is_excused_and_says_why(shared: Report) -> None:
    xml = JUnitXml.fromstring(render("junit", shared, Style()).encode())
    suite = next(suite for suite in xml if suite.name.startswith("site/weir"))
    assert (suite.failures, suite.skipped, suite.tests) == (0, 2, 3)
    messages = [case.result[0].message for case in suite if case.result]
    assert "Waived until 2027-01-31 by Ilse Brandvold, rights desk: Harbour" in messages[0]
    assert "baseline" in messages[1]


def test_junit_counts_what_there_is(shared: Report) -> None:
    text = render("junit", shared, Style())
    xml = JUnitXml.fromstring(text.encode())
    assert xml.failures == text.count("<failure ")
    assert xml.errors == text.count("<error ") == len(shared.errors)
    assert xml.skipped == text.count("<skipped ")


def test_nothing_checked_is_never_green() -> None:
    xml = JUnitXml.fromstring(render("junit", Report(()), Style()).encode())
    assert xml.errors == 1
    due = JUnitXml.fromstring(render("junit", Report((), nothing_due="No file changed."), Style()).encode())
    assert due.errors == 0


def test_a_comment_fits_into_what_a_code_host_takes(shared: Report) -> None:
    many = Report(tuple(replace(shared.pages[0], path=f"site/{number}.html") for number in range(900)))
    text = render("markdown", many, Style())
    assert 40_000 < len(text) < 65_536
    assert re.search(r"\*\d+ more pages: see another format", text)
    assert re.search(r"(?m)^\| \d+ more pages \|", text)


def test_a_comment_shows_what_is_to_be_done(shared: Report) -> None:
    text = render("markdown", shared, Style())
    assert text.startswith("## licheck: 2 of 11 pages lack what their publishers ask for\n")
    assert "| `site/tide-gauge.html` | Harbour News Service | ❌ failed | byline, logo-on-top |" in text
    assert "#### Failed (waived): credit\\_line (must)" in text
    assert "- Waived until 2027-01-31 by Ilse Brandvold, rights desk: Harbour News Service agreed" in text
    assert '```text\n<p class="byline">\n    By Marta Quill, Harbour News Service\n</p>\n```' in text
