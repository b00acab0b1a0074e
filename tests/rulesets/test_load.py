"""A rule file becomes a RuleSet: every option by its own type, every scalar as it was written."""

from datetime import date

import pytest
from rule_kinds import GOOD, KINDS, Byline, Everything

from licheck.model.finding import Level
from licheck.model.pattern import Pattern
from licheck.model.requirement import Medium, Requirement, Where
from licheck.model.ruleset import Example, Notice, Publisher, Source
from licheck.model.template import Template
from licheck.rulesets.fields import shape
from licheck.rulesets.load import decode, load


def one(options: str) -> Requirement:
    """The one requirement of a rule set, its options written in one line."""
    return load("x.yaml", GOOD.replace("  - byline:\n", f"  - everything: {options}\n"), KINDS).requirements[
        0
    ]


def test_the_smallest_rule_file():
    rule_set = load("rules/example.yaml", GOOD, KINDS)
    assert rule_set.id == "example"
    assert rule_set.publisher == Publisher("The Example Foundation")
    assert rule_set.sources == (Source("https://example.org/republish", date(2026, 11, 22), "full"),)
    assert rule_set.requirements == (Byline(id="byline"),)
    assert rule_set.path == "rules/example.yaml"


FULL = """\
id: example
publisher:
  name: The Example Foundation
  aliases: [TEF, 'Example: the Foundation']
  others:
    - The Example
  domains: [Example.org, news.example.co.uk]
sources:
  - address: https://example.org/republish
    read: 2026-11-22
    seen: part
    note: >
      Two lines
      of a note.
licence: CC-BY-4.0
notices:
  - starts: All content by The Example Foundation
    holds: [without charge, byline]
  - starts: Our stories are free
credits:
  - Originally published by {publisher}
requirements:
  - byline:
      id: byline-online
      level: should
      medium: online
      what: Name the writer.
      remedy: Write the name.
      place: top
  - byline: {id: byline-print, medium: print}
  - credit_line:
      wording:
        en: ['{publisher}, {year}', "{authors}"]
        no: ['{publisher}']
for_a_person:
  - Is it sold?
assumes: []
examples:
  - id: one
    says: It is there.
    expect: {byline-online: passed, credit_line: cant-tell}
    authors: [Ada Quill, Bo Lind]
    format: text
    original: |
      First.

        Indented.
    page: |
      Second.
"""


def test_every_key_of_a_rule_file():
    rule_set = load("x.yaml", FULL, KINDS)
    assert rule_set.publisher == Publisher(
        "The Example Foundation",
        aliases=("TEF", "Example: the Foundation"),
        others=("The Example",),
        domains=("example.org", "news.example.co.uk"),
    )
    assert rule_set.sources[0].note == "Two lines of a note."
    assert rule_set.licence == "CC-BY-4.0"
    assert rule_set.notices == (
        Notice("All content by The Example Foundation", ("without charge", "byline")),
        Notice("Our stories are free"),
    )
    assert rule_set.credits == ("Originally published by {publisher}",)
    assert rule_set.for_a_person == ("Is it sold?",)
    assert rule_set.assumes == ()
    assert rule_set.examples == (
        Example(
            "one",
            says="It is there.",
            page="Second.",
            expect={"byline-online": "passed", "credit_line": "cant-tell"},
            format="text",
            original="First.\n\n  Indented.",
            authors=("Ada Quill", "Bo Lind"),
        ),
    )


def test_the_options_that_every_kind_shares():
    first, second, third = load("x.yaml", FULL, KINDS).requirements
    assert first == Byline(
        id="byline-online",
        level=Level.SHOULD,
        medium=Medium.ONLINE,
        what="Name the writer.",
        remedy="Write the name.",
        place=Where.TOP,
    )
    assert (second.id, second.medium, second.level) == ("byline-print", Medium.PRINT, Level.MUST)
    assert third.id == "credit_line"
    assert third.wording == {
        "en": (Template("{publisher}, {year}"), Template("{authors}")),
        "no": (Template("{publisher}"),),
    }


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        pytest.param("{text: NO}", "text", "NO", id="NO is no false"),
        pytest.param("{text: 12:30}", "text", "12:30", id="12:30 is no number of seconds"),
        pytest.param("{text: 1.10}", "text", "1.10", id="1.10 keeps its zero"),
        pytest.param("{text: 0o17}", "text", "0o17", id="octal"),
        pytest.param("{text: null}", "text", "null", id="null"),
        pytest.param("{text: ~}", "text", "~", id="tilde"),
        pytest.param("{text: 2026-11-22}", "text", "2026-11-22", id="a day as text"),
        pytest.param("{text: =}", "text", "=", id="equals sign"),
        pytest.param("{text: ' two '}", "text", " two ", id="quotes keep spaces"),
        pytest.param("{truth: true}", "truth", True, id="true"),
        pytest.param("{truth: 'false'}", "truth", False, id="false"),
        pytest.param("{whole: 24}", "whole", 24, id="whole number"),
        pytest.param("{whole: -010}", "whole", -10, id="no octal"),
        pytest.param("{part: 0.25}", "part", 0.25, id="part"),
        pytest.param("{part: 3}", "part", 3.0, id="whole part"),
        pytest.param("{day: 2024-02-29}", "day", date(2024, 2, 29), id="day"),
        pytest.param("{where: bottom}", "where", Where.BOTTOM, id="enum"),
        pytest.param("{names: []}", "names", (), id="empty list"),
        pytest.param("{names: [a, 'b, c']}", "names", ("a", "b, c"), id="list"),
        pytest.param("{wording: 'by {authors}'}", "wording", Template("by {authors}"), id="template"),
        pytest.param(r"{pattern: '-(\d+)$'}", "pattern", Pattern(r"-(\d+)$"), id="pattern"),
        pytest.param("{patterns: [a, b]}", "patterns", (Pattern("a"), Pattern("b")), id="patterns"),
        pytest.param("{}", "pattern", None, id="left out"),
    ],
)
def test_each_option_parses_its_own_text(options, field, value):
    requirement = one(options)
    assert getattr(requirement, field) == value
    assert type(getattr(requirement, field)) is type(value)


def test_options_may_be_left_out_altogether():
    assert one("") == Everything(id="everything")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + GOOD, id="byte order mark"),
        pytest.param(GOOD.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(GOOD.replace("\n", "\r"), id="CR"),
        pytest.param("---\n" + GOOD + "...\n", id="document marks"),
        pytest.param("# said\n\n" + GOOD, id="comment"),
    ],
)
def test_the_ways_of_writing_a_file_make_no_difference(text):
    assert load("x.yaml", text, KINDS) == load("x.yaml", GOOD, KINDS)
    assert load("x.yaml", decode("x.yaml", text.encode()), KINDS) == load("x.yaml", GOOD, KINDS)


def test_a_kind_with_a_field_that_no_file_can_hold_is_the_programmers_error():
    from dataclasses import make_dataclass

    odd = make_dataclass(
        "odd", [("many", set[str], frozenset())], bases=(Requirement,), frozen=True, kw_only=True
    )
    with pytest.raises(TypeError, match=r"set\[str\]"):
        shape(odd)
