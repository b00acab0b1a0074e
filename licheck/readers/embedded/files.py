"""The bytes of a file that stories stand in -> its text, with what is to be told of the decoding."""

from __future__ import annotations

from licheck.readers.decode import decode, meta_charset, notes
from licheck.readers.embedded.story import File


def opened(path: str, data: bytes, *, xml: bool = False) -> File:
    """The file; XML can declare its encoding. Never raises."""
    declared = meta_charset(data) if xml else ""
    source, encoding = decode(data, declared)
    return File(path, source, encoding, notes(data, declared, source, encoding))
