"""Reasons are sentences, notes are not: what all kinds say of the pages of the corpus reads alike."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from invented import rule_set as of_kind

from licheck.check import check_page
from licheck.edge.rule_files import rule_set
from licheck.model.finding import Finding
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.shipped import shipped

# The options without which some kinds ask for nothing.
MUST_SAY = {
    **dict.fromkeys(("all_of", "any_of", "none_of"), "requirements:\n  - byline:\n  - logo:"),
    "if_then": "when: [edited]\nthen:\n  - byline:",
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
    """Findings on every page of the corpus, by whatever rule sets, with the page's name."""
    return tuple(_findings([rule_set(path) for path in shipped()]))


def _findings(rules: list) -> Iterator[tuple[str, Finding]]:
    """Each page is judged by every 30th rule set, another one first each time: by all of them would take minutes."""
    for number, path in enumerate(CORPUS):
        original = next(iter(sorted(path.parent.glob("original.*"))), None)
        report = check_page(
            read(path.name, path.read_bytes()),
            rules[number % 30 :: 30],
            original=read(original.name, original.read_bytes()) if original else None,
            chosen_by="the test",
            today=date(2026, 11, 22),
        )
        for finding in report.findings:
            yield path.parent.name, finding


def test_there_is_something_to_look_at() -> None:
    """Every kind that a shipped rule set asks for; the others are judged on pages of their own tests."""
    asked = {one.kind for path in shipped() for one in rule_set(path).judged}
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
        if (piece.note[:1].isupper() and piece.note != "JSON-LD")
        or (piece.note.endswith(".") and ": " not in piece.note)
    }
    assert wrong == set()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_kind_has_a_manual_and_says_what_it_is(kind: str) -> None:
    (requirement,) = of_kind(kind, MUST_SAY.get(kind, "")).requirements
    assert (type(requirement).__doc__ or "").endswith(".")
    assert requirement.kind == kind


def test_what_fails_says_where_it_belongs_or_what_to_do() -> None:
    """An editor who reads a failure knows what to do next."""
    failed = [(name, finding) for name, finding in findings() if finding.verdict.value == "failed"]
    assert [name for name, finding in failed if not finding.remedy] == []
    assert [name for name, finding in failed if not finding.looked_in] == []
    assert [name for name, finding in failed if finding.belongs_at is None] == []
