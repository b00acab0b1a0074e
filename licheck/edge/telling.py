"""What a worker tells of a page, or of a store of originals, where nothing is to be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licheck.edge.held_against import original_of
from licheck.edge.opened import page_of
from licheck.edge.rule_files import rule_sets

if TYPE_CHECKING:
    from licheck.edge.jobs import Answer, Job
    from licheck.edge.originals_values import Taken


def told(job: Job, file: Answer) -> Answer:
    """The answer to a job that asks for words, or for an original's facts; `file` is what is to be said of its file."""
    if job.store and not job.page:
        return file._replace(told=_ready(job.store, whole=job.tell == "matches"))
    if job.tell == "take":
        return file._replace(taken=_take(job))
    if job.tell == "matches":
        return _matches(job, file)
    return file._replace(told=_changed(job) if job.original else _seen(job))


def _ready(store: str, *, whole: bool) -> tuple[str, ...]:
    """Open a store for the pages that follow. Returns what there is to say about it."""
    from licheck.edge.originals_find import finder

    return finder(store, whole=whole).notices


def _take(job: Job) -> Taken:
    from licheck.edge.originals_take import take

    assert job.page
    return take(job.page, job.rules)


def _matches(job: Job, file: Answer) -> Answer:
    from licheck.edge.originals_find import finder

    assert job.page
    page = page_of(job.page)
    matches = finder(job.store).matches(page, rule_sets(job.rules, page))
    return file._replace(matches=tuple(matches), told=(page.path,))


def _changed(job: Job) -> tuple[str, ...]:
    """What a page changed in its original, in words or (`tell="jsonl"`) as one JSON line."""
    from licheck.edge.changed import as_line, in_words
    from licheck.lens import compare

    assert job.page
    page, original = page_of(job.page), original_of(job)
    compared = compare(page, original, rule_sets(job.rules, page, original.page))
    return (as_line(compared),) if job.tell == "jsonl" else tuple(in_words(compared))


def _seen(job: Job) -> tuple[str, ...]:
    """What is seen on a page, in words or (`tell="jsonl"`) as one JSON line."""
    from datetime import UTC, datetime

    from licheck.edge.seen import as_line, in_words
    from licheck.read import read_page

    assert job.page
    reading = read_page(page_of(job.page), last_year=datetime.now(UTC).year + 1)
    return (as_line(reading),) if job.tell == "jsonl" else tuple(in_words(reading))
