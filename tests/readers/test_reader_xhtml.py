"""XHTML is read by the rules of XML where browsers do that, and AMP pages with their own elements."""

import pytest
from story_files import SEEN, misplaced, xhtml

from licheck.readers import read
from licheck.readers.second import read_again

HIDING = "<style><![CDATA[ .gone > p { display: none } ]]></style>"


def seen(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param("<div hidden='hidden'/>", "", id="an empty hidden box"),
        pytest.param("<textarea/>", "", id="an empty text field"),
        pytest.param("<iframe src='https://harbour.example/'/>", "", id="an empty frame"),
        pytest.param("", "<script src='a.js'/>", id="an empty script"),
        pytest.param("", "<title/>", id="an empty title"),
        pytest.param("<?php echo 'x' ?>", "", id="an instruction"),
        pytest.param("<!-- x -->", "<script>if (1 &lt; 2) {}</script>", id="a script"),
    ],
)
def test_an_empty_element_swallows_nothing(body, head):
    text = xhtml(head=head).replace("</h1>\n", f"</h1>\n{body}")
    page = read("page.xhtml", text.encode())
    assert seen(page) == SEEN
    assert misplaced(page) == []
    assert seen(read_again(page)) == SEEN
    assert page.source == text


def test_cdata_is_text_and_a_style_sheet_in_it_hides():
    page = read(
        "page.xht",
        xhtml("<p>By <![CDATA[<b>Jo & Ann</b>]]></p><div class='gone'><p>Out</p></div>", HIDING).encode(),
    )
    assert seen(page) == [SEEN[0], "By <b>Jo & Ann</b>"]
    assert [(block.text, ".gone > p" in block.hidden) for block in page.hidden] == [("Out", True)]
    assert misplaced(page) == []


def test_a_script_of_json_ld_in_cdata_is_metadata():
    script = """<script type="application/ld+json"><![CDATA[{"@type": "NewsArticle", "author": "Jo & Ann"}]]></script>"""
    page = read("page.xhtml", xhtml(head=script).encode())
    assert [(meta.value, meta.where) for meta in page.values("author")] == [("Jo & Ann", "JSON-LD")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("page.html", xhtml("<p>A</p><div hidden='hidden'/><p>B</p>"), id="as .html, which servers send as HTML"),
        pytest.param("page.xhtml", xhtml("<p>A</p><div hidden='hidden'/><p>B"), id="not well formed"),
        pytest.param("page.xhtml", xhtml("<p>A</p><div hidden='hidden'/><p>B</p>").replace("/1999/xhtml", "/1999/xhtm"), id="without the namespace"),
        pytest.param("page.xhtml", xhtml("<p>A</p><div hidden='hidden'/><p>B</p>").replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x "y">]>'), id="with entities of its own"),
    ],
)  # fmt: skip
def test_all_else_is_read_as_html_where_an_empty_box_is_an_open_one(path, text):
    page = read(path, text.encode())
    assert "A" in seen(page)
    assert "B" not in seen(page)
    assert page.format == "html"


@pytest.mark.parametrize("head", ["<script src='a.js'/>", "<title/>", "<STYLE media='x>y' />"])
@pytest.mark.parametrize(
    ("body", "note"),
    [
        pytest.param("<p>Un<br>closed</p>", "The file is not well-formed XML from line 6 on", id="malformed"),
        pytest.param("<p>Cut", "The file is cut off", id="cut off"),
    ],
)
def test_what_is_not_well_formed_is_read_as_html_and_that_is_told(head, body, note):
    text = xhtml(body, head)
    page = read("page.xhtml", (text if "Un" in body else text.partition("</body>")[0]).encode())
    assert seen(page)[:1] == SEEN[:1]
    assert "Un" in page.blocks[1].text or page.blocks[1].text == "Cut"
    assert page.notes[0].startswith(note)
    assert page.notes[0].endswith(": read as HTML.")
    assert misplaced(page) == []
    assert seen(read_again(page)) == seen(page)


@pytest.mark.parametrize("unit", ["<script ", "<script '", '<title a="', "<style /"])
def test_empty_elements_that_never_end_take_no_time(unit):
    page = read("page.xhtml", f"<html xmlns='http://www.w3.org/1999/xhtml'>{unit * 100_000}".encode())
    assert page.notes[0].endswith(": read as HTML.")


def test_the_entities_of_html_are_known():
    page = read("page.xhtml", xhtml("<p>J&ouml;rg&nbsp;Wei&szlig; &amp; Ann</p>").encode())
    assert page.blocks[1].text == "Jörg Weiß & Ann"


def test_the_declared_encoding_is_used():
    text = xhtml("<p>Von Jörg</p>").replace("UTF-8", "ISO-8859-1").replace("“", "").replace("”", "")
    page = read("page.xhtml", text.encode("latin-1"))
    assert (page.blocks[1].text, page.encoding.name, page.encoding.how) == (
        "Von Jörg",
        "windows-1252",
        "declared",
    )


AMP = """\
<!doctype html>
<html ⚡ lang="en">
<head><meta charset="utf-8"><title>Ferry bell</title><link rel="canonical" href="https://post.example/ferry-bell">
<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style>
<noscript><style amp-boilerplate>body{animation:none}</style></noscript>
<script async src="https://cdn.ampproject.org/v0.js"></script></head>
<body>
<amp-sidebar layout="nodisplay"><ul><li>News</li></ul></amp-sidebar>
<h1>Ferry bell</h1>
<amp-img src="https://harbour.example/logo.png" alt="Harbour Lane News" width="200" height="50" layout="fixed">
<noscript><img src="https://harbour.example/logo.png" alt="Harbour Lane News"></noscript></amp-img>
<p>By Jo Doe</p>
<amp-pixel src="https://count.harbour.example/7" layout="nodisplay"></amp-pixel>
<amp-ad type="x"></amp-ad>
</body></html>
"""


def test_an_amp_page_shows_its_pictures_and_loads_its_counter():
    page = read("page.amp.html", AMP.encode())
    assert seen(page)[-2:] == ["Ferry bell", "By Jo Doe"]
    alive = [(image.tag, image.src, image.alt, image.width) for image in page.images if not image.hidden]
    assert alive == [
        ("amp-img", "https://harbour.example/logo.png", "Harbour Lane News", 200),
        ("amp-pixel", "https://count.harbour.example/7", "", 0),
    ]
    assert [meta.value for meta in page.values("canonical")] == ["https://post.example/ferry-bell"]
    assert page.source[page.images[0].offset :].startswith("<amp-img")
