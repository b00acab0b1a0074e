"""A page as a reader sees it, whatever file format it came from.

Positions are given as *offsets*: 0-based indexes into `Page.source`, the decoded text of the file with
line ends normalised to `\\n` and a byte order mark taken off. `Page.position` turns them into the line
and column (both from 1) that people and editors use.

The many small values (blocks, links, images, metadata) are named tuples: as immutable as frozen
dataclasses and three times faster to make, which a page of a thousand blocks notices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from licheck.text import fold_signs

JOINT = "\u200b"
"""Stands in a block's text where two elements meet without white space ("By" and "Jane" in two spans).

A zero-width space: not seen, not there for whoever compares folded text, and a hint for who reads credits.
"""

PERHAPS = "perhaps not seen"
"""How `hidden` begins where some readers do see it: it stands behind a fold, or a script shows it."""


class Position(NamedTuple):
    """A place in a file. Both numbers count from 1; columns count characters, not bytes."""

    line: int
    column: int


class BlockKind(Enum):
    """What a block is to a reader's eye."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    CELL = "cell"  # of a table
    CAPTION = "caption"
    QUOTE = "quote"
    CODE = "code"
    CONTROL = "control"  # buttons, form fields, options
    OTHER = "other"  # a line of text in a container with no meaning of its own (div, span)


class Block(NamedTuple):
    """A run of text that stands by itself: a paragraph, a heading, a line.

    `text` is what is seen, white space collapsed (`JOINT` tells where elements meet), never empty. `offset`
    is where the element (or the paragraph of plain text) begins in the source. `container` indexes
    `Page.containers`. `level` is 1-6 for headings, else 0. `hidden` is empty for what a reader sees, else why
    it is not seen.
    """

    text: str
    kind: BlockKind
    offset: int
    container: int
    level: int = 0
    hidden: str = ""


class Container(NamedTuple):
    """A box that holds blocks: `article`, `aside`, `ul`, `div`...

    `parent` indexes `Page.containers` (-1 for the outermost). `first` and `last` index `Page.blocks`:
    the box holds blocks[first:last], which may be none. `label` is the box's id, class and ARIA role
    in one lower-case string.
    """

    tag: str
    parent: int
    first: int
    last: int
    label: str = ""


class Link(NamedTuple):
    """A link. `block` indexes `Page.blocks` (-1: in no visible block, e.g. around an image only or hidden).

    `start` and `end` are its text's place in that block's text. `href` is as written.
    """

    href: str
    text: str
    block: int
    start: int
    end: int
    offset: int
    rel: str = ""
    hidden: str = ""


class Image(NamedTuple):
    """A picture: `img`, inline `svg`, a Markdown image, or a `background-image` in a style attribute.

    `block` is the number of visible blocks that stand before it. `src` is what a browser loads; `lazy`
    is an address that only a script would load (`data-src`). Width and height are pixels as declared,
    0 when they are not declared. `caption` is the text of its `figcaption`, if any. `link` is the href
    of the link around it, if any. `srcset` are the other files that a browser may choose from, as written: the
    picture's own `srcset`, and those of the `source` elements beside it.
    """

    src: str
    alt: str
    title: str
    block: int
    offset: int
    container: int
    width: int = 0
    height: int = 0
    lazy: str = ""
    caption: str = ""
    link: str = ""
    loading: str = ""
    tag: str = "img"
    hidden: str = ""
    srcset: str = ""


class Embed(NamedTuple):
    """Something from elsewhere that a page shows within itself: a video, a podcast, a post, a chart, a form.

    `tag` is the element that holds it (`iframe`, `video`, `blockquote`, `amp-youtube`, `script`...). `src` is the
    address that a browser loads, or that a post stands for; `lazy` one that only a script would load. Both are as
    written, and may be empty. `block` is the number of visible blocks that stand before it; `container` indexes
    `Page.containers` (-1: not known). `hidden` as with blocks.
    """

    tag: str
    src: str
    block: int
    offset: int
    container: int
    lazy: str = ""
    title: str = ""
    hidden: str = ""


class Script(NamedTuple):
    """A script that the page loads from elsewhere; `hidden` as with blocks."""

    src: str
    offset: int
    hidden: str = ""


