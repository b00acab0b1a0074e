"""What the words around a name in its line make of it."""

from __future__ import annotations

import time

import pytest

from licheck.credits.mention import CODE, MADE, SENTENCE, SIGNED, TAG, TITLE, WHY_NOT, list_start, why_not
from licheck.model.credit import Role

_PHOTO, _EDITOR = WHY_NOT[Role.PHOTOGRAPHER], WHY_NOT[Role.EDITOR]
_LINES = (
    ("By Jane Doe", ""),
    ("November 19, 2026 – By Jane Doe", ""),
    ("By Mark Hill, Ruth Dole and Jane Doe | Fenland News", ""),
    ("Photos by Mark Hill · By Jane Doe", ""),
    ("Text and photos by Jane Doe", ""),
    ("This story by Mark Hill, Ruth Dole and Jane Doe first appeared in Fenland News.", ""),
    ("Cet article de Jane Doe a d'abord été publié par Fenland News.", ""),
    ("Opinion | Jane Doe", ""),
    ("By Fenland News health reporter Jane Doe", ""),
    ("Stars (1 / 1) 06.11.2023 13:30 von Jane Doe", ""),
    ("Veröffentlicht am 10. Februar 2019 von Jane Doe", ""),
    ("<p>By Jane Doe</p>", CODE),
    ("#coast #Jane Doe", TAG),
    ("Keywords: coast; repairs; Jane Doe", TAG),
    ("Subjects: coast, Jane Doe", TAG),
    ("FN photo/Jane Doe", _PHOTO),
    ("The kiln. Photo Jane Doe", _PHOTO),
    ("夕方の港＝Jane Doe撮影", _PHOTO),
    ("Lektorat: Jane Doe", _EDITOR),
    ("Crossword set by Jane Doe", MADE),
    ("This article was auth\u00adored by Jane Doe", ""),
    ("An evening with Jane Doe", MADE),
    ("Low Tide, a letter by Jane Doe, comes on Fridays.", SENTENCE),
    ("Why is this not a piece by Jane Doe? I ask.", SENTENCE),
    ("I will follow this up in the spring. – Jane Doe", SIGNED),
    ("What else is on: Ferry fares to rise a dime in spring, By Jane Doe", TITLE),
    ("Salt and Rope, by Jane Doe", TITLE),
    ("(The last lamplighter of Quay Row retires, Jane Doe)", TITLE),
)


@pytest.mark.parametrize(("line", "reason"), [pytest.param(*pair, id=pair[0]) for pair in _LINES])
def test_the_line_says_what_a_name_in_it_stands_for(line: str, reason: str) -> None:
    start = line.index("Jane Doe")
    assert why_not(line, start, start + len("Jane Doe")) == reason


def test_a_list_of_names_begins_where_its_first_name_does() -> None:
    line = "By Dr. Amaya Dole, Mark van der Hill and Jane Doe, Fenland News"
    assert list_start(line, line.index("Jane")) == line.index("Dr.") or list_start(
        line, line.index("Jane")
    ) == line.index("Amaya")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("," * 40 + "(Jane Doe", id="a row of commas"),
        pytest.param(", \u200b" * 20 + "(Jane Doe", id="commas and spaces"),
        pytest.param("By Jane Doe" + ", " * 500_000 + "x", id="a megabyte of commas behind"),
        pytest.param("Story" + ". " * 500_000 + "by Jane Doe", id="a megabyte of full stops before"),
    ],
)
def test_signs_without_end_beside_a_name_take_no_time(line: str) -> None:
    start = line.index("Jane Doe")
    begun = time.process_time()
    list_start(line, start)
    why_not(line, start, start + len("Jane Doe"))
    assert time.process_time() - begun < 3
