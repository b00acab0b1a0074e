"""Bytes that are no text: what they look like, so that a person sees which file was given by mistake."""

from __future__ import annotations

from licheck.readers.decode import wide

# (offset, first bytes, what it is). Sources: the formats' own specifications; the names are for people.
_SIGNATURES = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"BM", "a BMP image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBPVP8", "a WebP image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftypheic", "a HEIC image"),
    (4, b"ftyp", "a video"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (0, b"ID3", "an audio file"),
    (0, b"OggS", "an audio file"),
    (8, b"WAVEfmt", "an audio file"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\x00asm", "a program"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
)
# What a zip archive is, by a name near its beginning.
_IN_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
_LETTERS_TOO = (
    b"BM",
    b"MZ",
    b"ID3",
    b"BZh",
    b"ftyp",
)  # text may begin so; only with a NUL near by are they what they seem
_HEAD = 8000  # bytes searched for a NUL, as git does to tell binary files from text
_MOST_CONTROL = 0.1  # of the first 4096 bytes; text has none but white space, ESC and form feed
_CONTROL = bytes(sorted({*range(32), 127} - set(b"\t\n\v\f\r\x1b")))


def looks_like(data: bytes) -> str:
    """What binary data is, with its article ("a PDF document"); "" for text in any encoding."""
    head = data[:_HEAD]
    nul = b"\0" in head
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset) and (nul or signature not in _LETTERS_TOO):
            return name
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((name for sign, name in _IN_ZIP if sign in head), "a zip archive")
    if wide(data):
        return ""
    start = head[:4096]
    control = len(start) - len(start.translate(None, _CONTROL))
    return "binary data" if nul or control > _MOST_CONTROL * len(start) else ""
