"""The second reading of a page sees what the first sees: same text, same order, same places, by another parser."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.make_pages import make_pages
from licheck.confirm import confirm
from licheck.errors import FormatError
from licheck.model.finding import Evidence, Finding, Level, Verdict
from licheck.model.report import Chosen, PageReport
from licheck.readers import read
from licheck.readers.html import read_text as first_reading
from licheck.readers.second import read_again
from licheck.readers.second import read_text as second_reading

ROOT = Path(__file__).resolve().parents[2]


def both(html):
    return first_reading("page.html", html), second_reading("page.html", html)


def texts_of(page):
    """What is seen, and what is not, in the order of the page; boxes and places are for other tests."""
    seen = [(block.text, block.level) for block in page.blocks]
    hidden = [(block.text, bool(block.hidden)) for block in page.hidden]
    links = [(link.href, link.text, link.block, link.hidden) for link in page.links if link.text]
    images = [(image.src, image.alt, image.block, image.lazy, image.hidden) for image in page.images]
    return seen, hidden, links, images, [script.src for script in page.scripts]


def assert_the_same(first, second):
    assert texts_of(second) == texts_of(first)


PAGES = {
    "a byline": "<h1>A clock</h1><p>By <a href=/r rel=author>Ida <b>Voss</b></a></p><p>It <i>came</i> up.</p>",
    "no elements at all": "A clock came up.\n\nBy Ida Voss",
    "what was never closed": "<div><p>One<p>Two<ul><li>Three<li>Four</ul><td>Five",
    "closed in the wrong order": "<p><b>One<i>Two</b>Three</i></p>",
    "line breaks": "By Ida Voss<br>Quay Post<br/><br>3 May",
    "a table": "<table><tr><th>By<td>Ida Voss<tr><td>For<td>Quay Post</table>",
    "text in a table, but in no cell": "<table>Ida Voss<tr><td>Quay Post</table>",
    "entities": "<p>&quot;A &amp; B&quot; &lt;x&gt; caf&eacute; &#233; &#x2014; &nbsp; &notanentity; &amp",
    "odd spaces": "<p>Ida\u00a0Voss \n\t Quay\u202fPost \u200b</p>",
    "glued elements": "<p><span>By</span><span>Ida Voss</span><span>Quay Post</span></p>",
    "glued elements, the first of which ends in a mark": "<p><span>राजेश्वरी</span><span>Quay Post</span></p><p hidden><b>Jose\u0301</b><b>Quay</b></p>",
    "hidden by attribute": "<p>One</p><p hidden>Two</p><div style='display:none'>Three <p>four</p></div><p>Five</p>",
    "hidden by a rule": "<style>.c{display:none} #d .e{visibility:hidden}</style><p class=c>One<div id=d><p class=e>Two</p>Three</div>",
    "details": "<details><summary>Credits</summary><p>Ida Voss</p></details><details open><summary>More</summary>Yes</details>",
    "comments": "<p>One<!-- By <b>Ida</b> Voss --> two</p><!-- <p>Three</p> -->",
    "a template and noscript": "<template><p>One</template><noscript><p>Two</noscript><p>Three",
    "scripts and styles": "<script>var a = '<p>One</p>'</script><style>p{}</style><p>Two<script src=/x.js></script></p>",
    "textarea and title in the body": "<textarea><p>One</p></textarea><title>Two</title><p>Three",
    "forms": "<form><label>Mail</label><input value=x><button>Send</button><select><option>One<option>Two</select></form>",
    "pictures": "<figure><img src=a.jpg alt='Ida Voss' width=1><figcaption>Photo: Ida Voss</figcaption></figure><p>x<img data-src=b.gif>",
    "a drawing": "<svg><title>Quay Post</title><text>Ida</text></svg><p>Two</p>",
    "links around blocks": "<a href=/x><h2>One</h2><p>Two</p></a><p>Three</p>",
    "nested links": "<a href=/x>One <a href=/y>two</a> three</a>",
    "headings in headings": "<h1>One <h2>Two</h2> three</h1>",
    "a quotation": "<blockquote>One<p>Two</p></blockquote><q>Three</q>",
    "preformatted": "<pre>\nOne\n  two\n</pre><code>three</code>",
    "escaped markup": "<p>&lt;p&gt;By Ida Voss&lt;/p&gt;</p>",
    "boxes": "<header><nav><ul><li><a href=/>Home</a></ul></nav></header><main><article><h1>A</h1></article></main><aside>B</aside>",
    "CDATA and instructions": "<?xml version='1.0'?><!DOCTYPE html><p>One<![CDATA[two]]></p>",
    "upper case": "<P>ONE<BR>TWO</P><DIV STYLE='DISPLAY:NONE'>THREE</DIV>",
    "head and body": "<html><head><title>T</title><meta name=author content='Ida'></head><body class=x><p>One</body></html>",
    "what follows the end": "<html><body><p>One</p></body></html><p>Two</p>",
    "ruby": "<p><ruby>記者<rp>(</rp><rt>きしゃ</rt><rp>)</rp></ruby></p>",
    "right to left": "<p dir=rtl>כתבה: נועה כרמי</p>",
}  # fmt: skip


@pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in PAGES.items()])
def test_both_readings_see_the_same(html):
    assert_the_same(*both(html))


@pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in PAGES.items()])
def test_both_readings_say_the_same_of_every_place(html):
    first, second = both(html)
    assert [first.locate(block) for block in first.blocks] == [
        second.locate(block) for block in second.blocks
    ]


@pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in PAGES.items()])
def test_both_readings_take_the_same_metadata(html):
    first, second = both(html)
    assert sorted(second.metadata) == sorted(first.metadata)


@pytest.mark.parametrize("seed", range(3))
def test_whole_pages_of_news_sites_are_read_the_same(seed):
    for page, _ in zip(make_pages(seed), range(4), strict=False):
        first, second = both(page.html)
        assert len(first.blocks) > 20
        assert_the_same(first, second)
        assert sorted(second.metadata) == sorted(first.metadata)


INLINE = st.recursive(
    st.sampled_from(["Ida Voss", " by ", "A &amp; B", "caf&eacute;", "\n  ", "<br>", "<img src=a.png alt=x>", "<!-- c -->"]),
    lambda inner: st.builds(
        lambda tag, children: f"<{tag}>{''.join(children)}</{tag.split()[0]}>",
        st.sampled_from(["b", "em", "span", "span hidden", "a href=/x", "span style='display:none'", "small", "time"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)  # fmt: skip
BLOCKS = st.recursive(
    st.builds(
        lambda tag, children: f"<{tag}>{''.join(children)}</{tag.split()[0]}>",
        st.sampled_from(["p", "h1", "h2", "div", "p hidden", "p class=c", "li", "figcaption"]),
        st.lists(INLINE, max_size=3),
    ),
    lambda inner: st.builds(
        lambda tag, children: f"<{tag}>{' '.join(children)}</{tag.split()[0]}>",
        st.sampled_from(["div", "article", "aside", "ul", "section id=s", "figure", "blockquote", "header class=c"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=8,
)  # fmt: skip
HEADS = st.sampled_from(["", "<style>.c{display:none}</style>", "<style>#s p{font-size:0}</style>"])


@given(HEADS, st.lists(BLOCKS, max_size=5))
@example("", ["<div><p>One</p>two<p>three</p></div>"])
@example("<style>.c{display:none}</style>", ["<header class=c><p>One</p></header>", "<p>Two</p>"])
def test_any_well_formed_page_is_read_the_same(head, blocks):
    html = f"<!doctype html><html><head><title>T</title>{head}</head><body>{''.join(blocks)}</body></html>"
    assert_the_same(*both(html))


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<ul>", "<li>", "</ul>", "<br>",
     "<h1>", "</h1>", "<table>", "<tr>", "<td>", "</table>", "<span hidden>", "</span>", "<!--", "-->", "<", ">", "&", "Ida", " ",
     "Voss", "\n", "&lt;", "<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<svg>", "</svg>"]
)  # fmt: skip


@given(st.lists(TAGS, max_size=25).map("".join))
def test_a_second_reading_of_any_text_is_a_page_or_a_format_error(html):
    try:
        page = second_reading("page.html", html)
    except FormatError as error:
        assert str(error)
        return
    for block in (*page.blocks, *page.hidden):
        assert block.text
        assert 0 <= block.offset <= len(html)
        page.locate(block, len(block.text) - 1)


@pytest.mark.parametrize(
    ("html", "says"),
    [
        pytest.param("<p>x" * 70_000, "too long for a second reading", id="more tags than it takes"),
        pytest.param("x" * 10_000_001, "too long for a second reading", id="more letters than it takes"),
    ],
)
def test_a_page_that_is_too_long_is_not_read_again(html, says):
    with pytest.raises(FormatError, match=says):
        second_reading("page.html", html)


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_text_and_markdown_have_one_reading(name):
    page = read(name, b"A clock\n\nBy **Ida Voss**\n")
    assert read_again(page) is page


def test_a_second_reading_keeps_what_is_known_of_the_file():
    page = replace(read("page.html", "<p>Von Jörg</p>".encode("cp1252")), can_show_images=False)
    again = read_again(page)
    assert (again.path, again.source, again.encoding, again.notes) == (
        page.path,
        page.source,
        page.encoding,
        page.notes,
    )
    assert again.can_show_images is False


def finding(verdict, reason="why", **more):
    return Finding("byline", "byline", Level.MUST, verdict, reason, rule_set="tidewater", **more)


def report(*findings):
    return PageReport("page.html", "html", "utf-8", (Chosen("tidewater", "Tidewater", "test"),), findings)


SEEN = Evidence("By Ida Voss", 3, 1)
FAILED, PASSED, DOUBT = Verdict.FAILED, Verdict.PASSED, Verdict.CANT_TELL


@pytest.mark.parametrize(
    ("first", "second", "confirmed"),
    [
        pytest.param(FAILED, FAILED, FAILED, id="both fail"),
        pytest.param(FAILED, DOUBT, FAILED, id="the second cannot tell"),
        pytest.param(FAILED, PASSED, DOUBT, id="the second passes"),
        pytest.param(FAILED, Verdict.INAPPLICABLE, DOUBT, id="the second has nothing to judge"),
        pytest.param(FAILED, None, DOUBT, id="the second takes it for no republication"),
        pytest.param(PASSED, FAILED, PASSED, id="only the second fails"),
        pytest.param(DOUBT, FAILED, DOUBT, id="the first cannot tell"),
    ],
)
def test_nobody_is_accused_by_one_reading_alone(first, second, confirmed):
    theirs = report(finding(second, "Seen.", evidence=(SEEN,))) if second else report()
    (found,) = confirm(report(finding(first, "Missing.")), theirs).findings
    assert found.verdict is confirmed
    disagree = (first, confirmed) == (FAILED, DOUBT)
    assert ("Two readings of the page disagree. First: Missing." in found.reason) is disagree
    if disagree and second:
        assert [(piece.text, piece.counts, piece.note) for piece in found.evidence] == [
            ("By Ida Voss", False, "second reading: counts")
        ]


def test_the_bench_of_the_two_readings_counts_a_folder(tmp_path):
    for name, html in (("one", PAGES["a byline"]), ("two", PAGES["boxes"])):
        (tmp_path / f"{name}.html").write_text(html, "utf-8")
    (tmp_path / "notes.txt").write_text("no page", "utf-8")
    command = [sys.executable, "-m", "bench.second_witness", "--pages", str(tmp_path), "--differences"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "| read twice | 2 | 2 | 100.0% |" in done.stdout
    assert "| every visible word in both | 2 | 2 | 100.0% |" in done.stdout
