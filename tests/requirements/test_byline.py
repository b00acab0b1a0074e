"""The kind `byline`: what counts as the writer's name, and what is told where it does not."""

import pytest
from invented import HEADLINE, NOTICE, ORIGINAL, Found, Given, compare, html, judged, markdown, put_right, text

from licheck.model.requirement import Medium

BYLINE = "<p>§By Marta Quill</p>"
NOWHERE = "Marta Quill is not credited at the top or the bottom of the story"
BOX = "<aside><h3>Most read</h3><ul><li><a href='/b'>Town hall finds a cellar full of old doors</a> {}</li></ul></aside>"

CASES = [
    pytest.param(
        Given(html("<p>By §Marta Quill</p>")),
        Found("passed", "Marta Quill is credited.", "By Marta Quill"),
        id="below the headline",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("byline", given, found)
