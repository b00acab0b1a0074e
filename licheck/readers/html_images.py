"""What the attributes of a picture say, whichever parser read them, and the captions of figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from licheck.model.page import Block, BlockKind, Container, Image

Attributes = Callable[[str], str | None]

MOST_SOURCES = 40  # children of a `picture` that are looked at; most have three
_EM = 16  # CSS pixels
_CLIMB = 8  # boxes between a picture and its figure that are looked at
_new = tuple.__new__


def picture(
    attr: Attributes,
    tag: str,
    block: int,
    offset: int,
    container: int,
    link: str = "",
    hidden: str = "",
    drawn: tuple[str, str] = ("", ""),
    sources: str = "",
) -> Image:
    """A picture; `attr` gives its attributes. `drawn` are, of an inline `svg`, the address it uses and its text;
    `sources` are the files of the `source` elements beside it, as a `srcset`.
    """
    srcset = sources
    if tag == "svg":
        src, alt = drawn[0], attr("aria-label") or drawn[1][:300]
    else:
        src, alt = attr("src") or attr("href") or attr("xlink:href") or "", attr("alt") or ""
        if several := attr("srcset"):
            src = src or _first(several)
            srcset = f"{several}, {sources}" if sources else several
    lazy = attr("data-src") or attr("data-lazy-src") or attr("data-original") or ""
    if several := attr("data-srcset") or attr("data-lazy-srcset"):
        lazy = lazy or _first(several)
        srcset = f"{srcset}, {several}" if srcset else several
    style = attr("style") or ""
    size = (
        pixels(attr("width")) or _styled(style, "width"),
        pixels(attr("height")) or _styled(style, "height"),
    )
    said = attr("title") or "", attr("loading") or ""
    return _new(
        Image,
        (src, alt, said[0], block, offset, container, *size, lazy, "", link, said[1], tag, hidden, srcset),
    )


def of_sources(attributes: Iterable[Attributes]) -> str:
    """The files of the `source` elements of a `picture`, as one `srcset`."""
    return ", ".join(filter(None, (attr("srcset") or attr("data-srcset") for attr in attributes)))


def _first(srcset: str) -> str:
    """The first address of a `srcset`."""
    words = srcset.split(None, 1)
    return words[0].rstrip(",") if words else ""


def _styled(style: str, name: str) -> int:
    """A width or height that a style attribute sets, in CSS pixels (1em is taken for 16, as browsers begin with); else 0."""
    if name not in style:
        return 0
    hit = re.search(rf"(?<![\w-]){name}\s*:\s*(\d{{1,4}}(?:\.\d{{1,3}})?)(px|r?em)", style)
    return round(float(hit.group(1)) * (1 if hit.group(2) == "px" else _EM)) if hit else 0


def pixels(value: str | None) -> int:
    """A width or height attribute in CSS pixels; 0 where it says nothing usable."""
    if not value:
        return 0
    digits = value.strip().removesuffix("px")
    return int(digits) if digits.isdigit() and len(digits) < 6 and digits.isascii() else 0


def with_captions(
    images: Iterable[Image], containers: Sequence[Container], blocks: Sequence[Block]
) -> tuple[Image, ...]:
    """The pictures, those in a figure with the text of its caption."""
    if not any(box.tag == "figure" for box in containers):
        return tuple(images)
    captions: dict[int, str] = {}

    def caption(at: int) -> str:
        for _ in range(_CLIMB):
            if at < 0:
                return ""
            if containers[at].tag == "figure":
                if at not in captions:
                    captions[at] = _caption(blocks[containers[at].first : containers[at].last])
                return captions[at]
            at = containers[at].parent
        return ""

    return tuple(
        image._replace(caption=text) if (text := caption(image.container)) else image for image in images
    )


def _caption(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks if block.kind is BlockKind.CAPTION)
