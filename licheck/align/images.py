"""Pictures of the story: lost, added, or without their credit."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.media.credits import credited
from licheck.media.pictures import compared, named
from licheck.media.spans import spans
from licheck.model.change import Change, ChangeKind, Passage
from licheck.model.original import Original
from licheck.model.page import BlockKind, Image, Page
from licheck.model.zones import Zones
from licheck.text import words_of

_NEAR = 2  # blocks after a picture in which its caption or credit may stand
_ENOUGH = 0.5  # of the words of a credit


def image_changes(original: Original, page: Page, zones: Zones) -> Iterator[Change]:
    """The changes of pictures. The passage of each is its caption; without one it is empty, and an offset tells its place."""
    if not original.page.images and not page.images:
        return
    old, new = original.page, page
    old_span, new_span = spans(original, zones)
    found = compared(old, old_span, new, new_span)
    for image in found.lost:
        note = f"{named(image)}: no picture on the page has its file name, its description or its caption"
        yield _change(ChangeKind.IMAGE_LOST, (old, image), None, note)
    for image, twin in found.kept:
        credit = credited(old, image)
        if credit and not _is_credited(new, twin, credit):
            note = f"{named(image)}: credited to {credit}"
            yield _change(ChangeKind.IMAGE_CREDIT_LOST, (old, image), (new, twin), note)
    for image in found.added:
        yield _change(ChangeKind.IMAGE_ADDED, None, (new, image), named(image))


def _change(
    kind: ChangeKind, old: tuple[Page, Image] | None, new: tuple[Page, Image] | None, note: str
) -> Change:
    return Change(
        kind,
        _passage(*old) if old else None,
        _passage(*new) if new else None,
        note=note,
        original_at=old[1].offset if old else None,
        page_at=new[1].offset if new else None,
    )


def _is_credited(page: Page, image: Image, credit: str) -> bool:
    """Whether the words of a credit stand with a picture: in its caption, texts, or the blocks after it."""
    blocks = page.blocks[max(0, image.block - 1) : image.block + _NEAR]
    texts = [image.caption, image.alt, image.title, *(block.text for block in blocks)]
    there = {word for text in texts for word in words_of(text)}
    names = [word for word in words_of(credit) if len(word) > 1]
    return not names or sum(word in there for word in names) >= _ENOUGH * len(names)


def _passage(page: Page, image: Image) -> Passage:
    """Its caption; without one nothing, at the beginning of the block that follows it."""
    blocks = page.blocks
    for block in range(max(0, image.block - 1), min(len(blocks), image.block + _NEAR)):
        text = blocks[block].text
        if image.caption and blocks[block].kind is BlockKind.CAPTION and text == image.caption:
            return Passage(block, 0, len(text), text)
    return Passage(min(image.block, len(blocks) - 1), 0, 0, "")
