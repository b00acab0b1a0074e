"""Reports with anything in them, and with what attacks a terminal, a CI log, a spreadsheet or a browser."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.report import Chosen, ErrorEntry, FailOn, PageReport, Report
from licheck.model.sides import Mark, Paragraph, Row, Sides
from licheck.model.waiver import Waiver
from licheck.model.zones import Zone
from licheck.reports import Style

NASTY = (
    *("\x1b[31m", "\x1b]8;;x\x07", "\x9b2J", "\r\n", "\n", "\t", "\x00", "\x7f", "\x85", "\u2028", "\u2029"),
    *("::", ":", "::error::", "::stop-commands::x", "##[", "#", "[", "##vso[task.complete]", "##teamcity[x]"),
    *(
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\ufe0f\ufe0f",
        "\U000e0041",
    ),
    *(
        "\ud83d",
        "\udcff",
        "\u0301" * 40,
        "[bold]",
        "[/]",
        "[/bold]",
        ":smile:",
        "\\",
        '"',
        "李明",
        " ",
        "   ",
        "\xa0",
    ),
    *("https://harbour.example/a", "<script>", "x" * 90, "error: ", "8 pages: 8 passed"),
    *(
        "=1+1",
        "+1",
        "-1",
        "@all",
        ";",
        ",",
        "|",
        "%0A",
        "%",
        "'",
        "</pre>",
        "<!--",
        "-->",
        "]]>",
        "&lt;",
        "\uffff",
    ),
    *(
        "`",
        "```",
        "![x](y)",
        "](",
        "#1",
        "!7",
        "deadbeef01",
        "www.x.example",
        "- ",
        "* ",
        "1. ",
        "~~~",
        "{0}",
        "/close",
    ),
)
text = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=4), max_size=5
).map("".join)
texts = st.lists(text, max_size=2).map(tuple)
numbers = st.integers(0, 10**6)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


evidence = st.builds(
    Evidence, text, numbers, numbers, st.sampled_from(Standing), st.booleans(), note=text, path=text
)
finding = st.builds(
    Finding,
    requirement=text,
    kind=text,
    level=st.sampled_from(Level),
    verdict=st.sampled_from(Verdict),
    reason=text,
    evidence=some(evidence),
    looked_in=texts,
    belongs_at=st.none() | st.builds(Place, text, numbers),
    remedy=text,
    rule_set=text,
    what=text,
    source=text,
    fingerprint=text,
    waiver=st.none()
    | st.builds(Waiver, text, text, text, st.just(date(2027, 1, 31)), path=text, line=numbers),
    known=st.booleans(),
)
paragraph = st.builds(
    Paragraph,
    text,
    numbers,
    st.integers(0, 6),
    some(st.builds(Mark, st.integers(0, 9), st.integers(0, 99), text, st.booleans())),
)
sides = st.builds(
    Sides,
    some(st.builds(Row, st.sampled_from(Zone), some(paragraph), some(paragraph), texts)),
    st.booleans(),
    st.integers(0, 2),
)
page = st.builds(
    PageReport,
    path=text,
    format=text,
    encoding=text,
    rule_sets=some(st.builds(Chosen, text, text, text, text, texts)),
    findings=some(finding),
    original=text,
    people=texts,
    people_from=text,
    reason=text,
    notes=texts,
    unsure=st.booleans(),
    fail_on=st.sampled_from(FailOn),
    sides=st.none() | sides,
)
error = st.builds(ErrorEntry, text, text, st.sampled_from([2, 3]))
reports = st.builds(Report, some(page), some(error), text, text)
styles = st.builds(Style, st.integers(1, 200), st.booleans(), st.booleans(), st.booleans())


slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
