"""The place `dek`: the summary between headline and story, and what may be it."""

from dataclasses import fields

import pytest
from invented import ADDRESS, PARAGRAPHS, RULES, Found, Given, compare, html, judged, markdown

from licheck.errors import RuleSetError
from licheck.model.finding import Place
from licheck.model.requirement import Medium, Where
from licheck.requirements import kinds
from licheck.rulesets.load import load
from licheck.rulesets.schema import schema

LINK = "to: story\nplace: dek"
LINKS = "The page links to Harbour News Service."
MISPLACED = "The link to Harbour News Service does not stand in the dek, between headline and story."
UNSURE = "There is no telling whether the link to Harbour News Service stands in the dek, between headline and story."
PERHAPS = "perhaps in another place than asked for"
ELSEWHERE = "in another place than asked for"
LINKED = f'A bakery on Mill Street waits for its §<a href="{ADDRESS}">door</a> in the rain.'
DEK = "A bakery on Mill Street waits for its door in the rain."
HERE = f"door ({ADDRESS})"
BY = "<p>By Marta Quill</p>"
CREDIT = f'<p>First published by §<a href="{ADDRESS}">Harbour News Service</a>.</p>'
CREDITED = f"Harbour News Service ({ADDRESS})"
DESCRIBES = f'<meta name="description" content="{DEK}">'
LABEL = f"<p class='standfirst'>{DEK}</p>"

CASES = [
    pytest.param(Given(html(f"<p>{LINKED}</p>{BY}"), LINK), Found("passed", LINKS, HERE), id="a line below the headline"),
    pytest.param(Given(html(f"<h2>{LINKED}</h2>{BY}"), LINK), Found("passed", LINKS, HERE), id="a heading of its own"),
    pytest.param(
        Given(html(f"{BY}<p>18 November 2026</p><p>{LINKED}</p>"), LINK), Found("passed", LINKS, HERE), id="below byline and date"
    ),
    pytest.param(
        Given(html(f'<p>World news of the day, sorted by our readers</p><div class="article-dek"><p>{LINKED}</p></div>'), LINK),
        Found("passed", LINKS, HERE),
        id="told by its box",
    ),
    pytest.param(
        Given(html(f"<p>Our readers ask for more stories like this</p><p>{LINKED}</p>", head=DESCRIBES), LINK),
        Found("passed", LINKS, HERE),
        id="told by the page's description",
    ),
    pytest.param(
        Given(html(f"<p>{LINKED}</p>{BY}"), "place: dek", original=""), Found("passed", LINKS, HERE), id="without the original"
    ),
    pytest.param(Given(html(f"{LABEL}{CREDIT}"), LINK), Found("failed", MISPLACED, CREDITED, ELSEWHERE), id="in a line below the dek"),
    pytest.param(
        Given(html(LABEL, story=f"<p>{PARAGRAPHS[0]}</p>\n<p>{PARAGRAPHS[1]}</p>\n<p>{PARAGRAPHS[2]}</p>", bottom=CREDIT), LINK),
        Found("failed", MISPLACED, CREDITED, ELSEWHERE),
        id="below the story",
    ),
    pytest.param(
        Given(html(LABEL), LINK),
        Found("failed", "There is no link back to the original story at Harbour News Service."),
        id="nowhere",
    ),
    pytest.param(
        Given(html(LABEL, bottom=CREDIT.replace("§", "")), f"{LINK}\nplace_level: should"),
        Found("passed", f"{LINKS[:-1]}; where possible the link should stand in the dek, between headline and story.", CREDITED),
        id="below the story, where the place is a wish",
    ),
    pytest.param(
        Given(html(CREDIT), LINK), Found("cant-tell", UNSURE, CREDITED, PERHAPS), id="a credit alone, in the place of a dek"
    ),
    pytest.param(
        Given(html(f"<p>Our readers ask for more stories like this</p><p>{LINKED}</p>"), LINK),
        Found("cant-tell", UNSURE, HERE, PERHAPS),
        id="one of two lines, either of which may be it",
    ),
    pytest.param(
        Given(html(BY, bottom=CREDIT), LINK), Found("failed", MISPLACED, CREDITED, ELSEWHERE), id="on a page without a dek"
    ),
    pytest.param(
        Given(html(f"<p>{LINKED}</p>"), f"{LINK}\nmedium: online", medium=Medium.PRINT),
        Found("inapplicable", "Asked for online publication only; this is print."),
        id="in print",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_link_is_asked_for_in_the_dek(given: Given, found: Found) -> None:
    compare("link_back", given, found)


def test_in_markdown_too() -> None:
    linked = DEK.replace("door", f"[door]({ADDRESS})")
    page = markdown(f"*{linked}*\n\nBy Marta Quill")
    assert judged("link_back", Given(page, LINK, "markdown")).verdict.value == "passed"
    page = markdown(f"*{DEK}*\n\nBy Marta Quill", bottom=f"[Harbour News Service]({ADDRESS})")
    assert judged("link_back", Given(page, LINK, "markdown")).verdict.value == "failed"


def test_it_is_told_where_was_looked_and_where_the_link_belongs() -> None:
    finding = judged("link_back", Given(html(LABEL), LINK))
    assert finding.looked_in[0] == "dek (line 8)"
    assert finding.belongs_at == Place("in the dek, between headline and story", 8)


WORDING = "place: dek\nwording:\n  en:\n    - The story was first told by {publisher}\n"
SAID = "The story was first told by Harbour News Service."


@pytest.mark.parametrize("kind", ["credit_line", "disclosure", "promo_text"])
@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        pytest.param(html(f"<p>{DEK} {SAID}</p>{BY}"), "passed", id="there"),
        pytest.param(html(f"{LABEL}<p>{SAID}</p>"), "failed", id="below the dek"),
        pytest.param(html(f"{LABEL}", bottom=f"<p>{SAID}</p>"), "failed", id="below the story"),
        pytest.param(html(f"<p>{SAID}</p>"), "cant-tell", id="alone, in the place of a dek"),
    ],
)
def test_a_wording_is_asked_for_in_the_dek(kind: str, page: str, verdict: str) -> None:
    finding = judged(kind, Given(page, f"{WORDING}exactly: true"))
    assert finding.verdict.value == verdict
    assert finding.evidence[0].counts is (verdict == "passed")


