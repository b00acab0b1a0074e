"""markdown-it-py's tokens -> HTML, with the way back from each character of it to the Markdown source.

The HTML goes to the HTML reader, so that markup inside Markdown is seen as a browser sees it. Offsets of
the HTML become offsets of the source by pieces: within a piece of copied text both grow together; a piece
of markup that has no counterpart stands, as a whole, where its cause stands in the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from licheck.readers.text import addresses, target


class SourceMap(NamedTuple):
    """Pieces of HTML: piece i begins at starts[i] and came from sources[i] on (`copied`) or from there as a whole."""

    starts: list[int]
    sources: list[int]
    copied: list[bool]

    def source(self, offset: int) -> int:
        """The offset in the source for an offset in the HTML."""
        piece = max(0, bisect_right(self.starts, offset) - 1)
        if not self.starts:
            return 0
        return self.sources[piece] + (offset - self.starts[piece] if self.copied[piece] else 0)


class Rendered(NamedTuple):
    """The HTML with the way back; `shows` tells whether it holds pictures or tags of its own."""

    html: str
    map: SourceMap
    shows: bool


def render(tokens: Sequence[Token], source: str, body: int) -> Rendered:
    """The HTML of the tokens of source[body:]."""
    writer = _Writer(source, body)
    for token in tokens:
        writer.block(token)
    return Rendered("".join(writer.html), SourceMap(writer.starts, writer.sources, writer.copied), writer.shows)


class _Writer:
    def __init__(self, source: str, body: int) -> None:
        self.source = source
        self.html: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.copied: list[bool] = []
        self.shows = False
        self.in_link = 0
        self.lines = [body]
        at = source.find("\n", body)
        while at >= 0:
            self.lines.append(at + 1)
            at = source.find("\n", at + 1)
        self.lines.append(len(source) + 1)
        self.row = -1  # of a table, and how far its cells were found
        self.row_at = 0
