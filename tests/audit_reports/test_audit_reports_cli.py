"""Report, letters and comparison as a rights desk has them: commands on the results of a real audit."""

import gzip
import json

import pytest
from commandline import FAILING, PASSING, RULES, run
from made_results import found, page, write

from bench.make_archive import HTTP, http, record
from licheck.audit_reports import check_report
from licheck.errors import UsageError


def packed(number, text):
    """A page in a web archive; no two are the same."""
    answer = http(text.encode() + b"<!-- %d -->" % number, "text/html; charset=utf-8")
    return gzip.compress(record("response", f"https://one.example/{number}", answer, HTTP, number), mtime=0)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Two audits of the same site: in the second, one page was mended and one is new."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "harbour.yaml").write_text(RULES)
    months = {"may": [(1, FAILING), (2, FAILING), (4, PASSING)], "june": [(1, PASSING), (2, FAILING), (3, FAILING)]}  # fmt: skip
    for month, pages in months.items():
        (folder / f"{month}.warc.gz").write_bytes(b"".join(packed(*one) for one in pages))
        done = run(
            "audit", f"{month}.warc.gz", "--rules", "harbour.yaml", "--output", f"{month}.sqlite", cwd=folder
        )
        assert done.code == 1, done.err
    return folder


def test_the_report_is_a_page_of_all_that_the_audit_found(desk):
    done = run("audit", "report", "june.sqlite", "--html", "june.html", cwd=desk)
    assert (done.code, done.text) == (0, ""), done.err
    html = (desk / "june.html").read_text("utf-8")
    assert "2 of 3 republications lack something" in html
    assert "https://harbour.example/republish</a> (read 2026-11-22)" in html
    assert "https://one.example/2" in html


def test_the_report_of_an_audit_in_a_format_of_check_says_of_a_page_what_check_says(desk):
    for name, text in (("passing.html", PASSING), ("failing.html", FAILING)):
        (desk / name).write_text(text)
    (desk / "list.csv").write_text("page\npassing.html\nfailing.html\nabsent.html\n")
    assert run("audit", "list.csv", "--rules", "harbour.yaml", "--output", "list.sqlite", cwd=desk).code == 3
    done = run("audit", "report", "list.sqlite", "--report", "json", cwd=desk)
    assert done.code == 0, done.err
    checked = run(
        "check", "passing.html", "failing.html", "--rules", "harbour.yaml", "--format", "json", cwd=desk
    )
    assert done.report["pages"] == checked.report["pages"]
    assert done.errors == {"absent.html (list.csv, row 3)": "there is no such file"}


