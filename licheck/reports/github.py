"""Annotations for GitHub Actions: workflow commands on standard output, one for each thing that is amiss.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; escaping as in
github.com/actions/toolkit, packages/core/src/command.ts. Forgejo and Gitea read the same commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licheck.model.report import Report
from licheck.reports import Style
from licheck.reports._amiss import Weight, address, all_amiss, counted, spot, title, told, weight
from licheck.reports.escape import ci, terminal

_COMMANDS = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, _style: Style) -> str:
    """A command per line, and the counts in the last one, which is for people."""
    lines = [*_findings(report), *_errors(report), ci(counted(report))]
    return "".join(f"{line}\n" for line in lines)


def _findings(report: Report) -> Iterator[str]:
    for page, finding, _ in all_amiss(report):
        at = spot(page, finding)
        column = {"col": str(at.column)} if at.column else {}
        properties = {"file": at.file, "line": str(at.line), **column, "title": title(finding)}
        yield _command(_COMMANDS[weight(page, finding)], properties, told(page, finding))


def _errors(report: Report) -> Iterator[str]:
    for error in report.errors:
        properties = {"file": address(error.path)} if error.path else {}
        yield _command("error", {**properties, "title": "not checked"}, error.message.split("\n"))
    if not report.pages and not report.nothing_due:
        yield _command("error", {"title": "nothing was checked"}, ["No page was read."])


def _command(name: str, properties: dict[str, str], lines: Iterable[str]) -> str:
    """One line. What a runner makes of it are lines of its log again, in which no other tool is to read a command."""
    data = "\n".join(ci(terminal(line)) for line in lines).translate(_DATA)
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{data}"


def _property(value: str) -> str:
    return ci(terminal(value).translate(_PROPERTY))
