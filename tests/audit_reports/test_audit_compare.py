"""Two audits compared: each failure has exactly one fate, and none is called mended that nobody saw mended."""

import json

import pytest
from made_results import found, page, write

from licheck.audit_reports.compare import WORDS, compared
from licheck.audit_reports.compare_tell import compare
from licheck.errors import LicheckError

URL = "https://paper.example/1"


@pytest.fixture
def changes(tmp_path):
    """Compares two audits, given as lists of pages; the later one may have errors and copies."""

    def run(earlier, later, **other):
        write(tmp_path / "old.sqlite", *earlier)
        write(tmp_path / "new.sqlite", *later, **other)
        with compared(str(tmp_path / "old.sqlite"), str(tmp_path / "new.sqlite")) as comparison:
            return [*comparison.changed()]

    return run


@pytest.mark.parametrize(
    ("earlier", "later", "state"),
    [
        pytest.param([], [page(URL, found("byline"))], "new", id="a page that was not there"),
        pytest.param([page(URL, found("byline", "passed"))], [page(URL, found("byline"), content="2")], "new", id="it was met"),
        pytest.param([page(URL, found("byline", excused=True))], [page(URL, found("byline"))], "new", id="no longer excused"),
        pytest.param([page(URL, found("byline", "cant-tell"))], [page(URL, found("byline"))], "new", id="it could not be told"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline"))], "open", id="as it was"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline"), content="changed", title="Another")], "open", id="other bytes, same failure"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline", "passed"), content="2")], "mended", id="now met"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline", excused=True))], "excused", id="now excused"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline", "cant-tell"))], "doubtful", id="now in doubt"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("byline", "inapplicable"))], "not_asked", id="now inapplicable"),
        pytest.param([page(URL, found("byline"))], [page(URL, found("logo", "passed"))], "not_asked", id="the demand is gone"),
        pytest.param([page(URL, found("byline"))], [], "gone", id="the page is gone"),
        pytest.param([page("a.html", found("byline"))], [page("a.html", found("byline", "passed"))], "mended", id="a file"),
        pytest.param([page("f.xml", found("byline"), at="#1", story="https://harbour.example/x")], [page("f.xml", found("byline", "passed"), at="#7", story="https://harbour.example/x")], "mended", id="a story of a feed that moved"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_failure(changes, earlier, later, state):
    assert [one.state for one in changes(earlier, later)] == [state]


def test_a_page_that_could_not_be_read_this_time_is_not_gone(changes):
    (one,) = changes([page(URL, found("byline"))], [], errors=[(URL, "too slow")])
    assert one.state == "unread"


def test_a_page_that_is_a_copy_now_has_the_findings_of_what_it_is_a_copy_of(changes):
    later = page("https://paper.example/amp/1", found("byline", "passed"))
    (one,) = changes([page(URL, found("byline"))], [later], copies=[URL])
    assert one.state == "mended"


def test_of_two_captures_of_an_address_the_later_counts(changes):
    old = page(URL, found("byline"), captured="2026-01-01T00:00:00Z")
    mended = page(URL, found("byline", "passed"), captured="2026-03-01T00:00:00Z")
    again = page(URL, found("byline"), captured="2026-02-01T00:00:00Z", content="x")
    (one,) = changes([old], [mended, again])
    assert one.state == "mended"


def test_what_fails_in_neither_is_not_told(changes):
    assert changes([page(URL, found("byline", "passed"))], [page(URL, found("byline", "passed"))]) == []


def test_a_failure_has_the_same_name_in_every_comparison(changes, tmp_path):
    (first,) = changes([], [page(URL, found("byline"))])
    for name in ("old", "new"):
        (tmp_path / f"{name}.sqlite").unlink()
    (second,) = changes([page(URL, found("byline"))], [page(URL, found("byline", "passed"), content="2")])
    assert first.id == second.id


@pytest.mark.parametrize(
    ("later", "code"),
    [
        pytest.param([page(URL, found("byline"))], 1, id="a new demand that fails"),
        pytest.param([page(URL, found("logo"))], 0, id="new advice"),
        pytest.param([page(URL, found("byline", "passed"))], 0, id="nothing new"),
    ],
)
def test_it_ends_with_1_where_a_demand_fails_that_did_not(tmp_path, capfd, later, code):
    old, new = write(tmp_path / "old.sqlite"), write(tmp_path / "new.sqlite", *later)
    assert compare(str(old), str(new), "terminal", "") == code
    assert compare(str(old), str(new), "json", str(tmp_path / "c.json")) == code
    document = json.loads((tmp_path / "c.json").read_text("utf-8"))
    assert document["version"] == 1
    assert [*document["counts"]] == [*WORDS]
    assert sum(document["counts"].values()) == len(document["changes"])
    assert document["new_demands"] == code


def test_the_terminal_tells_what_is_new_first_and_does_nothing_else_that_a_page_wants(tmp_path, capfd):
    evil = page("https://b.example/2", found("byline", reason="\x1b[2J\u202e"), republisher="\x1b]0;x\x07")
    old = write(
        tmp_path / "old.sqlite", page(URL, found("byline")), page("https://z.example/9", found("byline"))
    )
    new = write(tmp_path / "new.sqlite", page(URL, found("byline", "passed")), evil)
    compare(str(old), str(new), "terminal", "")
    out = capfd.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert out.index("New") < out.index("Mended") < out.index("No longer there")
    assert out.rstrip().endswith("1 new, 1 mended, 1 no longer there.")


def test_results_cannot_be_compared_with_themselves_nor_before_they_are_complete(tmp_path):
    old = write(tmp_path / "old.sqlite", page(URL, found("byline")))
    with pytest.raises(LicheckError, match="one and the same"):
        compare(str(old), str(old), "terminal", "")
    new = write(tmp_path / "new.sqlite", page(URL, found("byline")), finished=False)
    with pytest.raises(LicheckError, match="has not come to its end"):
        compare(str(old), str(new), "terminal", "")
    with pytest.raises(LicheckError, match="would overwrite"):
        compare(str(old), str(new), "json", str(old))