def test_several_reports_are_written_at_once_and_one_that_cannot_be_keeps_none_from_it(desk):
    wanted = ["markdown:june.md", "html:june-2.html", "csv:/dev/full", "sarif:june.sarif", "junit:june.xml"]
    options = [word for report in wanted for word in ("--report", report)]
    done = run("audit", "report", "june.sqlite", *options, cwd=desk)
    assert (done.code, "/dev/full" in done.err) == (3, True)
    assert "Harbour Lane News" in (desk / "june.md").read_text("utf-8")
    assert "2 of 3 republications lack something" in (desk / "june-2.html").read_text("utf-8")
    assert json.loads((desk / "june.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (desk / "june.xml").read_text("utf-8").startswith("<?xml")


def test_a_page_that_cannot_be_written_keeps_no_other_from_it(desk):
    wanted = ["html:/dev/full", "html:june-3.html"]
    options = [word for report in wanted for word in ("--report", report)]
    done = run("audit", "report", "june.sqlite", *options, cwd=desk)
    assert (done.code, "/dev/full" in done.err) == (3, True)
    assert "2 of 3 republications lack something" in (desk / "june-3.html").read_text("utf-8")


def test_results_that_would_not_fit_into_memory_are_left_to_formats_that_stream(desk, monkeypatch):
    monkeypatch.setattr(check_report, "MOST", 2)
    with pytest.raises(UsageError, match="are for 2 at most: write html"):
        check_report.report(str(desk / "june.sqlite"), (("csv", str(desk / "june.csv")),))


def test_letters_tell_the_condition_with_the_day_on_which_it_was_read(desk):
    done = run("audit", "letters", "june.sqlite", "--output", "letters", cwd=desk)
    assert done.code == 0, done.err
    assert "1 letter written to letters" in done.err
    text = (desk / "letters/one-example--harbour-lane-news.md").read_text("utf-8")
    assert "A line says that the story comes from Harbour Lane News." in text
    assert "<https://harbour.example/republish>, as read on 2026-11-22" in text
    assert "<https://one.example/3>" in text
    assert "<https://one.example/1>" not in text, "it complies"


def test_a_comparison_tells_what_became_of_each_failure(desk):
    done = run("audit", "compare", "may.sqlite", "june.sqlite", "--format", "json", cwd=desk)
    assert done.code == 1
    fates = {one["where"]: one["state"] for one in json.loads(done.text)["changes"]}
    assert fates == {"https://one.example/1": "mended", "https://one.example/2": "open", "https://one.example/3": "new"}  # fmt: skip
    told = run("audit", "compare", "may.sqlite", "june.sqlite", cwd=desk)
    assert told.text.endswith("1 new, 1 still open, 1 mended.\n")
    back = run("audit", "compare", "june.sqlite", "may.sqlite", cwd=desk)
    assert "1 no longer there" in back.text
    calm = run("audit", "compare", "may.sqlite", "june.sqlite", "--exit-zero", cwd=desk)
    assert calm.code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["report"], "name one results file", id="report of nothing"),
        pytest.param(["report", "june.sqlite"], "name the page to write", id="report to nowhere"),
        pytest.param(["report", "june.sqlite", "--html", "june.sqlite"], "would overwrite", id="report over its results"),
        pytest.param(["report", "june.sqlite", "--html", "no/such/a.html"], "there is no folder", id="report to no folder"),
        pytest.param(["report", "harbour.yaml", "--html", "a.html"], "is no results file", id="report of another file"),
        pytest.param(["report", "june.sqlite", "--report", "xlsx:a.xlsx"], "there is no format xlsx: choose one of csv,", id="unknown format"),
        pytest.param(["report", "june.sqlite", "--report", "html"], "--report html:audit.html", id="a page to the screen"),
        pytest.param(["report", "june.sqlite", "--report", "csv:june.sqlite"], "would overwrite", id="format over its results"),
        pytest.param(["report", "june.sqlite"], "--html audit.html; or a format", id="no format"),
        pytest.param(["letters", "june.sqlite"], "name a folder", id="letters to nowhere"),
        pytest.param(["letters", "june.sqlite", "may.sqlite"], "name one results file", id="letters of two"),
        pytest.param(["compare", "june.sqlite"], "name two results files", id="compare one"),
        pytest.param(["compare", "may.sqlite", "june.sqlite", "--format", "csv"], "choose one of terminal, json", id="compare as csv"),
        pytest.param(["export", "june.sqlite", "--format", "json"], "choose one of jsonl, csv, parquet", id="export as json"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_a_sentence(desk, arguments, says):
    done = run("audit", *arguments, cwd=desk)
    assert done.code in (2, 3)
    assert says in done.err
    assert len(done.err.splitlines()) == 1


def test_results_that_are_locked_by_another_program_are_told_of(tmp_path, monkeypatch):
    import sqlite3

    from licheck.audit import results
    from licheck.audit_reports.page import report
    from licheck.errors import LicheckError

    path = write(tmp_path / "a.sqlite", page("https://paper.example/1", found("byline")))
    monkeypatch.setattr(results, "_PATIENCE", 0.1)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LicheckError, match="another program is writing"):
        report(str(path), str(tmp_path / "a.html"))
    database.close()
