"""Pages of a few invented lines, and the pairs of writer and affiliation that are read off them."""

from __future__ import annotations

from licheck.credits.read import read_credits
from licheck.model.credit import Role
from licheck.model.finding import Standing
from licheck.model.zones import Zone, Zones
from licheck.readers.html import read_text

STORY = [
    "The pier was opened on Tuesday by the harbour board, which had closed it in November after a storm.",
    "Boats will call there every second hour, the board said, and the fare stays as it was before.",
    "Traders at the quay said that they had waited long enough and that the first boat was full.",
]


def pairs(top=(), bottom=(), closing=()):
    """(person, affiliation) of all seen writers of a page with these lines of HTML above and below its story.

    `closing` are lines below the story that were taken for its last paragraphs. A leading "the" is left out.
    """
    lines = ["Ferry pier reopens after repairs", *top, *STORY, *closing, *bottom]
    page = read_text("page.html", "<body>" + "\n".join(f"<p>{line}</p>" for line in lines) + "</body>")
    if len(page.blocks) != len(lines):
        raise ValueError("a line of this page is not one block")
    first, last = 1 + len(top), len(top) + len(STORY) + len(closing)
    of = [
        Zone.TITLE,
        *[Zone.TOP] * len(top),
        *[Zone.ARTICLE] * (last - first + 1),
        *[Zone.BOTTOM] * len(bottom),
    ]
    return {
        (person, affiliation.removeprefix("the ").removeprefix("The "))
        for credit in read_credits(page, Zones(tuple(of), 0, first, last, "form"))
        if credit.role is Role.WRITER and credit.standing is Standing.SEEN
        for person in credit.persons
        for affiliation in credit.affiliations
    }


NORA = '<a href="/author/nora-marrow">Nora Marrow</a>'
TOM = '<a href="/author/tom-quill">Tom Quill</a>'


def of_nora(affiliation):
    return {("Nora Marrow", affiliation)}


def of_both(affiliation):
    return {("Nora Marrow", affiliation), ("Tom Quill", affiliation)}