class Meta(NamedTuple):
    """One value of metadata and where it was read.

    `name` is one of: title, author, date, site, publisher, language, canonical, url, description, licence,
    type; or, for anything else, the name as the page writes it. `where` is for people:
    `meta name="author"`, `JSON-LD`, `front matter`. Metadata is never *seen* by a reader of the page.
    """

    name: str
    value: str
    where: str
    offset: int


class Encoding(NamedTuple):
    """How the bytes became text: `how` is declared, byte order mark, utf-8, guessed, or given (as text)."""

    name: str
    how: str


GIVEN = Encoding("utf-8", "given")

Locator = Callable[["Page", Block, int], int]
"""(page, block, index into block.text) -> offset into page.source"""


def block_start(_page: Page, block: Block, index: int) -> int:
    """The simplest locator: the block's text stands in the source exactly as it reads."""
    return block.offset + index


@dataclass(frozen=True)
class Page:
    """One page. `blocks` are what is seen, in reading order; `hidden` what is not, each with its reason.

    `notes` are sentences about the reading itself that a report must tell (a guessed encoding, unknown
    shortcodes, text left out). `scripted` tells that a template writes a part of the page that this file does not hold.
    `has_head` is False for a story without the page around it (in a feed, say), which can name no canonical
    address. `span` is the part of the source (from, to) that this page was read from, None where that is all.
    """

    path: str
    format: str
    source: str = field(repr=False)
    blocks: tuple[Block, ...]
    hidden: tuple[Block, ...] = ()
    containers: tuple[Container, ...] = (Container("body", -1, 0, 0),)
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    scripts: tuple[Script, ...] = ()
    embeds: tuple[Embed, ...] = ()
    metadata: tuple[Meta, ...] = ()
    encoding: Encoding = GIVEN
    notes: tuple[str, ...] = ()
    scripted: bool = False
    can_show_images: bool = True
    has_head: bool = True
    span: tuple[int, int] | None = None
    locator: Locator = field(default=block_start, repr=False, compare=False)

    def around(self, container: int, most: int = 1_000) -> Iterator[Container]:
        """A container and those around it, from the inside; `most` bounds how far is looked."""
        for _ in range(most):
            if container < 0:
                return
            found = self.containers[container]
            yield found
            container = found.parent

    @cached_property
    def text(self) -> str:
        """All that is seen, folded but for white space: to ask quickly whether a word is there at all."""
        return fold_signs("\0".join([block.text for block in self.blocks]))

    @cached_property
    def folded(self) -> Sequence[str]:
        """For each block its text, folded but for white space: to ask quickly whether a word is in it."""
        folded = self.text.split("\0")
        whole = len(folded) == len(self.blocks)
        return folded if whole else [fold_signs(block.text) for block in self.blocks]

    @cached_property
    def _counted(self) -> list[tuple[int, int]]:
        """Offsets up to which the lines were counted, in order, and how many line ends stand before each."""
        return [(0, 0)]

    def find(self, text: str) -> int:
        """The offset at which the page's own part of the source first holds a text; -1 where it does not."""
        return self.source.find(text, *(self.span or ()))

    @cached_property
    def unclear_offsets(self) -> frozenset[int]:
        """Offsets that tell no block: those of hidden text, and those that several blocks have."""
        seen: set[int] = set()
        twice = {block.offset for block in self.blocks if block.offset in seen or seen.add(block.offset)}  # type: ignore[func-returns-value]
        return frozenset(twice.union(block.offset for block in self.hidden))

    def position(self, offset: int) -> Position:
        """The line and column of an offset into `source`; offsets outside are moved to its ends."""
        offset = max(0, min(offset, len(self.source)))
        # Counted on from the nearest place that was asked for: a page is asked for few, and near each other.
        nearest = bisect_right(self._counted, (offset, len(self.source))) - 1
        counted, lines = self._counted[nearest]
        lines += self.source.count("\n", counted, offset)
        if offset > counted:
            self._counted.insert(nearest + 1, (offset, lines))
        return Position(lines + 1, offset - self.source.rfind("\n", 0, offset))

    def locate(self, block: Block, index: int = 0) -> Position:
        """The line and column at which character `index` of a block's text stands in the source."""
        return self.position(self.locator(self, block, index))

    def values(self, name: str) -> tuple[Meta, ...]:
        """All metadata of that name, in the order of the page."""
        return tuple(meta for meta in self.metadata if meta.name == name)
