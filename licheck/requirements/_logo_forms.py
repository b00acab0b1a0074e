"""Forms in which pages show a logo beside plain pictures: embedded files, drawings that take theirs from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.page import Image, Page
from licheck.patterns import pattern
from licheck.requirements._logo_names import file_name

_PICTURE = pattern(r"\.(?:svg|png|gif|jpe?g|webp|avif)$", re.I)
_TAKEN = pattern(r"<(?:use|image)\b[^>]{0,300}?\bhref\s*=\s*[\"']?([^\"'\s>]{1,300})", re.I)
_DRAWING = 3_000  # characters of a drawing in which such a picture is looked for
_TAG = 600  # characters of a picture's tag
_NOTHING = pattern(r"[\"';\s](?:width|height)\s*[:=]\s*[\"']?0(?:px)?\s*[;\"'!\s>]", re.I)


def embedded(page: Page) -> Iterator[Image]:
    """The pictures that stand in an `object` or `embed` element."""
    for one in page.embeds:
        if one.tag in ("object", "embed") and _PICTURE.search(file_name(one.src)):
            yield Image(
                one.src, "", one.title, one.block, one.offset, one.container, tag=one.tag, hidden=one.hidden
            )


def drawn_from(page: Page, image: Image) -> Iterator[str]:
    """The names of the files, or of the parts of a file, that a drawing shows."""
    end = page.source.find("</svg", image.offset, image.offset + _DRAWING)
    for hit in _TAKEN.finditer(page.source, image.offset, max(end, image.offset)):
        file, _, part = hit[1].partition("#")
        yield from filter(None, (part, file_name(file)))


def has_no_size(page: Page, image: Image) -> bool:
    """Whether a picture's tag gives it no width or no height."""
    start = image.offset
    tag = page.source[start : start + _TAG].partition(">")[0]
    return _NOTHING.search(f"{tag}>") is not None
