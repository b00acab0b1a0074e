"""The sources of an audit as units, in an order that is the same in every run, from the beginning or from a place on.

A source is a folder, a file of any format that licheck reads, a pattern (`pages/**/*.html`), a web archive, or a list
(`licheck.audit.lists`). Nothing is kept of what has been passed: a folder of a million files takes no more memory than
its largest subfolder's names.

A unit's token says where reading goes on behind it: `end` (the file is done with), `#3` (after its third story; `#0`:
what is wrong with the file was told), `row 7` (after that row of a list), `row 7 #3`, `warc 4711 1` (a position, see `licheck.audit.warc`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from typing import NamedTuple, Protocol

from licheck.audit import lists, warc
from licheck.audit.values import LEFT_OUT, REVISIT, Facts, Place, Unit
from licheck.audit.warc_record import Found
from licheck.edge import files
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.originals_values import digest_of
from licheck.errors import InputError, UsageError

END = "end"
_ORDER = tuple[tuple[int, str], ...]


class Reader(Protocol):
    """Who reads archives: gets the next job, and gives the answer to it when it is asked."""

    def begin(self, job: Job) -> None:
        """Have a part of an archive read."""

    def end(self) -> Answer:
        """The answer, waited for."""


class Entry(NamedTuple):
    """A file of the input; `left_out`: nobody reads it."""

    source: int
    path: str
    order: _ORDER
    left_out: bool = False


class Start(NamedTuple):
    """Where to go on: the last place that is done with, and the token behind it."""

    place: Place
    token: str


class Inputs:
    """The units of some sources. `read_as` is the format of the pages (empty: they tell it). Raises UsageError."""

    def __init__(self, sources: Sequence[str], read_as: str, reader: Reader) -> None:
        self._sources = sources
        self._read_as = read_as
        self._reader = reader
        self._suffixes = _suffixes()
        self._done = 0
        for source in sources:
            _require(source)

    def size(self) -> int:
        """The bytes of all files, for whoever wants to know how far we are."""
        return sum(files.size(entry.path) for entry in self._entries(None))

    def archives(self) -> Iterator[str]:
        """The paths of all web archives."""
        paths = (entry.path for entry in self._entries(None) if not entry.left_out)
        return (path for path in paths if path.lower().endswith(warc.SUFFIXES))

    def units(self, start: Start | None = None) -> Iterator[Unit]:
        """All units, or those behind a place."""
        for entry in self._entries(start):
            token = start.token if start and start.place[:2] == (entry.source, entry.path) else ""
            if token != END:
                yield from self._of_file(entry, token)
            self._done += files.size(entry.path)

    def _entries(self, start: Start | None) -> Iterator[Entry]:
        first = start.place.source if start else 0
        for number, source in enumerate(self._sources[first:], first):
            last = start.place.path if start and number == first else None
            for entry in self._of_source(number, source):
                if last is None or entry.order >= _order(source, last):
                    yield entry

    def _of_source(self, number: int, source: str) -> Iterator[Entry]:
        if os.path.isdir(source):
            for path in _walk(source):
                wanted = path.lower().endswith(self._suffixes)
                yield Entry(number, path, _order(source, path), left_out=not wanted)
        elif has_magic(source) and not files.is_there(source):
            found = (path for path in iglob(source, recursive=True) if not os.path.isdir(path))
            for path in sorted(found, key=lambda path: _order(source, path)):
                yield Entry(number, path, _order(source, path))
        else:
            yield Entry(number, source, _order(source, source))

    def _of_file(self, entry: Entry, token: str) -> Iterator[Unit]:
        if entry.left_out:
            yield Unit(Place(entry.source, entry.path), END, counted=LEFT_OUT)
        elif entry.path.lower().endswith(warc.SUFFIXES):
            yield from self._of_archive(entry, token)
        elif not lists.is_address(entry.path) and lists.is_list(entry.path):
            yield from self._of_list(entry, token)
        else:
            page = self._page(Place(entry.source, entry.path), END, entry.path, Facts(), self._done)
            yield page._replace(after=_row_and_story(token)[1])

    def _of_list(self, entry: Entry, token: str) -> Iterator[Unit]:
        number, after = _row_and_story(token)
        for row in lists.rows(entry.path):
            if row.number < number or (row.number == number and after < 0):
                continue
            place = Place(entry.source, entry.path, f"row {row.number}")
            done = self._done + row.done
            if row.problem:
                yield Unit(place, place.at, problem=row.problem, done=done)
            else:
                page = self._page(place, place.at, row.page, row.facts, done)
                yield page._replace(after=after) if row.number == number else page
        yield Unit(Place(entry.source, entry.path), END, done=self._done)

    def _page(self, place: Place, token: str, path: str, facts: Facts, done: int) -> Unit:
        unit = Unit(place, token, facts=facts, done=done)
        if lists.is_address(path):
            return unit._replace(facts=facts._replace(address=path))
        path, story = files.story_in(path)
        try:
            digest = digest_of(files.read_input(path))
        except InputError as error:
            return unit._replace(source=Source(path), problem=str(error))
        return unit._replace(source=Source(path, None, self._read_as, story), digest=digest)

    def _of_archive(self, entry: Entry, token: str) -> Iterator[Unit]:
        place = Place(entry.source, entry.path)
        if not files.size(entry.path):
            yield Unit(place, END, problem="is empty, or there is no such file")
            return
        position = _position(token)
        following: tuple[int, int] | None = position
        self._reader.begin(_scan(entry.path, warc.Scan(*position)))
        while following is not None:
            asked, answer = following, self._reader.end()
            if answer.result is None:
                yield from self._one_by_one(place, asked, answer)
                return
            batch: warc.Batch = answer.result
            following = batch.next
            if following is not None:
                self._reader.begin(_scan(entry.path, warc.Scan(*following)))
            for found in batch.records:
                yield self._record(place, found)
        yield Unit(place, END, done=self._done)

    def _one_by_one(self, place: Place, position: tuple[int, int], failed: Answer) -> Iterator[Unit]:
        """What follows a part of an archive that ended its reader: record by record, until the one that did it."""
        why = failed.errors[0].message if failed.errors else "no answer came"
        following: tuple[int, int] | None = position
        lost = False
        while following is not None:
            self._reader.begin(_scan(place.path, warc.Scan(*following, most=1, lost=lost)))
            answer = self._reader.end()
            if answer.result is None and lost:
                yield Unit(place, END, problem=why)
                return
            if answer.result is None:
                lost = True
                continue
            lost = False
            following = answer.result.next
            for found in answer.result.records:
                yield self._record(place, found)
        yield Unit(place, END, done=self._done)

    def _record(self, place: Place, found: Found) -> Unit:
        at = f"{found.anchor}" + (f"+{found.skip}" if found.skip else "")
        unit = Unit(
            place._replace(at=at),
            f"warc {found.next[0]} {found.next[1]}",
            facts=Facts(found.address, found.captured),
            charset=found.charset,
            digest=found.digest,
            names=found.names,
            refers_to=found.refers_to,
            problem=found.trouble,
            counted="" if found.counted == REVISIT else found.counted,
            done=self._done + found.anchor,
        )
        if found.data:
            return unit._replace(source=Source(found.address or place.path, found.data, "html"))
        return unit


def again(path: str, at: str) -> Job:
    """The job of reading a record of an archive once more; `at` as in its place. The answer is a `Batch`."""
    anchor, _, skip = at.partition("+")
    return _scan(path, warc.Scan(int(anchor), int(skip or 0), most=1))


def _scan(path: str, task: warc.Scan) -> Job:
    return Job(page=Source(path), rules=(), task=task)


def _row_and_story(token: str) -> tuple[int, int]:
    """(7, 3) for `row 7 #3`, (0, 3) for `#3`, (7, -1) for `row 7`."""
    row, _, story = token.partition("#")
    number = row.removeprefix("row ").strip()
    return int(number) if number.isdecimal() else 0, int(story) if story else -1


def _position(token: str) -> tuple[int, int]:
    if not token.startswith("warc "):
        return 0, 0
    anchor, skip = map(int, token.split()[1:])
    return anchor, skip


def _order(source: str, path: str) -> _ORDER:
    """By what the files of a source are ordered: as a folder lists them, its own files before its subfolders."""
    base = source if os.path.isdir(source) else ""
    *folders, name = os.path.relpath(path, base).split(os.sep) if base else path.split(os.sep)
    return (*((1, folder) for folder in folders), (0, name))


def _walk(folder: str) -> Iterator[str]:
    """The files in a folder and below it. Hidden ones are left out, links to folders not followed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))


def _suffixes() -> tuple[str, ...]:
    from licheck.readers import formats

    return (*{suffix for format in formats() for suffix in format.suffixes}, *warc.SUFFIXES)


def _require(source: str) -> None:
    if lists.is_address(source) or files.is_there(files.story_in(source)[0]):
        return
    if not has_magic(source):
        raise UsageError(
            f"there is no file or folder {source}: name a folder, a file, a web archive or a list"
        )
    if next(iglob(source, recursive=True), None) is None:
        raise UsageError(
            f"no file has a name like {source}: write the pattern in quotes, as in 'pages/**/*.html'"
        )
