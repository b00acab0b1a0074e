"""What a logo looks like: known again as sites change it, told from others, within bounds on hostile pictures."""

import struct
import sys
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logos_pictures import DOOR_SVG, as_bytes, door, wave
from PIL import Image

from licheck.logos.read import MOST_BYTES, MOST_PIXELS, seen
from licheck.looks import OTHER, SAME, Look, distance, nearest, parse

REFERENCE = seen(as_bytes(door()))
CHANGED = [
    pytest.param(as_bytes(door(400)), id="larger"),
    pytest.param(as_bytes(door(32)), id="smaller"),
    pytest.param(as_bytes(door(ground="white").convert("L")), id="grey"),
    pytest.param(as_bytes(door(ground="#ffe9b0")), id="on another ground"),
    pytest.param(as_bytes(door(ground="white", margin=25)), id="with a margin"),
    pytest.param(as_bytes(door(ink="white", ground="#14306e", margin=8)), id="white on its colour"),
    pytest.param(as_bytes(door(ink="white")), id="white on nothing"),
    pytest.param(as_bytes(door(ground="white"), "JPEG", quality=50), id="JPEG of quality 50"),
    pytest.param(as_bytes(door(ground="white").convert("P"), "GIF"), id="GIF"),
    pytest.param(as_bytes(door(), "WEBP"), id="WebP"),
]


@pytest.mark.parametrize("data", CHANGED)
def test_a_logo_is_known_again(data):
    assert nearest(seen(data).looks, REFERENCE.looks) <= SAME


def test_another_logo_is_another():
    assert nearest(seen(as_bytes(wave())).looks, REFERENCE.looks) > OTHER


def test_the_size_of_a_picture_is_told_and_an_svg_has_none():
    assert (REFERENCE.width, REFERENCE.height) == (240, 80)
    drawn = seen(DOOR_SVG.encode())
    assert drawn.looks
    assert (drawn.width, drawn.height) == (0, 0)


def _header(width, height):
    """A PNG that says how large it is and holds next to nothing."""
    body = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 4) + b"IDAT" + bytes(8)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
BAD = [
    pytest.param(b"", "holds no picture", id="empty"),
    pytest.param(b"GIF89a", "holds no picture", id="a head alone"),
    pytest.param(b"<html>no picture</html>", "holds no picture", id="a page"),
    pytest.param(as_bytes(door())[:200], "is damaged", id="cut off"),
    pytest.param(_header(100_000, 100_000), "too many pixels", id="a decompression bomb"),
    pytest.param(_header(9_000, 9_000), "too many pixels", id="large"),
    pytest.param(b"\x89PNG" + bytes(MOST_BYTES), f"larger than {MOST_BYTES:,} bytes", id="too many bytes"),
    pytest.param(as_bytes(Image.new("RGB", (60, 60), "red")), "one colour only", id="one colour"),
    pytest.param(as_bytes(Image.new("RGBA", (60, 60))), "one colour only", id="nothing at all"),
    pytest.param(SVG.format('<image href="/etc/motd"/>').encode(), "an SVG of a kind", id="SVG with a file"),
    pytest.param(SVG.format("<text>Harbour</text>").encode(), "an SVG of a kind", id="SVG with text"),
    pytest.param(
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("&b;").encode(),
        "an SVG of a kind",
        id="SVG with entities",
    ),
    pytest.param(SVG.format('<use href="#a"/>' * 40).encode(), "an SVG of a kind", id="SVG of copies"),
    pytest.param(SVG.format("<path d='M0 0'/>" * 60_000).encode(), "an SVG of a kind", id="a large SVG"),
    pytest.param(SVG.format("<path").encode(), "SVG is damaged", id="a broken SVG"),
    pytest.param(b"<svg><path", "an SVG of a kind", id="the beginning of an SVG"),
    pytest.param(
        SVG.replace("9 9", "1 90000").format("<path d='M0 0'/>").encode(), "an SVG of a kind", id="a high SVG"
    ),
    pytest.param(
        SVG.replace("<svg", "<svg width='1' height='900000' style='height:900000px'").format("").encode(),
        "one colour only",
        id="an SVG that says it is high",
    ),
]


@pytest.mark.parametrize(("data", "why"), BAD)
def test_what_cannot_be_compared_says_why(data, why):
    started = time.process_time()
    found = seen(data)
    assert found.looks == ()
    assert why in found.why
    assert time.process_time() - started < 2


def test_the_largest_picture_that_is_read_takes_a_second_or_two():
    side = int(MOST_PIXELS**0.5)
    data = as_bytes(Image.new("RGB", (side, side), "white"))
    started = time.process_time()
    seen(data)
    assert time.process_time() - started < 3


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400), st.integers(1, 40))
def test_a_damaged_picture_raises_nothing(noise, at, gone):
    whole = as_bytes(door())
    seen(whole[:at] + noise + whole[at + gone :])
    seen(noise)


@pytest.mark.parametrize(("package", "name"), [("PIL", "Pillow"), ("resvg_py", "resvg-py")])
def test_without_the_packages_it_says_what_to_install(monkeypatch, package, name):
    monkeypatch.setitem(sys.modules, package, None)
    found = seen(DOOR_SVG.encode() if package == "resvg_py" else as_bytes_before)
    assert found == found._replace(
        looks=(),
        why=f"the pictures cannot be compared: {name} is not installed (`pip install pillow resvg-py`)",
    )


as_bytes_before = as_bytes(door())
LOOKS = st.builds(Look, st.integers(5, 2_000).map(lambda ratio: ratio / 100), st.integers(1, 2**256 - 1))


@given(LOOKS)
def test_a_look_is_written_and_read_back(look):
    assert parse(str(look)) == look
    assert distance(look, look) == 0


@given(LOOKS, LOOKS)
def test_a_distance_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= distance(one, other) == distance(other, one) <= 1


@pytest.mark.parametrize(
    "text", ["", "1.00", "1.00:ff", "0.00:" + "f" * 64, "a:" + "f" * 64, "1.00:" + "g" * 64]
)
def test_what_is_no_hash_is_no_look(text):
    assert parse(text) is None
