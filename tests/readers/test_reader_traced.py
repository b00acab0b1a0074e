"""Text taken out of a file leads back to it, character by character, however it was written there."""

import json
import quopri
import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.readers.embedded.json_places import Value, items, unescaped
from licheck.readers.embedded.quoted_printable import decoded
from licheck.readers.embedded.traced import Traced, Writer, copied, escaped
from licheck.readers.embedded.xhtml import as_html, is_fragment
from licheck.readers.embedded.xml_text import said

LETTERS = st.text(
    st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from('\n\t"\\/&<>=éß🐕\u2028')),
    max_size=60,
)


def leads_back(traced: Traced, source: str, written) -> None:
    """Each character of the text stands in the source as one of the spellings that `written` gives for it."""
    for index, sign in enumerate(traced.text):
        there = source[traced.way.source(index) :]
        assert there.startswith(tuple(written(sign))), (index, sign, there[:20])


def in_json(sign):
    yield from (sign, json.dumps(sign)[1:-1], json.dumps(sign)[1:-1].replace("/", "\\/"), f"\\{sign}")


@given(LETTERS, st.booleans())
def test_strings_of_json_say_what_a_parser_says_and_lead_back(text, ascii_only):
    source = f'["x", {json.dumps(text, ensure_ascii=ascii_only)}]'
    value = items(source).values[1]
    traced = unescaped(source, value.start + 1, value.end - 1)
    assert traced.text == text
    leads_back(traced, source, in_json)


@given(
    st.lists(st.sampled_from(["\\ud83d", "\\udc15", "\\u00e9", "x", "\\n", "\\\\", "🐕"]), max_size=12).map(
        "".join
    )
)
def test_halves_of_characters_become_the_replacement_character(inside):
    traced = unescaped(inside, 0, len(inside))
    parsed = json.loads(f'"{inside}"')
    assert traced.text == parsed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    traced.text.encode()
    for index, sign in enumerate(traced.text):
        assert inside[traced.way.source(index)] in (sign, "\\")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), LETTERS),
    lambda inside: st.one_of(st.lists(inside, max_size=4), st.dictionaries(LETTERS, inside, max_size=4)),
    max_leaves=15,
)


def plain(value: Value):
    """The strings and the shape of a value."""
    if value.is_object():
        return {key: plain(member) for key, member in value.members().items()}
    return [plain(element) for element in value.elements()] if value.is_list() else str(value)


def only_strings(tree):
    if isinstance(tree, dict):
        return {key: only_strings(member) for key, member in tree.items()}
    if isinstance(tree, list):
        return [only_strings(member) for member in tree]
    if isinstance(tree, str):
        return tree
    return "" if tree is None or isinstance(tree, bool) else json.dumps(tree)


@given(st.lists(JSON, min_size=1, max_size=3), st.sampled_from([None, 1]))
def test_values_of_json_are_those_that_a_parser_finds(tree, indent):
    found = items(json.dumps(tree, indent=indent))
    assert found.trouble == ""
    assert [plain(value) for value in found.values] == only_strings(tree)


