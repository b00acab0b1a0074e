"""Pages and originals made of paragraphs, without any markup."""

from licheck.align.blocks import align
from licheck.align.changes import changes
from licheck.model.original import Original
from licheck.model.page import Block, BlockKind, Container, Meta, Page
from licheck.model.zones import Zone, Zones


def page_of(paragraphs, links=(), images=(), metadata=(), language=""):
    """A page that is nothing but these paragraphs: texts, or pairs of text and kind."""
    pairs = [(one, BlockKind.PARAGRAPH) if isinstance(one, str) else one for one in paragraphs]
    blocks, at = [], 0
    for text, kind in pairs:
        blocks.append(Block(text, kind, at, 0, 2 if kind is BlockKind.HEADING else 0))
        at += len(text) + 2
    told = [Meta("language", language, "html lang", 0)] if language else []
    return Page(
        "story.txt",
        "text",
        "\n\n".join(text for text, _ in pairs),
        tuple(blocks),
        containers=(Container("article", -1, 0, len(blocks)),),
        links=tuple(links),
        images=tuple(images),
        metadata=(*told, *metadata),
    )


def original_of(page, title="", url="", authors=()):
    return Original(page, tuple(range(len(page.blocks))), title, authors=tuple(authors), url=url)


def zones_of(page, headline=None):
    """All of the page is the article, but for its headline."""
    of = [Zone.ARTICLE] * len(page.blocks)
    if headline is not None:
        of[headline] = Zone.TITLE
    return Zones(tuple(of), headline, 0, len(page.blocks) - 1, "alignment")


def changed(original, page, headline=None, **facts):
    """The changes of a page whose article is all of it."""
    source = original_of(original, **facts)
    texts = {index: original.blocks[index].text for index in source.article}
    alignment = align([block.text for block in page.blocks], texts)
    return changes(page, source, alignment, zones_of(page, headline))


def kinds(found):
    return [change.kind for change in found]
