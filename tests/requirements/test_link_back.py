"""The kind `link_back`: where the link leads, where it stands, and whether a reader sees it."""

import pytest
from invented import ADDRESS, PARAGRAPHS, Found, Given, compare, html, judged, markdown, put_right, text

from licheck.model.finding import Place

HOME = "https://harbour.example/"
DOMAIN = "Harbour News Service (harbour.example)"
NONE = f"There is no link back to {DOMAIN}"
LINKS = "The page links to Harbour News Service."
UNKNOWN = "the original's address is not known, so there is no saying whether the link leads to the story"


def credit(url: str) -> str:
    return f'<p>First published by §<a href="{url}">Harbour News Service</a>.</p>'


def named(url: str) -> str:
    """How a link is quoted."""
    return f"Harbour News Service ({url})"


MOVED = "it leads to another address than the original's, which may be an older or a shorter one of the same story"
AT_NUMBER = html(head=f'<link rel="canonical" href="{HOME}new-words-471100">')
AT_PARTNER = html(head='<link rel="canonical" href="https://partner.example/doors">')
STORY_WITH_LINK = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS).replace(
    "their own chairs", f'§<a href="{HOME}chairs/3">their own chairs</a>'
)
CASES = [
    pytest.param(
        Given(html(credit(f"{HOME}topics"))),
        Found("passed", LINKS, named(f"{HOME}topics")),
        id="any page of it",
    ),
    pytest.param(
        Given(html(credit(ADDRESS)), options="to: story"),
        Found("passed", LINKS, named(ADDRESS)),
        id="the story",
    ),
    pytest.param(
        Given(html(f'§<a href="{ADDRESS}"><img src="/logo.svg" alt="Harbour News Service"></a>')),
        Found("passed", LINKS, ADDRESS),
        id="around the logo",
    ),
    pytest.param(
        Given(html(credit(HOME)), options="to: story"),
        Found(
            "failed",
            "There is no link back to the original story at Harbour News Service;"
            " the nearest one leads to another page than the original.",
            named(HOME),
            "leads to another page than the original",
        ),
        id="the home page, where the story is asked for",
    ),
    pytest.param(
        Given(html(credit(HOME)), options="to: story", original=""),
        Found(
            "failed",
            "There is no link back to the original story at Harbour News Service;"
            " the nearest one leads to the home page, not to the story.",
            named(HOME),
            "leads to the home page, not to the story",
        ),
        id="the home page, where the story is asked for and not known",
    ),
    pytest.param(
        Given(html(credit(ADDRESS)), options="to: home"),
        Found(
            "failed",
            f"There is no link back to the home page of {DOMAIN};"
            " the nearest one leads to another page than the home page.",
            named(ADDRESS),
            "leads to another page than the home page",
        ),
        id="the story, where the home page is asked for",
    ),
    pytest.param(
        Given(
            html(f'<p>From §<a href="{ADDRESS}">Harbour News Service</a>, with thanks.</p>'),
            options="to: story",
            original="",
        ),
        Found(
            "cant-tell", f"The page links to Harbour News Service, but {UNKNOWN}.", named(ADDRESS), UNKNOWN
        ),
        id="a story, and nobody knows which one",
    ),
    pytest.param(Given(html()), Found("failed", f"{NONE}."), id="none"),
    pytest.param(
        Given(html(story=STORY_WITH_LINK)),
        Found(
            "failed",
            f"{NONE}; the nearest one is one of the story's own links.",
            f"their own chairs ({HOME}chairs/3)",
            "is one of the story's own links",
        ),
        id="one of the story's own",
    ),
    pytest.param(
        Given(
            html(below=f'<aside><h3>Partners</h3><p>§<a href="{HOME}">Harbour News Service</a></p></aside>')
        ),
        Found(
            "failed",
            f"{NONE}; the nearest one stands elsewhere on the page, not with the story.",
            named(HOME),
            "stands elsewhere on the page, not with the story",
        ),
        id="in a box of the page",
    ),
    pytest.param(
        Given(html(f'<p hidden>From §<a href="{HOME}">Harbour News Service</a></p>')),
        Found(
            "failed",
            f"{NONE}; the nearest one is not seen by a reader: hidden attribute.",
            named(HOME),
            "is not seen by a reader: hidden attribute",
        ),
        id="hidden",
    ),
    pytest.param(
        Given(html(credit("https://harbour-news.example/"))),
        Found(
            "failed",
            f"{NONE}; the nearest one leads elsewhere.",
            named("https://harbour-news.example/"),
            "leads elsewhere",
        ),
        id="to somebody else",
    ),
    pytest.param(
        Given(html(credit(ADDRESS)), options="place: bottom"),
        Found(
            "failed",
            "The link to Harbour News Service does not stand at the bottom of the story.",
            named(ADDRESS),
            "in another place than asked for",
        ),
        id="in another place than asked for",
    ),
    pytest.param(
        Given(html(credit(ADDRESS)), options="place: bottom\nplace_level: should"),
        Found(
            "passed",
            "The page links to Harbour News Service; where possible the link should stand at the bottom of the story.",
            named(ADDRESS),
        ),
        id="in another place than wanted",
    ),
    pytest.param(
        Given(html(), options="medium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
    pytest.param(
        Given(html(credit("https://t.co/Ab1"))),
        Found(
            "cant-tell",
            "The link of the credit leads through a service of short addresses; where to, this file does not tell.",
            named("https://t.co/Ab1"),
            "leads through a service of short addresses; where to, this file does not tell",
        ),
        id="a short address",
    ),
    pytest.param(
        Given(html(credit(f"{HOME}?p=4711")), options="to: story"),
        Found(
            "cant-tell",
            f"The page links to Harbour News Service, but {MOVED}.",
            named(f"{HOME}?p=4711"),
            MOVED,
        ),
        id="the short address of a story",
    ),
    pytest.param(
        Given(html(credit(f"{HOME}old-words-471100")), options="to: story", original=AT_NUMBER),
        Found(
            "cant-tell",
            f"The page links to Harbour News Service, but {MOVED}.",
            named(f"{HOME}old-words-471100"),
            MOVED,
        ),
        id="other words before the same number",
    ),
    pytest.param(
        Given(
            html(bottom=f'<p>Read the §<a href="{ADDRESS}">original story</a>.</p>'), "to: story", original=""
        ),
        Found("passed", LINKS, f"original story ({ADDRESS})"),
        id="a line that leads to the original, without the original",
    ),
    pytest.param(
        Given(html(credit("https://partner.example/doors")), original=AT_PARTNER),
        Found("passed", LINKS, named("https://partner.example/doors")),
        id="the original stands with a partner",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("link_back", given, found)


BROKEN = [
    pytest.param(Given(html()), f'<a href="{ADDRESS}">Harbour News Service</a>', id="HTML"),
    pytest.param(
        Given(html(), options="to: home"), f'<a href="{HOME}">Harbour News Service</a>', id="home page"
    ),
    pytest.param(
        Given(html(), options="to: home_or_story", original=""),
        f'<a href="{HOME}">Harbour News Service</a>',
        id="home page or story, without the original",
    ),
    pytest.param(
        Given(html(), options="to: story\nplace: bottom"),
        f'<a href="{ADDRESS}">Harbour News Service</a>',
        id="at the bottom",
    ),
    pytest.param(Given(markdown(), format="markdown"), f"[Harbour News Service]({ADDRESS})", id="Markdown"),
]


@pytest.mark.parametrize(("given", "remedy"), BROKEN)
def test_the_remedy_put_where_it_belongs_satisfies(given: Given, remedy: str) -> None:
    finding = judged("link_back", given)
    assert (finding.verdict.value, finding.remedy) == ("failed", remedy)
    assert judged("link_back", put_right(given, finding)).verdict.value == "passed"


def test_in_plain_text_the_remedy_is_the_address_in_words() -> None:
    assert judged("link_back", Given(text(), format="text")).remedy == f"Harbour News Service: {ADDRESS}"


def test_a_story_that_is_not_known_has_a_blank_in_the_remedy() -> None:
    remedy = judged("link_back", Given(html(), options="to: story", original="")).remedy
    assert remedy == '<a href="ADDRESS-OF-THE-ORIGINAL">Harbour News Service</a>'


@pytest.mark.parametrize(
    ("given", "links", "place"),
    [
        pytest.param(Given(html()), "2 links", Place("below the headline", 8), id="HTML"),
        pytest.param(
            Given(html(), options="place: bottom"),
            "2 links",
            Place("after the story's last paragraph", 12),
            id="at the bottom",
        ),
        pytest.param(
            Given(markdown(), format="markdown"),
            "links (none there)",
            Place("below the headline", 2),
            id="without any link",
        ),
    ],
)
def test_it_is_told_where_was_looked_and_where_the_link_belongs(
    given: Given, links: str, place: Place
) -> None:
    finding = judged("link_back", given)
    assert finding.looked_in[-1] == links
    assert "credit zone" in finding.looked_in[0] or "headline" in finding.looked_in[0]
    assert finding.belongs_at == place


def test_in_plain_text_nobody_can_tell() -> None:
    finding = judged("link_back", Given(text(), format="text"))
    reason = "Plain text carries no links; whether there is one where the story runs, it does not tell."
    assert (finding.verdict.value, finding.reason) == ("cant-tell", reason)
