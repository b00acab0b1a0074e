"""From a word that a reader sees back to its line and column in the HTML source.

The walk remembers only where each block's element begins. The exact place of a character is looked up
when a finding needs it: the source is read again from there, tags left out and entities resolved, until
the block's own text is met.
"""

from __future__ import annotations

import re
from itertools import accumulate

from licheck.model.page import JOINT, Block, Page

# Text, or what is not text: comments, whole script and style elements, tags.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z!?][^<>]*>?|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^<&\s]+|[<&]",
    re.S,
)  # fmt: skip
_WINDOW = 20_000  # characters of source read beyond four times the block's own length
_NEEDLE = 48  # characters by which a block is recognised


def line_lengths_before(source: str) -> list[int]:
    """How many characters other than line ends stand before each line: the line's offset less its number from 0."""
    return list(accumulate(map(len, source.split("\n")), initial=0))


def locate(page: Page, block: Block, index: int) -> int:
    """The offset in the source of character `index` of the block's text (see `licheck.model.page.Locator`)."""
    wanted = _packed(block.text)
    before = len(_packed(block.text[:index]))
    for reach in (len(block.text) + 400, len(block.text) * 4 + _WINDOW):
        signs, offsets = _visible(page.source, block.offset, reach)
        start = signs.find(wanted)
        if start >= 0 and start + before < len(offsets):
            return offsets[start + before]
    for needle in (wanted[:_NEEDLE], wanted[: _NEEDLE // 4]):
        start = signs.find(needle)
        if start >= 0 and start + before < len(offsets):
            return offsets[start + before]
    start = signs.find(wanted[before : before + _NEEDLE // 4]) if before < len(wanted) else -1
    return offsets[start] if start >= 0 else _in_source(page, block, index)


def _in_source(page: Page, block: Block, index: int) -> int:
    """As well as can be told for text in a comment, or cut by markup that is not shown."""
    words = " ".join(block.text[index:].replace(JOINT, " ").split()[:2])
    at = page.source.find(words, block.offset, block.offset + len(block.text) * 4 + _WINDOW) if words else -1
    return at if at >= 0 else block.offset


def _packed(text: str) -> str:
    return "".join(text.replace(JOINT, "").split())


def _visible(source: str, start: int, limit: int) -> tuple[str, list[int]]:
    """The characters between the tags from `start` on, white space left out, and where each stands."""
    signs: list[str] = []
    offsets: list[int] = []
    for token in _TOKEN.finditer(source, start, min(len(source), start + limit)):
        text = token.group()
        if text[0] == "<" and len(text) > 1:
            continue
        if text[0] == "&" and len(text) > 1:
            text = "".join(_resolve(text).split())
            signs.append(text)
            offsets.extend([token.start()] * len(text))
        else:
            signs.append(text)
            offsets.extend(range(token.start(), token.end()))
    return "".join(signs), offsets


def _resolve(entity: str) -> str:
    from html import unescape  # only findings need it

    return unescape(entity)
