"""A web archive (WARC, ISO 28500), read some records at a time: what a worker does.

A position is a byte where a record, or a gzip member with one, begins (`anchor`), and how many records further on
(`skip`): in most archives each record is a member of its own and `skip` stays 0; where the whole file is one member, it
counts. fastwarc reads; what it stumbles over is told, and reading goes on at the next place where a record begins.
"""

from __future__ import annotations

import io
import os
import re
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.audit.values import HTTP_ERROR, NOT_HTML, OTHER_RECORD, REDIRECT, REVISIT, key_of
from licheck.edge import files
from licheck.edge.judge import Answer, Job
from licheck.errors import InputError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MOST, BYTES = 64, 8_000_000  # records, and bytes of pages, that come in one answer
SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4", ".arc", ".arc.gz")
MISSING = "web archives are read with fastwarc, which is not installed: `pip install fastwarc`"

_HTML = ("text/html", "application/xhtml+xml")
_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 20
_LAST_CHUNK = re.compile(rb"(?:^|\n)0+(?:;[^\n]*)?\r?\n(?:[^\n]+\n)*\s*$")
_DAMAGE = (OSError, ValueError, RuntimeError)  # what fastwarc raises


class Found(NamedTuple):
    """One record. `counted` names what is only counted (empty: a page); `trouble` says why it cannot be read.

    `anchor` and `skip` are where it stands, `next` where the record after it does. `names` are keys by which a revisit
    may refer to it, `refers_to` those by which it does itself.
    """

    anchor: int
    skip: int
    next: tuple[int, int]
    counted: str = ""
    address: str = ""
    captured: str = ""
    charset: str = ""
    data: bytes = b""
    digest: bytes = b""
    names: tuple[bytes, ...] = ()
    refers_to: tuple[bytes, ...] = ()
    trouble: str = ""


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
        reader = _reader(job.page.path, self.anchor, self.skip, lost=self.lost)
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


def _reader(path: str, anchor: int, skip: int, *, lost: bool) -> _Reader:
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
            found = _read(record)
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


def _read(record: WarcRecord) -> Found:
    """What a record holds; where it stands is filled in by the caller."""
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    found = Found(0, 0, (0, 0), address=_text(record, "WARC-Target-URI"), captured=_text(record, "WARC-Date"))
    if not record.record_id:
        return found._replace(trouble="has a record without its head: the archive was cut off, or is damaged")
    if kind not in (WarcRecordType.response, WarcRecordType.revisit) or not record.is_http:
        return found._replace(counted=OTHER_RECORD)
    record.parse_http()
    names, refers_to = _keys(record, found)
    if kind == WarcRecordType.revisit:
        return found._replace(refers_to=refers_to, counted=REVISIT)
    status = record.http_headers.status_code or 0
    if status != 200:
        return found._replace(counted=REDIRECT if 300 <= status < 400 else HTTP_ERROR)
    if (record.http_content_type or _HTML[0]).lower() not in _HTML:
        return found._replace(counted=NOT_HTML)
    return _page(record, found._replace(names=names, charset=record.http_charset or ""))


def _page(record: WarcRecord, found: Found) -> Found:
    expected = record.content_length
    data = record.reader.read(files.LIMIT + 1)
    if len(data) > files.LIMIT:
        return found._replace(
            trouble=f"is too large (more than {files.LIMIT // 1_000_000} MB): audit the story's page alone"
        )
    if len(data) < expected:
        return found._replace(
            trouble=f"was cut off: the archive has {len(data):,} of its {expected:,} bytes, so what is missing on it cannot be told"
        )
    if why := _text(record, "WARC-Truncated"):
        return found._replace(
            trouble=f"was cut off when it was archived ({why}), so what is missing on it cannot be told"
        )
    try:
        data = _decoded(data, record)
    except (OSError, zlib.error, ValueError) as error:
        return found._replace(trouble=f"cannot be unpacked ({error}): its server packed it, or it is damaged")
    if not data:
        return found._replace(trouble="is empty")
    if not record.http_content_type and not _looks_like_html(data):
        return found._replace(counted=NOT_HTML, names=())
    return found._replace(data=data, digest=blake2b(data, digest_size=16).digest())


def _looks_like_html(data: bytes) -> bool:
    from licheck.readers.html import recognises

    return recognises(data[:4096])


def _decoded(data: bytes, record: WarcRecord) -> bytes:
    """The page without the packing that it was sent in; some crawlers take that off and leave the label on."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        try:
            unpacked = _all(ChunkedReader(io.BytesIO(data)))
            if not _LAST_CHUNK.search(data[-1024:]):
                raise ValueError("its last part is missing")
            data = unpacked
        except OSError:
            if data[:1].isalnum():  # it looks like the length of a chunk
                raise
    sent = (record.http_headers.get("Content-Encoding") or "").lower().strip()
    if sent in ("gzip", "x-gzip") and data.startswith(_GZIP[:2]):
        return _inflated(data)
    if sent == "deflate" and data[:1] == b"\x78":
        return _inflated(data)
    if sent == "zstd" and data.startswith(_ZSTD):
        return _all(ZstdReader(io.BytesIO(data)))
    if sent == "br" and not _looks_like_html(data):
        return _all(BrotliReader(io.BytesIO(data)))
    return data


def _inflated(data: bytes) -> bytes:
    """gzip or zlib, as a whole: half a page would be accused of what its other half has."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    whole = unpacker.decompress(data, files.LIMIT + 1)
    if len(whole) > files.LIMIT:
        raise ValueError(f"it becomes larger than {files.LIMIT // 1_000_000} MB")
    if not unpacker.eof:
        raise ValueError("its end is missing")
    return whole


def _all(reader: Any) -> bytes:
    data = bytearray()
    while chunk := reader.read(_CHUNK):
        data += chunk
        if len(data) > files.LIMIT:
            raise ValueError(f"it becomes larger than {files.LIMIT // 1_000_000} MB")
    return bytes(data)


def _text(record: WarcRecord, name: str) -> str:
    return (record.headers.get(name) or "").strip()


def _keys(record: WarcRecord, found: Found) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """The keys that a record is known by, and those that a revisit names its record by, the surest first."""
    own = [("id", record.record_id or "")]
    own.append(("at", f"{found.address} {found.captured}"))
    referred = [("id", _text(record, "WARC-Refers-To"))]
    moment = _text(record, "WARC-Refers-To-Date")
    referred.append(("at", f"{_text(record, 'WARC-Refers-To-Target-URI')} {moment}" if moment else ""))
    digest = _text(record, "WARC-Payload-Digest")
    return tuple(tuple(key_of(kind, value.strip("<>")) for kind, value in (*keys, ("payload", digest)) if value) for keys in (own, referred))  # type: ignore[return-value]  # fmt: skip
