"""The text of a post as WordPress stores it -> the HTML that WordPress shows.

What it does on the way out is done here too: line ends part paragraphs and lines (`wpautop`), a caption's
shortcode becomes a caption, the comments that mark blocks are left out. Other shortcodes stay where they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from licheck.patterns import pattern
from licheck.readers.embedded.traced import Traced, Writer
from licheck.text import shorten

# No part of these reaches beyond the next bracket or tag: what is never closed takes no longer than the rest.
_BLOCK_MARK = pattern(r"<!--\s{0,9}/?wp:[^<>]*-->")
_CAPTION = pattern(
    r"\[(?:wp_)?caption\b[^\[\]]*\]([^<\[]{0,50}(?:<a\b[^<>]*>\s{0,9})?<img\b[^<>]*>(?:\s{0,9}</a>)?)([^\[]*)"
    r"\[/(?:wp_)?caption\]",
    re.I,
)
_PLAYERS = pattern(r"\[/?(?:gallery|audio|video|playlist|embed)(?=[\s\]/])[^\[\]]*\]", re.I)
_UNKNOWN = pattern(r"\[/([a-z][\w-]{1,40})\]|\[([a-z][\w-]{1,40})\s+[\w-]+=", re.I)
_TOLD = 5  # names of shortcodes in the note

_TOKEN = pattern(r"<!--|<(/?)([a-z][a-z0-9]*)\b[^<>]*>|\n[ \t\n]*", re.I)
_RAW = ("script", "style", "pre", "textarea", "table")  # line ends within are left alone
_BLOCKS = frozenset(
    "address article aside audio blockquote br caption dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main menu nav object ol p pre script section"
    " select style summary table tbody td textarea tfoot th thead tr ul video".split()
)
_TAG = pattern(r"</?([a-z][a-z0-9]*)\b", re.I)


class Shown(NamedTuple):
    """The HTML, and what is to be told of it (empty: nothing)."""

    html: Traced
    note: str = ""


def shown(text: Traced) -> Shown:
    """What WordPress makes of the text of a post."""
    has_blocks = "<!-- wp:" in text.text
    html = text.replaced(_BLOCK_MARK, lambda _: "") if has_blocks else text
    note = ""
    if "[" in html.text:
        html = _with_captions(html).replaced(_PLAYERS, lambda _: "")
        note = _unknown(html.text)
    return Shown(html if has_blocks else _with_paragraphs(html), note)


def _with_captions(html: Traced) -> Traced:
    made = Writer()
    done = 0
    for found in _CAPTION.finditer(html.text):
        at = html.way.source(found.start())
        made.copy(html, done, found.start())
        made.write("<figure>", at)
        made.copy(html, *found.span(1))
        made.write("<figcaption>", at)
        made.copy(html, *found.span(2))
        made.write("</figcaption></figure>", at)
        done = found.end()
    made.copy(html, done, len(html.text))
    return made.traced() if done else html


def _unknown(text: str) -> str:
    names = dict.fromkeys(name for found in _UNKNOWN.finditer(text) for name in found.groups() if name)
    if not names:
        return ""
    told = ", ".join(f"[{name}]" for name in [*names][:_TOLD])
    return f"Shortcodes were left as text, since what they show is not known: {shorten(told, 200)}."


def _with_paragraphs(html: Traced) -> Traced:
    made = Writer()
    if not _begins_block(html.text, 0):
        made.write("<p>", html.way.source(0))
    made.copy(html.replaced(_TOKEN, _LineEnds(html.text)))
    return made.traced()


class _LineEnds:
    """What stands for the line ends of a post; to be asked for each of its tags and line ends in turn."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._skip = 0  # up to here is a comment
        self._raw = ""
        self._block = (0, False)  # where the last tag of a block ended, and whether it was an end tag

    def __call__(self, token: re.Match[str]) -> str | None:
        written = token[0]
        if token.start() < self._skip:
            return None
        if written == "<!--":
            end = self._text.find("-->", token.end())
            self._skip = end + 3 if end >= 0 else len(self._text)
        elif written[0] == "<":
            self._tag(token)
        elif not self._raw:
            return self._line_end(token)
        return None

    def _tag(self, token: re.Match[str]) -> None:
        name, is_end = token[2].lower(), bool(token[1])
        if is_end and name == self._raw:
            self._raw = ""
        elif name in _RAW and not is_end and not self._raw:
            self._raw = name
        if name in _BLOCKS:
            self._block = (token.end(), is_end or name in ("hr", "br"))

    def _line_end(self, token: re.Match[str]) -> str | None:
        if token.end() == len(self._text) or _begins_block(self._text, token.end()):
            return None
        end, was_end = self._block
        if end and not self._text[end : token.start()].strip(" \t"):
            return "\n<p>" if was_end else None
        return "\n<p>" if token[0].count("\n") > 1 else "<br>\n"


def _begins_block(text: str, at: int) -> bool:
    """Whether a tag of a block stands there."""
    tag = _TAG.match(text, at)
    return tag is not None and tag[1].lower() in _BLOCKS
