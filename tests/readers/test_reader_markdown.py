"""Markdown is read as the page it becomes: text, links, pictures, what is hidden, what templates fill in."""

import pytest

from licheck.model.page import BlockKind
from licheck.readers.markdown import read, recognises


def page_of(text, name="story.md"):
    return read(name, text.encode())


def texts(text):
    return [block.text for block in page_of(text).blocks]


@pytest.mark.parametrize(
    ("text", "kind", "seen"),
    [
        pytest.param("# River *Town* ##", BlockKind.HEADING, "River Town", id="heading"),
        pytest.param("River Town\n===", BlockKind.HEADING, "River Town", id="underlined heading"),
        pytest.param("By **Jane\nDoe**", BlockKind.PARAGRAPH, "By Jane Doe", id="paragraph over two lines"),
        pytest.param("- By Jane Doe", BlockKind.ITEM, "By Jane Doe", id="item"),
        pytest.param("|Jane|\n|-|", BlockKind.CELL, "Jane", id="cell"),
        pytest.param("    By Jane", BlockKind.CODE, "By Jane", id="indented code"),
        pytest.param("```\nBy <Jane>\n```", BlockKind.CODE, "By <Jane>", id="fenced code"),
        pytest.param(
            "_By_ [Jane](x) `Doe` ~~Ann~~", BlockKind.PARAGRAPH, "By Jane Doe Ann", id="inline marks"
        ),
        pytest.param(
            r"\*By\* Jane \& Ann &amp; Tom &eacute;",
            BlockKind.PARAGRAPH,
            "*By* Jane & Ann & Tom é",
            id="escapes",
        ),
        pytest.param(
            "By Jane &lt;b> <Doe", BlockKind.PARAGRAPH, "By Jane <b> <Doe", id="signs that are no tags"
        ),
        pytest.param(
            "By Jane<!-- x --><i hidden>not</i> Doe", BlockKind.PARAGRAPH, "By Jane Doe", id="inline HTML"
        ),
        pytest.param("<p>By Jane Doe</p>", BlockKind.PARAGRAPH, "By Jane Doe", id="HTML"),
        pytest.param("Story[^1]", BlockKind.PARAGRAPH, "Story[^1]", id="footnote mark"),
    ],
)
def test_every_kind_of_block_is_seen_without_its_marks(text, kind, seen):
    page = page_of(text)
    assert [(block.kind, block.text) for block in page.blocks] == [(kind, seen)]
    assert page.format == "markdown"


def test_a_quote_is_a_paragraph_in_a_container_that_says_so():
    page = page_of("> By Jane Doe")
    assert page.containers[page.blocks[0].container].tag == "blockquote"


def test_reference_definitions_are_not_seen_but_lead_their_links():
    page = page_of("Read [the original].\n\n[The Original]: https://harbour.example/a_b 'T'\n")
    assert [block.text for block in page.blocks] == ["Read the original."]
    assert [(link.href, link.text) for link in page.links] == [
        ("https://harbour.example/a_b", "the original")
    ]


@pytest.mark.parametrize(
    ("text", "href", "shown"),
    [
        pytest.param("[X](https://a.example/?q=1&r=2)", "https://a.example/?q=1&r=2", "X", id="ampersand"),
        pytest.param(
            "[X](<https://a.example/ü b>)", "https://a.example/ü b", "X", id="as written, not encoded"
        ),
        pytest.param('[X](/y "the \\"title\\"")', "/y", "X", id="title with quotes"),
        pytest.param("[**X** y](z)", "z", "X y", id="emphasis within"),
        pytest.param(
            "<https://a.example/_b_>", "https://a.example/_b_", "https://a.example/_b_", id="angle brackets"
        ),
        pytest.param("<a href='z'>X</a>", "z", "X", id="HTML"),
        pytest.param(
            "https://a.example/b_c_d.", "https://a.example/b_c_d", "https://a.example/b_c_d", id="bare"
        ),
        pytest.param("*www.a.example*", "http://www.a.example", "www.a.example", id="bare, without scheme"),
        pytest.param(
            "<a href=z>https://a.example</a>", "z", "https://a.example", id="an address in an HTML link"
        ),
        pytest.param("[https://a.example](z)", "z", "https://a.example", id="an address in a link"),
        pytest.param("[X](javascript:void)", "javascript:void", "X", id="any scheme, as browsers show it"),
    ],
)
def test_links_are_found_with_their_address_as_written(text, href, shown):
    page = page_of(f"Read {text} now")
    (link,) = page.links
    assert (link.href, link.text) == (href, shown)
    assert page.blocks[link.block].text[link.start : link.end] == shown


@pytest.mark.parametrize(
    "text", ["`https://a.example`", "```\nhttps://a.example\n```", r"https\://a.example"]
)
def test_addresses_in_code_are_no_links(text):
    assert page_of(text).links == ()


def test_a_picture_glued_to_a_word_keeps_what_is_said_about_it():
    page = page_of('By Jane Doe.![A _small_ &amp; dot](https://pixel.example/p.gif?a=1&b=2 "T")')
    (image,) = page.images
    assert (image.src, image.alt, image.title) == (
        "https://pixel.example/p.gif?a=1&b=2",
        "A small & dot",
        "T",
    )
    assert page.blocks[0].text == "By Jane Doe."


