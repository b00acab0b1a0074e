"""A name that no list holds is a byline where the publisher's name stands beside it, and the page does not speak against it."""

import pytest

from licheck.check import check_page
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

RULES = """\
id: harbour
publisher:
  name: Harbour News Service
  aliases: [HNS]
sources:
  - {address: https://harbour.example/republish, read: 2026-11-22, seen: full}
requirements:
  - byline:
"""
PARAGRAPHS = (
    "The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody"
    " had thought of bringing it back before the weekend.",
    "Customers waited in the rain on their own chairs. The smith, who was among them, went home to fetch the door and was"
    " given the first loaf of the day in return, from which the whole quarrel began.",
    "The council has now lent the bakery a second door, which was found in the cellar of the town hall.",
)


def judged(top: str, head: str = "") -> str:
    """The verdict on the byline; empty where the page is taken for no republication."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"""<html lang="en"><head><title>A door is lent - Quay Post</title>{head}</head><body><nav><a href="/">Home</a></nav>
<article><h1>A door is lent</h1>{top}{story}</article><footer><p>Quay Post</p></footer></body></html>"""
    report = check_page(read("page.html", page.encode()), [load("harbour.yaml", RULES, kinds())])
    return report.findings[0].verdict.value if report.findings else ""


@pytest.mark.parametrize(
    "top",
    [
        "<p>Xuyo Quarrell | HNS</p>",
        "<p>Xuyo Quarrell – Harbour News Service</p>",
        "<p>Xuyo van Quarrell / HNS</p>",
        "<p>Abelonye Tumwe-Odwori | HNS</p>",
    ],
)
def test_a_name_that_is_nothing_else_on_the_page(top: str) -> None:
    assert judged(top) == "passed"


@pytest.mark.parametrize(
    ("top", "head"),
    [
        pytest.param("<p class='byline'>Xuyo Fields | HNS</p>", "", id="box"),
        pytest.param("<p><a href='/author/xf'>Xuyo Fields</a> | HNS</p>", "", id="link"),
        pytest.param("<p>Xuyo Fields | HNS</p>", "<meta name='author' content='Xuyo Fields'>", id="metadata"),
    ],
)
def test_a_name_that_the_page_itself_calls_its_author(top: str, head: str) -> None:
    assert judged(top, head) == "passed"


@pytest.mark.parametrize(
    "top",
    [
        pytest.param("<p>Mill Street | HNS</p>", id="a street of the story"),
        pytest.param("<p>Tarn Street | HNS</p>", id="a street"),
        pytest.param("<p>Border Crisis | HNS</p>", id="a section"),
        pytest.param("<p>Xuyo Weekend | HNS</p>", id="a word of the story"),
        pytest.param("<p>Xuyo Quarrell | Topics | Weather</p>", id="without the publisher"),
        pytest.param("<p>HNS | Xuyo Quarrell looks at what came of it all in the end</p>", id="in a line of other words"),
    ],
)  # fmt: skip
def test_what_may_be_a_section_or_a_place_is_no_byline(top: str) -> None:
    assert judged(top) == ""
