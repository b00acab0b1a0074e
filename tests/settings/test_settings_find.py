"""Which configuration governs a file, and which files there are."""

import os
from pathlib import Path

import pytest

from licheck import readers
from licheck.edge.settings_find import PAGES, Homes, may_name, pages_below, shown


def test_the_suffixes_of_pages_are_those_of_the_readers():
    assert {*PAGES} == {suffix for format in readers.formats() for suffix in format.suffixes}


def put(path, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_each_thing_is_looked_for_by_itself_up_to_the_root_of_the_repository(tmp_path):
    put(tmp_path / "licheck.yaml")
    site = tmp_path / "site"
    put(site / ".git" / "HEAD")
    put(site / "licheck-baseline.json")
    put(site / "a" / "licheck.yaml")
    homes = Homes()
    deep = homes.of(str(site / "a" / "b" / "c" / "page.md"))
    assert deep.config == str(site / "a" / "licheck.yaml")
    assert deep.baseline == str(site / "licheck-baseline.json")
    assert (deep.repository, deep.root) == (str(site), str(site / "a"))
    assert homes.of(str(site / "page.md")).config == ""
    assert homes.of(str(tmp_path / "page.md")).config == str(tmp_path / "licheck.yaml")


TOML = [
    pytest.param("[tool.licheck]\nx = 1\n", True, id="a table"),
    pytest.param('[ tool . "licheck" ]\n', True, id="written otherwise"),
    pytest.param("[[tool.licheck.waivers]]\n", True, id="a table below it"),
    pytest.param("[tool.other]\nname = 'licheck'\n", False, id="somebody else's"),
    pytest.param("", False, id="empty"),
]


@pytest.mark.parametrize(("text", "counts"), TOML)
def test_a_pyproject_toml_counts_where_it_has_our_table(tmp_path, text, counts):
    put(tmp_path / ".git")
    path = put(tmp_path / "pyproject.toml", text)
    assert Homes().of(str(tmp_path / "page.md")).config == (str(path) if counts else "")


DEPTH = 1_200  # folders, more than Python calls functions within functions


@pytest.fixture
def deep(tmp_path, monkeypatch):
    """A folder far below, in which the test stands."""
    put(tmp_path / "licheck.yaml")
    monkeypatch.chdir(tmp_path)
    for _ in range(DEPTH):
        Path("d").mkdir()
        os.chdir("d")
    yield tmp_path
    for _ in range(DEPTH):
        os.chdir("..")
        Path("d").rmdir()


def test_no_folder_is_too_deep(deep):
    assert Homes().of("page.md").config == str(deep / "licheck.yaml")
    assert [*pages_below(str(deep))] == []


def test_pages_are_found_in_a_fixed_order_without_hidden_and_foreign_folders(tmp_path):
    for name in (
        "b.md",
        "a.html",
        "x/c.MD",
        "x/y/d.txt",
        "x.png",
        ".hidden/e.md",
        "node_modules/f.md",
        ".g.md",
    ):
        put(tmp_path / name)
    found = [os.path.relpath(path, tmp_path) for path in pages_below(str(tmp_path))]
    assert found == ["a.html", "b.md", "x/c.MD", "x/y/d.txt"]


def test_a_key_of_front_matter_is_looked_for_in_the_head_of_a_file_only(tmp_path):
    head = put(tmp_path / "a.md", "---\nextra:\n  syndicated_from: x\n---\n")
    tail = put(tmp_path / "b.md", "x" * 70_000 + "syndicated_from")
    keys = ("extra.syndicated_from",)
    assert (may_name(str(head), keys), may_name(str(tail), keys)) == (True, False)


def test_a_path_is_shown_as_it_is_shorter(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown(str(tmp_path / "a" / "b.md")) == str(Path("a", "b.md"))
    assert shown("/x") == "/x"
