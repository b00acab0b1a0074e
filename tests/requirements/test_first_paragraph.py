"""The place `first_paragraph`: the first paragraph of the story's own text, and what may be it."""

from collections.abc import Iterable
from dataclasses import fields

import pytest
from invented import ADDRESS, PARAGRAPHS, RULES, Found, Given, compare, html, judged, markdown

from licheck.errors import RuleSetError
from licheck.model.finding import Place
from licheck.model.requirement import Medium, Where
from licheck.requirements import kinds
from licheck.rulesets.load import load
from licheck.rulesets.schema import schema

LINK = "to: story\nplace: first_paragraph"
LINKS = "The page links to Harbour News Service."
MISPLACED = "The link to Harbour News Service does not stand in the story's first paragraph."
UNSURE = "There is no telling whether the link to Harbour News Service stands in the story's first paragraph."
CREDIT = f'<p>First published by §<a href="{ADDRESS}">Harbour News Service</a>.</p>'
DOOR, CHAIRS, LENT = ("its door", "their own chairs", "second door")  # words of the three paragraphs


def linked(words: str, url: str = ADDRESS, paragraphs: Iterable[str] = PARAGRAPHS) -> str:
    """The story, with a link on these words."""
    story = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert words in story
    return story.replace(words, f'§<a href="{url}">{words}</a>', 1)


def original(*, description: str = "") -> str:
    meta = f'<meta name="description" content="{description}">' if description else ""
    return html("<p>By Marta Quill</p>", head=f'<link rel="canonical" href="{ADDRESS}">{meta}')


DEK = "A door that nobody missed costs a bakery on Mill Street its morning."
WITH_DEK = html(f"<p>{DEK}</p><p>By Marta Quill</p>", head=f'<link rel="canonical" href="{ADDRESS}">')
INTRO = (
    "Nobody on Mill Street had thought that a bakery could be without its door on a Monday, least of all the smith,"
    " who had it in his workshop and was waiting for bread."
)
DEK_OR_FIRST = html(f"<div><p>{INTRO}</p></div>", head=f'<link rel="canonical" href="{ADDRESS}">')
REWORDED = (
    "No bread before nine: on Monday a shop had to wait for the one who mends what hangs in its entrance."
)
SPLIT = PARAGRAPHS[0].replace(", because its door", ".</p>\n<p>Because its door")

