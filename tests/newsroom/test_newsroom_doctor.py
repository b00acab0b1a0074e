"""`licheck doctor`: what is installed, where things are, what is amiss, what would help."""

import json
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest
from commandline import PASSING, RULES, run

import licheck
from licheck.edge import doctor_packages, doctor_run
from licheck.rulesets.shipped import shipped


@pytest.fixture
def doctor(tmp_path):
    env = {"LICHECK_CACHE": str(tmp_path / "cache"), "LICHECK_ORIGINALS": ""}
    return partial(run, "doctor", "--format", "json", cwd=tmp_path, env=env)


def rows(ended):
    return {row["name"]: row for row in json.loads(ended.out)}


def test_it_tells_versions_rule_sets_and_places(tmp_path, doctor):
    ended = doctor()
    told = rows(ended)
    assert ended.code == 0
    assert told["licheck"]["value"].startswith(licheck.__version__)
    assert told["turbohtml"]["value"] == version("turbohtml")
    assert told["rule sets"]["value"].startswith(f"{len(shipped())} come with licheck")
    assert str(tmp_path / "cache") in told["cache"]["value"]
    assert told["configuration"]["advice"] == "`licheck init` begins one"


def test_it_changes_nothing(tmp_path, doctor):
    doctor()
    assert [*tmp_path.iterdir()] == []


def test_the_size_of_the_cache_and_the_originals_are_counted(tmp_path, doctor):
    (tmp_path / "licheck.yaml").write_text("republications: ['*.html']\nrules: [harbour.yaml]\n")
    (tmp_path / "harbour.yaml").write_text(RULES)
    (tmp_path / "page.html").write_text(PASSING)
    env = {"LICHECK_CACHE": str(tmp_path / "cache")}
    assert run("originals", "add", "page.html", cwd=tmp_path, env=env).code == 0
    assert run("check", cwd=tmp_path, env=env).code == 0
    told = rows(doctor())
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in kept) / 1e6
    files = "1 file" if len(kept) == 1 else f"{len(kept)} files"
    assert told["cache"]["value"] == f"{tmp_path / 'cache'}, {files}, {size:.1f} MB"
    assert told["originals"]["value"] == f"{Path('.licheck', 'originals')}, 1 kept"
    assert told["configuration"]["value"] == "licheck.yaml"
    assert (told["configuration"]["amiss"], told["configuration"]["advice"]) == ("", "")


def test_a_configuration_with_faults_is_amiss(tmp_path, doctor):
    (tmp_path / "licheck.yaml").write_text("fail_no: must\n")
    ended = doctor()
    assert (ended.code, "`fail_no` is no key" in rows(ended)["configuration"]["amiss"]) == (1, True)
    in_words = run("doctor", cwd=tmp_path)
    assert (in_words.code, "Amiss:\n- configuration: " in in_words.text) == (1, True)


def test_a_store_that_is_none_is_amiss(tmp_path, doctor):
    folder = tmp_path / ".licheck" / "originals"
    folder.mkdir(parents=True)
    (folder / "originals.sqlite").write_text("no database\n" * 100)
    ended = doctor()
    assert (ended.code, bool(rows(ended)["originals"]["amiss"])) == (1, True)
    assert "Traceback" not in ended.err


def test_no_cache_is_told_with_what_it_costs(tmp_path, doctor):
    for cache in ("", str(file_at(tmp_path / "file") / "below")):
        advice = rows(doctor(env={"LICHECK_CACHE": cache}))["cache"]["advice"]
        assert "LICHECK_CACHE" in advice


def file_at(path: Path) -> Path:
    path.write_text("x")
    return path


ASKED = [
    "regex>=2024.11.6",
    "nobody-has-this<2,>=1",
    "nor-this>=3; extra == 'logos'",
    'regex; extra == "audit"',
]


def test_packages_that_are_missing_are_told_and_those_of_extras_are_no_fault(monkeypatch):
    monkeypatch.setattr(doctor_packages, "requires", lambda _: ASKED)
    found = [*doctor_packages.packages()]
    assert [package.version for package in found] == [version("regex"), "", "", version("regex")]
    told = {each.name: each for each in map(doctor_run._package_told, found[:2])}
    assert told["nobody-has-this"].amiss == "licheck needs nobody-has-this<2,>=1: install it"
    assert told["regex"].amiss == ""
    logos, audit = doctor_run._extras(found)
    assert (logos.name, logos.amiss, "It needs nor-this>=3" in logos.advice) == ("extra logos", "", True)
    assert audit.advice == ""


def test_every_extra_has_its_words():
    extras = {package.extra for package in doctor_packages.packages()} - {""}
    assert extras <= set(doctor_run.EXTRAS)


def test_it_takes_no_names(tmp_path):
    ended = run("doctor", "page.html", cwd=tmp_path)
    assert (ended.code, "takes no names" in ended.err) == (2, True)
