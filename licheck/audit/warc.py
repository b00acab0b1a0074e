"""A web archive (WARC, ISO 28500), read some records at a time: what a worker does.

A position is a byte where a record, or a gzip member with one, begins (`anchor`), and how many records further on
(`skip`): in most archives each record is a member of its own and `skip` stays 0; where the whole file is one member, it
counts. fastwarc reads; what it stumbles over is told, and reading goes on at the next place where a record begins.
"""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.audit.warc_record import Found, read_picture, read_record
from licheck.edge.jobs import Answer, Job
from licheck.errors import InputError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MOST, BYTES = 64, 8_000_000  # records, and bytes of pages, that come in one answer
SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
MISSING = "web archives are read with fastwarc, which is not installed: `pip install fastwarc`"

_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 20
_DAMAGE = (OSError, ValueError, RuntimeError)  # what fastwarc raises


class Batch(NamedTuple):
    """Some records in their order, and the position behind them; None: the archive ends there."""

    records: tuple[Found, ...]
    next: tuple[int, int] | None


class Scan(NamedTuple):
    """The task of reading up to `most` records of an archive (`job.page`) from a position on.

    `lost`: there is no telling what stands at the position, so the next record behind it is looked for.
    """

    anchor: int
    skip: int = 0
    most: int = MOST
    lost: bool = False

    @property
    def seconds(self) -> int:
        """Records of 30 MB are read over a slow disk in this time."""
        return 30

    def __call__(self, job: Job) -> Answer:
        """Answer with a `Batch`. Raises InputError."""
        assert job.page
        reader = reader_at(job.page.path, self.anchor, self.skip, lost=self.lost)
        records: list[Found] = []
        size = 0
        while len(records) < self.most and size < BYTES:
            found = reader.next()
            if found is None:
                return Answer(result=Batch(tuple(records), None))
            records.append(found)
            size += len(found.data)
        return Answer(result=Batch(tuple(records), reader.position))


_open: dict[tuple[str, int, int], _Reader] = {}  # one at most, by where it will go on


def picture_at(path: str, anchor: int, skip: int) -> bytes | None:
    """The bytes of a picture in an archive; None where they are not to be had."""
    from licheck.logos.read import MOST_BYTES

    try:
        reader = _Reader(path, anchor, skip, lost=False)
        with closing(reader):
            record = next(reader.records, None)
            return read_picture(record, MOST_BYTES) if record is not None else None
    except (InputError, *_DAMAGE):
        return None


def reader_at(path: str, anchor: int, skip: int, *, lost: bool = False) -> _Reader:
    """An archive, open at a position. Raises InputError."""
    reader = _open.pop((path, anchor, skip), None) if not lost else None
    if reader is None:
        for other in _open.values():
            other.close()
        _open.clear()
        reader = _Reader(path, anchor, skip, lost=lost)
    return reader