def test_a_picture_in_a_link_knows_the_link():
    page = page_of("[![Harbour News](logo.svg)](https://harbour.example)")
    assert [(image.alt, image.link) for image in page.images] == [("Harbour News", "https://harbour.example")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            "<div hidden>\n\nBy *Jane Doe*\n\n</div>", "hidden", id="hidden attribute around Markdown"
        ),
        pytest.param('<p style="display:none">By Jane Doe</p>', "none", id="inline style"),
        pytest.param("Text <span hidden>By Jane Doe</span>", "hidden", id="within a paragraph"),
        pytest.param("<!-- By Jane Doe -->", "comment", id="comment"),
        pytest.param("Text <!-- By Jane Doe --> text", "comment", id="comment within a paragraph"),
        pytest.param(
            "<style>.c{display:none}</style>\n\n<p class=c>By Jane Doe</p>", "none", id="style sheet"
        ),
        pytest.param("<template>\n\nBy Jane Doe\n\n</template>", "template", id="template"),
    ],
)
def test_html_in_markdown_hides_what_it_hides_in_a_browser(text, reason):
    page = page_of(f"# River Town\n\n{text}\n\nThe vote was close.")
    assert not [block for block in page.blocks if "Jane" in block.text]
    (hidden,) = [block for block in page.hidden if "Jane" in block.text]
    assert hidden.text == "By Jane Doe"
    assert reason in hidden.hidden


def test_an_unclosed_comment_hides_the_rest_as_it_does_in_a_browser():
    page = page_of("The vote was close.\n\n<!-- \n\nBy Jane Doe\n")
    assert [block.text for block in page.blocks] == ["The vote was close."]


@pytest.mark.parametrize(
    ("text", "can"),
    [
        pytest.param("# Title\n\nBy [Jane](x), *Harbour* `code`\n\n|a|\n|-|\n", False, id="words only"),
        pytest.param("By Jane <!--more--> Doe", False, id="a comment"),
        pytest.param("```\n<img src=x>\n```", False, id="code about HTML"),
        pytest.param("![](x)", True, id="a picture"),
        pytest.param("[a]: x\n\n![a]", True, id="a picture by reference"),
        pytest.param("By <b>Jane</b>", True, id="a tag"),
        pytest.param("<div>\n\nBy Jane\n\n</div>", True, id="a block of HTML"),
        pytest.param("<!-- <img src=logo.svg> -->", True, id="a picture in a comment"),
    ],
)
def test_a_file_without_pictures_and_tags_cannot_tell_whether_there_is_a_logo(text, can):
    assert page_of(text).can_show_images is can


def test_front_matter_is_metadata_and_not_text():
    page = page_of("---\ntitle: Library\nauthor: Jane Doe\ndraft: true\n---\n# River Town\n")
    assert [block.text for block in page.blocks] == ["River Town"]
    assert [(meta.name, meta.value) for meta in page.metadata] == [
        ("title", "Library"),
        ("author", "Jane Doe"),
        ("draft", "true"),
    ]
    assert page.position(page.values("author")[0].offset) == (3, 9)


def test_broken_front_matter_is_told_and_the_story_is_read_all_the_same():
    page = page_of("---\ntitle: [x\n---\nBy Jane Doe\n")
    assert [block.text for block in page.blocks] == ["By Jane Doe"]
    assert page.metadata == ()
    assert "front matter could not be read" in page.notes[0]


@pytest.mark.parametrize(
    ("text", "seen", "told"),
    [
        pytest.param('{{< figure src="a.jpg" >}}\n\nBy Jane', ["By Jane"], "{{< figure >}}", id="Hugo"),
        pytest.param(
            "{{% note %}}\nBy Jane\n{{% /note %}}", ["By Jane"], "{{% note %}}", id="Hugo around text"
        ),
        pytest.param("By {{ page.author }} Jane", ["By Jane"], "{{ page.author }}", id="a value"),
        pytest.param("{% include a.html %}By Jane", ["By Jane"], "{% include %}", id="Liquid"),
        pytest.param("{% if x %}By Jane{% endif %}", ["By Jane"], "{% if %}", id="Liquid around text"),
        pytest.param("<YouTube id={x > 1} />\n\nBy Jane", ["By Jane"], "<YouTube>", id="component"),
        pytest.param(
            '<Callout.Box a=">">By Jane</Callout.Box>',
            ["By Jane"],
            "<Callout.Box>",
            id="component around text",
        ),
        pytest.param("import A, { B } from 'c';\n\nBy Jane", ["By Jane"], "import", id="import"),
        pytest.param("import {\n  A,\n} from 'c'\n\nBy Jane", ["By Jane"], "import", id="import over lines"),
        pytest.param(
            "> {{< a >}} By Jane\n> {{< b\n> c=1 >}}", ["By Jane"], "{{< a >}}, {{< b >}}", id="over lines"
        ),
    ],
)
def test_what_a_template_would_fill_in_is_told_and_not_shown(text, seen, told):
    page = page_of(text)
    assert page.scripted
    assert [block.text for block in page.blocks] == seen
    assert page.notes == (
        f"What the site puts in place of its template marks is not known and was not checked: {told}.",
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("By Jane{# By Ann #}", ["By Jane"], id="a comment of Nunjucks"),
        pytest.param("## Title {#top}\n\nBy Jane {:.lead}\n{: .x}", ["Title", "By Jane"], id="attributes"),
        pytest.param("{% endif %}By Jane{{< /note >}}", ["By Jane"], id="closing marks"),
    ],
)
def test_marks_that_show_nothing_are_left_out_without_a_word(text, seen):
    page = page_of(text)
    assert ([block.text for block in page.blocks], page.notes, page.scripted) == (seen, (), False)


