"""The results of an audit as a report of `licheck check`, for the formats that this has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from licheck.audit.results import called
from licheck.audit_reports import page
from licheck.audit_reports.reading import Asked, Book, book, finished, texts
from licheck.edge import files, publish
from licheck.edge.run import CheckOptions
from licheck.errors import OutputError, UsageError
from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report

if TYPE_CHECKING:
    from licheck.audit.results import Results

MOST = 10_000  # pages; such a report is held in memory, some 30 kB a page

Reports = tuple[tuple[str, str], ...]
"""Formats and files (empty: standard output)."""

_PAGE = "format, encoding, original, people, people_from, notes, original_from, story"
_FINDING = (
    "rule_set, requirement, verdict, reason, evidence, looked_in, belongs_at, belongs_at_line, remedy, fingerprint,"
    " excused"
)


def report(path: str, reports: Reports) -> int:
    """Write the results in `path` in these formats. Returns the exit code. Raises LicheckError.

    HTML is the audit's own page; all other formats are those of a check.
    """
    _require(path, reports)
    others = [(format, file) for format, file in reports if format != "html"]
    writes: list[Callable[[], object]] = []
    if others:
        with finished(path) as results:
            told = report_of(results)
        writes += [partial(publish.put, told, format, file, CheckOptions(())) for format, file in others]
    writes += [partial(page.report, path, file) for format, file in reports if format == "html"]
    if lost := [*filter(None, map(_lost, writes))]:
        raise OutputError("; ".join(map(str, lost)))
    return 0


def _lost(write: Callable[[], object]) -> OutputError | None:
    """Write one report; what keeps it from being written keeps no other from it."""
    try:
        write()
    except OutputError as error:
        return error
    return None


def report_of(results: Results) -> Report:
    """All pages and errors of results, in the order of the input. Raises UsageError where they are too many."""
    (counted,) = results.ask("SELECT (SELECT count(*) FROM pages) + (SELECT count(*) FROM errors)")
    if counted[0] > MOST:
        raise UsageError(
            f"{results.path} holds {counted[0]:,} pages, and these formats are for {MOST:,} at most: write html, which"
            " knows no such limit, or `licheck audit export` them as JSON lines or CSV"
        )
    known = book(results)
    (version,) = results.ask("SELECT licheck FROM run")
    return Report(tuple(_pages(results, known)), tuple(_errors(results)), str(version[0]))


def _pages(results: Results, known: Book) -> Iterator[PageReport]:
    sources = {str(name): str(source) for name, source in results.ask("SELECT id, source FROM rule_sets")}
    question = (
        f"SELECT number, address, {results.file_of('pages')}, path, at, {_PAGE} FROM pages ORDER BY number"  # noqa: S608
    )
    for number, address, file, path, at, *told in results.ask(question):
        format, encoding, original, people, people_from, notes, original_from, story = told
        applied = results.ask(
            "SELECT rule_set, chosen_by FROM applied WHERE page = ? ORDER BY rule_set", number
        )
        yield PageReport(
            file or called(address, "", path, at),  # where it can be looked at, an annotation can stand
            format,
            encoding,
            tuple(
                Chosen(name, known.publishers[name], by, sources[name], known.for_a_person.get(name, ()))
                for name, by in applied
            ),
            tuple(_findings(results, known, number)),
            original,
            texts(people),
            people_from,
            notes=texts(notes),
            original_from=original_from,
            story=story,
        )


def _findings(results: Results, known: Book, number: int) -> Iterator[Finding]:
    question = f"SELECT {_FINDING} FROM findings WHERE page = ? ORDER BY place"  # noqa: S608 - our own names
    for rule_set, requirement, *told in results.ask(question, number):
        yield _finding(known.asked[rule_set, requirement], *told)


def _finding(
    asked: Asked,
    verdict: str,
    reason: str,
    evidence: str,
    looked_in: str,
    belongs_at: str,
    line: int,
    remedy: str,
    fingerprint: str,
    excused: int,
) -> Finding:
    return Finding(
        asked.requirement,
        asked.kind,
        Level(asked.level),
        Verdict(verdict),
        reason,
        tuple(map(_evidence, json.loads(evidence))),
        texts(looked_in),
        Place(belongs_at, line) if belongs_at else None,
        remedy,
        asked.rule_set,
        asked.what,
        asked.source,
        fingerprint,
        known=bool(excused),
    )


def _evidence(told: dict[str, Any]) -> Evidence:
    return Evidence(
        str(told["text"]),
        int(told["line"]),
        int(told["column"]),
        Standing[str(told["standing"]).upper()],
        bool(told["counts"]),
        str(told["note"]),
        str(told["path"]),
    )


def _errors(results: Results) -> Iterator[ErrorEntry]:
    question = f"SELECT address, {results.file_of('errors')}, path, at, message FROM errors ORDER BY number"  # noqa: S608
    for *where, message in results.ask(question):
        yield ErrorEntry(called(*where), message)


def _require(path: str, reports: Reports) -> None:
    """Refuse, before any work is done, what cannot be written. Raises UsageError and OutputError."""
    from licheck.reports import formats

    publish.require_outputs(CheckOptions((path,), reports=reports))
    for format, file in reports:
        if format not in formats():
            raise UsageError(f"there is no format {format}: choose one of {', '.join(formats())}")
        if format == "html" and not file:
            raise UsageError(
                "an HTML page is nothing for a terminal: name a file, as in --report html:audit.html"
            )
        if file:
            files.require_writable(file)
