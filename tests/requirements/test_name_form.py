"""The publisher's name is spelt as the publisher spells it: `name_form`."""

import pytest
from invented import ADDRESS, PARAGRAPHS, Found, Given, compare, html, judged, put_right

from licheck.errors import RuleSetError

WRONG = "wrong: [Harbor News Service, HarbourNews Service, Harbour Press Service]"
RIGHT = "The name is spelt as the publisher spells it."
NOTE = "not the publisher's own spelling"


def told(name: str) -> str:
    return f'The name is spelt "{name}"; it is "Harbour News Service".'


CASES = [
    pytest.param(
        Given(html(bottom="<p>First published by §Harbour News Service</p>"), WRONG),
        Found("passed", RIGHT, "First published by Harbour News Service"),
        id="right",
    ),
    pytest.param(
        Given(html(bottom="<p>First published by §Harbor News Service</p>"), WRONG),
        Found("failed", told("Harbor News Service"), "First published by Harbor News Service", NOTE),
        id="forbidden",
    ),
    pytest.param(
        Given(html(bottom="<p>First published by §HARBOUR PRESS SERVICE</p>"), WRONG),
        Found("failed", told("HARBOUR PRESS SERVICE"), "First published by HARBOUR PRESS SERVICE", NOTE),
        id="forbidden, in capitals",
    ),
    pytest.param(
        Given(
            html(bottom="<p>First published by Harbour News Service, harbornewsservice.example</p>"), WRONG
        ),
        Found("passed", RIGHT, "First published by Harbour News Service, harbornewsservice.example"),
        id="in an address",
    ),
    pytest.param(
        Given(html(), WRONG),
        Found("inapplicable", "The publisher is not named beside the story."),
        id="not named",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_what_comes_out(given: Given, found: Found) -> None:
    compare("name_form", given, found)


def test_the_originals_own_words_are_left_aside() -> None:
    said = f"{PARAGRAPHS[0]} The old Harbor News Service had its office there."
    story = "".join(f"<p>{each}</p>" for each in (said, *PARAGRAPHS[1:]))
    original = html("<p>By Marta Quill</p>", story=story, head=f'<link rel="canonical" href="{ADDRESS}">')
    found = judged(
        "name_form", Given(html(bottom="<p>From the HNS</p>", story=story), WRONG, original=original)
    )
    assert found.verdict.value == "passed"


def test_without_the_original_a_spelling_in_the_story_is_a_doubt() -> None:
    said = f"{PARAGRAPHS[1]} The old Harbor News Service had its office there."
    story = "".join(f"<p>{each}</p>" for each in (PARAGRAPHS[0], said, PARAGRAPHS[2]))
    assert judged("name_form", Given(html(story=story), WRONG, original="")).verdict.value == "cant-tell"


def test_the_remedy_put_where_it_belongs_makes_it_pass() -> None:
    given = Given(html(bottom="<p>First published by Harbor News Service.</p>"), WRONG)
    before = judged("name_form", given)
    assert before.remedy == "First published by Harbour News Service."
    assert judged("name_form", put_right(given, before)).verdict.value == "passed"


def test_the_forbidden_spellings_must_be_given() -> None:
    with pytest.raises(RuleSetError, match="lacks the key `wrong`"):
        judged("name_form", Given(html()))
