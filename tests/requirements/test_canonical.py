"""The kind `canonical`: one link, in the head, to the original."""

import pytest
from invented import ADDRESS, Found, Given, compare, feed, html, judged, markdown, text

from licheck.model.finding import Place

ELSEWHERE = "https://quay.example/doors"


def link(url: str, place: str = "§") -> str:
    return f'{place}<link rel="canonical" href="{url}">'


CASES = [
    pytest.param(
        Given(html(head=link(ADDRESS))),
        Found("passed", "The canonical address is the original's.", ADDRESS),
        id="the original",
    ),
    pytest.param(
        Given(html(head=link("http://www.harbour.example/doors/4711/?utm_source=mail"))),
        Found(
            "passed",
            "The canonical address is the original's.",
            "http://www.harbour.example/doors/4711/?utm_source=mail",
        ),
        id="the original in other words",
    ),
    pytest.param(
        Given(markdown(front=f"canonical_url: §{ADDRESS}"), format="markdown"),
        Found("passed", "The canonical address is the original's.", ADDRESS),
        id="in front matter",
    ),
    pytest.param(Given(html()), Found("failed", "The page names no canonical address."), id="none"),
    pytest.param(
        Given(html(head=link(ELSEWHERE))),
        Found("failed", "The canonical address is not the original's.", ELSEWHERE, "leads elsewhere"),
        id="the page itself",
    ),
    pytest.param(
        Given(html(head=link(ADDRESS) + link(ELSEWHERE, ""))),
        Found("failed", "The page names several different canonical addresses.", ADDRESS, "one of several"),
        id="two different ones",
    ),
    pytest.param(
        Given(html(link(ADDRESS))),
        Found(
            "failed",
            "The canonical link stands in the body, where search engines ignore it.",
            ADDRESS,
            "not in the head",
        ),
        id="in the body",
    ),
    pytest.param(
        Given(html(link(ADDRESS)), options="in_body: true"),
        Found(
            "passed",
            "The canonical address is the original's; it stands in the body, where search engines ignore it.",
            ADDRESS,
        ),
        id="in the body, where the publisher puts it",
    ),
    pytest.param(
        Given(html(head=link("https://harbour.example/")), original=""),
        Found(
            "failed",
            "The canonical address is Harbour News Service's home page, not the story's.",
            "https://harbour.example/",
            "a home page",
        ),
        id="a home page",
    ),
    pytest.param(
        Given(html(head=link("https://harbour.example/tides/9")), original=""),
        Found(
            "passed",
            "The canonical address is Harbour News Service's; whether it is this story's, nobody said.",
            "https://harbour.example/tides/9",
        ),
        id="the publisher's, without the original",
    ),
    pytest.param(
        Given(html(head=link(ELSEWHERE)), original=""),
        Found("failed", "The canonical address is not Harbour News Service's.", ELSEWHERE, "leads elsewhere"),
        id="somebody else's, without the original",
    ),
    pytest.param(
        Given(text(), format="text"), Found("inapplicable", "Plain text has no head."), id="plain text"
    ),
    pytest.param(
        Given(feed(), format="feed"),
        Found("inapplicable", "This file holds the story without the page around it."),
        id="a story in a feed",
    ),
    pytest.param(
        Given(html(), options="medium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("canonical", given, found)


@pytest.mark.parametrize(
    ("given", "looked_in", "place", "remedy"),
    [
        pytest.param(
            Given(html()),
            ("<link> elements in the head and in the body",),
            "in the head of the page",
            f'<link rel="canonical" href="{ADDRESS}">',
            id="HTML",
        ),
        pytest.param(
            Given(markdown(), format="markdown"),
            ("front matter", "<link> elements in the text"),
            "in the front matter",
            f"canonical_url: {ADDRESS}",
            id="Markdown",
        ),
        pytest.param(
            Given(html(), original=""),
            ("<link> elements in the head and in the body",),
            "in the head of the page",
            '<link rel="canonical" href="ADDRESS-OF-THE-ORIGINAL">',
            id="without the original",
        ),
    ],
)
def test_it_is_told_where_was_looked_and_what_belongs_where(given, looked_in, place, remedy) -> None:
    finding = judged("canonical", given)
    assert finding.looked_in == looked_in
    assert finding.belongs_at == Place(place)
    assert finding.remedy == remedy


@pytest.mark.parametrize(
    ("before", "put"),
    [
        pytest.param(Given(html()), lambda remedy: Given(html(head=remedy)), id="HTML"),
        pytest.param(
            Given(markdown(), format="markdown"),
            lambda remedy: Given(markdown(front=remedy), format="markdown"),
            id="Markdown",
        ),
    ],
)
def test_the_remedy_put_where_it_belongs_satisfies(before, put) -> None:
    finding = judged("canonical", before)
    assert finding.verdict.value == "failed"
    assert judged("canonical", put(finding.remedy)).verdict.value == "passed"
