"""Code quality report for GitLab's merge requests: one JSON array.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from licheck.model.report import ErrorEntry, Report
from licheck.reports import Style
from licheck.reports._amiss import Amiss, Weight, address, all_amiss, excuse, name_of, spot, title, weight
from licheck.reports._words import flat
from licheck.reports.escape import json_document, json_safe, terminal

_SEVERITIES = {Weight.ERROR: "major", Weight.WARNING: "minor", Weight.NOTE: "info"}


def render(report: Report, _style: Style) -> str:
    """An entry for each finding that failed or that nobody could tell, and for each error."""
    entries = [*map(_entry, all_amiss(report))]
    entries += [_error(number, error) for number, error in enumerate(report.errors)]
    return json_document(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(one: Amiss) -> dict[str, Any]:
    at = spot(one.page, one.finding)
    said = " ".join(filter(None, (flat(one.finding.reason), excuse(one.finding))))
    return {
        "description": terminal(f"{title(one.finding)}: {said}"),
        "check_name": terminal(name_of(one.finding)),
        "fingerprint": one.key,
        "severity": _SEVERITIES[weight(one.page, one.finding)],
        "location": {"path": terminal(at.file), "lines": {"begin": at.line}},
    }


def _error(number: int, error: ErrorEntry) -> dict[str, Any]:
    named = f"error\0{number}\0{error.path}\0{error.message}"
    return {
        "description": terminal(f"not checked: {flat(error.message)}"),
        "check_name": "not checked",
        "fingerprint": sha256(json_safe(named).encode()).hexdigest()[:32],
        "severity": "critical",
        "location": {"path": terminal(address(error.path)), "lines": {"begin": 1}},
    }
