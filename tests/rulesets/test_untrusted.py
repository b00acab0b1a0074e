"""A rule file from a stranger ends in a RuleSet or in a RuleSetError, soon, whatever stands in it."""

import sys
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rule_kinds import GOOD, KINDS

from licheck.errors import RuleSetError
from licheck.model.ruleset import RuleSet
from licheck.rulesets import events, trial
from licheck.rulesets.load import decode, load


def outcome(text: str) -> RuleSet | list[str]:
    """What loading ends in: the rule set, or its faults."""
    try:
        return load("x.yaml", text, KINDS)
    except RuleSetError as error:
        assert error.faults
        assert all(fault.line >= 1 and fault.column >= 1 and fault.message for fault in error.faults)
        return [str(fault) for fault in error.faults]


ITEM = "  - everything: {patterns: [%s]}\n"

HOSTILE = {
    "brackets": "[" * 100_000,
    "1 MB of brackets": "[" * 1_000_000,
    "braces": "{" * 100_000,
    "brackets and braces": "[{" * 50_000,
    "brackets, one to a line": "[\n" * 100_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "indentation": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "keys in braces": "{a: " * 100_000,
    "a long list": "[" + "a," * 400_000 + "]",
    "a list of nothing": GOOD + "assumes:\n" + "-\n" * 300_000,
    "unknown keys": GOOD + "".join(f"key{number}: x\n" for number in range(9_000)),
    "the same key": GOOD + "licence: x\n" * 80_000,
    "aliases": GOOD + "assumes: [&a [x,x], " + "*a," * 200_000 + "]",
    "doubling aliases": "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 5_000)),
    "tags": "- !!x a\n" * 100_000,
    "documents": "---\n" * 200_000,
    "one long word": "a" * 1_000_000,
    "one long key": "a" * 900_000 + ": b",
    "one long escape": 'a: "' + "\\n" * 400_000 + '"',
    "control characters": "\x01" * 1_000_000,
    "marks in the middle": "\ufeff" * 300_000,
    "spaces": " " * 1_000_000,
    "line ends": "\n" * 1_000_000,
    "carriage returns": "\r" * 1_000_000,
    "a long comment": "#" * 1_000_000,
    "a long block": "a: |\n" + " \n" * 400_000,
    "many requirements": GOOD + "  - byline:\n" * 80_000,
    "many kinds that are none": GOOD + "  - b:\n" * 100_000,
    "many templates": GOOD + "credits:\n" + "- '{a}'\n" * 100_000,
    "one long template": GOOD + "credits: ['" + "{publisher}" * 80_000 + "']\n",
    "one long pattern": GOOD + ITEM % ("(" * 900_000),
    "many patterns": GOOD + ITEM % ", ".join(["'(a+)+$'"] * 50_000),
    "costly patterns": GOOD + ITEM % ", ".join([r"'([a-z]+)*\d*[a-z]*[a-z]*[a-z]*$'"] * 20),
    "many examples": GOOD + "examples:\n" + "  - {id: a, says: b, page: c, expect: {x: passed}}\n" * 18_000,
    "many verdicts": GOOD
    + "examples:\n  - {id: a, says: b, page: c, expect: {"
    + "".join(f"x{number}: y, " for number in range(9_000))
    + "}}\n",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_a_hostile_file_ends_in_faults_within_five_seconds(text):
    begun = time.process_time()
    assert isinstance(outcome(text), list)
    assert time.process_time() - begun < 5


def test_patterns_at_every_limit_are_read_within_five_seconds():
    pattern = "'" + "(?:ab|c)" * 48 + "(?:abcdef){10000}" + "'"
    begun = time.process_time()
    assert isinstance(outcome(GOOD + ITEM % ", ".join([pattern] * 20)), RuleSet)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("name", ["brackets", "dashes", "question marks", "indentation", "keys in braces"])
def test_forty_levels_are_the_end_in_both_parsers(name, monkeypatch):
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert "more than 40 levels" in outcome(HOSTILE[name])[-1]


def test_a_thousand_faults_are_listed_and_the_cut_is_told():
    told = outcome(HOSTILE["unknown keys"])
    assert len(told) == 1_001
    assert told[-1].endswith("more faults follow; these are the first 1,000")


def test_the_number_of_keys_and_values_is_bounded():
    (told,) = outcome(HOSTILE["a long list"])
    assert told.endswith("the file holds more than 20,000 keys and values")


def test_brackets_in_a_quoted_text_are_no_levels():
    assert isinstance(outcome(GOOD + "licence: '" + "[{" * 1_000 + "'\n"), RuleSet)


def test_deep_nesting_does_not_use_the_stack():
    limit = sys.getrecursionlimit()
    assert isinstance(outcome(GOOD + "assumes: " + "[" * 39 + "]" * 39), list)
    assert sys.getrecursionlimit() == limit


def test_no_pattern_is_tried_for_longer_than_its_budget():
    begun = time.process_time()
    told = outcome(GOOD + ITEM % ", ".join(["'(a+)+$'"] * 20))
    assert len(told) == 20
    assert time.process_time() - begun < 20 * trial.SECONDS + 1


# Pieces that make YAML of some kind much more often than any text would.
PIECES = st.sampled_from(
    [
        *"\n\n\n  -:,[]{}'\"#&*!|>%?@`~=<\\\t",
        *(
            "\n  - ",
            ": ",
            "\n    ",
            "- ",
            "---\n",
            "...\n",
            "<<: ",
            "!!str ",
            "&a ",
            "*a",
            "|\n",
            ">-\n",
            "\ufeff",
        ),
        *(
            "id",
            "publisher",
            "name",
            "sources",
            "read",
            "requirements",
            "byline",
            "everything",
            "examples",
            "expect",
        ),
        *(
            "true",
            "NO",
            "12:30",
            "1.10",
            "2026-11-22",
            "{publisher}",
            "(a+)+$",
            "\u2028",
            "\x00",
            "\ud800",
            "é",
            "🗞",
        ),
        *(
            "level",
            "must",
            "whole",
            "pattern",
            "patterns",
            "wording",
            "page",
            "says",
            "passed",
            "full",
            "seen",
            "\\u",
        ),
    ]
)
LIKE_YAML = st.lists(PIECES, max_size=60).map("".join)
LINES = st.sampled_from(GOOD.splitlines(keepends=True))


@given(
    st.one_of(
        st.text(), LIKE_YAML, LIKE_YAML.map(GOOD.__add__), st.lists(st.one_of(LINES, PIECES)).map("".join)
    )
)
@example('a: "\\UFFFFFFFF"')
@example('a: "\\ud800"')
@example("%YAML 999999999999999999999999.1\n---\na: b")
@example("!<%FF%FE> a")
@settings(deadline=None)
def test_any_text_loads_or_ends_in_faults_soon(text):
    begun = time.process_time()
    outcome(text)
    assert time.process_time() - begun < 3


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_decoded_or_end_in_a_fault(data):
    try:
        assert isinstance(decode("x.yaml", data), str)
    except RuleSetError as error:
        assert len(error.faults) == 1


@given(st.one_of(LIKE_YAML, LIKE_YAML.map(GOOD.__add__)))
@example("%YAML " + "9" * 5_000 + ".1\n---\na: b")
@settings(deadline=None)
def test_without_libyaml_the_same_files_load(text):
    first = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        second = outcome(text)
        assert isinstance(events._parser(""), events.PythonParser)
    assert isinstance(first, RuleSet) == isinstance(second, RuleSet)
    if isinstance(first, RuleSet):
        assert first == second


@given(st.text(min_size=1, max_size=30), st.integers(0, 8))
def test_whatever_is_put_into_a_line_faults_lie_within_the_file(text, line):
    lines = GOOD.splitlines()
    lines[line] += text
    changed = "\n".join(lines)
    told = outcome(changed)
    if isinstance(told, list):
        seen = changed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for fault in told:
            at, column = (int(number) for number in fault.split(":")[1:3])
            assert at <= len(seen)
            assert column <= len(seen[at - 1]) + 1
