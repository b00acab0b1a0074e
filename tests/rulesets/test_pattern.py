"""Patterns from strangers are bounded before they are compiled and timed when they run."""

import pickle
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licheck.errors import LicheckError, PatternTimeout
from licheck.model.pattern import Pattern


@pytest.mark.parametrize(
    ("text", "searched", "found"),
    [
        pytest.param(
            r"-(\d+)(?:[/?#]|$)", "https://news.example/a-9-b-248113?x=1", "248113", id="number at the end"
        ),
        pytest.param(r"(?i)ID=(?<n>[a-f0-9]{8})", "id=0A1B2C3D", "0A1B2C3D", id="flag and named group"),
        pytest.param(r"(?<=/)(\p{L}+)(?=/)", "/été/", "été", id="letters, look-around"),
        pytest.param(r"([|(\{]+)", "a(|{", "(|{", id="signs in a class: counted, not forbidden"),
    ],
)
def test_a_pattern_finds_what_it_should(text, searched, found):
    match = Pattern(text).search(searched)
    assert match is not None
    assert match[1] == found


def test_nothing_found_is_none():
    assert Pattern("x").search("abc") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a" * 1_001, "1,001 characters long", id="too long"),
        pytest.param("(" * 51 + "a" + ")" * 51, "51 groups", id="nested groups"),
        pytest.param("([)]" * 51, "51 groups", id="groups hidden by a class"),
        pytest.param("|".join("a" * 202), "201 alternatives", id="alternatives"),
        pytest.param("(?:a{1000}){1000}", "multiply", id="a count of a count"),
        pytest.param("a{99999999999999999999}", "multiply", id="a count with many digits"),
        pytest.param("(?:a{1000,}){1000,}", "multiply", id="open counts"),
        pytest.param("(?R)*a", "(?R)", id="recursion"),
        pytest.param("(a(?1)?b)", "(?1)", id="recursion by number"),
        pytest.param("(?<x>a(?&x)?)", "(?&x", id="recursion by name"),
        pytest.param("(?x)a # (", "(?x)", id="verbose flag"),
        pytest.param("(?V1)[[a]]", "(?V1", id="version flag"),
        pytest.param("(?(1)a|b)", "(?(1", id="condition"),
        pytest.param("(*FAIL)", "(*FA", id="verb"),
        pytest.param("(?:abc){e<=3}", "no count", id="approximate"),
    ],
)
def test_what_could_be_costly_is_refused_before_it_is_compiled(text, told):
    with pytest.raises(ValueError, match="pattern") as error:
        Pattern(text)
    assert told in str(error.value)


@pytest.mark.parametrize("text", ["(", "[a", "a**", "(?<n>a)(?<m>", r"\p{Nonsense}", "a{3,2}", "\\"])
def test_what_does_not_compile_is_a_value_error_at_first_use(text):
    pattern = Pattern(text)
    with pytest.raises(ValueError, match="not a valid regular expression"):
        pattern.search("a")


@pytest.mark.parametrize(
    "text",
    ["(a+)+$", "(?:a|aa)+$", r"(\w*)*=", "(a*)*b"],
    ids=["plus plus", "alternatives", "words", "star star"],
)
def test_a_search_that_runs_out_of_time_is_a_pattern_timeout(text):
    begun = time.process_time()
    try:
        Pattern(text).search("a" * 5_000 + "!ab", seconds=0.1)
    except PatternTimeout as error:
        assert isinstance(error, LicheckError)
        assert "0.1 s" in str(error)
    assert time.process_time() - begun < 1


def test_at_least_the_classic_one_runs_out_of_time():
    with pytest.raises(PatternTimeout):
        Pattern("(a+)+$").search("a" * 5_000 + "!", seconds=0.1)


def test_patterns_are_compiled_at_first_use_only():
    code = (
        "import sys; from licheck.model.pattern import Pattern;"
        "Pattern('a'); assert 'regex' not in sys.modules;"
        "Pattern('a').search('a'); assert 'regex' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_patterns_are_equal_by_their_text_and_survive_pickling():
    pattern = Pattern("a(b)")
    pattern.search("ab")
    again = pickle.loads(pickle.dumps(pattern))
    assert again == pattern == Pattern("a(b)")
    assert "compiled" not in vars(again)


@given(st.text(st.sampled_from(r"ab(|)[]{}?*+\^$:<>=!,123RPxVi-.# "), max_size=60))
@settings(deadline=None)
def test_any_text_is_a_pattern_or_a_value_error_and_compiles_quickly(text):
    begun = time.process_time()
    with suppress(ValueError, PatternTimeout):
        Pattern(text).search("aab123 " * 20, seconds=0.05)
    assert time.process_time() - begun < 0.5
