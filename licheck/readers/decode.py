"""bytes -> text: byte order mark, declared encoding, UTF-8, and last a guess. Never raises.

Encodings go by the names and labels that browsers use, so "latin1" is windows-1252
(https://encoding.spec.whatwg.org/#names-and-labels). The guess is turbohtml's detector
(docs/decisions.md, "Guessing an encoding").
"""

from __future__ import annotations

import codecs
import re

from licheck.model.page import Encoding
from licheck.patterns import pattern
from licheck.text import shorten

UNDECODABLE = "\ufffd"

# UTF-32 before UTF-16, whose little-endian mark it begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_SEVERAL_BYTES = frozenset({"gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp"})
# Bytes: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
_PRESCAN = 1024
_SAMPLE = 4096  # bytes looked at for UTF-16 and UTF-32 without a mark
# Of four bytes of mostly Latin text: which are NUL, and which hold the letter.
_WIDE = (
    ("utf-32le", (1, 2, 3), (0,)),
    ("utf-32be", (0, 1, 2), (3,)),
    ("utf-16le", (1, 3), (0, 2)),
    ("utf-16be", (0, 2), (1, 3)),
)

_XML = pattern(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""", re.I)
_COMMENT = pattern(rb"<!--.*?(?:-->|$)", re.S)
_META = pattern(rb"<meta[\s/]([^>]*)", re.I)
_ATTRIBUTE = pattern(rb"""([^\s"'/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']*)))?""")
_IN_CONTENT = pattern(rb"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.I)


def decode(data: bytes, declared: str = "") -> tuple[str, Encoding]:
    """The text of a file, and how it was found; `declared` is the encoding the file names, if it names one.

    Line ends come back as `\\n`, a byte order mark and NULs do not come back. A declaration that the bytes
    contradict (they are valid UTF-8 beyond ASCII) gives way to UTF-8: a page that is sent with another
    encoding in its HTTP header looks so once it is saved. Bytes without a meaning become U+FFFD.
    """
    text, encoding = _decode(data, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\0", UNDECODABLE), encoding


def decode_as(data: bytes, encoding: Encoding) -> str:
    """The text of bytes in an encoding that `decode` has found, its line ends and NULs as from there."""
    if encoding.name.startswith("utf-"):
        text = data.decode(encoding.name, "replace")
    else:
        text = _by_name(data, encoding.name)[0]
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", UNDECODABLE)


def notes(data: bytes, declared: str, text: str, encoding: Encoding) -> tuple[str, ...]:
    """What a report must tell of a decoding, in sentences: mostly nothing.

    `data` and `declared` went into `decode`, `text` and `encoding` came out of it.
    """
    told, read_as = [], encoding.name
    name = _browser_name(declared)
    if declared and not name:
        told.append(f'The file declares the encoding "{shorten(declared, 40)}", which browsers do not know.')
    if name and name != read_as:
        told.append(f"The file declares the encoding {name}, but its bytes are {read_as}: read as that.")
    elif encoding.how == "guessed":
        told.append(f"The file does not say how its letters are encoded; licheck guessed {read_as}.")
    lost = text.count(UNDECODABLE) - (data.count(UNDECODABLE.encode()) if read_as == "utf-8" else 0)
    if lost > 0:
        line = text.count("\n", 0, text.find(UNDECODABLE)) + 1
        places = "1 place" if lost == 1 else f"{lost:,} places"
        told.append(f"Bytes that are no {read_as} text stand in {places}, first in line {line}.")
    return tuple(told)


def meta_charset(data: bytes) -> str:
    """The encoding that HTML or XML declares in its first 1024 bytes, as a lower-case label; "" if none.

    What a `meta` element says of UTF-16 is read as UTF-8, as the HTML standard has it: the element could
    not have been read otherwise.
    """
    head = data[:_PRESCAN]
    if xml := _XML.match(head.removeprefix(codecs.BOM_UTF8)):
        return _as_prescanned(xml[1])
    for meta in _META.finditer(_COMMENT.sub(b"", head)):
        values = {name.lower(): b"".join(value) for name, *value in reversed(_ATTRIBUTE.findall(meta[1]))}
        label = values.get(b"charset", b"")
        if not label and values.get(b"http-equiv", b"").lower() == b"content-type":
            found = _IN_CONTENT.search(values.get(b"content", b""))
            label = found[1] if found else b""
        if label.strip():
            return _as_prescanned(label.strip())
    return ""


def wide(data: bytes) -> str:
    """`utf-16le` and the like for bytes that are UTF-16 or UTF-32; "" for all others.

    They are known by a mark or, for text that is mostly Latin, by where the NULs stand.
    """
    for mark, name in _MARKS[1:]:
        if data.startswith(mark):
            return name
    quarter = min(len(data), _SAMPLE) // 4
    head = data[: quarter * 4]
    empty = [head[start::4].count(0) for start in range(4)]
    for name, nul, letter in _WIDE:
        if all(empty[i] > 0.9 * quarter for i in nul) and all(empty[i] < 0.1 * quarter for i in letter):
            return name
    return ""


def _decode(data: bytes, declared: str) -> tuple[str, Encoding]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), Encoding(name, "byte order mark")
    if name := wide(data):
        return data.decode(name, "replace"), Encoding(name, "guessed")
    name = _browser_name(declared)
    if b"\x1b" in data and data.isascii():  # only ISO-2022-JP writes letters so
        told, encoding = _guess(data)
        if encoding.name == "iso-2022-jp":
            return told, Encoding(encoding.name, "declared" if name == encoding.name else "guessed")
    try:
        return _valid_utf8(data, data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _not_quite_utf8(data, name)


def _valid_utf8(data: bytes, text: str, name: str) -> tuple[str, Encoding]:
    if name == "utf-8" or (name and not name.startswith("utf-16") and data.isascii()):
        return text, Encoding(name, "declared")
    if name in _SEVERAL_BYTES:  # by chance a short text can be valid as both: the declaration decides
        told, encoding = _by_name(data, name)
        if UNDECODABLE not in told:
            return told, encoding
    return text, Encoding("utf-8", "utf-8")


def _not_quite_utf8(data: bytes, name: str) -> tuple[str, Encoding]:
    text = data.decode("utf-8", "replace")
    if _mostly_read(text):  # UTF-8 with damage: any other reading would spoil every other letter
        return text, Encoding("utf-8", "declared" if name == "utf-8" else "utf-8")
    if name and name != "utf-8":
        told, encoding = _by_name(data, name)
        if UNDECODABLE not in told or _mostly_read(told):
            return told, encoding
    return _guess(data)


def _mostly_read(text: str) -> bool:
    """Whether more letters beyond ASCII were read than lost."""
    lost = text.count(UNDECODABLE)
    return len(text) - len(text.encode("ascii", "ignore")) - lost > lost


def _by_name(data: bytes, name: str) -> tuple[str, Encoding]:
    import turbohtml.detect  # registers the browsers' codecs, whose names begin with whatwg-

    assert turbohtml.detect
    return data.decode(f"whatwg-{name}", "replace"), Encoding(name, "declared")


def _guess(data: bytes) -> tuple[str, Encoding]:
    from turbohtml.detect import detect

    # The detector believes a <meta> in the first 1024 bytes; what is declared was heard, and found wrong.
    found = detect(b" " * _PRESCAN + data)
    codec, name = found.codec or "whatwg-windows-1252", found.encoding or "windows-1252"
    return data.decode(codec, "replace"), Encoding(name.lower(), "guessed")


def _as_prescanned(label: bytes) -> str:
    name = label.decode("ascii", "replace").lower()
    if name.startswith(("utf-16", "utf16", "ucs-2", "unicode")):
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name


def _browser_name(label: str) -> str:
    """The browsers' name, in lower case, for a label; "" for what they do not know (utf-7, rot13)."""
    label = label.strip().lower()
    if label in ("", "utf-8", "utf8"):
        return label and "utf-8"
    import turbohtml

    for spelling in (label, label.replace("-", "").replace("_", "")):  # latin-1, as some write latin1
        try:
            name = (turbohtml.parse(b"", encoding=spelling).encoding or "").lower()
        except (LookupError, ValueError):
            continue
        return "" if name == "replacement" else name
    return ""
