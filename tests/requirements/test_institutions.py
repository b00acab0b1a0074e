"""The institution that stands with the writer's name: which lines name it, and which only hold its words."""

import pytest
from invented import Given, html, judged

from licheck.requirements._institutions import is_named_in

UNIVERSITY = "University of Eastmere"
RESEARCH = "Eastmere Institute of Coastal Studies"


@pytest.mark.parametrize(
    ("institution", "text"),
    [
        (UNIVERSITY, "Marta Quill, University of Eastmere"),
        (UNIVERSITY, "Marta Quill, Univ. of Eastmere"),
        (UNIVERSITY, "Marta Quill (Eastmere University)"),
        (UNIVERSITY, "Marta Quill lehrt an der Universität Eastmere."),
        (UNIVERSITY, "Marta Quill is professor of schools at the University of the West in Eastmere."),
        (UNIVERSITY, "Marta Quill, U of Eastmere"),
        (RESEARCH, "Marta Quill, Institute for Coastal Studies, Eastmere"),
        ("Saltmere School of Law, University of Eastmere", "Marta Quill, Saltmere School of Law"),
        ("Lakeside Monitor", "Marta Quill/Lakeside Monitor"),
    ],
)  # fmt: skip
def test_a_line_names_it(institution: str, text: str) -> None:
    assert is_named_in(institution, text)


@pytest.mark.parametrize(
    ("institution", "text"),
    [
        (UNIVERSITY, "The Eastmere Record"),
        (UNIVERSITY, "How the port commission paid for the school buses of Eastmere"),
        (UNIVERSITY, "Eastmere sells two thousand pumping stations, the county school board finds"),
        (UNIVERSITY, "Eastmere College"),
        (UNIVERSITY, f"Eastmere has a new bridge, and {'very ' * 20}far away stands a university."),
        (RESEARCH, f"Eastmere looks at the sea. {'Again. ' * 30} Far off, studies are made by an institute."),
        ("Lakeside Monitor", "Lakeside Herald"),
    ],
)  # fmt: skip
def test_a_line_only_holds_some_of_its_words(institution: str, text: str) -> None:
    assert not is_named_in(institution, text)


BYLINE = "<p>By Marta Quill</p>"


@pytest.mark.parametrize(
    ("top", "bottom", "verdict"),
    [
        pytest.param(f"{BYLINE}<p>{UNIVERSITY}</p>", "", "passed", id="below the name"),
        pytest.param(BYLINE, "<p>The author is a lecturer at the University of Eastmere.</p>", "passed", id="below the story"),
        pytest.param(f"{BYLINE}<figure><img src='/a.jpg'><figcaption>The University of Eastmere</figcaption></figure>", "", "failed", id="in a caption"),
        pytest.param(f"{BYLINE}<p>Photo: University of Eastmere</p>", "", "failed", id="as whose picture it is"),
        pytest.param(BYLINE, "<p>The University of Eastmere provides funding as a member of the Harbour News Service.</p>", "failed", id="as who pays"),
        pytest.param("", "<p>How the school board of Eastmere paid for the buses</p>", "failed", id="nobody is named"),
    ],
)  # fmt: skip
def test_it_stands_with_the_writer(top: str, bottom: str, verdict: str) -> None:
    finding = judged("affiliation", Given(html(top, bottom=bottom), "of: institution"))
    assert finding.verdict.value == verdict, finding
