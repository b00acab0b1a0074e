"""The original that a job's page is held against: the one that the job names, or the one of a store that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from licheck.edge.opened import page_of
from licheck.edge.rule_files import rule_sets
from licheck.errors import InputError, LicheckError

if TYPE_CHECKING:
    from licheck.edge.jobs import Job, Source
    from licheck.edge.originals_judge import FromStore
    from licheck.model.original import Original
    from licheck.model.page import Page


def from_store_of(job: Job, page: Page) -> FromStore:
    """The original of a page, from the store that its job names. Raises InputError."""
    from licheck.edge.originals_judge import original_of_page

    try:
        return original_of_page(job.store, page, job.rules)
    except LicheckError as error:
        raise InputError(f"not checked: the store of originals ({job.store}): {error}") from error


def original_of(job: Job) -> Original:
    """The original that a job names. Raises LicheckError; where a page is to be held against it, InputError."""
    assert job.original
    try:
        return _read_once(job.original, job.rules)
    except LicheckError as error:
        if not job.page:
            raise
        raise InputError(f"not checked: the original ({job.original.name}) {error}") from error


_originals: dict[tuple[Source, tuple[str, ...]], Original] = {}


def _read_once(source: Source, rules: tuple[str, ...]) -> Original:
    """The original, kept for the next page that is held against it with the same rules."""
    if (source, rules) not in _originals:
        from licheck.lens import read_original

        _originals.clear()  # jobs come with one original after the other
        page = page_of(source)
        _originals[source, rules] = read_original(page, rule_sets(rules, page))
    return _originals[source, rules]
