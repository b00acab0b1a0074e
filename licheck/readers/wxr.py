"""An export of WordPress (WXR): its posts and pages are stories, pictures, menus and revisions are none.

Seen are the title and `content:encoded`, as WordPress shows it. The author (`dc:creator`, by the name that
the export gives for that login), dates and the fields of `wp:postmeta` are metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from licheck.errors import FormatError
from licheck.model.page import Meta, Page
from licheck.readers.embedded.files import opened
from licheck.readers.embedded.stories import Stories
from licheck.readers.embedded.story import Story, metas, page_of
from licheck.readers.embedded.wordpress_text import shown
from licheck.readers.embedded.xml_places import Field, Record
from licheck.readers.embedded.xml_places import read as read_xml

NAME = "wxr"
SUFFIXES = (".xml", ".wxr")
FIRST = "<"

_STORIES = ("post", "page")
_PUBLIC = ("publish", "")
_CUSTOM = {
    "_yoast_wpseo_canonical": "canonical",
    "rank_math_canonical_url": "canonical",
    **dict.fromkeys(("author", "byline", "guest_author", "guest-author"), "author"),
}
_FACTS = {"wp:post_date": "date", "pubDate": "date", "link": "url", "excerpt:encoded": "description"}
_LONGEST_VALUE = 500  # characters of a custom field; longer ones are settings of plug-ins


def recognises(head: bytes) -> bool:
    """Whether these first bytes are an export of WordPress."""
    return b"<rss" in head and b"wordpress.org/export/" in head


def read(path: str, data: bytes) -> Page:
    """The one story of an export; raises FormatError."""
    return stories(path, data).only()


def stories(path: str, data: bytes) -> Stories:
    """The posts and pages of an export; raises FormatError for what is none, or holds no whole one."""
    file = opened(path, data, xml=True)
    found = read_xml(file.source)
    if found.root != "rss":
        raise FormatError(f"is XML, but no export of WordPress: its outermost element is {found.root[:40]}")
    records = [record for record in found.records if _type(record) in _STORIES]
    others = len(found.records) - len(records)
    if not records:
        holds = f" (it holds {others:,} items of other kinds)" if others else ""
        raise FormatError(found.trouble or f"is an export of WordPress without a post or a page{holds}")
    logins = dict(_logins(found.head))

    def make(index: int) -> Page:
        return page_of(_story(records[index], found.head, logins), file, NAME)

    return Stories(path, len(records), make, found.trouble)


def _type(record: Record) -> str:
    kind = record.first("wp:post_type")
    return str(kind) if kind else "post"


def _logins(head: Record) -> Iterator[tuple[str, str]]:
    """Login -> name of the authors."""
    for author in head.all("wp:author"):
        said = {field.name: str(field) for field in author.inside}
        names = (said.get("wp:author_first_name", ""), said.get("wp:author_last_name", ""))
        name = said.get("wp:author_display_name") or " ".join(filter(None, names))
        if name:
            yield said.get("wp:author_login", ""), name


def _story(record: Record, head: Record, logins: Mapping[str, str]) -> Story:
    content, title = record.first("content:encoded"), record.first("title")
    text = content.text() if content else None
    if text is None:
        raise FormatError("has no text in this export (content:encoded is empty)")
    html, note = shown(text)
    status = record.first("wp:status")
    state = str(status) if status else ""
    notes = (note, f'In WordPress its status is "{state}".' if state not in _PUBLIC else "")
    return Story(
        title.text() if title else None,
        html,
        (record.start, record.end),
        tuple(_facts(record, head, logins)),
        tuple(filter(None, notes)),
        scripted=bool(note),
    )


def _facts(record: Record, head: Record, logins: Mapping[str, str]) -> Iterator[Meta]:
    for creator in record.all("dc:creator"):
        login = str(creator)
        yield from metas("WXR dc:creator", [("author", logins.get(login, login), creator.start)])
    for element, name in _FACTS.items():
        yield from metas(f"WXR {element}", [(name, field, field.start) for field in record.all(element)])
    for custom in record.all("wp:postmeta"):
        yield from _custom(custom)
    for name, element in (("site", "title"), ("language", "language")):
        if field := head.first(element):
            yield from metas(f"WXR {element} of the site", [(name, field, field.start)])


def _custom(field: Field) -> Iterator[Meta]:
    inside = {part.name: part for part in field.inside}
    key, value = inside.get("wp:meta_key"), inside.get("wp:meta_value")
    if key is None or value is None or value.end - value.start > _LONGEST_VALUE:
        return
    name = str(key)
    if name in _CUSTOM or not name.startswith("_"):  # the others are WordPress's own
        yield from metas(f'WXR wp:postmeta "{name[:60]}"', [(_CUSTOM.get(name, name), value, value.start)])
