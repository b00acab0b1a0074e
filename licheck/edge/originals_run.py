"""What each word of `licheck originals` does. All functions return the exit code and raise LicheckError."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from licheck.edge import originals_tell as tell
from licheck.edge import rulebook, streams
from licheck.edge.jobs import Answer, Job
from licheck.edge.originals_place import DATABASE, folder_to_make, store_folder
from licheck.edge.originals_store import Row, Store
from licheck.edge.run import read_pages
from licheck.edge.workers import Workers
from licheck.errors import UsageError
from licheck.model.report import ErrorEntry
from licheck.originals.named import store_address

_LARGEST = 1 << 40  # of a number that somebody types


def add(names: Sequence[str], folder: str, read_as: str, format: str) -> int:
    """Add originals from files and folders; the store is made if it is not there."""
    from licheck.edge.originals_add import Adding
    from licheck.edge.originals_write import Writer

    place = folder_to_make(folder)
    with Workers() as workers, Writer(place, make=True) as writer:
        outcome = Adding(writer, workers, read_as).run(names)
        count = writer.store.count()
    streams.say(*outcome.notices, *map(_sentence, outcome.errors))
    if format == "json":
        _document(tell.added_json(outcome, place, count))
    else:
        _lines(tell.added(outcome, place, count))
    return _worst(outcome.errors)


def find(pages: tuple[str, ...], folder: str, read_as: str, format: str) -> int:
    """Tell which originals the text of each page comes from."""
    place = _there(folder)
    common = Job(page=None, rules=rulebook.ALL, store=place, tell="matches")
    with Workers() as workers:
        (ready,) = workers.run([common])
        streams.say(*ready.trace.splitlines(), *ready.told)
        if ready.errors:
            streams.say(*map(_sentence, ready.errors))
            return _worst(ready.errors)
        answers = read_pages(pages, common, read_as, workers)
    errors = [error for answer in answers for error in answer.errors]
    streams.say(*map(_sentence, errors))
    judged = [answer for answer in answers if answer.matches is not None]
    if format == "json":
        _document({"store": place, "pages": [*map(_page, judged)], "errors": tell.errors_json(errors)})
    else:
        _lines(line for answer in judged for line in tell.found(answer.told[0], answer.matches or ()))
    return _worst(errors)


def _page(answer: Answer) -> dict[str, Any]:
    return {"path": answer.told[0], "originals": [*map(tell.match_json, answer.matches or ())]}


def list_all(folder: str, format: str) -> int:
    """List the originals of a store."""
    place = _there(folder)
    with Store(place) as store:
        rows = [*store.rows()]
    if format == "json":
        _document({"store": place, "originals": [*map(tell.row_json, rows)]})
    else:
        _lines(tell.listed(rows, place))
    return 0


def show(names: Sequence[str], folder: str, format: str) -> int:
    """Show all that is known of some originals."""
    place = _there(folder)
    with Store(place) as store:
        rows, errors = _named(store, names)
    streams.say(*map(_sentence, errors))
    if format == "json":
        _document(
            {"store": place, "originals": [*map(tell.row_json, rows)], "errors": tell.errors_json(errors)}
        )
    else:
        _lines(line for row in rows for line in tell.in_full(row))
    return _worst(errors)


def remove(names: Sequence[str], folder: str, format: str) -> int:
    """Remove some originals; none of them where one of the names stands for nothing."""
    from licheck.edge.originals_write import Writer

    place = _there(folder)
    with Writer(place) as writer:
        rows, errors = _named(writer.store, names)
        if not errors:
            writer.remove([row.number for row in rows])
        count = writer.store.count()
        streams.say(*writer.notices, *map(_sentence, errors))
    gone = [] if errors else rows
    if format == "json":
        removed = [*map(tell.row_json, gone)]
        _document(
            {"store": place, "removed": removed, "originals": count, "errors": tell.errors_json(errors)}
        )
    else:
        _lines(
            [*(f"removed {row.number}: {row.card.title or row.card.path}" for row in gone), f"{count:,} left"]
        )
    return _worst(errors)


def _named(store: Store, names: Sequence[str]) -> tuple[list[Row], list[ErrorEntry]]:
    """The originals that numbers, paths and addresses stand for, each once, and errors for the other names."""
    numbers: dict[int, None] = {}
    errors: list[ErrorEntry] = []
    for name in names:
        found = _numbers(store, name)
        if not found:
            why = "stands for no original of the store: `licheck originals list` shows their numbers"
            errors.append(ErrorEntry(name, why, UsageError.exit_code))
        numbers |= dict.fromkeys(found)
    return [*store.rows([*numbers])], errors


def _numbers(store: Store, name: str) -> list[int]:
    if name.isascii() and name.isdecimal() and int(name) < _LARGEST:
        return [row.number for row in store.rows([int(name)])]
    at = store_address(name)
    return store.named("path", [name]).get(name) or store.named("address", [at]).get(at, [])


def _there(folder: str) -> str:
    """The folder of the store. Raises UsageError where there is none at all."""
    place = store_folder(folder)
    if not place:
        raise UsageError(
            f"there is no store of originals here ({DATABASE} in .licheck/originals of this folder or one above it):"
            " `licheck originals add FILE` makes one, --store FOLDER names another"
        )
    return place


def _lines(lines: Iterable[str]) -> None:
    streams.write(streams.harmless(line for text in lines for line in text.split("\n")))


def _document(document: dict[str, Any]) -> None:
    from licheck.reports.escape import json_document

    streams.write(json_document(json.dumps(document, ensure_ascii=False, indent=2)) + "\n", "utf-8")


def _worst(errors: Iterable[ErrorEntry]) -> int:
    return max((error.exit_code for error in errors), default=0)


def _sentence(error: ErrorEntry) -> str:
    return f"{error.path}: {error.message}"
