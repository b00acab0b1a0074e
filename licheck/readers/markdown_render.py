"""markdown-it-py's tokens -> HTML, with the way back from each character of it to the Markdown source.

The HTML goes to the HTML reader, so that markup inside Markdown is seen as a browser sees it. Offsets of
the HTML become offsets of the source by pieces: within a piece of copied text both grow together; a piece
of markup that has no counterpart stands, as a whole, where its cause stands in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

from licheck.readers.markdown_template import VEIL
from licheck.readers.text import addresses, target

VEIL = (
    "\ufdd0"  # stands for each character of a template's markup; no text may hold it (Unicode noncharacter)
)

_PIECE = re.compile(f"[^&<{VEIL}]+|[&<]|{VEIL}+")
_ESCAPES = {"&": "&amp;", "<": "&lt;"}
_MARGIN = re.compile(r"[ \t>]*")
_HASHES = re.compile(r"#+[ \t]*")
_TAG = re.compile(r"<[a-zA-Z]")
_LINK_TAG = re.compile(r"<(/?)a[\s>]", re.I)
_INLINE_TAGS = {
    f"{name}_{end}": f"<{slash}{tag}>"
    for name, tag in (("em", "em"), ("strong", "strong"), ("s", "s"))
    for end, slash in (("open", ""), ("close", "/"))
}


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


class Rendered(NamedTuple):
    """The HTML and the way back from it; `shows` tells whether it holds pictures or tags of its own."""

    html: str
    map: SourceMap
    shows: bool


def render(tokens: Sequence[Token], source: str, body: int) -> Rendered:
    """The HTML of the tokens of source[body:]; offsets of the map are into `source`."""
    writer = _Writer(source, body)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            writer.inline(token)
        elif token.type in ("th_open", "td_open"):  # they do not say where they stand, their text does
            writer.place_cell(tokens[index + 1])
            writer.tag(token, writer.source_of(0))
        else:
            writer.block(token)
    return Rendered(
        "".join(writer.html), SourceMap(writer.starts, writer.sources, writer.copied), writer.shows
    )


class _Writer:
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
            if escaped := _ESCAPES.get(piece.group()):
                self.write(escaped, self.source_of(at + piece.start()))
            elif piece.group()[0] != VEIL:
                self.copy(piece.group(), at + piece.start())

    def copy_html(self, text: str, at: int) -> None:
        """As `copy`, for markup."""
        self.shows = self.shows or _TAG.search(text) is not None
        for piece in re.finditer(f"[^{VEIL}]+", text):
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

    # Tokens

    def block(self, token: Token) -> None:
        """Anything but inline text and table cells."""
        if token.hidden:  # the paragraph in an item of a tight list
            return
        first = token.map[0] if token.map else -1
        if token.type == "html_block":
            self.place_lines(token.content, first)
            self.copy_html(token.content, 0)
        elif token.type in ("fence", "code_block"):
            self.write("<pre><code>", self.line(first))
            self.place_lines(token.content, first + (token.type == "fence"))
            self.copy_text(token.content, 0)
            self.write("</code></pre>", self.line(first))
        else:
            self.tag(token, self.line(first))

    def tag(self, token: Token, source: int) -> None:
        """The tag that a token stands for."""
        self.write(f"</{token.tag}>\n" if token.nesting < 0 else f"<{token.tag}>", source)

    def line(self, number: int) -> int:
        """Where what begins in that line begins; for closing tags (-1) where their last piece stands."""
        if number < 0:
            return self.sources[-1] if self.sources else self.lines[0]
        margin = _MARGIN.match(self.source, self.lines[number])
        return margin.end() if margin else self.lines[number]

    def inline(self, token: Token) -> None:
        """The text of a paragraph, a heading or a cell."""
        if not self.in_cell:
            self.place_lines(token.content, token.map[0] if token.map else 0)
        self.in_cell = False
        self.in_link = 0
        if token.children is None:
            self.text(token.content, 0)
            return
        for text, at, child in _runs(token.children):
            if child is None:
                self.text(text, at)
            else:
                self.child(child, token.content)

    def text(self, text: str, at: int) -> None:
        """Text, with bare web addresses as links: Hugo and GitHub make them so."""
        done = 0
        if not self.in_link:
            for start, end in addresses(text):
                self.copy_text(text[done:start], at + done)
                self.write(f'<a href="{_attribute(target(text[start:end]))}">', self.source_of(at + start))
                self.copy_text(text[start:end], at + start)
                self.write("</a>", self.source_of(at + end))
                done = end
        self.copy_text(text[done:] if done else text, at + done)

    def child(self, token: Token, content: str) -> None:
        """Inline markup."""
        at = token.meta["at"]
        match token.type:
            case "softbreak":
                self.write("\n", self.source_of(at))
            case "hardbreak":
                self.write("<br>\n", self.source_of(at))
            case "text_special" if token.info == "entity":
                self.write("".join(_ESCAPES.get(sign, sign) for sign in token.content), self.source_of(at))
            case "text_special":  # an escaped character, behind its backslash
                self.copy_text(token.content, at + len(token.markup) - len(token.content))
            case "code_inline":
                self.code(token, content, at)
            case "html_inline":
                self.html_inline(token.content, at)
            case "image":
                self.image(token, at)
            case "link_open":
                self.in_link += 1
                self.write(
                    f"<a{_attributes(token)}>", self.source_of(max(0, at - (token.markup != "autolink")))
                )
            case "link_close":
                self.in_link -= 1
                self.write("</a>", self.source_of(at))
            case _:
                self.write(_INLINE_TAGS[token.type], self.source_of(at))

    def code(self, token: Token, content: str, at: int) -> None:
        """A code span; one space on each side may have been taken off."""
        start = at + len(token.markup)
        if (
            not content.startswith(token.markup, start + len(token.content))
            or content[start] != token.content[0]
        ):
            start += 1
        self.write("<code>", self.source_of(at))
        self.copy_text(token.content, start)
        self.write("</code>", self.source_of(start + len(token.content)))

    def html_inline(self, html: str, at: int) -> None:
        """A tag or comment within text."""
        if found := _LINK_TAG.match(html):
            self.in_link += -1 if found[1] else 1
        self.copy_html(html, at)

    def image(self, token: Token, at: int) -> None:
        """A picture."""
        self.shows = True
        token.attrs["alt"] = _plain(token.children or [])
        self.write(f"<img{_attributes(token)}>", self.source_of(at))


def _runs(tokens: Iterable[Token]) -> Iterator[tuple[str, int, Token | None]]:
    """The tokens, and between them the text, in runs that stand together in the source: (text, at, None)."""
    texts: list[str] = []
    start = end = 0
    shift = 0
    for token in tokens:
        if token.type != "text":
            if texts:
                yield "".join(texts), start, None
                texts.clear()
            shift = int(token.type == "link_open" and token.markup == "autolink")
            yield "", 0, token
        elif token.content:
            at = token.meta["at"] + shift
            if texts and at != end:
                yield "".join(texts), start, None
                texts.clear()
            if not texts:
                start = at
            texts.append(token.content)
            end = at + len(token.content)
    if texts:
        yield "".join(texts), start, None


def _plain(tokens: Iterable[Token]) -> str:
    """The text of a picture's description, as its `alt` attribute holds it."""
    pieces = []
    for token in tokens:
        if token.type == "image":
            pieces.append(_plain(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces)


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in token.attrs.items())


def _attribute(value: str) -> str:
    return value.replace(VEIL, "").replace("&", "&amp;").replace('"', "&quot;")
