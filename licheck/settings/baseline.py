"""The failures that were there before: a file of fingerprints, so that only new ones fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, Final, NamedTuple

from licheck.errors import Fault, RuleSetError
from licheck.model.finding import Finding, Verdict
from licheck.model.report import PageReport

NAME: Final = "licheck-baseline.json"

_VERSION: Final = 1
_ABOUT: Final = "Failures that are known: they do not fail a run. Made by `licheck baseline write`."
_WRONG: Final = "is no baseline of licheck: write it anew with `licheck baseline write`"


class Known(NamedTuple):
    """One known failure. Only `fingerprint` counts; the rest is for people, and `page` tells what to prune.

    `page` is seen from the folder of the baseline.
    """

    fingerprint: str
    page: str
    rule_set: str
    requirement: str


def read(path: str, data: bytes) -> tuple[Known, ...]:
    """The known failures in a file's bytes. Raises RuleSetError for what is no baseline."""
    try:
        document = json.loads(data)
        if document["version"] != _VERSION:
            raise ValueError
        return tuple(_known(one) for one in document["failures"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise RuleSetError([Fault(path, 1, 1, _WRONG)]) from None


def _known(one: Any) -> Known:
    known = Known(*(one[key] for key in Known._fields))
    if not all(isinstance(value, str) for value in known):
        raise ValueError
    return known


def written(known: Iterable[Known]) -> bytes:
    """The file: the same for the same failures, whatever their order, one of them a line."""
    rows = sorted({*known}, key=lambda one: (one.page, one.rule_set, one.requirement, one.fingerprint))
    lines = ",\n".join(f"    {json.dumps(one._asdict(), ensure_ascii=False)}" for one in rows)
    failures = f"[\n{lines}\n  ]" if rows else "[]"
    head = f'  "version": {_VERSION},\n  "about": {json.dumps(_ABOUT)},\n'
    return f'{{\n{head}  "failures": {failures}\n}}\n'.encode("utf-8", "replace")


def mark(page: PageReport, known: Set[str]) -> PageReport:
    """The page with those of its failures marked that the baseline has."""
    if not known:
        return page
    findings = (replace(one, known=True) if _is_known(one, known) else one for one in page.findings)
    return replace(page, findings=tuple(findings))


def _is_known(finding: Finding, known: Set[str]) -> bool:
    return finding.verdict in (Verdict.FAILED, Verdict.CANT_TELL) and finding.fingerprint in known


def failures(pages: Sequence[PageReport], places: Mapping[str, str]) -> Iterator[Known]:
    """What fails now and is not waived. `places` tells for each path how the baseline calls it."""
    for page in pages:
        for finding in page.findings:
            if page.fail_on.counts(finding) and not finding.waiver:
                place = places.get(page.path, page.path)
                yield Known(finding.fingerprint, place, finding.rule_set, finding.requirement)


def pruned(
    known: Sequence[Known],
    pages: Sequence[PageReport],
    places: Mapping[str, str],
    exists: Callable[[str], bool],
) -> tuple[Known, ...]:
    """The known failures that are still there: what was mended, and what stood in files that are gone, is left out.

    One in a page that was not checked stays. `exists` tells whether a page is there, as the baseline calls it.
    """
    still = {
        finding.fingerprint
        for page in pages
        for finding in page.findings
        if finding.verdict in (Verdict.FAILED, Verdict.CANT_TELL)
    }
    checked = {places.get(page.path, page.path) for page in pages}
    return tuple(
        one
        for one in known
        if one.fingerprint in still or (one.page not in checked and exists(one.page.partition("#")[0]))
    )
