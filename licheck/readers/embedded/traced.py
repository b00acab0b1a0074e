"""Text taken out of a file, with the way back from each of its characters to the file.

Offsets of the text become offsets of the file by pieces. Within a piece, each character stands for the same
number of characters of the file: 1 where it was copied, 2 in `\\n\\n`, 3 in `=3D`, 6 in `\\u00e9\\u00e8`, and
0 where the whole piece stands for one place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate, chain
from typing import NamedTuple

from licheck.patterns import pattern


class SourceMap(NamedTuple):
    """Piece i begins at starts[i] and comes from sources[i]; each of its characters has strides[i] there."""

    starts: list[int]
    sources: list[int]
    strides: list[int]

    def source(self, offset: int) -> int:
        """The offset in the file for an offset in the text."""
        if not self.starts:
            return 0
        piece = max(0, bisect_right(self.starts, offset) - 1)
        return self.sources[piece] + (offset - self.starts[piece]) * self.strides[piece]


class Traced(NamedTuple):
    """A text and its way back."""

    text: str
    way: SourceMap

    def cut(self, start: int, end: int) -> Traced:
        """text[start:end] with its way back."""
        way = self.way
        first = max(0, bisect_right(way.starts, start) - 1)
        last = max(first, bisect_right(way.starts, max(start, end - 1)))
        starts = [max(0, at - start) for at in way.starts[first:last]]
        sources, strides = way.sources[first:last], way.strides[first:last]
        if sources:
            sources[0] = way.source(start)
        return Traced(self.text[start:end], SourceMap(starts, sources, strides))

    def stripped(self) -> Traced | None:
        """Without the white space around it; None where nothing else is there."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self if text else None
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(text)) if text else None

    def replaced(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str | None]) -> Traced:
        """With what `new` makes of each match in its place, standing where it began; None leaves it."""
        made = ((match.start(), match.end(), new(match)) for match in pattern.finditer(self.text))
        changes = [(start, end, text) for start, end, text in made if text is not None]
        return self.changed(changes) if changes else self

    def changed(self, changes: Iterable[tuple[int, int, str]]) -> Traced:
        """With text[start:end] replaced by another text, for each (start, end, text); they are in order."""
        writer = Writer()
        text, (starts, sources, strides) = self.text, self.way
        piece = done = 0
        last = len(starts) - 1
        for start, end, new in chain(changes, [(len(text), len(text), "")]):
            while done < start:
                while piece < last and starts[piece + 1] <= done:
                    piece += 1
                until = min(start, starts[piece + 1]) if piece < last else start
                at = sources[piece] + (done - starts[piece]) * strides[piece]
                writer.write(text[done:until], at, strides[piece])
                done = until
            if new:
                while piece < last and starts[piece + 1] <= start:
                    piece += 1
                writer.write(new, sources[piece] + (start - starts[piece]) * strides[piece] if starts else 0)
            done = max(done, end)
        return writer.traced()


def copied(source: str, start: int, end: int) -> Traced:
    """source[start:end] as it stands."""
    return Traced(source[start:end], SourceMap([0], [start], [1]))


class Writer:
    """A traced text as it grows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._way = SourceMap([], [], [])
        self._length = 0

    def write(self, text: str, source: int, stride: int = 0) -> None:
        """Add text that stands at one place of the file or, with a stride, from there on."""
        if text:
            self._way.starts.append(self._length)
            self._way.sources.append(source)
            self._way.strides.append(stride)
            self._pieces.append(text)
            self._length += len(text)

    def copy(self, part: Traced, start: int = 0, end: int | None = None) -> None:
        """Add a traced text, or a part of it."""
        if start or end is not None:
            part = part.cut(start, len(part.text) if end is None else end)
        if part.text:
            self._way.starts.extend([at + self._length for at in part.way.starts])
            self._way.sources.extend(part.way.sources)
            self._way.strides.extend(part.way.strides)
            self._pieces.append(part.text)
            self._length += len(part.text)

    def traced(self) -> Traced:
        """All that was added."""
        return Traced(_tidy("".join(self._pieces)), self._way)


def joined(texts: list[str], sources: list[int], lengths: list[int]) -> Traced:
    """Text in pieces: texts[i] is what lengths[i] characters of the file from sources[i] on say.

    All characters of a piece take equally many characters of the file. No piece is empty.
    """
    starts = list(accumulate(map(len, texts), initial=0))
    starts.pop()
    strides = [length // len(text) for length, text in zip(lengths, texts, strict=True)]
    return Traced(_tidy("".join(texts)), SourceMap(starts, sources, strides))


def _tidy(text: str) -> str:
    """As long as before: line ends are `\\n`, and there is no NUL, as `decode` has it for whole files."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.replace("\0", "\ufffd")


FOR_HTML = pattern("[<&]")
ESCAPES = {"<": "&lt;", "&": "&amp;"}


def escaped(text: Traced) -> Traced:
    """Plain text as HTML."""
    return text.replaced(FOR_HTML, lambda sign: ESCAPES[sign.group()])
