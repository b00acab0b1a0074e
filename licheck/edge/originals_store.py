"""The store of originals: a folder with an SQLite database, which has everything, and the index made from it.

    originals.sqlite    files as they were read, facts, words and fingerprints; the names of the index's segments
    index/              the segments (`licheck.edge.originals_index`)

The database decides what is true: a segment counts once a transaction has named it, and whoever finds one missing
or damaged makes the index again. Its locks order those who write at the same time.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from licheck.edge.originals_code import card_of, inflated
from licheck.edge.originals_index import Damaged, Named, Segment, entries_of, in_memory, open_segment
from licheck.edge.originals_place import DATABASE
from licheck.errors import InputError, LicheckError, OutputError, UsageError
from licheck.originals.card import Card
from licheck.originals.fingerprint import VERSION as PRINTS
from licheck.originals.fingerprint import Print, numbers_in
from licheck.originals.scoring import Size

VERSION = 1  # of the database
APPLICATION = 0x6C69636B  # "lick", in the file's head: `file` and we know it by that
INDEX = "index"

_PATIENCE = 10  # seconds that another process may keep the store locked while we want to read
_ROWS = 500  # values in one question
_TRIES = 3  # times the index can change under us before we call that a fault

_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    5,
    8,
    10,
    11,
    13,
    14,
    26,
)  # sqlite.org/rescode.html


class Row(NamedTuple):
    """An original of the store."""

    number: int
    card: Card


class Place(NamedTuple):
    """Where an original stands: the number of its file in the store, and of the story in it (0: all of it)."""

    file: int
    story: int


class Stored(NamedTuple):
    """A file with originals: its name, its bytes, and the format that it is to be read as (empty: it tells)."""

    name: str
    data: bytes
    format: str


class Store:
    """A store, open for reading.

    Raises UsageError where there is none or a newer licheck made it, InputError where it cannot be read.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.database = connect(folder)
        try:
            with told(folder):
                require_ours(self.database, folder)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it."""
        self.database.close()

    def wait_for(self, seconds: float = _PATIENCE) -> None:
        """How long another process that writes is waited for."""
        self.database.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def ask(self, question: str, *values: object) -> list[Any]:
        """The rows that answer a question in SQL. Raises LicheckError."""
        try:
            return self.database.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise in_words(self.folder, error) from error

    def prints(self) -> int:
        """The version of its fingerprints."""
        return int(self.ask("SELECT prints FROM about")[0][0])

    def count(self) -> int:
        """How many originals it has."""
        return int(self.ask("SELECT count(*) FROM originals")[0][0])

    def rows(self, numbers: Sequence[int] | None = None) -> Iterator[Row]:
        """The originals of these numbers in their order, or all; those that are gone are left out."""
        if numbers is None:
            for number, facts in self.ask("SELECT id, facts FROM originals ORDER BY id"):
                yield Row(number, card_of(facts))
            return
        for number in numbers:
            for (facts,) in self.ask("SELECT facts FROM originals WHERE id = ?", number):
                yield Row(number, card_of(facts))

    def prints_of(self, numbers: Sequence[int]) -> dict[int, tuple[Size, Print]]:
        """The fingerprints of originals, and how much of each is in the index; those that are gone are left out."""
        question = "SELECT id, kept, sparse, density, prints FROM originals WHERE id IN (%s)"
        return {
            number: (Size(kept, sparse, density), Print(numbers_in(data), density))
            for number, kept, sparse, density, data in self._for_each(question, numbers)
        }

    def named(self, kind: str, values: Sequence[str]) -> dict[str, list[int]]:
        """Value -> the originals that have it as `kind` (address, counter, path), the newest first."""
        question = "SELECT value, original FROM names WHERE kind = ? AND value IN (%s) ORDER BY original DESC"
        found: dict[str, list[int]] = {}
        for value, original in self._for_each(question, values, kind):
            found.setdefault(value, []).append(original)
        return found

    def _for_each(self, question: str, values: Sequence[object], *first: object) -> Iterator[Any]:
        for start in range(0, len(values), _ROWS):
            some = values[start : start + _ROWS]
            yield from self.ask(question % ",".join("?" * len(some)), *first, *some)

    def hosts(self) -> frozenset[str]:
        """The hosts that originals have their addresses on."""
        return frozenset(host for (host,) in self.ask("SELECT host FROM hosts"))

    def words(self, number: int) -> list[bytes]:
        """The words of an original by which it is found."""
        return [word for (data,) in self.ask("SELECT text FROM originals WHERE id = ?", number) for word in inflated(data).split()]  # fmt: skip

    def place(self, number: int) -> Place:
        """Where an original stands. Raises InputError where it is gone."""
        found = self.ask("SELECT file, story FROM originals WHERE id = ?", number)
        if not found:
            raise InputError(f"the original {number} was removed from {self.folder} in the meantime")
        return Place(*found[0])

    def stored(self, file: int) -> Stored:
        """A file with originals. Raises InputError where it is gone."""
        for name, data, format in self.ask("SELECT name, data, format FROM files WHERE id = ?", file):
            return Stored(name, inflated(data), format)
        raise InputError(f"a file of originals was removed from {self.folder} in the meantime")

    def segments(self, *, whole: bool = False) -> list[Segment]:
        """The index; `whole`: held against its checksums byte by byte. Raises Damaged."""
        return [segment for _, segment in self.named_segments(whole=whole)]

    def named_segments(self, *, whole: bool) -> list[tuple[Named, Segment]]:
        """As `segments`, with their names, the longest first."""
        names: list[Any] = []
        for _ in range(_TRIES):
            before, names = (
                names,
                self.ask("SELECT name, count, checksum FROM segments ORDER BY count DESC, name"),
            )
            if before == names:
                break
            with suppress(
                Damaged
            ):  # another process may just have put a new segment in their place: look again
                return self._opened(names, whole=whole)
        return self._opened(names, whole=whole)

    def _opened(self, names: Sequence[Any], *, whole: bool) -> list[tuple[Named, Segment]]:
        index = os.path.join(self.folder, INDEX)
        try:
            return [(Named(*name), open_segment(index, Named(*name), whole=whole)) for name in names]
        except OSError as error:
            raise InputError(
                f"{self.folder}: its index cannot be read: {(error.strerror or '').lower()}"
            ) from error

    def sorted_entries(self) -> Iterator[Segment]:
        """The index as the database has it: sorted runs of entries, in memory."""
        last, some = 0, True
        while some:
            rows = self.ask(
                "SELECT id, density, prints FROM originals WHERE id > ? ORDER BY id LIMIT 4000", last
            )
            some = bool(rows)
            if rows:
                last = rows[-1][0]
                prints = ((number, Print(numbers_in(data), density)) for number, density, data in rows)
                entries = [entry for number, one in prints for entry in entries_of(number, one)]
                yield in_memory(array("Q", sorted(entries)))


def connect(folder: str) -> sqlite3.Connection:
    """The database of a store. Raises UsageError where there is none."""
    path = os.path.join(folder, DATABASE)
    if not os.path.isfile(path):
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise UsageError(f"{folder} is a file, and no store of originals: name the store's folder")
        raise UsageError(
            f"there is no store of originals in {folder}: `licheck originals add FILE` makes one"
        )
    # What a killed process left half-written is put right by the next one that may write, reading or not.
    mode = "rw" if os.access(path, os.W_OK) and os.access(folder, os.W_OK) else "ro"
    with told(folder):
        database = sqlite3.connect(
            f"file:{quote(os.path.abspath(path))}?mode={mode}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
        )
        database.execute("PRAGMA trusted_schema = OFF")  # the file may come from a stranger
        return database


def require_ours(database: sqlite3.Connection, folder: str) -> None:
    """Raise UsageError where a database is no store of ours, or a newer licheck made it."""
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
        raise UsageError(f"{folder}: the store of originals was never finished: add the originals once more")
    if application != APPLICATION:
        raise UsageError(f"{folder}: the file {DATABASE} in it is no store of originals: name another folder")
    (prints,) = database.execute("SELECT prints FROM about").fetchone()
    if version > VERSION or prints > PRINTS:
        raise UsageError(
            f"{folder}: this store was made by a newer version of licheck: use that one, or a new folder"
        )


@contextmanager
def told(folder: str) -> Iterator[None]:
    """Within, what SQLite raises becomes a LicheckError with a sentence for people."""
    try:
        yield
    except sqlite3.Error as error:
        raise in_words(folder, error) from error


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process has the store locked."""
    return code_of(error) == _BUSY


def in_words(folder: str, error: sqlite3.Error) -> LicheckError:
    """What SQLite says, for people."""
    code = code_of(error)
    if code == _BUSY:
        return InputError(f"{folder}: another licheck is writing to this store of originals: try again")
    if code == _NOTADB:
        return UsageError(
            f"{folder}: the file {DATABASE} in it is no store of originals: name another folder"
        )
    if code == _READONLY:
        return OutputError(
            f"{folder}: this store of originals may not be written to: ask for permission, or copy it"
        )
    if code in (_FULL, _IOERR):
        why = "the disk is full" if code == _FULL else f"{error}"
        return OutputError(
            f"{folder}: the store of originals could not be written: {why}; what was in it is safe"
        )
    if code == _CANTOPEN:
        return InputError(
            f"{folder}: the store of originals cannot be opened: ask for permission to read and write it"
        )
    if code == _CORRUPT or isinstance(error, sqlite3.DatabaseError):
        return InputError(
            f"{folder}: the store of originals is damaged ({error}): take it from a backup, or add the originals to a"
            " new folder"
        )
    return InputError(f"{folder}: the store of originals cannot be read ({error})")
