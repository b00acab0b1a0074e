"""Paragraphs with a few words changed are found beside their neighbours, without a look at the whole page."""

import pytest

from licheck.align.near import near_pairs
from licheck.model.alignment import Pair

ONE = "The clock of the old customs house came up with the weed in the lower lock on Thursday morning."
TWO = "The lock keeper dried it on her stove overnight, “right beside the bread”, and then it ran for a while again."
THREE = "The council will decide in spring where it is to hang, and until then it stands in the window."
ORIGINAL = {4: ONE, 6: TWO, 7: THREE}
FOUND = [Pair(1, 4, 1.0), Pair(3, 7, 1.0)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param(TWO.replace("stove", "oven"), 0.95, id="a word replaced"),
        pytest.param(TWO.replace("overnight, ", ""), 0.9, id="a word cut"),
        pytest.param(TWO.replace("“", '"').replace("”", '"'), 1.0, id="other quotes: the same words"),
        pytest.param(TWO.replace("overnight", "over\u00adnight"), 1.0, id="a soft hyphen: the same words"),
        pytest.param(TWO.replace("it on her stove overnight", "them"), 0.78, id="some words replaced"),
    ],
)
def test_a_paragraph_with_few_changes_is_found_between_its_neighbours(text, share):
    (pair,) = near_pairs(["Home", ONE, text, THREE], ORIGINAL, FOUND)
    assert (pair.block, pair.original) == (2, 6)
    assert pair.share == pytest.approx(share, abs=0.04)
    assert (pair.share == 1.0) == (share == 1.0)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(["Home", ONE, TWO[30:], THREE], FOUND, id="a part of it"),
        pytest.param(["Home", ONE, THREE[::-1], THREE], FOUND, id="another paragraph"),
        pytest.param(["Home", ONE, *["Ad"] * 5, TWO.replace("stove", "oven")], FOUND[:1], id="too far away"),
        pytest.param([TWO.replace("stove", "oven")], [], id="nothing equal beside it"),
    ],
)
def test_what_is_not_sure_is_left_to_those_who_look_everywhere(page, found):
    assert near_pairs(page, ORIGINAL, found) == []


def test_first_paragraphs_are_found_from_what_follows_them():
    page = [ONE.replace("Thursday", "Friday"), TWO.replace("stove", "oven"), THREE]
    pairs = near_pairs(page, ORIGINAL, [Pair(2, 7, 1.0)])
    assert sorted(pair[:2] for pair in pairs) == [(0, 4), (1, 6)]
