"""A name for each finding that stays the same when lines move and when other things on the page change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from licheck.model.finding import Finding
from licheck.model.report import PageReport

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL first, which takes 3 ms
except ImportError:  # another Python than CPython
    from hashlib import blake2b

_BYTES = 16  # 128 bits: no two of a billion findings share them


def fingerprinted(report: PageReport, place: str) -> PageReport:
    """The report with a fingerprint in each finding. `place` is the page's path, the same from wherever one looks.

    It is made of the rule set, the requirement, the story (the original's address or headline; where that is not
    known, `place`), where the thing belongs, and the passages on the page that were taken into account. No line
    or column goes into it, and nothing of the wording of messages.
    """
    story = f"original {report.story}" if report.story else f"page {normalize('NFC', place)}"
    return replace(
        report,
        findings=tuple(replace(one, fingerprint=_fingerprint(one, story)) for one in report.findings),
    )


def _fingerprint(finding: Finding, story: str) -> str:
    parts = (finding.rule_set, finding.requirement, story, *_passages(finding))
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=_BYTES).hexdigest()


def _passages(finding: Finding) -> Iterator[str]:
    if finding.belongs_at:
        yield finding.belongs_at.name
    for piece in finding.evidence:
        if piece.line and not piece.path and not piece.counts:
            yield " ".join(piece.text.split())
