"""The results file of an audit: SQLite, written in transactions, each of which ends with a checkpoint.

Whatever kills a run, the file holds everything up to its last checkpoint and nothing behind it, so that a resumed run
neither loses nor repeats a page.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from licheck import __version__
from licheck.audit.tables import ADDED, APPLICATION, TABLES, VERSION
from licheck.audit.values import PAGES, Outcome, Place, Unit, page_id
from licheck.errors import InputError, LicheckError, OutputError, UsageError

_PATIENCE = 10  # seconds that another program may keep the file locked
_NOTADB, _FULL, _BUSY = 26, 13, 5  # sqlite.org/rescode.html


class Checkpoint(NamedTuple):
    """How far a run has come: the last place that is done with, the token to go on, what the file looked like."""

    place: Place
    token: str
    stamp: str


class Seen(NamedTuple):
    """A page that was met before: its number among the results (0: it has none), its site, and where it stands."""

    page: int
    at: str = ""
    site: str = ""
    path: str = ""


class Results:
    """A results file, open. `sources` and `settings` are those of the run, which may have been resumed."""

    def __init__(self, path: str, database: sqlite3.Connection) -> None:
        self.path = path
        self._database = database
        self.sources: list[str] = []
        self.settings: dict[str, Any] = {}
        self.counts: Counter[str] = Counter()
        self._counted: Counter[str] = Counter()
        self._number = 0
        self._open = False
        self._file_of: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it; what has no checkpoint is not kept."""
        self._database.close()

    def ask(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows that answer a question in SQL, one after the other. Raises LicheckError."""
        with told(self.path):
            for row in self._database.execute(question, values):  # noqa: UP028 - `yield from` would close the cursor, late
                yield row

    def file_of(self, table: str) -> str:
        """What to ask a table for the file of a page by: the column, or a text where earlier versions wrote none."""
        if table not in self._file_of:
            columns = {row[1] for row in self.ask(f"PRAGMA table_info({table})")}
            self._file_of[table] = ADDED[table] if ADDED[table] in columns else "''"
        return self._file_of[table]

    @property
    def finished(self) -> bool:
        """Whether the run has come to its end."""
        return any(row[0] for row in self.ask("SELECT finished FROM run"))

    @property
    def checkpoint(self) -> Checkpoint | None:
        """How far it has come; None: nowhere yet."""
        for source, path, token, stamp in self.ask("SELECT source, path, token, stamp FROM progress"):
            return Checkpoint(Place(source, path), token, stamp)
        return None

    def seen(self, keys: Iterable[bytes]) -> Seen | None:
        """What is known of the first of these keys that was met before."""
        for key in keys:
            for page, at in self.ask("SELECT page, at FROM seen WHERE key = ?", key):
                return Seen(page, *at.split("\t", 2)) if at else Seen(page)
        return None

    def add_page(self, unit: Unit, outcome: Outcome, key: bytes) -> None:
        """A page that was judged, or found to be no republication."""
        number = 0
        if outcome.page is not None:
            number = self._add_judged(unit, outcome, key)
        self.remember(unit, key, number)
        self.count(outcome.what)
        if outcome.failed:
            self.count("failed")

    def _add_judged(self, unit: Unit, outcome: Outcome, key: bytes) -> int:
        assert outcome.page is not None
        number = self._next()
        name = page_id(unit.place, unit.facts, key)
        columns = {"number": number, "id": name, "source": unit.place.source, "path": unit.place.path, "at": unit.place.at}  # fmt: skip
        columns |= outcome.page | {"file": unit.file}
        self._insert("pages", [tuple(columns.values())], tuple(columns))
        self._insert("rule_sets", outcome.rule_sets, or_ignore=True)
        self._insert("requirements", outcome.requirements, or_ignore=True)
        self._insert("applied", [(number, *row) for row in outcome.applied])
        self._insert("findings", [(number, at, *row) for at, row in enumerate(outcome.findings)])
        return number

    def add_copy(self, unit: Unit, page: int) -> None:
        """A page that is the same as an earlier one."""
        if page:
            facts = unit.facts
            self._insert(
                "copies", [(self._next(), page, *unit.place, facts.address, facts.captured, unit.file)]
            )
        self.count("duplicate")

    def add_error(self, unit: Unit, message: str) -> None:
        """A page that could not be read, and why."""
        self._insert("errors", [(self._next(), *unit.place, unit.facts.address, message, unit.file)])
        self.count("unread")

    def remember(self, unit: Unit, key: bytes, page: int) -> None:
        """By which keys a page is met again."""
        at = "\t".join((unit.place.at, unit.facts.site, unit.place.path)) if unit.names else ""
        rows = [(key, page, ""), *((name, page, at) for name in unit.names)]
        self._insert("seen", rows, or_ignore=True)

    def count(self, what: str) -> None:
        """One more of something."""
        self._counted[what] += 1
        self.counts[what] += 1
        self.counts["pages"] += what in PAGES

    def commit(self, checkpoint: Checkpoint) -> None:
        """Keep all that was added since the last time. Raises LicheckError."""
        self._begin()
        self._run("UPDATE counts SET count = count + ? WHERE what = ?", ((many, what) for what, many in self._counted.items()))  # fmt: skip
        place, token, stamp = checkpoint
        row = (1, place.source, place.path, token, stamp, self._number)
        self._run("INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?)", [row])
        self._end()

    def finish(self) -> None:
        """Note that the run is complete."""
        self._begin()
        self._run("UPDATE run SET finished = ?", [(_now(),)])
        self._end()

    def _end(self) -> None:
        self._run("COMMIT", None)
        self._open = False
        self._counted.clear()

    def _begin(self) -> None:
        if not self._open:
            self._run("BEGIN IMMEDIATE", None)
            self._open = True
            known = {what for (what,) in self.ask("SELECT what FROM counts")}
            if not known:
                self._run("INSERT INTO counts VALUES (?, 0)", ((what,) for what in _COUNTED))

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]], columns: tuple[str, ...] = (), *, or_ignore: bool = False) -> None:  # fmt: skip
        rows = [*rows]
        if not rows:
            return
        self._begin()
        named = f" ({', '.join(columns)})" if columns else ""
        places = ", ".join("?" * len(rows[0]))
        self._run(f"INSERT {'OR IGNORE ' if or_ignore else ''}INTO {table}{named} VALUES ({places})", ([*map(harmless, row)] for row in rows))  # noqa: S608 - the names are ours  # fmt: skip

    def _run(self, what: str, rows: Iterable[Any] | None) -> None:
        with told(self.path):
            if rows is None:
                self._database.execute(what)
            else:
                self._database.executemany(what, rows)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _pairs(self, question: str) -> Iterator[tuple[str, int]]:
        yield from ((what, count) for what, count in self.ask(question))

    def load(self) -> Results:
        """Read what an earlier run left."""
        for sources, settings in self.ask("SELECT sources, settings FROM run"):
            self.sources, self.settings = json.loads(sources), json.loads(settings)
        self.counts = Counter(dict(self._pairs("SELECT what, count FROM counts")))
        self.counts["pages"] = sum(self.counts[what] for what in PAGES)
        for (number,) in self.ask("SELECT number FROM progress"):
            self._number = number
        return self


def called(address: str, file: str, path: str, at: str) -> str:
    """What people call a page: its address, else its file, else where in the input it stands.

    A row of a list that names a page is told beside it: who mends the list has to know it.
    """
    row = at if at.startswith("row ") else ""
    if address or (file and not row):
        return address or file
    return f"{file} ({path}, {row})" if file else " ".join(filter(None, (path, at)))


_COUNTED = (
    *PAGES,
    "failed",
    *(
        "not_html",
        "redirect",
        "http_error",
        "revisit_without_its_record",
        "other_record",
        "file_in_no_known_format",
    ),
)


def harmless(value: Any) -> Any:
    """A value that SQLite can keep: lone surrogates are no text."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def make(path: str, sources: list[str], settings: Mapping[str, Any]) -> Results:
    """A new results file. Raises UsageError where there is a file of this name, OutputError where it cannot be made."""
    if os.path.lexists(path):
        raise UsageError(
            f"{path} is there already: --resume goes on with it if it is an audit that was stopped; else name another file"
        )
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise OutputError(
            f"{path}: the results cannot be written: there is no folder {folder}; make it first"
        )
    with told(path):
        database = _connect(path, "rwc")
        database.execute("BEGIN EXCLUSIVE")
        for line in TABLES.split(";"):
            database.execute(line)
        row = (1, __version__, json.dumps(sources), json.dumps(settings, sort_keys=True), _now(), "")
        database.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?)", row)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    return Results(path, database).load()


