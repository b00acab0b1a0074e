"""The report for people says everything, fits the width, and reads markup of nobody."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.model.finding import Evidence, Finding, Level, Place, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report
from licheck.reports import Style, render
from licheck.reports._layout import Line, Piece, columns, lay_out

SGR = re.compile(r"\x1b\[[0-9;]*m")


def plain(report: Report, width: int = 100, **style: bool) -> str:
    return render("terminal", report, Style(width=width, **style))


def test_the_plain_report_is_the_one_kept(shared: Report, golden: Callable[[str, str], None]) -> None:
    golden("terminal.txt", plain(shared))


def test_the_plain_report_in_ascii_is_the_one_kept(
    shared: Report, golden: Callable[[str, str], None]
) -> None:
    text = plain(shared, width=60, unicode=False)
    assert text.isascii()
    golden("terminal-ascii.txt", text)


def test_colour_changes_no_word(shared: Report) -> None:
    coloured = render("terminal", shared, Style(width=100, colour=True))
    assert SGR.search(coloured)
    assert [line.rstrip() for line in SGR.sub("", coloured).split("\n")] == plain(shared).split("\n")


def test_colour_follows_the_style_and_not_the_environment(
    shared: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = Style(width=100, colour=True)
    coloured = render("terminal", shared, style)
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20", "FORCE_COLOR": "0"}.items():
        monkeypatch.setenv(name, value)
    assert render("terminal", shared, style) == coloured


def test_verdicts_are_told_apart_by_colour_too(shared: Report) -> None:
    coloured = render("terminal", shared, Style(width=100, colour=True))
    codes = {
        word: set(re.findall(rf"(\x1b\[[0-9;]*m) *. {word}", coloured))
        for word in ("failed", "passed", "cannot tell", "inapplicable")
    }
    assert all(len(found) == 1 for found in codes.values()), codes
    assert len(set.union(*codes.values())) == 4


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize(
    "text", ["[bold]not bold[/bold]", ":smile:", "[link=https://x.example]y[/link]", "[red]P[/red]"]
)
def test_a_page_writes_no_markup_into_the_report(text: str, colour: bool, shared: Report) -> None:
    drawn = SGR.sub("", render("terminal", shared, Style(width=100, colour=colour)))
    assert text in drawn


def test_verbose_shows_all_evidence_in_full(shared: Report) -> None:
    short, full = plain(shared), plain(shared, verbose=True)
    assert "and 2 more, all of them in the JSON report" in short
    assert "topic/6" not in short
    assert "more, all of them" not in full
    assert "topic/6" in full
    assert "“This story first appeared" not in short
    assert "“This story first appeared at Harbour News Service" in full
    assert "long and longer" in short
    assert "longer ... " not in full


def test_findings_are_shown_worst_first(shared: Report) -> None:
    page = plain(replace(shared, pages=shared.pages[:1]))
    assert re.findall(r"(?m)^  . (failed|cannot tell|passed|inapplicable): ", page) == [
        "failed",
        "cannot tell",
        "passed",
        "inapplicable",
    ]


def test_what_is_asked_for_is_told_of_what_is_amiss_and_only_there(shared: Report) -> None:
    text = plain(shared, width=200)
    assert "  ✗ failed: byline (must)\n    Asked for: The reporter is named, with Harbour" in text
    assert (
        "  ? cannot tell: logo-on-top (logo, must)\n    A picture may be" in text
    )  # its rule set does not say
    assert "A line says where the story first appeared." not in text


@pytest.mark.parametrize(
    ("place", "line"),
    [
        pytest.param(
            Place("below the headline", 31), "Belongs below the headline: page.html:31:1", id="a line"
        ),
        pytest.param(Place("in the head of the page"), "Belongs in the head of the page", id="no line"),
    ],
)
def test_where_something_belongs_is_told_in_words_and_can_be_clicked(place: Place, line: str) -> None:
    finding = Finding("byline", "byline", Level.MUST, Verdict.FAILED, "No.", belongs_at=place)
    page = PageReport("page.html", "html", "utf-8", (Chosen("a", "A", "you"),), (finding,))
    assert f"    {line}\n" in plain(Report((page,)))


def test_a_failed_should_is_shown_on_a_page_that_passes(shared: Report) -> None:
    assert "site/kept.md: ✓ passed (1 failed, 1 passed; no must failed)\n" in plain(shared)


def test_rule_sets_are_named_with_findings_where_there_are_several() -> None:
    findings = tuple(
        Finding("byline", "byline", Level.MUST, Verdict.PASSED, "Named.", rule_set=name) for name in "ab"
    )
    page = PageReport("x", "text", "utf-8", (Chosen("a", "A", "you"), Chosen("b", "B", "you")), findings)
    text = plain(Report((page,)))
    assert "byline (must, a): Named." in text
    assert "byline (must, b): Named." in text


@pytest.mark.parametrize(
    ("evidence", "line"),
    [
        pytest.param(
            Evidence("x", 3, 7), "- page.html:3:7 “x” (seen by a reader; counts)", id="line and column"
        ),
        pytest.param(Evidence("x", 3, 0), "- page.html:3 “x” (seen by a reader; counts)", id="line only"),
        pytest.param(Evidence("x", 0, 0), "- “x” (seen by a reader; counts)", id="no place"),
        pytest.param(
            Evidence("x", 2, 1, path="original.html"),
            "- original.html:2:1 “x” (seen by a reader; counts)",
            id="in another file",
        ),
    ],
)
def test_positions_can_be_clicked(evidence: Evidence, line: str) -> None:
    finding = Finding("byline", "byline", Level.MUST, Verdict.FAILED, "No.", (evidence,))
    page = PageReport("page.html", "html", "utf-8", (Chosen("a", "A", "you"),), (finding,))
    assert f"    {line}\n" in plain(Report((page,)))


def test_a_position_is_never_broken_even_where_the_path_has_spaces() -> None:
    path = "a folder with spaces/and a page whose name is long.html"
    finding = Finding("byline", "byline", Level.MUST, Verdict.FAILED, "No.", (Evidence("x", 3, 7),))
    page = PageReport(path, "html", "utf-8", (Chosen("a", "A", "you"),), (finding,))
    assert f"{path}:3:7" in plain(Report((page,)), width=40)


@pytest.mark.parametrize(
    ("report", "last"),
    [
        pytest.param(
            Report(()),
            "0 pages: 0 passed, 0 failed, 0 cannot tell, 0 inapplicable; 0 errors",
            id="nothing at all",
        ),
        pytest.param(
            Report((PageReport("a", "text", "utf-8", (), ()),), (ErrorEntry("b", "Gone."),)),
            "1 page: 0 passed, 0 failed, 0 cannot tell, 1 inapplicable; 1 error",
            id="one of each",
        ),
    ],
)
def test_the_last_line_counts(report: Report, last: str) -> None:
    assert plain(report, width=30).split("\n")[-2:] == [last, ""]


def test_the_report_says_when_nothing_was_checked() -> None:
    error = ErrorEntry("b.html", "The file is gone. Check its name.")
    text = plain(Report((), (error,)))
    assert "Nothing was checked" in text
    assert "  error: b.html: The file is gone. Check its name.\n" in text
    assert "Nothing was checked" not in plain(Report((PageReport("a", "text", "utf-8", (), ()),)))


WORDS = st.lists(st.text("abcdefghi.,\u0301é李明報😀", min_size=1, max_size=12), min_size=1, max_size=40)


@given(WORDS, st.integers(30, 120), st.integers(0, 6))
def test_wrapped_text_fits_and_loses_nothing(words: list[str], width: int, indent: int) -> None:
    rows = list(lay_out([Line((Piece(" ".join(words)),), indent)], width, unicode=True))
    texts = ["".join(piece.text for piece in row) for row in rows]
    assert all(columns(text) <= width for text in texts)
    assert "".join("".join(texts).split()) == "".join(words)


def test_a_line_of_nothing_but_spaces_is_an_empty_line() -> None:
    assert list(lay_out([Line((Piece(" " * 500),), 2)], 40, unicode=True)) == [()]


def test_addresses_and_snippets_are_never_broken(shared: Report) -> None:
    remedy = shared.pages[1].findings[1].remedy
    assert f"      {remedy}\n" in plain(shared, width=30)
    note = "See https://harbour.example/" + "潮位計" * 20
    page = PageReport("a", "text", "utf-8", (), (), notes=(note,))
    assert f"    {note[4:]}\n" in plain(Report((page,)), width=30)
    source = "https://harbour.example/" + "long/" * 30
    page = PageReport("a", "text", "utf-8", (Chosen("a", "A", "you", source),), ())
    assert f"Source: {source}\n" in plain(Report((page,)), width=300)
    assert f" {source}\n" in plain(Report((page,)), width=30)


def test_ordinary_lines_keep_within_the_width(shared: Report) -> None:
    report = Report((replace(shared.pages[0], findings=shared.pages[0].findings[:2]),), shared.errors[:1])
    for width in (60, 80, 120):
        *lines, _counts, _end = plain(report, width).split("\n")
        assert all(columns(line) <= width for line in lines)
    assert any(line.startswith("        ") for line in plain(report, 60).split("\n"))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        pytest.param("abc", 3, id="letters"),
        pytest.param("李明", 4, id="wide letters"),
        pytest.param("ｆｕ", 4, id="full-width letters"),
        pytest.param("한글", 4, id="Hangul"),
        pytest.param("e\u0301é", 2, id="a combining mark takes none"),
        pytest.param("a“—”✗", 5, id="typographic signs"),
        pytest.param("😀", 2, id="emoji"),
    ],
)
def test_columns_are_counted_as_a_terminal_shows_them(text: str, taken: int) -> None:
    assert columns(text) == taken


def test_what_is_excused_is_shown_with_reason_who_and_until(shared: Report) -> None:
    page = next(page for page in shared.pages if page.path.startswith("site/weir"))
    text = plain(Report((page,)), width=200)
    assert "✗ failed (2 failed, 1 passed; 1 waived; 1 known)" in text
    assert (
        "  ✗ failed (waived): credit_line (must)\n    Waived until 2027-01-31 by Ilse Brandvold, rights desk:"
        " Harbour News Service agreed by letter to a credit in the imprint. (licheck.yaml:14)\n" in text
    )
    assert "  ✗ failed (known): no_edit (must)\n    Known: it stands in the baseline" in text
