"""From any word that a reader sees, `Page.locate` finds that very word in the source."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.readers import html, second


def offset(page, line, column):
    """The index into the source of a line and column, both from 1."""
    return sum(len(before) + 1 for before in page.source.split("\n")[: line - 1]) + column - 1


READERS = [
    pytest.param(html.read_text, id="first reading"),
    pytest.param(second.read_text, id="second reading"),
]

WORDS = ("Jane", "Doe", "By", "a", "naïve", "R&D", "a<b", "x>y", "文記者", "O’Brien")
AS_ENTITIES = {
    "naïve": "na&iuml;ve",
    "R&D": "R&amp;D",
    "a<b": "a&lt;b",
    "x>y": "x&#62;y",
    "文記者": "&#x6587;記者",
    "a": "&#97;",
}
INLINE = ("b", "i", "span", "em", "a", "font", "sup", "time")
BLOCKS = ("p", "div", "h2", "li", "td", "blockquote", "section", "figcaption", "pre")
NOT_SEEN = (
    "<!-- By Jane Doe <b>Jane</b> -->",
    "<span hidden>Jane</span>",
    '<span style="display:none">By <b>Doe</b> Jane</span>',
    "<script>By('Jane > Doe')</script>",
    "<template><p>Jane</p></template>",
    "<noscript><i>Doe</i> By</noscript>",
    '<img src=x alt="Jane > Doe">',
    "<textarea>By <b>Jane</textarea>",
)
ATTRIBUTES = (
    "",
    ' title="By Jane > Doe"',
    " data-x='Jane \"Doe\" <b>'",
    " class=Jane",
    '\n  id="Doe"\n',
)


class Source:
    """HTML being written, and where each word that is to be seen stands."""

    def __init__(self):
        self.text = ""
        self.seen = []

    def write(self, parts):
        for kind, *rest in parts:
            {"text": self.add, "word": self.word, "element": self.element}[kind](*rest)
        return self

    def add(self, text):
        self.text += text

    def word(self, word, as_entity):
        self.seen.append((word, len(self.text)))
        plain = word.replace("&", "&amp;").replace("<", "&lt;")
        self.add(AS_ENTITIES.get(word, plain) if as_entity else plain)

    def element(self, tag, attributes, inside):
        before, after = ("<table><tr>", "</tr></table>") if tag == "td" else ("", "")
        self.add(f"{before}<{tag}{attributes}>")
        self.write(inside)
        self.add(f"</{tag}>{after}")


def elements(tags, inside):
    return st.tuples(
        st.just("element"),
        st.sampled_from(tags),
        st.sampled_from(ATTRIBUTES),
        st.lists(inside, max_size=5),
    )


words = st.tuples(st.just("word"), st.sampled_from(WORDS), st.booleans())
spaces = st.tuples(st.just("text"), st.sampled_from((" ", "\n", "  \n ", "&nbsp;", "\t")))
unseen = st.tuples(st.just("text"), st.sampled_from(NOT_SEEN))
inline = st.recursive(
    st.one_of(words, words, spaces, unseen), lambda inside: elements(INLINE, inside), max_leaves=8
)
block = elements(BLOCKS, inline)
documents = st.lists(
    st.one_of(block, elements(("div", "section"), st.one_of(block, inline)), inline), max_size=8
)


def located(page):
    """(sign, its offset) of every sign but white space of all blocks, in reading order."""
    for block in page.blocks:
        for index, sign in enumerate(block.text):
            if not sign.isspace() and sign != "\u200b":
                yield sign, offset(page, *page.locate(block, index))


@given(documents)
def test_every_word_that_is_seen_is_found_where_it_stands(parts):
    """By both readings."""
    source = Source().write(parts)
    for read in (html.read_text, second.read_text):
        signs = list(located(read("page.html", source.text)))
        assert "".join(sign for sign, _ in signs) == "".join(word for word, _ in source.seen), read
        at = 0
        for word, offset in source.seen:
            assert signs[at] == (word[0], offset), read
            at += len(word)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("source", "block", "line", "column"),
    [
        pytest.param("<p>\nBy\n<b>Jane</b>\n</p>", 0, 2, 1, id="on the line below its element"),
        pytest.param("<p>Jane<br>Jane</p>", 1, 1, 12, id="the second of two equal lines"),
        pytest.param(
            "<div>Jane<div>Jane</div>Jane</div>", 2, 1, 25, id="after an element with the same text"
        ),
        pytest.param("<p>Jane<b>Jane</b></p>Jane", 1, 1, 23, id="after a paragraph that ends alike"),
        pytest.param("<pre>Jane\n\nJane</pre>", 1, 3, 1, id="the second block of one pre"),
        pytest.param("<h1>One<br><br>Jane</h1>", 1, 1, 16, id="the second block of one heading"),
        pytest.param("<p>é\U0001f600 <b>Jane", 0, 1, 4, id="columns count characters, not bytes"),
        pytest.param('<p title="Jane > Jane">Jane', 0, 1, 24, id="an attribute with the same words and a >"),
        pytest.param(
            "<p><!-- Jane --><b hidden>Jane</b>Jane", 0, 1, 35, id="the same words in what is hidden before"
        ),
        pytest.param("<p>By <!--" + " x" * 30_000 + "\n--><b>Jane", 0, 1, 4, id="a long comment within"),
    ],
)
def test_a_block_begins_where_its_first_letter_stands(read, source, block, line, column):
    page = read("page.html", source)
    assert page.locate(page.blocks[block]) == (line, column)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<p>x</p>\n<!-- By Jane Doe -->", id="in a comment"),
        pytest.param("<p>x</p>\n<!-- <p>By <b>Jane</b> Doe</p> -->", id="in markup in a comment"),
        pytest.param("<p>x</p>\n<noscript><p>By Jane Doe</p></noscript>", id="in noscript"),
        pytest.param("<p>x</p>\n<template>By <b>Jane</b></template>", id="in a template"),
        pytest.param("<p>x <span hidden>By Jane</span> y</p>", id="in a hidden element"),
        pytest.param("<p hidden>By <i>x</i> Jane</p>", id="in a hidden paragraph"),
        pytest.param("<details><summary>x</summary>By Jane</details>", id="in closed details"),
        pytest.param("<textarea>&lt;p&gt;By Jane</textarea>", id="in a text field"),
    ],
)
def test_a_word_that_is_not_seen_has_its_place_too(read, source):
    page = read("page.html", source)
    (block,) = page.hidden
    where = page.locate(block, block.text.index("Jane"))
    assert offset(page, *where) == source.index("Jane")


def test_what_cannot_be_found_lies_at_the_block_it_belongs_to():
    page = html.read_text("page.html", "<p>By Jane</p>")
    strange = page.blocks[0]._replace(text="other words")
    assert page.locate(strange, 3) == (1, 1)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<p>" + "word " * 400_000, id="400,000 words"),
        pytest.param("<p>" + "w" * 2_000_000, id="one word of 2 MB"),
        pytest.param("<p>Jane " + '<a b="' * 50_000, id="tags that never end"),
        pytest.param("<p>Jane " + "<b>x</b>" * 50_000, id="50,000 elements in a paragraph"),
        pytest.param("<p>Jane</p>" * 20_000, id="20,000 equal paragraphs"),
        pytest.param("<p>Jane<span hidden>x</span>" * 10_000, id="10,000 hidden elements"),
    ],
)
def test_looking_a_word_up_takes_no_time_to_speak_of(source):
    page = html.read_text("page.html", source)
    started = time.perf_counter()
    for block in (page.blocks[0], page.blocks[-1]):
        page.locate(block, len(block.text) // 2)
    assert time.perf_counter() - started < 5
