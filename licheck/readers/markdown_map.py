"""HTML as it grows out of Markdown, with the way back from each of its characters to the source.

Offsets of the HTML become offsets of the source by pieces: within a piece of copied text both grow
together; a piece of markup stands, as a whole, where its cause stands in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

from licheck.readers.markdown_template import VEIL

ESCAPES = {"&": "&amp;", "<": "&lt;"}

_PIECE = re.compile(f"[^&<{VEIL}]+|[&<]|{VEIL}+")
_NOT_VEILED = re.compile(f"[^{VEIL}]+")
_MARGIN = re.compile(r"[ \t>]*")
_HASHES = re.compile(r"#+[ \t]*")
_TAG = re.compile(r"<[a-zA-Z]")


class SourceMap(NamedTuple):
    """Pieces of HTML: piece i begins at starts[i] and came from sources[i] on (`copied`), or as a whole from there."""

    starts: list[int]
    sources: list[int]
    copied: list[bool]

    def source(self, offset: int) -> int:
        """The offset in the source for an offset in the HTML."""
        if not self.starts:
            return 0
        piece = max(0, bisect_right(self.starts, offset) - 1)
        return self.sources[piece] + (offset - self.starts[piece] if self.copied[piece] else 0)


class Writer:
    """HTML as it grows. `places` are the starts of the current token's lines, `shifts` what leads to the source."""

    def __init__(self, source: str, body: int) -> None:
        self.source = source
        self.html: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.copied: list[bool] = []
        self.shows = False
        lines = source[body:].split("\n")
        self.lines = list(accumulate((len(line) + 1 for line in lines), initial=body))
        self.places = [0]
        self.shifts = [0]
        self.in_link = 0
        self.in_cell = False
        self.cell_at = (0, 0)  # line, and how far its cells were found

    # Pieces of HTML

    def write(self, html: str, source: int) -> None:
        """Markup that as a whole comes from one place of the source."""
        self.starts.append(self.length)
        self.sources.append(source)
        self.copied.append(False)
        self.html.append(html)
        self.length += len(html)

    def copy(self, text: str, at: int) -> None:
        """What stands at `at` of the current token and is the same in HTML."""
        places, shifts = self.places, self.shifts
        line = bisect_right(places, at) - 1 if len(places) > 1 else 0
        done = 0
        while done < len(text):
            end = places[line + 1] - at if line + 1 < len(places) else len(text)
            part = text[done:end]
            self.starts.append(self.length)
            self.sources.append(at + done + shifts[line])
            self.copied.append(True)
            self.html.append(part)
            self.length += len(part)
            done, line = done + len(part), line + 1

    def copy_text(self, text: str, at: int) -> None:
        """As `copy`, for text: what HTML would take for markup is escaped, what a template veiled is left out."""
        if "<" not in text and "&" not in text and VEIL not in text:
            self.copy(text, at)
            return
        for piece in _PIECE.finditer(text):
            if escaped := ESCAPES.get(piece.group()):
                self.write(escaped, self.source_of(at + piece.start()))
            elif piece.group()[0] != VEIL:
                self.copy(piece.group(), at + piece.start())

    def copy_html(self, text: str, at: int) -> None:
        """As `copy`, for markup."""
        self.shows = self.shows or _TAG.search(text) is not None
        for piece in _NOT_VEILED.finditer(text):
            self.copy(piece.group(), at + piece.start())

    # Where the current token stands

    def source_of(self, at: int) -> int:
        """The offset in the source for an index into the current token's content."""
        return at + self.shifts[bisect_right(self.places, at) - 1]

    def place_lines(self, content: str, first: int) -> None:
        """The content's lines end where the source's lines end, from line `first` on."""
        self.places, self.shifts = [], []
        at = 0
        for number, line in enumerate(content.split("\n"), first):
            start, end = self.lines[number], self.lines[min(number + 1, len(self.lines) - 1)] - 1
            text = line.rstrip()
            whole = self.source[start:end].rstrip()
            if whole.endswith(text):
                found = start + len(whole) - len(text)
            else:  # a heading with hashes at its end; an indentation that was made of tabs
                margin = _HASHES.search(whole)
                place = whole.find(text.lstrip(), margin.end() if margin else 0)
                found = max(start, start + place - (len(text) - len(text.lstrip())))
            self.places.append(at)
            self.shifts.append(found - at)
            at += len(line) + 1

    def place_cell(self, token: Token) -> None:
        """A table cell stands behind the cell before it; its `\\|` has become `|`."""
        row = token.map[0] if token.map else 0
        line, after = self.cell_at
        if line != row or not after:
            after = self.lines[row]
        self.places, self.shifts = [], []
        at = 0
        for part in re.split(r"(?=\|)", token.content):
            found = self.source.find(part, after)
            found = found if found >= 0 else after
            self.places.append(at)
            self.shifts.append(found - at)
            after, at = found + len(part), at + len(part)
        self.cell_at = (row, after)
        self.in_cell = True
