"""The kind `logo`: which picture is the logo, which could be it, and which shows nothing."""

import pytest
from invented import Found, Given, compare, feed, html, judged, markdown, put_right, text

from licheck.model.finding import Place

NAME = "Harbour News Service"
SHOWN = f"The logo of {NAME} is shown."
NOT_SHOWN = f"The logo of {NAME} is not shown"
NO_TELLING = f"There is no telling whether the logo of {NAME} is shown"
LOGO = f'§<img src="/i/1.png" alt="{NAME} logo" width="120" height="40">'


def missed(note: str, quotes: str = f"{NAME} logo") -> Found:
    """A picture that names the logo and does not count."""
    return Found("failed", f"{NOT_SHOWN}; {note}.", quotes, note)


def doubted(note: str, quotes: str) -> Found:
    return Found("cant-tell", f"{NO_TELLING}: {note}.", quotes, note)


CASES = [
    pytest.param(
        Given(html(LOGO)),
        Found("passed", SHOWN, f"{NAME} logo", f"its alternative text says so: {NAME} logo"),
        id="by its alternative text",
    ),
    pytest.param(
        Given(html('§<img src="/i/harbour-news-service-logo.svg" alt="">')),
        Found(
            "passed",
            SHOWN,
            "harbour-news-service-logo.svg",
            "its file name says so: harbour-news-service-logo.svg",
        ),
        id="by its file name",
    ),
    pytest.param(
        Given(html(f'<figure>§<img src="/i/1.png" alt=""><figcaption>{NAME}</figcaption></figure>')),
        Found("passed", SHOWN, "1.png", f"its caption says so: {NAME}"),
        id="by its caption",
    ),
    pytest.param(
        Given(html('§<img src="/i/1.png" alt="Three red doors">'), options="names: [three red doors]"),
        Found("passed", SHOWN, "Three red doors", "its alternative text says so: Three red doors"),
        id="by a name of its own",
    ),
    pytest.param(
        Given(markdown(f"§![{NAME} logo](/i/1.png)"), format="markdown"),
        Found("passed", SHOWN, f"{NAME} logo", f"its alternative text says so: {NAME} logo"),
        id="in Markdown",
    ),
    pytest.param(Given(html()), Found("failed", f"{NOT_SHOWN}."), id="none"),
    pytest.param(
        Given(html('<img src="/i/door.jpg" alt="A green door in the rain">')),
        Found("failed", f"{NOT_SHOWN}."),
        id="a picture of something else",
    ),
    pytest.param(
        Given(html('<img src="/i/1.png" alt="Harbour News logo">')),
        Found("failed", f"{NOT_SHOWN}."),
        id="the logo of a company with a similar name",
    ),
    pytest.param(
        Given(html(f"§<!-- {LOGO[1:]} -->")),
        missed("the picture is not seen by a reader: in an HTML comment"),
        id="commented out",
    ),
    pytest.param(
        Given(html(LOGO.replace("120", "16").replace("40", "16"))),
        missed("the picture is 16 x 16 pixels: a site icon, not the logo"),
        id="as large as a site icon",
    ),
    pytest.param(
        Given(html(LOGO.replace("120", "1").replace("40", "1"))),
        missed("the picture has one pixel: it counts views and shows nothing"),
        id="one pixel",
    ),
    pytest.param(
        Given(html(bottom=LOGO), options="place: top"),
        missed("the picture stands at the bottom of the story"),
        id="in another place than asked for",
    ),
    pytest.param(
        Given(html('§<img src="/i/img_4711.png" alt="">')),
        doubted("the picture's file name says nothing: img_4711.png", "img_4711.png"),
        id="a picture that says nothing",
    ),
    pytest.param(
        Given(html('§<img src="data:image/png;base64,iVBORw0KGgo=" alt="">')),
        doubted(
            "the picture has no file name that would say what it shows", "data:image/png;base64,iVBORw0KGgo="
        ),
        id="a picture without a file",
    ),
    pytest.param(
        Given(html(f'§<img data-src="/i/1.png" alt="{NAME} logo">')),
        doubted("the picture's address stands in data-src: only a script would show it", f"{NAME} logo"),
        id="shown by a script only",
    ),
    pytest.param(
        Given(
            html(
                f'§<img data-src="/i/1.png" src="data:image/gif;base64,R0lGODlh" alt="{NAME} logo">'
                f'<noscript><img src="/i/1.png" alt="{NAME} logo"></noscript>'
            )
        ),
        Found("passed", SHOWN, f"{NAME} logo", f"its alternative text says so: {NAME} logo"),
        id="shown by a script, and where scripts are off",
    ),
    pytest.param(
        Given(html(head="<style>.b { background: url(§/i/harbour-news-service-logo.svg) }</style>")),
        doubted(
            "a style sheet of the page names this picture, and may or may not show it",
            "harbour-news-service-logo.svg",
        ),
        id="in a style sheet",
    ),
    pytest.param(
        Given(text(), format="text"),
        Found(
            "cant-tell",
            "This file is plain text, which cannot carry a logo;"
            " whether the logo is shown where the story runs, it does not tell.",
        ),
        id="plain text",
    ),
    pytest.param(
        Given(markdown(), format="markdown"),
        Found(
            "cant-tell",
            "This Markdown file holds no picture;"
            " whether the logo is shown where the story runs, it does not tell.",
        ),
        id="Markdown without pictures",
    ),
    pytest.param(
        Given(html(LOGO), options="wanted: false"),
        Found(
            "failed",
            "The logo is shown, and the publisher forbids it.",
            f"{NAME} logo",
            f"its alternative text says so: {NAME} logo",
        ),
        id="forbidden and shown",
    ),
    pytest.param(
        Given(html(f'§<img src="/i/1.png" alt="{NAME}">'), options="wanted: false"),
        Found(
            "cant-tell",
            f"There is no telling whether a picture is the logo, which is forbidden: its alternative text says so: {NAME}.",
            NAME,
            f"its alternative text says so: {NAME}",
        ),
        id="forbidden, and a picture has the name alone",
    ),
    pytest.param(
        Given(html('§<object type="image/svg+xml" data="/i/harbour-news-service-logo.svg"></object>')),
        Found(
            "passed",
            SHOWN,
            "harbour-news-service-logo.svg",
            "its file name says so: harbour-news-service-logo.svg",
        ),
        id="in an object",
    ),
    pytest.param(
        Given(
            html('§<svg width="90" height="30"><use href="/i/all.svg#harbour-news-service-logo"></use></svg>')
        ),
        Found("passed", SHOWN, "all.svg", "its file name says so: harbour-news-service-logo"),
        id="part of a file of drawings",
    ),
    pytest.param(
        Given(html('§<svg width="90" height="30"><image href="/i/harbour-news-service-logo.png"/></svg>')),
        Found(
            "passed",
            SHOWN,
            "harbour-news-service-logo.png",
            "its file name says so: harbour-news-service-logo.png",
        ),
        id="in a drawing",
    ),
    pytest.param(
        Given(html(f'§<img src="/i/1.png" alt="{NAME} logo" style="width:0;height:0">')),
        missed("the picture has no width and no height: it shows nothing"),
        id="of no size",
    ),
    pytest.param(
        Given(
            html(
                f'<figure>§<img src="/i/1.jpg" alt="A door" width="900" height="600"><figcaption>{NAME}</figcaption></figure>'
            )
        ),
        doubted(f"its caption names the publisher, but may say who took it: {NAME}", "A door"),
        id="below a photograph",
    ),
    pytest.param(
        Given(html(), options="wanted: false"),
        Found("passed", "The logo is not shown."),
        id="forbidden and not shown",
    ),
    pytest.param(
        Given(html(), options="medium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("logo", given, found)


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        pytest.param(Given(html()), f'<img src="LOGO-FILE" alt="{NAME} logo">', id="HTML"),
        pytest.param(
            Given(markdown("![A door](/i/door.png)"), format="markdown"),
            f"![{NAME} logo](LOGO-FILE)",
            id="Markdown",
        ),
        pytest.param(Given(feed(), format="feed"), f'<img src="LOGO-FILE" alt="{NAME} logo">', id="a feed"),
        pytest.param(
            Given(text(), format="text"), f"Show the logo of {NAME} where the story runs.", id="plain text"
        ),
        pytest.param(Given(html(LOGO), options="wanted: false"), "Take the logo out.", id="forbidden"),
        pytest.param(
            Given(html(), options="remedy: Ask us for our logo."),
            "Ask us for our logo.",
            id="the publisher's own",
        ),
    ],
)
def test_the_remedy_is_in_the_markup_of_the_file(given: Given, remedy: str) -> None:
    assert judged("logo", given).remedy == remedy


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(Given(html()), id="HTML"),
        pytest.param(Given(markdown("![A door](/i/door.png)"), format="markdown"), id="Markdown"),
    ],
)
def test_the_remedy_put_where_it_belongs_satisfies(given: Given) -> None:
    finding = judged("logo", given)
    assert finding.verdict.value == "failed"
    assert judged("logo", put_right(given, finding)).verdict.value == "passed"


@pytest.mark.parametrize(
    ("pictures", "looked_in"),
    [
        pytest.param("", "pictures (none there)", id="none"),
        pytest.param(
            '<img src="/d.jpg" alt="A door">',
            "file name, alternative text, title and caption of 1 picture",
            id="one",
        ),
        pytest.param(
            '<img src="/d.jpg" alt="A door">' * 2,
            "file name, alternative text, title and caption of 2 pictures",
            id="two",
        ),
    ],
)
def test_it_is_told_how_many_pictures_were_looked_at(pictures: str, looked_in: str) -> None:
    finding = judged("logo", Given(html(pictures)))
    assert finding.looked_in == (looked_in,)
    assert finding.belongs_at == Place("below the headline", 8)
