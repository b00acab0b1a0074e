"""bytes -> Page, one module per file format.

A reader is a module of this package with

    NAME: str                               what reports call the format
    SUFFIXES: tuple[str, ...]               lower case, with the dot
    recognises(head: bytes) -> bool         whether these first 4096 bytes can be this format
    read(path: str, data: bytes) -> Page    raises FormatError

and, where it has them,

    FIRST: str                                      what such a file can begin with, white space left out
    stories(path: str, data: bytes) -> Stories      for files that hold several stories

Readers are found by listing the package: a new format is a new file. A module is imported only when its
suffix, or bytes that the suffix does not explain, call for it; its constants are literals, read without that.
`embedded` holds what the readers share of formats whose HTML stands inside something else.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from licheck.errors import FormatError
from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.readers import binary, decode

if TYPE_CHECKING:
    from licheck.readers.embedded.stories import Stories

_HEAD = 4096  # bytes by which a reader recognises its format
_FALLBACK = "text"  # what anything that is text at all can be read as
_BY_LOOKS = ("html", "markdown", "text")  # known by what they look like; all others bear a mark, and go first
_IN_WORDS = {
    "feed": "RSS or Atom",
    "html": "HTML",
    "json-ld": "JSON-LD",
    "markdown": "Markdown",
    "mhtml": "MHTML",
    "text": "plain text",
    "wordpress": "JSON of WordPress",
    "wxr": "an export of WordPress",
}
_STORY = pattern(r"(.+)#([1-9][0-9]{0,5})", re.S)
_WHITE = b" \t\n\v\f\r\0" + b"\xef\xbb\xbf\xff\xfe"  # and the bytes of marks; NULs: UTF-16
_CONSTANTS = pattern(r"^(NAME|SUFFIXES|FIRST)\b[^=\n]*=\s*(\([^)]*\)|\"[^\"\n]*\")", re.M)


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
    first: str = ""


def read(path: str, data: bytes, format: str = "") -> Page:
    """The page in a file's bytes: as the format that is named, or by suffix and content.

    Of a file with several stories, `feed.xml#3` is the third. Raises FormatError for an empty or binary file,
    an unknown format, what a reader cannot read, and several stories of which none is named; its message is
    what is said of the file, without the file's name.
    """
    file, number = named_story(path)
    found = opened(file if number else path, data, format)
    if isinstance(found, Page):
        return replace(found, path=path)
    return replace(found.page(number), path=path) if number else found.only()


def opened(path: str, data: bytes, format: str = "") -> Page | Stories:
    """The page in a file's bytes; of a format that holds stories, those, to be read one by one.

    Raises FormatError as `read` does.
    """
    _refuse(data)
    reader, why = (_named(format), "") if format else _chosen(path, data)
    if hasattr(reader, "stories"):
        found: Stories = reader.stories(path, data)
        return found.with_note(why) if why else found
    page = reader.read(path, data)
    if reader.NAME not in _BY_LOOKS:
        return replace(page, notes=(why, *page.notes)) if why else page  # it has told of the decoding itself
    declared = decode.meta_charset(data) if reader.NAME == "html" else ""
    told = decode.notes(data, declared, page.source, page.encoding)
    return replace(page, notes=(*([why] if why else []), *told, *page.notes))


def named_story(path: str) -> tuple[str, int]:
    """(`feed.xml`, 3) for `feed.xml#3`; (path, 0) for what names no story."""
    found = _STORY.fullmatch(path)
    return (found[1], int(found[2])) if found else (path, 0)


@cache
def formats() -> tuple[Format, ...]:
    """All formats, sorted by name; no reader is imported."""
    return tuple(sorted(_listed()))


def _listed() -> Iterator[Format]:
    for module, source in _modules():
        if b"\nSUFFIXES" in source:  # the other modules here are parts of readers
            constants = _CONSTANTS.findall(source.decode())
            found = {name: ast.literal_eval(value) for name, value in constants}
            yield Format(found["NAME"], found["SUFFIXES"], f"{__name__}.{module}", found.get("FIRST", ""))


def _modules() -> Iterator[tuple[str, bytes]]:
    """The name and the text of each module here. pkgutil and importlib take four times as long to say."""
    for folder in __path__:
        for file in os.listdir(folder):  # noqa: PTH208 - pathlib takes 5 ms
            if file.endswith(".py") and file != "__init__.py":
                with open(os.path.join(folder, file), "rb") as opened:  # noqa: PTH118, PTH123
                    yield file.removesuffix(".py"), opened.read()


def _refuse(data: bytes) -> None:
    if not data:
        raise FormatError("is empty: there is nothing to check")
    if looks := binary.looks_like(data):
        raise FormatError(f"looks like {looks}; licheck reads {_all_in_words()}")
    if not data.strip(_WHITE):
        raise FormatError("is empty but for white space: there is nothing to check")


def _all_in_words() -> str:
    *names, last = [_in_words(format) for format in formats()]
    return f"{', '.join(names)} and {last}"


def _in_words(format: Format) -> str:
    return _IN_WORDS.get(format.name, format.name)


def _named(name: str) -> Reader:
    for format in formats():
        if format.name == name:
            return _load(format)
    known = ", ".join(format.name for format in formats())
    raise FormatError(f'cannot be read as "{name}": the formats are {known}')


def _chosen(path: str, data: bytes) -> tuple[Reader, str]:
    head = data[:_HEAD]
    if decode.wide(head):
        head = decode.decode(head)[0].encode()
    suffix = _suffix(path)
    by_suffix = [format for format in formats() if suffix in format.suffixes]
    if found := _that_recognises(by_suffix, head):
        return _load(found), ""
    others = [format for format in formats() if format not in (*by_suffix, _fallback())]
    if found := _that_recognises(sorted(others, key=lambda format: format.name in _BY_LOOKS), head):
        words = _in_words(found)
        why = f"The file is named {suffix} but is {words}, and was read as {words}."
        return _load(found), why if by_suffix else ""
    if len(by_suffix) > 1 and (found := _that_recognises(by_suffix, data)):
        return _load(found), ""  # one of several with that suffix, and its marks stand further down
    return _load(by_suffix[0] if by_suffix else _fallback()), ""


def _that_recognises(formats: Iterable[Format], head: bytes) -> Format | None:
    begins = head.lstrip(_WHITE)[:1].decode("latin-1")
    likely = (format for format in formats if not format.first or begins in format.first)
    return next((format for format in likely if _load(format).recognises(head)), None)


def _suffix(path: str) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name.lstrip(".") else ""


def _fallback() -> Format:
    return next(format for format in formats() if format.name == _FALLBACK)


def _load(format: Format) -> Reader:
    return cast(Reader, import_module(format.module))
