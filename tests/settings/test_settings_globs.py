"""Which files a glob names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.settings.globs import inside, is_exact, matches

NAMED = [
    pytest.param("content/**", "content/a.md", True, id="all below a folder"),
    pytest.param("content/**", "content/a/b/c.md", True, id="at any depth"),
    pytest.param("content/**", "other/content/a.md", False, id="a glob with a slash begins at the folder"),
    pytest.param("content/*.md", "content/a.md", True, id="in the folder itself"),
    pytest.param("content/*.md", "content/a/b.md", False, id="a star stays within a name"),
    pytest.param("content/**/print/*.md", "content/print/a.md", True, id="two stars can be no folder"),
    pytest.param("content/**/print/*.md", "content/x/y/print/a.md", True, id="or several"),
    pytest.param("*.md", "content/a/b.md", True, id="no slash: at any depth"),
    pytest.param("content", "content/a.md", True, id="a folder is all that is in it"),
    pytest.param("content/", "content/a/b.md", True, id="also with a slash behind it"),
    pytest.param("/content/a.md", "content/a.md", True, id="a slash before it is no matter"),
    pytest.param("./content/a.md", "content/a.md", True, id="nor is a dot"),
    pytest.param("cont", "content/a.md", False, id="a part of a name is no name"),
    pytest.param("content/?.md", "content/a.md", True, id="a question mark is one character"),
    pytest.param("content/?.md", "content/ab.md", False, id="and no more"),
    pytest.param("a b/ü*.md", "a b/übung.md", True, id="spaces and other letters"),
    pytest.param("\u00fc.md", "u\u0308.md", True, id="the same letter in two encodings"),
    pytest.param("Content/**", "content/a.md", False, id="capitals count"),
    pytest.param("a[1].md", "a[1].md", True, id="brackets are brackets"),
    pytest.param("**", "a/b.md", True, id="everything"),
    pytest.param("", "a.md", False, id="an empty glob names nothing"),
    pytest.param("/", "a.md", False, id="nor does a lone slash"),
]


@pytest.mark.parametrize(("glob", "path", "named"), NAMED)
def test_a_glob_names_files_as_people_expect(glob, path, named):
    assert matches(glob, path) is named


@given(st.lists(st.text("ab.ü ", min_size=1, max_size=4), min_size=2, max_size=5))
def test_a_plain_path_names_itself(names):
    path = "/".join(name if name.strip(" .") else "x" for name in names)
    assert matches(path, path)
    assert matches("/".join("*" for _ in names), path)


@pytest.mark.parametrize(
    "glob",
    [
        pytest.param("*a" * 2_000 + "b", id="many stars in a name"),
        pytest.param("**/" * 2_000 + "b", id="many folders"),
        pytest.param("**/*a*/" * 700 + "b", id="both"),
    ],
)
def test_no_glob_takes_long(glob):
    started = time.perf_counter()
    assert not matches(glob, "a/" * 100 + "a" * 2_000)
    assert time.perf_counter() - started < 3


def test_a_path_is_seen_from_a_folder_only_if_it_lies_in_it():
    assert inside("/desk", "/desk/a/b.md") == "a/b.md"
    assert inside("/", "/a.md") == "a.md"
    assert inside("/desk", "/desktop/a.md") is None


@pytest.mark.parametrize(
    ("glob", "exact"), [("a/b.md", True), ("b.md", False), ("a/*.md", False), ("a/", False)]
)
def test_an_exact_glob_is_the_path_of_one_file(glob, exact):
    assert is_exact(glob) is exact
