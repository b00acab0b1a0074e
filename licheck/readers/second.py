"""The second reading of an HTML page: before a page is accused, it is read again by another parser.

Nothing here knows the parser of the first reading (`html.py`); what both share are the tables that say what an
element means and which declarations hide. It is slow, and it is asked only where the first reading finds
a breach, or could not read a page at all. It is no format of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bs4 import Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from licheck.errors import FormatError
from licheck.model.page import JOINT, Block, BlockKind, Container, Encoding, Image, Link, Page, Script
from licheck.readers.html_elements import (
    BLOCK,
    BREAK,
    ESCAPED,
    FLOW,
    IMAGE,
    KINDS,
    LEAF,
    LEVELS,
    LINK,
    SKIP,
    UNSEEN,
    UNSEEN_BECAUSE,
)
from licheck.readers.html_position import locate
from licheck.readers.second_metadata import read_metadata
from licheck.readers.second_soup import Soup
from licheck.readers.second_style import CLOSED, Style, elements_of, is_closed, style_of
from licheck.text import collapse

_LONGEST = 10_000_000  # characters of a page that are read again
_LONGEST_COMMENT = 200_000  # characters of a comment that are read as markup
_NEW_LINE = "\u2028"  # within a heading


def read_again(page: Page) -> Page:
    """The page as the second parser reads its source; a page that is not HTML as it is.

    Raises FormatError where a second reading is not possible.
    """
    if page.format != "html":
        return page  # plain text and Markdown have no second parser
    again = read_text(page.path, page.source, encoding=page.encoding)
    return replace(again, notes=page.notes, can_show_images=page.can_show_images)


def read_text(path: str, source: str, *, encoding: Encoding | None = None) -> Page:
    """A page from decoded HTML with line ends already normalised to `\\n`; raises FormatError."""
    if len(source) > _LONGEST:
        raise FormatError("it is too long for a second reading.")
    try:
        soup = Soup(source)
        elements = elements_of(soup)
        walk = _Walk(soup, style_of(soup, elements))
        walk.run()
        metadata = read_metadata(soup, [element.tag for element in elements], source)
    except RecursionError as fault:
        raise FormatError("a second reading of the page was not possible: it is nested too deeply.") from fault
    return Page(
        path=path,
        format="html",
        source=source,
        blocks=tuple(walk.blocks),
        hidden=tuple(walk.hidden),
        containers=walk.boxes(),
        links=tuple(walk.links),
        images=tuple(walk.images),
        scripts=tuple(walk.scripts),
        metadata=metadata,
        encoding=encoding or Encoding("utf-8", "given"),
        locator=locate,
    )


class _Open(NamedTuple):
    """A link whose end was not met yet: where it began, in blocks and in pieces of the block being read."""

    tag: Tag
    href: str
    block: int
    piece: int


class _Placed(NamedTuple):
    """A link that ended in the block being read: pieces[start:end]."""

    link: _Open
    start: int
    end: int


class _State(NamedTuple):
    """What holds inside an element."""

    flow: int = 0
    kind: BlockKind = BlockKind.OTHER
    level: int = 0
    box: int = 0
    hidden: str = ""
    link: _Open | None = None
    skipping: bool = False


@dataclass
class _Box:
    tag: str
    parent: int
    first: int
    last: int
    label: str


@dataclass
class _Text:
    """Text being read: its pieces, and the offset of the last element that began before it."""

    pieces: list[str] = field(default_factory=list)
    offset: int = 0

    def take(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        return text


class _Walk:
    """One pass over the tree in reading order, without recursion."""

    def __init__(self, soup: Soup, style: Style) -> None:
        self.soup = soup
        self.style = style
        self.blocks: list[Block] = []
        self.hidden: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.scripts: list[Script] = []
        self._boxes = [_Box("#document", -1, 0, 0, "")]
        self._text = _Text()
        self._unseen = _Text()
        self._placed: list[_Placed] = []
        self._at = 0  # offset of the last element that began
        self._joint = False

    def boxes(self) -> tuple[Container, ...]:
        """The boxes of the page, outermost first."""
        return tuple(Container(box.tag, box.parent, box.first, box.last, box.label) for box in self._boxes)

    def run(self) -> None:
        """Walk the whole tree."""
        state = self._open_root()
        around: list[tuple[Iterator[PageElement], _State]] = []
        inside = iter(self.soup.root.contents)
        while True:
            child = next(inside, None)
            if child is None:
                if not around:
                    break
                before = around[-1][1]
                self._leave(state, before)
                inside, state = around.pop()
            elif isinstance(child, Tag):
                around.append((inside, state))
                state = self._enter(child, state)
                inside = iter(child.contents)
            elif isinstance(child, NavigableString):
                self._string(child, state)
        self._end_text(state)
        for box in self._boxes[:3]:
            box.last = len(self.blocks)

    def _open_root(self) -> _State:
        """`html` and `body` are there whether or not the page writes them."""
        self._boxes += [_Box("html", 0, 0, 0, ""), _Box("body", 1, 0, 0, "")]
        return _State(box=2)

    def _string(self, string: NavigableString, state: _State) -> None:
        if state.skipping:
            return
        if isinstance(string, Comment):
            self._comment(string, state)
        elif not isinstance(string, PreformattedString):
            why = state.hidden or (CLOSED if string.parent is not None and is_closed(string.parent) else "")
            if why and not state.hidden and string.strip():
                self._unseen_now(state)
            self._words(self.soup.text(string), why)
            if why and not state.hidden:
                self._end_unseen(state, why)
