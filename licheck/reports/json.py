"""The report for programs: one JSON document, described by `report-v1.schema.json` beside this module."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.report import Chosen, PageReport, Report
from licheck.model.waiver import Waiver
from licheck.reports import Style
from licheck.reports.escape import json_document

VERSION = 1  # of the shape: a key may be added within a version, none removed and none changed


def render(report: Report, _style: Style) -> str:
    """The report as JSON: same report, same bytes, whatever the style. Always encodable as UTF-8."""
    document = {
        "version": VERSION,
        "tool": {"name": "licheck", "version": report.version},
        "pages": [_page(page) for page in report.pages],
        "errors": [
            {"path": error.path, "message": error.message, "exit_code": error.exit_code}
            for error in report.errors
        ],
        "summary": _summary(report),
    }
    return json_document(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _summary(report: Report) -> dict[str, Any]:
    findings = Counter(finding.verdict for page in report.pages for finding in page.findings)
    return {
        "pages": len(report.pages),
        **{_key(verdict): report.counts[verdict] for verdict in Verdict},
        "findings": {_key(verdict): findings[verdict] for verdict in Verdict},
        "errors": len(report.errors),
        "exit_code": report.exit_code,
        "nothing_due": report.nothing_due,
    }


def _key(verdict: Verdict) -> str:
    return verdict.name.lower()


def _page(page: PageReport) -> dict[str, Any]:
    return {
        "path": page.path,
        "format": page.format,
        "encoding": page.encoding,
        "verdict": page.verdict.value,
        "reason": page.reason,
        "rule_sets": [_chosen(chosen) for chosen in page.rule_sets],
        "original": page.original or None,
        "original_from": page.original_from,
        "people": list(page.people),
        "people_from": page.people_from,
        "notes": list(page.notes),
        "findings": [_finding(page, finding) for finding in page.findings],
        "fails": page.fails,
    }


def _chosen(chosen: Chosen) -> dict[str, Any]:
    return {
        "id": chosen.id,
        "publisher": chosen.publisher,
        "chosen_by": chosen.chosen_by,
        "source": chosen.source,
        "for_a_person": list(chosen.for_a_person),
    }


def _finding(page: PageReport, finding: Finding) -> dict[str, Any]:
    place = finding.belongs_at
    return {
        "requirement": finding.requirement,
        "kind": finding.kind,
        "rule_set": finding.rule_set,
        "level": finding.level.value,
        "what": finding.what,
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "evidence": [_evidence(page, evidence) for evidence in finding.evidence],
        "looked_in": list(finding.looked_in),
        "belongs_at": {"name": place.name, "line": place.line} if place else None,
        "remedy": finding.remedy,
        "source": finding.source,
        "fingerprint": finding.fingerprint,
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "known": finding.known,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat(),
        "path": waiver.path,
        "line": waiver.line,
    }


def _evidence(page: PageReport, evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.text,
        "path": evidence.path or page.path,
        "line": evidence.line,
        "column": evidence.column,
        "standing": evidence.standing.name.lower(),
        "counts": evidence.counts,
        "note": evidence.note,
    }
