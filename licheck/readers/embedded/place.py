"""A page read from HTML that was taken out of a file -> the same page with its places in that file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from licheck.model.page import Block, Meta, Page
from licheck.readers.embedded.traced import SourceMap

_KEPT = (
    "format",
    "encoding",
    "notes",
    "scripted",
    "can_show_images",
    "has_head",
    "span",
)  # whichever parser reads


def placed(html: Page, way: SourceMap, source: str, metadata: Iterable[Meta] = (), **more: object) -> Page:
    """The page with `source` as its source; `metadata` (with places in `source` already) come first.

    `more` are fields of the page to be set in addition.
    """
    back = way.source
    return replace(
        html,
        source=source,
        blocks=tuple([block._replace(offset=back(block.offset)) for block in html.blocks]),
        hidden=tuple([block._replace(offset=back(block.offset)) for block in html.hidden]),
        links=tuple([link._replace(offset=back(link.offset)) for link in html.links]),
        images=tuple([image._replace(offset=back(image.offset)) for image in html.images]),
        scripts=tuple([script._replace(offset=back(script.offset)) for script in html.scripts]),
        embeds=tuple([embed._replace(offset=back(embed.offset)) for embed in html.embeds]),
        metadata=(*metadata, *(meta._replace(offset=back(meta.offset)) for meta in html.metadata)),
        locator=Locator(html, way),
        **more,  # type: ignore[arg-type]
    )


class Locator:
    """From a character of a block to the file, by way of the HTML that was taken out of it."""

    def __init__(self, html: Page, way: SourceMap) -> None:
        self.html = html
        self.way = way
        self._blocks: dict[Block, Block] = {}  # as the page has them -> as the HTML has them

    def __call__(self, page: Page, block: Block, index: int) -> int:
        """The offset in the page's source of character `index` of the block's text."""
        if not self._blocks:
            ours = (*page.blocks, *page.hidden)
            theirs = (*self.html.blocks, *self.html.hidden)
            self._blocks = dict(zip(ours, theirs, strict=True))
        taken_out = self._blocks.get(block)
        if taken_out is None:
            return block.offset
        return self.way.source(self.html.locator(self.html, taken_out, index))


def html_of(page: Page) -> str:
    """The HTML that a page was read from: its source, or what was taken out of that."""
    return page.locator.html.source if isinstance(page.locator, Locator) else page.source


def read_again(page: Page, read_text: Callable[[str, str], Page]) -> Page:
    """A page that `placed` has made, with its HTML read by another reader (path, HTML -> page)."""
    assert isinstance(page.locator, Locator)
    first, way = page.locator.html, page.locator.way
    again = read_text(page.path, first.source)
    ours = page.metadata[: len(page.metadata) - len(first.metadata)]
    return placed(again, way, page.source, ours, **{name: getattr(page, name) for name in _KEPT})
