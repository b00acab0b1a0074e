"""For code hosts and editors that read SARIF 2.1.0 (GitHub code scanning, Visual Studio Code).

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; section numbers below are its.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from licheck.model.finding import Evidence, Finding, Level, Verdict
from licheck.model.report import ErrorEntry, PageReport, Report
from licheck.patterns import pattern
from licheck.reports import Style
from licheck.reports._amiss import (
    Amiss,
    address,
    all_amiss,
    belongs,
    excuse,
    file_of,
    lines_of,
    name_of,
    spot,
    weight,
    worth,
)
from licheck.reports._words import flat
from licheck.reports.escape import json_document, terminal, uri, web_address

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_MISSES = 20  # passages told with one result
_ROOT = "%SRCROOT%"
_LEVELS = {Level.MUST: "error", Level.SHOULD: "warning", Level.MAY: "note"}
_PLACEHOLDER = pattern(r"\{([0-9]+)\}")
_DRIVE = pattern(r"[A-Za-z]:/")


def render(report: Report, _style: Style) -> str:
    """One run with a result for what failed and for what nobody could tell; the same report, the same bytes."""
    found = [*all_amiss(report)]
    rules = _rules(found)
    places = {rule["id"]: index for index, rule in enumerate(rules)}
    known = any(one.finding.known for one in found)
    run = {
        "tool": {"driver": {"name": "licheck", "version": terminal(report.version), "rules": rules}},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that licheck was started in."}}},
        "artifacts": [{"location": location} for location in _artifacts(report.pages)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places, known) for one in found],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_document(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _invocation(report: Report) -> dict[str, Any]:
    """Errors are told as what they are: troubles of the tool, not results."""
    sides = {code: [_notification(one) for one in report.errors if one.exit_code == code] for code in (2, 3)}
    return {
        "executionSuccessful": report.exit_code < 2,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": sides[3],
        "toolConfigurationNotifications": sides[2],
    }


def _notification(error: ErrorEntry) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": _message(error.message.split("\n"))}
    if error.path:
        place = {"physicalLocation": {"artifactLocation": _artifact(address(error.path))}}
        notification["locations"] = [place]
    return notification


def _artifacts(pages: Iterable[PageReport]) -> list[dict[str, Any]]:
    return [_artifact(file) for file in dict.fromkeys(map(file_of, pages)) if file]


def _artifact(path: str) -> dict[str, Any]:
    if path.startswith("/") or _DRIVE.match(path):
        return {"uri": f"file:///{uri(path.lstrip('/'))}"}
    return {"uri": uri(path), "uriBaseId": _ROOT}


def _rules(found: Sequence[Amiss]) -> list[dict[str, Any]]:
    def by_name(one: Amiss) -> str:
        return _rule_id(one.finding)

    return [_rule(name, [*ones]) for name, ones in groupby(sorted(found, key=by_name), by_name)]


def _rule_id(finding: Finding) -> str:
    return terminal(name_of(finding))


def _rule(name: str, found: Sequence[Amiss]) -> dict[str, Any]:
    finding = found[0].finding
    chosen = next((one for one in found[0].page.rule_sets if one.id == finding.rule_set), None)
    what = flat(finding.what) or f"{finding.requirement} ({finding.kind})"
    source = finding.source or (chosen.source if chosen else "")
    remedies = {one.finding.remedy for one in found}
    help_lines = [
        f"Asked for{f' by {flat(chosen.publisher)}' if chosen else ''}: {what}",
        f"It is a {finding.level.value}.",
        *([f"Source: {source}"] if source else []),
    ]
    if remedies != {""}:
        told = lines_of(finding.remedy) if len(remedies) == 1 else ["Each result says it."]
        help_lines += ["What would satisfy it:", *told]
    rule: dict[str, Any] = {
        "id": name,
        "shortDescription": _message([what]),
        "help": _message(help_lines),
        "defaultConfiguration": {"level": _LEVELS[finding.level]},
        "properties": {"tags": [terminal(finding.kind), finding.level.value]},
    }
    if web_address(source):
        rule["helpUri"] = source
    return rule


def _result(one: Amiss, places: dict[str, int], known: bool) -> dict[str, Any]:
    page, finding, key = one
    at = spot(page, finding)
    region = {"startLine": at.line, **({"startColumn": at.column} if at.column else {})}
    result: dict[str, Any] = {
        "ruleId": _rule_id(finding),
        "ruleIndex": places[_rule_id(finding)],
        "level": _level(page, finding),
        "message": _message(_told(finding)),
        "locations": [
            {"physicalLocation": {"artifactLocation": _artifact(at.file), "region": region}},
        ],
        "relatedLocations": [
            _related(page, passage, number) for number, passage in enumerate(finding.evidence[:_MISSES], 1)
        ],
        # GitHub tells results apart by the second, which it would else make from the text of the line.
        "partialFingerprints": {"licheck/v1": key, "primaryLocationLineHash": key},
        "suppressions": [_suppression(page, finding)] if finding.excused else [],
        "properties": {"verdict": finding.verdict.value, "level": finding.level.value},
    }
    if known:  # 3.27.24: for all results or for none
        result["baselineState"] = "unchanged" if finding.known else "new"
    return result


def _level(page: PageReport, finding: Finding) -> str:
    """That of the requirement; a doubt is a note: results of the kind `open` or `review` would be shown to nobody.

    What is excused keeps its level, since its suppression says the rest.
    """
    if finding.excused and finding.verdict is Verdict.FAILED:
        return _LEVELS[finding.level]
    return weight(page, finding).value


def _told(finding: Finding) -> list[str]:
    doubt = "Cannot tell: " if finding.verdict is Verdict.CANT_TELL else ""
    lines = [f"{doubt}{flat(finding.reason)}"]
    if finding.looked_in:
        lines.append(f"Looked in: {flat(', '.join(finding.looked_in))}")
    if finding.belongs_at:
        lines.append(belongs(finding))
    if finding.remedy:
        lines += ["What would satisfy it:", *lines_of(finding.remedy)]
    return lines


def _related(page: PageReport, passage: Evidence, number: int) -> dict[str, Any]:
    file = address(passage.path) if passage.path else file_of(page)
    place: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if passage.line:
        column = {"startColumn": passage.column} if passage.column else {}
        place["region"] = {"startLine": passage.line, **column}
    note = f": {flat(passage.note)}" if passage.note else ""
    text = f"“{flat(passage.text)}” ({worth(passage)}){note}"
    return {"id": number, "physicalLocation": place, "message": _message([text])}


def _suppression(page: PageReport, finding: Finding) -> dict[str, Any]:
    in_source = finding.waiver is not None and address(finding.waiver.path) == file_of(page)
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": terminal(excuse(finding)),
    }


def _message(lines: Iterable[str]) -> dict[str, str]:
    """Plain text in which nobody reads a placeholder (3.11.5) or a link (3.11.6)."""
    text = "\n".join(map(terminal, lines))
    if "](" in text:
        text = re.sub(r"[\[\]]", r"\\\g<0>", text)
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", text)}
