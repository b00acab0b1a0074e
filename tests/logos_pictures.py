"""Invented logos for tests, drawn here: a door in a frame for the Harbour News Service, a wave for somebody else."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

DOOR_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M4 4h20v32H4zM9 9v22h10V9z"/>'
    '<path d="M34 8h6v24h-6zM46 8h6v10h10V8h6v24h-6V22H52v10h-6zM78 8l10 12L98 8h6v24h-6V17L88 28 78 17v15h-6V8z"/></svg>'
)


def door(height: int = 80, ink: str = "#14306e", ground: str | None = None, margin: int = 0) -> Image.Image:
    """The publisher's logo, three times as wide as high, on nothing or on a ground."""
    unit = height / 40
    image = Image.new("RGBA", (3 * height + 2 * margin, height + 2 * margin), ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def box(*corners: float) -> tuple[float, ...]:
        return tuple(margin + corner * unit for corner in corners)

    draw.rectangle(box(4, 4, 24, 36), outline=ink, width=round(5 * unit))
    draw.rectangle(box(34, 8, 40, 32), fill=ink)
    draw.polygon(box(46, 8, 52, 8, 68, 32, 62, 32), fill=ink)
    draw.ellipse(box(76, 8, 100, 32), outline=ink, width=round(4 * unit))
    draw.rectangle(box(106, 20, 116, 32), fill=ink)
    return image


def wave(height: int = 80) -> Image.Image:
    """Somebody else's logo, as large."""
    image = Image.new("RGB", (3 * height, height), "white")
    draw = ImageDraw.Draw(image)
    for at in range(0, 3 * height, height // 2):
        draw.arc((at, height // 4, at + height // 2, height), 180, 360, fill="#801010", width=height // 8)
    draw.rectangle((0, height // 10, 3 * height, height // 6), fill="#801010")
    return image


def as_bytes(image: Image.Image, format: str = "PNG", **options: object) -> bytes:
    """A picture as a file holds it."""
    file = BytesIO()
    (image.convert("RGB") if format == "JPEG" else image).save(file, format, **options)
    return file.getvalue()
