"""What a republication changed in the story, as values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from licheck.model.later import Later
from licheck.model.original import Original
from licheck.model.page import Page, Position


class ChangeKind(Enum):
    """What was done to a passage. Of what fits, the one that says most: a number altered is not just reworded."""

    CUT = "cut"
    ADDED = "added"
    REWORDED = "reworded"
    MOVED = "moved"
    MERGED = "merged"  # paragraphs run together
    SPLIT = "split"  # a paragraph taken apart
    HEADLINE = "headline"
    SUBHEADING = "sub-heading"  # added, cut or reworded
    QUOTATION = "quotation"  # words inside quotation marks: the gravest
    NUMBER = "number"
    NAME = "name"
    LINK_LOST = "link lost"
    LINK_ADDED = "link added"
    LINK_RETARGETED = "link retargeted"
    IMAGE_LOST = "image lost"
    IMAGE_ADDED = "image added"
    IMAGE_CREDIT_LOST = "image credit lost"
    EMBED_LOST = "embed lost"  # a video, a podcast, a post, a chart, a form
    EMBED_ADDED = "embed added"


class Permission(Enum):
    """A class of changes that a rule can permit."""

    RELATIVE_TIME = "relative_time"  # "yesterday" becomes "Tuesday"
    PLACE = "place"  # "here" becomes "in Saltmere", a state's name is added
    HOUSE_STYLE = (
        "house_style"  # percent/%, numerals, Oxford comma, honorifics, quotes, dashes, US/UK spelling
    )
    HEADLINE = "headline"
    DEK = "dek"
    SUBHEADINGS = "subheadings"
    PARAGRAPHS = "paragraphs"  # merged and split, not moved
    CUTS_AT_END = "cuts_at_end"
    CUTS = "cuts"
    EDITORS_NOTE = "editors_note"
    BOXES = "boxes"  # advertising, related stories, embeds between paragraphs


class Passage(NamedTuple):
    """text[start:end] of block `block` (an index into `Page.blocks`) of a page or an original."""

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """One change. `original` is where it stood, None for what was added; `page` where it stands, None for what
    was cut. `permitted_by` are the permissions each of which would allow it: without any it is an edit. `note`
    says for people what the two texts do not show (the old and the new target of a link, say). `original_at` and
    `page_at` are offsets into the sources, of what is no text: pictures and embeds. `sure` is False for a line beside the
    story that may be part of it, or the site's own.
    """

    kind: ChangeKind
    original: Passage | None
    page: Passage | None
    permitted_by: frozenset[Permission] = frozenset()
    note: str = ""
    original_at: int | None = None
    page_at: int | None = None
    sure: bool = True

    def place_in_original(self, original: Page) -> Position | None:
        """The line and column at which it stood in the original; None for what was added."""
        return _position(original, self.original, self.original_at)

    def place_on_page(self, page: Page) -> Position | None:
        """The line and column at which it stands on the page; None for what was cut."""
        return _position(page, self.page, self.page_at)


def _position(page: Page, passage: Passage | None, offset: int | None) -> Position | None:
    if offset is not None:
        return page.position(offset)
    return page.locate(page.blocks[passage.block], passage.start) if passage is not None else None


class Changes(Later[Change]):
    """Changes that are found when they are asked for; `find` returns those of some kinds, in the order of the page."""

    def __init__(self, find: Callable[[Collection[ChangeKind]], Sequence[Change]]) -> None:
        super().__init__(lambda: find(frozenset(ChangeKind)))
        self.find = find


def of_kinds(changes: Iterable[Change], kinds: Collection[ChangeKind]) -> list[Change]:
    """Those of some changes that are of these kinds; no others are looked for where they were not yet found."""
    found = changes.find(kinds) if isinstance(changes, Changes) else changes
    return [change for change in found if change.kind in kinds]


_OF_WORDS = frozenset(
    (
        ChangeKind.CUT,
        ChangeKind.REWORDED,
        ChangeKind.QUOTATION,
        ChangeKind.NUMBER,
        ChangeKind.NAME,
        ChangeKind.SUBHEADING,
    )
)


def words_lost(changes: Iterable[Change]) -> int:
    """How many of the original's words the page does not have: those that were cut, and those that others stand for."""
    return sum(
        len(change.original.text.split())
        for change in of_kinds(changes, _OF_WORDS)
        if change.original is not None
    )


@dataclass(frozen=True)
class Comparison:
    """A republication held against its original.

    `kept` is the share (0-1) of the original's words that the page has. `note` says, in a sentence, why the two
    cannot be compared; empty where they can.
    """

    page: Page
    original: Original
    kept: float = 0.0
    changes: tuple[Change, ...] = ()
    note: str = ""
