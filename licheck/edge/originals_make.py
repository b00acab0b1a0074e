"""Making an empty store of originals."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress

from licheck.edge.originals_index import sync_folder
from licheck.edge.originals_place import DATABASE
from licheck.edge.originals_store import APPLICATION, INDEX, VERSION, told
from licheck.errors import OutputError, UsageError
from licheck.originals.fingerprint import VERSION as PRINTS

_MAKING = 20  # seconds that we wait for another process that makes the same store

_TABLES = """
CREATE TABLE about (prints INTEGER NOT NULL);
CREATE TABLE files (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL,
    data BLOB NOT NULL);
CREATE TABLE originals (id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL REFERENCES files,
    story INTEGER NOT NULL, kept INTEGER NOT NULL, sparse INTEGER NOT NULL, density INTEGER NOT NULL,
    prints BLOB NOT NULL, digest BLOB NOT NULL, facts TEXT NOT NULL, text BLOB NOT NULL);
CREATE INDEX by_digest ON originals (digest);
CREATE INDEX by_file ON originals (file);
CREATE TABLE names (kind TEXT NOT NULL, value TEXT NOT NULL, original INTEGER NOT NULL,
    PRIMARY KEY (kind, value, original)) WITHOUT ROWID;
CREATE INDEX by_original ON names (original);
CREATE TABLE hosts (host TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE segments (name TEXT PRIMARY KEY, count INTEGER NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE gone (original INTEGER PRIMARY KEY);
CREATE TABLE seen (digest BLOB PRIMARY KEY, originals INTEGER NOT NULL) WITHOUT ROWID;
"""


def make_store(folder: str) -> None:
    """Make an empty store, unless one is there. Two processes may do it at the same time."""
    path = os.path.join(folder, DATABASE)
    if not os.path.isfile(path):
        _make_folder(folder)
    with told(folder), closing(sqlite3.connect(path, timeout=_MAKING, isolation_level=None)) as database:
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            return
        database.execute("BEGIN EXCLUSIVE")
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            for line in _TABLES.split(";"):
                database.execute(line)
            database.execute("INSERT INTO about VALUES (?)", (PRINTS,))
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    sync_folder(folder)


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(os.path.join(folder, INDEX), exist_ok=True)
        others = [name for name in os.listdir(folder) if not name.startswith((DATABASE, INDEX))]
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(f"{folder} is a file, and no folder for a store: name another one") from error
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise OutputError(f"{folder}: no store of originals can be made there: {reason}") from error
    if others:
        with suppress(OSError):
            os.rmdir(os.path.join(folder, INDEX))
        raise UsageError(
            f"{folder} holds other files ({min(others)}): name an empty folder, or one that is not there yet"
        )
