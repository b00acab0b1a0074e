"""Metadata that name another writer than the page shows are a value of their own."""

import json

import pytest

from licheck.edge.seen import as_line, in_words
from licheck.read import read_page
from licheck.readers.html import read_text

PAGE = """\
<!doctype html><html lang="en"><head><title>The ferry bell rings again</title>{stated}</head><body><article>
<h1>The ferry bell rings again</h1>
{seen}
<p>The bell on the Ostrand ferry rang on Monday morning for the first time since the storm of last winter,
and the children of the lower town ran down to the quay to hear it.</p>
<p>A smith from across the river had cast the broken clapper anew. He asked for nothing but a season ticket,
which the ferry company gave him on the spot, with the mayor looking on.</p>
<p>The company says that the bell will ring twice a day from now on, at seven and at noon.</p>
</article></body></html>
"""
OTHER = '<meta name="author" content="Nils Auberg">'


def reading(stated, seen):
    return read_page(read_text("page.html", PAGE.format(stated=stated, seen=seen)), last_year=2027)


@pytest.mark.parametrize(
    ("stated", "seen", "expected"),
    [
        pytest.param(
            OTHER, "<p>By Wenna Tolliver</p>", [("Nils Auberg", "Wenna Tolliver")], id="somebody else"
        ),
        pytest.param(
            OTHER,
            "<p>Photos by Nils Auberg</p>",
            [("Nils Auberg", "Nils Auberg")],
            id="seen as photographer",
        ),
        pytest.param(OTHER, "<p>By Nils Auberg</p>", [], id="the same person"),
        pytest.param(OTHER, "<p>By N. Auberg</p>", [], id="the same person with an initial"),
        pytest.param(OTHER, "<p>By Wenna Tolliver and Nils Auberg</p>", [], id="one of two"),
        pytest.param(OTHER, "", [], id="nobody is seen"),
        pytest.param("", "<p>By Wenna Tolliver</p>", [], id="metadata say nothing"),
    ],
)
def test_metadata_contradict_what_a_reader_sees(stated, seen, expected):
    found = reading(stated, seen).contradictions
    assert [(one.stated.persons[0], one.seen[0].persons[0]) for one in found] == expected


def test_a_contradiction_is_told_in_words_and_as_data():
    page = reading(OTHER, "<p>By Wenna Tolliver</p>")
    words = "\n".join(in_words(page))
    assert "Contradiction: meta \"author\" names Nils Auberg, a reader sees 'By Wenna Tolliver'" in words
    (told,) = json.loads(as_line(page))["contradictions"]
    assert told["stated"]["persons"] == ["Nils Auberg"]
    assert [credit["line"] for credit in told["seen"]] == [3]
