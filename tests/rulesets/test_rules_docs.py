"""What docs/rules.md shows is true: the files, the keys, the tutorial, the faults."""

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from licheck.edge.rule_files import stories
from licheck.errors import RuleSetError
from licheck.model.requirement import Requirement, Where
from licheck.model.ruleset import Example, Notice, Publisher, RuleSet, Source
from licheck.model.template import VARIABLES
from licheck.requirements import kinds
from licheck.requirements._cases import When
from licheck.rulesets.load import load
from licheck.rulesets.shipped import folder, shipped
from licheck.trials.run import try_out

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"
TEXT = DOCS.read_text()
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
WHOLE = re.findall(r"<!-- the whole of rules/([a-z-]+)\.yaml -->\n```yaml\n(.*?)```", TEXT, re.DOTALL)
OWN = next(block for block in BLOCKS if block.startswith("# Harbour News Service"))
FAULTY = next(block for block in BLOCKS if "bylien" in block)
PARTNERS = next(block for block in BLOCKS if block.startswith("id: harbour-partners"))


def test_three_rule_files_are_shown_as_they_are():
    assert len(WHOLE) == 3
    for name, shown in WHOLE:
        assert (Path(folder()) / f"{name}.yaml").read_text() == shown


def test_the_tutorial_ends_with_a_rule_file_that_has_no_trouble():
    rule_set = load("harbour.yaml", OWN, kinds())
    assert [one.id for one in rule_set.requirements] == ["byline", "credit_line", "link_back"]
    tried = try_out(rule_set, stories(shipped()[0]), date(2026, 11, 22))
    assert [trial for trial in tried.trials if trial.trouble] == []
    assert len(tried.of("break")) > 5


def test_the_pieces_that_are_shown_load():
    head = OWN.partition("requirements:")[0]
    pieces = [block for block in BLOCKS if block.startswith("requirements:")]
    assert len(pieces) == 2
    for piece in pieces:
        load("x.yaml", head + piece, kinds())
    (shown,) = (block for block in BLOCKS if block.startswith("wording:"))
    wording = "".join(f"      {line}\n" for line in shown.splitlines())
    load("x.yaml", head + "requirements:\n  - credit_line:\n" + wording, kinds())


def test_the_family_that_is_shown_loads():
    parent = replace(load("harbour.yaml", OWN, kinds()), examples=())
    found = load("harbour-partners.yaml", PARTNERS, kinds(), base=lambda name: parent)
    assert [one.id for one in found.requirements] == ["byline", "credit_line"]


def test_the_faulty_file_has_the_faults_that_are_shown():
    with pytest.raises(RuleSetError) as error:
        load("harbour.yaml", FAULTY, kinds())
    (told,) = re.findall(r"```text\n(.*?)\n```", TEXT, re.DOTALL)
    assert str(error.value) == told


@pytest.mark.parametrize("cls", [RuleSet, Publisher, Source, Notice, Example, Requirement])
def test_every_key_is_explained(cls):
    names = {field.name for field in fields(cls)} - ({"path"} if cls is RuleSet else set())
    assert [name for name in names if f"`{name}`" not in TEXT] == []


@pytest.mark.parametrize("words", [VARIABLES, [one.value for one in Where], [one.value for one in When]])
def test_every_word_that_can_be_said_is_there(words):
    assert [word for word in words if f"`{word}`" not in TEXT and f"`{{{word}}}`" not in TEXT] == []


def test_the_stories_that_are_named_are_there():
    assert [name for name in stories(shipped()[0]) if f"`{name}`" not in TEXT] == []
