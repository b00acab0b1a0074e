"""A line that names somebody as a helper is no byline for a writer of the original, unless the original does no more."""

import pytest
from invented import ADDRESS, Given, html, judged

from licheck.model.credit import Sighting
from licheck.model.finding import Verdict
from licheck.names import find_name
from licheck.requirements._contributions import is_contribution

BY = "<p>By Marta Quill, HNS</p>"
HELPED = "<p>Oren Fell contributed to this report.</p>"
HEAD = f'<link rel="canonical" href="{ADDRESS}">'
BOTH = html("<p>By Marta Quill and Oren Fell, HNS</p>", head=HEAD)
HELPER = html(BY, bottom=HELPED, head=HEAD)
HELPER_IN_DATA = html(
    "<p>HNS</p>",
    bottom="<p>Oren Fell contributed to this report.</p>",
    head=HEAD
    + '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Marta Quill"}, {"name": "Oren Fell"}]}</script>',
)


@pytest.mark.parametrize(
    ("page", "original", "people", "verdict"),
    [
        pytest.param(html(BY, bottom=HELPED), BOTH, (), "failed", id="a writer of the original"),
        pytest.param(html(BY, bottom=HELPED), HELPER, (), "passed", id="a helper of the original, not asked for"),
        pytest.param(html(BY, bottom=HELPED), HELPER, ("Marta Quill", "Oren Fell"), "passed", id="a helper of the original"),
        pytest.param(html(BY, bottom=HELPED), HELPER_IN_DATA, (), "passed", id="a helper whom the original's metadata list"),
        pytest.param(html(BY, bottom=HELPED), "", ("Marta Quill", "Oren Fell"), "cant-tell", id="no original"),
        pytest.param(html(BY.replace("HNS", "and Oren Fell"), bottom=HELPED), BOTH, (), "passed", id="in the byline, too"),
        pytest.param(html(BY, bottom="<p>Additional reporting by Oren Fell</p>"), BOTH, (), "failed", id="additional reporting"),
        pytest.param(html("<p>By Marta Quill, with additional reporting by Oren Fell</p>"), BOTH, (), "failed", id="in one line"),
        pytest.param(html("<p>By Marta Quill and Oren Fell, Contributor</p>"), BOTH, (), "passed", id="a title, not a role"),
        pytest.param(html(HELPED), html("<p>By Oren Fell</p>", head=HEAD), (), "failed", id="the only writer"),
        pytest.param(html("<p>By Marta Quill. Oren Fell contributed to this report.</p>"), HELPER, (), "passed", id="byline and helper in one line"),
    ],
)  # fmt: skip
def test_a_byline(page: str, original: str, people: tuple[str, ...], verdict: str) -> None:
    finding = judged("byline", Given(page, original=original, people=people))
    assert finding.verdict.value == verdict, finding
    told = any(
        one.note == "named only as a contributor, not as writer" and not one.counts
        for one in finding.evidence
    )
    assert told is (finding.verdict is not Verdict.PASSED)


def test_one_who_is_not_named_is_no_helper_though_another_is_named_twice() -> None:
    twice = html(BY, bottom=f"{HELPED}<p>Oren Fell contributed research.</p>")
    finding = judged("byline", Given(twice, original="", people=("Marta Quill", "Oren Fell", "Milo Quist")))
    assert finding.verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("line", "helped"),
    [
        ("Oren Fell contributed to this report.", True),
        ("Oren Fell and Milo Quist of HNS also contributed reporting from Saltmere.", True),
        ("Milo Quist and Oren Fell contributed.", True),
        ("Contributors: Milo Quist, Oren Fell", True),
        ("Mitarbeit: Oren Fell", True),
        ("Avec la contribution d’Oren Fell", True),
        ("Oren Fell hat zu diesem Bericht beigetragen.", True),
        ("By Oren Fell", False),
        ("By Milo Quist and Oren Fell", False),
        ("Oren Fell is a reporter who has contributed to many papers.", False),
        ("Oren Fell, contributing writer", False),
        ("Oren Fell has contributed to the Harbour News since 2019.", False),
        ("Marta Quill contributed to this report. By Oren Fell", False),
        ("By Oren Fell. Marta Quill contributed to this report.", False),
        ("By Milo Quist and Oren Fell. Marta Quill contributed to this report.", False),
        ("By Oren Fell | Marta Quill contributed to this report", False),
        ("Oren Fell, HNS — Marta Quill contributed reporting", False),
        ("By Oren Fell; Marta Quill contributed to this report", False),
        ("By Oren Fell (Marta Quill contributed to this report)", False),
        ("By Oren Fell Marta Quill contributed to this report", False),
        ("By Oren Fell\u200bMarta Quill contributed to this report", False),
        ("Additional reporting by Marta Quill | Oren Fell", False),
        ("Oren Fell, M. Quist and Anne-Marie Quill contributed to this report.", True),
        ("Additional reporting by Anne-Marie Quill, Milo Quist (Saltmere) and Oren Fell", True),
    ],
)
def test_a_line(line: str, helped: bool) -> None:
    match = find_name("Oren Fell", line)
    seen = Sighting("Oren Fell", match.likeness, line, 0, match.start, match.end)
    assert is_contribution(seen, line) is helped


def test_long_lines_of_capitals_end_soon() -> None:
    line = "Oren Fell " + "A-B' " * 50_000
    match = find_name("Oren Fell", line)
    assert not is_contribution(Sighting("Oren Fell", match.likeness, line, 0, match.start, match.end), line)
    line = "Oren Fell " + "(A) " * 50_000
    assert not is_contribution(Sighting("Oren Fell", match.likeness, line, 0, match.start, match.end), line)
    line = "With reporting by " + "A-B' " * 50_000 + "x Oren Fell"
    assert not is_contribution(Sighting("Oren Fell", match.likeness, line, 0, len(line) - 9, len(line)), line)
