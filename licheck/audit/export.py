"""The results of an audit for other programs, one row after the other: JSON lines, CSV, Parquet.

A JSON line is a page with all its findings, or an error; CSV and Parquet have a row for each finding, and one for each
error. The rows come in the order of the input, and hold nothing of when or how the audit ran: two audits of the same
input give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby, islice
from typing import IO, Any

from licheck.audit.results import Results, open_results, sound
from licheck.edge import files, streams
from licheck.errors import UsageError
from licheck.reports.escape import csv_cell, json_document

MISSING = "Parquet is written with pyarrow, which is not installed: `pip install pyarrow`"

PAGE = (
    *(
        "id",
        "source",
        "path",
        "at",
        "address",
        "republisher",
        "site",
        "title",
        "date",
        "captured",
        "language",
    ),
    *(
        "format",
        "encoding",
        "original",
        "original_from",
        "story",
        "people",
        "people_from",
        "verdict",
        "fails",
        "notes",
        "file",
    ),
)
FINDING = (
    *("rule_set", "requirement", "level", "verdict", "reason", "evidence", "looked_in", "belongs_at"),
    *("belongs_at_line", "remedy", "fingerprint", "excused"),
)
# Columns of a row of CSV and Parquet.
FLAT = (
    *(
        "id",
        "path",
        "at",
        "address",
        "republisher",
        "title",
        "date",
        "captured",
        "language",
        "original",
        "publisher",
    ),
    *(
        "rule_set",
        "requirement",
        "kind",
        "level",
        "verdict",
        "excused",
        "reason",
        "remedy",
        "what",
        "source",
        "error",
        "file",
    ),
)
_JSON = ("people", "notes", "evidence", "looked_in")
_BOOLS = ("fails", "excused")
_AT_ONCE = 5_000  # rows of one piece of a Parquet file


def export(path: str, format: str, output: str) -> int:
    """Write the results in a file as `format` to a file, or (empty) to standard output. Returns the exit code."""
    if format == "parquet" and not output:
        raise UsageError("Parquet is nothing for a terminal: name a file with --output")
    if output:
        files.require_writable(output)
        if files.same(path, output):
            raise UsageError(f"--output {output} would overwrite the results: name another file")
    with open_results(path) as results, sound(path):
        write = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": _write_parquet}[format]
        if not output:
            for piece in _pieces(results, format):
                streams.write(piece, "utf-8")
        else:
            with files.whole(output) as file:
                write(results, file)
    return 0


def _pieces(results: Results, format: str) -> Iterator[str]:
    lines = _jsonl(results) if format == "jsonl" else _csv(results)
    while some := "".join(islice(lines, 500)):
        yield some


def records(results: Results) -> Iterator[dict[str, Any]]:
    """Pages (each with `findings` and `copies`) and errors (with `error`), in the order of the input."""
    yield from (record for _, record in merge(_pages(results), _errors(results), key=lambda one: one[0]))


def _pages(results: Results) -> Iterator[tuple[int, dict[str, Any]]]:
    pages = results.ask(f"SELECT number, {_columns(results, 'pages', PAGE)} FROM pages ORDER BY number")  # noqa: S608 - our own names
    findings = _by_page(results, f"SELECT page, {', '.join(FINDING)} FROM findings ORDER BY page, place")  # noqa: S608
    applied = _by_page(results, "SELECT page, rule_set, publisher, chosen_by, verdict, fails FROM applied JOIN rule_sets ON id = rule_set ORDER BY page, rule_set")  # fmt: skip
    copied = ("path", "at", "address", "captured", "file")
    columns = _columns(results, "copies", copied)
    copies = _by_page(results, f"SELECT page, {columns} FROM copies ORDER BY page, number")  # noqa: S608
    for number, *values in pages:
        page = _record(PAGE, values)
        page["rule_sets"] = [
            _record(("rule_set", "publisher", "chosen_by", "verdict", "fails"), row)
            for row in applied(number)
        ]
        page["findings"] = [_record(FINDING, row) for row in findings(number)]
        page["copies"] = [_record(copied, row) for row in copies(number)]
        yield number, page


def _columns(results: Results, table: str, names: Iterable[str]) -> str:
    return ", ".join(results.file_of(table) if name == "file" else name for name in names)


def _by_page(results: Results, question: str) -> Callable[[int], list[list[Any]]]:
    """Gives the rows of a page, which must be asked for in the order of the pages."""
    groups = groupby(results.ask(question), key=lambda row: row[0])
    ahead: list[tuple[int, list[list[Any]]]] = []

    def rows(number: int) -> list[list[Any]]:
        while not ahead or ahead[0][0] < number:
            ahead.clear()
            following = next(groups, None)
            if following is None:
                return []
            ahead.append((following[0], [list(row[1:]) for row in following[1]]))
        return ahead[0][1] if ahead[0][0] == number else []

    return rows


def _errors(results: Results) -> Iterator[tuple[int, dict[str, Any]]]:
    names = ("path", "at", "address", "error", "file")
    question = (
        f"SELECT number, path, at, address, message, {results.file_of('errors')} FROM errors ORDER BY number"  # noqa: S608
    )
    for number, *values in results.ask(question):
        yield number, _record(names, values)


def _record(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in zip(names, values, strict=True)}


def _value(name: str, value: Any) -> Any:
    if name in _JSON:
        return json.loads(value)
    return bool(value) if name in _BOOLS else value


def rows(results: Results) -> Iterator[dict[str, Any]]:
    """A row for each finding, and one for each error; all have the columns `FLAT`."""
    requirements = {
        (rule_set, requirement): {"kind": kind, "what": what, "source": source}
        for rule_set, requirement, kind, what, source in results.ask(
            "SELECT rule_set, requirement, kind, what, source FROM requirements"
        )
    }
    publishers = {str(name): told for name, told in results.ask("SELECT id, publisher FROM rule_sets")}
    empty: dict[str, Any] = {**dict.fromkeys(FLAT, ""), "excused": False}
    for record in records(results):
        if "error" in record:
            yield {**empty, **record}
        for finding in record.get("findings", ()):
            rule_set = finding["rule_set"]
            more = requirements[rule_set, finding["requirement"]]
            told = {**empty, **record, **finding, **more, "publisher": publishers[rule_set]}
            yield {name: told[name] for name in FLAT}


def _jsonl(results: Results) -> Iterator[str]:
    for record in records(results):
        yield json_document(json.dumps(record, ensure_ascii=False)) + "\n"


def _csv(results: Results) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(FLAT)
    for row in rows(results):
        writer.writerow([csv_cell(str(value)) for value in row.values()])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def _write_jsonl(results: Results, file: IO[bytes]) -> None:
    for line in _jsonl(results):
        file.write(line.encode("utf-8", "backslashreplace"))


def _write_csv(results: Results, file: IO[bytes]) -> None:
    for line in _csv(results):
        file.write(line.encode("utf-8", "backslashreplace"))


def _write_parquet(results: Results, file: IO[bytes]) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(MISSING) from error
    schema = pyarrow.schema(
        [(name, pyarrow.bool_() if name in _BOOLS else pyarrow.string()) for name in FLAT]
    )
    with parquet.ParquetWriter(file, schema) as writer:
        told = rows(results)
        while some := [*islice(told, _AT_ONCE)]:
            writer.write_table(pyarrow.Table.from_pylist(some, schema=schema))
