"""A line that says who supplied something, but not what, selects no rule set of an institution, and none behind a table or a film."""

import pytest

from licheck.check import check_page
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

RULES = """\
id: harbour
publisher: {{name: {name}}}
sources:
  - {{address: https://harbour.example/republish, read: 2026-11-22, seen: full}}
requirements:
  - credit_line:
"""
STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody"
        " had thought of bringing it back before the weekend.",
        "Customers waited in the rain on their own chairs. The smith, who was among them, went home to fetch the door and"
        " was given the first loaf of the day in return.",
        "The council has now lent the bakery a second door, which was found in the cellar of the town hall.",
    )
)
TABLE = "<table><tr><td>Doors lent</td><td>2</td></tr></table>"
FILM = '<iframe src="https://films.example/embed/1"></iframe>'


def chosen(name: str, end: str) -> bool:
    page = f"<html lang='en'><body><article><h1>A door is lent</h1><p>By Marta Quill</p>{STORY}{end}</article></body></html>"
    report = check_page(
        read("page.html", page.encode()), [load("harbour.yaml", RULES.format(name=name), kinds())]
    )
    return bool(report.rule_sets)


@pytest.mark.parametrize(
    ("name", "end", "expected"),
    [
        pytest.param("Harbour News Service", "<p>Provided by Harbour News Service</p>", True, id="a newsroom"),
        pytest.param("Harbour News Service", f"{TABLE}<p>Provided by Harbour News Service</p>", False, id="behind a table"),
        pytest.param("Harbour News Service", f"{FILM}<p>Provided by Harbour News Service</p>", False, id="behind a film"),
        pytest.param("Harbour Survey Agency", "<p>Provided by Harbour Survey Agency</p>", False, id="an institution"),
        pytest.param(
            "Harbour Survey Agency", "<p>This story was provided by the Harbour Survey Agency.</p>", True, id="the story"
        ),
        pytest.param(
            "Harbour Survey Agency", "<p>Originally published by the Harbour Survey Agency.</p>", True, id="published"
        ),
    ],
)  # fmt: skip
def test_who_supplied_what(name: str, end: str, expected: bool) -> None:
    assert chosen(name, end) is expected
