"""An original and its republication side by side, ready to be shown: what a report knows of their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from licheck.model.zones import Zone


class Mark(NamedTuple):
    """text[start:end] of a paragraph was changed; `what` says how, `free` that some rule may permit it."""

    start: int
    end: int
    what: str
    free: bool = False


class Paragraph(NamedTuple):
    """A block as it is seen. `line` is its place in the file, from 1; `level` is 1-6 for headings, else 0."""

    text: str
    line: int
    level: int = 0
    marks: tuple[Mark, ...] = ()


class Row(NamedTuple):
    """What stands beside each other. Either side can be empty: that text is not there.

    `notes` tell what no mark in the text can show: paragraphs moved or merged, links, pictures.
    """

    zone: Zone
    original: tuple[Paragraph, ...]
    page: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is marked, noted, or on one side only."""
        marked = any(paragraph.marks for paragraph in (*self.original, *self.page))
        return marked or bool(self.notes) or not (self.original and self.page)


@dataclass(frozen=True)
class Sides:
    """The rows in the order of the page. Without `compared` there is no original, and its side is empty.

    `left_out` is how many rows there were no room for.
    """

    rows: tuple[Row, ...]
    compared: bool
    left_out: int = 0
