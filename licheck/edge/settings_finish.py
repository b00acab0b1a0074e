"""What stands beside the verdicts of a run: the baseline, waivers, and what fails the run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge.jobs import Doing, Job
from licheck.edge.settings_find import shown, with_slashes
from licheck.model.report import ErrorEntry, FailOn, PageReport

if TYPE_CHECKING:
    from collections.abc import Set

    from licheck.edge.run import Judged
    from licheck.edge.settings_plan import Plan
    from licheck.settings.baseline import Known


class Finished(NamedTuple):
    """The pages as they are reported, and what is wrong with baselines and waivers."""

    pages: tuple[PageReport, ...]
    errors: tuple[ErrorEntry, ...]


def finish(plan: Plan, judged: Sequence[Judged], today: str, workers: Doing) -> Finished:
    """The pages of a run with what is known and what is waived."""
    pages = tuple(_fails(one) for one in judged)
    pages, unread = _with_known(pages, judged, workers)
    found = tuple(page for page in pages if page)
    if not plan.settings:
        return Finished(found, unread)
    from datetime import date

    from licheck.settings.effective import Grant, grants
    from licheck.settings.waive import waive

    own = [Grant(waiver, page=waiver.path) for _, answer in judged for waiver in answer.waivers]
    granted = [*own, *(grant for files in plan.settings for grant in grants(files))]
    places = {page.path: with_slashes(page.path) for page in found}
    day = date.fromisoformat(today)
    waived, useless = waive(found, places, granted, day, whole=plan.whole, exists=os.path.lexists)
    return Finished(waived, (*unread, *useless))


def _fails(judged: Judged) -> PageReport | None:
    """The page with what fails it."""
    page, fail_on = judged.answer.page, judged.planned.options.fail_on
    return replace(page, fail_on=FailOn(fail_on)) if page and fail_on else page


def _with_known(
    pages: tuple[PageReport | None, ...], judged: Sequence[Judged], workers: Doing
) -> tuple[tuple[PageReport | None, ...], tuple[ErrorEntry, ...]]:
    """The pages with what their baselines know, and what is wrong with baselines."""
    baselines = sorted({one.planned.baseline for one in judged if one.planned.baseline})
    if not baselines:
        return pages, ()
    from licheck.settings.baseline import mark

    read = {path: read_known(path, workers) for path in baselines}
    known: dict[str, Set[str]] = {
        path: {one.fingerprint for one in found} for path, (found, _) in read.items()
    }
    marked = (
        mark(page, known.get(one.planned.baseline, frozenset())) if page else None
        for page, one in zip(pages, judged, strict=True)
    )
    return tuple(marked), tuple(error for _, errors in read.values() for error in errors)


def read_known(path: str, workers: Doing) -> tuple[tuple[Known, ...], tuple[ErrorEntry, ...]]:
    """The known failures in a baseline, or what is wrong with it."""
    from licheck.edge.settings_read import ReadBaseline

    (answer,) = workers.run([Job(page=None, rules=(shown(path),), task=ReadBaseline(path))])
    return answer.result or (), answer.errors
