"""A story taken out of a file -> Page: its title as a heading, then its body. Nothing else of it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from licheck.model.page import Encoding, Meta, Page
from licheck.patterns import pattern
from licheck.readers.embedded.place import placed
from licheck.readers.embedded.traced import ESCAPES, FOR_HTML, Traced, Writer
from licheck.readers.text_paragraphs import paragraphs
from licheck.text import collapse

# What a title may hold of HTML; any other `<` in it is a less-than sign, or would swallow the story.
_INLINE = "a|abbr|b|bdi|bdo|br|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u|wbr"
_NOT_INLINE = pattern(rf"<(?!/?(?:{_INLINE})(?:\s+[\w:-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'))?)*\s*/?>)", re.I)
_TAG = pattern(r"<[^<>]*>")
_MARKUP = pattern(r"</(?:p|div|h[1-6]|li|blockquote)\s*>|<(?:p|br)\s*/?>", re.I)


class Story(NamedTuple):
    """What a file holds of a story. `title` and `body` are HTML; `metadata` have places in the file.

    `span` and `scripted` are as with `Page`.
    """

    title: Traced | None
    body: Traced
    span: tuple[int, int]
    metadata: tuple[Meta, ...] = ()
    notes: tuple[str, ...] = ()
    scripted: bool = False


class File(NamedTuple):
    """The file that stories stand in: its decoded text, and what is told of the decoding."""

    path: str
    source: str
    encoding: Encoding
    notes: tuple[str, ...]


def page_of(story: Story, file: File, format: str) -> Page:
    """The page; a story without pictures may yet be shown with some, so it is said to show none."""
    from licheck.readers.html import read_text

    made = Writer()
    made.write("<article>", story.body.way.source(0))
    if story.title:
        at = story.title.way.source(0)
        made.write("<h1>", at)
        made.copy(_as_inline(story.title))
        made.write("</h1>\n", at)
    made.copy(story.body)
    html = made.traced()
    page = read_text(file.path, html.text, format=format, encoding=file.encoding)
    first = page.blocks[0] if story.title and page.blocks else None
    title = [] if first is None or story.title is None else [_title(first.text, story.title)]
    return placed(
        page,
        html.way,
        file.source,
        (*title, *story.metadata),
        notes=(*file.notes, *story.notes, *page.notes),
        scripted=page.scripted or story.scripted,
        can_show_images=bool(page.images),
        has_head=False,
        span=story.span,
    )


def _title(text: str, title: Traced) -> Meta:
    return Meta("title", collapse(text), "the story's title", title.way.source(0))


def _as_inline(title: Traced) -> Traced:
    return title.replaced(_NOT_INLINE, lambda _: "&lt;")


def text_as_html(text: Traced) -> Traced:
    """Plain text as HTML, its paragraphs as in a text file."""
    starts = [(offset, offset, "<p>") for _, offset in paragraphs(text.text)]
    signs = [(found.start(), found.end(), ESCAPES[found[0]]) for found in FOR_HTML.finditer(text.text)]
    return text.changed(sorted([*starts, *signs]))


def has_markup(text: str) -> bool:
    """Whether what should be plain text has tags of paragraphs in it."""
    return _MARKUP.search(text) is not None


def metas(where: str, found: Iterable[tuple[str, object, int]]) -> list[Meta]:
    """Metadata from (name, value, offset); what has no value is left out. `where` is for people."""
    values = [(name, _plain(str(value)), offset) for name, value, offset in found if value is not None]
    return [Meta(name, value, where, offset) for name, value, offset in values if value]


def _plain(value: str) -> str:
    return collapse(_TAG.sub(" ", value) if "</" in value else value)
