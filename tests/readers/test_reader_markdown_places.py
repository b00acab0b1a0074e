"""From what a reader sees back to line and column of the Markdown source, through all marks in between."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.readers.markdown import read

STORY = """\
---
title: Library
---
# River *Town* closes its \\*library\\* &amp; more ##

A second headline
over two lines
=====

By **Jane Doe** and [Ann
Lee](https://harbour.example/ann "Ann"), _Harbour News_\\
Service
{{< figure src="a.jpg" >}} Photo by Tom.

The vote was close.![](https://pixel.example/p.gif) “Curly” & <b>bold</b> at https://a.example/b_c_d,  
next line with `code  span` and ``a ` tick``, <https://c.example>, ~~gone~~ words[^1].

> Quoted words
> > quoted *again
> > and* again
lazy words

- item one
  wrapped
- item **two**

  paragraph in it

  1. nested `x`

| head | b \\| c |
|------|--------|
| cell | cell d |
| cell | **e**  |

    indented code
	tabbed code

~~~python
fenced <code>
~~~

<section>
<p>HTML paragraph
of two lines <em>here</em></p>

Markdown *within* HTML

</section>

<div hidden>
Hidden words
</div>

<!-- commented words -->

[^1]: Note words with [a link][ref].

[ref]: https://d.example
"""  # noqa: W291 - two spaces at the end of a line are a line break
WORD = re.compile(r"\w+(?:\.\w+)*")


def wrong_places(page):
    """Words of blocks that are not found where their locator says; with how many were looked at."""
    wrong, looked_at = [], 0
    for block in (*page.blocks, *page.hidden):
        for word in WORD.finditer(block.text):
            offset = page.locator(page, block, word.start())
            if not page.source.startswith(word.group(), offset):
                wrong.append((word.group(), page.source[offset : offset + 12], block.text[:30]))
            looked_at += 1
    return wrong, looked_at


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_word_of_a_story_with_all_marks_is_found_at_its_place(ends):
    wrong, looked_at = wrong_places(read("story.md", STORY.replace("\n", ends).encode()))
    assert wrong == []
    assert looked_at > 90


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        pytest.param("By **Jane Doe**", "Doe", (1, 11), id="emphasis"),
        pytest.param("By [Jane](x) Doe", "Doe", (1, 14), id="behind a link"),
        pytest.param("By [Jane][x] Doe\n\n[x]: y", "Doe", (1, 14), id="behind a reference"),
        pytest.param("By\n  Jane  \n  Doe", "Doe", (3, 3), id="behind a line break"),
        pytest.param("Doe & &amp; \\& &lt; Doe Jane", "Jane", (1, 25), id="behind escapes and entities"),
        pytest.param("# Jane # Doe ##", "Doe", (1, 10), id="a heading with hashes"),
        pytest.param("> > By Jane\n> > Doe", "Doe", (2, 5), id="quotes"),
        pytest.param("1. By\n\n   Jane\n   Doe", "Doe", (4, 4), id="a list"),
        pytest.param("|a|Jane\\|Doe|\n|-|-|\n", "|Doe", (1, 9), id="an escaped bar in a cell"),
        pytest.param("|Jane|b|\n|-|-|\n|Ann|Jane|", "Ann", (3, 2), id="a row"),
        pytest.param("`` Jane ` Doe ``", "Doe", (1, 11), id="code with spaces taken off"),
        pytest.param("```\nJane\n  Doe\n```", "Doe", (3, 3), id="fenced code"),
        pytest.param("<div>\n <p>Jane\n <b>Doe</b>", "Doe", (3, 5), id="HTML"),
        pytest.param("![Jane](x)Jane Doe", "Doe", (1, 16), id="behind a picture"),
        pytest.param("{{< by x >}} By {{ y }} Jane Doe", "Doe", (1, 30), id="behind shortcodes"),
        pytest.param("---\na: b\n---\nBy Jane Doe", "Doe", (4, 9), id="behind front matter"),
        pytest.param("a_b*c*d Doe", "Doe", (1, 9), id="behind marks that are none and some that are"),
        pytest.param("~Jane~ ~~~Ann~~ Doe", "Doe", (1, 17), id="behind odd tildes"),
        pytest.param("Jane ~~Ann~~~ Doe", "Doe", (1, 15), id="behind a tilde too many"),
        pytest.param("😀 Ján Doe", "Doe", (1, 7), id="columns are characters"),
    ],
)
def test_a_word_is_located_by_line_and_column(text, word, place):
    page = read("story.md", text.encode())
    (block,) = [block for block in page.blocks if word in block.text]
    assert page.locate(block, block.text.index(word)) == place


