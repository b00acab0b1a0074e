"""What a page is: title, day, language, site, address and text, by what it says and by what it shows."""

import pytest

from licheck.facts import article_text, facts_of
from licheck.readers.html import read_text as html
from licheck.zones.by_form import zones_by_form

PARAGRAPHS = [
    "The ferry to Sankt Olav will stop running in November, the harbour office said, and nobody on the island knows who is going to carry the mail.",
    "Three engines have failed since the spring, according to a report that the crew handed to the council, and the fourth is held together with wire.",
    "People here have begun to stock flour and lamp oil in their cellars, the way their grandparents did when the strait froze for eleven weeks.",
]
TEXT = "<div class=t>" + "".join(f"<p>{x}</p>" for x in PARAGRAPHS) + "</div>"
DATA = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'


def facts(head="", above="<h1>Ferry stops</h1>", below="", language="en", text=TEXT):
    page = html(
        "p.html", f"<html lang={language!r}><head>{head}</head><body>{above}{text}{below}</body></html>"
    )
    return facts_of(page, zones_by_form(page), last_year=2025)


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        pytest.param('<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">', "<h1>F</h1><p>4 May 2024</p>", "2024-05-03", id="metadata before what is shown"),
        pytest.param(DATA % '"datePublished": "2024-05-03"', "<h1>Ferry</h1>", "2024-05-03", id="JSON-LD"),
        pytest.param("<meta name=date content=2024-05-09>", "<h1>Ferry stops</h1><p>3 May 2024</p>", "2024-05-03", id="what is shown before a vague date"),
        pytest.param("<meta name=date content=2024-05-03>", "<h1>Ferry stops</h1>", "2024-05-03", id="a vague date alone"),
        pytest.param('<meta property="article:published_time" content="2024-05-02T23:30:00Z">', "<h1>Ferry stops</h1><p>3 May 2024</p>", "2024-05-03", id="UTC as the page's readers have it"),
        pytest.param('<meta property="article:published_time" content="2024-05-03T23:30:00Z">', "<h1>Ferry stops</h1><p>9 May 2024</p>", "2024-05-03", id="UTC and another day shown"),
        pytest.param("", "<h1>Ferry stops</h1><div>By Ines Rahl | 3 May 2024</div>", "2024-05-03", id="beside the byline"),
        pytest.param("", "<div>Friday, 3 May 2024</div><h1>Ferry stops</h1>", "2024-05-03", id="above the headline"),
        pytest.param("", "<h1>Ferry stops</h1><p>Updated 9 May 2024</p><p>Published 3 May 2024</p>", "2024-05-03", id="published before updated"),
        pytest.param("", "<h1>Ferry stops</h1><time datetime=2024-05-03T10:00>three hours ago</time>", "2024-05-03", id="time element"),
        pytest.param("", "<h1>Ferry stops</h1><figcaption>The harbour on 1 May 2024</figcaption><p>3 May 2024</p>", "2024-05-03", id="not in a caption"),
        pytest.param("", "<h1>Ferry stops</h1><p>The engine that failed on 1 May 2024 had been repaired at least four times before.</p><p>3 May 2024</p>", "2024-05-03", id="not in a sentence"),
        pytest.param("<link rel=canonical href=https://skerry.example/2024/05/03/ferry>", "<h1>Ferry stops</h1>", "2024-05-03", id="address"),
        pytest.param("<link rel=canonical href=https://skerry.example/20240503-ferry>", "<h1>Ferry stops</h1>", "2024-05-03", id="address without signs"),
        pytest.param("<link rel=canonical href=https://skerry.example/2024123/ferry>", "<h1>Ferry stops</h1>", "", id="number in an address"),
        pytest.param('<meta property="article:modified_time" content="2024-05-03">', "<h1>Ferry stops</h1>", "2024-05-03", id="last change, where there is nothing else"),
        pytest.param('<meta property="article:published_time" content="1970-01-01">', "<h1>Ferry stops</h1><p>3 May 2024</p>", "2024-05-03", id="metadata of no plausible day"),
        pytest.param("", "<h1>Ferry stops</h1>", "", id="none"),
    ],
)  # fmt: skip
def test_day_of_publication(head, above, expected):
    assert facts(head, above).date == expected


def test_day_below_the_story_is_its_day_too():
    assert facts(below="<p>Published: 3 May 2024</p>").date == "2024-05-03"


def test_days_of_other_stories_are_not_its_day():
    others = "".join(
        f"<li><a href=/{at}>Another story of the islands</a> {at} June 2024</li>" for at in range(1, 9)
    )
    assert facts(below=f"<h3>More stories</h3><ul>{others}</ul>" + "<p>x</p>" * 9).date == ""


