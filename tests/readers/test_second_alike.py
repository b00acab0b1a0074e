"""Where two readings of a page agree in all that a verdict depends on, the page is judged once."""

from dataclasses import replace

import pytest
import soupsieve
from commandline import FAILING, PASSING
from hypothesis import given
from hypothesis import strategies as st

from licheck.check import check_page
from licheck.confirm import failures
from licheck.edge import judge
from licheck.edge.jobs import Job, Source
from licheck.edge.rule_files import rule_set
from licheck.model.page import BlockKind
from licheck.readers import second
from licheck.readers.html import read_text as first_reading
from licheck.readers.second import alike
from licheck.readers.second import read_text as second_reading
from licheck.readers.second_select import Selectors
from licheck.readers.second_soup import Soup

READINGS = (first_reading, second_reading)
HTML = """<html><head><title>Tide</title><script src=/s.js></script></head><body><h1>Tide</h1>
<p>By <a href=/v>Ida Voss</a></p><img src=a.png><p hidden> Not seen</p><iframe src=//player.example/1></iframe></body></html>"""


def test_two_readings_of_a_page_are_alike():
    assert alike(first_reading("page.html", HTML), second_reading("page.html", HTML))


def otherwise(page, name):
    (first, *others) = getattr(page, name)
    return replace(
        page, **{name: tuple(others) if name != "blocks" else (first._replace(text="Tidal"), *others)}
    )


@pytest.mark.parametrize(
    "name", ["blocks", "hidden", "containers", "links", "images", "scripts", "embeds", "metadata"]
)
def test_readings_that_differ_in_anything_that_decides_are_not_alike(name):
    page = first_reading("page.html", HTML)
    assert not alike(page, otherwise(page, name))


def test_where_unseen_text_stands_decides_nothing():
    page = first_reading("page.html", HTML)
    moved = tuple(block._replace(offset=0, container=0) for block in page.hidden)
    assert alike(page, replace(page, hidden=moved))


@pytest.fixture
def harbour(desk):
    return Job(Source(str(desk / "failing.html")), (str(desk / "harbour.yaml"),), chosen_by="the test")


def judgements(monkeypatch, job):
    """What a page is judged on, one time after the other, and the verdicts in the end."""
    from licheck import check

    asked = []
    once = check.check_page
    monkeypatch.setattr(
        check,
        "check_page",
        lambda page, *more, **how: asked.append(how.get("only")) or once(page, *more, **how),
    )
    answer = judge.work(job)
    return asked, [finding.verdict.value for finding in answer.page.findings]


def test_a_page_that_both_readings_see_alike_is_judged_once(monkeypatch, harbour):
    assert judgements(monkeypatch, harbour) == ([None], ["failed"])


def test_a_page_that_the_readings_see_differently_is_judged_again_on_what_failed(monkeypatch, harbour):
    """The second reading sees the credit that the first one misses: nobody is accused."""
    with_credit = second_reading("page.html", PASSING)
    monkeypatch.setattr(second, "read_text", lambda *_, **__: with_credit)
    only = frozenset({("harbour", "credit_line")})
    assert judgements(monkeypatch, harbour) == ([None, only], ["cant-tell"])


def test_only_the_requirements_that_are_asked_for_are_judged(desk):
    page, rules = first_reading("page.html", FAILING), [rule_set(str(desk / "harbour.yaml"))]
    whole = check_page(page, rules, chosen_by="the test")
    assert failures(whole) == {("harbour", "credit_line")}
    assert check_page(page, rules, chosen_by="the test", only=failures(whole)).findings == whole.findings
    assert check_page(page, rules, chosen_by="the test", only=frozenset()).findings == ()


BOXES = st.recursive(
    st.sampled_from(["x", "<b class=a>x</b>", "<i id=u class='a b'>x</i>"]),
    lambda inner: st.builds(
        lambda start, inside: f"<{start}>{''.join(inside)}</{start.split()[0]}>",
        st.sampled_from(
            ["div", "div class=a", "section class='b a'", "div id=u", "span class=b", "template"]
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=10,
)
NAMES = st.sampled_from(["div", "b", ".a", ".b", "#u", "div.a", "i#u.b", "SPAN", ".a.b", "section"])
SELECTORS = st.lists(NAMES, min_size=1, max_size=3).flatmap(
    lambda names: st.lists(
        st.sampled_from([" ", " > ", ">"]), min_size=len(names) - 1, max_size=len(names) - 1
    ).map(lambda steps: "".join(a + b for a, b in zip(names, [*steps, ""], strict=True)))
)


@given(BOXES, SELECTORS)
def test_selectors_of_names_match_what_soupsieve_matches(html, selector):
    html = f"<html><head></head><body>{html}</body></html>"
    soup = Soup(html)
    matcher = soupsieve.compile(selector)
    theirs = [at for at, (tag, _) in enumerate(soup.elements) if matcher.match(tag)]
    assert Selectors(soup).select(selector) == theirs


@pytest.mark.parametrize("reading", READINGS, ids=["first", "second"])
@pytest.mark.parametrize(
    "caption",
    [
        pytest.param("<p>The gate in May.</p><p>Photo: Wenna Tolliver</p>", id="paragraphs"),
        pytest.param("<div>The gate in May.</div> <span>Photo: Wenna Tolliver</span>", id="a box and a line"),
        pytest.param("The gate in May.<br>Photo: Wenna Tolliver", id="two lines"),
    ],
)
def test_all_that_stands_in_a_caption_is_caption(reading, caption):
    page = reading(
        "page.html",
        f"<article><figure><img src=gate.jpg><figcaption>{caption}</figcaption></figure><p>A story.</p></article>",
    )
    assert [block.kind for block in page.blocks] == [
        BlockKind.CAPTION,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
    ]
    assert page.images[0].caption == "The gate in May. Photo: Wenna Tolliver"


@pytest.mark.parametrize("reading", READINGS, ids=["first", "second"])
def test_line_ends_in_attributes_stay_what_they_are(reading):
    page = reading(
        "page.html",
        '<div class="a\nb"><p><a href="/x\ny">A story</a></p><img alt="one\ntwo" src=gate.jpg></div>',
    )
    assert any(box.label == "a\nb" for box in page.containers)
    assert (page.links[0].href, page.images[0].alt) == ("/x\ny", "one\ntwo")
