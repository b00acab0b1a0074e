"""Pages that are broken or built to do harm: nothing is raised, and what is not mended is left byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mending import mended, only_added, rules_in

TITLE = "Ferry runs through the winter"
STORY = [
    "The ferry to Ostre will run through the winter, the harbour board said on Friday, though only on days without ice.",
    "For nine years it stayed in its berth from November to March, and whoever had to cross walked to the bridge at Pell.",
    "Nobody asked for more than a timetable, said Runa Vik, who teaches on the island and lives in the town by the quay.",
]
URL = "https://lantern.example/2026/ferry-winter-4411"
RULES = rules_in("""\
id: lantern
publisher: {name: Lantern Wire, domains: [lantern.example]}
sources: [{address: https://lantern.example/republish, read: 2026-11-22, seen: full}]
requirements:
  - byline: {what: x}
  - affiliation: {what: x, of: publisher}
  - credit_line: {what: x, exactly: true, place: bottom, wording: {en: ["First told by {publisher}."]}}
  - link_back: {what: x, to: story}
  - canonical: {what: x}
  - logo: {what: x}
  - licence_link: {what: x, to: [creativecommons.org/licenses/by/4.0]}
  - tracking_pixel: {what: x, host: count.lantern.example, path: /s.gif}
""")
BODY = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in STORY)


def original(author="Runa Strand", url=URL, title=TITLE):
    head = f'<title>{title}</title><link rel="canonical" href="{url}">'
    return (
        "original.html",
        f'<html lang="en"><head>{head}</head><body><article><h1>{title}</h1><p>By {author}</p>'
        f"{''.join(f'<p>{text}</p>' for text in STORY)}</article></body></html>".encode(),
    )


def fix(data, name="page.html", **given):
    given = {
        "original": original(),
        "chosen_by": "you",
        "logos": {"lantern": "/l.svg"},
        "unsafe": True,
        **given,
    }
    return mended(name, data, RULES, **given)


PAGES = [
    pytest.param(BODY, id="a fragment"),
    pytest.param(f"<plaintext>{BODY}", id="plaintext"),
    pytest.param(f"<textarea>{BODY}", id="never closed text field"),
    pytest.param(f"<!-- {BODY}", id="never closed comment"),
    pytest.param(f"<p><p><p><a><a><b><i>{BODY}</b></a>", id="misnested"),
    pytest.param("<div>" * 2_000 + BODY, id="deep"),
    pytest.param(f"<table>{BODY}<tr>{BODY}", id="foster parents"),
    pytest.param(f"<svg><title>{BODY}</svg>{BODY}", id="drawing"),
    pytest.param(f"<head><noscript><img src=x></noscript></head>{BODY}", id="picture in the head"),
    pytest.param(f"<script>'</head>'</script><head></head>{BODY}", id="end of the head in a script"),
    pytest.param(f"<head><!-- </head> --><title>x</title>{BODY}", id="end of the head in a comment"),
    pytest.param(f"<link rel=canonical href><head></head>{BODY}", id="canonical without a value"),
    pytest.param(f"<head><link rel=canonical href='/a' href='/b'></head>{BODY}", id="canonical with two values"),
    pytest.param(f"<a {'x ' * 3000}href='#'>{BODY}</a>", id="a long tag"),
    pytest.param(BODY.replace(" ", "\u200b \u202e"), id="unseen characters"),
    pytest.param(f"<h1>{'&amp;' * 400}</h1>{BODY}", id="references"),
    pytest.param(f"---\ncanonical: {{{{x}}}}\n---\n{BODY}{{% if x %}}", id="site source"),
    pytest.param(f"<p>By [AUTHOR]{BODY}<p>By {{author}}", id="placeholders"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["page.html", "page.xhtml", "page.md", "page.mdx"])
@pytest.mark.parametrize("text", PAGES)
def test_no_page_is_damaged(text, name):
    before = text.encode()
    done = fix(before, name)
    words = "".join(STORY[0].split())
    assert words in "".join(
        done.data.decode().replace("\u200b", "").replace("\u202e", "").split()
    ) or words not in "".join(text.split())
    assert fix(done.data, name).data == done.data


AUTHORS = [
    pytest.param("<script>alert(1)</script>", id="markup"),
    pytest.param("Runa&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; Strand", id="escaped markup"),
    pytest.param("Runa ](javascript:x) Strand", id="Markdown"),
    pytest.param("Runa {{ site.secret }} Strand", id="template"),
    pytest.param("Runa \x1b[31m Strand", id="escape code"),
]  # fmt: skip


@pytest.mark.parametrize("author", AUTHORS)
@pytest.mark.parametrize("name", ["page.html", "page.md"])
def test_an_original_puts_no_markup_of_its_own_into_a_page(author, name):
    data = (BODY if name == "page.html" else f"# {TITLE}\n\n" + "\n\n".join(STORY)).encode()
    for source in ({"original": original(author)}, {"authors": [author]}):
        told = fix(data, name, **source).data.decode()
        for sign in ("<script", "](javascript:", "{{", "\x1b"):
            assert sign not in told


@pytest.mark.parametrize(
    "url",
    [
        'https://lantern.example/"><script>x',
        "javascript:alert(1)//lantern.example",
        "https://lantern.example/a b",
    ],
)
def test_an_originals_address_that_is_none_is_not_used(url):
    told = fix(
        f"<head><title>x</title></head>{BODY}".encode(), original=original(url=url.replace('"', "&quot;"))
    ).data.decode()
    assert "<script>x" not in told and "javascript:" not in told


PIECES = st.sampled_from(
    [
        *(
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<br>",
            "<ul><li>",
            "</ul>",
            "<b>",
            "</b>",
            "<a href='#'>",
            "</a>",
            "<span>",
        ),
        *("</span>", "<table><td>", "</table>", "<!--x-->", "\n", "\n\n", "    ", "> ", "- ", "**", "&nbsp;"),
        *("By Runa Strand", "By Lantern Wire"),
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, min_size=5, max_size=5), st.sampled_from(["page.html", "page.md"]))
def test_whatever_stands_around_the_story_the_file_only_gets_longer(pieces, name):
    first, second, third, fourth, last = pieces
    heading = f"<h1>{TITLE}</h1>" if name == "page.html" else f"# {TITLE}\n\n"
    paragraph = "<p>{}</p>\n" if name == "page.html" else "{}\n\n"
    text = f"{first}{heading}{second}{paragraph.format(STORY[0])}{third}{paragraph.format(STORY[1])}{fourth}{paragraph.format(STORY[2])}{last}"
    done = fix(text.encode(), name)
    assert only_added(text.encode(), done.data)
    assert fix(done.data, name).data == done.data


CORPUS = Path(__file__).parents[2] / "corpus"


@settings(max_examples=25)
@given(
    st.integers(0, 8_000),
    st.integers(1, 300),
    st.sampled_from(["local-paper-no-affiliation", "byline-commented-out", "markdown-complies"]),
)
def test_a_page_with_a_piece_torn_out_is_mended_or_left(start, length, folder):
    (page,) = (CORPUS / folder).glob("republication.*")
    data = page.read_bytes()
    data = data[: start % len(data)] + data[start % len(data) + length :]
    done = mended(page.name, data, RULES, authors=["Maren Holt"], chosen_by="you")
    assert only_added(data, done.data)