XML = st.lists(
    st.one_of(
        LETTERS.map(lambda text: escape(text, quote=False)),
        LETTERS.map(lambda text: f"<![CDATA[{text.replace(']]>', '')}]]>"),
        st.sampled_from(["&#233;", "&#xdf;", "&eacute;", "<!-- no -->", "<b>", "</b>", "<br/>", '<a title="1 > 0">', "<?php x ?>"]),
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(XML)
def test_text_of_xml_leads_back(xml):
    source = f"<a>{xml}</a>"
    traced = said(source, 3, len(source) - 4)
    leads_back(
        traced, source, lambda sign: (sign, escape(sign), f"&#{ord(sign)};", f"&#x{ord(sign):x};", "&eacute;")
    )


@given(
    LETTERS.filter(lambda text: not any(sign in text for sign in "\t\x85")),
    st.sampled_from(["utf-8", "utf-16-le"]),
)
def test_quoted_printable_leads_back(text, codec):
    source = quopri.encodestring(text.encode(codec), quotetabs=True).decode()
    traced = decoded(source, 0, len(source), lambda run: run.decode(codec, "replace"))
    if codec != "utf-8":
        return  # bytes of one letter may stand in two runs: it is enough that nothing is raised
    assert traced.text == text
    leads_back(traced, source, lambda sign: (sign, f"={sign.encode()[0]:02X}"))


@given(LETTERS, st.data())
def test_a_part_of_a_text_leads_where_the_whole_led(text, data):
    source = json.dumps(text)
    whole = unescaped(source, 1, len(source) - 1)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = whole.cut(start, end)
    assert part.text == text[start:end]
    assert [part.way.source(at) for at in range(end - start)] == [
        whole.way.source(at) for at in range(start, end)
    ]


@given(LETTERS)
def test_what_is_replaced_stands_where_it_stood_and_nothing_else_moves(text):
    source = json.dumps(text)
    whole = unescaped(source, 1, len(source) - 1)
    made = escaped(whole)
    assert made.text == text.replace("&", "&amp;").replace("<", "&lt;")
    at = 0
    for index, sign in enumerate(text):
        assert made.way.source(at) == whole.way.source(index)
        at += {"&": 5, "<": 4}.get(sign, 1)


def test_a_text_of_many_sources_is_put_together():
    writer = Writer()
    writer.write("<p>", 7)
    writer.copy(copied("one two three", 4, 7))
    writer.copy(copied("one two three", 0, 13), 8, 13)
    made = writer.traced()
    assert made.text == "<p>twothree"
    assert [made.way.source(at) for at in range(11)] == [7, 7, 7, 4, 5, 6, 8, 9, 10, 11, 12]


def test_line_ends_become_those_of_unix_and_keep_their_places():
    source = json.dumps("a\r\nb\rc\0d")
    traced = unescaped(source, 1, len(source) - 1)
    assert traced.text == "a \nb\nc\ufffdd"
    assert source[traced.way.source(6)] == "\\"
    assert source[traced.way.source(7)] == "d"


def test_nothing_leads_to_the_beginning():
    assert Writer().traced().way.source(0) == 0
    assert copied("x", 0, 1).replaced(re.compile("y"), lambda _: "z") == copied("x", 0, 1)


@pytest.mark.parametrize(
    ("xml", "html"),
    [
        pytest.param("<p>A<br/>B</p>", "<p>A<br/>B</p>", id="a void element"),
        pytest.param("<p/>A<div  class='x' />B", "<p></p>A<div  class='x'></div>B", id="empty elements"),
        pytest.param("<script src='x'/>A", "<script src='x'></script>A", id="an empty script"),
        pytest.param("A<br></br>B<img></img>", "A<br>B<img>", id="end tags of void elements"),
        pytest.param("<p><![CDATA[A < B & C]]></p>", "<p>A &lt; B &amp; C</p>", id="CDATA"),
        pytest.param("<style><![CDATA[A > B {}]]></style>", "<style>A > B {}</style>", id="CDATA in a style sheet"),
        pytest.param("<script>A &lt; B &amp;&amp; '&lt;/p>'</script>&lt;", "<script>A < B && '<\\/p>'</script>&lt;", id="references in a script"),
        pytest.param("<script><![CDATA['</script>']]></script>A", "<script>'<\\/script>'</script>A", id="an end tag in a script"),
        pytest.param("<svg><path/></svg>A<i/>", "<svg><path/></svg>A<i></i>", id="a drawing"),
        pytest.param("<!-- <p/> <![X[ -->A<?x y?>B", "<!-- <p/> <![X[ -->AB", id="a comment, an instruction"),
        pytest.param("<xhtml:p>A<xhtml:br/></xhtml:p>", "<p>A<br/></p>", id="a prefix"),
        pytest.param("<a title='1 > 0 />'>A</a><a href='/'/>", "<a title='1 > 0 />'>A</a><a href='/'></a>", id="signs in attributes"),
    ],
)  # fmt: skip
def test_xhtml_is_written_as_the_html_that_says_the_same(xml, html):
    made = as_html(copied(xml, 0, len(xml)))
    assert made.text == html
    for found in re.finditer(r"[ABC]", made.text):
        assert xml[made.way.source(found.start())] == found[0]


@pytest.mark.parametrize(
    ("text", "whole"), [("<p>a</p>b<br/>", True), ("<p>a", False), ("a &nbsp; b", True), ("a & b", False)]
)
def test_a_fragment_is_whole_or_not(text, whole):
    assert is_fragment(text) is whole
