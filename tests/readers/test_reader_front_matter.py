"""Front matter of every dialect becomes metadata with places; what is broken is told and costs no more."""

import json
import time

import pytest

from licheck.readers.front_matter import read

YAML = """\
---
title: "Library: a vote"  # the headline
date: 2024-05-03T10:00:00Z
authors:
  - name: Jane Doe
    email: jane@harbour.example
  - Ann Lee
byline: >
  By Jane Doe
  and Ann Lee
draft: false
licheck:
  publisher: harbour
  authors: [Jane Doe, "Ann Lee"]
---
By Jane Doe
"""
TOML = """\
+++
title = "Library: a vote"
date = 2024-05-03T10:00:00Z
authors = ["Jane Doe", "Ann Lee"]
draft = false
[params]
dek = 'Readers are angry'
[licheck]
publisher = "harbour"
[[contributors]]
name = "Tom Ashby"
[[contributors]]
name = "Ana Pérez"
+++
By Jane Doe
"""
JSON = """\
{
  "title": "Library: a vote",
  "author": {"name": "Jane Doe", "url": "https://harbour.example/jane"},
  "draft": false,
  "licheck": {"publisher": "harbour", "authors": ["Jane Doe", "Ann Lee"]}
}
By Jane Doe
"""


def values(text):
    return [(meta.name, meta.value) for meta in read(text).metadata]


def front(line):
    return f"---\n{line}\n---\nBy Jane Doe\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            YAML,
            [
                ("title", "Library: a vote"),
                ("date", "2024-05-03T10:00:00Z"),
                ("author", "Jane Doe"),
                ("authors.email", "jane@harbour.example"),
                ("author", "Ann Lee"),
                ("author", "By Jane Doe and Ann Lee"),
                ("draft", "false"),
                ("licheck.publisher", "harbour"),
                ("licheck.authors", "Jane Doe"),
                ("licheck.authors", "Ann Lee"),
            ],
            id="YAML",
        ),
        pytest.param(
            TOML,
            [
                ("title", "Library: a vote"),
                ("date", "2024-05-03T10:00:00+00:00"),
                ("author", "Jane Doe"),
                ("author", "Ann Lee"),
                ("draft", "false"),
                ("description", "Readers are angry"),
                ("licheck.publisher", "harbour"),
                ("author", "Tom Ashby"),
                ("author", "Ana Pérez"),
            ],
            id="TOML",
        ),
        pytest.param(
            JSON,
            [
                ("title", "Library: a vote"),
                ("author", "Jane Doe"),
                ("author.url", "https://harbour.example/jane"),
                ("draft", "false"),
                ("licheck.publisher", "harbour"),
                ("licheck.authors", "Jane Doe"),
                ("licheck.authors", "Ann Lee"),
            ],
            id="JSON",
        ),
    ],
)
def test_every_dialect_is_read_and_the_body_begins_below_it(text, expected):
    found = read(text)
    assert [(meta.name, meta.value) for meta in found.metadata] == expected
    assert text[found.end :] == "By Jane Doe\n"
    assert {meta.where for meta in found.metadata} == {"front matter"}
    assert found.notes == ()


@pytest.mark.parametrize(
    "text", [pytest.param(YAML, id="YAML"), pytest.param(TOML, id="TOML"), pytest.param(JSON, id="JSON")]
)
def test_each_value_stands_where_it_says(text):
    for meta in read(text).metadata:
        first = meta.value.split()[0].split("T")[0]
        if meta.value.startswith("By"):
            first = ">"  # a folded text begins with its sign
        assert text.startswith(first, meta.offset), meta


