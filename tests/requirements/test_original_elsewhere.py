"""Where all that is known of a story is a copy on a site that is not its publisher's, nothing is held against that copy's
address, and nobody is told to link to it: the store of originals may hold the paper that republished it first.
"""

from dataclasses import replace

import pytest
from invented import ADDRESS, ORIGINAL, Found, Given, compare, html, judged

COPY = "https://partner.example/news-123456"
AT_PARTNER = ORIGINAL.replace(ADDRESS, COPY)
PIXEL = "host: count.harbour.example\npath: /{id}/count.gif\nid_in_url: '-(\\d+)'"


def credited(url: str) -> str:
    return f'<p>This story was originally published by §<a href="{url}">Harbour News Service</a>.</p>'


def canonical(url: str) -> str:
    return html(head=f'§<link rel="canonical" href="{url}">')


@pytest.mark.parametrize(
    ("kind", "given", "found"),
    [
        pytest.param(
            "canonical",
            Given(canonical(ADDRESS)),
            Found(
                "passed",
                "The canonical address is Harbour News Service's; whether it is this story's, nobody said.",
                ADDRESS,
            ),
            id="the publisher is named as canonical",
        ),
        pytest.param(
            "canonical",
            Given(canonical(COPY)),
            Found(
                "cant-tell",
                "The canonical address is the given original's, which is not on Harbour News Service's site.",
                COPY,
                "leads to another site than the publisher's",
            ),
            id="the copy is named as canonical",
        ),
        pytest.param(
            "canonical",
            Given(canonical("https://quay.example/doors")),
            Found(
                "failed",
                "The canonical address is not Harbour News Service's.",
                "https://quay.example/doors",
                "leads elsewhere",
            ),
            id="somebody else is named as canonical",
        ),
        pytest.param(
            "link_back",
            Given(html(credited(ADDRESS)), "to: story"),
            Found("passed", "The page links to Harbour News Service.", f"Harbour News Service ({ADDRESS})"),
            id="the publisher's story is linked",
        ),
        pytest.param(
            "read_more_link",
            Given(html(bottom=f'<p>Read on: §<a href="{ADDRESS}">continue reading</a></p>')),
            Found("passed", "A link tells readers where to read on.", f"continue reading ({ADDRESS})"),
            id="readers are led to the publisher's story",
        ),
        pytest.param(
            "link_anchor",
            Given(html(credited(ADDRESS)), "text: ['{publisher}']\nto: story"),
            Found(
                "passed",
                'The link back reads "Harbour News Service" or "HNS".',
                f"Harbour News Service ({ADDRESS})",
            ),
            id="words are linked to the publisher's story",
        ),
        pytest.param(
            "tracking_pixel",
            Given(html(bottom='§<img src="https://count.harbour.example/4711/count.gif" alt="">'), PIXEL),
            Found("passed", "The page counter is there.", "https://count.harbour.example/4711/count.gif"),
            id="the number in the counter is not the copy's",
        ),
    ],
)
def test_a_page_that_names_the_publishers_address_is_not_accused(
    kind: str, given: Given, found: Found
) -> None:
    compare(kind, replace(given, original=AT_PARTNER), found)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("canonical", ""),
        ("link_back", "to: story"),
        ("link_back", "to: home_or_story"),
        ("read_more_link", ""),
        ("link_anchor", "text: ['{publisher}']\nto: story"),
        ("credit_line", "wording: {en: ['First told by {publisher} at {url}']}"),
        ("promo_text", "wording: {en: ['Told by {publisher} for all who read on']}\nlink: story"),
    ],
)
def test_nobody_is_told_to_link_to_the_copy(kind: str, options: str) -> None:
    finding = judged(kind, Given(html(), options, original=AT_PARTNER))
    assert finding.verdict.value == "failed"
    assert finding.remedy
    assert COPY not in finding.remedy


@pytest.mark.parametrize(
    ("kind", "options"), [("canonical", ""), ("link_back", "to: story"), ("read_more_link", "")]
)
def test_the_publishers_own_original_is_what_is_to_be_linked(kind: str, options: str) -> None:
    assert ADDRESS in judged(kind, Given(html(), options)).remedy
