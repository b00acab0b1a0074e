"""Fingerprints and the baseline."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.errors import RuleSetError
from licheck.model.finding import Evidence, Finding, Level, Place, Verdict
from licheck.model.report import FailOn, PageReport, Report
from licheck.settings.baseline import Known, failures, mark, pruned, read, written
from licheck.settings.fingerprint import fingerprinted

MISS = Evidence("The Harbour  Lane crew", 12, 3, counts=False, note="no credit")
FINDING = Finding(
    "logo",
    "logo",
    Level.MUST,
    Verdict.FAILED,
    "Why.",
    (MISS,),
    belongs_at=Place("top", 7),
    rule_set="harbour",
)
PAGE = PageReport("a/b.md", "markdown", "utf-8", (), (FINDING,))


def prints(page=PAGE, place="a/b.md"):
    return [one.fingerprint for one in fingerprinted(page, place).findings]


def changed(**what):
    return replace(PAGE, findings=(replace(FINDING, **what),))


SAME = [
    pytest.param(changed(evidence=(replace(MISS, line=99, column=1),)), id="its line"),
    pytest.param(changed(belongs_at=Place("top", 99)), id="the line where it belongs"),
    pytest.param(changed(reason="Other words.", remedy="x", what="y"), id="the wording of the report"),
    pytest.param(changed(evidence=(replace(MISS, text="The Harbour Lane\ncrew"),)), id="white space"),
    pytest.param(changed(evidence=(MISS, replace(MISS, counts=True, text="else"))), id="what speaks for it"),
    pytest.param(changed(verdict=Verdict.CANT_TELL), id="the verdict"),
    pytest.param(replace(PAGE, path="b.md"), id="from where it was named"),
]
OTHER = [
    pytest.param(changed(requirement="byline"), "a/b.md", id="requirement"),
    pytest.param(changed(rule_set="dcnf"), "a/b.md", id="rule set"),
    pytest.param(PAGE, "a/c.md", id="page, where the story is not known"),
    pytest.param(replace(PAGE, story="https://harbour.example/x"), "a/b.md", id="story"),
    pytest.param(changed(belongs_at=Place("bottom", 7)), "a/b.md", id="where it belongs"),
    pytest.param(changed(evidence=(replace(MISS, text="Else"),)), "a/b.md", id="the passage"),
]


@pytest.mark.parametrize("page", SAME)
def test_a_fingerprint_does_not_change_with(page):
    assert prints(page) == prints()


@pytest.mark.parametrize(("page", "place"), OTHER)
def test_a_fingerprint_is_another_one_for_another(page, place):
    assert prints(page, place) != prints()


def test_where_the_story_is_known_the_page_can_move():
    page = replace(PAGE, story="https://harbour.example/x")
    assert prints(page, "a/b.md") == prints(page, "elsewhere/c.md")


def test_the_same_letters_in_a_path_are_the_same_page():
    assert prints(PAGE, "\u00fc.md") == prints(PAGE, "u\u0308.md")


def known_of(page=PAGE):
    return [*failures([fingerprinted(page, "a/b.md")], {"a/b.md": "a/b.md"})]


def test_a_known_failure_is_still_failed_and_fails_no_run():
    marked = mark(fingerprinted(PAGE, "a/b.md"), {one.fingerprint for one in known_of()})
    assert [(one.verdict, one.known) for one in marked.findings] == [(Verdict.FAILED, True)]
    assert Report((marked,)).exit_code == 0
    assert Report((fingerprinted(PAGE, "a/b.md"),)).exit_code == 1


def test_what_passes_by_now_is_not_marked():
    met = changed(verdict=Verdict.PASSED)
    marked = mark(fingerprinted(met, "a/b.md"), {one.fingerprint for one in known_of()})
    assert not marked.findings[0].known


@pytest.mark.parametrize(
    ("finding", "fail_on", "count"),
    [
        (FINDING, FailOn.MUST, 1),
        (replace(FINDING, level=Level.SHOULD), FailOn.MUST, 0),
        (replace(FINDING, level=Level.SHOULD), FailOn.SHOULD, 1),
        (replace(FINDING, verdict=Verdict.CANT_TELL), FailOn.SHOULD, 0),
        (replace(FINDING, verdict=Verdict.CANT_TELL), FailOn.CANT_TELL, 1),
        (replace(FINDING, verdict=Verdict.PASSED), FailOn.CANT_TELL, 0),
        (replace(FINDING, level=Level.MAY), FailOn.CANT_TELL, 0),
    ],
)
def test_a_baseline_holds_what_fails_a_run(finding, fail_on, count):
    page = replace(PAGE, findings=(finding,), fail_on=fail_on)
    assert len(known_of(page)) == count
    assert Report((page,)).exit_code == count


@given(st.lists(st.builds(Known, *[st.text(max_size=20)] * 4), max_size=8))
def test_a_baseline_is_read_as_it_was_written_whatever_the_order(known):
    known = [Known(*(part.encode("utf-8", "replace").decode() for part in one)) for one in known]
    data = written(known)
    assert data == written(reversed(known))
    assert {*read("b.json", data)} == {*known}


def test_each_failure_is_a_line_so_that_a_diff_shows_it():
    data = written([Known("f", "a.md", "harbour", "logo"), Known("g", "b.md", "harbour", "logo")])
    assert data.count(b"\n") == json.loads(data)["failures"].__len__() + 6


NO_TEXT = b'{"version": 1, "failures": [{"fingerprint": 1, "page": "", "rule_set": "", "requirement": ""}]}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"version": 2, "failures": []}',
        b'{"version": 1, "failures": [1]}',
        b"[" * 100_000,
        b"\xff",
        NO_TEXT,
    ],
)
def test_what_is_no_baseline_is_refused_in_a_sentence(data):
    with pytest.raises(RuleSetError, match="is no baseline of licheck"):
        read("b.json", data)


OLD = Known("old", "a/b.md", "harbour", "byline")
PRUNED = [
    pytest.param([OLD], [], True, id="mended in a page that was checked"),
    pytest.param([OLD._replace(page="c.md")], [OLD._replace(page="c.md")], True, id="in a page that was not"),
    pytest.param([OLD._replace(page="c.md")], [], False, id="in a page that is gone"),
    pytest.param(known_of(), known_of(), True, id="still there"),
    pytest.param(
        [one._replace(page="old.md") for one in known_of()], 1, False, id="there, in a page that moved"
    ),
]


@pytest.mark.parametrize(("known", "left", "there"), PRUNED)
def test_pruning_takes_out_what_was_mended(known, left, there):
    kept = pruned(known, [fingerprinted(PAGE, "a/b.md")], {"a/b.md": "a/b.md"}, lambda _: there)
    assert kept == tuple(known if left == 1 else left)
