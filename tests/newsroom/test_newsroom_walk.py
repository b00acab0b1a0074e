"""A newsroom with 200 stories, from the first `licheck init` to the mended pages. `python tests/newsroom/walk.py` times it."""

import json
import re

import pytest
from alder_post import BREAKS, STORIES
from walk import walk

pytest.importorskip("pre_commit", reason="pre-commit is not installed (it is in the group dev)")
pytestmark = pytest.mark.slow

LESS = 10  # times less work that a second run must be


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return walk(tmp_path_factory.mktemp("newsroom"))


CODES = {
    "init": 0,
    "originals": 0,
    "check, nothing in the cache": 2,  # a waiver has run out
    "check, unchanged": 2,
    "pipeline": 2,
    "pipeline again, from the cache": 2,
    "pipeline, the waiver granted anew": 1,
    "hook, a sound story changed": 0,
    "hook, its credit taken out": 1,
    "baseline": 0,
    "pipeline, with the baseline": 0,
    "--since, nothing changed": 0,
    "--since, a new failure": 1,
    "pipeline, a new failure": 1,
    "fix": 0,  # what fails is known
    "fix --write": 0,
    "fix --write again": 0,
    "baseline prune": 0,
    "pipeline, all that can be is mended": 0,
}


def test_each_thing_ends_with_its_exit_code(day):
    assert {name: step.code for name, step in day.steps.items()} == CODES


def test_nothing_ends_with_a_traceback(day):
    assert [name for name, step in day.steps.items() if "Traceback" in step.said] == []


def failing(step):
    """The pages that lack something they must have, with what they lack."""
    return {
        page["path"]: {found["requirement"] for found in page["findings"] if is_failure(found)}
        for page in step.report["pages"]
        if any(map(is_failure, page["findings"]))
    }


def is_failure(found):
    return found["verdict"] == "failed" and found["level"] == "must"


def test_there_are_200_stories_40_republications_and_12_that_are_broken(day):
    newsroom = day.newsroom
    assert len([*(newsroom.folder / "content").rglob("*.md")]) == STORIES == 200
    assert (len(newsroom.republished), len(newsroom.broken), len(newsroom.waived())) == (40, 12, 3)
    assert len({one.rule_set for one in BREAKS}) >= 7


def test_exactly_what_is_broken_fails_each_for_its_reason(day):
    """No own story is judged, no sound republication accused, no breach missed."""
    step = day.steps["pipeline"]
    assert {page["path"] for page in step.report["pages"]} == set(day.newsroom.republished)
    found = failing(step)
    assert set(found) == set(day.newsroom.broken)
    for path, one in day.newsroom.broken.items():
        assert one.requirement in found[path]


def test_the_waiver_that_ran_out_is_told_with_its_line_and_excuses_nothing(day):
    step = day.steps["pipeline"]
    (error,) = step.report["errors"]
    line = (day.place / "licheck.yaml").read_text("utf-8").splitlines().index(
        "  - requirement: credit_line"
    ) + 1
    assert f"licheck.yaml:{line}" in f"{error['path']} {error['message']}"
    assert "ran out on 2026-10-31" in error["message"]


def test_what_is_waived_stays_failed_and_fails_no_run(day):
    for name, waived in (("pipeline", 3), ("pipeline, the waiver granted anew", 4)):
        pages = day.steps[name].report["pages"]
        excused = [page["path"] for page in pages if page["verdict"] == "failed" and not page["fails"]]
        assert len(excused) == waived, name
        assert set(day.newsroom.waived()) <= set(excused)


def test_the_second_run_says_the_same_for_a_fraction_of_the_work(day):
    """Measured in the time of processors, which tests beside this one change less than the time on the clock."""
    first, second = day.steps["pipeline"], day.steps["pipeline again, from the cache"]
    assert second.report == first.report
    first, second = day.steps["check, nothing in the cache"], day.steps["check, unchanged"]
    assert first.work / second.work >= LESS


def test_the_hook_looks_at_what_is_committed_only(day):
    """One page is told of, a sound one before; those that were broken all along are not."""
    said = set(re.findall(r"content/posts/[\w-]+\.md", day.steps["hook, its credit taken out"].said))
    assert len(said) == 1
    assert said <= set(day.newsroom.republished) - set(day.newsroom.broken)


def test_with_a_baseline_what_was_known_is_shown_and_what_is_new_fails(day):
    known = day.steps["pipeline, with the baseline"].report
    assert not any(page["fails"] for page in known["pages"])
    assert sum(page["verdict"] == "failed" for page in known["pages"]) == 12
    new = [page["path"] for page in day.steps["pipeline, a new failure"].report["pages"] if page["fails"]]
    assert len(new) == 1 and new[0] not in day.newsroom.broken


def test_since_a_revision_only_what_changed_is_judged(day):
    assert day.steps["--since, nothing changed"].report["pages"] == []
    (page,) = day.steps["--since, a new failure"].report["pages"]
    assert page["fails"] and page["path"] not in day.newsroom.broken


def test_what_can_be_mended_is_and_a_second_time_changes_nothing(day):
    """Only lines of broken pages, none that is waived, and no word of a story."""
    first, second = day.diffs
    assert first == second
    changed = set(re.findall(r"^\+\+\+ b/(.+)$", first, re.M))
    assert changed <= set(day.newsroom.broken) - set(day.newsroom.waived())
    assert len(changed) >= 5
    taken = [line for line in first.splitlines() if re.match(r"-(?!--)", line)]
    assert all(re.match(r"-(By |This story was|<img src=.*/count\.gif)", line) for line in taken)
    left = failing(day.steps["pipeline, all that can be is mended"])
    assert set(left) == set(day.newsroom.broken) - changed


def test_the_baseline_forgets_what_was_mended(day):
    kept = json.loads((day.place / "licheck-baseline.json").read_text("utf-8"))["failures"]
    left = failing(day.steps["pipeline, all that can be is mended"])
    excused = {*day.newsroom.waived(), *(path for path, one in day.newsroom.broken.items() if one.waiver)}
    assert {known["page"] for known in kept} == set(left) - excused
