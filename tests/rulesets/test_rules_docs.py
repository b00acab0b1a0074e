"""What docs/rules.md shows is true: the file, the keys, the kinds, the faults."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from licheck.errors import RuleSetError
from licheck.model.requirement import Requirement
from licheck.model.ruleset import Example, Notice, Publisher, RuleSet, Source
from licheck.model.template import VARIABLES
from licheck.requirements import kinds
from licheck.rulesets.fields import shape
from licheck.rulesets.load import load
from licheck.rulesets.shipped import folder

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"
TEXT = DOCS.read_text()
SHOWN, ONE_REQUIREMENT, WORDING, OWN, FAULTY = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_file_that_is_shown_is_the_shipped_one():
    shipped = (Path(folder()) / "dcnf.yaml").read_text()
    assert shipped.partition("\nexamples:\n")[0] == SHOWN


def test_the_file_to_begin_with_loads():
    rule_set = load("harbour.yaml", OWN, kinds())
    assert [one.id for one in rule_set.requirements] == ["byline", "credit_line", "link_back"]


def test_the_pieces_that_are_shown_load():
    head = OWN.partition("requirements:")[0]
    load("x.yaml", head + ONE_REQUIREMENT, kinds())
    wording = "".join(f"      {line}\n" for line in WORDING.splitlines())
    load("x.yaml", head + "requirements:\n  - credit_line:\n" + wording, kinds())


def test_the_faulty_file_has_the_faults_that_are_shown():
    with pytest.raises(RuleSetError) as error:
        load("harbour.yaml", FAULTY, kinds())
    (told,) = re.findall(r"```text\n(.*?)\n```", TEXT, re.DOTALL)
    assert str(error.value) == told


@pytest.mark.parametrize("cls", [RuleSet, Publisher, Source, Notice, Example, Requirement])
def test_every_key_is_explained(cls):
    names = {field.name for field in fields(cls)} - ({"path"} if cls is RuleSet else set())
    assert [name for name in names if f"`{name}`" not in TEXT] == []


def test_every_kind_is_explained_with_its_options():
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT, re.MULTILINE))
    shared = shape(Requirement)
    for name, kind in kinds().items():
        assert name in rows
        own = shape(kind).keys() - shared.keys()
        assert [option for option in own if not re.search(rf"`{option}\b", rows[name])] == [], name


def test_every_variable_is_named():
    assert [name for name in VARIABLES if f"`{{{name}}}`" not in TEXT] == []
