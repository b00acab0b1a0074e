"""The headline is told by what the page calls itself, and by what headings look like."""

import pytest

from licheck.readers.html import read_text as html
from licheck.zones.by_form import zones_by_form
from licheck.zones.headline import find_headline

TEXT = "".join(
    f"<p>The {nth} of the engines failed in spring, the harbour office said, and nobody on the island knows when it will be repaired.</p>"
    for nth in ("first", "second", "third", "fourth")
)


def headline(head, body):
    page = html("page.html", f"<html><head>{head}</head><body>{body}<div class=t>{TEXT}</div></body></html>")
    at = zones_by_form(page).headline
    return None if at is None else page.blocks[at].text


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param("", "<h1>Ferry stops</h1>", "Ferry stops", id="h1 without metadata"),
        pytest.param("", "<h1>Ferry stops</h1><h2>Mail will come by pilot boat</h2>", "Ferry stops", id="h1 over its dek"),
        pytest.param(
            "<title>Ferry stops in November | The Skerry Post</title>",
            "<h1>The Skerry Post</h1><h2>Ferry stops in November</h2>",
            "Ferry stops in November",
            id="site's name is the h1",
        ),
        pytest.param(
            "<title>The Skerry Post: Ferry stops in November</title><meta property=og:site_name content='The Skerry Post'>",
            "<h1>The Skerry Post</h1><h2>Ferry stops in November</h2>",
            "Ferry stops in November",
            id="site's name before the title",
        ),
        pytest.param(
            "<title>Ferry stops in November - The Skerry Post</title>",
            "<header><a href='https://skerrypost.example/'>The Skerry Post</a></header>",
            None,
            id="site's name, linked to its front page, where the headline is not on the page",
        ),
        pytest.param(
            "<title>Ferry stops in November - The Skerry Post</title>",
            "<header><a href='/'>The Skerry Post</a></header><div class=hl>Ferry stops in November</div>",
            "Ferry stops in November",
            id="site's name, linked, above a headline that is no heading",
        ),
        pytest.param(
            "<title>Islands: Ferry stops in November - skerrypost.example</title>",
            "<h4>Islands</h4><h1>Ferry stops in November</h1>",
            "Ferry stops in November",
            id="kicker above it",
        ),
        pytest.param(
            "<meta property=og:title content='Ferry stops in November'>",
            "<ul><li>Ferry stops in November</li></ul><h1>Ferry stops in November</h1><h3>Islands</h3>",
            "Ferry stops in November",
            id="breadcrumb that says it",
        ),
        pytest.param(
            "<meta property=og:title content='Ferry stops in November'>",
            "<h1>Islands and harbours</h1><div class=hl>Ferry stops in November</div>",
            "Ferry stops in November",
            id="not a heading by its tag",
        ),
        pytest.param(
            "<title>Ferry “Olav” to stop running in November</title>",
            "<h1>Ferry \"Olav\" will stop running in November</h1>",
            'Ferry "Olav" will stop running in November',
            id="other words than in the metadata",
        ),
        pytest.param(
            "<title>Fer\u00adry stops in No\u00advem\u00adber</title>",
            "<h1>News of the week</h1><h2>Ferry stops in November</h2>",
            "Ferry stops in November",
            id="soft hyphens",
        ),
        pytest.param("", "<h3>Ferry stops</h3>", "Ferry stops", id="h3 where there is nothing higher"),
        pytest.param("", "<p>Harbour</p>", None, id="none"),
    ],
)  # fmt: skip
def test_headline_is_found(head, body, expected):
    assert headline(head, body) == expected


def test_headline_of_a_teaser_after_the_story_is_not_the_headline():
    page = html(
        "p.html", f"<body><h1>Ferry stops</h1><div class=t>{TEXT}</div><h1>Wolves seen at school</h1></body>"
    )
    assert page.blocks[zones_by_form(page).headline].text == "Ferry stops"


def test_known_title_of_the_original_beats_the_pages_own():
    page = html("p.html", f"<title>Island news</title><body><h1>Island news</h1><h2>Ferry stops in November</h2><div>{TEXT}</div></body>")  # fmt: skip
    assert page.blocks[find_headline(page, 3, "ferry stops in november")].text == "Ferry stops in November"
