"""What hangs on days: `publication_date`, `time_limit` and `embargo`."""

from datetime import date

import pytest
from invented import ADDRESS, Found, Given, compare, html, judged, put_right

from licheck.errors import RuleSetError
from licheck.requirements._dates import day_in, tells

META = '<meta property="article:published_time" content="{}">'


def on(day: str) -> str:
    return META.format(f"{day}T10:00:00+00:00")


def original(day: str, line: str = "", *, more: str = "") -> str:
    top = f"<p>By Marta Quill, University of Eastmere</p>{line}"
    return html(top, head=f'<link rel="canonical" href="{ADDRESS}">{on(day) if day else ""}{more}')


OLD = original("2026-11-20")
EMBARGO = original("2026-11-20", "<p>Embargoed until 2026-11-24, 6 a.m.</p>")
UNDATED = original("")
TWO_DAYS = original("2026-11-20", more=META.format("2026-01-02"))
WAIT, SOON = "least_days: 3", "most_days: 90"
METAS = 'meta "article:published_time"'


def stamped(day: str) -> str:
    """A page of that day, with the place of the metadata that tells it."""
    return html(head=f"§{on(day)}")


def value(day: str) -> str:
    return f"{day}T10:00:00+00:00"


NO_DAY = "The original does not say, or not clearly, when it was published."
NONE = "Without the original, there is no telling when it was published; name it with --original."
CASES = [
    pytest.param(
        "publication_date",
        Given(html("<p>§Nov. 20, 2026</p>"), original=OLD),
        Found("passed", "The page tells the original's day, 20 November 2026.", "Nov. 20, 2026"),
        id="publication_date: alone on a line",
    ),
    pytest.param(
        "publication_date",
        Given(html(bottom="<p>§Erschienen am 20. November 2026 bei HNS</p>"), original=OLD),
        Found(
            "passed",
            "The page tells the original's day, 20 November 2026.",
            "Erschienen am 20. November 2026 bei HNS",
        ),
        id="publication_date: in the credit, in German",
    ),
    pytest.param(
        "publication_date",
        Given(html("<p>December 9, 2026</p>"), original=OLD),
        Found("failed", "No line tells when the original was published (20 November 2026)."),
        id="publication_date: the page's own day only",
    ),
    pytest.param(
        "publication_date",
        Given(html("<p>§21 November 2026</p>"), original=OLD),
        Found(
            "cant-tell",
            "A line tells a day beside the original's, 20 November 2026.",
            "21 November 2026",
            "a day off: another time zone?",
        ),
        id="publication_date: a day off",
    ),
    pytest.param(
        "publication_date",
        Given(stamped("2026-11-20"), original=OLD),
        Found(
            "failed",
            "No line tells when the original was published (20 November 2026); it is only in metadata.",
            value("2026-11-20"),
            f"only in metadata ({METAS}); what readers see of it is not known",
        ),
        id="publication_date: in metadata only",
    ),
    pytest.param(
        "publication_date",
        Given(html('<p><time datetime="2026-11-20">Two days ago</time></p>'), original=OLD),
        Found(
            "cant-tell",
            "No line tells when the original was published (20 November 2026); the time element tells it.",
            "2026-11-20",
            "only in metadata (time element); what readers see of it is not known",
        ),
        id="publication_date: a time element that reads otherwise",
    ),
    pytest.param(
        "publication_date",
        Given(html(), original=""),
        Found("cant-tell", "No line on the story's source tells a day, and the original is not known."),
        id="publication_date: no original",
    ),
    pytest.param(
        "publication_date",
        Given(html(bottom="<p>§This story was first published by HNS on 20 November 2026.</p>"), original=""),
        Found(
            "passed",
            "The line on the story's source tells a day; whether it is the original's, nobody said.",
            "This story was first published by HNS on 20 November 2026.",
        ),
        id="publication_date: no original, a day in the credit line",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-23"), WAIT, original=OLD),
        Found("passed", "The page was published 3 days after the original.", value("2026-11-23"), METAS),
        id="time_limit: waited",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-21"), WAIT, original=OLD),
        Found(
            "failed",
            "The page was published a day after the original; at least 3 are asked for.",
            value("2026-11-21"),
            METAS,
        ),
        id="time_limit: too soon",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2027-03-20"), SOON, original=OLD),
        Found(
            "failed",
            "The page was published 120 days after the original; at most 90 are permitted.",
            value("2027-03-20"),
            METAS,
        ),
        id="time_limit: too late",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-20"), SOON, original=OLD),
        Found("passed", "The page was published on the same day.", value("2026-11-20"), METAS),
        id="time_limit: at once, where one may",
    ),
    pytest.param(
        "time_limit",
        Given(html(), "since: 2026-01-01", original=OLD),
        Found(
            "passed", "The original is of 20 November 2026.", value("2026-11-20"), f"the original's {METAS}"
        ),
        id="time_limit: new enough",
    ),
    pytest.param(
        "time_limit",
        Given(html(), "since: 2027-01-01", original=OLD),
        Found(
            "failed",
            "The original is of 20 November 2026; only those since 1 January 2027 may be taken.",
            value("2026-11-20"),
            f"the original's {METAS}",
        ),
        id="time_limit: too old",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-23"), WAIT, original=""),
        Found("cant-tell", NONE),
        id="time_limit: no original",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-23"), WAIT, original=UNDATED),
        Found("cant-tell", NO_DAY),
        id="time_limit: an original without a day",
    ),
    pytest.param(
        "time_limit",
        Given(stamped("2026-11-23"), WAIT, original=TWO_DAYS),
        Found("cant-tell", NO_DAY),
        id="time_limit: an original with two",
    ),
    pytest.param(
        "time_limit",
        Given(html(), WAIT, original=OLD),
        Found("cant-tell", "The page does not say, or not clearly, when it was published."),
        id="time_limit: a page without a day",
    ),
    pytest.param(
        "embargo",
        Given(stamped("2026-11-26"), original=EMBARGO),
        Found(
            "passed",
            "The page is of 26 November 2026, the embargo ended on 24 November 2026.",
            value("2026-11-26"),
            METAS,
        ),
        id="embargo: after it",
    ),
    pytest.param(
        "embargo",
        Given(stamped("2026-11-21"), original=EMBARGO),
        Found(
            "failed",
            "The page is of 21 November 2026, the embargo ended on 24 November 2026.",
            value("2026-11-21"),
            METAS,
        ),
        id="embargo: before it",
    ),
    pytest.param(
        "embargo",
        Given(stamped("2026-11-20"), original=OLD),
        Found("inapplicable", "The original names no embargo."),
        id="embargo: none",
    ),
    pytest.param(
        "embargo",
        Given(html(), original=""),
        Found(
            "cant-tell",
            "Without the original, there is no telling whether it was under embargo; name it with --original.",
        ),
        id="embargo: no original",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    compare(kind, given, found)


DOUBTS = [
    pytest.param(
        "time_limit",
        Given(html(head=on("2026-11-22")), WAIT, original=OLD),
        "The page was published 2 days after the original; at least 3 are asked for, and a day more or less may be a matter"
        " of time zones.",
        id="time_limit: a day short",
    ),
    pytest.param(
        "time_limit",
        Given(html(head=on("2026-11-20")), WAIT, original=OLD),
        "The page gives the original's own day, or an earlier one.",
        id="time_limit: the original's day, copied",
    ),
    pytest.param(
        "embargo",
        Given(html(head=on("2026-11-24")), original=EMBARGO),
        "The original was under embargo; whether the page was published after it, the two do not tell.",
        id="embargo: on its day",
    ),
    pytest.param(
        "embargo",
        Given(html(), original=EMBARGO),
        "The original was under embargo; whether the page was published after it, the two do not tell.",
        id="embargo: a page without a day",
    ),
]


@pytest.mark.parametrize(("kind", "given", "reason"), DOUBTS)
def test_a_day_more_or_less_is_a_doubt(kind: str, given: Given, reason: str) -> None:
    found = judged(kind, given)
    assert (found.verdict.value, found.reason) == ("cant-tell", reason)


def test_the_remedy_put_where_it_belongs_makes_it_pass() -> None:
    given = Given(html(), original=OLD)
    before = judged("publication_date", given)
    assert before.remedy == "First published by Harbour News Service on 20 November 2026."
    assert judged("publication_date", put_right(given, before)).verdict.value == "passed"


def test_a_limit_must_be_given() -> None:
    with pytest.raises(RuleSetError, match="give a limit"):
        judged("time_limit", Given(html()))


DAY = date(2026, 11, 5)
SHOWN = [
    ("5 November 2026", True),
    ("November 5th, 2026", True),
    ("Thursday, Nov 5 2026, 10:30", True),
    ("05.11.2026", True),
    ("11/5/26", True),
    ("2026-11-05T10:00:00Z", True),
    ("5 de noviembre de 2026", True),
    ("le 5 novembre 2026", True),
    ("2026年11月5日", True),
    ("5 ноября 2026", True),
    ("6 November 2026", False),
    ("5 October 2026", False),
    ("November 2026", False),
    ("5 November 2025", False),
]


@pytest.mark.parametrize(("text", "is_told"), SHOWN, ids=[text for text, _ in SHOWN])
def test_a_day_is_known_in_any_usual_form(text: str, is_told: bool) -> None:
    assert tells(DAY, text) == is_told


def test_month_and_day_of_one_number_must_both_stand_there() -> None:
    assert tells(date(2026, 11, 11), "11.11.2026")
    assert not tells(date(2026, 11, 11), "11 a.m., 2026")


@pytest.mark.parametrize(
    "none", ["0001-01-01T00:00:00", "9999-12-31", "1970-01-01T00:00:00Z", "2026-13-01", "soon"]
)
def test_what_programs_write_for_no_day_is_none(none):
    assert day_in(none) is None
    assert day_in("2026-11-22T23:59:00+00:00") == date(2026, 11, 22)