def test_what_a_template_comments_out_is_not_shown():
    assert texts("A{% comment %} By {{ x }} Ann {% endcomment %} B {%comment%} never closed") == [
        "A B never closed"
    ]


def test_a_mark_that_is_never_closed_does_not_reach_to_the_next_one():
    page = page_of("{% By Jane Doe {% include a.html %}\n\n{{< By Ann {{< figure >}}")
    assert [block.text for block in page.blocks] == ["{% By Jane Doe", "{{< By Ann"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By {Jane}", id="one brace"),
        pytest.param("By {{ Jane", id="never closed"),
        pytest.param("By {{ Jane\nDoe }}", id="over two lines"),
        pytest.param("import taxes rose", id="a sentence about imports"),
        pytest.param("export default rates rose", id="a sentence about exports"),
        pytest.param("10 % {x} %}", id="closed but never opened"),
        pytest.param("{{< figure " + "x" * 4_000 + " >}}", id="longer than any shortcode"),
    ],
)
def test_what_only_resembles_a_template_is_text(text):
    page = page_of(text)
    assert " ".join(block.text for block in page.blocks) == " ".join(text.split())
    assert page.notes == ()


def test_tags_in_capitals_are_html_in_markdown_and_components_in_mdx():
    text = "By Jane <IMG SRC=x.png> <Image src=y.png /> {name} {/* Ann */}"
    assert [image.src for image in page_of(text).images] == ["x.png", "y.png"]
    page = page_of(text, "story.mdx")
    assert (page.images, [block.text for block in page.blocks]) == ((), ["By Jane"])
    assert page.notes[0].endswith(": <IMG>, <Image>, {name}.")


def test_mdx_exports_are_no_text():
    page = page_of("export const author = {\n  name: 'Jane',\n}\n\nBy Ann", "story.mdx")
    assert [block.text for block in page.blocks] == ["By Ann"]


def test_only_the_first_few_marks_are_named():
    page = page_of(" ".join(f"{{{{ a{i} }}}}" for i in range(9)))
    assert page.notes[0].endswith("{{ a0 }}, {{ a1 }}, {{ a2 }}, {{ a3 }}, {{ a4 }} and 4 more.")


def test_an_address_that_a_template_completes_keeps_the_rest():
    page = page_of("[Original]({{ site.url }}/library) ![]({{< src >}})")
    assert (page.links[0].href, page.links[0].text) == ("/library", "Original")
    assert page.images[0].src == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# A\r\n\r\nBy **Jane\r\nDoe**\r\n", id="CRLF"),
        pytest.param("# A\r\rBy **Jane\rDoe**\r", id="CR"),
        pytest.param("\ufeff# A\n\nBy **Jane\nDoe**\n", id="a byte order mark"),
        pytest.param(
            "\ufeff---\r\ntitle: x\r\n---\r\n# A\r\n\r\nBy **Jane\r\nDoe**", id="all of it, with front matter"
        ),
    ],
)
def test_line_ends_and_marks_change_nothing(text):
    page = page_of(text)
    assert [block.text for block in page.blocks] == ["A", "By Jane Doe"]
    assert "\r" not in page.source and page.source[0] in "#-"


@pytest.mark.parametrize(
    "text", ["", "\n", "---\n---\n", "{{< a >}}", "[a]: b", "<!-- x -->", "***", "<b></b>"]
)
def test_a_file_without_text_has_no_blocks(text):
    assert page_of(text).blocks == ()


@pytest.mark.parametrize(
    ("head", "is_markdown"),
    [
        pytest.param(b"# Title", True, id="heading"),
        pytest.param(b"text\n\n[x](y)", True, id="link"),
        pytest.param(b"---\ntitle: x\n---\ntext", True, id="front matter"),
        pytest.param(b"<div>\n\n# x", True, id="HTML and Markdown"),
        pytest.param(b"---\ntitle: x\n---\n<p>text", False, id="front matter of an HTML template"),
        pytest.param(b"<!doctype html># x", False, id="an HTML document"),
        pytest.param(b"text <p>**x**", False, id="HTML with asterisks"),
        pytest.param(b"By Jane Doe", False, id="text"),
        pytest.param(b"#1 of 3 [x] (y) 2 ** 3", False, id="text with signs"),
    ],
)
def test_markdown_is_recognised_by_its_marks(head, is_markdown):
    assert recognises(head) is is_markdown