def open_results(path: str, *, write: bool = False) -> Results:
    """A results file that is there. Raises UsageError where it is none, InputError where it cannot be read or is damaged."""
    if not os.path.isfile(path):
        raise UsageError(
            f"there are no results of an audit in {path}: `licheck audit SOURCE --output {path}` makes them"
        )
    with told(path):
        database = _connect(path, "rw" if write or os.access(path, os.W_OK) else "ro")
        database.execute("PRAGMA trusted_schema = OFF")  # the file may come from a stranger
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise UsageError(f"{path} is no results file of an audit: name another file")
    if version > VERSION:
        raise UsageError(f"{path}: a newer version of licheck made these results: use that one")
    with sound(path):
        if write:
            _complete(Results(path, database))
        return Results(path, database).load()


def _complete(results: Results) -> None:
    """Give results that an earlier version began the columns that it did not know."""
    for table, column in ADDED.items():
        if results.file_of(table) != column:
            for _ in results.ask(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"):
                pass


def _connect(path: str, mode: str) -> sqlite3.Connection:
    name = f"file:{quote(os.path.abspath(path))}?mode={mode}"
    return sqlite3.connect(name, uri=True, timeout=_PATIENCE, isolation_level=None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def told(path: str) -> Iterator[None]:
    """Within, what SQLite raises becomes a LicheckError with a sentence for people."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(path, error) from error


@contextmanager
def sound(path: str) -> Iterator[None]:
    """Within, what rows lead to that no audit wrote (JSON that is none, findings that belong to nothing) becomes InputError."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: the results are damaged ({error}): run the audit again") from error


def _in_words(path: str, error: sqlite3.Error) -> LicheckError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code == _NOTADB:
        return UsageError(f"{path} is no results file of an audit: name another file")
    if code == _BUSY:
        return OutputError(f"{path}: another program is writing to these results: close it and try again")
    if code == _FULL:
        return OutputError(
            f"{path}: the results could not be written: the disk is full; --resume goes on once it is not"
        )
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(f"{path}: the results could not be written or read ({error})")
    return InputError(f"{path}: the results are damaged ({error}): run the audit again")
