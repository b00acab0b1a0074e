"""`licheck baseline`: only new failures fail."""

import json

import pytest
from commandline import FAILING, PASSING, run
from newsdesk import newsroom, put


@pytest.fixture
def desk(tmp_path):
    return newsroom(tmp_path / "site")


def kept(desk):
    return [one["page"] for one in json.loads((desk / "licheck-baseline.json").read_text())["failures"]]


def test_what_is_known_fails_no_run_and_what_is_new_does(desk, licheck):
    assert licheck("baseline", "write").code == 0
    assert kept(desk) == ["stories/failing.html"]
    assert licheck("check").code == 0
    put(desk / "stories" / "new.html", FAILING)
    assert licheck("check").code == 1
    assert licheck("check", "stories/failing.html").code == 0


def test_a_known_failure_is_known_when_lines_move_and_from_any_folder(desk, licheck, tmp_path):
    licheck("baseline", "write")
    page = desk / "stories" / "failing.html"
    page.write_text(page.read_text().replace("<body>", "<body>\n\n<!-- moved -->\n\n"))
    assert licheck("check").code == 0
    assert run("check", "failing.html", cwd=desk / "stories").code == 0
    assert run("check", "site/stories", cwd=tmp_path).code == 0


def test_a_baseline_that_the_configuration_names_is_begun_by_write_and_missed_by_all_else(desk, licheck):
    config = desk / "licheck.yaml"
    put(config, config.read_text() + "baseline: known.json\n")
    for command in (("check",), ("baseline", "prune")):
        ended = licheck(*command)
        assert (ended.code, "known.json: there is no such baseline: write it with" in ended.err) == (2, True)
    assert licheck("baseline", "write").code == 0
    assert licheck("check").code == 0


def test_without_settings_known_failures_fail_again(desk, licheck):
    licheck("baseline", "write")
    assert licheck("check", "stories/failing.html", "--no-config", "--rules", "rules/harbour.yaml").code == 1


def test_pruning_takes_out_what_was_mended_and_nothing_else(desk, licheck):
    put(desk / "stories" / "gone.html", FAILING)
    put(desk / "stories" / "mended.html", FAILING)
    licheck("baseline", "write")
    assert len(kept(desk)) == 3
    (desk / "stories" / "gone.html").unlink()
    put(desk / "stories" / "mended.html", PASSING)
    put(desk / "stories" / "new.html", FAILING)
    ended = licheck("baseline", "prune")
    assert ended.text == "licheck-baseline.json: 1 known failure (0 new, 2 mended or gone)\n"
    assert kept(desk) == ["stories/failing.html"]
    assert licheck("check").code == 1


def test_writing_it_for_one_page_keeps_what_is_known_of_others(desk, licheck):
    licheck("baseline", "write")
    put(desk / "stories" / "new.html", FAILING)
    licheck("baseline", "write", "stories/new.html")
    assert kept(desk) == ["stories/failing.html", "stories/new.html"]


def test_it_is_the_same_file_for_the_same_failures(desk, licheck):
    licheck("baseline", "write")
    before = (desk / "licheck-baseline.json").read_bytes()
    licheck("baseline", "write", "stories/failing.html")
    assert (desk / "licheck-baseline.json").read_bytes() == before


def test_nothing_is_written_where_a_page_could_not_be_judged(desk, licheck):
    ended = licheck("baseline", "write", "stories/failing.html", "nowhere.html")
    assert (ended.code, (desk / "licheck-baseline.json").exists()) == (3, False)


def test_without_a_configuration_it_stands_beside_the_page(tmp_path):
    put(tmp_path / "a.html", FAILING)
    rules = put(tmp_path / "harbour.yaml", (newsroom(tmp_path / "x") / "rules" / "harbour.yaml").read_text())
    check = ("a.html", "--rules", rules.name)
    assert run("baseline", "write", *check, cwd=tmp_path).code == 0
    assert run("check", *check, cwd=tmp_path).code == 0


@pytest.mark.parametrize("text", ["", "{}", "[1"])
def test_a_damaged_baseline_ends_with_2_and_a_sentence(desk, licheck, text):
    put(desk / "licheck-baseline.json", text)
    ended = licheck("check", "stories/failing.html")
    assert ended.code == 2
    assert "licheck-baseline.json" in ended.err
    assert "baseline" in ended.err.replace("licheck-baseline.json", "")


@pytest.mark.parametrize("words", [(), ("wirte",), ("list",)])
def test_what_is_asked_must_be_write_or_prune(licheck, words):
    ended = licheck("baseline", *words)
    assert (ended.code, "`licheck baseline write` or `licheck baseline prune`" in ended.err) == (2, True)
