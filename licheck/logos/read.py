"""The bytes of a picture -> what is seen of it, within bounds: a stranger made them.

Reads PNG, JPEG, GIF, WebP, AVIF and BMP with Pillow, the first picture of those that move; SVG with resvg. Neither is part
of a plain installation: `pip install "licheck-syndication[logos]"`.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO

from licheck.logos.look import looks
from licheck.looks import Seen
from licheck.patterns import pattern

MOST_BYTES = 5_000_000
MOST_PIXELS = 16_000_000  # 64 MB when they are unpacked
SVG_BYTES = 300_000
_WIDTH = 256  # pixels that an SVG is drawn in
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "BMP")
_IS_SVG = pattern(rb"<svg[\s>]")
# What an SVG may not hold: other files, text (no fonts here), what is expensive to draw, and copies of copies.
_REFUSED = pattern(
    rb"<!DOCTYPE|<!ENTITY|<(?:\w+:)?(?:image|text|foreignObject|filter|pattern|feImage)[\s>/]|@import|url\(\s*[\"']?(?!#|[\"']?#)",
    re.I,
)
_USE = pattern(rb"<(?:\w+:)?(?:use|mask|clipPath|symbol|marker)[\s>/]", re.I)
_USES = 12
_MISSING = 'the pictures cannot be compared: {} is not installed (pip install "licheck-syndication[logos]")'


def seen(data: bytes) -> Seen:
    """What is seen of a picture. Raises nothing: what cannot be read says why."""
    if len(data) > MOST_BYTES:
        return Seen(why=f"the picture is larger than {MOST_BYTES:,} bytes, and was not looked at")
    if _IS_SVG.search(data[:2_000]):
        return _svg(data)
    return _raster(data)


def _raster(data: bytes) -> Seen:
    try:
        from PIL import Image, UnidentifiedImageError
    except ImportError:
        return Seen(why=_MISSING.format("Pillow"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of metadata out of order; too many pixels are counted below
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return Seen((), width, height, "the picture has too many pixels, and was not looked at")
                image.draft("RGB", (2 * _WIDTH, 2 * _WIDTH))  # a JPEG is unpacked no larger than needed
                found = looks(image)
    except UnidentifiedImageError:
        return Seen(why="the picture's file holds no picture that can be read")
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        ArithmeticError,
        LookupError,
        Image.DecompressionBombError,
    ):
        return Seen(why="the picture's file is damaged")
    return Seen(found, width, height, "" if found else "the picture shows one colour only")


def _svg(data: bytes) -> Seen:
    if len(data) > SVG_BYTES or _REFUSED.search(data) or len(_USE.findall(data)) > _USES:
        return Seen(
            why="the picture is an SVG of a kind that is not drawn here (text, filters, other files, or too large)"
        )
    try:
        import resvg_py
    except ImportError:
        return Seen(why=_MISSING.format("resvg-py"))
    try:
        png = bytes(
            resvg_py.svg_to_bytes(svg_string=data.decode("utf-8-sig"), width=_WIDTH, skip_system_fonts=True)
        )
    except (ValueError, UnicodeError):
        return Seen(why="the picture's SVG is damaged")
    return _raster(png)._replace(width=0, height=0)  # it has no size of its own
