"""For CI systems that show tests: JUnit's XML. A page is a test suite, a requirement is a test case in it.

There is no standard; this is the common ground of Jenkins, GitLab and GitHub's readers, written down in
https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from licheck.model.finding import Finding, Verdict
from licheck.model.report import ErrorEntry, PageReport, Report
from licheck.reports import Style
from licheck.reports._amiss import Weight, amiss, excuse, file_of, name_of, spot, told, weight
from licheck.reports._words import flat
from licheck.reports.escape import ci, terminal

_NO_XML = str.maketrans({"\ufffe": r"\ufffe", "\uffff": r"\uffff"})


def render(report: Report, _style: Style) -> str:
    """One document. Only what fails a run is a failure; doubts, waived and milder failures are skipped tests."""
    root = ET.Element("testsuites", name="licheck")
    for page in report.pages:
        _suite(root, page)
    for error in report.errors:
        _error(root, error)
    if not report.pages and not report.nothing_due:
        _error(root, ErrorEntry("licheck", "Nothing was checked: no page was read."))
    _count(root, root.iter("testcase"))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, page: PageReport) -> None:
    suite = ET.SubElement(root, "testsuite", name=_text(page.path))
    for finding in page.findings or amiss(page):
        _case(suite, page, finding)
    if not page.findings and not page.unsure:
        case = ET.SubElement(suite, "testcase", name="republication", classname=_text(page.path), time="0")
        reason = flat(page.reason) or "No rule set applies to it."
        ET.SubElement(case, "skipped", message=_text(f"{page.verdict.value}: {reason}"))
    _count(suite, suite.iter("testcase"))


def _case(suite: ET.Element, page: PageReport, finding: Finding) -> None:
    at = spot(page, finding)
    case = ET.SubElement(
        suite,
        "testcase",
        name=_text(name_of(finding)),
        classname=_text(page.path),
        file=_text(file_of(page)),
        line=str(at.line),
        time="0",
    )
    if finding.verdict is Verdict.PASSED:
        return
    if weight(page, finding) is Weight.ERROR:
        outcome = ET.SubElement(
            case, "failure", message=_text(flat(finding.reason)), type=finding.level.value
        )
    else:
        message = " ".join(filter(None, (f"{finding.verdict.value}:", flat(finding.reason), excuse(finding))))
        outcome = ET.SubElement(case, "skipped", message=_text(message))
    outcome.text = "\n".join(map(_text, told(page, finding)))


def _error(root: ET.Element, error: ErrorEntry) -> None:
    suite = ET.SubElement(root, "testsuite", name=_text(error.path))
    case = ET.SubElement(suite, "testcase", name="checked", classname=_text(error.path), time="0")
    element = ET.SubElement(
        case, "error", message=_text(flat(error.message)), type=f"exit code {error.exit_code}"
    )
    element.text = "\n".join(map(_text, error.message.split("\n")))
    _count(suite, [case])


def _count(element: ET.Element, cases: Iterable[ET.Element]) -> None:
    """Say at a suite how many of its tests came out how."""
    outcomes = [[child.tag for child in case] for case in cases]
    element.set("tests", str(len(outcomes)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(tag in tags for tags in outcomes)))
    element.set("time", "0")


def _text(text: str) -> str:
    """Text that XML can hold: all other control characters are shown already, as on a terminal."""
    return ci(terminal(text)).translate(_NO_XML)
