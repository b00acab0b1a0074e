"""The kind `tracking_pixel`: a counter that counts, and one that is there and does not."""

import re

import pytest
from invented import Found, Given, compare, html, judged, markdown, put_right, rule_set, text

from licheck.check import check_page
from licheck.errors import RuleSetError
from licheck.model.finding import Place
from licheck.readers import read

OPTIONS = 'host: count.harbour.example\npath: /pixel/{id}.gif\nid_in_url: "/(\\\\d+)$"'
SCRIPT = "host: count.harbour.example\npath: /pixel.js"
THERE = "The page counter is there"


def src(number: int = 4711) -> str:
    return f"https://count.harbour.example/pixel/{number}.gif"


def pixel(address: str = src(), more: str = "") -> str:
    return f'<img src="{address}" alt=""{more}>'


def dead(bottom: str, note: str, quotes: str = src()) -> tuple[Given, Found]:
    """A counter that is there and counts nobody."""
    return Given(html(bottom=bottom), OPTIONS), Found("failed", f"{THERE}, but it {note}.", quotes, note)


BARE = "count.harbour.example/pixel/4711.gif"
CASES = [
    pytest.param(
        Given(html(bottom=f"§{pixel()}"), OPTIONS), Found("passed", f"{THERE}.", src()), id="a live picture"
    ),
    pytest.param(
        Given(html(bottom="§" + pixel(more=' style="display:none"')), OPTIONS),
        Found("passed", f"{THERE}.", src()),
        id="not seen, but fetched",
    ),
    pytest.param(
        Given(markdown(bottom=f"§![]({src()})"), OPTIONS, "markdown"),
        Found("passed", f"{THERE}.", src()),
        id="in Markdown",
    ),
    pytest.param(
        Given(html(bottom='§<script async src="https://count.harbour.example/pixel.js"></script>'), SCRIPT),
        Found("passed", f"{THERE}.", "https://count.harbour.example/pixel.js"),
        id="a script",
    ),
    pytest.param(
        Given(html(bottom="§" + pixel() * 2), OPTIONS),
        Found("passed", f"{THERE} twice: views are counted more than once.", src()),
        id="twice",
    ),
    pytest.param(
        Given(html(bottom="§" + pixel(more=' loading="lazy"')), OPTIONS),
        Found("passed", f"{THERE}.", src(), "may never be fetched (loading=lazy)"),
        id="lazy",
    ),
    pytest.param(
        Given(html(), OPTIONS), Found("failed", "The page counter was not found in this file."), id="none"
    ),
    pytest.param(
        *dead(f"§{pixel(src(99))}", "counts another article (99)", src(99)),
        id="the counter of another article",
    ),
    pytest.param(*dead(f"§<!-- {pixel()} -->", "is dead: in an HTML comment"), id="commented out"),
    pytest.param(
        *dead(
            f"§<noscript>{pixel()}</noscript>", "is dead: inside <noscript>: shown only where scripts are off"
        ),
        id="in noscript",
    ),
    pytest.param(
        *dead(
            f'§<img data-src="{src()}" alt="">',
            "stands in an attribute that only a script would load (data-src)",
        ),
        id="loaded by a script only",
    ),
    pytest.param(
        *dead(
            "§" + pixel("https://i0.wp.com/count.harbour.example/pixel/4711.gif"),
            "is fetched through another server (i0.wp.com) and counts nobody",
            "https://i0.wp.com/count.harbour.example/pixel/4711.gif",
        ),
        id="through an image proxy",
    ),
    pytest.param(
        *dead(
            "<p>&lt;img src='https://§count.harbour.example/pixel/4711.gif &gt;</p>",
            "stands in the file as escaped text, which a reader sees as code, not as a live picture",
            BARE,
        ),
        id="as escaped text",
    ),
    pytest.param(
        *dead(
            f"<p>&lt;img src=&quot;https://§{BARE}&quot; alt=&quot;&quot;&gt;</p>",
            "stands in the file as escaped text, which a reader sees as code, not as a live picture",
            BARE,
        ),
        id="as escaped text with escaped quotes",
    ),
    pytest.param(
        *dead(
            f'<script type="application/json">{{"html":"<img src=\\"https:\\/\\/§{BARE}\\">"}}</script>',
            "stands in the file as data of a script (JSON), not as a live picture",
            BARE,
        ),
        id="in JSON",
    ),
    pytest.param(
        *dead(
            f'<script>window.state = {{"body": "\\u003cimg src=\\u0022https://§{BARE}\\u0022"}}</script>',
            "stands in the file as data of a script (JSON), not as a live picture",
            BARE,
        ),
        id="in JSON with every sign escaped",
    ),
    pytest.param(
        *dead(
            f"<script>new Image().src = 'https://§{BARE}'</script>",
            "stands in the file as text of a script, not as a live picture",
            BARE,
        ),
        id="in a script",
    ),
    pytest.param(
        *dead(
            f"<p>Our counter is https://§{BARE} for all.</p>",
            "stands in the file as text or data, not as a live picture",
            BARE,
        ),
        id="as text",
    ),
    pytest.param(
        Given(text(), OPTIONS, "text"),
        Found(
            "cant-tell",
            "This file cannot carry a counter; whether one is added where the story runs, it does not tell.",
        ),
        id="plain text",
    ),
    pytest.param(
        Given(html(), f"{OPTIONS}\nmedium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("tracking_pixel", given, found)


def test_without_the_original_the_pages_own_link_tells_the_number() -> None:
    credit = (
        '<p>First published by <a href="https://harbour.example/doors/4711">Harbour News Service</a>.</p>'
    )
    finding = judged("tracking_pixel", Given(html(credit, bottom=pixel(src(99))), OPTIONS, original=""))
    assert finding.verdict.value == "cant-tell"
    assert finding.reason == (
        "The page counter and the page's own link to the story name different articles (4711)."
    )
    assert "/4711.gif" in finding.remedy


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        pytest.param(
            Given(html(), OPTIONS), f'<img src="{src()}" alt="" width="1" height="1">', id="a picture"
        ),
        pytest.param(
            Given(html(), SCRIPT),
            '<script async src="https://count.harbour.example/pixel.js"></script>',
            id="a script",
        ),
        pytest.param(
            Given(html(), OPTIONS, original=""),
            '<img src="https://count.harbour.example/pixel/ARTICLE-NUMBER.gif" alt="" width="1" height="1">',
            id="an unknown article",
        ),
        pytest.param(
            Given(markdown("![A door](/d.png)"), OPTIONS, "markdown"),
            f'<img src="{src()}" alt="" width="1" height="1">',
            id="Markdown",
        ),
        pytest.param(
            Given(text(), OPTIONS, "text"),
            f"Add the page counter where the story runs: {src()}",
            id="plain text",
        ),
    ],
)
def test_the_remedy_is_in_the_markup_of_the_file(given: Given, remedy: str) -> None:
    assert judged("tracking_pixel", given).remedy == remedy


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(Given(html(), OPTIONS), id="HTML"),
        pytest.param(Given(html(), SCRIPT), id="a script"),
        pytest.param(Given(markdown("![A door](/d.png)"), OPTIONS, "markdown"), id="Markdown"),
    ],
)
def test_the_remedy_put_where_it_belongs_satisfies(given: Given) -> None:
    finding = judged("tracking_pixel", given)
    assert finding.verdict.value == "failed"
    assert judged("tracking_pixel", put_right(given, finding)).verdict.value == "passed"


