"""The lines in `credits` by which a rule file says that its publisher's stories are known."""

import pytest

from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.credits import credited
from licheck.rulesets.load import load
from licheck.zones.by_form import zones_by_form

RULES = """\
id: harbour
publisher:
  name: Harbour News Service
  others: [Harbour News Service Radio]
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
credits:
  - {line}
requirements:
  - byline:
"""
STORY = "\n".join(
    f"<p>On the {day} day of the week the ferry went to the other side of the harbour and came back with nobody"
    " on board, as the harbour master wrote down in his book that evening.</p>"
    for day in ("first", "second", "third")
)


def found(line: str, shown: str) -> bool:
    rules = load("harbour.yaml", RULES.format(line=repr(line)), kinds())
    page = read(
        "a.html", f"<title>x</title><article><h1>Ferries</h1>{STORY}<p>{shown}</p></article>".encode()
    )
    return bool(list(credited(rules, page, zones_by_form(page, frozenset()))))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("Wired to us by {publisher}", "Wired to us by Harbour News Service.", id="with a variable"),
        pytest.param("Wired to us by Harbour News Service", "Wired to us by Harbour News Service.", id="written out"),
        pytest.param("{publisher}, {date}", "Harbour News Service, 3 May", id="the name and a day"),
        pytest.param("Wired by {publisher}", "Wired by Harbour News Service™.", id="the sign of a trade mark"),
        pytest.param("({publisher})", "(Harbour News Service) The ferry goes again.", id="brackets at the beginning"),
    ],
)  # fmt: skip
def test_such_a_line_is_known(line: str, shown: str) -> None:
    assert found(line, shown)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("{publisher}", "Harbour News Service wired to us.", id="the name alone"),
        pytest.param("Harbour News Service.", "Harbour News Service wired to us.", id="the name alone, written out"),
        pytest.param("Wired to us on a Monday", "Wired to us on a Monday.", id="nobody named"),
        pytest.param("Wired to us by {publisher}", "Wired to us by Harbour News Service Radio.", id="somebody else"),
        pytest.param("Wired to us by {publisher}", "Wired to us by Harbour News Services.", id="a longer word"),
    ],
)  # fmt: skip
def test_another_line_is_not(line: str, shown: str) -> None:
    assert not found(line, shown)
