"""One record of a web archive: whether it is a page, and the page's bytes, whole and unpacked."""

from __future__ import annotations

import io
import re
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.audit.values import HTTP_ERROR, NOT_HTML, OTHER_RECORD, REDIRECT, REVISIT, key_of
from licheck.edge import files

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 20
_LAST_CHUNK = re.compile(rb"(?:^|\n)0+(?:;[^\n]*)?\r?\n(?:[^\n]+\n)*\s*$")


class Found(NamedTuple):
    """One record. `counted` names what is only counted (empty: a page); `trouble` says why it cannot be read.

    `anchor` and `skip` are where it stands, `next` where the record after it does. `names` are keys by which a revisit
    may refer to it, `refers_to` those by which it does itself. `picture`: it is one, whose bytes nobody asked for yet.
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
    picture: bool = False


def read_record(record: WarcRecord) -> Found:
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
        kind_of_it = (record.http_content_type or "").lower()
        return found._replace(counted=NOT_HTML, picture=kind_of_it.startswith("image/"))
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


def read_picture(record: WarcRecord, most: int) -> bytes | None:
    """The bytes of a picture, whole and unpacked; None where they are not to be had, or more than `most`."""
    record.parse_http()
    if record.content_length > most:
        return None
    expected, data = record.content_length, record.reader.read(most + 1)
    try:
        return _decoded(data, record) if len(data) == expected else None
    except (OSError, zlib.error, ValueError):
        return None


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
    if sent in ("gzip", "x-gzip") and data.startswith(_GZIP):
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
