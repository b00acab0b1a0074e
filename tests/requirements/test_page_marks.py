"""What the page says of itself to machines and buyers: `noindex` and `paywall`."""

import pytest
from invented import Found, Given, compare, feed, html, judged, markdown, text

NO = '§<meta name="robots" content="{}">'
NOT_LISTED = "The page tells search engines not to list it."
MISSING = "No element tells search engines not to list the page"
LD = '<script type="application/ld+json">{{"@type": "NewsArticle", §"isAccessibleForFree": {}}}</script>'
ASKS = "A part of the page may ask readers to pay; does it keep them from this story?"
NOTHING = "Nothing in this file asks readers to pay for the story."
OWN_WORD = "the page's own word to search engines"
CASES = [
    pytest.param(
        "noindex",
        Given(html(head=NO.format("NOINDEX, follow"))),
        Found("passed", NOT_LISTED, 'meta "robots": NOINDEX, follow'),
        id="noindex: there",
    ),
    pytest.param(
        "noindex",
        Given(html(head=NO.format("none"))),
        Found("passed", NOT_LISTED, 'meta "robots": none'),
        id="noindex: none says the same",
    ),
    pytest.param("noindex", Given(html()), Found("failed", f"{MISSING}."), id="noindex: not there"),
    pytest.param(
        "noindex",
        Given(html(head=NO.format("index, follow"))),
        Found(
            "failed",
            f"{MISSING}; the nearest element does not say noindex.",
            'meta "robots": index, follow',
            "does not say noindex",
        ),
        id="noindex: the contrary",
    ),
    pytest.param(
        "noindex",
        Given(html(head='§<meta name="googlebot" content="noindex">')),
        Found(
            "failed",
            f"{MISSING}; the nearest element speaks to one search engine only.",
            'meta "googlebot": noindex',
            "speaks to one search engine only",
        ),
        id="noindex: for one search engine",
    ),
    pytest.param(
        "noindex",
        Given(html(), "header_counts: true"),
        Found("cant-tell", "No element says noindex; an HTTP header may, which this file does not show."),
        id="noindex: a header would do",
    ),
    pytest.param(
        "noindex",
        Given(markdown(), format="markdown"),
        Found("cant-tell", "The site writes the head of this page, which this file does not show."),
        id="noindex: Markdown",
    ),
    pytest.param(
        "noindex",
        Given(text(), format="text"),
        Found("inapplicable", "Plain text has no head."),
        id="noindex: plain text",
    ),
    pytest.param(
        "noindex",
        Given(feed(), format="feed"),
        Found("inapplicable", "This file holds the story without the page around it."),
        id="noindex: a feed",
    ),
    pytest.param("paywall", Given(html()), Found("passed", NOTHING), id="paywall: none"),
    pytest.param("paywall", Given(text(), format="text"), Found("passed", NOTHING), id="paywall: plain text"),
    pytest.param(
        "paywall",
        Given(html(head=LD.format("true"))),
        Found("passed", "The page says that the story is free.", '"isAccessibleForFree": true', OWN_WORD),
        id="paywall: free by its own word",
    ),
    pytest.param(
        "paywall",
        Given(html(head=LD.format('"False"'))),
        Found(
            "failed",
            "The page says itself that the story is not free.",
            '"isAccessibleForFree": "False',
            OWN_WORD,
        ),
        id="paywall: not free by its own word",
    ),
    pytest.param(
        "paywall",
        Given(html(head='§<meta property="article:content_tier" content="locked">')),
        Found(
            "failed",
            "The page says itself that the story is not free.",
            "locked",
            "the page's own word (article:content_tier)",
        ),
        id="paywall: locked by its own word",
    ),
    pytest.param(
        "paywall",
        Given(html(head='§<meta property="article:content_tier" content="metered">')),
        Found(
            "cant-tell",
            ASKS,
            "metered",
            "the page's own word (article:content_tier): readers pay after so many stories",
        ),
        id="paywall: so many stories are free",
    ),
    pytest.param(
        "paywall",
        Given(html(head=LD.format('"https://schema.org/False"'))),
        Found(
            "failed",
            "The page says itself that the story is not free.",
            '"isAccessibleForFree": "https://schema.org/False',
            OWN_WORD,
        ),
        id="paywall: not free, by an address",
    ),
    pytest.param(
        "paywall",
        Given(html(head=f"<!-- {LD.format('false')} -->".replace("§", ""))),
        Found("passed", NOTHING),
        id="paywall: in a comment",
    ),
    pytest.param(
        "paywall",
        Given(html(head='<script>window.related = {"isAccessibleForFree": false}</script>')),
        Found("passed", NOTHING),
        id="paywall: of another story, in a script's data",
    ),
    pytest.param(
        "paywall",
        Given(html(bottom="<p>§Subscribe now to continue reading</p>")),
        Found("cant-tell", ASKS, "Subscribe now to continue reading", "asks readers to pay or to sign up"),
        id="paywall: a line that asks",
    ),
    pytest.param(
        "paywall",
        Given(html(bottom='<div class="paywall"><p>§Our offer for you</p></div>')),
        Found("cant-tell", ASKS, "Our offer for you", "stands in a box named paywall"),
        id="paywall: a box",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    finding = judged(kind, given)
    assert (finding.verdict.value, finding.reason) == (found.verdict, found.reason)
    if found.verdict != "cant-tell" or found.quotes:
        compare(kind, given, found)


def test_the_remedy_put_into_the_head_makes_it_pass() -> None:
    before = judged("noindex", Given(html()))
    assert before.belongs_at
    assert before.belongs_at.name == "in the head of the page"
    assert judged("noindex", Given(html(head=before.remedy))).verdict.value == "passed"


def test_a_page_that_says_both_is_a_doubt() -> None:
    both = f"{LD.format('true')}{LD.format('false')}".replace("§", "")
    found = judged("paywall", Given(html(head=both)))
    assert (found.verdict.value, found.reason) == (
        "cant-tell",
        "The page says both that it is free and that it is not.",
    )
