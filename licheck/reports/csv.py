"""For spreadsheets: a row for each requirement of each page (RFC 4180, UTF-8).

The file begins with a byte order mark, without which Excel takes UTF-8 for another encoding.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from licheck.model.finding import Finding
from licheck.model.report import ErrorEntry, PageReport, Report
from licheck.reports import Style
from licheck.reports._amiss import address, lines_of, passage_told, spot
from licheck.reports._words import WORDS, flat
from licheck.reports.escape import ci, csv_cell, terminal

COLUMNS = (
    "page",
    "line",
    "column",
    "verdict",
    "level",
    "rule set",
    "requirement",
    "kind",
    "reason",
    "asked for",
    "source",
    "looked in",
    "found",
    "belongs",
    "what would satisfy it",
    "waived until",
    "waived by",
    "waived because",
    "known",
    "original",
    "fingerprint",
)


def render(report: Report, _style: Style) -> str:
    """All rows under a row of names. A page to which nothing applies and an error have a row too."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in _rows(report))
    return f"\ufeff{out.getvalue()}"


def _rows(report: Report) -> Iterator[dict[str, str]]:
    for page in report.pages:
        if not page.findings:
            yield {"page": page.path, "verdict": WORDS[page.verdict], "reason": flat(page.reason)}
        for finding in page.findings:
            yield _finding(page, finding)
    yield from map(_error, report.errors)


def _finding(page: PageReport, finding: Finding) -> dict[str, str]:
    at = spot(page, finding)
    waiver = finding.waiver
    placed = bool(finding.evidence) or bool(finding.belongs_at)
    return {
        "page": page.path,
        "line": str(at.line) if placed else "",
        "column": str(at.column or ""),
        "verdict": WORDS[finding.verdict],
        "level": finding.level.value,
        "rule set": finding.rule_set,
        "requirement": finding.requirement,
        "kind": finding.kind,
        "reason": flat(finding.reason),
        "asked for": flat(finding.what),
        "source": finding.source,
        "looked in": flat(", ".join(finding.looked_in)),
        "found": "\n".join(passage_told(page, passage) for passage in finding.evidence),
        "belongs": flat(finding.belongs_at.name) if finding.belongs_at else "",
        "what would satisfy it": "\n".join(lines_of(finding.remedy)),
        "waived until": waiver.until.isoformat() if waiver else "",
        "waived by": flat(waiver.by) if waiver else "",
        "waived because": flat(waiver.reason) if waiver else "",
        "known": "yes" if finding.known else "",
        "original": page.original,
        "fingerprint": finding.fingerprint,
    }


def _error(error: ErrorEntry) -> dict[str, str]:
    return {"page": address(error.path), "verdict": "error", "reason": flat(error.message)}


def _cell(value: str) -> str:
    """Lines stay lines, but none stands empty before the others; none does anything to a terminal, a log or a spreadsheet."""
    return csv_cell("\n".join(ci(terminal(line)) for line in value.split("\n")).lstrip())
