"""Waivers on the command line: beside the verdict, listed, and of no use to strangers."""

import pytest
from newsdesk import COMMENT, DAY, WAIVER, newsroom, put

GRANTED = WAIVER.format(path="stories/failing.html", until="2026-12-04")


@pytest.fixture
def desk(tmp_path):
    return newsroom(tmp_path / "site")


def grant(desk, text=GRANTED):
    with (desk / "licheck.yaml").open("a") as file:
        file.write(text)


def test_a_waived_failure_is_shown_as_failed_and_fails_no_run(desk, licheck):
    grant(desk)
    ended = licheck("check", "--format", "json", env=DAY)
    page = next(page for page in ended.report["pages"] if page["path"] == "stories/failing.html")
    assert (page["verdict"], page["findings"][0]["verdict"], ended.code) == ("failed", "failed", 0)
    shown = licheck("check", "stories/failing.html", env=DAY).text
    assert "Agreed by mail." in shown
    assert "R. Lind" in shown


@pytest.mark.parametrize("name", ["stories/page.html", "stories/page.md"])
def test_a_comment_in_a_page_of_ours_is_a_waiver(desk, licheck, name):
    text = "# The gate\n\nThe gate was opened.\n" if name.endswith("md") else (desk / "own.html").read_text()
    put(desk / name, text + "\n" + COMMENT)
    assert licheck("check", name, env=DAY).code == 0


def test_a_page_from_elsewhere_cannot_excuse_itself(desk, licheck):
    put(desk / "own.html", (desk / "own.html").read_text() + COMMENT)
    ended = licheck(
        "check", "own.html", "--no-config", "--rules", "rules/harbour.yaml", "--format", "json", env=DAY
    )
    assert ended.code == 1
    assert [note for note in ended.report["pages"][0]["notes"] if "does not count: no configuration" in note]


def test_waivers_in_pages_can_be_switched_off(desk, licheck):
    grant(desk, "waivers_in_pages: false\n")
    put(desk / "stories/failing.html", (desk / "own.html").read_text() + COMMENT)
    ended = licheck("check", "stories/failing.html", "--format", "json", env=DAY)
    assert ended.code == 1
    assert [note for note in ended.report["pages"][0]["notes"] if "licheck.yaml:5 (waivers_in_pages)" in note]


NO_USE = [
    pytest.param(
        WAIVER.format(path="stories/failing.html", until="2026-11-21"), "licheck.yaml:6: .*ran out", id="over"
    ),
    pytest.param(
        WAIVER.format(path="stories/gone.html", until="2027-11-21"), "licheck.yaml:6: .*nothing", id="gone"
    ),
    pytest.param(
        WAIVER.format(path="stories/deep/passing.html", until="2027-11-21"),
        "licheck.yaml:6: .*is met there",
        id="met",
    ),
]


@pytest.mark.parametrize(("text", "says"), NO_USE)
def test_one_of_no_use_ends_with_2_and_its_line(desk, licheck, text, says):
    import re

    grant(desk, text)
    ended = licheck("check", env=DAY)
    assert ended.code == 2
    assert re.search(says, ended.err)


def test_one_file_alone_does_not_make_the_waivers_of_others_useless(desk, licheck):
    grant(desk, WAIVER.format(path='"stories/*.html"', until="2027-11-21"))
    assert licheck("check", "stories/deep/passing.html", env=DAY).code == 0


def test_where_the_configuration_has_faults_its_waivers_are_not_said_to_be_none(desk, licheck):
    put(desk / "licheck.yaml", "waivres: []\n")
    ended = licheck("waivers")
    assert (ended.code, ended.text) == (2, "")
    assert "did you mean `waivers`?" in ended.err


def test_waivers_are_listed_with_the_days_left_those_that_end_first_before_the_others(desk, licheck):
    grant(desk, GRANTED + GRANTED.removeprefix("waivers:\n").replace("2026-12-04", "2026-11-20"))
    put(desk / "stories/deep/passing.html", (desk / "own.html").read_text() + COMMENT)
    ended = licheck("waivers", env=DAY)
    assert ended.code == 0
    lines = [line for line in ended.text.splitlines() if "(until" in line]
    assert [line.partition(" (")[0] for line in lines] == [
        "RAN OUT 2 days ago",
        "12 days left",
        "70 days left",
    ]
    assert "3 waivers, 1 of them ran out" in ended.text
    listed = licheck("waivers", "stories/deep", "--format", "json", env=DAY).report
    assert [(one["days_left"], one["path"], one["line"]) for one in listed] == [
        (70, "stories/deep/passing.html", 16)
    ]


def test_without_a_configuration_there_are_none_to_list(licheck, desk):
    (desk / "licheck.yaml").unlink()
    ended = licheck("waivers")
    assert (ended.code, "there is no configuration" in ended.err) == (2, True)
