"""Is a byline found where a reader sees one, and nowhere else? A sample of the pages of `corpus/visible-byline`.

`python -m bench.visible_byline` takes more of them, and other ones. Every page here has its truth beside it.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bench.visible_byline import WITH, Case, Outcome, cases, judge, rows

_SEED, _CASES = 1, 200
_MOST_INVENTED = 0.02  # of the pages without a byline, where nobody says who wrote the story


@cache
def _outcomes() -> tuple[Outcome, ...]:
    return tuple(judge(case) for case in cases(_CASES, _SEED))


@pytest.mark.parametrize("at", [pytest.param(at, id=case.id) for at, case in enumerate(cases(_CASES, _SEED))])
def test_a_byline_is_seen_where_readers_see_it_and_nowhere_else(at: int) -> None:
    outcome = _outcomes()[at]
    assert outcome.known.verdict.value == outcome.case.verdict, _told(outcome)


def _told(outcome: Outcome) -> str:
    case, finding = outcome.case, outcome.known
    seen = "".join(f"\n  line {one.line}: {one.text!r} {one.note}" for one in finding.evidence)
    return f"{case.kind} on {case.template}, byline as {case.form}: {finding.reason}{seen}\n{_around(case)}"


def _around(case: Case) -> str:
    """The lines of the page that name a writer: enough to see what is meant."""
    family = case.writers[0].split()[-1]
    return "\n".join(line[:300] for line in case.page.splitlines() if family in line)


def test_the_goal_is_met_by_every_kind_of_case() -> None:
    short = [row for row in rows(_outcomes(), lambda case: case.kind) if not WITH.met(row.accuracy)]
    assert not short, ", ".join(f"{row.name}: {row.accuracy:.2f} of {row.count}" for row in short)


def test_the_sample_holds_every_kind_of_page_once_at_least() -> None:
    more = {case.kind for case in cases(_CASES * 5, _SEED)}
    assert {outcome.case.kind for outcome in _outcomes()} == more


def test_who_is_not_known_from_the_original_is_hardly_ever_made_up() -> None:
    told = Counter(outcome.without for outcome in _outcomes())
    bare = told["invented"] + told["honest"]
    names = [outcome.case.id for outcome in _outcomes() if outcome.without == "invented"]
    assert told["invented"] <= _MOST_INVENTED * bare, f"{len(names)} of {bare}: {', '.join(names)}"
