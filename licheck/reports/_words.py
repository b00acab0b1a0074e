"""Words that the reports for people share, in whatever format they are written."""

from __future__ import annotations

from licheck.model.finding import Finding, Verdict
from licheck.patterns import pattern

WORDS = {
    Verdict.FAILED: "failed",
    Verdict.CANT_TELL: "cannot tell",
    Verdict.PASSED: "passed",
    Verdict.INAPPLICABLE: "inapplicable",
}
"""What people call a verdict, the worst first."""

_BLANKS = pattern(r"[ \t\r\n\f]+")


def flat(text: str) -> str:
    """A text in one line."""
    return _BLANKS.sub(" ", text).strip(" ")


def number_of(count: int, thing: str) -> str:
    """A number with its thing, in the plural where that is right."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def beside(finding: Finding) -> str:
    """What stands beside the verdict of a finding that is excused; empty for others."""
    return " (waived)" if finding.waiver else " (known)" if finding.known else ""
