"""markdown-it-py's tokens -> HTML that knows where it came from.

The HTML goes to the HTML reader, so that markup inside Markdown is seen as a browser sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from licheck.patterns import pattern
from licheck.readers.markdown_map import ESCAPES, SourceMap, Writer
from licheck.readers.markdown_template import VEIL
from licheck.readers.text import addresses, target

_TAG = pattern(r"<[a-zA-Z]")
_LINK_TAG = pattern(r"<(/?)a[\s>]", re.I)
_TAGS = {"em": "em", "strong": "strong", "s": "s"}


class Rendered(NamedTuple):
    """The HTML and the way back from it; `shows` tells whether it holds pictures or tags of its own."""

    html: str
    map: SourceMap
    shows: bool


def render(tokens: Sequence[Token], source: str, body: int) -> Rendered:
    """The HTML of the tokens of source[body:]; offsets of the map are into `source`. Raises Refused."""
    writer = Writer(source, body)
    shows = False
    for index, token in enumerate(tokens):
        if token.type == "inline":
            if tokens[index - 1].type not in _CELLS:
                writer.place_lines(token.content, token.map[0] if token.map else 0)
            shows = _Inline(writer, token.content).render(token.children) or shows
        elif token.type in _CELLS:  # they do not say where they stand, but their text does
            writer.place_cell(tokens[index + 1])
            writer.write(f"<{token.tag}>", writer.source(0))
        else:
            shows = _block(writer, token) or shows
    return Rendered(writer.html, writer.map, shows)


_CELLS = ("th_open", "td_open")


def _block(writer: Writer, token: Token) -> bool:
    """Write anything but inline text and cells; True if it holds tags of its own."""
    first = token.map[0] if token.map else -1
    if token.type == "html_block":
        writer.place_lines(token.content, first)
        writer.copy_html(token.content, 0)
        return _TAG.search(token.content) is not None
    if token.type in ("fence", "code_block"):
        writer.write("<pre><code>", writer.line(first))
        writer.place_lines(token.content, first + (token.type == "fence"))
        writer.copy_text(token.content, 0)
        writer.write("</code></pre>\n", writer.line(-1))
    elif not token.hidden:  # hidden: the paragraph in an item of a tight list
        tag = f"</{token.tag}>\n" if token.nesting < 0 else f"<{token.tag}>"
        writer.write(tag, writer.line(first))
    return False


class _Inline:
    """The text of one paragraph, heading or cell."""

    def __init__(self, writer: Writer, content: str) -> None:
        self._writer = writer
        self._content = content
        self._in_link = 0
        self._shows = False

    def render(self, children: Sequence[Token] | None) -> bool:
        """Write it; True if it holds pictures or tags of its own."""
        if children is None:
            self._text(self._content, 0)
            return False
        for text, at, token in _runs(children):
            if token is None:
                self._text(text, at)
            else:
                self._markup(token, token.meta["at"])
        return self._shows

    def _text(self, text: str, at: int) -> None:
        """Text, with bare web addresses as links: GitHub, Hugo and most sites make them so."""
        writer, done = self._writer, 0
        if not self._in_link:
            for start, end in addresses(text):
                writer.copy_text(text[done:start], at + done)
                writer.write(f'<a href="{_attribute(target(text[start:end]))}">', writer.source(at + start))
                writer.copy_text(text[start:end], at + start)
                writer.write("</a>", writer.source(at + end))
                done = end
        writer.copy_text(text[done:], at + done)

    def _markup(self, token: Token, at: int) -> None:
        writer, source = self._writer, self._writer.source(at)
        match token.type:
            case "softbreak":
                writer.write("\n", source)
            case "hardbreak":
                writer.write("<br>\n", source)
            case "text_special" if token.info == "entity":
                writer.write("".join(ESCAPES.get(sign, sign) for sign in token.content), source)
            case "text_special":  # an escaped character stands behind its backslash
                writer.copy_text(token.content, at + len(token.markup) - len(token.content))
            case "code_inline":
                self._code(token, at)
            case "html_inline":
                self._tag(token.content, at)
            case "image":
                self._shows = True
                token.attrs["alt"] = _plain(token.children or [])
                writer.write(f"<img{_attributes(token)}>", source)
            case "link_open":
                self._in_link += 1
                begin = at if token.markup == "autolink" else max(0, at - 1)  # the bracket
                writer.write(f"<a{_attributes(token)}>", writer.source(begin))
            case "link_close":
                self._in_link -= 1
                writer.write("</a>", source)
            case emphasis:
                tag, _, end = emphasis.partition("_")
                writer.write(f"</{_TAGS[tag]}>" if end == "close" else f"<{_TAGS[tag]}>", source)

    def _code(self, token: Token, at: int) -> None:
        """A code span; one space may have been taken off each side of it."""
        start = at + len(token.markup)
        same = self._content[start : start + len(token.content)].replace("\n", " ") == token.content
        if not same or not self._content.startswith(token.markup, start + len(token.content)):
            start += 1
        self._writer.write("<code>", self._writer.source(at))
        self._writer.copy_text(token.content, start)
        self._writer.write("</code>", self._writer.source(start + len(token.content)))

    def _tag(self, html: str, at: int) -> None:
        """A tag or comment within text."""
        self._shows = self._shows or _TAG.search(html) is not None
        if found := _LINK_TAG.match(html):
            self._in_link += -1 if found[1] else 1
        self._writer.copy_html(html, at)


def _runs(tokens: Iterable[Token]) -> Iterator[tuple[str, int, Token | None]]:
    """The tokens and, with None for token, the text between them, joined where it stands together."""
    texts: list[str] = []
    start = end = shift = 0
    for token in tokens:
        at = token.meta["at"] + shift
        if texts and (token.type != "text" or (token.content and at != end)):
            yield "".join(texts), start, None
            texts.clear()
        if token.type != "text":
            yield "", 0, token
        elif token.content:
            start = at if not texts else start
            texts.append(token.content)
            end = at + len(token.content)
        shift = int(token.type == "link_open" and token.markup == "autolink")  # its text is behind a <
    if texts:
        yield "".join(texts), start, None


def _plain(tokens: Iterable[Token]) -> str:
    """The text of a picture's description, as its `alt` attribute holds it."""
    pieces = []
    for token in tokens:
        if token.type == "image":
            pieces.append(_plain(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces)


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in token.attrs.items())


def _attribute(value: str) -> str:
    return value.replace(VEIL, "").replace("&", "&amp;").replace('"', "&quot;")
