"""MHTML: a page with its pictures in one file, as browsers save it.

The page is the part that the archive names as its start, or its first HTML. Pictures that the page calls by
their number in the archive (`cid:`) are called by the address they were loaded from.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.model.page import Encoding, Meta, Page
from licheck.patterns import pattern
from licheck.readers.decode import decode, decode_as, meta_charset, notes
from licheck.readers.embedded.mime import Part, parts
from licheck.readers.embedded.place import placed
from licheck.readers.embedded.traced import Traced, copied

NAME = "mhtml"
SUFFIXES = (".mhtml", ".mht")
FIRST = "FMCSDXfmcsdx"  # of From, MIME-Version, Content-Type, Subject, Snapshot-Content-Location, Date, X-...

_MIME = pattern(rb"^MIME-Version\s*:", re.I | re.M)
_PAGE = pattern(rb"text/html|application/xhtml", re.I)
_PAGES = ("text/html", "application/xhtml+xml")
_BY_NUMBER = pattern(r"(?<=[\"'])cid:([^\"'\s<>]+)(?=[\"'])")
_CUT_BEHIND = "The archive is cut off after the page: pictures of it are missing."
_ELSEWHERE = (
    "Lines and columns are those of the page inside the archive, which is written in a way ({how}) that no"
    " editor shows as text."
)


class _Root(NamedTuple):
    """The page in an archive: its HTML with the way back to `source`, and the parts of the archive.

    Where the source is not that of the archive, the parts have no place in it.
    """

    html: Traced
    source: str
    encoding: Encoding
    notes: tuple[str, ...]
    inside: list[Part]
    location: str
    elsewhere: bool = False


def recognises(head: bytes) -> bool:
    """Whether these first bytes are a MIME archive that can hold a page."""
    return _MIME.search(head) is not None and _PAGE.search(head) is not None


def read(path: str, data: bytes) -> Page:
    """The page in an archive; raises FormatError where there is none, or it is not whole."""
    from licheck.readers.embedded.xhtml import as_html, is_document
    from licheck.readers.html import read_text

    data = data.removeprefix(BOM_UTF8)  # an editor put it there; it is no part of the first header's name
    as_bytes = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    archive, inside = parts(as_bytes)
    found = _opened(data, as_bytes, inside, _root_of(archive, inside))
    html = as_html(found.html) if is_document(found.html.text) else found.html
    html = _with_addresses(html, inside)
    page = read_text(path, html.text, format=NAME, encoding=found.encoding)
    cut = () if inside[-1].whole else (_CUT_BEHIND,)
    told = (*found.notes, *cut, *page.notes)
    return placed(page, html.way, found.source, _facts(archive, found), notes=told)


def _root_of(archive: Part, inside: list[Part]) -> int:
    """Which of the parts is the page."""
    start = archive.parameter("start").strip().strip("<>")
    pages = [at for at, part in enumerate(inside) if part.type in _PAGES]
    named = [at for at in pages if start and inside[at].id == start]
    at = next(iter((*named, *pages)), None)
    if not inside:
        raise FormatError("is a MIME archive without parts: no line in it is the boundary that it names")
    if at is None:
        raise FormatError("is a MIME archive that holds no HTML page")
    if not inside[at].whole:
        raise FormatError("is cut off: the page in the archive has no end; save it again")
    return at


def _opened(data: bytes, as_bytes: str, inside: list[Part], at: int) -> _Root:
    part = inside[at]
    raw = _raw(part)
    declared = part.parameter("charset") or meta_charset(raw)
    text, encoding = decode(raw, declared)
    told = notes(raw, declared, text, encoding)
    location = part.location
    if part.transfer != "base64" and not encoding.name.startswith(("utf-16", "utf-32")):
        source = as_bytes if data.isascii() else decode_as(data, encoding)
        inside = parts(source)[1]
        html = _in_place(inside[at], encoding)
        if html.text == text or html.text.split() == text.split():
            return _Root(html, source, encoding, told, inside, location)
    told = (*told, _ELSEWHERE.format(how=part.transfer))
    return _Root(copied(text, 0, len(text)), text, encoding, told, inside, location, elsewhere=True)


def _raw(part: Part) -> bytes:
    """The bytes of a part; the archive was read as if each of its bytes were a letter."""
    import binascii

    written = part.source[part.start : part.end]
    if part.transfer == "base64":
        try:
            return binascii.a2b_base64(written.encode("latin-1"))
        except binascii.Error:
            raise FormatError(
                "is damaged: the page in the archive is no valid base64; save it again"
            ) from None
    if part.transfer == "quoted-printable":
        return binascii.a2b_qp(written.encode("latin-1"))
    return written.encode("latin-1")


def _in_place(part: Part, encoding: Encoding) -> Traced:
    html = copied(part.source, part.start, part.end)
    if part.transfer == "quoted-printable":
        from licheck.readers.embedded.quoted_printable import decoded

        html = decoded(part.source, part.start, part.end, lambda run: decode_as(run, encoding))
    return html.cut(1, len(html.text)) if html.text.startswith("\ufeff") else html


def _facts(archive: Part, found: _Root) -> Iterator[Meta]:
    address = "".join(archive.headers.get("snapshot-content-location", "").split()) or found.location
    if address.startswith(("http://", "https://")):
        yield Meta("url", address, "MHTML Content-Location", 0)
    for part in found.inside:
        if part.type.startswith("image/") and part.location:
            place = 0 if found.elsewhere else part.start
            yield Meta("archived", part.location, f"MHTML part {part.type}", place)


def _with_addresses(html: Traced, inside: list[Part]) -> Traced:
    """Pictures of the archive called by the address they were loaded from."""
    places = {part.id: part.location for part in inside if part.id and part.location}
    if not places or "cid:" not in html.text:
        return html
    return html.replaced(_BY_NUMBER, lambda found: places.get(found[1]))
