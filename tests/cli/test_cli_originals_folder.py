"""A plain folder of originals where a store could be named: it is found in, and kept current, as a store is."""

from functools import partial
from pathlib import Path

import pytest
from commandline import run
from invented_stories import page
from newsdesk import BYLINE_RULES, DAY, copy, put

from licheck.edge.originals_folder import files_below
from licheck.edge.settings_find import PAGES
from licheck.readers import formats


@pytest.fixture
def desk(tmp_path):
    """Three originals in a folder, one more below it, a republication of story 2, and a configuration that names the folder."""
    folder = tmp_path / "site"
    for number in range(3):
        put(folder / "originals" / f"{number}.html", page(number))
    put(folder / "originals" / "older" / "3.html", page(3))
    put(folder / "originals" / "notes.pages", "nothing to read")
    put(folder / "rules" / "harbour.yaml", BYLINE_RULES)
    put(folder / "licheck.yaml", "originals: originals\nrules: [rules/harbour.yaml]\n")
    put(folder / "page.html", copy(2))
    return folder


@pytest.fixture
def licheck(desk, tmp_path):
    env = {"LICHECK_CACHE": str(tmp_path / "kept"), **DAY}
    return partial(run, "check", "--format", "json", "page.html", cwd=desk, env=env)


def original(ended):
    (checked,) = ended.report["pages"]
    return checked["original"] or None


def stores(tmp_path):
    return [*(tmp_path / "kept" / "originals").glob("*/*/originals.sqlite")]


def test_the_original_of_a_page_is_found_in_the_folder_and_below_it(licheck, desk):
    assert original(licheck()) == "originals/2.html"
    put(desk / "page.html", copy(3))
    assert original(licheck()) == "originals/older/3.html"


def test_an_option_can_name_a_folder_too(licheck):
    assert original(licheck("--no-config", "--originals", "originals", "--rules", "rules/harbour.yaml")) == (
        "originals/2.html"
    )


def test_what_is_found_is_what_a_store_finds(licheck, desk, tmp_path):
    ours = licheck().report
    env = {"LICHECK_CACHE": str(tmp_path / "kept"), **DAY}
    assert run("originals", "add", "originals", "--store", "store", cwd=desk, env=env).code == 0
    put(desk / "licheck.yaml", "originals: store\nrules: [rules/harbour.yaml]\n")
    assert licheck().report == ours


def test_a_folder_where_nothing_changed_is_not_read_again(licheck, tmp_path):
    first, (store,) = licheck(), stores(tmp_path)
    written = store.stat().st_mtime_ns
    second = licheck()
    assert (second.out, stores(tmp_path), store.stat().st_mtime_ns) == (first.out, [store], written)


def changed(desk):
    put(desk / "originals" / "2.html", page(2).replace("Wenna Tolliver", "Maren Holt"))


def gone(desk):
    (desk / "originals" / "2.html").unlink()


def new(desk):
    gone(desk)
    put(desk / "originals" / "again.html", page(2))


CHANGES = [
    pytest.param(changed, "originals/2.html", ["Maren Holt"], id="a changed one"),
    pytest.param(gone, None, [], id="one that is gone"),
    pytest.param(new, "originals/again.html", ["Wenna Tolliver"], id="a new one"),
]


@pytest.mark.parametrize(("change", "path", "people"), CHANGES)
def test_the_next_run_knows_of(licheck, desk, change, path, people):
    licheck()
    change(desk)
    ended = licheck()
    assert (original(ended), ended.report["pages"][0]["people"]) == (path, people)


def test_an_original_that_cannot_be_read_is_an_error_of_each_run_and_costs_no_other(licheck, desk):
    put(desk / "originals" / "broken.html", "\0\0\0 no page")
    for ended in (licheck(), licheck()):
        assert original(ended) == "originals/2.html"
        assert [error["path"] for error in ended.report["errors"]] == ["originals/broken.html"]
        assert ended.code == 3


def test_a_folder_without_originals_is_an_error(licheck, desk):
    put(desk / "licheck.yaml", "originals: rules/empty\n")
    (desk / "rules" / "empty").mkdir()
    ended = licheck()
    assert (ended.code, "holds no file in a format that licheck reads" in ended.err) == (3, True)


def test_where_nothing_may_be_kept_a_store_is_asked_for(licheck):
    ended = licheck(env={"LICHECK_CACHE": "", **DAY})
    assert ended.code == 2
    assert "use a store (`licheck originals add`)" in ended.err


def test_two_runs_at_once_make_one_store(licheck, tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        both = [*pool.map(lambda _: original(licheck()), range(2))]
    assert (both, len(stores(tmp_path))) == (["originals/2.html"] * 2, 1)


def test_a_folder_is_searched_for_all_formats_there_are(tmp_path):
    assert {suffix for format in formats() for suffix in format.suffixes} <= {*PAGES}
    for name in ("b.html", "a.md", ".hidden.html", ".git/c.html", "node_modules/d.html"):
        put(tmp_path / name, "x")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in files_below(str(tmp_path))]
    assert found == ["a.md", "b.html", "node_modules/d.html"]
