"""Creative Commons licences by what people call them: "CC BY-ND 4.0", "Namensnennung - Keine Bearbeitungen 3.0 Deutschland".

A text is read once from left to right, word by word of the vocabulary; what stands between two such words decides
whether they belong together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from licheck.licences.value import DEDICATION, MARK, ZERO, Licence, code_of
from licheck.licences.vocabulary import CODES, COUNTRIES, FILLERS, LICENCE, PARTS, WORLDWIDE
from licheck.patterns import pattern
from licheck.text import fold_with_map

_GAP = 24  # characters between two parts of a name; "Creative Commons" may stand further from the rest
_HEAD_GAP = 40
_QUICK = pattern(
    r"creative.{0,2}commons|\bcc.{0,2}(?:by|0|zero|nc|nd|sa|pd|li)|\bby-n[cd]|\bby-sa|public domain (?:mark|ded)"
    r"|attribution|atribu[ciçt]|reconocimiento|namensnennung|naamsvermelding|attribuzione|paternit|uznanie autorstwa",
    re.I,
)
_ONLY_FILLERS = pattern(rf"(?:[\s,()\[\]\"'/|+:»«-]|\b(?:{FILLERS})\b){{0,40}}\.?")
_LICENCE_WORD = pattern(rf"\b(?:{LICENCE})\b")
_NEAR = 14  # characters before or behind a bare "Creative Commons" in which the word for a licence stands
_NO_RIGHTS = {"zero": ZERO, "mark": MARK, "dedication": DEDICATION}


class Named(NamedTuple):
    """A licence that text[start:end] names."""

    licence: Licence
    start: int
    end: int


class _Word(NamedTuple):
    """A word of the vocabulary in a folded text: what it is (`by` ... , `cc`, `version`, `port`), and its value."""

    kind: str
    value: str
    start: int
    end: int


def may_name(text: str) -> bool:
    """Quick: whether a text could name a licence at all."""
    return _QUICK.search(text) is not None


def licences_named(text: str) -> list[Named]:
    """Every licence that a text names, in its order."""
    if not may_name(text):
        return []
    folded = fold_with_map(text)
    bare = _without_accents(folded.text)
    found = []
    for words in _names(bare, list(_words(bare))):
        if words[-1].kind == "port" and not _is_port(
            text[slice(*folded.span(words[-1].start - 1, words[-1].end))]
        ):
            words.pop()
        start, end = folded.span(words[0].start, words[-1].end)
        if licence := _licence(bare, words, text[start:end]):
            found.append(Named(licence, start, end))
    return found


def _words(bare: str) -> Iterator[_Word]:
    for hit in _vocabulary().finditer(bare):
        kind = hit.lastgroup or ""
        if kind == "short":
            yield _Word("short", hit["short"], *hit.span())
        elif kind.startswith("port_"):
            yield _Word("port", kind.removeprefix("port_"), *hit.span())
        else:
            yield _Word(kind, hit.group(), *hit.span())


def _names(bare: str, words: list[_Word]) -> Iterator[list[_Word]]:
    """The words that belong together, name by name."""
    name: list[_Word] = []
    for word in words:
        if name and not _goes_on(bare, name, word):
            yield name
            name = []
        if name or word.kind not in ("version", "port", "world"):
            name.append(word)
    if name:
        yield name


def _goes_on(bare: str, name: list[_Word], word: _Word) -> bool:
    """Whether a word continues a name."""
    last = name[-1]
    gap = bare[last.end : word.start]
    if len(gap) > (_HEAD_GAP if last.kind == "cc" else _GAP) or not _ONLY_FILLERS.fullmatch(gap):
        return False
    if last.kind in ("port", "world"):
        return False
    if last.kind == "version":
        return word.kind in ("port", "world")
    if word.kind in ("port", "world"):
        return False  # behind a version only: "Attribution, France"
    if word.kind == "cc" or word.kind in _NO_RIGHTS:
        return last.kind == "cc"
    if "." in gap:
        return False
    return not (word.kind == "by" and any(one.kind in PARTS for one in name)) or last.kind == "cc"


def _licence(bare: str, words: list[_Word], written: str) -> Licence | None:
    """The licence that these words name together; None where they are no such name."""
    kinds = {word.kind for word in words}
    version = next((word.value for word in words if word.kind == "version"), "")
    for kind, code in _NO_RIGHTS.items():
        if kind in kinds:
            return Licence(code, "" if code == DEDICATION else version)
    parts = {kind for kind in kinds if kind in PARTS}
    short = [word for word in words if word.kind == "short"]
    for word in short:
        parts |= set(re.findall(r"by|nc|nd|sa", word.value))
    known = "cc" in kinds
    if not parts:
        is_named = known and (version or _says_licence(bare, words))
        return Licence("", version) if is_named else None
    if not known and not _is_sure(bare, words, parts, version):
        return None
    if short and parts == {"by"} and not _is_written_as_code(written, version):
        return Licence("", version) if _says_licence(bare, words) else None
    code = code_of(parts if "by" in parts or version == "1.0" else parts | {"by"})
    return Licence(code, version, _port(words, version))


def _is_sure(bare: str, words: list[_Word], parts: set[str], version: str) -> bool:
    """Whether parts without "Creative Commons" are a licence's name: they are words like any others."""
    if "by" not in parts:
        return False
    if version:
        world = any(word.kind == "world" for word in words)
        return len(parts) >= 2 or world or _says_licence(bare, words)
    gaps = (bare[one.end : other.start] for one, other in pairwise(words))
    return len(parts) >= 2 and all("-" in gap and not gap.strip(" -") for gap in gaps)


