"""The results file: its tables are a promise to other programs, and its exports are safe where they land."""

import csv
import io
import json
import os
import sqlite3
import sys
from contextlib import closing

import pytest
from archives import packed, response
from commandline import FAILING, PASSING, RULES, run

from licheck.audit import export
from licheck.audit.progress import EVERY, Progress
from licheck.audit.results import make, open_results
from licheck.audit.tables import APPLICATION, VERSION
from licheck.edge import files
from licheck.errors import InputError, LicheckError, UsageError

TABLES = {
    "run": "id licheck sources settings started finished",
    "progress": "id source path token stamp number",
    "counts": "what count",
    "pages": "number id source path at address republisher site title date captured language format encoding original original_from story people people_from verdict fails notes file",
    "applied": "page rule_set chosen_by verdict fails",
    "findings": "page place rule_set requirement level verdict reason evidence looked_in belongs_at belongs_at_line remedy fingerprint excused",
    "copies": "number page source path at address captured file",
    "errors": "number source path at address message file",
    "rule_sets": "id publisher source for_a_person",
    "requirements": "rule_set requirement kind level what source source_read",
    "seen": "key page at",
    "failures": "id page address path at republisher publisher rule_set requirement kind level what reason remedy title date month original file",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An audit of three pages, one of them the same as another, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("results")
    (folder / "harbour.yaml").write_text(RULES)
    formula = FAILING.replace("Tide gate opened by hand", "=HYPERLINK(1)\u202e")
    records = packed(
        response(1, PASSING.encode()),
        response(2, formula.encode()),
        response(3, b""),
        response(1, PASSING.encode()),
    )
    (folder / "a.warc.gz").write_bytes(b"".join(records))
    assert run("audit", "a.warc.gz", "--rules", "harbour.yaml", "--output", "a.sqlite", cwd=folder).code == 3
    return folder


def test_the_tables_and_their_columns_are_those_that_are_promised(desk):
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        ]
        found = {
            name: " ".join(row[1] for row in database.execute(f"PRAGMA table_info({name})")) for name in names
        }
        assert database.execute("PRAGMA user_version").fetchone() == (VERSION,) == (1,)
        assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert found == TABLES


def test_the_tables_are_described_in_the_documentation(request):
    page = (request.config.rootpath / "docs/audit.md").read_text("utf-8")
    for table, columns in TABLES.items():
        if table == "seen":
            continue
        assert f"`{table}`" in page
        section = page.split(f"**`{table}`**", 1)[1].split("\n**`", 1)[0]
        missing = [column for column in columns.split() if f"`{column}`" not in section]
        assert not missing, (table, missing)


def test_the_view_of_failures_has_a_line_for_each_requirement_that_a_page_fails(desk):
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        rows = database.execute(
            "SELECT address, publisher, requirement, kind, level, month FROM failures"
        ).fetchall()
    assert rows == [
        ("https://one.example/2", "Harbour Lane News", "credit_line", "credit_line", "must", "2026-11")
    ]


def exported(desk, format):
    end = run("audit", "export", "a.sqlite", "--format", format, "--output", f"out.{format}", cwd=desk)
    assert end.code == 0, end.err
    return (desk / f"out.{format}").read_bytes()


def test_json_lines_hold_every_page_with_its_findings_and_every_error(desk):
    data = exported(desk, "jsonl")
    first, second, third = map(json.loads, data.splitlines())
    assert (first["address"], first["verdict"], first["findings"][0]["verdict"]) == (
        "https://one.example/1",
        "passed",
        "passed",
    )
    assert [copy["at"] for copy in first["copies"]] == [second["at"] and first["copies"][0]["at"]]
    assert (second["fails"], second["rule_sets"][0]["publisher"]) == (True, "Harbour Lane News")
    assert third["error"] == "is empty"
    assert "\u202e" not in data.decode()
    assert run("audit", "export", "a.sqlite", cwd=desk).out == data


def test_csv_has_a_row_for_each_finding_and_no_formulas(desk):
    data = exported(desk, "csv")
    rows = [*csv.DictReader(io.StringIO(data.decode()))]
    assert [(row["address"], row["verdict"], row["error"]) for row in rows] == [
        ("https://one.example/1", "passed", ""),
        ("https://one.example/2", "failed", ""),
        ("https://one.example/3", "", "is empty"),
    ]
    assert rows[1]["title"].startswith("'=HYPERLINK")
    assert run("audit", "export", "a.sqlite", "--format", "csv", cwd=desk).out == data


def test_parquet_holds_the_rows_of_the_csv(desk):
    parquet = pytest.importorskip("pyarrow.parquet")
    exported(desk, "parquet")
    table = parquet.read_table(desk / "out.parquet")
    assert table.column_names == [*export.FLAT]
    assert table.column("verdict").to_pylist() == ["passed", "failed", ""]


