"""The second reading of an HTML page: before a page is accused, it is read again by another parser.

Nothing here knows the parser of the first reading (`html.py`); what both share are the tables that say what an
element means and which declarations hide. It takes longer, and it is asked only where the first reading finds
a breach, or could not read a page at all. It is no format of its own.
"""

from __future__ import annotations

from dataclasses import replace

from licheck.errors import FormatError
from licheck.model.page import BlockKind, Encoding, Page
from licheck.readers.embedded.place import Locator
from licheck.readers.embedded.place import read_again as html_again
from licheck.readers.html_images import with_captions
from licheck.readers.html_position import locate
from licheck.readers.second_metadata import read_metadata
from licheck.readers.second_soup import Soup
from licheck.readers.second_style import style_of
from licheck.readers.second_walk import Walk

_FORMAT = "html"
_LONGEST = 10_000_000  # characters of a page that are read again
_MOST_TAGS = 60_000  # start and end tags: the longest of 394 news pages has 20,000


def read_again(page: Page) -> Page:
    """The page as the second parser reads its HTML, also HTML within another format; one without HTML as it is.

    Raises FormatError where a second reading is not possible.
    """
    if isinstance(page.locator, Locator):
        return html_again(page, read_text)
    if page.format != _FORMAT:
        return page  # plain text and Markdown have no second parser
    again = read_text(page.path, page.source, encoding=page.encoding)
    return replace(again, notes=page.notes, can_show_images=page.can_show_images)


def alike(one: Page, other: Page) -> bool:
    """Whether two readings of a page agree in all that a verdict depends on.

    Where unseen text stands is no part of it: that is only told to people.
    """
    return _deciding(one) == _deciding(other) and _unseen(one) == _unseen(other)


def _deciding(page: Page) -> tuple[object, ...]:
    seen = page.blocks, page.containers, page.links, page.images, page.scripts, page.embeds, page.metadata
    whole = page.format, page.span, page.scripted, page.can_show_images, page.has_head
    return *seen, *whole


def _unseen(page: Page) -> list[tuple[str, BlockKind, str]]:
    return [(block.text, block.kind, block.hidden) for block in page.hidden]


def read_text(path: str, source: str, *, encoding: Encoding | None = None) -> Page:
    """A page from decoded HTML with line ends already normalised to `\\n`; raises FormatError."""
    if len(source) > _LONGEST or source.count("<") > _MOST_TAGS:
        raise FormatError("it is too long for a second reading.")
    try:
        soup = Soup(source)
        walk = Walk(soup, style_of(soup))
        walk.run()
        metadata = read_metadata(soup, source)
    except RecursionError as fault:
        raise FormatError(
            "a second reading of the page was not possible: it is nested too deeply."
        ) from fault
    boxes = walk.boxes()
    return Page(
        path=path,
        format=_FORMAT,
        source=source,
        blocks=tuple(walk.blocks),
        hidden=tuple(walk.hidden),
        containers=boxes,
        links=tuple(walk.links),
        images=with_captions(walk.images, boxes, walk.blocks),
        scripts=tuple(walk.scripts),
        embeds=walk.all_embeds(),
        metadata=metadata,
        encoding=encoding or Encoding("utf-8", "given"),
        locator=locate,
    )