def _is_written_as_code(written: str, version: str) -> bool:
    """Whether "by" is the licence's sign: "CC BY", "cc-by", "cc by 4.0"; not "Creative Commons by Ann"."""
    return bool(version) or "BY" in written or re.search(r"cc-?by", written, re.I) is not None


def _says_licence(bare: str, words: list[_Word]) -> bool:
    start, end = words[0].start, words[-1].end
    return _LICENCE_WORD.search(bare, max(0, start - _NEAR), end + _NEAR) is not None


def _port(words: list[_Word], version: str) -> str:
    """The jurisdiction; versions 4.0 have none."""
    return "" if version == "4.0" else next((word.value for word in words if word.kind == "port"), "")


def _is_port(written: str) -> bool:
    """Whether a country behind a version, with the sign before it, is one: "3.0 DE", "3.0-de"; not "3.0 de Ann"."""
    name = written[1:].lstrip("(")
    return len(name) > 2 or name.isupper() or written[0] in "-(" or written[1] == "("


def _without_accents(text: str) -> str:
    """The text with Latin letters without their accents, each sign in its place."""
    return text if text.isascii() else text.translate(_accents())


@cache
def _accents() -> Mapping[int, str]:
    letters = [chr(code) for code in range(0xC0, 0x250) if unicodedata.decomposition(chr(code))]
    plain = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return plain | {ord("œ"): "o", ord("ł"): "l", ord("’"): "'"}


@cache
def _vocabulary() -> re.Pattern[str]:
    parts = "".join(rf"|(?P<{part}>\b(?:{'|'.join(names)})\b)" for part, names in PARTS.items())
    behind_version = r"(?<=\d[ ,(-])"
    by_name = "".join(
        rf"|(?P<port_{code}>{behind_version}\(?(?:{names}|{code})\b)" for code, names in COUNTRIES.items()
    )
    by_code = "".join(
        rf"|(?P<port_{code}>{behind_version}{code}\b)" for code in CODES if code not in COUNTRIES
    )
    return re.compile(
        r"(?P<zero>\bcc[ -]?(?:0|zero)(?![a-z\d])|\bcreative commons zero\b)"
        r"|(?P<mark>\bpublic domain mark\b|\bcc[ -]pdm\b)"
        r"|(?P<dedication>\bpublic domain dedication and certification\b|\bcc[ -]pddc\b)"
        r"|(?P<cc>\bcreative[ -]?commons\b|(?<![a-z\d@.])cc(?=[ -]?(?:by\b|nc\b|nd\b|sa\b|licen|lizenz))|\(cc\))"
        r"|(?P<short>(?:\b|(?<=cc))by(?:[ /-](?:nc|nd|sa)\b){0,3}(?![a-z'])|(?<=cc[ -])(?:nc|nd|sa)\b)"
        + parts
        + rf"|(?P<world>\b(?:{'|'.join(WORLDWIDE)})\b)"
        + r"|(?P<version>(?<![\d.,])[1-4]\.[015](?![\d.]*\d))"
        + by_name
        + by_code
    )
