"""Markdown -> Page: front matter off, template marks veiled, the rest rendered and read as HTML.

CommonMark with tables and strikethrough. Positions come back to the Markdown source: blocks, links and
pictures through the map that the rendering leaves, single characters through the HTML reader and that map.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from licheck.errors import FormatError
from licheck.model.page import Block, Encoding, Page
from licheck.patterns import pattern
from licheck.readers import front_matter
from licheck.readers.decode import decode
from licheck.readers.html_elements import FIRST_TAGS
from licheck.readers.markdown_template import veil

if TYPE_CHECKING:
    from licheck.readers.markdown_map import SourceMap

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")

_START = rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?"
_DOCUMENT = pattern(_START + rb"<(?:!doctype\s|\?xml\s|html|head|body)\b", re.I | re.S)
_BLOCK_FIRST = pattern(_START + rb"<(?:" + FIRST_TAGS + rb")[\s/>]", re.I | re.S)
_FRONT_MATTER = pattern(  # with a body that does not begin with a tag: templates of HTML pages have it too
    rb"(?:\xef\xbb\xbf)?\s*(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$(?!\s*<)", re.S | re.M
)
_JSON = pattern(rb"(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*\"")  # front matter too, which the suffix tells
_SIGN = pattern(  # a heading, a code block, a reference, a link, strong emphasis
    rb"^#{1,6}[ \t]+\S|^(?:```|~~~)|^\[[^\]\n]{1,100}\]:[ \t]*\S"
    rb"|\[[^\]\n]{0,300}\]\([^)\s]|\*\*\S[^*\n]{0,300}\*\*",
    re.M,
)
_BLOCK_TAG = pattern(rb"<(?:p|div|br|li|td|h[1-6])[\s/>]", re.I)


def recognises(head: bytes) -> bool:
    """Whether these first bytes can be Markdown: front matter, a heading, a link... and no HTML document."""
    if _DOCUMENT.match(head) or _JSON.match(head):
        return False
    if _FRONT_MATTER.match(head) or _BLOCK_FIRST.match(head):
        return True
    return _SIGN.search(head) is not None and _BLOCK_TAG.search(head) is None


def read(path: str, data: bytes) -> Page:
    """A page from the bytes of a Markdown file; raises FormatError for what is built to take forever."""
    source, encoding = decode(data)
    return read_text(path, source, encoding=encoding)


def read_text(path: str, source: str, *, encoding: Encoding) -> Page:
    """A page from decoded Markdown with line ends already normalised to `\\n`; raises FormatError."""
    from licheck.readers import html
    from licheck.readers.markdown_map import Refused
    from licheck.readers.markdown_parse import parse
    from licheck.readers.markdown_render import render

    front = front_matter.read(source)
    veiled = veil(source, front.end, mdx=path.lower().endswith(".mdx"))
    try:
        rendered = render(parse(veiled.text[front.end :]), veiled.text, front.end)
    except Refused as why:
        raise FormatError(f"cannot be read as Markdown: {why}") from None
    page = html.read_text(path, rendered.html, format=NAME, encoding=encoding)
    back = rendered.map.source
    return replace(
        page,
        source=source,
        blocks=tuple(block._replace(offset=back(block.offset)) for block in page.blocks),
        hidden=tuple(block._replace(offset=back(block.offset)) for block in page.hidden),
        links=tuple(link._replace(offset=back(link.offset)) for link in page.links),
        images=tuple(image._replace(offset=back(image.offset)) for image in page.images),
        scripts=tuple(script._replace(offset=back(script.offset)) for script in page.scripts),
        embeds=tuple(embed._replace(offset=back(embed.offset)) for embed in page.embeds),
        metadata=(*front.metadata, *(meta._replace(offset=back(meta.offset)) for meta in page.metadata)),
        notes=tuple(note for note in (*front.notes, veiled.note, *page.notes) if note),
        scripted=page.scripted or bool(veiled.note),
        can_show_images=rendered.shows,
        locator=Locator(page, rendered.map),
    )


class Locator:
    """From a character of a block to the Markdown source, by way of the HTML that it was rendered to."""

    def __init__(self, html: Page, way: SourceMap) -> None:
        self._html = html
        self._way = way
        self._blocks: dict[Block, Block] = {}  # as the page has them -> as the HTML has them

    def __call__(self, page: Page, block: Block, index: int) -> int:
        """The offset in the Markdown source of character `index` of the block's text."""
        if not self._blocks:
            ours = (*page.blocks, *page.hidden)
            theirs = (*self._html.blocks, *self._html.hidden)
            self._blocks = dict(zip(ours, theirs, strict=True))
        rendered = self._blocks.get(block)
        if rendered is None:
            return block.offset
        return self._way.source(self._html.locator(self._html, rendered, index))