@pytest.mark.parametrize(
    ("key", "name"),
    [
        *[(key, "title") for key in ("title", "headline", "Title")],
        *[(key, "author") for key in ("author", "authors", "byline", "by", "contributors", "Authors")],
        *[
            (key, "date")
            for key in ("date", "published", "pubDate", "publishDate", "publish_date", "pub-date")
        ],
        *[(key, "canonical") for key in ("canonical", "canonical_url", "canonicalURL", "canonicalUrl")],
        *[(key, "canonical") for key in ("original", "original_url", "source_url")],
        *[(key, "publisher") for key in ("publisher", "source", "syndicated_from", "partner")],
        *[(key, "language") for key in ("lang", "language", "locale")],
        *[(key, "description") for key in ("description", "summary", "dek")],
        *[(key, "licence") for key in ("license", "licence")],
        *[(key, key) for key in ("draft", "tags", "url", "author_id", "permalink", "weight")],
    ],
)
def test_the_usual_keys_have_one_name_and_others_keep_their_own(key, name):
    assert values(front(f"{key}: x")) == [(name, "x")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("author: Jane Doe", [("author", "Jane Doe")], id="text"),
        pytest.param(
            "author: [Jane Doe, Ann Lee]", [("author", "Jane Doe"), ("author", "Ann Lee")], id="list"
        ),
        pytest.param(
            "author:\n- {name: Jane Doe, job: x}", [("author", "Jane Doe"), ("author.job", "x")], id="maps"
        ),
        pytest.param("author: {full_name: Jane Doe}", [("author", "Jane Doe")], id="map"),
        pytest.param("authors: {jane: {name: Jane Doe}}", [("author", "Jane Doe")], id="map of maps"),
        pytest.param(
            "canonical: {url: /x, title: y}", [("canonical", "/x"), ("canonical.title", "y")], id="address"
        ),
        pytest.param("extra:\n  author: Jane Doe", [("author", "Jane Doe")], id="Zola"),
        pytest.param("params:\n  seo: {title: x}", [("seo.title", "x")], id="deeper"),
        pytest.param(
            "draft: NO\ntime: 12:30\nissue: 1.10",
            [("draft", "NO"), ("time", "12:30"), ("issue", "1.10")],
            id="as written",
        ),
        pytest.param("author: null\ndate: ~\nby: ''\ndek:", [], id="nothing"),
        pytest.param("title: !!python/name:os.system x", [("title", "x")], id="a tag is not looked at"),
        pytest.param("title: a\ntitle: b", [("title", "a"), ("title", "b")], id="twice"),
        pytest.param("'licheck':\n  names: {a: b}", [("licheck.names.a", "b")], id="own settings, deeper"),
    ],
)
def test_values_of_any_shape_are_read(line, expected):
    assert values(front(line)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n \n---\ntitle: x\n---\n", id="blank lines above"),
        pytest.param("---  \ntitle: x\n...\n", id="ended by dots"),
        pytest.param("---\ntitle: x\n---", id="without a last line end"),
        pytest.param("---\ntitle: x # ---\n---\t\n", id="three dashes in a comment"),
    ],
)
def test_the_fences_may_look_like_this(text):
    assert values(text) == [("title", "x")]
    assert text[read(text).end :] == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("By Jane Doe", id="no fence"),
        pytest.param("---\ntitle: x\nBy Jane Doe\n", id="a fence that is never closed"),
        pytest.param("---\nBy Jane Doe\n---\nText", id="a sentence between rulers"),
        pytest.param(
            "---\n\nSome [text](x), and more: of it\n\nBy Jane Doe\n---\n", id="a story between rulers"
        ),
        pytest.param("---\n- one: x\n- two\n---\nText", id="a list between rulers"),
        pytest.param("----\ntitle: x\n----\n", id="four dashes"),
        pytest.param("{{< figure >}}\n\n}\n", id="a shortcode"),
        pytest.param("{ By Jane Doe\n}\n", id="a brace"),
        pytest.param("+++ title = 1 +++\n", id="on one line"),
    ],
)
def test_what_only_looks_like_front_matter_is_part_of_the_story(text):
    assert read(text) == ((), 0, ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(front("title: [a"), "line 3", id="YAML: a bracket is not closed"),
        pytest.param(front("title: a: b"), "line 2", id="YAML: two colons"),
        pytest.param(front("a: b\n\tc: d"), "line 3", id="YAML: a tab"),
        pytest.param(front("title: \x07"), "a character that YAML does not allow", id="YAML: a bell"),
        pytest.param(front('title: "\\UFFFFFFFF"'), "could not be read", id="YAML: no such character"),
        pytest.param(front("a: &x y\nb: *x"), "it repeats a value by an alias, line 3", id="YAML: alias"),
        pytest.param(front("a: &a [*a]"), "by an alias", id="YAML: a circle"),
        pytest.param(front("a: b\n? [a]\n: b"), "a key is no word, line 3", id="YAML: a list as key"),
        pytest.param(
            "+++\ntitle = \n+++\nBy Jane Doe\n", "it is not well formed, line 2", id="TOML: no value"
        ),
        pytest.param("+++\na = 1\na = 2\n+++\nBy Jane Doe\n", "line 3", id="TOML: twice"),
        pytest.param('{\n"title":\n}\nBy Jane Doe\n', "it is not well formed, line 3", id="JSON: no value"),
        pytest.param(front("a: " + "[" * 60_000), "it is nested too deeply", id="YAML: brackets"),
        pytest.param(front("a: " + "- " * 100), "could not be read", id="YAML: dashes"),
        pytest.param(
            front("a:\n" + "".join(f"{' ' * i}k:\n" for i in range(1, 90))), "nested", id="YAML: steps"
        ),
        pytest.param(
            "+++\na = " + "[" * 60_000 + "\n+++\nBy Jane Doe\n", "not well formed", id="TOML: brackets"
        ),
        pytest.param(
            '{\n"a": ' + "[" * 60_000 + "\n}\nBy Jane Doe\n", "not well formed", id="JSON: brackets"
        ),
        pytest.param('{\n"a": ' + "[" * 900 + "]" * 900 + "\n}\nBy Jane Doe\n", "nested", id="JSON: lists"),
        pytest.param(
            '{\n"a": 1' + "0" * 5_000 + "\n}\nBy Jane Doe\n", "not well formed", id="JSON: a long number"
        ),
        pytest.param(front("a: [" + "b," * 2_001 + "]"), "more than 2,000 values", id="YAML: many values"),
        pytest.param(front("a: " + "b" * 70_000), "longer than 64,000 characters", id="YAML: long"),
    ],
)
def test_what_cannot_be_read_is_told_and_counts_for_nothing(text, why):
    found = read(text)
    assert found.metadata == ()
    assert text[found.end :] == "By Jane Doe\n"
    assert len(found.notes) == 1
    assert found.notes[0].startswith("The front matter could not be read (")
    assert why in found.notes[0]


def test_half_characters_of_json_do_not_come_through():
    text = json.dumps({"title": "\ud800x", "\udc00": "y"}, indent=1) + "\n"
    assert values(text) == [("title", "\ufffdx"), ("\ufffd", "y")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n" * 2_000_000, id="blank lines"),
        pytest.param("---\n" + "---x\n" * 400_000, id="fences that are none"),
        pytest.param('{"' + "}" * 2_000_000, id="braces"),
        pytest.param("---\n" + "# x\n" * 15_000 + "---\n", id="comments"),
        pytest.param("---\n" + " " * 60_000 + "\n---\n", id="white space"),
        pytest.param("---\n" + "? " * 30_000 + "\n---\n", id="keys within keys"),
        pytest.param("+++\n" + "".join(f"k{i} = 1\n" for i in range(1_990)) + "+++\n", id="many keys"),
        pytest.param("+++\n" + "".join(f"[a{i}]\n" for i in range(9_000)) + "+++\n", id="many tables"),
    ],
)
def test_hostile_front_matter_is_read_in_time(text):
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 10
