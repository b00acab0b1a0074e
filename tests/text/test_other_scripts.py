"""Patterns for letters without capitals are searched for only where `other_scripts` lets them: it must let all of them in."""

from __future__ import annotations

import sys

import pytest

from licheck import organisations
from licheck.credits import mention, people
from licheck.names import parsed
from licheck.text import fold, other_scripts

SIGNS = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param(people._CASELESS, id="letters without capitals"),
        pytest.param(parsed._CJK, id="names without spaces"),
        pytest.param(parsed._MARKED, id="marks that are parts of words"),
        pytest.param(mention._SPACELESS, id="text without spaces"),
        pytest.param(organisations._UNSPACED, id="names in text without spaces"),
    ],
)
def test_every_letter_of_a_pattern_that_waits_for_other_scripts_is_of_one(letters):
    assert [sign for sign in SIGNS if letters.search(sign) and not other_scripts(sign)] == []


def test_what_folding_makes_of_a_sign_is_no_name_without_spaces_unless_the_sign_is_of_another_script():
    assert [sign for sign in SIGNS if parsed._CJK.search(fold(sign)) and not other_scripts(sign)] == []


@pytest.mark.parametrize("text", ["Jane Doe", "Zoë “Zo” O’Hara – Łódź…", "Анна Ковач", "Ελένη Ρω", "Նարե"])
def test_scripts_with_capitals_and_the_marks_of_print_are_none_of_the_others(text):
    assert not other_scripts(text)
