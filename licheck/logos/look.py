"""A picture -> its looks: what is drawn, cut out of its ground, in 16 rows of 16 signs.

Hashes of the whole picture (those of the package imagehash, say) find a logo again when it was scaled or saved anew, but
not on another ground or with a margin. So the ground goes first: it is the colour of most of the picture's edge. What
differs from it is drawn; that part alone is compared, by where it gets lighter from left to right (a difference hash).
Where the drawn part is a filled box, the box may be the ground as well; then there are several looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from licheck.looks import SIDE, Look

if TYPE_CHECKING:
    from PIL.Image import Image

_WORKING = 256  # pixels of the longer side to which pictures are brought
_CONTRAST = 0.35  # of the strongest difference from the ground that a sign must reach to be drawn
_LEAST = 24  # of 255: differences of colour below are noise of JPEG
_PEAK = 0.005  # share of the pixels that the strongest difference must have
_STEPS = 4  # bits of a colour that are left out when the edge's colours are counted
_MAY_BE_GROUND = 0.2  # share of the edge that a colour must have
_FILLS = 0.5  # share of the edge of what is drawn that one colour must have to be a box
_GROUNDS = 2  # colours of an edge that are tried
_PALE = 200  # of 255: a drawing lighter than this stands on a dark ground
_LONGEST = 20.0  # times as long as high, or high as long; what is more is a line

_Colour = tuple[int, int, int]


def looks(image: Image) -> tuple[Look, ...]:
    """The looks of a picture, the most likely first; none for a picture of one colour, or of a line."""
    found: dict[Look, None] = {}
    for drawn in _drawings(_sized(_flat(image))):
        ratio = drawn.width / drawn.height
        if 1 / _LONGEST <= ratio <= _LONGEST:
            found[Look(round(ratio, 2), _signs(drawn))] = None
    return tuple(look for look in found if look.bits)


def _flat(image: Image) -> Image:
    """The picture without transparency: on white, or on black where what is drawn is nearly white itself."""
    from PIL import Image as images
    from PIL import ImageStat

    if image.mode not in ("P", "LA", "PA", "La", "RGBA", "RGBa") and "transparency" not in image.info:
        return image.convert("RGB")
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    opaque = alpha.point(lambda value: 255 * (value > 127))
    light = ImageStat.Stat(image.convert("L"), mask=opaque).mean[0] if opaque.getbbox() else 0
    ground = images.new("RGBA", image.size, (0, 0, 0, 255) if light > _PALE else (255, 255, 255, 255))
    return images.alpha_composite(ground, image).convert("RGB")


def _sized(image: Image) -> Image:
    from PIL.Image import Resampling

    if (times := max(image.size) // (2 * _WORKING)) > 1:
        image = image.reduce(times)
    scale = _WORKING / max(image.size)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Resampling.BICUBIC)


def _drawings(image: Image) -> Iterator[Image]:
    """What is drawn, cut out, for each colour that may be the ground; light where it differs most from that."""
    for ground in _grounds(image)[:_GROUNDS]:
        drawn, box, contrast = _drawn(image, ground)
        if box is None:
            continue
        yield drawn.crop(box)
        inner = image.crop(box)
        for filling in _grounds(inner, _FILLS)[:1]:
            if max(abs(one - other) for one, other in zip(ground, filling, strict=True)) > contrast:
                within, box, _ = _drawn(inner, filling)
                if box is not None:
                    yield within.crop(box)


def _grounds(image: Image, least: float = _MAY_BE_GROUND) -> list[_Colour]:
    """The colours of a picture's edge, the most frequent first."""
    width, height = image.size
    edges = (
        (0, 0, width, 1),
        (0, height - 1, width, height),
        (0, 0, 1, height),
        (width - 1, 0, width, height),
    )
    counted: dict[tuple[int, ...], list[int]] = {}
    for edge in edges:
        for times, colour in image.crop(edge).getcolors(2 * _WORKING) or ():
            assert isinstance(colour, tuple)
            sums = counted.setdefault(tuple(value >> _STEPS for value in colour), [0, 0, 0, 0])
            for at, value in enumerate((1, *colour)):
                sums[at] += times * value
    whole = sum(sums[0] for sums in counted.values())
    frequent = sorted((sums for sums in counted.values() if sums[0] >= least * whole), reverse=True)
    return [(sums[1] // sums[0], sums[2] // sums[0], sums[3] // sums[0]) for sums in frequent]


def _drawn(image: Image, ground: _Colour) -> tuple[Image, tuple[int, int, int, int] | None, float]:
    """How far each pixel is from the ground (0-255, stretched), the box around what is drawn, and the least difference."""
    from PIL import Image as images
    from PIL import ImageChops

    red, green, blue = ImageChops.difference(image, images.new("RGB", image.size, ground)).split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    peak = _peak(far.histogram())
    contrast = max(_LEAST, _CONTRAST * peak)
    box = far.point(lambda value: 255 * (value > contrast)).getbbox()
    low, high = _CONTRAST / 2 * peak, (1 - _CONTRAST / 2) * peak
    stretched = far.point(lambda value: max(0, min(255, round(255 * (value - low) / max(1, high - low)))))
    return stretched, box, contrast


def _peak(counts: list[int]) -> int:
    """The difference that so few pixels exceed that they do not matter."""
    left = _PEAK * sum(counts)
    for value in range(255, 0, -1):
        left -= counts[value]
        if left <= 0:
            return value
    return 0


def _signs(drawn: Image) -> int:
    from PIL.Image import Resampling

    values = drawn.resize((SIDE + 1, SIDE), Resampling.BOX).tobytes()
    bits = 0
    for row in range(SIDE):
        start = row * (SIDE + 1)
        for at in range(start, start + SIDE):
            bits = bits << 1 | (values[at] > values[at + 1])
    return bits
