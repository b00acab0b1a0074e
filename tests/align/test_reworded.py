"""A copy with every few words replaced is known for the story that it is; another report of the same event is not."""

import re
from itertools import count
from random import Random
from time import process_time

import pytest
from edited_stories import STORIES

from licheck.align.blocks import align
from licheck.lens import LEAST_KEPT


def plain(story):
    return [
        re.sub(r"\{\w+:([^{}>]*)[^{}]*\}", r"\1", line) for line in story.strip().split("\n") if line.strip()
    ]


def every(nth, texts):
    """The texts with every so many words replaced by one that no story has."""
    nonce = count()
    return [
        " ".join(
            f"xord{next(nonce)}" if at % nth == nth - 1 else word for at, word in enumerate(text.split())
        )
        for text in texts
    ]


ALL = [
    pytest.param(plain(story), id=f"{name} {at}")
    for name, each in STORIES.items()
    for at, story in enumerate(each)
]
FERRY = plain(STORIES["en"][0])[1:]
OTHER_REPORT = [
    "SALTMERE — A 1987 ferry that 12 town engineers advised against was bought on Tuesday for 312 commuters of Saltmere.",
    "The council gave its vote after a debate of five hours, in which nobody spoke of the cost: about $4.2 million, or 14 percent of the town’s yearly spending.",
    "Orrin Kessel, who runs the harbor, defended himself against the charge that a bridge had been promised. “We never promised a bridge,” he told the council.",
    "“What we promised was a way across,” Kessel said later in the canteen, where the crew had gathered around a calendar.",
    "Among those who came to protest was Adaline Voss, a baker who takes the old boat every morning. She has no reason to trust the council, she said.",
    "The shipyard in Portland could not be reached. A lawyer for Tobin spoke of the color of the hull, and called it a matter of taste.",
    "Kessel would not say who signed the contract of 96 pages. Halden is named in it as the only witness.",
    "The council meets again in January. A report on the ferry, which needs new engines and new seats, is expected on Thursday.",
]


@pytest.mark.parametrize("story", ALL)
@pytest.mark.parametrize("nth", [4, 3])
def test_a_story_with_every_few_words_replaced_is_that_story(story, nth):
    found = align(["Home", *every(nth, story), "Weather"], dict(enumerate(story)))
    assert found.kept >= 0.5
    assert all(pair.block == pair.original + 1 for pair in found.pairs)


def test_another_report_of_the_same_event_is_not():
    for page, original in ((OTHER_REPORT, FERRY), (FERRY, OTHER_REPORT)):
        assert align(page, dict(enumerate(original))).kept < LEAST_KEPT


@pytest.mark.parametrize("story", ALL)
def test_stories_of_one_language_are_no_rewordings_of_each_other(story):
    others = [each.values[0] for each in ALL if each.values[0] != story]
    assert all(align(other, dict(enumerate(story))).kept < LEAST_KEPT for other in others)


def test_two_alike_paragraphs_make_no_copy():
    page = [*OTHER_REPORT[:4], *every(4, FERRY[:2]), *OTHER_REPORT[4:]]
    assert align(page, dict(enumerate(FERRY))).kept < LEAST_KEPT


def test_hostile_pages_are_compared_in_bounded_time():
    random = Random(7)
    words = [f"w{number}" for number in range(300)]
    page, original = ([" ".join(random.choices(words, k=60)) for _ in range(3_000)] for _ in range(2))
    start = process_time()
    align(page, dict(enumerate(original)))
    assert process_time() - start < 5