def test_equal_cells_of_a_row_are_located_each_at_its_own_place():
    page = read("story.md", b"|Jane|Jane|\n|-|-|\n|Doe|Doe|")
    assert [page.locate(block) for block in page.blocks] == [(1, 2), (1, 7), (3, 2), (3, 6)]


def test_escaped_characters_and_entities_are_located_at_what_stands_for_them():
    page = read("story.md", rb"By \*Jane\* &eacute;&#33; Doe")
    text = page.blocks[0].text
    assert text == "By *Jane* é! Doe"
    found = [page.source[page.locator(page, page.blocks[0], text.index(sign)) :][:8] for sign in "*é!"]
    assert found == ["*Jane\\* ", "&eacute;", "&#33; Do"]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        pytest.param("# River", "heading", id="heading"),
        pytest.param("By **Jane", "paragraph", id="paragraph"),
        pytest.param("Quoted words", "paragraph", id="quote"),
        pytest.param("- item **two", "paragraph", id="item of a loose list"),
        pytest.param("b \\| c", "cell", id="cell"),
        pytest.param("~~~python", "code", id="code"),
        pytest.param("<p>HTML", "paragraph", id="HTML"),
    ],
)
def test_a_block_begins_where_its_source_begins(start, kind):
    page = read("story.md", STORY.encode())
    assert [block.kind.value for block in page.blocks if page.source.startswith(start, block.offset)] == [
        kind
    ]


def test_links_pictures_and_hidden_text_stand_where_they_were_written():
    page = read("story.md", STORY.encode())
    links = [page.source[link.offset :][:8] for link in page.links]
    assert links == ["[Ann\nLee", "https://", "<https:/", "[a link]"]
    assert [page.source[image.offset :][:4] for image in page.images] == ["![]("]
    assert [page.source[block.offset :][:8] for block in page.hidden] == ["<div hid", "<!-- com"]


# Pieces of prose and marks, in any order: nothing is said about what they mean, only that places stay true.
PIECES = st.sampled_from(
    [
        *(
            "council ",
            "library\n",
            "vote\n\n",
            "Jane",
            "é ",
            "日本 ",
            "\n",
            "\n\n",
            "  \n",
            "\\\n",
            "\t",
            "    ",
        ),
        *(
            "**",
            "*",
            "_",
            "~~",
            "`",
            "``",
            "[",
            "](u)",
            "](u 'T')",
            "![",
            "[r]",
            "\n[r]: /x\n",
            "<https://a.example>",
        ),
        *(
            "# ",
            "## ",
            " #\n",
            "> ",
            ">",
            "- ",
            "1. ",
            "+ ",
            "|",
            "|-|-|\n",
            "\n---\n",
            "\n===\n",
            "```\n",
            "~~~\n",
        ),
        *(
            "&amp;",
            "&",
            "&#33;",
            "&#0;",
            "<",
            ">",
            "\\",
            "\\*",
            "https://a.example/b ",
            "{{< x >}}",
            "{{ y }}",
            "{% z %}",
        ),
        *(
            "<b>",
            "</b>",
            "<div hidden>",
            "</div>",
            "<p>",
            "<!-- ",
            " -->",
            "<img src=i>",
            "<br>",
            "<pre>",
            "</pre>\n",
        ),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_marks_stand_together_places_are_in_the_source_and_blocks_have_text(text):
    page = read("story.md", text.encode())
    for block in (*page.blocks, *page.hidden):
        assert block.text.strip()
        assert 0 <= block.offset <= len(page.source)
        for index in (0, len(block.text) // 2, len(block.text) - 1):
            assert 0 <= page.locator(page, block, index) <= len(page.source)
    for item in (*page.links, *page.images, *page.metadata):
        assert 0 <= item.offset <= len(page.source)


WORDS = st.sampled_from([f"word{number}" for number in range(300)])
MARKED = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "**", "_", "`", "[", "> ", "- ", "## ", "<b>", "\\*", "&amp; ", "{{ x }} "]),
    WORDS,
    st.sampled_from([" ", "\n", "\n\n", "** ", "_ ", "` ", "](u) ", "  \n", "</b> ", "\\\n", " | "]),
)


@given(st.lists(MARKED, max_size=30, unique_by=lambda piece: re.findall(r"word\d+", piece)[0]).map("".join))
def test_each_word_that_stands_once_in_the_source_is_found_there(text):
    page = read("story.md", text.encode())
    for block in page.blocks:
        for word in re.finditer(r"word\d+", block.text):
            assert page.source.startswith(word.group(), page.locator(page, block, word.start()))
