"""The pictures that are at hand for a page: in its markup, in `data:` addresses, in its archive, or beside its file.

Nothing is fetched. A page comes from strangers and may name any file: only pictures in the page's own folder, and below it,
are read, so many bytes and so long as is written here, and what they show is told in a few numbers alone.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from licheck.edge import files
from licheck.edge.cache_hash import digest
from licheck.errors import InputError
from licheck.looks import Seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from licheck.edge.jobs import Source
    from licheck.model.page import Image, Page
    from licheck.readers.embedded.mime import Part

MOST = 40  # pictures of a page that are looked at
MOST_SECONDS = 3.0  # of processor time for all of them
_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg")
_NOT_HERE = "the picture is not at hand: it is compared when its file lies beside the page"
_ENOUGH = (
    f"the page holds more than the {MOST} pictures, or the {MOST_SECONDS:g} seconds, that are spent on them"
)


class AtHand:
    """`pictures(page, image)` is what is seen of a picture, or why nothing is; each is looked at once.

    `archived` gives the bytes of a picture from the archive that the page was read from. `looked` are the files that were asked for so far, each with its bytes in short (empty: there is none to read).
    """

    def __init__(self, source: Source, archived: Callable[[str], bytes | None] | None = None) -> None:
        self._source = source
        self._archived = archived
        self.looked: list[tuple[str, str]] = []
        self._seen: dict[object, Seen] = {}
        self._seconds = 0.0
        self._parts: dict[str, Part] | None = None

    def __call__(self, page: Page, image: Image) -> Seen:
        """What is seen of one of the page's pictures."""
        src = image.src or image.lazy
        key = src or ("drawn in the page", image.offset)
        if key not in self._seen:
            if len(self._seen) >= MOST or self._seconds > MOST_SECONDS:
                return Seen(why=_ENOUGH)
            started = time.process_time()
            self._seen[key] = self._look(page, image, src)
            self._seconds += time.process_time() - started
        return self._seen[key]

    def _look(self, page: Page, image: Image, src: str) -> Seen:
        data = self._bytes(page, src) if src and not src.startswith("#") else _drawn(page, image)
        if not data:
            return Seen(why=_NOT_HERE)
        from licheck.logos.read import seen

        return seen(data)

    def _bytes(self, page: Page, src: str) -> bytes | None:
        if src[:5].lower() == "data:":
            return _of_data(src)
        if page.format == "mhtml":
            return self._in_archive(src)
        return self._archived(src) if self._archived else self._beside(src)

    def _in_archive(self, src: str) -> bytes | None:
        if self._parts is None:
            from licheck.readers.embedded.mime import parts

            raw = (
                self._source.data if self._source.data is not None else _read(self._source.path, files.LIMIT)
            )
            text = (raw or b"").decode("latin-1").replace("\r\n", "\n")
            self._parts = {part.location: part for part in parts(text)[1] if part.type.startswith("image/")}
        part = self._parts.get(src)
        return _of_part(part) if part else None

    def _beside(self, src: str) -> bytes | None:
        """The bytes of a file in the page's folder; None for any other."""
        path = unquote(src.partition("?")[0].partition("#")[0])
        if self._source.data is not None or "\0" in path or ":" in path or path.startswith(("/", "\\")):
            return None
        beside = os.path.dirname(self._source.path)
        folder = os.path.realpath(beside or ".")
        file = os.path.realpath(os.path.join(folder, path))
        if not file.startswith(folder.rstrip(os.sep) + os.sep) or not file.lower().endswith(_SUFFIXES):
            return None
        from licheck.logos.read import MOST_BYTES

        data = _read(file, MOST_BYTES)
        self.looked.append((os.path.join(beside, path), digest(data) if data else ""))
        return data


def _read(path: str, limit: int) -> bytes | None:
    try:
        return files.read_input(path, limit)
    except InputError:
        return None


def _drawn(page: Page, image: Image) -> bytes | None:
    """An SVG that is drawn in the page, as a file of its own."""
    from licheck.logos.read import SVG_BYTES

    text = page.source[image.offset : image.offset + SVG_BYTES]
    end = text.find("</svg>")
    if image.tag != "svg" or not text.startswith("<svg") or end < 0:
        return None
    text = text[: end + len("</svg>")]
    for name, space in (
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ):
        if f"{name}=" not in text:
            text = text.replace("<svg", f'<svg {name}="{space}"', 1)
    return text.encode()


def _of_data(src: str) -> bytes | None:
    """The bytes of a `data:` address."""
    from binascii import Error, a2b_base64

    from licheck.logos.read import MOST_BYTES

    head, comma, body = src.partition(",")
    if not comma or len(body) > 2 * MOST_BYTES:
        return None
    try:
        data = unquote_to_bytes(body)
        return a2b_base64(data) if head.lower().rstrip().endswith(";base64") else data
    except (Error, ValueError):
        return None


def _of_part(part: Part) -> bytes | None:
    from binascii import Error, a2b_base64, a2b_qp

    written = part.source[part.start : part.end].encode("latin-1")
    try:
        if part.transfer == "base64":
            return a2b_base64(written)
    except Error:
        return None
    return a2b_qp(written) if part.transfer == "quoted-printable" else written
