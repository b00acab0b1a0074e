"""The report for programs: the same bytes for the same report, and exactly what its schema says."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from licheck.model.report import Report
from licheck.reports import Style, render

SCHEMA = json.loads((files("licheck.reports") / "report-v1.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)


@pytest.fixture
def document(shared: Report) -> Any:
    return json.loads(render("json", shared, Style()))


def test_the_document_is_the_one_kept(shared: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.json", render("json", shared, Style()))


def test_style_changes_no_byte(shared: Report) -> None:
    assert render("json", shared, Style()) == render("json", shared, Style(20, True, True, False))


def test_the_shape_is_the_promised_one(document: Any) -> None:
    assert list(document) == ["version", "tool", "pages", "errors", "summary"]
    assert document["version"] == 1
    assert document["tool"] == {"name": "licheck", "version": "0.0.0"}
    page = document["pages"][0]
    assert {"path", "format", "rule_sets", "original", "findings"} <= set(page)
    assert (page["path"], page["original"]) == ("site/tide-gauge.html", "originals/tide-gauge.html")
    assert page["rule_sets"][0]["id"] == "harbour"
    assert page["rule_sets"][0]["chosen_by"] == "its licence notice, line 58"
    finding = page["findings"][1]
    assert (finding["requirement"], finding["kind"]) == ("byline", "byline")
    assert (finding["level"], finding["verdict"]) == ("must", "failed")
    assert finding["evidence"][0]["text"] == '"author": "Marta Quill"'
    assert (finding["evidence"][0]["line"], finding["evidence"][0]["column"]) == (12, 9)
    assert (finding["evidence"][0]["standing"], finding["evidence"][0]["counts"]) == ("metadata", False)
    assert finding["what"].startswith("The reporter is named,")
    assert finding["belongs_at"] == {"name": "below the headline", "line": 31}
    assert finding["remedy"].startswith('<p class="byline">\n')
    assert document["errors"][0]["path"] == "site/broken.html"


def test_what_is_not_there_is_null(document: Any) -> None:
    assert document["pages"][1]["original"] is None
    assert document["pages"][0]["findings"][0]["belongs_at"] is None


def test_the_counts_add_up(document: Any) -> None:
    summary = document["summary"]
    verdicts = ("passed", "failed", "cant_tell", "inapplicable")
    for verdict in verdicts:
        pages = [page for page in document["pages"] if page["verdict"].replace("-", "_") == verdict]
        assert summary[verdict] == len(pages), verdict
    assert sum(summary[verdict] for verdict in verdicts) == summary["pages"] == len(document["pages"])
    assert sum(summary["findings"].values()) == sum(len(page["findings"]) for page in document["pages"])
    assert summary["errors"] == len(document["errors"])
    assert summary["exit_code"] == 3


def test_text_comes_back_as_it_was(document: Any, shared: Report) -> None:
    hostile = document["pages"][6]
    assert hostile["path"] == shared.pages[6].path
    assert hostile["findings"][0]["remedy"] == shared.pages[6].findings[0].remedy
    assert hostile["findings"][0]["evidence"][0]["text"] == shared.pages[6].findings[0].evidence[0].text
    assert hostile["people_from"] == "\ufffd"
    assert document["pages"][7]["people"] == ["李 海明"]


def test_other_scripts_are_written_as_they_are(shared: Report) -> None:
    assert '"path": "站点/报道.html"' in render("json", shared, Style())


def test_the_schema_is_a_schema_with_a_description_of_everything() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:licheck:report:1"
    for where, part in [("report", SCHEMA), *SCHEMA["$defs"].items()]:
        assert part["description"].endswith("."), where
        for name, value in part.get("properties", {}).items():
            assert "description" in value or "$ref" in value, f"{where}.{name}"
        assert part.get("required", []) == list(part.get("properties", {})), where


@pytest.mark.parametrize("which", ["shared", "empty"])
def test_reports_satisfy_the_schema(which: str, shared: Report) -> None:
    report = shared if which == "shared" else Report(())
    VALID.validate(json.loads(render("json", report, Style())))


def test_the_schema_describes_every_key_that_is_written(document: Any) -> None:
    closed = copy.deepcopy(SCHEMA)
    for part in [closed, *closed["$defs"].values(), closed["$defs"]["summary"]["properties"]["findings"]]:
        if "properties" in part:
            part["additionalProperties"] = False
    Draft202012Validator(closed).validate(document)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every key and index of a document, as the path that leads to it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inner:
        yield (*path, key)
        yield from places(child, (*path, key))


def holder(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        document = document[key]
    return document


@pytest.fixture
def small(shared: Report) -> Any:
    """A document with one of everything that the schema knows."""
    page = replace(shared.pages[0], findings=shared.pages[0].findings[1:2])
    return json.loads(render("json", Report((page, shared.pages[3]), shared.errors[:1]), Style()))


def test_a_document_that_lacks_any_key_is_refused(small: Any) -> None:
    for path in [path for path in places(small) if isinstance(path[-1], str)]:
        mutated = copy.deepcopy(small)
        del holder(mutated, path)[path[-1]]
        assert not VALID.is_valid(mutated), path


@pytest.mark.parametrize("wrong", [-1.5, {"a": 1}, [[1]]], ids=["number", "object", "list"])
def test_a_document_with_any_value_of_a_wrong_type_is_refused(wrong: Any, small: Any) -> None:
    for path in places(small):
        mutated = copy.deepcopy(small)
        holder(mutated, path)[path[-1]] = wrong
        assert not VALID.is_valid(mutated), path


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        pytest.param(("version",), 2, id="another version"),
        pytest.param(("tool", "name"), "other", id="another tool"),
        pytest.param(("pages", 0, "verdict"), "cant_tell", id="an unknown verdict"),
        pytest.param(("pages", 0, "original"), "", id="an empty original"),
        pytest.param(("pages", 0, "findings", 0, "level"), "ought", id="an unknown level"),
        pytest.param(("pages", 0, "findings", 0, "evidence", 0, "line"), -1, id="a negative line"),
        pytest.param(
            ("pages", 0, "findings", 0, "evidence", 0, "counts"), "yes", id="a word for a truth value"
        ),
        pytest.param(("summary", "exit_code"), 4, id="an unknown exit code"),
        pytest.param(("errors", 0, "exit_code"), 1, id="an error that is a finding"),
    ],
)
def test_a_document_with_a_wrong_value_is_refused(path: tuple[Any, ...], wrong: Any, document: Any) -> None:
    holder(document, path)[path[-1]] = wrong
    assert not VALID.is_valid(document)
