"""Scoring and choosing: which originals a text comes from, and which of them a page is held against."""

import pytest

from licheck.originals.choice import Candidate, Choice, choose
from licheck.originals.scoring import Hit, Size, hits, is_enough

SIZE = Size(kept=50, sparse=50, density=16)


def numbers(start: int, count: int) -> set[int]:
    return {*range(start, start + count)}


def test_the_original_with_most_in_common_comes_first():
    found = hits({1: numbers(0, 20), 2: numbers(100, 45)}, {1: SIZE, 2: SIZE}, sparse=True)
    assert [hit.number for hit in found] == [2, 1]
    assert found[0] == Hit(2, 45 * 16, 0.9)


def test_what_one_original_explains_counts_for_no_other():
    found = hits({1: numbers(0, 45), 2: numbers(30, 20)}, {1: SIZE, 2: SIZE}, sparse=True)
    assert [hit.number for hit in found] == [1]


def test_of_two_originals_with_the_same_text_the_newer_is_the_answer_and_the_other_its_twin():
    found = hits({4: numbers(0, 45), 9: numbers(0, 45)}, {4: SIZE, 9: SIZE}, sparse=True)
    assert [(hit.number, hit.twins) for hit in found] == [(9, (4,))]


def test_an_original_that_was_removed_is_none():
    assert hits({1: numbers(0, 45)}, {}, sparse=True) == []


def test_two_numbers_are_chance():
    assert hits({1: {1, 2}}, {1: Size(2, 2, 16)}, sparse=True) == []


ENOUGH = [
    pytest.param(400, 0.9, True, id="most of a story"),
    pytest.param(150, 0.43, True, id="half of it, edited"),
    pytest.param(60, 0.15, False, id="a paragraph that stands under many stories"),
    pytest.param(40, 0.3, False, id="a quotation of a short story"),
    pytest.param(20, 0.9, True, id="a very short story"),
    pytest.param(10, 1.0, False, id="a single sentence is nobody's"),
]


@pytest.mark.parametrize(("words", "share", "enough"), ENOUGH)
def test_so_much_makes_a_text_come_from_an_original(words, share, enough):
    assert is_enough(Hit(1, words, share)) is enough


A, B = Hit(1, 500, 0.9), Hit(2, 480, 0.8)
CANONICAL, CREDIT = Candidate((1,), "its canonical address"), Candidate((2,), "its credit line")
CHOICES = [
    pytest.param([], [], Choice(), id="nothing"),
    pytest.param([], [A, B], Choice(1, "its text", 0.9, (B,)), id="by text alone"),
    pytest.param([CANONICAL], [A], Choice(1, CANONICAL.how, 0.9), id="named, and the text agrees"),
    pytest.param([CREDIT], [A, B], Choice(2, CREDIT.how, 0.8, (A,)), id="the named one of two that are there"),
    pytest.param([CREDIT, CANONICAL], [A], Choice(1, CANONICAL.how, 0.9), id="the second name is the right one"),
    pytest.param([CREDIT], [A], Choice(1, "its text", 0.9, (), CREDIT), id="the text is of another than named"),
    pytest.param([CREDIT], [A, Hit(2, 60, 0.3)], Choice(1, "its text", 0.9, (Hit(2, 60, 0.3),), CREDIT), id="a little of the named one, much of another"),
    pytest.param([CREDIT], [], Choice(without_text=CREDIT), id="named, but no text in common"),
    pytest.param([Candidate((3,), "x")], [A._replace(twins=(3,))], Choice(3, "x", 0.9), id="the named one of twins"),
]  # fmt: skip


@pytest.mark.parametrize(("named", "found", "wanted"), CHOICES)
def test_the_choice_weighs_what_is_named_and_what_the_text_says(named, found, wanted):
    assert choose(named, found) == wanted
