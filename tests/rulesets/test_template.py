"""A wording is cut into literal text and variables; a brace that is not a variable is refused."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.model.template import VARIABLES, Template, Variable
from licheck.text import fold


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Plain words.", ("Plain words.",), id="no variable"),
        pytest.param("", (), id="nothing"),
        pytest.param(
            "This story was originally published by {publisher}.",
            ("This story was originally published by ", Variable("publisher"), "."),
            id="in the middle",
        ),
        pytest.param("{authors}{publisher}", (Variable("authors"), Variable("publisher")), id="side by side"),
    ],
)
def test_a_wording_is_cut_into_literals_and_variables(text, parts):
    assert Template(text).parts == parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("by {author}", "{author} is not a variable", id="misspelt"),
        pytest.param("by {}", "{} is not a variable", id="empty"),
        pytest.param("by { publisher }", "{ publisher } is not a variable", id="spaces"),
        pytest.param("by {publisher", "a lone {", id="not closed"),
        pytest.param("by publisher}", "a lone }", id="not opened"),
        pytest.param("by {{publisher}}", "a lone {", id="doubled"),
        pytest.param("{" + "x" * 1_000 + "}", "{" + "x" * 40 + "...} is not a variable", id="very long"),
    ],
)
def test_what_is_no_variable_is_refused_with_what_is_allowed(text, told):
    with pytest.raises(ValueError) as error:
        Template(text)
    assert told in str(error.value)
    assert "{publisher}" in str(error.value)
    assert len(str(error.value)) < 300


def test_a_wording_has_at_most_two_thousand_characters():
    assert Template("x" * 2_000).parts == ("x" * 2_000,)
    with pytest.raises(ValueError, match="2,001 characters long; at most 2,000"):
        Template("x" * 2_001)


def test_rendering_fills_in_what_is_known_and_leaves_the_rest_visible():
    template = Template("{authors}, {publisher}, {year}")
    assert template.render({"authors": "Ada Quill", "year": ""}) == "Ada Quill, {publisher}, "


NAMES = ("Harbour News Service", "H.N.S.")


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        pytest.param(
            "First ran in {publisher}.", "FIRST ran\u00a0in Harbour News Service", id="case, spaces, stop"
        ),
        pytest.param("First ran in {publisher}.", "First ran in H.N.S., in spring", id="another name"),
        pytest.param("See {headline} on {publisher}", "See Ferries run again on H.N.S.", id="a variable"),
        pytest.param(
            "{publisher}: {url}", "Harbour News Service : harbour.example", id="spaces at a variable"
        ),
        pytest.param("Seen. {publisher}", "Seen H.N.S.", id="no stop before a variable"),
    ],
)
def test_a_wording_as_a_pattern_finds_the_line_however_it_is_typed(wording, line):
    assert re.search(Template(wording).as_pattern(NAMES, gap=40), fold(line))


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        pytest.param("First ran in {publisher}", "First ran in Harbour News", id="another name"),
        pytest.param("First ran in {publisher}", "First ran in HxNxSx", id="signs are no patterns"),
        pytest.param(
            "See {url} on {publisher}", f"See {'x' * 41} on H.N.S.", id="a variable that is too long"
        ),
        pytest.param("First ran in {publisher}", "Firstran in H.N.S.", id="words run together"),
    ],
)
def test_a_wording_as_a_pattern_finds_no_other_line(wording, line):
    assert not re.search(Template(wording).as_pattern(NAMES, gap=40), fold(line))


def test_what_must_follow_the_name_can_be_said():
    wording = Template("From {publisher}")
    assert re.search(wording.as_pattern(("Harbour",), 40), "from harbourside")
    assert not re.search(wording.as_pattern(("Harbour",), 40, ends=r"(?!\w)"), "from harbourside")


@pytest.mark.parametrize("text", ["", ".", " . "])
def test_a_wording_that_says_nothing_has_no_pattern(text):
    assert Template(text).as_pattern(NAMES, 40) == ""


def test_a_value_with_braces_is_not_filled_in_again():
    assert Template("{headline}").render({"headline": "{url}", "url": "no"}) == "{url}"


def test_variables_are_named():
    assert Template("{authors}, {publisher}, {publisher}").variables == {"authors", "publisher"}


def test_templates_are_equal_by_their_text_and_survive_pickling():
    template = Template("by {publisher}")
    again = pickle.loads(pickle.dumps(template))
    assert again == template == Template("by {publisher}")
    assert again.parts == template.parts


LITERALS = st.text(st.characters(exclude_characters="{}"), max_size=50)


@given(st.lists(st.one_of(st.sampled_from(VARIABLES).map(Variable), LITERALS), max_size=20))
def test_parts_put_together_again_are_the_text(parts):
    text = "".join(map(str, parts))
    template = Template(text)
    assert "".join(map(str, template.parts)) == text == template.render({})
    assert "" not in template.parts


@given(st.text(max_size=200))
def test_any_text_is_a_template_or_a_value_error(text):
    try:
        assert Template(text).text == text
    except ValueError:
        assert "{" in text or "}" in text
