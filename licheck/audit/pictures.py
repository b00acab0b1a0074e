"""The pictures in the web archives of an audit: where each stands, so that a logo can be compared with them.

A crawl fetches a logo once, for the first page that shows it, so the archives are gone through before the first page is
judged; only where a rule set says what a logo looks like (`hashes`), since nobody else asks for pictures.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urljoin

from licheck.audit.crew import Crew
from licheck.audit.values import key_of
from licheck.audit.warc import picture_at, reader_at
from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.rulebook import ALL

_AT_ONCE = 4_000  # records that are gone through in one answer
_ASKS = b"hashes"  # the option of the kind `logo` that says what it looks like


@dataclass(frozen=True)
class Archived:
    """The pictures of a page that was read from an archive: `places` is the file that tells where they stand."""

    places: str
    address: str

    def __call__(self, src: str) -> bytes | None:
        """The bytes of a picture, by its address as the page writes it; None where the archives do not hold it."""
        try:
            key = _key(urljoin(self.address, src))
        except ValueError:  # no address at all
            return None
        for path, anchor, skip in _open(self.places).execute("SELECT path, anchor, skip FROM pictures WHERE key = ?", (key,)):  # fmt: skip
            return picture_at(path, anchor, skip)
        return None


@cache
def _open(index: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(os.path.abspath(index))}?mode=ro", uri=True)


def _key(address: str) -> bytes:
    return key_of("picture", urldefrag(address).url)


class _Asked(NamedTuple):
    """The task of finding out whether any rule set in use says what a logo looks like; in doubt it does."""

    seconds: int = 30

    def __call__(self, job: Job) -> Answer:
        """Answer with True or False. Raises InputError."""
        from licheck.edge import files
        from licheck.edge.rule_cache import compiled

        if job.rules == ALL:
            shipped = compiled()
            return Answer(result=shipped is None or _ASKS in shipped.data)
        texts = (files.read_input(path, files.RULES_LIMIT) for path in job.rules)
        return Answer(result=any(_ASKS in text or b"extends" in text for text in texts))


class _Places(NamedTuple):
    """The task of finding the pictures among the records of an archive (`job.page`) from a position on."""

    anchor: int
    skip: int
    seconds: int = 60

    def __call__(self, job: Job) -> Answer:
        """Answer with (key, anchor, skip) of each, and the position behind them (None: the archive ends). Raises InputError."""
        assert job.page
        reader = reader_at(job.page.path, self.anchor, self.skip)
        found: list[tuple[bytes, int, int]] = []
        for _ in range(_AT_ONCE):
            record = reader.next()
            if record is None:
                return Answer(result=(found, None))
            if record.picture:
                found.append((_key(record.address), record.anchor, record.skip))
        return Answer(result=(found, reader.position))


@contextmanager
def indexed(path: str, archives: Iterable[str], rules: tuple[str, ...], crew: Crew) -> Iterator[str]:
    """Within, the name of a file that tells where the pictures of the archives stand; empty where nobody asks for any."""
    asked = crew.ask(0, Job(Source("rule sets"), rules, task=_Asked())).result
    names = [*archives] if asked else []
    if not names:
        yield ""
        return
    with suppress(FileNotFoundError):
        os.unlink(path)  # of a run that was killed
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                "CREATE TABLE pictures (key BLOB PRIMARY KEY, path TEXT, anchor INTEGER, skip INTEGER) WITHOUT ROWID"
            )
            for name in names:
                for key, anchor, skip in _pictures_in(name, crew):
                    database.execute(
                        "INSERT OR IGNORE INTO pictures VALUES (?, ?, ?, ?)", (key, name, anchor, skip)
                    )
            database.commit()
        yield path
    finally:
        with suppress(OSError):
            os.unlink(path)


def _pictures_in(archive: str, crew: Crew) -> Iterator[tuple[bytes, int, int]]:
    """The pictures of an archive up to what cannot be read; what is wrong with it is told when its pages are read."""
    position: tuple[int, int] | None = (0, 0)
    while position is not None:
        answer = heard(crew.ask(0, Job(Source(archive), (), task=_Places(*position))))
        if answer.result is None:
            return
        found, position = answer.result
        yield from found
