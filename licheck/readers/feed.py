"""RSS (0.9 to 2.0) and Atom: each item or entry is a story.

Seen are its title and its text (`content:encoded`, Atom's `content`, or a `description` that is more than a
summary). Authors, dates and links are metadata.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from licheck.errors import FormatError
from licheck.model.page import Meta, Page
from licheck.patterns import pattern
from licheck.readers.embedded.files import opened
from licheck.readers.embedded.stories import Stories
from licheck.readers.embedded.story import Story, metas, page_of, text_as_html
from licheck.readers.embedded.traced import Traced, copied, escaped
from licheck.readers.embedded.xml_places import Field, Record
from licheck.readers.embedded.xml_places import read as read_xml

NAME = "feed"
SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
FIRST = "<"

_ROOTS = ("rss", "feed", "rdf:RDF")
_HEAD = pattern(rb"<(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)[\s>]")
_EXPORT = b"wordpress.org/export/"
_BLOCKS = pattern(r"<(?:p|br|div|li|h[1-6])[\s/>]", re.I)
# How a summary ends: cut with dots, or with a link to the rest (and after it what WordPress adds below).
_GOES_ON = pattern(
    r"(?:\.\.\.|…|&hellip;|&#8230;|read more|continue reading|weiterlesen|leer más|lire la suite)"
    r"[\s\])»›→>.]*(?:&\w+;|<[^>]*>|\s)*(?:<p>The post .{0,1000})?$",
    re.I | re.S,
)
_ATOM_FACTS = {"published": "date", "updated": "date", "rights": "licence", "summary": "description"}
_RSS_FACTS = (
    ("author", ("dc:creator", "author")),
    ("date", ("pubDate", "dc:date", "dcterms:created")),
    ("publisher", ("dc:publisher", "source")),
    ("licence", ("dc:rights", "dcterms:license", "creativeCommons:license")),
    ("language", ("dc:language",)),
    ("url", ("link", "guid")),
    ("description", ("description",)),
)
_SUMMARY_WORDS = 120  # words below which a description without paragraphs is taken for a summary
_TAIL = 1_500  # characters in which the end of a summary is looked for
_IN_BRACKETS = pattern(r"[^\s()]+@[^\s()]+\s*\(([^()]+)\)")


def recognises(head: bytes) -> bool:
    """Whether these first bytes are a feed (an export of WordPress is RSS too, and no feed)."""
    return _HEAD.search(head) is not None and _EXPORT not in head


def read(path: str, data: bytes) -> Page:
    """The one story of a feed; raises FormatError."""
    return stories(path, data).only()


def stories(path: str, data: bytes) -> Stories:
    """The stories of a feed; raises FormatError for what is none, or holds no whole story."""
    file = opened(path, data, xml=True)
    found = read_xml(file.source)
    if found.root not in _ROOTS:
        raise FormatError(
            f"is XML, but no feed and no export of WordPress: its outermost element is {found.root[:40]}"
        )
    if not found.records:
        raise FormatError(found.trouble or "is a feed without a story")
    atom = found.root == "feed"

    def make(index: int) -> Page:
        record = found.records[index]
        story = _atom(record, found.head) if atom else _rss(record, found.head)
        return page_of(story, file, NAME)

    return Stories(path, len(found.records), make, found.trouble)


def _rss(record: Record, head: Record) -> Story:
    notes: tuple[str, ...] = ()
    body = record.first("content:encoded", "xhtml:body")
    if body is None:
        body = record.first("description")
        if body is None:
            raise FormatError("has no text in this feed: check the story's page")
        if _is_summary(body):
            raise FormatError(
                "has only a summary in this feed (description, no content:encoded): check the story's page"
            )
        notes = ("The story's text was read from its description: the feed has no content:encoded.",)
    text = _xhtml(body) if body.name == "xhtml:body" else body.text()
    assert text
    title = record.first("title", "dc:title")
    facts = tuple(_rss_facts(record, head, body))
    return Story(title.text() if title else None, text, (record.start, record.end), facts, notes)


def _is_summary(field: Field) -> bool:
    text = field.text()
    said = text.text if text else ""
    if _GOES_ON.search(said[-_TAIL:]):
        return True
    return not _BLOCKS.search(said) and len(said.split()) < _SUMMARY_WORDS


def _rss_facts(record: Record, head: Record, body: Field) -> Iterator[Meta]:
    for name, names in _RSS_FACTS:
        for field in record.all(*names):
            yield from _fact(name, field, "RSS") if field is not body else ()
    yield from _of_all(head, "RSS", (("site", "title"), ("language", "language"), ("licence", "copyright")))


def _fact(name: str, field: Field, where: str) -> list[Meta]:
    value = str(field)
    if field.name == "author" and (found := _IN_BRACKETS.fullmatch(value)):
        value = found[1]  # RSS has the address first: jane@paper.example (Jane Doe)
    if field.name == "guid" and not value.startswith(("http://", "https://")):
        return []
    return metas(f"{where} {field.name}", [(name, value, field.start)])


def _of_all(head: Record, where: str, names: tuple[tuple[str, str], ...]) -> Iterator[Meta]:
    for name, element in names:
        if field := head.first(element):
            yield from metas(f"{where} {element} of the feed", [(name, field, field.start)])


def _atom(record: Record, head: Record) -> Story:
    content = record.first("content") or next(iter(record.all("content")), None)
    if content is None:
        has = "only a summary" if record.first("summary") else "no text"
        raise FormatError(f"has {has} in this feed: check the story's page")
    title = record.first("title")
    return Story(
        _atom_text(title, plain=escaped) if title else None,
        _atom_content(content),
        (record.start, record.end),
        tuple(_atom_facts(record, head)),
    )


def _atom_content(content: Field) -> Traced:
    kind, address = content.attributes.get("type", "text").lower(), content.attributes.get("src", "")
    known = kind in ("text", "html", "xhtml", "application/xhtml+xml") or kind.startswith("text/")
    text = _atom_text(content, plain=text_as_html) if known and not address else None
    if text is None:
        where = f"at {address[:200]}" if address else f"of a kind that is not read ({kind[:40]})"
        raise FormatError(f"has no text in this feed: its content is {where}")
    return text


def _atom_text(field: Field, plain: Callable[[Traced], Traced]) -> Traced | None:
    """Text of any of Atom's kinds, as HTML."""
    kind = field.attributes.get("type", "text").lower()
    if "xhtml" in kind:
        return _xhtml(field)
    text = field.text()
    return plain(text) if text and kind not in ("html", "text/html") else text


def _xhtml(field: Field) -> Traced:
    from licheck.readers.embedded.xhtml import as_html

    if [part.name for part in field.inside] == ["xhtml:div"]:
        field = field.inside[0]  # Atom puts one around all, which is not part of what is said
    return as_html(copied(field.source, field.start, field.end))


def _atom_facts(record: Record, head: Record) -> Iterator[Meta]:
    authors = record.all("author") or head.all("author")
    for author in authors:
        named = [field for field in author.inside if field.name == "name"]
        yield from metas("Atom author", [("author", field, field.start) for field in named])
    for element, name in _ATOM_FACTS.items():
        yield from metas(f"Atom {element}", [(name, field, field.start) for field in record.all(element)])
    for link in record.all("link"):
        relation = {"alternate": "url", "canonical": "canonical", "license": "licence"}.get(
            link.attributes.get("rel", "alternate")
        )
        if relation:
            yield from metas("Atom link", [(relation, link.attributes.get("href"), link.offset)])
    for source in record.all("source"):
        named = [field for field in source.inside if field.name == "title"]
        yield from metas("Atom source", [("publisher", field, field.start) for field in named])
    yield from _of_all(head, "Atom", (("site", "title"), ("licence", "rights")))
