"""Waivers beside findings: which finding each excuses, which have run out, and which excuse nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from licheck.model.finding import Finding, Verdict
from licheck.model.report import ErrorEntry, PageReport
from licheck.model.waiver import Waiver
from licheck.rulesets.words import closest, quote
from licheck.settings.effective import Grant
from licheck.settings.globs import inside, is_exact, matches
from licheck.text import fold

_NEEDS_IT = (Verdict.FAILED, Verdict.CANT_TELL)


def waive(
    pages: Sequence[PageReport],
    places: Mapping[str, str],
    grants: Sequence[Grant],
    today: date,
    *,
    whole: bool,
    exists: Callable[[str], bool],
) -> tuple[tuple[PageReport, ...], tuple[ErrorEntry, ...]]:
    """The pages with each waiver beside the findings that it is for, and an error for each that is of no use.

    `places` are the absolute paths of the pages (with `/`), by the path in the report. A waiver counts up to and
    on its last day. Whether one is of no use can be told only where all pages that it is for were checked:
    `whole` says that all republications were. `exists` tells whether an absolute path is there.
    """
    valid = [grant for grant in grants if grant.waiver.until >= today]
    waived = tuple(_page(page, places.get(page.path, page.path), valid) for page in pages)
    used = {finding.waiver for page in waived for finding in page.findings if finding.waiver}
    errors = [_entry(grant.waiver, _ran_out(grant.waiver)) for grant in grants if grant.waiver.until < today]
    for grant in valid:
        if grant.waiver not in used and _all_seen(grant, places, exists, whole=whole):
            errors.append(_entry(grant.waiver, _useless(grant, pages, places)))
    return waived, tuple(dict.fromkeys(errors))


def _page(page: PageReport, place: str, grants: Sequence[Grant]) -> PageReport:
    here = [grant.waiver for grant in grants if is_for(grant, page.path, place, page)]
    if not here:
        return page
    return replace(page, findings=tuple(_finding(finding, here) for finding in page.findings))


def _finding(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    if finding.verdict not in _NEEDS_IT:
        return finding
    for waiver in waivers:
        if waiver.requirement == finding.requirement and waiver.rule_set in ("", finding.rule_set):
            return replace(finding, waiver=waiver)
    return finding


def is_for(grant: Grant, path: str, place: str, page: PageReport | None = None) -> bool:
    """Whether a waiver is for a page; `place` is its absolute path. One for a story needs the page's report."""
    if grant.page:
        return grant.page == path
    if grant.glob:
        seen = inside(grant.folder, place)
        if seen is None or not matches(grant.glob, seen):
            return False
    if grant.story:
        return page is not None and fold(grant.story) in (fold(page.story), fold(page.original))
    return True


def _all_seen(grant: Grant, places: Mapping[str, str], exists: Callable[[str], bool], *, whole: bool) -> bool:
    """Whether every page that a waiver is for was checked, so that more of them would not help it."""
    if grant.page or whole:
        return True
    if grant.story or not is_exact(grant.glob):
        return False
    there = f"{grant.folder.rstrip('/')}/{grant.glob.strip('/').removeprefix('./')}"
    return there in places.values() or not exists(there)


def _ran_out(waiver: Waiver) -> str:
    return (
        f"the waiver of {quote(waiver.requirement)} ran out on {waiver.until.isoformat()}: meet the requirement,"
        " or have it granted again with a new `until`"
    )


def _useless(grant: Grant, pages: Sequence[PageReport], places: Mapping[str, str]) -> str:
    waiver = grant.waiver
    mine = [page for page in pages if is_for(grant, page.path, places.get(page.path, page.path), page)]
    known = {finding.requirement for page in mine for finding in page.findings}
    begin = f"the waiver of {quote(waiver.requirement)} matches nothing"
    if not mine:
        return f"{begin}: there is no such page or story; put it right, or take it out"
    if known and waiver.requirement not in known:
        meant = closest(waiver.requirement, known)
        hint = (
            f"did you mean {quote(meant)}?" if meant else "no requirement that was judged there is called so"
        )
        return f"{begin}: {hint}"
    return f"{begin}: the requirement is met there, or does not apply; take the waiver out"


def _entry(waiver: Waiver, message: str) -> ErrorEntry:
    return ErrorEntry(waiver.path, f"{waiver.path}:{waiver.line}: {message}", 2)


def days_left(waiver: Waiver, today: date) -> int:
    """How many days a waiver still counts, this one not counted in; below 0 where it has run out."""
    return (waiver.until - today).days


def by_end(grants: Sequence[Grant]) -> Iterator[Grant]:
    """The grants, those that end first before the others."""
    yield from sorted(grants, key=lambda grant: (grant.waiver.until, grant.waiver.path, grant.waiver.line))
