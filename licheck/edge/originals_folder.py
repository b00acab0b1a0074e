"""A plain folder of originals, used as a store is: a store of what is in it is made in licheck's cache, and made again
whenever a file in the folder is another one. Where nothing changed, the files are only looked at.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge.cache_hash import joined
from licheck.edge.cache_place import VARIABLE, cache_folder
from licheck.edge.cache_program import program
from licheck.edge.cache_stamps import Digests
from licheck.edge.jobs import failed
from licheck.edge.settings_find import PAGES
from licheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from licheck.edge.jobs import Doing
    from licheck.model.report import ErrorEntry

_ERRORS = "errors.json"  # beside the store: what could not be taken, told each time
_OLD = 86_400  # seconds after which a store that nobody used goes


class Held(NamedTuple):
    """The folder of a store, and what is wrong with originals that should be in it."""

    store: str
    errors: tuple[ErrorEntry, ...] = ()


def files_below(folder: str) -> Iterator[str]:
    """All files in a folder and below it, in a fixed order. What begins with a dot is nobody's original; links to
    folders are not followed.
    """
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))


def store_of(folder: str, workers: Doing) -> Held:
    """The store of what is in a plain folder, made if it is not there. Raises LicheckError."""
    kept = cache_folder()
    if not kept:
        raise UsageError(
            f"a folder of originals needs a place for what was read in it, and {VARIABLE} says that there is none:"
            " use a store (`licheck originals add`)"
        )
    found = [path for path in files_below(folder) if path.lower().endswith(PAGES)]
    if not found:
        raise InputError("holds no file in a format that licheck reads")
    # Originals are called what they are called from here, and another licheck may read them otherwise.
    whose = joined(
        os.path.abspath(folder).encode("utf-8", "surrogateescape"), os.fsencode(os.getcwd()), _code()
    )
    home = os.path.join(kept, "originals", whose)
    place = os.path.join(home, _state(found))
    if not os.path.isdir(place):
        _make(folder, home, place, workers)
    with suppress(OSError):
        os.utime(place)
    return Held(place, tuple(failed(*one) for one in _errors(place)))


def _code() -> bytes:
    try:
        return program().encode()
    except OSError:
        return b""


def _state(paths: Sequence[str]) -> str:
    """All files with their names and bytes, in short."""
    digests = Digests()
    return joined(*(f"{path} {digests.of_any(path)}".encode("utf-8", "surrogateescape") for path in paths))


def _errors(place: str) -> list[tuple[str, str, int]]:
    try:
        with open(os.path.join(place, _ERRORS), encoding="utf-8") as file:
            return [(str(path), str(message), int(code)) for path, message, code in json.load(file)]
    except (OSError, ValueError, TypeError):
        return []


def _make(folder: str, home: str, place: str, workers: Doing) -> None:
    """Make the store beside its place, then put it there at once: another run sees all of it or nothing."""
    from shutil import rmtree

    beside = f"{place}.{os.getpid()}"
    try:
        os.makedirs(home, mode=0o700, exist_ok=True)
        _fill(folder, beside, workers)
        with suppress(OSError):  # another run was faster
            os.rename(beside, place)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise InputError(f"could not be kept in {home}: {why}") from error
    finally:
        rmtree(beside, ignore_errors=True)
    for old in _unused(os.path.dirname(home)):
        rmtree(old, ignore_errors=True)


def _fill(folder: str, store: str, workers: Doing) -> None:
    from licheck.edge.originals_add import Adding
    from licheck.edge.originals_write import Writer

    with Writer(store, make=True) as writer:
        outcome = Adding(writer, workers, "").run([folder])
    with open(os.path.join(store, _ERRORS), "w", encoding="utf-8") as file:
        json.dump([(one.path, one.message, one.exit_code) for one in outcome.errors], file)


def _unused(originals: str) -> Iterator[str]:
    """Stores of folders as they were once, which no run has used for a day."""
    oldest = time.time() - _OLD
    with suppress(OSError):
        for home in os.scandir(originals):
            for store in os.scandir(home.path):
                if store.stat().st_mtime < oldest:
                    yield store.path
