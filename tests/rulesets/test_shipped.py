"""The rule files that come with licheck: found, valid, and each requirement shown by examples."""

import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

import licheck
from licheck.edge.rule_files import stories, with_examples
from licheck.errors import UsageError
from licheck.model.finding import Verdict
from licheck.model.ruleset import Example, RuleSet
from licheck.organisations import named
from licheck.rulesets import shipped as place
from licheck.rulesets.examples import Written, write_out
from licheck.rulesets.schema import MODELINE
from licheck.rulesets.shipped import folder, shipped

FILES = [pytest.param(Path(path), id=Path(path).stem) for path in shipped()]


def read(path: Path) -> RuleSet:
    return with_examples(str(path))


def pages(path: Path) -> list[tuple[Example, Written]]:
    """The examples of a rule set, each as it is written out."""
    rule_set = read(path)
    return [(one, write_out(rule_set, one, stories(str(path)))) for one in rule_set.examples]


def test_three_publishers_are_there():
    assert {Path(path).stem for path in shipped()} >= {"dcnf", "propublica", "the-conversation"}


def test_the_order_is_that_of_the_names():
    assert list(shipped()) == sorted(shipped())


def test_an_installed_package_has_its_rules_inside(tmp_path, monkeypatch):
    (tmp_path / "licheck" / "_rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    for name in ("b.yaml", "a.yml", "readme.md"):
        (tmp_path / "licheck" / "_rules" / name).touch()
    monkeypatch.setattr(licheck, "__file__", str(tmp_path / "licheck" / "__init__.py"))
    assert folder() == str(tmp_path / "licheck" / "_rules")
    assert [Path(path).name for path in shipped()] == ["a.yml", "b.yaml"]


def test_without_rule_files_there_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(licheck, "__file__", str(tmp_path / "licheck" / "__init__.py"))
    with pytest.raises(UsageError, match="install licheck again"):
        shipped()


def test_naming_the_files_imports_nothing_heavy():
    code = (
        f"import sys; import {place.__name__} as place; place.shipped();"
        "heavy = {'yaml', 'regex', 'importlib.resources', 'pathlib', 'dataclasses'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=Path(folder()).parent, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("path", FILES)
def test_a_shipped_file_loads_and_is_called_as_its_file(path):
    assert read(path).id == path.stem


@pytest.mark.parametrize("path", FILES)
def test_a_shipped_file_begins_by_telling_an_editor_what_is_asked(path):
    comment = [line for line in path.read_text().split("\n\n")[0].splitlines() if line.startswith("# ")]
    assert read(path).publisher.name in comment[0]
    assert 3 <= len(comment) - 1 <= 5


@pytest.mark.parametrize("path", FILES)
def test_a_shipped_file_names_its_schema_before_anything_else_for_editors(path):
    before = path.read_text().partition("\nid:")[0].splitlines()
    (line,) = [line for line in before if line.startswith(MODELINE.partition("=")[0])]
    assert line == MODELINE
    assert (path.parent / line.partition("=")[2]).is_file()


@pytest.mark.parametrize("path", FILES)
def test_every_requirement_says_what_is_asked(path):
    assert [requirement.id for requirement in read(path).requirements if not requirement.what] == []


@pytest.mark.parametrize("path", FILES)
def test_every_requirement_has_a_passed_and_a_failed_example(path):
    rule_set = read(path)
    shown = {(name, verdict) for one in rule_set.examples for name, verdict in one.expect.items()}
    wanted = {(one.id, word.value) for one in rule_set.judged for word in (Verdict.PASSED, Verdict.FAILED)}
    assert wanted <= shown


@pytest.mark.parametrize("path", FILES)
def test_a_page_that_only_mentions_the_publisher_is_among_the_examples(path):
    inapplicable = [written for one, written in pages(path) if not one.expect]
    names = read(path).publisher.names
    assert any(named(unescape(" ".join(written.page.split())), names) for written in inapplicable)


@pytest.mark.parametrize("path", FILES)
def test_each_requirement_has_an_example_that_fails_for_hardly_anything_else(path):
    """For one reason only, or for those that cannot be had without it: another headline is an edit, too."""
    for requirement in read(path).judged:
        failing = [one.expect for one in read(path).examples if one.expect.get(requirement.id) == "failed"]
        assert min(Counter(expect.values())["failed"] for expect in failing) <= 3, requirement.id


@pytest.mark.parametrize("path", FILES)
def test_examples_are_whole_stories(path):
    for one, written in pages(path):
        cut = written.page.split("\n\n") if written.format == "text" else written.page.split("</p>")
        long = [text for text in cut if len(text.split()) >= 25 or len(text) >= 80]
        assert len(long) >= 3, one.id
        if written.format == "html":
            assert "<title>" in written.page, one.id
            assert "<h1>" in written.page, one.id
