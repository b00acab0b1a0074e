"""Writing to a store of originals: what belongs together appears together, or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, Self

from licheck.edge.originals_code import card_of, deflated, facts_of, packed
from licheck.edge.originals_index import (
    MOST,
    Damaged,
    Named,
    Segment,
    entries_of,
    in_memory,
    remove_files,
    write_segment,
)
from licheck.edge.originals_make import make_store
from licheck.edge.originals_store import INDEX, Store, is_busy, told
from licheck.edge.originals_values import Done, File, Taken, digest_of
from licheck.errors import LicheckError, OutputError
from licheck.originals.fingerprint import SPARSEST, Print, print_of
from licheck.originals.fingerprint import VERSION as PRINTS

PATIENCE = 120  # seconds that we wait for another process that writes

_NAP = 0.05  # seconds between two tries
_LARGER = 4  # a segment stays by itself while it is so many times larger than all smaller ones together


class Writer:
    """A store, open for writing; `make`: it is made if it is not there. `notices` are sentences for people.

    Raises UsageError (no store, a newer one), InputError (unreadable), OutputError (cannot be written).
    """

    def __init__(self, folder: str, *, make: bool = False) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._index = os.path.join(folder, INDEX)
        if make:
            make_store(folder)
        self.store = Store(folder)
        self._looked = False
        self._made: list[str] = []  # segments of the transaction that is going on

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def seen(self, digest: bytes) -> int:
        """How many originals stand in the file with this digest, if all were taken before; else 0."""
        return int((self.store.ask("SELECT originals FROM seen WHERE digest = ?", digest) or [(0,)])[0][0])

    def add(
        self,
        originals: Sequence[Taken],
        files: Mapping[bytes, File],
        whole: Mapping[bytes, int] | None = None,
    ) -> Done:
        """Add originals and the files that they stand in (by their digests), all or none.

        `whole` are files that are done with, and how many originals stand in each.
        """
        with self._transaction() as old:
            done = Done()
            entries: list[int] = []
            for one in originals:
                how, number = self._add(one, files[one.digest])
                done = done.plus(how)
                entries += entries_of(number, one.print) if number else []
            for digest, count in (whole or {}).items():
                self._run("INSERT OR IGNORE INTO seen VALUES (?, ?)", digest, count)
            if entries:
                old += self._grow(sorted(entries))
            if done.renewed:
                self._drop_files()
        return done

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove originals."""
        with self._transaction():
            for number in numbers:
                self._remove(number)
            self._drop_files()
            self._run("DELETE FROM seen")  # who adds the file again wants it back

    def repair(self) -> None:
        """Make the index again where it is damaged; otherwise nothing changes."""
        with self._transaction():
            pass

    def _add(self, one: Taken, file: File) -> tuple[Done, int]:
        """What was done, and the number of the new original (0: none)."""
        digest = _digest(one, file)
        before = self._run("SELECT id, facts FROM originals WHERE digest = ?", digest)
        for number, facts in before:
            if replace(card_of(facts), path=one.card.path) == one.card:
                self._name(number, "path", one.card.path)  # it may have moved, or in a feed moved down
                return Done(known=1), 0
        for number, _ in before:
            self._remove(number)
        self._run(
            "INSERT INTO originals (file, story, digest, facts, text, prints, kept, sparse, density)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(
                self._file(one.digest, file),
                one.story,
                digest,
                facts_of(one.card),
                deflated(b" ".join(one.words)),
            ),
            *_printed(one.print),
        )
        ((number,),) = self._run("SELECT last_insert_rowid()")
        if number >= MOST:
            raise OutputError(
                f"{self.folder}: a store holds {MOST - 1:,} originals at most: use another folder"
            )
        for host in one.hosts:
            self._run("INSERT OR IGNORE INTO hosts VALUES (?)", host)
        names = {"address": one.addresses, "counter": one.counters, "path": (one.card.path,)}
        for kind, values in names.items():
            for value in values:
                self._name(number, kind, value)
        return (Done(renewed=1) if before else Done(added=1)), number

    def _name(self, number: int, kind: str, value: str) -> None:
        self._run("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", kind, value, number)

    def _file(self, digest: bytes, file: File) -> int:
        for (number,) in self._run("SELECT id FROM files WHERE digest = ?", digest):
            return int(number)
        self._run(
            "INSERT INTO files (digest, name, format, data) VALUES (?, ?, ?, ?)",
            *(digest, file.name, file.format, deflated(file.data)),
        )
        return int(self._run("SELECT last_insert_rowid()")[0][0])

    def _drop_files(self) -> None:
        self._run("DELETE FROM files WHERE id NOT IN (SELECT file FROM originals)")

    def _remove(self, number: int) -> None:
        self._run("DELETE FROM originals WHERE id = ?", number)
        self._run("DELETE FROM names WHERE original = ?", number)
        self._run("INSERT OR IGNORE INTO gone VALUES (?)", number)

    def _grow(self, entries: list[int]) -> list[str]:
        """Put new entries into the index. Returns the segments that are in the way afterwards."""
        segments = self.store.named_segments(whole=False)
        new = in_memory(array("Q", entries))
        counts = [named.entries for named, _ in segments]
        stay = next(
            (
                at
                for at, count in enumerate(counts)
                if count < _LARGER * (sum(counts[at + 1 :]) + len(entries))
            ),
            len(segments),
        )
        merged = segments[stay:]
        self._write([new, *(segment for _, segment in merged)], all_of_it=not stay)
        return self._forget(named for named, _ in merged)

    def _write(self, segments: Sequence[Segment], *, all_of_it: bool) -> None:
        """Write segments as one; what was removed is left out, for good if this is the whole index."""
        gone = {number for (number,) in self._run("SELECT original FROM gone")}
        count = sum(len(segment.entries) for segment in segments)
        try:
            os.makedirs(self._index, exist_ok=True)
            new = write_segment(self._index, segments, count, gone)
        except OSError as error:
            raise self._lost(error) from error
        self._made.append(new.name)
        self._run("INSERT INTO segments VALUES (?, ?, ?)", *new)
        if all_of_it:
            self._run("DELETE FROM gone")

    def _forget(self, segments: Iterable[Named]) -> list[str]:
        names = [named.name for named in segments]
        for name in names:
            self._run("DELETE FROM segments WHERE name = ?", name)
        return names

    def _look_after(self) -> None:
        """Sweep up what a killed process left, and make the index again if it is damaged or of an older version."""
        ((prints,),) = self._run("SELECT prints FROM about")
        try:
            named = {each.name for each, _ in self.store.named_segments(whole=True)}
            damage = "" if prints == PRINTS else "it is of an older version"
        except Damaged as error:
            named, damage = set(), str(error)
        if damage:
            self._rebuild(again=prints != PRINTS)
            named = {name for (name,) in self._run("SELECT name FROM segments")}
            self.notices.append(
                f"{self.folder}: the index of the originals was made again from the store ({damage}); nothing is lost"
            )
        with suppress(FileNotFoundError):
            remove_files(self._index, {*os.listdir(self._index)} - named)

    def _rebuild(self, *, again: bool) -> None:
        """Make the index from what the database has; `again`: the fingerprints too."""
        for (number,) in self._run("SELECT id FROM originals") if again else ():
            print = print_of(self.store.words(number))
            self._run(
                "UPDATE originals SET prints = ?, kept = ?, sparse = ?, density = ? WHERE id = ?",
                *(*_printed(print), number),
            )
        self._run("UPDATE about SET prints = ?", PRINTS)
        self._run("DELETE FROM segments")
        self._run("DELETE FROM gone")
        segments = [*self.store.sorted_entries()]
        if segments:
            self._write(segments, all_of_it=True)

    @contextmanager
    def _transaction(self) -> Iterator[list[str]]:
        """Within, nobody else writes; at its end all of it counts, or nothing. Gives a list for the names of
        segments that nobody needs after it.
        """
        old: list[str] = []
        self._patiently("BEGIN IMMEDIATE")
        try:
            if not self._looked:
                self._look_after()
            yield old
            self._patiently("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.store.database.execute("ROLLBACK")
            self._looked = False
            self._drop_made()
            raise
        finally:
            self._made = []
        self._looked = True
        remove_files(self._index, old)

    def _drop_made(self) -> None:
        """After a transaction that failed, remove its segments: on a full disk, every byte counts."""
        with suppress(LicheckError):  # a signal can come when it has just succeeded: the database knows
            counts = {name for (name,) in self._run("SELECT name FROM segments")}
            remove_files(self._index, {*self._made} - counts)

    def _patiently(self, what: str) -> None:
        """Begin or end a transaction, when the others let us. Ctrl-C is heard meanwhile."""
        until = time.monotonic() + PATIENCE
        self.store.wait_for(0.1)
        try:
            while not self._let(what, last=time.monotonic() > until):
                time.sleep(_NAP)
        finally:
            self.store.wait_for()

    def _let(self, what: str, *, last: bool) -> bool:
        with told(self.folder):
            try:
                self.store.database.execute(what)
            except sqlite3.OperationalError as error:
                if last or not is_busy(error):
                    raise
                return False
        return True

    def _run(self, what: str, *values: object) -> list[Any]:
        return self.store.ask(what, *values)

    def _lost(self, error: OSError) -> LicheckError:
        reason = (error.strerror or "unknown reason").lower()
        return OutputError(
            f"{self.folder}: the index of the originals could not be written: {reason}; what was in the store is safe"
        )


def _printed(print: Print) -> tuple[bytes, int, int, int]:
    """The columns of a fingerprint: prints, kept, sparse, density."""
    return packed(print.sums), len(print.kept(print.density)), len(print.kept(SPARSEST)), print.density


def _digest(one: Taken, file: File) -> bytes:
    """By what the same story of the same address (or, without one, file) is known again."""
    where = one.addresses[0] if one.addresses else file.name
    return digest_of(b"\0".join((where.encode("utf-8", "replace"), *one.words)))