CASES = [
    pytest.param(
        Given(html(story=linked(DOOR)), LINK), Found("passed", LINKS, f"{DOOR} ({ADDRESS})"), id="there"
    ),
    pytest.param(
        Given(html(CREDIT, story=linked(DOOR).replace("§", "")).replace("§", ""), LINK),
        Found("passed", LINKS, f"{DOOR} ({ADDRESS})"),
        id="there, and in the credit line",
    ),
    pytest.param(
        Given(html('<h2>What was lost</h2><figure><img src="/a.jpg"><figcaption>The door</figcaption></figure>', story=linked(DOOR)), LINK),
        Found("passed", LINKS, f"{DOOR} ({ADDRESS})"),
        id="behind a heading and a picture",
    ),
    pytest.param(
        Given(html(story=linked(CHAIRS, paragraphs=PARAGRAPHS[1:])), LINK),
        Found("passed", LINKS, f"{CHAIRS} ({ADDRESS})"),
        id="the first one that was not cut",
    ),
    pytest.param(
        Given(html(story=linked(DOOR)), "place: first_paragraph", original=""),
        Found("passed", LINKS, f"{DOOR} ({ADDRESS})"),
        id="without the original, any page of the publisher's",
    ),
    pytest.param(
        Given(html(CREDIT.replace("§", ""), story=linked(DOOR)), LINK, original=""),
        Found("passed", LINKS, f"{DOOR} ({ADDRESS})"),
        id="without the original, where the credit line tells that the address is the story's",
    ),
    pytest.param(
        Given(html(CREDIT.replace("§", "").replace(ADDRESS, f"{ADDRESS}?p=2"), story=linked(DOOR)), LINK, original=""),
        Found(
            "cant-tell",
            "A link to Harbour News Service stands in the story's first paragraph, but the original's address is not known,"
            " so there is no saying whether the link leads to the story.",
            f"{DOOR} ({ADDRESS})",
            "the original's address is not known, so there is no saying whether the link leads to the story",
        ),
        id="without the original, where the credit line leads to another page",
    ),
    pytest.param(
        Given(html(CREDIT), LINK), Found("failed", MISPLACED, f"Harbour News Service ({ADDRESS})", "in another place than asked for"), id="above the story"
    ),
    pytest.param(
        Given(html(story=linked(CHAIRS)), LINK),
        Found("failed", MISPLACED, f"{CHAIRS} ({ADDRESS})", "in another place than asked for"),
        id="in the second paragraph",
    ),
    pytest.param(
        Given(html(story=linked(DOOR, "https://harbour.example/doors/1")), LINK),
        Found(
            "failed",
            "There is no link back to the original story at Harbour News Service;"
            " the nearest one leads to another page than the original.",
            f"{DOOR} (https://harbour.example/doors/1)",
            "leads to another page than the original",
        ),
        id="to another story",
    ),
    pytest.param(
        Given(html(), LINK),
        Found("failed", "There is no link back to the original story at Harbour News Service."),
        id="nowhere",
    ),
    pytest.param(
        Given(html(CREDIT.replace("§", "")), f"{LINK}\nplace_level: should"),
        Found("passed", f"{LINKS[:-1]}; where possible the link should stand in the story's first paragraph.", f"Harbour News Service ({ADDRESS})"),
        id="above the story, where the place is a wish",
    ),
    pytest.param(
        Given(html(story=linked(CHAIRS)), LINK, original=original(description=PARAGRAPHS[0])),
        Found("cant-tell", UNSURE, f"{CHAIRS} ({ADDRESS})", "perhaps in another place than asked for"),
        id="in the second, where the first describes the page",
    ),
    pytest.param(
        Given(html(f"<div><p>{DEK}</p></div><p>By Marta Quill</p>", story=linked(DOOR)), LINK, original=WITH_DEK),
        Found("passed", LINKS, f"{DOOR} ({ADDRESS})"),
        id="behind a dek that stands above the original, too",
    ),
    pytest.param(
        Given(html(f"<div><p>{INTRO}</p></div><p>By Marta Quill</p>", story=linked(DOOR)), LINK, original=DEK_OR_FIRST),
        Found("cant-tell", UNSURE, f"{DOOR} ({ADDRESS})", "perhaps in another place than asked for"),
        id="behind what is a dek, or the first paragraph",
    ),
    pytest.param(
        Given(html(story=linked("to the smith", paragraphs=(SPLIT, *PARAGRAPHS[1:]))), LINK),
        Found("cant-tell", UNSURE, f"to the smith ({ADDRESS})", "perhaps in another place than asked for"),
        id="in the second half of a first paragraph that was split",
    ),
    pytest.param(
        Given(html(f"<p>{REWORDED}</p>", story=linked(CHAIRS, paragraphs=PARAGRAPHS[1:]).replace("§", "")), LINK),
        Found("passed", LINKS, f"{CHAIRS} ({ADDRESS})"),
        id="in the first paragraph that is known, below a reworded one",
    ),
    pytest.param(
        Given(
            html(story=linked("bread", paragraphs=(REWORDED, *PARAGRAPHS[1:]))), LINK
        ),
        Found("cant-tell", UNSURE, f"bread ({ADDRESS})", "perhaps in another place than asked for"),
        id="in a first paragraph that was reworded throughout",
    ),
    pytest.param(
        Given(html(story=linked(CHAIRS)), "place: first_paragraph", original=""),
        Found("cant-tell", UNSURE, f"{CHAIRS} ({ADDRESS})", "perhaps in another place than asked for"),
        id="in the second paragraph, without the original",
    ),
    pytest.param(
        Given(html(story=linked(LENT)), "place: first_paragraph", original=""),
        Found(
            "failed",
            "There is no link back to Harbour News Service (harbour.example); the nearest one is one of the story's own links.",
            f"{LENT} ({ADDRESS})",
            "is one of the story's own links",
        ),
        id="in the third paragraph, without the original",
    ),
    pytest.param(
        Given(html(), f"{LINK}\nmedium: online", medium=Medium.PRINT),
        Found("inapplicable", "Asked for online publication only; this is print."),
        id="in print",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_link_is_asked_for_in_the_first_paragraph(given: Given, found: Found) -> None:
    compare("link_back", given, found)


def test_in_markdown_too() -> None:
    page = markdown().replace(DOOR, f"[{DOOR}]({ADDRESS})")
    assert judged("link_back", Given(page, LINK, "markdown")).verdict.value == "passed"
    page = markdown().replace(LENT, f"[{LENT}]({ADDRESS})")
    assert judged("link_back", Given(page, LINK, "markdown")).verdict.value == "failed"


def test_it_is_told_where_was_looked_and_where_the_link_belongs() -> None:
    finding = judged("link_back", Given(html(), LINK))
    assert finding.looked_in[0] == "first paragraph (line 9)"
    assert finding.belongs_at == Place("in the story's first paragraph", 9)


WORDING = "place: first_paragraph\nwording:\n  en:\n    - The story was first told by {publisher}\n"
SAID = "The story was first told by Harbour News Service."
KINDS = ["credit_line", "disclosure", "promo_text"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        pytest.param(html(story=linked(DOOR).replace("weekend.", f"weekend. {SAID}")), "passed", id="there"),
        pytest.param(html(f"<p>{SAID}</p>"), "failed", id="above the story"),
        pytest.param(html(story=linked(DOOR).replace("return.", f"return. {SAID}")), "failed", id="in the second"),
        pytest.param(html(bottom=f"<p>{SAID}</p>"), "failed", id="below the story"),
        pytest.param(
            html(f"<div><p>{INTRO}</p></div><p>By Marta Quill</p>", story=linked(DOOR).replace("weekend.", f"weekend. {SAID}")),
            "cant-tell",
            id="behind a dek",
        ),
    ],
)  # fmt: skip
def test_a_wording_is_asked_for_in_the_first_paragraph(kind: str, page: str, verdict: str) -> None:
    given = DEK_OR_FIRST if verdict == "cant-tell" else original()
    finding = judged(kind, Given(page, f"{WORDING}exactly: true", original=given))
    assert finding.verdict.value == verdict
    assert finding.evidence[0].counts is (verdict == "passed")


@pytest.mark.parametrize("kind", KINDS)
def test_the_remedy_of_a_wording_put_into_the_first_paragraph_makes_it_pass(kind: str) -> None:
    given = Given(html(), WORDING)
    finding = judged(kind, given)
    assert finding.belongs_at == Place("in the story's first paragraph", 9)
    lines = given.page.split("\n")
    lines[8] = lines[8].replace("</p>", f" {finding.remedy}</p>")
    assert judged(kind, Given("\n".join(lines), WORDING)).verdict.value == "passed"


PLACED = sorted(name for name, kind in kinds().items() if "place" in {field.name for field in fields(kind)})
TAKE_IT = {name for name in PLACED if Where.FIRST_PARAGRAPH in kinds()[name].places}


@pytest.mark.parametrize("name", PLACED)
def test_a_kind_that_cannot_look_there_refuses_it_and_says_what_it_takes(name: str) -> None:
    rules = f"{RULES}  - {name}:\n      place: first_paragraph\n"
    enum = schema(kinds())["definitions"][name]["properties"]["place"]["enum"]
    assert ("first_paragraph" in enum) is (name in TAKE_IT)
    try:
        load("harbour.yaml", rules, kinds())
        told = ""
    except RuleSetError as error:
        told = str(error)
    refused = "`first_paragraph` is no value of `place`: allowed: anywhere, headline" in told
    assert refused is (name not in TAKE_IT), told


def test_what_looks_into_single_paragraphs_takes_it() -> None:
    assert {"link_back", "credit_line", "disclosure", "promo_text"} <= TAKE_IT
    assert not TAKE_IT & {"byline", "affiliation", "logo", "tracking_pixel"}
