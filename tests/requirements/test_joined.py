"""Requirements joined by and, or, not and if."""

import pytest
from invented import ADDRESS, Given, html, judged

LINE = "<p>This story was originally published by the Harbour News Service.</p>"
BYLINE = "<p>By Marta Quill</p>"
BOTH = BYLINE + LINE
CANONICAL = f'<link rel="canonical" href="{ADDRESS}">'
NOINDEX = '<meta name="robots" content="noindex">'
ANY = "id: one\nrequirements:\n  - canonical:\n  - noindex:\n"
ALL = "id: both\nrequirements:\n  - byline:\n  - credit_line: {byline_counts: false}\n"
NONE = "id: none\nrequirements:\n  - logo:\n"
IF = """\
id: case
when: [edited]
then:
  - edit_disclosure: {wording: {en: ['This story was edited for length.']}}
otherwise:
  - credit_line: {byline_counts: false}
"""
LOGO = '<img src="/harbour-news-service-logo.png" alt="Harbour News Service" width="200" height="60">'
EDITED = html(BYLINE).replace("an hour late on Monday", "two hours late on Monday")

CASES = [
    pytest.param("any_of", ANY, html(BYLINE, head=CANONICAL), "passed", id="any: the first"),
    pytest.param("any_of", ANY, html(BYLINE, head=NOINDEX), "passed", id="any: the second"),
    pytest.param("any_of", ANY, html(BYLINE), "failed", id="any: none"),
    pytest.param("all_of", ALL, html(BOTH), "passed", id="all: both"),
    pytest.param("all_of", ALL, html(BYLINE), "failed", id="all: one missing"),
    pytest.param("none_of", NONE, html(BOTH), "passed", id="none: not there"),
    pytest.param("none_of", NONE, html(BOTH + LOGO), "failed", id="none: there"),
    pytest.param("if_then", IF, html(BOTH), "passed", id="if: not so, and the other holds"),
    pytest.param("if_then", IF, html(BYLINE), "failed", id="if: not so, and the other does not hold"),
    pytest.param("if_then", IF, EDITED, "failed", id="if: so, and nothing says it"),
    pytest.param(
        "if_then",
        IF,
        EDITED.replace("</article>", "<p>This story was edited for length.</p></article>"),
        "passed",
        id="if: so, and a line says it",
    ),
]


@pytest.mark.parametrize(("kind", "options", "page", "verdict"), CASES)
def test_a_joined_requirement_is_judged_by_its_parts(kind, options, page, verdict):
    assert judged(kind, Given(page, options)).verdict.value == verdict


def test_one_of_several_tells_all_of_them_and_what_would_satisfy_each():
    found = judged("any_of", Given(html(BYLINE), ANY))
    assert found.reason.startswith("One of these is asked for. The page names no canonical address.")
    first, _, second = found.remedy.partition("\nor\n")
    assert "canonical" in first
    assert "noindex" in second


def test_what_must_not_be_there_is_shown_as_evidence_against_the_page():
    found = judged("none_of", Given(html(BOTH + LOGO), NONE))
    assert found.evidence[0].counts is False
    assert found.evidence[0].note == "this is what must not be there"
    assert found.remedy == "Take it off the page: logo."


def test_without_the_original_a_case_that_needs_it_is_a_doubt_unless_both_ways_hold():
    assert judged("if_then", Given(html(BYLINE), IF, original="")).verdict.value == "cant-tell"


def test_a_choice_that_no_machine_can_see_makes_a_doubt_of_a_failure():
    options = "id: one\nrequirements:\n  - byline:\n  - permission: {ask: Did the writer agree?}\n"
    found = judged("any_of", Given(html(), options))
    assert found.verdict.value == "cant-tell"
    assert "Did the writer agree?" in found.reason


def test_joined_requirements_can_be_joined():
    options = "id: x\nrequirements:\n  - all_of:\n      requirements:\n        - byline:\n        - logo:\n  - noindex:\n"
    assert judged("any_of", Given(html(BYLINE + LOGO), options)).verdict.value == "passed"
    assert judged("any_of", Given(html(BYLINE), options)).verdict.value == "failed"


WHEN = [
    pytest.param(
        "shortened",
        html(
            BYLINE,
            story="<p>The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody had thought of bringing it back before the weekend.</p>",
        ),
        "failed",
        id="shortened",
    ),
    pytest.param("shortened", html(BYLINE), "inapplicable", id="not shortened"),
    pytest.param("whole", html(BYLINE), "failed", id="whole"),
    pytest.param(
        "retitled",
        html(BYLINE).replace("opens late for want of a door", "waits for its door"),
        "failed",
        id="retitled",
    ),
    pytest.param("retitled", html(BYLINE), "inapplicable", id="not retitled"),
    pytest.param(
        "with_pictures",
        html(BYLINE + '<img src="/door.jpg" alt="A door" width="640" height="400">'),
        "failed",
        id="with a picture",
    ),
    pytest.param("with_pictures", html(BYLINE), "inapplicable", id="without a picture"),
    pytest.param("co_published", html(BYLINE), "failed", id="co-published"),
]


@pytest.mark.parametrize(("when", "page", "verdict"), WHEN)
def test_a_case_is_seen(when, page, verdict):
    options = f"id: x\nwhen: [{when}]\nthen:\n  - credit_line: {{byline_counts: false}}\n"
    assert judged("if_then", Given(page, options)).verdict.value == verdict