def test_a_byline_that_looks_like_a_teaser_is_no_dek() -> None:
    names = "Marta Quill, Oren Fell, Milo Quist, Harbour News Service"
    page = html(f'<p><a href="https://quay.example/a/b">{names}</a></p><p>{DEK}</p>')
    finding = judged("credit_line", Given(page, "place: dek"))
    assert finding.verdict.value == "failed"
    assert finding.evidence[0].note == ELSEWHERE


PLACED = sorted(name for name, kind in kinds().items() if "place" in {field.name for field in fields(kind)})
TAKE_IT = {name for name in PLACED if Where.DEK in kinds()[name].places}


@pytest.mark.parametrize("name", PLACED)
def test_a_kind_that_cannot_look_there_refuses_it(name: str) -> None:
    enum = schema(kinds())["definitions"][name]["properties"]["place"]["enum"]
    assert ("dek" in enum) is (name in TAKE_IT)
    try:
        load("harbour.yaml", f"{RULES}  - {name}:\n      place: dek\n", kinds())
        told = ""
    except RuleSetError as error:
        told = str(error)
    assert ("`dek` is no value of `place`: allowed: anywhere, headline" in told) is (name not in TAKE_IT), (
        told
    )


def test_what_looks_into_single_lines_takes_it() -> None:
    assert {"link_back", "credit_line", "disclosure", "promo_text"} <= TAKE_IT
    assert not TAKE_IT & {"byline", "affiliation", "logo", "tracking_pixel"}


@pytest.mark.parametrize("name", PLACED)
def test_the_head_of_the_document_is_refused_as_a_place(name: str) -> None:
    with pytest.raises(RuleSetError) as told:
        load("harbour.yaml", f"{RULES}  - {name}:\n      place: head\n", kinds())
    assert (
        "harbour.yaml:16:14: `head` is no value of `place`: what a reader is to see cannot stand in the head of the document;"
        " of all kinds only canonical, link_indexable, noindex look there, and need no place"
        in str(told.value)
    )


def test_a_kind_that_looks_into_the_head_has_no_place() -> None:
    in_head = {name for name, kind in kinds().items() if kind.in_head}
    assert in_head
    assert not in_head & {*PLACED}