def test_it_is_told_where_was_looked_and_where_the_counter_belongs() -> None:
    finding = judged("tracking_pixel", Given(html('<img src="/d.jpg" alt="A door">'), OPTIONS))
    assert finding.looked_in == ("1 picture", "scripts (none there)", "the rest of the file as text")
    assert finding.belongs_at == Place("after the story's last paragraph", 12)


def test_a_live_counter_with_a_number_tells_whose_story_it_is() -> None:
    def chosen(page: str) -> tuple[str, ...]:
        report = check_page(read("page.html", page.encode()), [rule_set("tracking_pixel", OPTIONS)])
        return tuple(one.chosen_by for one in report.rule_sets)

    assert chosen(html(bottom=pixel())) == ("the publisher's page counter (line 12)",)
    assert chosen(html(bottom=f"<!-- {pixel()} -->")) == ()


QUERY = "host: www.harbour.example\nquery: {story-pixel: 'true', post: '{id}'}\nid_in_url: '/(\\d+)$'"
ANY_SITE = "query: {story-pixel: 'true', post: '{id}'}"
NOT_THERE = "The page counter was not found in this file."


def asked(query: str, host: str = "www.harbour.example") -> str:
    return f"https://{host}/?{query}"


def missing(query: str, note: str) -> tuple[Given, Found]:
    """A counter whose parameters are not those that are asked for."""
    given = Given(html(bottom="§" + pixel(asked(query))), QUERY)
    return given, Found("failed", f"{THERE}, but it {note}.", asked(query), note)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param(
            Given(html(bottom="§" + pixel(asked("story-pixel=true&amp;post=4711"))), QUERY),
            Found("passed", f"{THERE}.", asked("story-pixel=true&post=4711")),
            id="as it is asked for",
        ),
        pytest.param(
            Given(html(bottom="§" + pixel(asked("ga4=G-0&post=4711&story-pixel=true&x="))), QUERY),
            Found("passed", f"{THERE}.", asked("ga4=G-0&post=4711&story-pixel=true&x=")),
            id="in another order, with others beside them",
        ),
        pytest.param(
            Given(html(bottom="§" + pixel(asked("story-pixel=true&amp;#038;post=4711"))), QUERY),
            Found("passed", f"{THERE}.", asked("story-pixel=true&#038;post=4711")),
            id="escaped twice",
        ),
        pytest.param(
            Given(markdown(bottom=f"§![]({asked('story-pixel=true&post=4711')})"), QUERY, "markdown"),
            Found("passed", f"{THERE}.", asked("story-pixel=true&post=4711")),
            id="in Markdown",
        ),
        pytest.param(*missing("story-pixel=true", "lacks `post` in its address"), id="without the number"),
        pytest.param(
            *missing(
                "story-pixel=false&post=4711",
                "has `story-pixel=false` in its address where `story-pixel=true` is asked for",
            ),
            id="another value",
        ),
        pytest.param(
            *missing("story-pixel=true&post=99", "counts another article (99)"), id="another number"
        ),
        pytest.param(*missing("story-pixel=true&post=", "lacks `post` in its address"), id="no value"),
        pytest.param(
            *missing("story-pixel=true&post=/%23", "names no article in `post`"), id="what is no number"
        ),
        pytest.param(
            Given(html(bottom=pixel("https://www.harbour.example/files/door.jpg?post=4711")), QUERY),
            Found("failed", NOT_THERE),
            id="a picture of the publisher's is none",
        ),
        pytest.param(
            Given(html(bottom='<a href="https://www.harbour.example/?post=4711">More</a>'), QUERY),
            Found("failed", NOT_THERE),
            id="nor is a link to the publisher",
        ),
        pytest.param(
            Given(
                html(bottom="§" + pixel("https://i0.wp.com/harbour.example/?story-pixel=true&post=4711")),
                QUERY,
            ),
            Found(
                "failed",
                f"{THERE}, but it is fetched through another server (i0.wp.com) and counts nobody.",
                "https://i0.wp.com/harbour.example/?story-pixel=true&post=4711",
                "is fetched through another server (i0.wp.com) and counts nobody",
            ),
            id="through an image proxy",
        ),
        pytest.param(
            Given(
                html(bottom="§" + pixel("https://i0.wp.com/harbour.example/?story-pixel=true&post=4711")),
                ANY_SITE,
            ),
            Found(
                "failed",
                f"{THERE}, but it is fetched through another server (i0.wp.com) and counts nobody.",
                "https://i0.wp.com/harbour.example/?story-pixel=true&post=4711",
                "is fetched through another server (i0.wp.com) and counts nobody",
            ),
            id="through an image proxy, of the original's own site",
        ),
        pytest.param(
            Given(html(bottom=pixel("https://i0.wp.com/harbour.example/files/door.jpg")), QUERY),
            Found("failed", NOT_THERE),
            id="another picture through an image proxy is none",
        ),
        pytest.param(
            Given(
                html(bottom="<p>&lt;img src=&quot;§https://harbour.example/?story-pixel=true&quot;&gt;</p>"),
                QUERY,
            ),
            Found(
                "failed",
                f"{THERE}, but it stands in the file as escaped text, which a reader sees as code, not as a live picture.",
                "https://harbour.example/?story-pixel=true",
                "stands in the file as escaped text, which a reader sees as code, not as a live picture",
            ),
            id="as escaped text",
        ),
        pytest.param(
            Given(html(bottom="§" + pixel(asked("story-pixel=true&post=5"))), ANY_SITE),
            Found("passed", f"{THERE}.", asked("story-pixel=true&post=5")),
            id="on the original's own site, wherever that is",
        ),
        pytest.param(
            Given(html(bottom="§" + pixel(asked("story-pixel=true&post=5", "quarry.example"))), ANY_SITE),
            Found(
                "cant-tell",
                "The page counter counts for quarry.example, and the original stands on harbour.example.",
                asked("story-pixel=true&post=5", "quarry.example"),
                "not on the original's site",
            ),
            id="on another site than the original's",
        ),
        pytest.param(
            Given(
                html(bottom="§" + pixel(asked("story-pixel=true&post=5", "quarry.example"))),
                ANY_SITE,
                original="",
            ),
            Found("passed", f"{THERE}.", asked("story-pixel=true&post=5", "quarry.example")),
            id="on a site that nobody can compare",
        ),
    ],
)
def test_a_counter_is_told_by_its_parameters(given: Given, found: Found) -> None:
    compare("tracking_pixel", given, found)


