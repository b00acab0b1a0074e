"""Plain text -> Page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.page import Block, BlockKind, Container, Encoding, Link, Page
from licheck.patterns import pattern
from licheck.readers.decode import decode
from licheck.readers.text_paragraphs import paragraphs

NAME = "text"
SUFFIXES = (".txt", ".text")

_OTHER = pattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|(?:---|\+\+\+)[ \t]*\r?\n|\[?\s*\{\s*\"|(?:[\w-]+:[^\n]*\n\s*)*MIME-Version:)",
    re.I,
)
_ADDRESS = pattern(r"(https?://|\bwww\.)[^\s<>\"“”«»]+", re.I)
_NOT_LAST = ".,;:!?…'’*_~)]"


def recognises(head: bytes) -> bool:
    """Whether these first bytes can be plain text: no markup, front matter, JSON or MIME at the top."""
    return _OTHER.match(head) is None


def read(path: str, data: bytes) -> Page:
    """A page from the bytes of a plain text file. Never raises."""
    source, encoding = decode(data)
    return read_text(path, source, encoding=encoding)


def read_text(path: str, source: str, *, encoding: Encoding) -> Page:
    """A page from decoded plain text with line ends already normalised to `\\n`."""
    blocks = tuple(Block(text, BlockKind.PARAGRAPH, offset, 0) for text, offset in paragraphs(source))
    return Page(
        path=path,
        format=NAME,
        source=source,
        blocks=blocks,
        containers=(Container("body", -1, 0, len(blocks)),),
        links=tuple(link for index, block in enumerate(blocks) for link in _links(source, block, index)),
        encoding=encoding,
        can_show_images=False,
        locator=locate,
    )


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each web address in a text, without the punctuation of the sentence around it."""
    if "://" not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        address = found.group()
        end = len(address)
        unopened = address.count(")") - address.count("(")
        while address[end - 1] in _NOT_LAST and (address[end - 1] != ")" or unopened > 0):
            unopened -= address[end - 1] == ")"
            end -= 1
        if end > len(found[1]):
            yield found.start(), found.start() + end


def target(address: str) -> str:
    """Where a bare address leads: `www.` without a scheme is http, as browsers and mail programs have it."""
    return address if "://" in address else f"http://{address}"


def locate(page: Page, block: Block, index: int) -> int:
    """The offset of a character of a block: lines were joined and spaces taken out, letters never changed."""
    return _offset(page.source, block, index)


def _offset(source: str, block: Block, index: int) -> int:
    offset, text = block.offset, block.text
    if source.startswith(text[: index + 1], offset):
        return offset + index
    for sign in text[:index]:
        if sign != " ":
            offset = source.index(sign, offset) + 1
    return offset if text[index : index + 1] in ("", " ") else source.index(text[index], offset)


def _links(source: str, block: Block, index: int) -> Iterator[Link]:
    after = block.offset
    for start, end in addresses(block.text):
        address = block.text[start:end]
        offset = source.find(address, after)
        if offset < 0:  # two lines of a script without spaces were joined within it
            offset = _offset(source, block, start)
        after = offset + 1
        yield Link(target(address), address, index, start, end, offset)
