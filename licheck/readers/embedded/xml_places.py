"""XML with the place of every element in the file, for files that are lists of stories (feeds, exports).

expat says what is well formed, and where; it fetches nothing, and whatever declares entities is refused, so
that nothing is expanded. Text is read again from the file when it is asked for (`xml_text.py`).
"""

from __future__ import annotations

import pyexpat
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.patterns import pattern
from licheck.readers.embedded.traced import Traced

DEEPEST = 1_000  # elements within one another; real feeds have 20
_MOST = 10_000  # stories in a file
_MOST_FIELDS = 10_000  # elements of one story, or of what stands above the stories

# Namespaces by the prefix that is usual for them. Elements of Atom and of RSS 1.0 are called by their bare
# names where the file is made of them.
_PREFIXES = {
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
_EXPORT = pattern(r"http://wordpress\.org/export/[\d.]+/(excerpt/)?$")  # the version is part of it
_HOLDERS = ("rss", "rdf:RDF", "channel", "feed")
_STORIES = ("item", "entry")

_OPENING = pattern(r"\s*(?:<\?xml\b[^>]*\?>)?")
_NOT_XML = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EMPTY = pattern(r"\s*(?:<!\[CDATA\[\s*\]\]>\s*)?")
_TAG = pattern(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_CUT = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")


class Field(NamedTuple):
    """An element: source[start:end] is what stands in it, `offset` where its tag begins.

    `inside` are its child elements (not theirs).
    """

    name: str
    attributes: Mapping[str, str]
    source: str
    offset: int
    start: int
    end: int
    inside: tuple[Field, ...] = ()

    def text(self) -> Traced | None:
        """What it says, with the way back, no white space around it; None where it says nothing."""
        from licheck.readers.embedded.xml_text import said

        return said(self.source, self.start, self.end).stripped()

    def __str__(self) -> str:
        text = self.text()
        return " ".join(text.text.split()) if text else ""


class Record(NamedTuple):
    """The elements of one story, or of what is said about all stories of a file; it is source[start:end]."""

    fields: tuple[Field, ...]
    start: int
    end: int

    def first(self, *names: str) -> Field | None:
        """The first element that has one of these names and is not empty; earlier names go first."""
        for name in names:
            for field in self.fields:
                if field.name == name and not _EMPTY.fullmatch(field.source, field.start, field.end):
                    return field
        return None

    def all(self, *names: str) -> list[Field]:
        """All elements that have one of these names."""
        return [field for field in self.fields if field.name in names]


class Stories(NamedTuple):
    """A file: the name of its outermost element, what it says of all stories, and the stories.

    `trouble` is empty, or says (as the end of a sentence about the file) why not all of it was read.
    """

    root: str
    head: Record
    records: tuple[Record, ...]
    trouble: str = ""


def read(source: str) -> Stories:
    """The stories of a file. Raises FormatError for what is no XML at all, or is built to do harm."""
    reading = _Reading(source)
    trouble = reading.run()
    if not reading.root:
        raise FormatError(trouble or "is no XML")
    head = Record(tuple(reading.head), 0, len(source))
    return Stories(reading.root, head, tuple(reading.records), trouble)


def outermost(source: str) -> tuple[str, str]:
    """(the outermost element, why it is not well formed: empty where it is) of a text that may be XML."""
    reading = _Reading(source, shallow=True)
    try:
        return (reading.root, why) if (why := reading.run()) else (reading.root, "")
    except FormatError as error:
        return reading.root, str(error)


class _Reading:
    """One pass of expat over a file."""

    def __init__(self, source: str, *, shallow: bool = False) -> None:
        self.root = ""
        self.head: list[Field] = []
        self.records: list[Record] = []
        self._source = source
        self._depth = 0
        self._base = 0  # the depth of the element whose children are fields
        self._story: list[Field] | None = None
        self._story_offset = 0
        self._open: list[tuple[str, dict[str, str], int, list[Field]]] = []  # a field, and one inside it
        self._scopes: list[tuple[int, dict[str, str]]] = [(0, {})]  # prefixes, from a depth on
        self._bytes = b""
        self._at_byte, self._at = 0, 0
        self._shallow = shallow

    def run(self) -> str:
        """Why not all was read, as the end of a sentence about the file; raises FormatError."""
        opening = _OPENING.match(self._source)
        before = opening.end() if opening else 0  # may tell another encoding, or follow an empty line
        text = " " * before + _NOT_XML.sub("\ufffd", self._source[before:])
        self._bytes = text.encode("utf-8", "replace")
        parser = self._parser = pyexpat.ParserCreate("utf-8")
        # Entities that are not declared in the file (&nbsp;) are no error, and nothing is fetched.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(pyexpat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.EntityDeclHandler = _refuse_entity
        parser.StartElementHandler = self._start_shallow if self._shallow else self._start
        parser.EndElementHandler = self._end_shallow if self._shallow else self._end
        try:
            parser.Parse(self._bytes, True)
        except pyexpat.ExpatError as error:
            return _trouble(error)
        return ""

    def _start_shallow(self, name: str, attributes: dict[str, str]) -> None:
        self._deeper()
        if self._depth == 1:
            self._see_prefixes(attributes)
            self.root = self._canonical(name)

    def _end_shallow(self, _name: str) -> None:
        self._depth -= 1

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormatError(f"is XML that is nested more than {DEEPEST:,} deep: no feed is")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._deeper()
        if attributes:
            self._see_prefixes(attributes)
        below = self._depth - self._base
        if below > 2 and self._open:
            return
        name = self._canonical(name)
        if self._depth == 1:
            self.root = name
        if self._story is None and name in _STORIES and below == 1:
            self._begin_story()
        elif name in _HOLDERS and self._story is None and below == 1:
            self._base = self._depth
        elif below <= 2 and len(self._open) == below - 1:
            self._open.append((name, attributes, self._offset(), []))

    def _end(self, _name: str) -> None:
        below = self._depth - self._base
        if 0 < below == len(self._open):
            self._end_field(below)
        elif below == 0:
            if self._story is not None:
                self.records.append(Record(tuple(self._story), self._story_offset, self._offset()))
                self._story = None
            self._base -= 1
        if self._scopes[-1][0] == self._depth:
            self._scopes.pop()
        self._depth -= 1

    def _begin_story(self) -> None:
        if len(self.records) == _MOST:
            raise FormatError(f"holds more than {_MOST:,} stories: split it into several files")
        self._story = []
        self._story_offset = self._offset()
        self._base = self._depth

    def _end_field(self, below: int) -> None:
        name, attributes, offset, inside = self._open.pop()
        tag = _TAG.match(self._source, offset)
        start = tag.end() if tag else offset
        end = start if self._source[start - 2 : start] == "/>" else self._offset()
        field = Field(name, attributes, self._source, offset, start, max(start, end), tuple(inside))
        fields = self._open[-1][3] if below == 2 else self.head if self._story is None else self._story
        fields.append(field)
        if len(fields) > _MOST_FIELDS:
            raise FormatError(f"holds a story of more than {_MOST_FIELDS:,} elements: no story has so many")

    def _offset(self) -> int:
        """Where expat is, in characters."""
        byte = self._parser.CurrentByteIndex
        self._at += len(self._bytes[self._at_byte : byte].decode("utf-8", "replace"))
        self._at_byte = byte
        return self._at

    def _see_prefixes(self, attributes: dict[str, str]) -> None:
        found = {}
        for name in islice(attributes, 200):
            if name.startswith("xmlns") and (name == "xmlns" or name[5] == ":"):
                found[name[6:]] = _usual(attributes[name])
        if found:
            scope = {**self._scopes[-1][1], **found}
            self._scopes.append((self._depth, dict(islice(scope.items(), 200))))

    def _canonical(self, name: str) -> str:
        """The name of an element with the prefix that is usual for its namespace."""
        prefix, _, local = name.rpartition(":")
        usual = self._scopes[-1][1].get(prefix)
        if usual is None:
            return name
        if not usual or (usual == "atom" and (self.root or local) == "feed"):
            return local
        return f"{usual}:{local}" if usual != "?" else name


def _usual(namespace: str) -> str:
    """The usual prefix of a namespace; "?" for those that do not matter here."""
    if export := _EXPORT.match(namespace):
        return "excerpt" if export[1] else "wp"
    return _PREFIXES.get(namespace, "?" if namespace else "")


def _refuse_entity(name: str, *_: object) -> None:
    raise FormatError(
        f'declares an entity ("{name[:40]}"): such files are not read, since entities can be made to do harm'
    )


def _trouble(error: pyexpat.ExpatError) -> str:
    what = pyexpat.ErrorString(error.code)
    if what in _CUT:
        return f"is cut off: its XML ends in the middle, in line {error.lineno}"
    if what == "junk after document element":
        return f"goes on in line {error.lineno}, where its XML has ended: what follows was not read"
    return f"is no well-formed XML from line {error.lineno} on ({what})"