@pytest.mark.parametrize(
    ("language", "above", "expected"),
    [
        pytest.param("en-US", "<h1>F</h1><p>5/3/2024</p>", "2024-05-03", id="American"),
        pytest.param("en-GB", "<h1>F</h1><p>3/5/2024</p>", "2024-05-03", id="British"),
    ],
)
def test_day_is_read_as_the_pages_readers_write_it(language, above, expected):
    assert facts(above=above, language=language).date == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<title>Ferry stops | Skerry Post</title>", "Ferry stops", id="headline"),
        pytest.param("<meta property=og:title content='Ferry to stop, mail in doubt'>", "Ferry stops", id="headline, and one place says otherwise"),
        pytest.param("<meta property=og:title content='Who carries the mail?'>" + DATA % '"headline": "Who carries the mail?"', "Who carries the mail?", id="both places say otherwise"),
        pytest.param("<meta property=og:site_name content='Skerry Post'><meta property=og:title content='Who carries the mail? | Skerry Post'>" + DATA % '"headline": "Who carries the mail?"', "Who carries the mail?", id="without the site's name"),
    ],
)  # fmt: skip
def test_title(head, expected):
    assert facts(head).title == expected


_TWO = "<h1>Ferry stops</h1><p>Islands</p><h2>Who carries the mail?</h2>"


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        pytest.param(DATA % '"headline": "Who carries the mail?"', _TWO, "Who carries the mail?", id="the second is declared"),
        pytest.param(DATA % '"headline": "Ferry stops"', _TWO, "Ferry stops", id="the first is declared"),
    ],
)  # fmt: skip
def test_of_two_headlines_the_one_that_is_declared_counts(head, above, expected):
    assert facts(head, above).title == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<meta property=og:title content='Who carries the mail?'>", "Who carries the mail?", id="declared without"),
        pytest.param("<meta property=og:title content='Islands: Who carries the mail?'>", "Islands: Who carries the mail?", id="declared with"),
        pytest.param("<meta property=og:title content='mail?'>", "Islands: Who carries the mail?", id="a single word"),
    ],
)  # fmt: skip
def test_a_kicker_in_the_heading_is_no_part_of_a_title_that_is_declared_without(head, expected):
    assert facts(head, "<h1><span>Islands:</span> <span>Who carries the mail?</span></h1>").title == expected


def test_title_comes_from_metadata_where_no_headline_is_seen():
    assert facts("<meta property=og:title content='Ferry &amp;amp; mail'>", above="").title == "Ferry & mail"
    assert facts("<title>Ferry</title>", above="").title == "Ferry"
    assert facts(above="").title == ""


def test_title_is_as_it_reads():
    assert (
        facts(above="<h1><span>Islands</span><span>Fer\u00adry\nstops</span></h1>").title
        == "Islands Ferry stops"
    )


GERMAN = "<p>Die Fähre nach Sankt Olav wird im November eingestellt, teilte das Hafenamt mit, und niemand auf der Insel weiß, wer dann die Post bringt.</p>"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de-AT", GERMAN, "de", id="declared"),
        pytest.param("en", TEXT, "en", id="English"),
        pytest.param("en", GERMAN, "de", id="declared by a template"),
        pytest.param("", GERMAN, "de", id="not declared"),
        pytest.param("lang=", GERMAN, "de", id="nonsense declared"),
        pytest.param("deu", GERMAN, "de", id="three letters"),
        pytest.param("", "<p>Ja.</p>", "", id="too little to tell"),
    ],
)
def test_language(language, text, expected):
    assert facts(language=language, text=text).language == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<meta property=og:site_name content='Skerry Post'>", "Skerry Post", id="named"),
        pytest.param(DATA % '"publisher": {"@type": "Organization", "name": "Skerry Post"}', "Skerry Post", id="publisher"),
        pytest.param("<meta property=article:publisher content=https://social.example/x><link rel=canonical href=https://www.skerry.example/f>", "skerry.example", id="host"),
        pytest.param("", "", id="none"),
    ],
)  # fmt: skip
def test_site(head, expected):
    assert facts(head).site == expected


def test_address_is_the_one_the_page_gives_as_its_own():
    head = "<meta property=og:url content=https://skerry.example/b><link rel=canonical href=https://skerry.example/a>"
    assert facts(head).address == "https://skerry.example/a"
    assert facts("<link rel=canonical href=/relative>").address == ""


def test_article_text_is_the_storys_alone_and_as_it_reads():
    page = html("p.html", f"<h1>Ferry</h1><div>{''.join(f'<p>{x}</p>' for x in PARAGRAPHS)}<p>Fer\u00adry and <b>mail</b>man.</p></div><footer>Imprint</footer>")  # fmt: skip
    assert article_text(page, zones_by_form(page)) == "\n\n".join([*PARAGRAPHS, "Ferry and mailman."])


def test_page_without_anything_has_no_facts():
    page = html("p.html", "")
    found = facts_of(page, zones_by_form(page))
    assert (found.title, found.date, found.language, found.site, found.address) == ("",) * 5
