"""The JSON Schema of rule files: what it allows is what the loader takes."""

import json
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from licheck.requirements import kinds
from licheck.rulesets.schema import FILE, ID, schema
from licheck.rulesets.shipped import folder, shipped

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))
import make_schema

CHECKER = jsonschema.Draft7Validator(schema(kinds()))


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days are texts, and only true and false are truth values."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in found if not tag.endswith((":timestamp", ":bool"))]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), "tf")


def told(text):
    return [error.message for error in CHECKER.iter_errors(yaml.load(text, Loader))]


def test_it_is_a_sound_schema_with_a_name_that_stays():
    jsonschema.Draft7Validator.check_schema(schema(kinds()))
    assert schema(kinds())["$id"] == ID == "urn:licheck:rule-set:1"


def test_the_file_beside_the_rule_files_is_this_one():
    assert (Path(folder()) / FILE).read_text() == make_schema.text(), "run docs/make_schema.py"


@pytest.mark.parametrize("path", [pytest.param(path, id=Path(path).stem) for path in shipped()])
def test_every_shipped_rule_file_is_valid(path):
    assert told(Path(path).read_text()) == []


GOOD = Path(shipped()[0]).read_text()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("requirements:\n", "requirement:\n", id="unknown key"),
        pytest.param("  - byline:", "  - bylien:", id="unknown kind"),
        pytest.param("level: should", "level: shall", id="unknown word"),
        pytest.param("read: 2026-11-22", "read: 22.11.2026", id="no day"),
        pytest.param("seen: full", "seen: all", id="unknown measure"),
        pytest.param("medium: online", "medium: [online]", id="a list for a word"),
        pytest.param("    - propublica.org", "    - propublica.org/local", id="a host with a path"),
        pytest.param("{publisher}", "{editor}", id="undefined variable"),
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(old, new):
    text = next(text for text in map(Path.read_text, map(Path, shipped())) if old in text)
    assert told(text) == []
    assert told(text.replace(old, new, 1)) != []


def test_it_tells_an_editor_what_every_kind_and_key_is_for():
    found = schema(kinds())
    items = found["definitions"]["requirement"]["properties"]
    assert sorted(items) == sorted(kinds())
    assert all(item["description"] for item in items.values())
    assert all("description" in key for key in found["properties"].values())
    json.dumps(found)
