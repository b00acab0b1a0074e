"""The HTML report: what is missing stands where it belongs, and equal parts are out of the way."""

import re
from dataclasses import replace

import pytest

from licheck.model.finding import Finding, Level, Place, Verdict
from licheck.model.report import Chosen, PageReport, Report
from licheck.model.sides import Mark, Paragraph, Row, Sides
from licheck.model.zones import Zone
from licheck.reports import Style, render
from licheck.reports._html import Html, block, tag

SIDES = Sides(
    (
        Row(Zone.TITLE, (Paragraph("TITLE", 1),), (Paragraph("TITLE", 10),)),
        Row(Zone.TOP, (), (Paragraph("TOP", 12),)),
        *(
            Row(
                Zone.ARTICLE, (Paragraph(f"STORY-{number}", number),), (Paragraph(f"STORY-{number}", number),)
            )
            for number in range(20, 25)
        ),
        Row(Zone.BOTTOM, (), (Paragraph("BOTTOM", 30),)),
    ),
    compared=True,
)


def finding(place: Place | None, verdict: Verdict = Verdict.FAILED) -> Finding:
    return Finding("credit", "credit_line", Level.MUST, verdict, "It is not there.", belongs_at=place)


def html(*findings: Finding, sides: Sides | None = SIDES, **more: object) -> str:
    page = PageReport("a.html", "html", "utf-8", (Chosen("a", "A", "you"),), findings, sides=sides)
    return render("html", Report((replace(page, **more),)), Style())  # type: ignore[arg-type]


def order(text: str) -> list[str]:
    """The republication's paragraphs and the frames among them, as they follow each other."""
    shown = text.partition('class="sides')[2]
    there = re.split(r'<span class="side">Original: </span>.*?</div>\n', shown, flags=re.S)
    words = re.findall(r"(TITLE|TOP|STORY-\d+|BOTTOM|class=\"missing)", "".join(there))
    return [word.removeprefix('class="') for word in words]


PAGE = ["TITLE", "TOP", *(f"STORY-{number}" for number in range(20, 25)), "BOTTOM"]


@pytest.mark.parametrize(
    ("place", "before"),
    [
        pytest.param(Place("below the headline", 11), "TOP", id="below the headline"),
        pytest.param(Place("above the story's first paragraph", 20), "STORY-20", id="above the story"),
        pytest.param(Place("at the top of the story"), "STORY-20", id="at the top, no line"),
        pytest.param(Place("after the story's last paragraph", 25), "BOTTOM", id="below the story"),
        pytest.param(Place("after the story's last paragraph"), "BOTTOM", id="below the story, no line"),
        pytest.param(Place("below the picture", 22), "STORY-22", id="before a line"),
        pytest.param(Place("below the picture", 23), "STORY-23", id="before another line"),
        pytest.param(Place("with the writer's name", 12), "STORY-20", id="with a line: behind it"),
        pytest.param(Place("with the changed passage", 24), "BOTTOM", id="with the last paragraph"),
        pytest.param(Place("below the picture", 99), None, id="after everything"),
        pytest.param(Place("in the head of the page"), "TITLE", id="no place in the text: above it"),
    ],
)
def test_what_is_missing_stands_where_it_belongs(place: Place, before: str | None) -> None:
    found = order(html(finding(place)))
    assert [word for word in found if word != "missing"] == PAGE
    at = found.index("missing")
    assert found[at + 1 : at + 2] == ([before] if before else [])


def test_a_story_without_anything_below_it_has_the_missing_line_at_its_end() -> None:
    sides = replace(SIDES, rows=SIDES.rows[:-1])
    assert order(html(finding(Place("after the story's last paragraph", 25)), sides=sides))[-2:] == [
        "STORY-24",
        "missing",
    ]


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (finding(Place("below the headline", 11)), "Missing: credit."),
        (finding(Place("with the byline", 12)), "To be put right: credit."),
        (finding(Place("below the headline", 11), Verdict.CANT_TELL), "Look here: credit."),
        (replace(finding(Place("below the headline", 11)), known=True), "Known: credit."),
    ],
)
def test_the_frame_says_what_it_is_and_leads_to_the_account(found: Finding, word: str) -> None:
    text = html(found)
    assert f"<b>{word} </b>" in text
    assert '<a href="#page-1-finding-1">More on credit</a>' in text
    assert 'id="page-1-finding-1"' in text


def test_equal_paragraphs_are_folded_where_they_are_many_and_nothing_belongs_among_them() -> None:
    assert "<summary>5 paragraphs as in the original</summary>" in html()
    text = html(finding(Place("below the picture", 23)))
    assert "<summary>3 paragraphs as in the original</summary>" in text
    assert text.count('class="folded"') == 1


def test_changes_are_told_by_more_than_colour() -> None:
    row = Row(
        Zone.ARTICLE,
        (Paragraph("He saw 14 cows.", 1, marks=(Mark(7, 9, "number"),)),),
        (Paragraph("He saw 41 cows.", 2, marks=(Mark(7, 9, "number", True),)),),
    )
    text = html(sides=Sides((row,), compared=True))
    assert '<del><span class="vh"> [taken out: </span>14<span class="vh">] </span></del>' in text
    assert '<ins class="free"><span class="vh"> [put in: </span>41<span class="vh">] </span></ins>' in text
    assert '<span class="kind">number</span>' in text


def test_marks_that_overlap_or_run_over_the_end_lose_no_word() -> None:
    marks = (Mark(0, 4, "cut"), Mark(2, 6, "cut"), Mark(8, 99, "cut"))
    text = html(
        sides=Sides((Row(Zone.ARTICLE, (Paragraph("abcdefghij", 1, marks=marks),), ()),), compared=True)
    )
    shown = re.sub(r"<[^>]*>", "", re.sub(r'<span class="vh">.*?</span>', "", text))
    assert "abcdefghij" in shown


def test_a_page_without_its_texts_is_told_without_them() -> None:
    text = html(finding(Place("below the headline", 11)), sides=None)
    assert "It is not there." in text
    assert 'class="sides' not in text


def test_without_an_original_there_is_one_column() -> None:
    rows = tuple(replace_original(row) for row in SIDES.rows)
    text = html(sides=Sides(rows, compared=False))
    assert 'class="sides one"' in text
    assert "Not there." not in text
    assert "5 paragraphs of the story" in text


def replace_original(row: Row) -> Row:
    return row._replace(original=())


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (tag("p", "<b>", tag("i", "&")), "<p>&lt;b&gt;<i>&amp;</i></p>"),
        (tag("a", "x", href='"><script>', class_="c"), '<a href="&quot;&gt;&lt;script&gt;" class="c">x</a>'),
        (tag("td", "", hidden=True, id=""), "<td hidden></td>"),
        (tag("meta", charset="utf-8"), '<meta charset="utf-8">'),
        (block("ul", tag("li", "1"), "", tag("li", "2")), "<ul>\n<li>1</li>\n<li>2</li>\n</ul>"),
        (tag("p", Html("<hr>")), "<p><hr></p>"),
    ],
)
def test_only_markup_of_our_own_is_markup(made: Html, text: str) -> None:
    assert made == text
