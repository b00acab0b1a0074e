"""The bytes of a picture -> what is seen of it, within bounds: a stranger made them.

Reads PNG, JPEG, GIF, WebP, AVIF and BMP with Pillow, the first picture of those that move; SVG with resvg. Neither is part
of a plain installation: they are the extra `logos`.
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
# The root's own size goes: what counts is its viewBox, which tells how high 256 pixels of width are.
_ROOT = pattern(r"<svg\b[^>]*>")
_SIZE = pattern(r"\s(?:width|height|style|preserveAspectRatio)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_VIEW_BOX = pattern(
    r"\sviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*[\"']"
)
_SIDE = r"\s{}\s*=\s*[\"']\s*(\d{{1,5}}(?:\.\d{{1,6}})?)(?:px)?\s*[\"']"
_WIDE, _HIGH = pattern(_SIDE.format("width")), pattern(_SIDE.format("height"))
_LONGEST = 20  # times as long as high, or high as long
_NOT_DRAWN = (
    "the picture is an SVG of a kind that is not drawn here (text, filters, other files, or too large)"
)
_TOO_MANY = "the picture has too many pixels, and was not looked at"
_MISSING = "the pictures cannot be compared: {} is not installed (`pip install pillow resvg-py`)"


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
                    return Seen((), width, height, _TOO_MANY)
                image.draft("RGB", (2 * _WIDTH, 2 * _WIDTH))  # a JPEG is unpacked no larger than needed
                found = looks(image)
    except UnidentifiedImageError:
        return Seen(why="the picture's file holds no picture that can be read")
    except Image.DecompressionBombError:
        return Seen(why=_TOO_MANY)
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError):
        return Seen(why="the picture's file is damaged")
    return Seen(found, width, height, "" if found else "the picture shows one colour only")


def _svg(data: bytes) -> Seen:
    text = _drawable(data)
    if not text:
        return Seen(why=_NOT_DRAWN)
    try:
        import resvg_py
    except ImportError:
        return Seen(why=_MISSING.format("resvg-py"))
    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=text, width=_WIDTH, skip_system_fonts=True))
    except ValueError:
        return Seen(why="the picture's SVG is damaged")
    return _raster(png)._replace(width=0, height=0)  # it has no size of its own


def _drawable(data: bytes) -> str:
    """An SVG that can be drawn within bounds, without a size; empty for any other."""
    if len(data) > SVG_BYTES or _REFUSED.search(data) or len(_USE.findall(data)) > _USES:
        return ""
    text = data.decode("utf-8-sig", "replace")
    root = _ROOT.search(text)
    if not root:
        return ""
    view = _VIEW_BOX.search(root.group())
    wide, high = _WIDE.search(root.group()), _HIGH.search(root.group())
    width, height = (
        (float(view[1]), float(view[2]))
        if view
        else (float(wide[1]), float(high[1]))
        if wide and high
        else (0.0, 0.0)
    )
    if not width or not height or not 1 / _LONGEST <= width / height <= _LONGEST:
        return ""
    bare = _SIZE.sub("", root.group())
    if not view:
        bare = bare.replace("<svg", f'<svg viewBox="0 0 {width} {height}"', 1)
    return text[: root.start()] + bare + text[root.end() :]
