"""News items in IPTC's ninjs (1.x, 2.x, 3.x): one, or a list.

Seen are the headline and the body: XHTML or HTML where the item has it, else text. The byline has a field of
its own in ninjs; most systems show it, and yet it is metadata here (docs/formats.md). Names of fields:
https://iptc.org/std/ninjs/ (3.x writes them with capitals inside; those do not matter here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.model.page import Meta, Page
from licheck.patterns import pattern
from licheck.readers.embedded.files import opened
from licheck.readers.embedded.json_places import Value, items
from licheck.readers.embedded.stories import Stories
from licheck.readers.embedded.story import Story, metas, page_of, text_as_html
from licheck.readers.embedded.traced import Traced, escaped

NAME = "ninjs"
SUFFIXES = (".json", ".ninjs")
FIRST = "[{"

_URI = pattern(rb'"uri"\s*:\s*"', re.I)
_MORE = pattern(
    rb'"(?:body_\w+|bodies|headlines?|pubstatus|usageterms|versioncreated|firstcreated|byline|representationtype)"\s*:',
    re.I,
)
_NOT_STORIES = ("picture", "graphic", "audio", "video", "planning", "event")
_FACTS = (
    ("byline", "author"),
    ("by", "author"),
    ("contentcreated", "date"),
    ("firstcreated", "date"),
    ("versioncreated", "date"),
    ("copyrightholder", "publisher"),
    ("usageterms", "licence"),
    ("copyrightnotice", "licence"),
    ("language", "language"),
    ("uri", "uri"),
    ("description_text", "description"),
    ("located", "located"),
    ("slugline", "slugline"),
    ("ednote", "ednote"),
    ("embargoed", "embargoed"),
)


class _Body(NamedTuple):
    kind: str
    text: Traced


def recognises(head: bytes) -> bool:
    """Whether these first bytes are ninjs: a uri and another of its fields, and no JSON-LD."""
    return _URI.search(head) is not None and _MORE.search(head) is not None and b'"@context"' not in head


def read(path: str, data: bytes) -> Page:
    """The one story of a file; raises FormatError."""
    return stories(path, data).only()


def stories(path: str, data: bytes) -> Stories:
    """The text items of a file; raises FormatError for what holds none, or no whole one."""
    file = opened(path, data)
    found = items(file.source)
    values = [value for value in found.values if _type(value) not in _NOT_STORIES]
    if not values:
        kind = _type(found.values[0])
        raise FormatError(found.trouble or f"is ninjs of the type {kind}: it holds no story")

    def make(index: int) -> Page:
        return page_of(_story(values[index]), file, NAME)

    return Stories(path, len(values), make, found.trouble)


def _type(item: Value) -> str:
    return str(item.get("type")).lower()


def _story(item: Value) -> Story:
    members = {name.lower(): value for name, value in item.members().items()}
    bodies = [*_bodies(members)]
    if not bodies:
        raise FormatError("is ninjs without a body: it holds no text")
    best = min(bodies, key=lambda body: _rank(body.kind))
    facts, notes = tuple(_facts(members)), tuple(_notes(members))
    return Story(_headline(members), _as_html(best), (item.start, item.end), facts, notes)


def _bodies(members: dict[str, Value]) -> Iterator[_Body]:
    for name, value in members.items():
        if name.startswith("body_") and (text := value.text()):
            yield _Body(name.removeprefix("body_"), text)
    for body in members["bodies"].elements() if "bodies" in members else ():
        parts = {name.lower(): value for name, value in body.members().items()}
        if "value" in parts and (text := parts["value"].text()):
            yield _Body(str(parts.get("contenttype", "")).lower().removeprefix("body_"), text)


def _rank(kind: str) -> int:
    """XHTML before HTML before what may be either before text."""
    if "html" in kind:
        return 0 if "xhtml" in kind else 1
    return 3 if kind in ("text", "plain") or kind.startswith("text/") else 2


def _as_html(body: _Body) -> Traced:
    from licheck.readers.embedded.story import has_markup
    from licheck.readers.embedded.xhtml import as_html, is_fragment

    rank = _rank(body.kind)
    if rank == 3 or (rank == 2 and not has_markup(body.text.text)):
        return text_as_html(body.text)
    return as_html(body.text) if rank == 0 and is_fragment(body.text.text) else body.text


def _headline(members: dict[str, Value]) -> Traced | None:
    found = [members[name] for name in ("headline", "title") if name in members]
    headlines = (
        [headline.members() for headline in members["headlines"].elements()] if "headlines" in members else []
    )
    main = [headline for headline in headlines if str(headline.get("role", "main")) in ("main", "")]
    found += [headline["value"] for headline in (*main, *headlines) if "value" in headline]
    texts = (value.text() for value in found)
    text = next((text for text in texts if text), None)
    return escaped(text) if text else None


def _facts(members: dict[str, Value]) -> Iterator[Meta]:
    for key, name in _FACTS:
        if key in members:
            yield from metas(f"ninjs {key}", [(name, members[key], members[key].start + 1)])
    for key in ("infosources", "infosource"):
        for source in members[key].elements() if key in members else ():
            yield from metas(
                f"ninjs {key}", [("infosource", source.get("name"), source.get("name").start + 1)]
            )
    for other in members["altids"].elements() if "altids" in members else ():
        said = other.get("value") if other.is_object() else other
        yield from metas("ninjs altids", [("altid", said, said.start + 1)])


def _notes(members: dict[str, Value]) -> Iterator[str]:
    status = str(members.get("pubstatus", "usable"))
    if status.lower() in ("canceled", "cancelled", "withheld"):
        yield f"Its pubstatus is {status}: its publisher does not want it published."
    if str(members.get("representationtype", "")).lower() in ("incomplete", "partial"):
        yield "Its representationtype says that it is not complete."
