"""Every fault of a rule file is told with its line and column, what is wrong and what is allowed."""

import pytest
from rule_kinds import GOOD, KINDS

from licheck.errors import RuleSetError
from licheck.rulesets.load import decode, load


def faults(text: str) -> list[str]:
    """The faults of a text as `line:column: message`; none when it loads."""
    try:
        load("x.yaml", text, KINDS)
    except RuleSetError as error:
        return [f"{fault.line}:{fault.column}: {fault.message}" for fault in error.faults]
    return []


def options(text: str) -> str:
    """A rule file whose only requirement has these options, beginning at line 10, column 7."""
    return GOOD.replace(
        "  - byline:\n", "  - everything:\n" + "".join(f"      {line}\n" for line in text.splitlines())
    )


def after(text: str) -> str:
    """A rule file with more at its end, beginning at line 10, column 1."""
    return GOOD + text


VARIABLES = (
    "{authors}, {affiliations}, {publisher}, {url}, {headline}, {date}, {year}, {republisher}, {partners}"
)
KEYS = (
    "id, publisher, sources, requirements, extends, named_only, without, profiles, languages, licence, notices, credits,"
    " for_a_person, assumes, examples"
)
NEEDED = "id, publisher, sources, requirements"
EXAMPLE = "examples:\n  - id: one\n    says: It is.\n    page: A.\n    expect: {byline: passed}\n"

