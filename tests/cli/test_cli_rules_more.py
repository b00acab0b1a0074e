"""`licheck rules` beyond list and show: explain, test, lint, new, outdated, schema."""

import json

import pytest

from licheck.cli import main
from licheck.requirements import kinds

NEW = (
    "--name",
    "Harbour News Service",
    "--domain",
    "harbour.example",
    "--address",
    "https://harbour.example/r",
)


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A rule file just begun, in the folder that is open."""
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "new", "harbour.yaml", *NEW]) == 0
    return tmp_path / "harbour.yaml"


@pytest.mark.parametrize(
    ("options", "there", "absent"),
    [
        pytest.param(["--kind", "tracking_pixel"], "propublica ", "dcnf ", id="kind"),
        pytest.param(["--licence", "cc-by-nc-nd"], "propublica ", "dcnf ", id="licence"),
        pytest.param(["--publisher", "daily caller"], "dcnf ", "propublica ", id="publisher"),
        pytest.param(["--language", "es"], "knowable ", "dcnf ", id="language"),
    ],
)
def test_list_shows_those_that_are_asked_for(capfd, options, there, absent):
    assert main(["rules", "list", *options]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert any(line.startswith(there) for line in lines)
    assert not any(line.startswith(absent) for line in lines)


def test_list_says_where_no_rule_set_is_like_that(capfd):
    assert main(["rules", "list", "--publisher", "nobody at all"]) == 0
    assert "no rule set is like that" in capfd.readouterr().err


def test_a_kind_that_is_not_there_is_refused_with_what_was_meant(capfd):
    assert main(["rules", "list", "--kind", "lgo"]) == 2
    assert "did you mean `logo`?" in capfd.readouterr().err


@pytest.mark.parametrize("kind", kinds())
def test_explain_tells_of_every_kind_what_it_looks_for_and_its_options(capfd, kind):
    assert main(["rules", "explain", kind]) == 0
    out = capfd.readouterr().out
    assert out.startswith(f"{kind}\n\n")
    assert "Options of every kind:" in out


def test_explain_tells_of_a_rule_set_what_its_kinds_look_for(capfd):
    assert main(["rules", "explain", "dcnf"]) == 0
    assert "  logo: The publisher's logo is shown" in capfd.readouterr().out


def test_explain_tells_in_the_order_of_the_names_and_goes_on_behind_a_wrong_one(capfd):
    assert main(["rules", "explain", "logo", "no-such-name", "dcnf", "byline"]) == 2
    out, err = capfd.readouterr()
    assert (
        out.index("The publisher's logo")
        < out.index("Daily Caller News Foundation (dcnf)")
        < out.rindex("\nbyline\n")
    )
    assert "no-such-name: there is no kind and no rule set of this name" in err


def test_explain_says_which_kind_was_meant(capfd):
    assert main(["rules", "explain", "bylien"]) == 2
    assert "did you mean the kind byline?" in capfd.readouterr().err


def test_test_tells_how_many_came_out_as_they_must(capfd):
    assert main(["rules", "test", "dcnf", "propublica", "--verbose"]) == 0
    out = capfd.readouterr().out
    assert "2 rule sets" in out
    assert "examples as they say" in out
    assert "    tracking_pixel" in out


def test_test_ends_with_1_where_an_example_does_not_come_out_as_it_says(begun, capfd):
    begun.write_text(begun.read_text().replace("expect: {byline: failed}", "expect: {byline: passed}"))
    assert main(["rules", "test", "harbour.yaml"]) == 1
    assert "nobody-named, example: byline should be passed, and is failed" in capfd.readouterr().out


def test_test_tells_the_place_of_a_fault_in_an_example(begun, capfd):
    begun.write_text(begun.read_text().replace("change: {'By {author}'", "change: {'By Nobody'"))
    assert main(["rules", "test", "harbour.yaml"]) == 2
    assert "changes `By Nobody`, which is not there" in capfd.readouterr().err


def test_what_is_begun_is_sound_and_only_lacks_what_nobody_said(begun, capfd):
    assert main(["rules", "test", "harbour.yaml"]) == 0
    assert main(["rules", "lint", "harbour.yaml"]) == 1
    assert "no example in which this failed: credit_line" in capfd.readouterr().out
    assert begun.read_text().startswith("# yaml-language-server: $schema=rule-set.schema.json\n")


def test_a_file_that_is_there_is_not_overwritten(begun, capfd):
    before = begun.read_bytes()
    assert main(["rules", "new", "harbour.yaml", *NEW]) == 2
    assert begun.read_bytes() == before
    assert "is there already" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["harbour.yaml"], "say it with --name, --domain, --address"),
        (["harbour", *NEW], "call the file harbour.yaml"),
        (["Harbour!.yaml", *NEW], "can be no id of a rule set"),
        (["harbour.yaml", *NEW, "--asks", "bylien"], "did you mean `byline`?"),
        (["harbour.yaml", *NEW[:3], "https://harbour.example/", *NEW[4:]], "is no host name"),
        (["a.yaml", "b.yaml", *NEW], "name one file"),
        (["harbour.yaml", *NEW, "--seen", "all"], "invalid choice"),
    ],
)
def test_new_says_what_it_cannot_take(tmp_path, monkeypatch, capfd, arguments, told):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    assert main(["rules", "new", *arguments]) == 2
    assert told in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("said", "written"), [((), "part"), (("--seen", "full"), "full")])
def test_how_much_of_the_source_was_read_is_what_somebody_said_and_else_no_more_than_a_part(
    tmp_path, monkeypatch, said, written
):
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "new", "harbour.yaml", *NEW, *said]) == 0
    assert f"\n    seen: {written}\n" in (tmp_path / "harbour.yaml").read_text()


@pytest.mark.parametrize("name", ["O'Hara's: \"News\"", "{braces}", "- [dash]", "# hash", "Ünï Cödé 新聞"])
def test_any_name_becomes_a_rule_file_or_is_refused(tmp_path, monkeypatch, capfd, name):
    monkeypatch.chdir(tmp_path)
    code = main(["rules", "new", "x.yaml", "--name", name, *NEW[2:]])
    if "{" in name:
        assert code == 2
    else:
        assert code == 0
        assert main(["rules", "show", "x.yaml"]) == 0
        assert name in capfd.readouterr().out


def test_outdated_tells_whose_source_is_old(begun, capfd):
    begun.write_text(begun.read_text().replace("    read: 20", "    read: 2019-01-01 # 20", 1))
    assert main(["rules", "outdated", "harbour.yaml", "--days", "30"]) == 1
    assert "days: https://harbour.example/r" in capfd.readouterr().out
    assert main(["rules", "outdated", "dcnf", "--days", "99999"]) == 0


def test_the_schema_is_json(capfd):
    assert main(["rules", "schema"]) == 0
    assert json.loads(capfd.readouterr().out)["$id"] == "urn:licheck:rule-set:1"


def test_lint_has_nothing_against_the_shipped_rule_sets(capfd):
    assert main(["rules", "lint", "dcnf", "propublica", "knowable"]) == 0
    assert "3 rule files: nothing to better" in capfd.readouterr().err
