"""A page as the second parser has it: its tags in their order, and texts, attributes and places as the page has them.

The parser sees no character references: they are resolved here, when a text is asked for.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from bs4 import Tag

from licheck.errors import FormatError
from licheck.readers.second_parser import parse

# Characters that no text holds (https://www.unicode.org/faq/private_use.html#nonchar4): one of them stands for `&`.
_NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]
_REFERENCE = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_DIGITS = 8  # of a character reference; longer ones name no character


class Soup:
    """A parsed page. `root` holds the tree, `elements` are all tags in the order of the page.

    `comments` are the offsets of comments by `id`.
    """

    def __init__(self, source: str) -> None:
        self._ampersand = next((sign for sign in _NONCHARACTERS if sign not in source), "")
        if not self._ampersand:
            raise FormatError(
                "a second reading of the page was not possible: it holds all of Unicode's noncharacters."
            )
        self.root, self.elements, self.comments = parse(source.replace("&", self._ampersand))

    def offset(self, tag: Tag) -> int:
        """Where a tag begins in the source."""
        return tag.sourcepos or 0

    def text(self, data: str) -> str:
        """Text as it reads, its character references resolved."""
        return _REFERENCE.sub(_resolve, self.raw(data)) if self._ampersand in data else data

    def raw(self, data: str) -> str:
        """Text as it is written: of scripts, styles, comments."""
        return data.replace(self._ampersand, "&")

    def attr(self, tag: Tag, name: str) -> str | None:
        """An attribute's value, or None."""
        value = tag.attrs.get(name)
        if value is None or self._ampersand not in value:
            return None if value is None else str(value)
        return _REFERENCE.sub(_resolve_in_address, self.raw(str(value)))


def _resolve_in_address(hit: re.Match[str]) -> str:
    """A reference in an attribute; what only begins like one ("?a=1&copy=2", "&section") stays as it is."""
    text = hit.group()
    if text[1] == "#" or (
        text[1:] in html5 and (text[-1] == ";" or hit.string[hit.end() : hit.end() + 1] != "=")
    ):
        return _resolve(hit)
    return text


def _resolve(hit: re.Match[str]) -> str:
    text = hit.group()
    if text[1] != "#":
        return unescape(text)
    digits = text[2:].rstrip(";")
    if len(digits.lstrip("xX0")) > _DIGITS:
        return "\ufffd"
    return unescape(text) or chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