class _Reader:
    """An archive, open at a position."""

    def __init__(self, path: str, anchor: int, skip: int, *, lost: bool) -> None:
        self.path = path
        try:
            self.file = open(path, "rb", buffering=0)  # noqa: SIM115 - open until the next archive is
            self.size = os.fstat(self.file.fileno()).st_size
        except OSError as error:
            raise InputError(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from error
        self.trouble: Found | None = None
        self.position = (anchor, 0)
        if lost:
            # The record at the anchor was read if there is something to skip: the next one is the culprit.
            if skip:
                anchor = _next_start(self.file.fileno(), anchor + 1, self.size) or self.size
            self._resume_after(anchor, "made the process that read it crash, or took too long")
        else:
            self._start(anchor)
            for _ in range(skip):
                next(self.records, None)
            self.position = (anchor, skip)

    def close(self) -> None:
        self.file.close()

    def _start(self, at: int) -> None:
        try:
            from fastwarc.warc import ArchiveIterator
        except ImportError as error:
            raise InputError(MISSING) from error
        self.base = at
        self.file.seek(at)
        self.records: Iterator[WarcRecord] = iter(
            ArchiveIterator(_Plain(self.file), parse_http=False, fsspec_args=False) if at < self.size else ()
        )
        self.position = (at, 0)

    def next(self) -> Found | None:
        """The next record; None at the end. What is damaged is a record with `trouble`."""
        if self.trouble:
            told, self.trouble = self.trouble, None
            return told
        before = self.position
        try:
            record = next(self.records, None)
        except _DAMAGE as error:
            self._go_on(str(error))
            return self.next()
        if record is None:
            return None
        anchor, skip = self._place(record)
        try:
            found = read_record(record)
        except _DAMAGE as error:
            self._resume_after(anchor, f"is damaged ({error})")
            return self.next()
        # Where the next one begins shows when it is there; until then it is one further on.
        self.position = (anchor, skip + 1)
        _open.pop((self.path, *before), None)
        _open[(self.path, *self.position)] = self
        return found._replace(anchor=anchor, skip=skip, next=self.position)

    def _place(self, record: WarcRecord) -> tuple[int, int]:
        at = self.base + record.stream_pos
        anchor, skip = self.position
        if at > anchor and _begins(os.pread(self.file.fileno(), 5, at)):
            return at, 0
        return anchor, skip

    def _go_on(self, why: str) -> None:
        """After an error between two records: if the one at the anchor was read, the fault lies behind it."""
        anchor, skip = self.position
        following = _next_start(self.file.fileno(), anchor + 1, self.size) if skip else None
        if following is None and not skip:
            self._resume_after(anchor, f"is damaged ({why})")
            return
        following = self.size if following is None else following
        whole = following == _end_of_member(self.file.fileno(), anchor)
        self._start(following)
        if not whole:
            went_on = f"went on at byte {following:,}" if following < self.size else "ended there"
            told = f"the archive is damaged ({why}) behind the record at byte {anchor:,}: reading {went_on}"
            self.trouble = Found(anchor, skip, self.position, trouble=told)

    def _resume_after(self, at: int, why: str) -> None:
        """Go on at the first place behind `at` where a record begins, and tell what is left out."""
        following = _next_start(self.file.fileno(), at + 1, self.size)
        end = self.size if following is None else following
        self._start(end)
        why = f"the archive {why} from byte {at:,} on: {end - at:,} bytes were left out"
        self.trouble = Found(at, 0, self.position, trouble=why)


class _Plain(io.RawIOBase):
    """A file as fastwarc asks for it, read in larger pieces than it asks for by itself."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._file.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _begins(data: bytes) -> bool:
    return data.startswith((_GZIP, _ZSTD, b"WARC/"))


def _next_start(handle: int, at: int, size: int) -> int | None:
    """The first byte from `at` on where a record, or a compressed member with one, begins."""
    while at < size:
        chunk = os.pread(handle, _CHUNK + 16, at)
        for offset in _candidates(chunk):
            if _holds_record(os.pread(handle, 512, at + offset)):
                return at + offset
        at += _CHUNK
    return None


def _candidates(chunk: bytes) -> Iterator[int]:
    found = {mark: chunk.find(mark) for mark in (_GZIP, _ZSTD, b"WARC/1.")}
    while any(offset >= 0 for offset in found.values()):
        mark = min((mark for mark in found if found[mark] >= 0), key=lambda mark: found[mark])
        if found[mark] < _CHUNK:
            yield found[mark]
        found[mark] = chunk.find(mark, found[mark] + 1)


def _end_of_member(handle: int, at: int) -> int | None:
    """Where a gzip member ends; None where there is none, or none that is whole."""
    unpacked = zlib.decompressobj(31)
    while chunk := os.pread(handle, _CHUNK, at):
        try:
            unpacked.decompress(chunk, _CHUNK)
            while unpacked.unconsumed_tail:
                unpacked.decompress(unpacked.unconsumed_tail, _CHUNK)
        except zlib.error:
            return None
        at += len(chunk)
        if unpacked.eof:
            return at - len(unpacked.unused_data)
    return None


def _holds_record(head: bytes) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 512)
        except zlib.error:
            return False
    return head.startswith(_ZSTD) or (head.startswith(b"WARC/1.") and b"\nWARC-" in head)
