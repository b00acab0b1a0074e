"""Texts that nobody writes: the time stays bounded, and what was not compared is said."""

import time

import pytest
from pairs import changed, page_of

from licheck.model.change import ChangeKind

WORD = "la " * 700_000  # 2 MB
# Of a processor, what each takes at most on a slow machine; here the longest takes 2. Were any step, even one of a few
# nanoseconds, done for each pair of 30,000 paragraphs, it would take longer: twice as many would show no more.
SECONDS = 5


def distinct(count, seed=0):
    return [f"w{(seed * 7919 + at) % 99_991:05}" for at in range(count)]


@pytest.mark.parametrize(
    ("original", "page"),
    [
        pytest.param([WORD], [WORD], id="2 MB of one word, the same"),
        pytest.param([WORD], [WORD + "lo"], id="2 MB of one word, one more"),
        pytest.param([WORD], [f"“{WORD}", "Nothing else."], id="2 MB of one word, quoted"),
        pytest.param(["la " * 400] * 300, ["la " * 401] * 300, id="one word in 300 paragraphs"),
        pytest.param(distinct(30_000), distinct(30_000), id="30,000 paragraphs of one word, the same"),
        pytest.param(distinct(30_000), distinct(30_000)[::-1], id="30,000 paragraphs of one word, backwards"),
        pytest.param(["One"] * 30_000, ["One"] * 30_000, id="30,000 paragraphs of the same word"),
        pytest.param(["One"] * 30_000, ["Two"] * 30_000, id="30,000 paragraphs of another word"),
        pytest.param([" ".join(distinct(40_000))], [" ".join(distinct(40_000, 3))], id="another long paragraph"),
        pytest.param([" ".join(distinct(20_000))], [" ".join(distinct(20_000)[::-1])], id="20,000 words backwards"),
        pytest.param(["'" * 100_000 + "a"], ["'" * 100_001 + "a b"], id="100,000 quotes"),
        pytest.param(["‘a " * 50_000], ["‘a " * 50_000 + "b"], id="50,000 quotations that never end"),
        pytest.param(["A. " * 50_000], ["A. " * 50_001], id="50,000 sentences of a letter"),
        pytest.param(["a.b." * 40_000], ["a.b." * 40_001], id="abbreviations without end"),
        pytest.param(["1 000 " * 30_000], ["1 000 " * 30_001], id="numbers without end"),
        pytest.param(["A sentence that stands here."], ["A sentence that stands here.", "1" * 58 + "x"], id="a line of digits, which no page has for its number"),
    ],
)  # fmt: skip
def test_hostile_pairs_take_bounded_time(original, page):
    started = time.process_time()
    changed(page_of(original), page_of(page))
    assert time.process_time() - started < SECONDS


def test_paragraphs_too_long_to_compare_are_said_to_be():
    long = " ".join(distinct(60_000))
    (change,) = changed(page_of([long]), page_of([f"Another beginning. {long}"]))
    assert change.kind is ChangeKind.REWORDED
    assert "too long to be compared" in change.note
    assert not change.permitted_by


@pytest.mark.parametrize(
    ("original", "page"),
    [
        pytest.param([], ["A sentence that stands here."], id="an original without text"),
        pytest.param(["A sentence that stands here."], [], id="a page without text"),
        pytest.param([], [], id="neither has text"),
        pytest.param(["\u200b", " ", "—"], ["\u200b", "***"], id="blocks without words"),
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_compare(original, page):
    assert changed(page_of(original), page_of(page)) == ()


def test_an_original_of_one_sentence_is_compared():
    one = "The ferry that nobody asked for lies at the outer pier."
    assert changed(page_of([one]), page_of([one])) == ()
    (change,) = changed(page_of([one]), page_of([one.replace("nobody", "everybody")]))
    assert (change.original.text, change.page.text) == ("nobody", "everybody")
