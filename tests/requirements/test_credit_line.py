"""The kind `credit_line`: what credits the publisher as the source, and what only names it."""

from dataclasses import replace

import pytest
from invented import (
    NOTICE,
    Found,
    Given,
    compare,
    html,
    judged,
    judged_by,
    markdown,
    put_right,
    rule_set,
    text,
)

from licheck.model.finding import Place

CREDITED = "Harbour News Service is credited as the source"
NOT_CREDITED = "No line credits Harbour News Service as the source"
FIRST = "First published by the Harbour News Service."
EXACTLY = 'exactly: true\nwording:\n  en: ["Republished from {publisher} under a free licence."]'

CASES = [
    pytest.param(
        Given(html(bottom="<p>§This story was originally published by the Harbour News Service.</p>")),
        Found("passed", f"{CREDITED}.", "This story was originally published by the Harbour News Service."),
        id="a sentence",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill, §Harbour News Service</p>")),
        Found("passed", f"{CREDITED}.", "By Marta Quill, Harbour News Service"),
        id="in the byline",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill, §Harbour News Service</p>"), options="byline_counts: false"),
        Found(
            "failed",
            f"{NOT_CREDITED}.",
            "By Marta Quill, Harbour News Service",
            "named, but not as the source of the story",
        ),
        id="in the byline, where that is not enough",
    ),
    pytest.param(
        Given(
            markdown(
                bottom="_§This story was first published by_ [Harbour News Service](https://harbour.example/)."
            ),
            format="markdown",
        ),
        Found("passed", f"{CREDITED}.", "This story was first published by Harbour News Service."),
        id="broken by emphasis and a link",
    ),
    pytest.param(
        Given(
            html("<p>§Republished from <b>Harbour News Service</b> under a free licence, with thanks.</p>"),
            options=EXACTLY,
        ),
        Found(
            "passed",
            f"{CREDITED}.",
            "Republished from Harbour News Service under a free licence, with thanks.",
        ),
        id="the prescribed wording, and more",
    ),
    pytest.param(
        Given(html("<p>First published by the §Harbour News Service.</p>"), options=EXACTLY),
        Found("failed", f"{NOT_CREDITED}.", FIRST, "named, but not as the source of the story"),
        id="another wording than the prescribed one",
    ),
    pytest.param(Given(html()), Found("failed", f"{NOT_CREDITED}."), id="not named"),
    pytest.param(
        Given(html(bottom=f"<p>§{NOTICE}</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}; its own notice does not count.",
            NOTICE,
            "the publisher's own notice asks for the credit; it is not one",
        ),
        id="the notice alone",
    ),
    pytest.param(
        Given(html('§<img src="/l.png" alt="Harbour News Service">')),
        Found(
            "failed",
            f"{NOT_CREDITED}; named only in a picture's alternative text.",
            "Harbour News Service",
            "named only in a picture's alternative text",
        ),
        id="a picture's text",
    ),
    pytest.param(
        Given(html(f"§<p hidden>{FIRST}</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}; not seen by a reader: hidden attribute.",
            FIRST,
            "not seen by a reader: hidden attribute",
        ),
        id="hidden",
    ),
    pytest.param(
        Given(html(below="<aside><h3>Partners</h3><p>§Harbour News Service</p></aside>")),
        Found(
            "failed",
            f"{NOT_CREDITED}.",
            "Harbour News Service",
            "named elsewhere on the page, not with this story",
        ),
        id="in a box of the page",
    ),
    pytest.param(
        Given(html(f"<p>§{FIRST} Read it here: [link].</p>")),
        Found(
            "failed",
            "The credit line still holds a placeholder.",
            f"{FIRST} Read it here: [link].",
            "a placeholder was left unfilled",
        ),
        id="a placeholder",
    ),
    pytest.param(
        Given(html(bottom=f"<p>§{FIRST}</p>"), options="place: top"),
        Found(
            "failed",
            f"{CREDITED} at the bottom of the story; it is asked for at the top of the story.",
            FIRST,
            "in another place than asked for",
        ),
        id="in another place than asked for",
    ),
    pytest.param(
        Given(html(bottom=f"<p>§{FIRST}</p>"), options="place: top\nplace_level: should"),
        Found(
            "passed",
            f"{CREDITED} at the bottom of the story; where possible it should stand at the top of the story.",
            FIRST,
        ),
        id="in another place than wanted",
    ),
    pytest.param(
        Given(html(), options="medium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("credit_line", given, found)


BROKEN = [
    pytest.param(Given(html()), Place("below the headline", 8), id="HTML"),
    pytest.param(
        Given(html(), options="place: bottom"),
        Place("after the story's last paragraph", 12),
        id="at the bottom",
    ),
    pytest.param(
        Given(html(), options=EXACTLY), Place("below the headline", 8), id="with prescribed wording"
    ),
    pytest.param(Given(markdown(), format="markdown"), Place("below the headline", 2), id="Markdown"),
    pytest.param(Given(text(), format="text"), Place("below the headline", 2), id="plain text"),
]


@pytest.mark.parametrize(("given", "place"), BROKEN)
def test_the_remedy_put_where_it_belongs_satisfies(given: Given, place: Place) -> None:
    finding = judged("credit_line", given)
    assert finding.verdict.value == "failed"
    assert finding.belongs_at == place
    assert judged("credit_line", put_right(given, finding)).verdict.value == "passed"


def test_the_remedy_is_the_prescribed_wording_with_what_is_known() -> None:
    given = Given(html(), options='wording:\n  en: ["By {authors}, {publisher}: {url} ({republisher})"]')
    assert (
        judged("credit_line", given).remedy
        == "By Marta Quill, Harbour News Service: https://harbour.example/doors/4711 ({republisher})"
    )


@pytest.mark.parametrize(
    ("credited", "verdict"),
    [
        pytest.param("Harbour News Service", "passed", id="the publisher"),
        pytest.param("Harbour News Service Radio", "failed", id="somebody else"),
        pytest.param("Harbour News Services", "failed", id="a longer word"),
        pytest.param("<a>Harbour News Service</a><a>share</a>", "passed", id="another word without a space"),
        pytest.param("<b>H</b>arbour News Service", "passed", id="a letter in bold"),
        pytest.param("Harbour News Service中文", "passed", id="before a script without spaces"),
        pytest.param("Harbour News Service and Harbour News Service Radio", "passed", id="both"),
    ],
)
def test_the_prescribed_wording_with_a_longer_name_credits_somebody_else(credited: str, verdict: str) -> None:
    rules = rule_set("credit_line", 'exactly: true\nwording:\n  en: ["First told by {publisher}"]')
    rules = replace(rules, publisher=replace(rules.publisher, others=("Harbour News Service Radio",)))
    finding = judged_by(rules, Given(html(f"<p>First told by {credited}.</p>"), original=""))
    assert finding.verdict.value == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        pytest.param("<p>Harbour News Service</p>", "passed", id="the name alone"),
        pytest.param("<p>From Harbour News Service</p>", "passed", id="from"),
        pytest.param("<button>Harbour News Service link</button>", "failed", id="a button"),
        pytest.param("<p>More from Harbour News Service</p>", "failed", id="the heading of a list"),
        pytest.param("<p>Photo: Ada Finch/Harbour News Service</p>", "failed", id="a picture's credit"),
        pytest.param("<p>Subscribe to Harbour News Service</p>", "failed", id="an advertisement"),
        pytest.param(
            '<p class="tags"><a href="/t">Harbour News Service</a></p>',
            "passed",
            id="a class of the line itself",
        ),
        pytest.param('<ul class="tags"><li>Harbour News Service</li></ul>', "failed", id="a tag"),
    ],
)
def test_a_short_line_with_the_name_credits_the_story_or_something_else(line: str, verdict: str) -> None:
    assert judged("credit_line", Given(html(line))).verdict.value == verdict


def test_it_is_told_where_was_looked() -> None:
    assert judged("credit_line", Given(html())).looked_in == (
        "headline (line 7)",
        "top credit zone (nothing there)",
        "article (lines 9-11)",
        "bottom credit zone (line 15)",
    )