CASES = [
    # keys
    pytest.param(
        after("license: free\n"),
        f"10:1: `license` is no key of the rule file: did you mean `licence`? (allowed: {KEYS})",
        id="unknown key",
    ),
    pytest.param(
        GOOD.replace("  name:", "  nmae:"),
        "3:3: `nmae` is no key of `publisher`:"
        " did you mean `name`? (allowed: name, aliases, others, domains)",
        id="misspelt key, which is not reported as missing only",
    ),
    pytest.param(
        GOOD.replace("id: example\n", ""), "1:1: the rule file lacks the key `id`", id="missing key"
    ),
    pytest.param(
        GOOD.replace("    seen: full\n", ""),
        "5:5: `sources` lacks the key `seen`",
        id="missing key in a list",
    ),
    pytest.param(after("id: again\n"), "10:1: the key `id` stands here twice", id="duplicate key"),
    pytest.param(
        after("<<: {licence: x}\n"), "10:1: merge keys (<<) are not allowed: write the keys out", id="merge"
    ),
    pytest.param(
        after("? [a]\n: b\n"),
        "10:3: a key must be a word; put a text that begins with { or [ in quotes",
        id="list as key",
    ),
    pytest.param(after("'': b\n"), "10:1: a key is missing before this colon", id="no key"),
    # values
    pytest.param(
        GOOD.replace("id: example", "id:"),
        "1:1: `id` has no value; write small letters, digits, - and _, or leave the key out",
        id="no value",
    ),
    pytest.param(
        after("licence: ''\n"),
        "10:10: `licence` has no value; write a text, or leave the key out",
        id="empty",
    ),
    pytest.param(
        GOOD.replace("id: example", "id: The Example"),
        "1:5: `id` must be small letters, digits, - and _, not `The Example`",
        id="id",
    ),
    pytest.param(
        after("licence: [a]\n"),
        "10:10: `licence` must be a text, not a list; put a text that begins with { or [ in quotes",
        id="list",
    ),
    pytest.param(
        after("assumes: all\n"), "10:10: `assumes` must be a list: begin each item with `- `", id="no list"
    ),
    pytest.param(
        after("assumes:\n  - a: b\n"),
        "11:5: `assumes` must be a text, not a group of keys",
        id="keys in a list of texts",
    ),
    pytest.param(
        after("credits: ['{publisher}', {publisher}]\n"),
        "10:26: `credits` must be a wording, not a group of keys;"
        " put a text that begins with { or [ in quotes",
        id="variable without quotes",
    ),
    pytest.param(
        after("credits: ['by {author}']\n"),
        f"10:11: `credits`: {{author}} is not a variable; allowed are {VARIABLES}",
        id="variable",
    ),
    pytest.param(
        GOOD.replace("2026-11-22", "2026-02-30"),
        "6:11: `read` must be a day such as 2024-05-31, not `2026-02-30`",
        id="no such day",
    ),
    pytest.param(
        GOOD.replace("2026-11-22", "22 Nov 2026"),
        "6:11: `read` must be a day such as 2024-05-31, not `22 Nov 2026`",
        id="day in other words",
    ),
    pytest.param(
        GOOD.replace("seen: full", "seen: ful"),
        "7:11: `ful` is no value of `seen`: did you mean `full`? (allowed: full, most, part)",
        id="how much was seen",
    ),
    pytest.param(
        GOOD.replace("publisher:\n  name: The Example Foundation", "publisher: The Example Foundation"),
        "2:12: `publisher` must be a group of keys (name, aliases, others, domains), each with its value",
        id="text for keys",
    ),
    pytest.param(
        GOOD.replace("Foundation\n", "Foundation\n  domains: ['https://example.org/us']\n"),
        "4:13: `domains` must be a host name such as example.org (no https://, no path), not `https://example.org/us`",
        id="address for a host name",
    ),
    pytest.param(
        GOOD.replace("Foundation\n", "Foundation\n  others: [Else, the example  FOUNDATION]\n"),
        "4:18: `the example  FOUNDATION` is also a name of the publisher itself",
        id="own name among others",
    ),
    pytest.param(
        "\n".join([*GOOD.splitlines()[:3], "sources: []", *GOOD.splitlines()[7:]]),
        "4:10: `sources` needs at least 1 item",
        id="no source",
    ),
    # options
    pytest.param(
        options("levle: must"),
        "10:7: `levle` is no key of `everything`: did you mean `level`?"
        " (allowed: id, level, what, medium, profile, valid_from, valid_until, source, remedy, text, truth, whole, part, day, where, names, wording,"
        " pattern, patterns)",
        id="unknown option",
    ),
    pytest.param(
        options("level: Must"),
        "10:14: `Must` is no value of `level`: did you mean `must`? (allowed: must, should, may)",
        id="enum word",
    ),
    pytest.param(
        options("where: NO"),
        "10:14: `NO` is no value of `where`: allowed: anywhere, headline, byline, top, dek, first_paragraph, story, bottom, page",
        id="enum word far from any",
    ),
    pytest.param(
        options("truth: yes"),
        "10:14: `yes` is no value of `truth`: allowed: true, false",
        id="yes is not true",
    ),
    pytest.param(
        options("whole: 2.5"), "10:14: `whole` must be a whole number such as 24, not `2.5`", id="whole"
    ),
    pytest.param(
        options("whole: " + "9" * 5_000),
        f"10:14: `whole` must be a whole number such as 24, not `{'9' * 40}...`",
        id="5,000 digits",
    ),
    pytest.param(
        options("whole: ２"),
        "10:14: `whole` must be a whole number such as 24, not `２`",
        id="full-width digit",
    ),
    pytest.param(
        options("part: 1e3"), "10:13: `part` must be a number such as 0.5, not `1e3`", id="exponent"
    ),
    pytest.param(
        options("part: .nan"), "10:13: `part` must be a number such as 0.5, not `.nan`", id="not a number"
    ),
    pytest.param(
        options("whole: 101"), "10:7: `everything`: `whole` is at most 100", id="a kind's own check"
    ),
    pytest.param(
        options("names: [a, '']"),
        "10:18: `names` has no value; write a text, or leave the key out",
        id="empty name",
    ),
    pytest.param(
        options("pattern: '('"),
        "10:16: the pattern is not a valid regular expression: missing ) at position 1",
        id="pattern that does not compile",
    ),
    pytest.param(
        options("patterns: [a, '(?R)']"),
        "10:21: `patterns`: the pattern holds (?R), which is not allowed; groups begin with"
        " ( (?: (?= (?! (?<= (?<! (?> (?<name> or the flags (?i) (?m) (?s)",
        id="pattern that is not allowed",
    ),
    pytest.param(
        options("pattern: '(a+)+$'"),
        "10:16: the pattern takes too long on a text such as `aaa...`; make it simpler"
        " (no repeat inside a repeat, no two repeats of the same thing in a row)",
        id="pattern that does not end",
    ),
    pytest.param(
        options("pattern: '(?:xyz|xyz)+$'"),
        "10:16: the pattern takes too long on a text such as `xyzxyzxyz...`; make it simpler"
        " (no repeat inside a repeat, no two repeats of the same thing in a row)",
        id="pattern that does not end on its own words",
    ),
    pytest.param(
        options("patterns: [" + ", ".join("a" * 21) + "]"),
        "10:78: more than 20 patterns in one rule file",
        id="21 patterns",
    ),
    # requirements
    pytest.param(
        GOOD.replace("byline:", "by-line:"),
        "9:5: `by-line` is no kind of requirement:"
        " did you mean `byline`? (allowed: byline, credit_line, everything)",
        id="unknown kind",
    ),
    pytest.param(
        GOOD.replace("byline:", "byline"),
        "9:5: each item of `requirements` is a kind, a colon and its options: write `byline:`",
        id="kind without colon",
    ),
    pytest.param(
        after("    level: must\n"),
        "10:5: `level` stands beside `byline`: indent its options further, or begin the next item with `- `",
        id="options not indented",
    ),
    pytest.param(
        GOOD.replace("byline:", "byline: must"),
        "9:13: the options of `byline` must be a group of keys: id, level, what, medium, profile, valid_from, valid_until, source, remedy, place",
        id="a word for options",
    ),
    pytest.param(
        GOOD.replace("  - byline:", "  []"), "9:3: `requirements` needs at least 1 item", id="no requirement"
    ),
    pytest.param(
        after("  - byline:\n"),
        "10:5: a second requirement with the id `byline`: give each an `id` of its own",
        id="kind twice without id",
    ),
    pytest.param(
        after("  - credit_line: {id: byline, wording: {en: [Thanks]}}\n"),
        "10:23: a second requirement with the id `byline`: give each an `id` of its own",
        id="id twice",
    ),
    pytest.param(
        after("  - credit_line:\n"),
        "10:5: `credit_line` lacks the key `wording`",
        id="option that must be given",
    ),
    pytest.param(
        after("  - credit_line: {wording: {}}\n"),
        "10:28: `wording` has no sentence; write one, or leave the key out",
        id="no sentence at all",
    ),
    pytest.param(
        after("  - credit_line: {wording: {en: []}}\n"),
        "10:33: `en` needs at least 1 item",
        id="no sentence in a language",
    ),
    pytest.param(
        after("  - credit_line: {wording: {english!: [Thanks]}}\n"),
        "10:29: `english!` is no language of `wording`: write one such as en",
        id="no language",
    ),
    pytest.param(
        after("  - credit_line: {wording: [Thanks]}\n"),
        "10:28: `wording` must be sentences by their language: `en:`, and below it a list of them",
        id="sentences without their language",
    ),
    # examples
    pytest.param(
        after(EXAMPLE.replace("byline: passed", "bylin: passed")),
        "14:14: no requirement has the id `bylin`: did you mean `byline`? (allowed: byline)",
        id="verdict on nothing",
    ),
    pytest.param(
        after(EXAMPLE.replace(": passed", ": pass")),
        "14:22: `pass` is no value of `byline`: did you mean `passed`?"
        " (allowed: passed, failed, cant-tell, inapplicable)",
        id="no verdict",
    ),
    pytest.param(
        after(EXAMPLE.replace(" {byline: passed}", "")),
        "14:5: `expect` must be a group of keys, each with its value ({} for none)",
        id="nothing expected",
    ),
    pytest.param(
        after(EXAMPLE + "    format: pdf\n"),
        "15:13: `pdf` is no value of `format`: allowed: html, markdown, text",
        id="format of an example",
    ),
    pytest.param(
        after(EXAMPLE + EXAMPLE.removeprefix("examples:\n")),
        "15:9: a second example with the id `one`: give each an `id` of its own",
        id="example twice",
    ),
    # YAML that is refused
    pytest.param(
        after("licence: !!str x\n"),
        "10:10: tags (`tag:yaml.org,2002:str`) are not allowed; put a text that begins with ! in quotes",
        id="tag",
    ),
    pytest.param(
        after("licence: !!python/object/apply:os.system [ls]\n"),
        "10:10: tags (`tag:yaml.org,2002:python/object/apply:os...`) are not allowed;"
        " put a text that begins with ! in quotes",
        id="Python tag",
    ),
    pytest.param(after("licence: &x free\n"), "10:10: anchors (`&x`) are not allowed", id="anchor"),
    pytest.param(after("licence: *x\n"), "10:10: aliases (`*x`) are not allowed: write it out", id="alias"),
    pytest.param(
        after("---\nid: b\n"),
        "10:1: a second document begins here; one file holds one rule set",
        id="documents",
    ),
    pytest.param("%YAML 1.1\n---\n" + GOOD, "1:1: directives (% lines) are not allowed", id="directive"),
    pytest.param("", f"1:1: the file is empty; a rule file has at least the keys {NEEDED}", id="empty file"),
    pytest.param(
        "# nothing\n",
        f"1:1: the file is empty; a rule file has at least the keys {NEEDED}",
        id="comments only",
    ),
    pytest.param(
        "- id: x\n", f"1:1: this is no group of keys; a rule file has at least the keys {NEEDED}", id="a list"
    ),
    # no YAML
    pytest.param(
        after("licence: a: b\n"),
        "10:11: not valid YAML: a colon cannot stand here; put a text that holds ': ' in quotes",
        id="colon in a text",
    ),
    pytest.param(
        after("licence: 'a\n"),
        "11:1: not valid YAML: a quote or bracket is opened and never closed",
        id="open quote",
    ),
    pytest.param(
        after('licence: "a\\d"\n'),
        "10:12: not valid YAML: a backslash in double quotes has a meaning of its own; use single quotes",
        id="backslash",
    ),
    pytest.param(
        after("licence: @a\n"),
        "10:10: not valid YAML: a text cannot begin with this character; use quotes",
        id="sign at the beginning",
    ),
    pytest.param(after("\tlicence: a\n"), "10:1: a tab stands here; use spaces", id="tab"),
    pytest.param(
        after("credits: [a, b\n"),
        "11:1: not valid YAML: a bracket is not closed, or a comma is missing;"
        " put a text that begins with [ or { in quotes",
        id="open bracket",
    ),
    pytest.param(
        after(" licence: a\n"),
        "10:2: not valid YAML: this line does not fit the lines above: look at its indentation and quotes",
        id="indentation",
    ),
    pytest.param(
        after("licence\nassumes: []\n"),
        "11:1: not valid YAML: a key without its colon; write `key: value`",
        id="no colon",
    ),
    # characters
    pytest.param(after("licence: a\x00b\n"), "10:11: the invisible character U+0000 must go", id="NUL"),
    pytest.param(after("licence: a\x1b[31m\n"), "10:11: the invisible character U+001B must go", id="escape"),
    pytest.param(
        after("licence: a\u2028b\n"), "10:11: the invisible character U+2028 must go", id="line separator"
    ),
    pytest.param(after("licence: a\x85b\n"), "10:11: the invisible character U+0085 must go", id="next line"),
    pytest.param(
        after("licence: a\ud800b\n"), "10:11: the invisible character U+D800 must go", id="half a character"
    ),
    pytest.param(
        after('licence: "\\e[31m"\n'),
        "10:10: the invisible character U+001B in this text must go",
        id="escape by escape",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_a_fault_is_told_with_its_place_and_what_is_allowed(text, told):
    assert faults(text)[:1] == [told]


def test_a_file_with_one_fault_has_one():
    many = {case.id: faults(case.values[0]) for case in CASES}
    assert {name for name, told in many.items() if len(told) != 1} == {
        "misspelt key, which is not reported as missing only"
    }


def test_five_faults_are_told_at_once_in_the_order_of_the_file():
    text = (
        GOOD.replace("id: example", "id: EXAMPLE")
        .replace("2026-11-22", "yesterday")
        .replace("byline:", "bylien:")
        + "licence: &free CC0\ncredits: ['{nobody}']\n"
    )
    assert [line.split(":")[:2] for line in faults(text)] == [
        ["1", "5"],
        ["6", "11"],
        ["9", "5"],
        ["10", "10"],
        ["11", "11"],
    ]


def test_the_error_lists_all_faults_with_the_path():
    with pytest.raises(RuleSetError) as error:
        load("rules/x.yaml", "id: X\n", KINDS)
    lines = str(error.value).splitlines()
    assert len(lines) == len(error.value.faults) == 4
    assert all(line.startswith("rules/x.yaml:1:") for line in lines)
    assert error.value.exit_code == 2


def test_columns_count_characters_and_lines_count_every_line_end():
    text = GOOD.replace("\n", "\r\n") + "licence: \U0001f5de\ufe0f é &x\r\nassumes: x\r\n"
    assert faults(text) == ["11:10: `assumes` must be a list: begin each item with `- `"]
    assert faults(GOOD + "credits: ['\U0001f5de\ufe0f', {a: b}]\n")[0].startswith("10:17:")


def test_what_is_quoted_from_the_file_is_short_and_harmless():
    (told,) = faults(after(f"\u202e{'k' * 900}: x\n"))
    assert len(told) < 300
    assert "\\u202e" in told
    assert told.isprintable()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            b"id: a\nname: caf\xe9\n",
            "x.yaml:2:10: the byte 0xe9 is not UTF-8: save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            b"\xef\xbb\xbfid: \xff",
            "x.yaml:1:5: the byte 0xff is not UTF-8: save the file as UTF-8",
            id="after a mark",
        ),
        pytest.param(
            b"a: \xc3\xa9\r\nb\xc3",
            "x.yaml:2:2: the byte 0xc3 is not UTF-8: save the file as UTF-8",
            id="cut off",
        ),
        pytest.param(
            "id: a".encode("utf-16"),
            "x.yaml:1:1: the byte 0xff is not UTF-8: save the file as UTF-8",
            id="UTF-16",
        ),
        pytest.param(
            b"#" * 1_000_001,
            "x.yaml:1:1: the rule file has 1,000,001 bytes; at most 1,000,000",
            id="too large",
        ),
    ],
)
def test_bytes_that_are_no_rule_file(data, told):
    with pytest.raises(RuleSetError) as error:
        decode("x.yaml", data)
    assert str(error.value) == told


def test_a_text_that_is_too_large_is_refused_unread():
    assert faults("é" * 500_001) == ["1:1: the rule file has 1,000,002 bytes; at most 1,000,000"]
