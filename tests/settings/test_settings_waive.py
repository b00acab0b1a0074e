"""Waivers beside findings."""

from dataclasses import replace
from datetime import date

import pytest

from licheck.model.finding import Finding, Level, Verdict
from licheck.model.report import PageReport, Report
from licheck.model.waiver import Waiver
from licheck.settings.effective import Grant
from licheck.settings.waive import waive

DAY = date(2026, 11, 22)
WAIVER = Waiver("logo", "Agreed.", "R. Lind", date(2026, 11, 22), path="licheck.yaml", line=7)


def finding(requirement, verdict=Verdict.FAILED, rule_set="harbour"):
    return Finding(requirement, requirement, Level.MUST, verdict, "Why.", rule_set=rule_set)


def page(*findings, path="a/b.md", story=""):
    return PageReport(path, "markdown", "utf-8", (), findings, story=story)


def ran(pages, *grants, whole=False, there=True, day=DAY):
    places = {one.path: f"/desk/{one.path}" for one in pages}
    found, errors = waive(pages, places, grants, day, whole=whole, exists=lambda _: there)
    return Report(found, errors)


def grant(waiver=WAIVER, glob="a/**", **more):
    return Grant(waiver, glob, folder="/desk", **more)


@pytest.mark.parametrize("verdict", [Verdict.FAILED, Verdict.CANT_TELL])
def test_a_waiver_stands_beside_the_verdict_and_the_run_does_not_fail(verdict):
    report = ran([page(finding("logo", verdict), finding("byline", Verdict.PASSED))], grant())
    assert [(one.verdict, one.waiver) for one in report.pages[0].findings] == [
        (verdict, WAIVER),
        (Verdict.PASSED, None),
    ]
    assert report.pages[0].verdict is verdict
    assert report.exit_code == 0


def test_it_excuses_this_requirement_only():
    report = ran([page(finding("logo"), finding("byline"))], grant())
    assert report.exit_code == 1


def test_it_counts_on_its_last_day_and_not_after_it():
    assert ran([page(finding("logo"))], grant()).errors == ()
    report = ran([page(finding("logo"))], grant(), day=date(2026, 11, 23))
    assert report.pages[0].findings[0].waiver is None
    (error,) = report.errors
    assert error.message.startswith("licheck.yaml:7: the waiver of `logo` ran out on 2026-11-22")
    assert report.exit_code == 2


@pytest.mark.parametrize(("rule_set", "waived"), [("", True), ("harbour", True), ("dcnf", False)])
def test_it_can_be_for_one_rule_set(rule_set, waived):
    report = ran([page(finding("logo"))], grant(replace(WAIVER, rule_set=rule_set)))
    assert bool(report.pages[0].findings[0].waiver) is waived


@pytest.mark.parametrize(
    ("story", "waived"),
    [
        pytest.param("https://harbour.example/gate", True, id="address"),
        pytest.param("https://harbour.example/other", False, id="another one"),
    ],
)
def test_it_can_be_for_a_story(story, waived):
    pages = [page(finding("logo"), story="https://harbour.example/gate")]
    assert bool(ran(pages, grant(glob="", story=story)).pages[0].findings[0].waiver) is waived


def test_one_in_a_page_is_for_that_page_only():
    pages = [page(finding("logo")), page(finding("logo"), path="a/c.md")]
    report = ran(pages, Grant(replace(WAIVER, path="a/b.md"), page="a/b.md"))
    assert [bool(one.findings[0].waiver) for one in report.pages] == [True, False]


MET = page(finding("logo", Verdict.PASSED))
USELESS = [
    pytest.param([MET], grant(glob="a/b.md"), {}, "is met there", id="met by now"),
    pytest.param([MET], grant(), {"whole": True}, "is met there", id="of a glob, when all were checked"),
    pytest.param([MET], grant(glob="x.md"), {"whole": True}, "no such page or story", id="no such page"),
    pytest.param([MET], grant(glob="a/x.md"), {"there": False}, "no such page", id="a page that is gone"),
    pytest.param(
        [MET], grant(glob="", story="Else"), {"whole": True}, "no such page or story", id="no such story"
    ),
    pytest.param(
        [MET], grant(replace(WAIVER, requirement="lgo"), "a/b.md"), {}, "did you mean `logo`?", id="misspelt"
    ),
    pytest.param([MET], Grant(WAIVER, page="a/b.md"), {}, "is met there", id="in the page itself"),
]


@pytest.mark.parametrize(("pages", "waiver", "how", "says"), USELESS)
def test_one_that_matches_nothing_fails_with_its_line(pages, waiver, how, says):
    report = ran(pages, waiver, **how)
    (error,) = report.errors
    assert error.message.startswith("licheck.yaml:7: the waiver of `l")
    assert says in error.message
    assert report.exit_code == 2


NOT_KNOWN = [
    pytest.param(grant(glob="a/*.md"), id="a glob: others may need it"),
    pytest.param(grant(glob="a/x.md"), id="a page that was not checked"),
    pytest.param(grant(glob="", story="Else"), id="a story whose page was not checked"),
    pytest.param(grant(glob=""), id="all pages"),
]


@pytest.mark.parametrize("waiver", NOT_KNOWN)
def test_where_not_all_pages_were_checked_nobody_is_told_that_it_matches_nothing(waiver):
    assert ran([MET], waiver).errors == ()