def test_without_pyarrow_a_sentence_says_what_to_install(desk, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install pyarrow"):
        export.export(str(desk / "a.sqlite"), "parquet", str(desk / "x.parquet"))
    assert not (desk / "x.parquet").exists()


REFUSED = [
    pytest.param(("export",), "name one results file", id="no file"),
    pytest.param(("export", "none.sqlite"), "no results", id="none there"),
    pytest.param(("export", "harbour.yaml"), "no results file", id="another file"),
    pytest.param(("export", "a.sqlite", "--output", "a.sqlite"), "overwrite", id="over itself"),
    pytest.param(("export", "a.sqlite", "--format", "parquet"), "--output", id="parquet on the screen"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_an_export_that_cannot_be_is_refused_with_a_sentence(desk, arguments, says):
    end = run("audit", *arguments, cwd=desk)
    assert end.code == 2
    assert says in end.err


def test_results_of_a_newer_version_are_left_alone(desk, tmp_path):
    path = tmp_path / "new.sqlite"
    path.write_bytes((desk / "a.sqlite").read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(UsageError, match="newer version"):
        open_results(str(path))


def test_damaged_results_are_told(desk, tmp_path):
    data = bytearray((desk / "a.sqlite").read_bytes())
    data[4096 : len(data) // 2] = bytes(len(data) // 2 - 4096)
    (tmp_path / "bad.sqlite").write_bytes(data)
    with pytest.raises((InputError, LicheckError)), open_results(str(tmp_path / "bad.sqlite")) as results:
        [*export.records(results)]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("UPDATE findings SET evidence = 'no JSON'", id="no JSON"),
        pytest.param(f"UPDATE pages SET notes = '{'[' * 100_000}'", id="deep JSON"),
        pytest.param("DELETE FROM requirements", id="findings of nothing"),
        pytest.param("UPDATE run SET sources = '{', settings = '['", id="no settings"),
        pytest.param("DROP TABLE findings", id="no table"),
    ],
)
@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_an_export_of_rows_that_no_audit_wrote_ends_with_a_sentence(desk, tmp_path, damage, format):
    path = tmp_path / "bad.sqlite"
    path.write_bytes((desk / "a.sqlite").read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute(damage)
        database.commit()
    end = run("audit", "export", str(path), "--format", format, cwd=desk)
    if damage.startswith("DELETE") and format == "jsonl":
        assert end.code == 0, "lines of JSON hold the findings alone"
    else:
        assert end.code == 3
        assert end.err.startswith(f"licheck: {path}: the results ")
    assert "Traceback" not in end.err
    assert "at fault" not in end.err


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals of one's own here")
def test_a_device_is_written_to_and_not_replaced():
    mine, theirs = os.openpty()
    try:
        with files.whole(os.ttyname(theirs)) as file:
            file.write(b"id,path")
        assert os.read(mine, 100) == b"id,path"
        assert os.isatty(theirs)
    finally:
        os.close(mine)
        os.close(theirs)


@pytest.mark.skipif(os.name == "nt", reason="standard output has no name here")
def test_the_name_of_standard_output_is_standard_output_also_where_that_is_a_pipe():
    reading, writing = os.pipe()
    kept = os.dup(1)
    os.dup2(writing, 1)
    try:
        with files.whole("/dev/stdout") as file:
            file.write(b"id,path")
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(writing)
    assert os.read(reading, 100) == b"id,path"
    os.close(reading)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("what", [("export", "--output"), ("report", "--html"), ("compare", "--output")])
def test_a_named_pipe_is_refused_and_not_replaced(desk, tmp_path, what):
    command, option = what
    (desk / "b.sqlite").write_bytes((desk / "a.sqlite").read_bytes())
    results = ["a.sqlite", "b.sqlite"] if command == "compare" else ["a.sqlite"]
    os.mkfifo(tmp_path / "pipe")
    end = run("audit", command, *results, option, str(tmp_path / "pipe"), cwd=desk)
    assert (end.code, "is a named pipe" in end.err) == (3, True)
    assert (tmp_path / "pipe").is_fifo()


def test_an_export_keeps_the_permissions_and_the_link_of_the_file_that_it_replaces(desk, tmp_path):
    (tmp_path / "there.csv").write_text("before")
    (tmp_path / "there.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("there.csv")
    assert (
        run(
            "audit", "export", "a.sqlite", "--format", "csv", "--output", str(tmp_path / "link.csv"), cwd=desk
        ).code
        == 0
    )
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "there.csv").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "there.csv").read_text("utf-8").startswith("id,path")


def test_results_are_not_made_where_there_is_no_folder(tmp_path):
    with pytest.raises(LicheckError, match="no folder"):
        make(str(tmp_path / "none" / "a.sqlite"), [], {})


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_without_a_terminal_a_line_a_minute_tells_pages_rate_and_failures(capsys):
    clock = Clock()
    counts = {"pages": 0, "failed": 0, "unread": 0}
    with Progress(lambda: 1, clock=clock) as progress:
        for second in range(150):
            clock.now += 1
            counts |= {"pages": second * 10, "failed": second, "unread": 2}
            progress.show(counts, 0)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "590 pages, 10 a second, 59 with failures, 2 unread",
        "1,190 pages, 10 a second, 119 with failures, 2 unread",
    ]
    assert EVERY == 60


def test_quiet_means_no_word(capsys):
    clock = Clock()
    with Progress(lambda: 1, quiet=True, clock=clock) as progress:
        for _ in range(200):
            clock.now += 1
            progress.show({"pages": 1, "failed": 0, "unread": 0}, 0)
    assert capsys.readouterr().err == ""


def test_on_a_terminal_a_bar_shows_the_same_and_the_time_left(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "150")
    clock = Clock()
    with Progress(lambda: 1000, clock=clock) as progress:
        for done in range(0, 1000, 100):
            clock.now += 1
            progress.show({"pages": done, "failed": 3, "unread": 0}, done)
    assert "3 with failures" in screen.getvalue()
