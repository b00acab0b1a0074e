"""Pictures near the story: lost, added, or without their credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from licheck.align.language import phrases
from licheck.align.side import Side
from licheck.model.change import Change, ChangeKind, Passage
from licheck.model.page import BlockKind, Image, Page
from licheck.patterns import pattern
from licheck.text import fold, words_of

_SMALL = 100  # pixels; what is declared smaller is an icon or a counter
_ICON = pattern(
    r"logo|icon|avatar|gravatar|badge|pixel|spacer|blank|share|social|author|byline|counter|advert", re.I
)
_SIZE = pattern(
    r"(?:[-_]?\d{2,5}x\d{2,5}|[-_]scaled|@\dx|[-_](?:w|h)?\d{3,4}(?:w|h|px)?|[-_]e\d{8,}|[-_]\d)+$"
)
_BOXES = frozenset(("aside", "nav", "footer", "form", "header"))
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_CLIMB = 8
_NEAR = 2  # blocks after a picture in which its caption or credit may stand
_WORDS = 3  # words of a caption that tell it from others


def image_changes(
    old: Side, new: Side, old_span: tuple[int, int], new_span: tuple[int, int]
) -> Iterator[Change]:
    """The changes of pictures. The spans are the blocks (first, last) from headline to end of the story."""
    ours, theirs = _pictures(old.page, *old_span), _pictures(new.page, *new_span)
    free = list(theirs)
    for image in ours:
        twin = next((other for other in free if _is_same(image, other)), None)
        place = _place(old, image)
        if twin is None:
            note = f"{_named(image)}: no picture beside the story has its file name, its description or its caption"
            yield Change(ChangeKind.IMAGE_LOST, place, None, note=note)
            continue
        free.remove(twin)
        credit = _credit(image)
        if credit and not _is_credited(new.page, twin, credit):
            note = f"{_named(image)}: credited to {credit}"
            yield Change(ChangeKind.IMAGE_CREDIT_LOST, place, _place(new, twin), note=note)
    for image in free:
        yield Change(ChangeKind.IMAGE_ADDED, None, _place(new, image), note=_named(image))


def _pictures(page: Page, first: int, last: int) -> list[Image]:
    found: dict[tuple[str, str], Image] = {}
    for image in page.images:
        if first <= image.block <= last + 1 and _is_picture(page, image):
            found.setdefault((_file(image), fold(image.alt)), image)
    return list(found.values())


def _is_picture(page: Page, image: Image) -> bool:
    """Whether it is a picture of the story: seen, not small, no icon, not in a box, no way to another story."""
    if image.hidden or image.tag == "svg" or 0 < image.width < _SMALL or 0 < image.height < _SMALL:
        return False
    if _ICON.search(f"{_source(image)} {image.alt}"):
        return False
    if image.link and not _path_of(image.link).lower().endswith(_PICTURES):
        return False
    at = image.container
    for _ in range(_CLIMB):
        if at < 0:
            break
        if page.containers[at].tag in _BOXES:
            return False
        at = page.containers[at].parent
    return bool(_source(image))


def _source(image: Image) -> str:
    """The address that tells which picture it is: not that of a placeholder."""
    return image.lazy if image.lazy and (not image.src or image.src.startswith("data:")) else image.src


def _path_of(url: str) -> str:
    """The path of an address; the address itself where it is broken."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return url


def _file(image: Image) -> str:
    """The name of its file without what sizes and formats add to it."""
    name = _path_of(_source(image)).rstrip("/").rpartition("/")[2].lower()
    stem = name.partition(".")[0]
    return _SIZE.sub("", stem) or stem


def _is_same(one: Image, other: Image) -> bool:
    if _file(one) == _file(other) or (fold(one.alt) and fold(one.alt) == fold(other.alt)):
        return True
    ours, theirs = (set(words_of(image.caption)) for image in (one, other))
    return len(ours) >= _WORDS and len(ours & theirs) >= max(_WORDS, min(len(ours), len(theirs)) * 0.6)


def _credit(image: Image) -> str:
    """Whom its caption credits, as written; empty for nobody."""
    hit = _credits().search(image.caption)
    if hit is None:
        return ""
    return image.caption[hit.end() :].strip(" .:;,()[]/|–—-©")


@cache
def _credits() -> re.Pattern[str]:
    """Matches the words that a credit follows ("Photo:", "Foto: "), the last of a caption."""
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases("caption"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:^|[\s(\[/|.])(?:{words})\s*(?:by\b|von\b|de\b|di\b|[:/|©])\s*|©\s*)(?!.*(?:©))", re.I
    )


def _is_credited(page: Page, image: Image, credit: str) -> bool:
    """Whether the words of a credit stand with a picture: in its caption, texts, or the blocks after it."""
    blocks = page.blocks[max(0, image.block - 1) : image.block + _NEAR]
    texts = [image.caption, image.alt, image.title, *(block.text for block in blocks)]
    there = {word for text in texts for word in words_of(text)}
    names = [word for word in words_of(credit) if len(word) > 1]
    return not names or sum(word in there for word in names) * 2 >= len(names)


def _named(image: Image) -> str:
    """A picture for people."""
    name = _path_of(_source(image)).rpartition("/")[2] or "picture"
    return f"{name} ({image.alt})" if image.alt else name


def _place(side: Side, image: Image) -> Passage | None:
    """Its caption; without one the beginning of the block that follows it."""
    blocks = side.page.blocks
    for block in range(max(0, image.block - 1), min(len(blocks), image.block + _NEAR)):
        if image.caption and blocks[block].kind is BlockKind.CAPTION and blocks[block].text == image.caption:
            return side.passage(block)
    return side.passage(min(image.block, len(blocks) - 1), 0, 0) if blocks else None
