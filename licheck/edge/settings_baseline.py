"""`licheck baseline write` and `prune`: the failures that are there now, so that only new ones fail."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from licheck.edge import files, streams
from licheck.edge.cache_place import keeping
from licheck.edge.run import CheckOptions, Judged, run_plan
from licheck.edge.settings_find import shown
from licheck.edge.settings_finish import read_known
from licheck.edge.settings_plan import Plan, plan
from licheck.edge.workers import Workers
from licheck.errors import OutputError
from licheck.model.report import ErrorEntry, PageReport
from licheck.settings.baseline import Known, failures, pruned, written


class _Book(NamedTuple):
    """A baseline file and the pages that it is for; `root` is the folder that its pages are seen from."""

    path: str
    root: str
    pages: tuple[PageReport, ...]
    places: dict[str, str]


def keep_baselines(options: CheckOptions, *, prune: bool) -> int:
    """Write the baseline of each page's home, or take out of it what was mended. Returns the exit code.

    Nothing is written where a page could not be judged. Raises OutputError and UsageError.
    """
    with Workers() as workers:
        desk = keeping(workers, wanted=options.cache)
        planned = plan(options, desk)
        ran = run_plan(planned if prune else _with_baselines_that_are_there(planned), options, desk)
        errors = [*ran.report.errors]
        books = [*_books(ran.judged, ran.report.pages)]
        known = [_known(book, workers, errors) for book in books]
    if errors or not books:
        streams.say(*dict.fromkeys(map(_sentence, errors)))
        streams.say("no baseline was written" + ("" if errors else ": no page was checked"))
        return max((error.exit_code for error in errors), default=0 if ran.report.nothing_due else 3)
    for book, before in zip(books, known, strict=True):
        _write(book, before, _pruned(book, before) if prune else _all(book, before))
    return 0


def _with_baselines_that_are_there(planned: Plan) -> Plan:
    """A plan in which the baseline that a configuration names, and that is still to be written, is no error."""
    pages = (page if files.is_there(page.baseline) else page._replace(baseline="") for page in planned.pages)
    return planned._replace(pages=tuple(pages))


def _books(judged: Sequence[Judged], reports: Sequence[PageReport]) -> list[_Book]:
    """The pages by the baseline that they belong to."""
    finished = iter(reports)
    books: dict[str, _Book] = {}
    for planned, answer in judged:
        if answer.page is None:
            continue
        page = next(finished)
        book = books.get(planned.keeps) or _Book(planned.keeps, planned.root, (), {})
        place = planned.settled.place + page.path.removeprefix(planned.page)
        book.places[page.path] = place
        books[planned.keeps] = book._replace(pages=(*book.pages, page))
    return [*books.values()]


def _known(book: _Book, workers: Workers, errors: list[ErrorEntry]) -> tuple[Known, ...]:
    if not files.is_there(book.path):
        return ()
    known, wrong = read_known(book.path, workers)
    errors += wrong
    return known


def _all(book: _Book, known: Sequence[Known]) -> tuple[Known, ...]:
    """What fails now, and what is known of pages that were not checked."""
    checked = {*book.places.values()}
    others = (one for one in known if one.page not in checked and _exists(book, one.page))
    return (*others, *failures(book.pages, book.places))


def _pruned(book: _Book, known: Sequence[Known]) -> tuple[Known, ...]:
    return pruned(known, book.pages, book.places, lambda page: _exists(book, page))


def _exists(book: _Book, page: str) -> bool:
    return files.is_there(os.path.join(book.root, page.partition("#")[0]))


def _write(book: _Book, before: Sequence[Known], now: Sequence[Known]) -> None:
    old, new = {one.fingerprint for one in before}, {one.fingerprint for one in now}
    data = written(now)
    try:
        if not files.is_there(book.path) or files.read_input(book.path) != data:
            files.write_output(book.path, data)
    except OutputError as error:
        raise OutputError(str(error).replace("the report", "the baseline")) from error
    count = f"{len(new)} known failure{'s'[: len(new) != 1]}"
    change = f"{len(new - old)} new, {len(old - new)} mended or gone"
    streams.write(streams.harmless([f"{shown(book.path)}: {count} ({change})"]))


def _sentence(error: ErrorEntry) -> str:
    return error.message if error.message.startswith(f"{error.path}:") else f"{error.path}: {error.message}"
