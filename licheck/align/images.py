"""Pictures of the story: lost, added, or without their credit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from licheck.media.credits import credited, lines_beside, lost_names, names_of
from licheck.media.pictures import Likeness, compared, likeness, named
from licheck.media.spans import spans
from licheck.model.change import Change, ChangeKind, Passage
from licheck.model.original import Original
from licheck.model.page import BlockKind, Image, Page
from licheck.model.zones import Zones
from licheck.text import fold

_NEAR = 2  # blocks after a picture in which its caption or credit may stand


def image_changes(original: Original, page: Page, zones: Zones, story: Set[int]) -> Iterator[Change]:
    """The changes of pictures; `story` are the blocks of the page that carry the original's text. The passage of each is its caption; without one it is empty, and an offset tells its place."""
    if not original.page.images and not page.images:
        return
    old, new = original.page, page
    old_span, new_span = spans(original, zones)
    found = compared(old, old_span, new, new_span)
    lines = lines_beside(page, zones, story)
    for image in found.lost:
        note = f"{named(image)}: no picture on the page has its file name, its description or its caption"
        yield _change(ChangeKind.IMAGE_LOST, (old, image), None, note)
    for image, twin in found.kept:
        credit = credited(old, image) if likeness(image, twin) is Likeness.SURE else ""
        lost = _lost(original, new, twin, credit, lines) if credit else []
        if lost:
            note = f"{named(image)}: credited to {credit}"
            whole = len(lost) == len(names_of(credit))
            yield _change(ChangeKind.IMAGE_CREDIT_LOST, (old, image), (new, twin), note, sure=whole)
    for image in found.added:
        yield _change(ChangeKind.IMAGE_ADDED, None, (new, image), named(image))


def _change(
    kind: ChangeKind,
    old: tuple[Page, Image] | None,
    new: tuple[Page, Image] | None,
    note: str,
    *,
    sure: bool = True,
) -> Change:
    return Change(
        kind,
        _passage(*old) if old else None,
        _passage(*new) if new else None,
        note=note,
        original_at=old[1].offset if old else None,
        page_at=new[1].offset if new else None,
        sure=sure,
    )


def _lost(original: Original, page: Page, image: Image, credit: str, lines: Sequence[int]) -> list[str]:
    """The names of a credit that the page does not give; of the original's own site only with pictures."""
    sites = [meta.value for name in ("site", "publisher") for meta in original.page.values(name)]
    folded = {fold(site) for site in sites}
    return lost_names(page, image, credit, lines, sites, lambda name: fold(name) in folded)


def _passage(page: Page, image: Image) -> Passage:
    """Its caption; without one nothing, at the beginning of the block that follows it."""
    blocks = page.blocks
    for block in range(max(0, image.block - 1), min(len(blocks), image.block + _NEAR)):
        text = blocks[block].text
        if image.caption and blocks[block].kind is BlockKind.CAPTION and text == image.caption:
            return Passage(block, 0, len(text), text)
    return Passage(min(image.block, len(blocks) - 1), 0, 0, "")
