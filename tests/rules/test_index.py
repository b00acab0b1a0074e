"""The quick look at all rule sets leaves out none that applies, and the compiled rule sets are the written ones."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from shown import INDEX, RULE_SETS, STORIES, candidates, page_of

from licheck.check import check_page
from licheck.edge import rule_cache, rule_files
from licheck.edge.rulebook import ALL
from licheck.readers import read
from licheck.rulesets.nodes import packed, unpacked
from licheck.rulesets.shipped import shipped

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = sorted(path for path in CORPUS.glob("*/*") if path.suffix in (".html", ".md", ".txt"))


def chosen(page, original, rule_sets):
    return [one.id for one in check_page(page, rule_sets, original=original).rule_sets]


@pytest.mark.parametrize("rule_set", [pytest.param(one, id=one.id) for one in RULE_SETS])
def test_what_applies_to_an_example_is_among_the_candidates(rule_set):
    """The first example, that complies, and the last, that mostly only names the publisher: all would take minutes."""
    for example in (rule_set.examples[0], rule_set.examples[-1]):
        page, original = page_of(rule_set, example)
        few = candidates(page, original)
        assert chosen(page, original, few) == chosen(page, original, RULE_SETS)


def test_what_applies_to_a_page_of_the_corpus_is_among_the_candidates():
    for path in PAGES[::3]:
        page = read(str(path), path.read_bytes())
        assert chosen(page, None, candidates(page)) == chosen(page, None, RULE_SETS), path


def test_a_page_that_names_nobody_has_no_candidates():
    story = next(iter(STORIES.values()))
    page = read("page.txt", "\n\n".join(story.paragraphs).encode())
    assert INDEX.candidates(page) == []


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LICHECK_CACHE", str(tmp_path / "cache"))
    rule_cache.compiled.cache_clear()
    yield tmp_path / "cache"
    rule_cache.compiled.cache_clear()


def test_compiled_rule_sets_are_the_written_ones(folder):
    for _ in ("made", "read again"):
        known = rule_cache.compiled()
        for path in shipped():
            root = known.node(path)
            assert unpacked(json.loads(json.dumps(packed(root)))) == root
            assert rule_files._made(path, root, ()) == rule_files.rule_set(path)
        rule_cache.compiled.cache_clear()


def test_a_compiled_file_that_is_cut_off_is_made_again(folder):
    before = rule_cache.compiled()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    rule_cache.compiled.cache_clear()
    assert rule_cache.compiled().paths == before.paths
    assert file.read_bytes() == whole


@pytest.mark.parametrize("told", [b"", b"{}\n", b"[]\n", b"\xff\xfe\n", b'{"files": 3, "cards": []}\n'])
def test_a_compiled_file_that_is_something_else_is_made_again(folder, told):
    rule_cache.compiled()
    (file,) = folder.iterdir()
    file.write_bytes(told)
    rule_cache.compiled.cache_clear()
    assert rule_cache.compiled().paths
    assert file.read_bytes() != told


def test_where_nothing_can_be_kept_the_rule_sets_are_read_all_the_same(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("LICHECK_CACHE", str(tmp_path / "file" / "below"))
    rule_cache.compiled.cache_clear()
    assert rule_cache.compiled().paths
    monkeypatch.setenv("LICHECK_CACHE", "")
    rule_cache.compiled.cache_clear()
    assert rule_cache.compiled().paths
    rule_cache.compiled.cache_clear()


def test_a_page_meets_only_the_rule_sets_that_can_apply(folder):
    page = read("page.html", b"<p>This story was originally published by ProPublica.</p>")
    found = rule_files.rule_sets(ALL, page)
    assert [one.id for one in found] == ["propublica"]
    assert replace(found[0], examples=()) == replace(rule_files.rule_set(found[0].path), examples=())
