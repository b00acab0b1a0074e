"""What no machine can see is a question, never passed or failed."""

import pickle

import pytest
from invented import Given, html, judged, rule_set

from licheck.model.requirement import Medium
from licheck.requirements import kinds
from licheck.requirements.for_a_person import KINDS, ForAPerson

ALL = sorted(KINDS)


def test_they_are_the_kinds_of_their_table() -> None:
    found = {name for name, kind in kinds().items() if issubclass(kind, ForAPerson)}
    assert found == set(ALL)
    assert len(ALL) == 17


@pytest.mark.parametrize("kind", ALL)
def test_the_question_is_asked_and_nothing_is_judged(kind: str) -> None:
    found = judged(kind, Given(html()))
    assert found.verdict.value == "inapplicable"
    assert found.reason == f"For a person: {KINDS[kind][1]}"
    assert found.remedy == ""


@pytest.mark.parametrize("kind", ALL)
def test_each_says_what_is_asked_for_and_how_to_find_out(kind: str) -> None:
    says, question = KINDS[kind]
    assert says.endswith(".")
    assert "?" in question
    assert (kinds()[kind].__doc__ or "").startswith(says)


def test_a_rule_file_can_ask_in_its_own_words() -> None:
    found = judged("eligibility", Given(html(), "ask: Do you reach more than 100,000 readers?"))
    assert found.reason == "For a person: Do you reach more than 100,000 readers?"


def test_a_question_for_another_medium_is_not_asked() -> None:
    found = judged("broadcast_credit", Given(html(), "medium: broadcast", medium=Medium.ONLINE))
    assert found.reason == "Asked for broadcast only; this is online publication."


def test_they_can_be_kept_in_a_cache() -> None:
    (requirement,) = rule_set("no_sale", "what: The story is not sold.").requirements
    assert pickle.loads(pickle.dumps(requirement)) == requirement
