"""How often is a logo known again, and another taken for it? `python bench/logos.py ICONS [--count 300]`.

ICONS is a folder of SVG files, one logo each, such as `package/icons` of the npm package simple-icons (CC0): they are
drawn alone and beside their names (as wordmarks are), and each picture is changed as sites change them. `--other` measures
the hashes of the package imagehash on the same pictures, where that is installed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from licheck.logos.look import looks
from licheck.looks import OTHER, SAME, Look, nearest

_DRAWN = 256  # pixels of height of the reference
_NAME = 18  # letters of a name beside an icon
Drawing = Callable[[str, int], Image.Image]
"""(colour, height) -> the logo on nothing"""


class Logo(NamedTuple):
    """A logo: how it is drawn, and its colour."""

    name: str
    draw: Drawing
    colour: str


def main() -> int:
    """Measure, and print a table for each kind of logo."""
    options = _options()
    chance = random.Random(7)
    files = sorted(options.icons.glob("*.svg"))
    files = chance.sample(files, min(options.count, len(files)))
    if len(files) < 2:
        print(f"{options.icons} holds no two SVG files: unpack simple-icons there", file=sys.stderr)
        return 2
    for kind, made in (("icon alone", _alone), ("icon and name", _beside_name)):
        logos = [Logo(file.stem, made(file.read_text("utf-8")), _dark(chance)) for file in files]
        print(f"\n{kind}: {len(logos)} logos, each against {len(logos) - 1} others\n")
        _table(logos, options.other)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("icons", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--other", action="store_true")
    return parser.parse_args()


def _dark(chance: random.Random) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(chance.randrange(160) for _ in range(3)))


def _alone(svg: str) -> Drawing:
    def draw(colour: str, height: int) -> Image.Image:
        coloured = svg.replace("<svg ", f'<svg fill="{colour}" ', 1)
        png = bytes(resvg_py.svg_to_bytes(svg_string=coloured, width=height))
        return Image.open(BytesIO(png)).convert("RGBA")

    return draw


def _beside_name(svg: str) -> Drawing:
    icon = _alone(svg)
    name = svg.partition("<title>")[2].partition("</title>")[0][:_NAME]

    def draw(colour: str, height: int) -> Image.Image:
        font = ImageFont.load_default(height * 0.7)
        image = Image.new("RGBA", (height + height // 4 + int(font.getlength(name)), height))
        image.alpha_composite(icon(colour, height))
        ImageDraw.Draw(image).text((height + height // 8, height * 0.12), name, font=font, fill=colour)
        return image

    return draw


def changed(logo: Logo) -> Iterator[tuple[str, Image.Image]]:
    """The logo as sites show it."""
    draw, colour = logo.draw, logo.colour
    image = draw(colour, _DRAWN)
    yield "as it is", image
    yield "scaled to 600 pixels", draw(colour, 600)
    yield "scaled to 48 pixels", _scaled(image, 48)
    yield "scaled to 32 pixels", _scaled(image, 32)
    yield "grey", _on(image, "white").convert("L")
    yield "on white, with a margin", _on(image, "white", 30)
    yield "on a pale colour", _on(image, "#ffe9b0")
    yield "white on its colour, with a margin", _on(draw("#ffffff", 200), colour, 12)
    yield "white on black", _on(draw("#ffffff", 128), "black")
    yield "JPEG of quality 50", _jpeg(_on(image, "white"))
    yield "white on its colour, 48 pixels, JPEG 50", _jpeg(_on(_scaled(draw("#ffffff", 256), 48), colour, 4))


def _scaled(image: Image.Image, height: int) -> Image.Image:
    width = max(1, round(image.width * height / image.height))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _on(image: Image.Image, ground: str, margin: int = 0) -> Image.Image:
    whole = Image.new("RGBA", (image.width + 2 * margin, image.height + 2 * margin), ground)
    whole.alpha_composite(image, (margin, margin))
    return whole.convert("RGB")


def _jpeg(image: Image.Image) -> Image.Image:
    file = BytesIO()
    image.save(file, "JPEG", quality=50)
    return Image.open(BytesIO(file.getvalue()))


def _table(logos: list[Logo], other: bool) -> None:
    references = [looks(logo.draw(logo.colour, _DRAWN)) for logo in logos]
    variants: dict[str, list[Image.Image]] = {}
    for logo in logos:
        for name, image in changed(logo):
            variants.setdefault(name, []).append(image)
    print(
        f"| changed | known again (at most {SAME}) | in doubt | taken for another logo (over {OTHER}) | another taken for it |"
    )
    print("|---|---|---|---|---|")
    sums = [0, 0, 0, 0, 0]
    for name, images in variants.items():
        started = time.process_time()
        found = [looks(image) for image in images]
        milliseconds = (time.process_time() - started) / len(images) * 1000
        right = [nearest(one, reference) for one, reference in zip(found, references, strict=True)]
        wrong = _wrong(found, references)
        known, lost = sum(far <= SAME for far in right), sum(far > OTHER for far in right)
        for at, value in enumerate((len(right), known, lost, wrong, len(right) * (len(right) - 1))):
            sums[at] += value
        _row(f"{name} ({milliseconds:.0f} ms)", len(right), known, lost, wrong, len(right) * (len(right) - 1))
    _row("all", *sums)
    if other:
        _others(logos, variants)


def _wrong(found: list[tuple[Look, ...]], references: list[tuple[Look, ...]]) -> int:
    pairs = (
        (one, reference)
        for at, one in enumerate(found)
        for to, reference in enumerate(references)
        if at != to
    )
    return sum(nearest(one, reference) <= SAME for one, reference in pairs)


def _row(name: str, of: int, known: int, lost: int, wrong: int, pairs: int) -> None:
    doubt = of - known - lost
    print(
        f"| {name} | {known / of:.1%} | {doubt / of:.1%} | {lost / of:.1%} | {wrong} of {pairs:,} |",
        flush=True,
    )


def _others(logos: list[Logo], variants: dict[str, list[Image.Image]]) -> None:
    """What the hashes of the package imagehash do, each at the distance that takes one of 10,000 others for the logo."""
    import imagehash

    for name, hashed in (
        ("phash", imagehash.phash),
        ("dhash", imagehash.dhash),
        ("average_hash", imagehash.average_hash),
    ):
        references = [hashed(_on(logo.draw(logo.colour, _DRAWN), "white"), 16) for logo in logos]
        right, wrong = [], []
        for images in variants.values():
            found = [hashed(_on(image.convert("RGBA"), "white"), 16) for image in images]
            right += [one - reference for one, reference in zip(found, references, strict=True)]
            wrong += [
                one - to for at, one in enumerate(found) for other, to in enumerate(references) if at != other
            ]
        limit = sorted(wrong)[len(wrong) // 10_000]
        print(
            f"imagehash.{name} of 256 bits, below {limit}: {sum(far < limit for far in right) / len(right):.1%} known again"
        )


if __name__ == "__main__":
    sys.exit(main())
