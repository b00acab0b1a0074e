"""bytes -> Page, one module per file format.

A reader is a module of this package with

    NAME: str                               what reports call the format
    SUFFIXES: tuple[str, ...]               lower case, with the dot; a literal, it is read without importing
    recognises(head: bytes) -> bool         whether these first 4096 bytes can be this format
    read(path: str, data: bytes) -> Page    raises FormatError

Readers are found by listing the package: a new format is a new file. A module is imported only when its
suffix, or bytes that the suffix does not explain, call for it.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from typing import NamedTuple, Protocol, cast

from licheck.errors import FormatError
from licheck.model.page import Page
from licheck.readers import binary, decode

_HEAD = 4096  # bytes by which a reader recognises its format
_FALLBACK = "text"  # what anything that is text at all can be read as
_IN_WORDS = {"html": "HTML", "markdown": "Markdown", "text": "plain text"}
_WHITE = b" \t\n\v\f\r\0" + b"\xef\xbb\xbf\xff\xfe"  # and the bytes of marks; NULs: UTF-16
_CONSTANTS = re.compile(r"^(NAME|SUFFIXES)\b[^=\n]*=\s*(\([^)]*\)|\"[^\"\n]*\")", re.M)


class Reader(Protocol):
    """What a module of this package offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def recognises(self, head: bytes) -> bool:
        """Whether the first bytes of a file can be this format."""

    def read(self, path: str, data: bytes) -> Page:
        """The page; raises FormatError."""


class Format(NamedTuple):
    """A format, known before its reader is imported."""

    name: str
    suffixes: tuple[str, ...]
    module: str


def read(path: str, data: bytes, format: str = "") -> Page:
    """The page in a file's bytes: as the format that is named, or by suffix and content.

    Raises FormatError for an empty or binary file, an unknown format, and what a reader cannot read; its
    message is what is said of the file, without the file's name.
    """
    _refuse(data)
    reader, why = (_named(format), "") if format else _chosen(path, data)
    page = reader.read(path, data)
    declared = decode.meta_charset(data) if reader.NAME == "html" else ""
    told = decode.notes(data, declared, page.source, page.encoding)
    return replace(page, notes=(*([why] if why else []), *told, *page.notes))


@cache
def formats() -> tuple[Format, ...]:
    """All formats, sorted by name; no reader is imported."""
    return tuple(sorted(_listed()))


def _listed() -> Iterator[Format]:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        source = _source(module.name)
        if "\nSUFFIXES" in source:  # the other modules here are parts of readers
            found = {name: ast.literal_eval(value) for name, value in _CONSTANTS.findall(source)}
            yield Format(found["NAME"], found["SUFFIXES"], module.name)


def _source(module: str) -> str:
    """The text of a module, which is not imported for it."""
    spec = find_spec(module)
    if spec and spec.origin and isinstance(spec.loader, SourceFileLoader):
        return spec.loader.get_data(spec.origin).decode()
    return ""


def _refuse(data: bytes) -> None:
    if not data:
        raise FormatError("is empty: there is nothing to check")
    if looks := binary.looks_like(data):
        raise FormatError(f"looks like {looks}; licheck reads {_all_in_words()}")
    if not data.strip(_WHITE):
        raise FormatError("is empty but for white space: there is nothing to check")


def _all_in_words() -> str:
    *names, last = [_IN_WORDS.get(format.name, format.name) for format in formats()]
    return f"{', '.join(names)} and {last}"


def _named(name: str) -> Reader:
    for format in formats():
        if format.name == name:
            return _load(format)
    known = ", ".join(format.name for format in formats())
    raise FormatError(f'cannot be read as "{name}": the formats are {known}')


def _chosen(path: str, data: bytes) -> tuple[Reader, str]:
    """The reader, and what to tell where it is not the one that the file's suffix calls for."""
    head = data[:_HEAD]
    if decode.wide(head):
        head = decode.decode(head)[0].encode()
    suffix = _suffix(path)
    by_suffix = next((format for format in formats() if suffix in format.suffixes), None)
    if by_suffix and _load(by_suffix).recognises(head):
        return _load(by_suffix), ""
    for format in formats():
        if format not in (by_suffix, _fallback()) and _load(format).recognises(head):
            words = _IN_WORDS.get(format.name, format.name)
            why = f"The file is named {suffix} but is {words}, and was read as {words}."
            return _load(format), why if by_suffix else ""
    return _load(by_suffix or _fallback()), ""


def _suffix(path: str) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name.lstrip(".") else ""


def _fallback() -> Format:
    return next(format for format in formats() if format.name == _FALLBACK)


def _load(format: Format) -> Reader:
    return cast(Reader, import_module(format.module))