def test_a_counter_with_parameters_is_given_as_the_remedy() -> None:
    wanted = "https://harbour.example/?story-pixel=true&amp;post=4711"
    assert (
        judged("tracking_pixel", Given(html(), QUERY)).remedy
        == f'<img src="{wanted}" alt="" width="1" height="1">'
    )
    unknown = "https://SITE-OF-THE-PUBLISHER/?story-pixel=true&amp;post=ARTICLE-NUMBER"
    assert unknown in judged("tracking_pixel", Given(html(), ANY_SITE, original="")).remedy


def test_a_picture_on_the_counters_host_is_no_counter_where_the_path_is_another() -> None:
    options = "host: www.harbour.example\npath: /pixel.gif\nquery: {story: '{id}', src: abc}"
    photo = pixel("https://www.harbour.example/files/door.jpg?story=4711")
    assert judged("tracking_pixel", Given(html(bottom=photo), options)).reason == NOT_THERE
    without = pixel("https://www.harbour.example/pixel.gif?story=4711")
    assert "lacks `src`" in judged("tracking_pixel", Given(html(bottom=without), options)).reason


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param("host: count.harbour.example", "give the `path` or the `query`", id="a host alone"),
        pytest.param("path: /pixel.gif", "give the `host`, or the `query`", id="a path alone"),
        pytest.param("query: {post: '{ID}'}", "{ID} is not known", id="an unknown variable"),
    ],
)
def test_a_rule_that_tells_no_counter_is_refused(options: str, told: str) -> None:
    with pytest.raises(RuleSetError, match=re.escape(told)):
        rule_set("tracking_pixel", options)


def test_a_counter_told_by_parameters_tells_whose_story_it_is_with_all_of_them_only() -> None:
    def chosen(address: str) -> int:
        page = read("page.html", html(bottom=pixel(address)).encode())
        return len(check_page(page, [rule_set("tracking_pixel", QUERY)]).rule_sets)

    assert chosen(asked("story-pixel=true&post=4711")) == 1
    assert chosen(asked("story-pixel=true")) == 0
    assert chosen(asked("post=4711")) == 0
