"""Pages of a few invented lines, and the pairs of writer and affiliation that are read off them."""

from __future__ import annotations

import pytest

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


# Why a form is not read yet.
BIOGRAPHY = "biographies are not read"
LIST = "the cut at a linked name separates the list from its outlet"
JOINED = "a job, a department or a word before the outlet stays with it or hides it"
UNKNOWN = "an outlet without an outlet's word beside a sure byline is not taken for one"
ORDER = "an outlet before or above the names is not read"
ANYTHING = "whatever has an outlet's word after a byline is taken for its affiliation"
UNSURE = "what follows a line that only has the form of a name is taken for its affiliation"


def not_yet(*values, id, reason):
    """A form that is not read yet. Strict: the mark has to go as soon as the form is read."""
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    return pytest.param(*values, id=id, marks=mark)


NORA = '<a href="/author/nora-marrow">Nora Marrow</a>'
TOM = '<a href="/author/tom-quill">Tom Quill</a>'


def of_nora(affiliation):
    return {("Nora Marrow", affiliation)}


def of_both(affiliation):
    return {("Nora Marrow", affiliation), ("Tom Quill", affiliation)}
