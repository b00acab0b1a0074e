"""Reasons are sentences, notes are not: what all kinds say of the pages of the corpus reads alike."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from invented import rule_set

from licheck.check import check_page
from licheck.model.finding import Finding
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import decode, load
from licheck.rulesets.shipped import shipped

# The options without which some kinds ask for nothing.
MUST_SAY = {
    "tracking_pixel": "host: count.harbour.example\npath: /pixel.js",
    "excerpt": "most_words: 250",
    "images": "use: none",
    "name_form": "wrong: [Harbor News]",
    "network_credit": "wording: {en: [Part of the Quay Network]}",
    "republisher_disclosure": "wording: {en: [We took no part in it]}",
    "time_limit": "most_days: 90",
    "translation": "use: none",
}
CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/republication.*"))


@cache
def findings() -> tuple[tuple[str, Finding], ...]:
    """Every finding on every page of the corpus, by whatever rule set, with the page's name."""
    rules = [load(path, decode(path, Path(path).read_bytes()), kinds()) for path in shipped()]
    return tuple(_findings(rules))


def _findings(rules: list) -> Iterator[tuple[str, Finding]]:
    for path in CORPUS:
        original = next(iter(sorted(path.parent.glob("original.*"))), None)
        report = check_page(
            read(path.name, path.read_bytes()),
            rules,
            original=read(original.name, original.read_bytes()) if original else None,
            chosen_by="the test",
        )
        for finding in report.findings:
            yield path.parent.name, finding


def test_there_is_something_to_look_at() -> None:
    """Every kind that a shipped rule set asks for; the others are judged on pages of their own tests."""
    rules = [load(path, decode(path, Path(path).read_bytes()), kinds()) for path in shipped()]
    asked = {requirement.kind for rule_set in rules for requirement in rule_set.requirements}
    assert {finding.kind for _, finding in findings()} == asked
    assert len(asked) >= 7


def test_a_reason_is_one_sentence_with_a_capital_and_a_full_stop() -> None:
    wrong = [
        (name, finding.reason)
        for name, finding in findings()
        if finding.reason[0].islower() or not re.search(r"[^.]\.$", finding.reason) or "  " in finding.reason
    ]
    assert wrong == []


def test_a_note_is_no_sentence() -> None:
    wrong = {
        piece.note
        for _, finding in findings()
        for piece in finding.evidence
        if piece.note[:1].isupper() or (piece.note.endswith(".") and ": " not in piece.note)
    }
    assert wrong == set()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_kind_has_a_manual_and_says_what_it_is(kind: str) -> None:
    (requirement,) = rule_set(kind, MUST_SAY.get(kind, "")).requirements
    assert (type(requirement).__doc__ or "").endswith(".")
    assert requirement.kind == kind


def test_what_fails_says_where_it_belongs_or_what_to_do() -> None:
    """An editor who reads a failure knows what to do next."""
    failed = [(name, finding) for name, finding in findings() if finding.verdict.value == "failed"]
    assert [name for name, finding in failed if not finding.remedy] == []
    assert [name for name, finding in failed if not finding.looked_in] == []
    assert [name for name, finding in failed if finding.belongs_at is None] == []
