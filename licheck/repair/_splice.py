"""Edits of the decoded text -> the file's bytes with those edits, every other byte as it was.

Encoding, byte order mark and line ends stay. Bytes that mean nothing in the file's encoding stay, too.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from licheck.model.page import Page
from licheck.repair._task import Edit, Unmendable, in_order

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNICODE = {
    "utf-8": "utf-8",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32le": "utf-32-le",
    "utf-32be": "utf-32-be",
}
_OTHER_NAMES = {
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "ibm866": "cp866",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
}
_LOST = "\ufffd"
_CANNOT = "the file's encoding ({}) cannot be written by licheck"


def spelt(page: Page, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits with references (`&#322;`, in HTML as in Markdown) for the letters that the file's encoding lacks."""
    return tuple(edit._replace(text=_spelt(edit.text, page)) for edit in edits)


def _spelt(text: str, page: Page) -> str:
    name = page.encoding.name
    if name in _UNICODE or text.isascii():
        return text
    if page.encoding.how != "guessed":  # more letters of this kind could change the guess
        try:
            encoded = text.encode(_codec(name), "xmlcharrefreplace")
            there = encoded.decode(_codec(name))
            if encoded.decode(f"whatwg-{name}") == there:
                return there
        except (UnicodeError, LookupError):
            pass
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


class _Piece(NamedTuple):
    """Text that was decoded without loss, or one U+FFFD for bytes that mean nothing; where both begin."""

    text: str
    start: int  # in the text
    at: int  # in the bytes


def spliced(data: bytes, page: Page, edits: Iterable[Edit]) -> bytes:
    """The bytes of the page's file after `spelt` edits. Raises Unmendable where its encoding cannot be written."""
    raw = _Raw(data, page)
    out: list[bytes] = []
    done = 0
    for edit in in_order(edits):
        start, end = raw.byte(edit.start), raw.byte(edit.end)
        out += data[done:start], raw.encoded(edit)
        done = end
    return b"".join((*out, data[done:]))


class _Raw:
    """The bytes of a file, and where each character of its page's source stands in them."""

    def __init__(self, data: bytes, page: Page) -> None:
        self._name = page.encoding.name
        mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
        self._mark = len(mark) if page.encoding.how == "byte order mark" else 0
        self._pieces = list(_pieces(data, self._mark, self._name)) or [_Piece("", 0, self._mark)]
        text = "".join(piece.text for piece in self._pieces)
        if text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", _LOST) != page.source:
            raise Unmendable(_CANNOT.format(self._name))
        self._text = text
        self._a_byte_a_letter = self._name not in _UNICODE and len(text) == len(data)
        self._starts = [piece.start for piece in self._pieces]
        self._pairs = _pairs(text)

    def byte(self, offset: int) -> int:
        """Where in the file the character at an offset of the source begins."""
        at = offset + bisect_right(self._pairs, offset)
        piece = self._pieces[max(0, bisect_right(self._starts, at) - 1)]
        if piece.text == _LOST and at == piece.start:
            return piece.at
        if self._a_byte_a_letter:
            return at
        return piece.at + len(piece.text[: at - piece.start].encode(_codec(self._name)))

    def encoded(self, edit: Edit) -> bytes:
        """What an edit puts in, with the line ends of the place, as bytes."""
        text = edit.text.replace("\n", self._line_end(edit.start))
        return text.encode("ascii" if text.isascii() and self._name not in _UNICODE else _codec(self._name))

    def _line_end(self, offset: int) -> str:
        """The line end of the line before the place, or of the first one after it."""
        at = offset + bisect_right(self._pairs, offset)
        before = max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at))
        if before < 0:
            found = [where for sign in "\r\n" if (where := self._text.find(sign, at)) >= 0]
            if not found:
                return "\n"
            before = min(found)
            before += self._text[before : before + 2] == "\r\n"
        if self._text[before] == "\r":
            return "\r"
        return "\r\n" if self._text[before - 1 : before] == "\r" else "\n"


def _pairs(text: str) -> Sequence[int]:
    """For each CR LF of a text, the offset behind it where both are one character."""
    found: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        found.append(at + 1 - len(found))
        at = text.find("\r\n", at + 2)
    return found


def _codec(name: str) -> str:
    """Python's codec for an encoding by the name that browsers give it."""
    return _UNICODE.get(name) or _OTHER_NAMES.get(name, name)


def _pieces(data: bytes, start: int, name: str) -> Iterator[_Piece]:
    """The text of a file in pieces that know where they come from."""
    if name in _UNICODE:
        return _between_losses(data, start, _UNICODE[name])
    import turbohtml.detect  # registers the browsers' codecs

    assert turbohtml.detect
    codec = f"whatwg-{name}"
    try:
        text = data.decode(codec, "replace")
        if len(text) == len(data):  # a byte a letter
            return _between_losses(data, 0, codec)
        if name != "iso-2022-jp" and text.encode(_codec(name)) == data:
            return iter((_Piece(text, 0, 0),))
    except (LookupError, UnicodeError):
        pass
    raise Unmendable(_CANNOT.format(name))


def _between_losses(data: bytes, start: int, codec: str) -> Iterator[_Piece]:
    lost: list[tuple[int, int]] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        lost.append((start + error.start, start + error.end))
        return _LOST, error.end

    codecs.register_error("licheck-note", note)
    data[start:].decode(codec, "licheck-note")
    done, length = start, 0
    for bad, after in (*lost, (len(data), len(data))):
        if text := data[done:bad].decode(codec):
            yield _Piece(text, length, done)
            length += len(text)
        if after > bad:
            yield _Piece(_LOST, length, bad)
            length += 1
        done = after
