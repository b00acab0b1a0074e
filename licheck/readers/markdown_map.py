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

from licheck.patterns import pattern
from licheck.readers.markdown_template import VEIL

ESCAPES = {"&": "&amp;", "<": "&lt;"}

# HTML may be this much longer than its source: one address can be used by thousands of references.
_ROOM = 10_000_000
_PIECE = pattern(f"[^&<{VEIL}]+|[&<]|{VEIL}+")
_NOT_VEILED = pattern(f"[^{VEIL}]+")
_MARGIN = pattern(r"[ \t>]*")
_HASHES = pattern(r"#+[ \t]*")


class Refused(Exception):
    """Markdown that is not read. The message says why, as the end of a sentence."""


class SourceMap(NamedTuple):
    """Piece i of the HTML begins at starts[i] and comes from sources[i]; if `copied`, from there on."""

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
    """HTML in pieces, each with its place in the source, of which the Markdown begins at `body`.

    Places are given as indexes into the content of the token that was placed last.
    """

    def __init__(self, source: str, body: int) -> None:
        self.map = SourceMap([], [], [])
        self._html: list[str] = []
        self._length = 0
        self._longest = 2 * len(source) + _ROOM
        self._source = source
        lines = source[body:].split("\n")
        self._lines = list(accumulate((len(line) + 1 for line in lines), initial=body))
        self._places = [0]  # where the lines of the token's content begin in it
        self._shifts = [0]  # what to add there to come to the source
        self._cell = (0, 0)  # a table's line, and how far its cells were found

    @property
    def html(self) -> str:
        """All that was written."""
        return "".join(self._html)

    def write(self, html: str, source: int) -> None:
        """Write markup that as a whole comes from one offset of the source; raises Refused."""
        self._add(html, source, False)
        if self._length > self._longest:
            raise Refused("its links repeat long addresses until the page is over 10 MB")

    def copy(self, text: str, at: int) -> None:
        """Write what is the same in HTML as at `at` of the token."""
        places = self._places
        line = bisect_right(places, at) - 1
        done = 0
        while done < len(text):
            end = places[line + 1] - at if line + 1 < len(places) else len(text)
            self._add(text[done:end], at + done + self._shifts[line], True)
            done, line = end, line + 1

    def copy_text(self, text: str, at: int) -> None:
        """As `copy`, for text: what HTML would take for markup is escaped, veiled characters are left out."""
        if "<" not in text and "&" not in text and VEIL not in text:
            self.copy(text, at)
            return
        for piece in _PIECE.finditer(text):
            if escaped := ESCAPES.get(piece.group()):
                self.write(escaped, self.source(at + piece.start()))
            elif piece.group()[0] != VEIL:
                self.copy(piece.group(), at + piece.start())

    def copy_html(self, html: str, at: int) -> None:
        """As `copy`, for markup: veiled characters are left out."""
        for piece in _NOT_VEILED.finditer(html):
            self.copy(piece.group(), at + piece.start())

    def _add(self, html: str, source: int, copied: bool) -> None:
        self.map.starts.append(self._length)
        self.map.sources.append(source)
        self.map.copied.append(copied)
        self._html.append(html)
        self._length += len(html)

    def source(self, at: int) -> int:
        """The offset in the source of index `at` of the token's content."""
        return at + self._shifts[bisect_right(self._places, at) - 1]

    def line(self, number: int) -> int:
        """Where the block of a line (from 0) begins in the source; for -1, where the last piece stands."""
        if number < 0:
            return self.map.sources[-1] if self.map.sources else self._lines[0]
        margin = _MARGIN.match(self._source, self._lines[number])
        return margin.end() if margin else self._lines[number]

    def place_lines(self, content: str, first: int) -> None:
        """The lines of a token's content end where the lines of the source end, from line `first` on."""
        self._places, self._shifts = [], []
        at = 0
        for number, line in enumerate(content.split("\n"), first):
            self._places.append(at)
            self._shifts.append(self._find_line(line, number) - at)
            at += len(line) + 1

    def _find_line(self, line: str, number: int) -> int:
        number = min(number, len(self._lines) - 2)
        start, end = self._lines[number], self._lines[number + 1] - 1
        text, whole = line.rstrip(), self._source[start:end].rstrip()
        if whole.endswith(text):
            return start + len(whole) - len(text)
        # A heading with hashes at its end, or an indentation whose tabs were made spaces.
        hashes = _HASHES.search(whole)
        indent = len(text) - len(text.lstrip())
        return max(start, start + whole.find(text.lstrip(), hashes.end() if hashes else 0) - indent)

    def place_cell(self, token: Token) -> None:
        """A table cell stands behind the cell before it; what was `\\|` is `|` in its content."""
        row = token.map[0] if token.map else 0
        line, after = self._cell
        if line != row or not after:
            after = self._lines[row]
        self._places, self._shifts = [], []
        at = 0
        for part in re.split(r"(?=\|)", token.content):
            found = max(after, self._source.find(part, after))
            self._places.append(at)
            self._shifts.append(found - at)
            at, after = at + len(part), found + len(part)
        self._cell = (row, after)
