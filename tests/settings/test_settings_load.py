"""What a configuration may hold, and what is said of one with faults."""

import re
from pathlib import Path

import pytest
from settings_desk import file

from licheck.errors import RuleSetError
from licheck.settings.load import load
from licheck.settings.values import Section, Whole

DOCS = Path(__file__).parents[2] / "docs" / "configuration.md"


def faults(text, path="licheck.yaml"):
    with pytest.raises(RuleSetError) as error:
        file(text, path)
    return [str(fault) for fault in error.value.faults]


def test_the_example_of_the_manual_is_a_configuration_and_uses_every_key():
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCS.read_text("utf-8"), re.S)
    found = file(example)
    used = {key for lines in (found.lines, *found.section_lines) for key in lines}
    assert used == {key for kind in (Whole, Section) for key in kind._fields}
    assert found.values.sections[0].medium == "print"
    assert found.values.waivers[0].until == "2027-01-31"
    assert found.values.republications.front_matter == ("syndicated_from",)
    assert found.values.report == ("terminal", "json:licheck-report.json")


TOML = """\
[project]
name = "site"

[tool.licheck]
fail_on = "should"
rules = [
\t"dcnf",
  "rules/own.yaml",
]
waivers_in_pages = false

[tool.licheck.republications]
files = ["content/**"]

[[tool.licheck.waivers]]
requirement = "logo"
reason = "Agreed."
by = "R. Lind"
until = 2027-01-31

[[tool.licheck.waivers]]
requirement = "byline"
reason = "Agreed."
by = "R. Lind"
until = "2027-02-28"
"""


def test_a_pyproject_toml_says_the_same_with_its_lines():
    found = file(TOML, "pyproject.toml")
    assert found.values.fail_on == "should"
    assert found.values.rules == ("dcnf", "rules/own.yaml")
    assert found.values.waivers_in_pages is False
    assert [(one.requirement, one.until, one.line) for one in found.values.waivers] == [
        ("logo", "2027-01-31", 16),
        ("byline", "2027-02-28", 22),
    ]
    assert found.lines == {
        "fail_on": 5,
        "rules": 6,
        "waivers_in_pages": 10,
        "republications": 12,
        "waivers": 15,
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[project]\nname = 'x'\n", id="no such table"),
        pytest.param("x = '''\n[tool.licheck]\n'''\n", id="the words stand in a text"),
    ],
)
def test_a_pyproject_toml_without_our_table_is_no_configuration(text):
    assert load("pyproject.toml", text.encode(), "/desk", lambda _key, text: text) is None


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_an_empty_configuration_says_nothing(text):
    assert file(text).lines == {}


def test_a_plain_list_of_republications_is_a_list_of_globs():
    assert file("republications: [a/**, b.md]\n").values.republications.files == ("a/**", "b.md")


WRONG = [
    pytest.param(
        "fail-on: should\n", ["licheck.yaml:1:1: `fail-on` is no key", "`fail_on`"], id="unknown key"
    ),
    pytest.param("fail_on: shuold\n", ["licheck.yaml:1:10:", "did you mean `should`?"], id="unknown word"),
    pytest.param(
        "medium: tv\nfail_on: x\n", ["licheck.yaml:1:9:", "licheck.yaml:2:10:"], id="all faults at once"
    ),
    pytest.param("rules: dcnf\n", ["`rules` must be a list"], id="a list is asked for"),
    pytest.param("rules: []\n", ["`rules` needs at least 1 item"], id="no rule set"),
    pytest.param("- a\n", ["a configuration is a group of keys"], id="no keys"),
    pytest.param(
        "waivers:\n  - requirement: logo\n", ["lacks the key `reason`", "lacks the key `until`"], id="waiver"
    ),
    pytest.param(
        "waivers:\n  - {requirement: a, reason: b, by: c, until: 31.1.2027}\n",
        ["licheck.yaml:2:47: `until` must be a day such as"],
        id="no day",
    ),
    pytest.param(
        "sections:\n  - medium: print\n", ["licheck.yaml:2:5:", "lacks the key `files`"], id="section"
    ),
    pytest.param(
        "sections:\n  - files: [a]\n    baseline: b\n", ["`baseline` is no key of `sections`"], id="not there"
    ),
    pytest.param("sections:\n  - files: []\n", ["`files` needs at least 1 item"], id="section for nothing"),
    pytest.param("republisher:\n  domains: [https://a.example]\n", ["must be a host name"], id="no host"),
    pytest.param("a: &x 1\n", ["anchors"], id="anchor"),
    pytest.param(
        "report: ['json:']\n", ["write a format, or a format and a file"], id="report without a file"
    ),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_what_is_wrong_is_told_with_its_place_and_what_is_allowed(text, says):
    told = "\n".join(faults(text))
    assert [part for part in says if part not in told] == []


WRONG_TOML = [
    pytest.param("[tool.licheck]\nfail_on = shuold\n", "pyproject.toml:2:11: not valid TOML", id="no TOML"),
    pytest.param(
        "[tool.licheck]\n\nfail_no = 'must'\n", "pyproject.toml:3:1: `fail_no` is no key", id="unknown key"
    ),
    pytest.param(
        "[tool.licheck]\nfail_on = 'musst'\n", "pyproject.toml:2:12: `musst` is no value", id="unknown word"
    ),
    pytest.param('[tool.licheck]\nrules = ["a\\u0007"]\n', "U+0007", id="invisible"),
]


@pytest.mark.parametrize(("text", "says"), WRONG_TOML)
def test_what_is_wrong_in_a_pyproject_toml_is_told_with_its_place(text, says):
    assert says in "\n".join(faults(text, "pyproject.toml"))


def test_line_ends_and_a_byte_order_mark_change_nothing():
    plain = file("fail_on: should\nrules:\n  - dcnf\n")
    windows = load(
        "licheck.yaml",
        b"\xef\xbb\xbffail_on: should\r\nrules:\r\n  - dcnf\r\n",
        "/desk",
        lambda _key, text: text,
    )
    assert windows == plain
    assert file(TOML.replace("\n", "\r\n"), "pyproject.toml") == file(TOML, "pyproject.toml")


def test_a_file_that_is_too_large_is_refused_unread():
    with pytest.raises(RuleSetError, match="at most"):
        load("licheck.yaml", b"#" * 1_000_001, "/desk", lambda _key, text: text)


def test_a_path_that_may_not_be_named_is_a_fault_at_its_place():
    def refuse(_key, _text):
        raise ValueError("this leads out")

    with pytest.raises(RuleSetError, match=r"licheck\.yaml:2:11: `original`: this leads out|2:11"):
        file("medium: print\noriginal: ../../x.html\n", resolve=refuse)
