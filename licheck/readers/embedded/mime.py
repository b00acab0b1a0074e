"""The parts of a MIME archive, with their places in it.

Python's `email` package reads such archives too, but does not tell where in the file a part stands, and takes
77 ms to import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from licheck.patterns import pattern

_HEADER = pattern(r"([!-9;-~]+)[ \t]*:[ \t]*([^\n]*(?:\n[ \t]+[^\n]*)*)\n?")
_PARAMETER = pattern(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))')
_MOST_HEADERS = 200
_MOST_PARTS = 10_000
_DEEPEST = 5  # archives within archives


class Part(NamedTuple):
    """A part: source[start:end] is what stands in it; `whole` tells whether its end was found.

    Names of headers are lower case, values are unfolded.
    """

    headers: Mapping[str, str]
    source: str
    start: int
    end: int
    whole: bool

    @property
    def type(self) -> str:
        """Such as `text/html`; empty where it is not told."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def transfer(self) -> str:
        """How it is written: `quoted-printable`, `base64`, or as it is (`7bit`)."""
        return self.headers.get("content-transfer-encoding", "7bit").strip().lower()

    @property
    def id(self) -> str:
        """Its Content-ID, without the angle brackets."""
        return self.headers.get("content-id", "").strip().strip("<>")

    @property
    def location(self) -> str:
        """Where it was loaded from; an address that was folded is put together again."""
        return "".join(self.headers.get("content-location", "").split())

    def parameter(self, name: str) -> str:
        """A parameter of its Content-Type; empty where it has none of that name."""
        for found in _PARAMETER.finditer(self.headers.get("content-type", "")):
            if found[1].lower() == name:
                return re.sub(r"\\(.)", r"\1", found[2]) if found[2] is not None else found[3]
        return ""


def parts(source: str) -> tuple[Part, list[Part]]:
    """The archive and its parts, those of archives within it too, in the order of the file.

    What is no archive but a message of its own is its only part.
    """
    archive = _part(source, 0, len(source), True)
    return archive, [*_flat(archive, _DEEPEST)]


def _inside(archive: Part, depth: int) -> Iterator[Part]:
    boundary = archive.parameter("boundary")
    if not boundary or not depth:
        return
    line = re.compile(rf"^--{re.escape(boundary)}(--)?[ \t]*(?:\n|\Z)", re.M)
    start = -1
    for count, found in enumerate(line.finditer(archive.source, archive.start, archive.end)):
        if start >= 0:
            yield from _flat(_part(archive.source, start, found.start(), True), depth - 1)
        start = found.end()
        if found[1] or count == _MOST_PARTS:
            return
    if start >= 0:
        yield from _flat(_part(archive.source, start, archive.end, False), depth - 1)


def _flat(part: Part, depth: int) -> Iterator[Part]:
    if part.type.startswith("multipart/"):
        yield from _inside(part, depth)
    else:
        yield part


def _part(source: str, start: int, end: int, whole: bool) -> Part:
    headers: dict[str, str] = {}
    at = start
    for _ in range(_MOST_HEADERS):
        found = _HEADER.match(source, at, end)
        if found is None:
            break
        headers.setdefault(found[1].lower(), " ".join(found[2].split()))
        at = found.end()
    if source.startswith("\n", at):
        at += 1
    return Part(headers, source, min(at, end), end, whole)
