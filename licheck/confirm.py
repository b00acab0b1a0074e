"""Two readings of a page, pure: what only one of them accuses is a doubt."""

from __future__ import annotations

from dataclasses import replace

from licheck.model.finding import Finding, Verdict
from licheck.model.report import PageReport


def failures(report: PageReport) -> frozenset[tuple[str, str]]:
    """The requirements that failed, by the ids of their rule set and their own."""
    failed = (one for one in report.findings if one.verdict is Verdict.FAILED)
    return frozenset((one.rule_set, one.requirement) for one in failed)


def confirm(first: PageReport, second: PageReport) -> PageReport:
    """The first reading's report; failures that a second, independent reading does not share become doubts.

    A failure stands when the second reading fails too (or cannot tell). Where it passes, or does
    not take the page for a republication at all, nobody is accused: the verdict is cant-tell, with both
    readings told.
    """
    others = {(finding.rule_set, finding.requirement): finding for finding in second.findings}
    findings = (_confirmed(one, others.get((one.rule_set, one.requirement))) for one in first.findings)
    return replace(first, findings=tuple(findings))


def _confirmed(finding: Finding, other: Finding | None) -> Finding:
    """A finding beside that of the second reading; None: that one did not apply the rule set."""
    stands = other is not None and other.verdict in (Verdict.FAILED, Verdict.CANT_TELL)
    if finding.verdict is not Verdict.FAILED or stands:
        return finding
    said = other.reason if other else "The page republishes no story of this publisher."
    theirs = (
        replace(piece, note=f"second reading: {piece.note or 'counts'}", counts=False)
        for piece in (other.evidence if other else ())
    )
    return replace(
        finding,
        verdict=Verdict.CANT_TELL,
        reason=f"Two readings of the page disagree. First: {finding.reason} Second: {said}",
        evidence=(*finding.evidence, *theirs),
    )
