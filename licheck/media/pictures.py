"""Pictures of a story: which of a page's they are, and which of two pages' are the same. The one place that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from licheck.model.page import Image, Page
from licheck.patterns import pattern
from licheck.text import fold, words_of

MOST = 200  # pictures of a page that are looked at
_SMALL = 100  # CSS pixels of the longer side of what is a site icon or a page counter, no picture of a story
_CANDIDATES = 40  # files of one picture that a browser may choose from
_CLIMB = 8  # containers around a picture that are looked at
_FURNITURE = frozenset(("aside", "nav", "footer", "form"))
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_ICON = pattern(
    r"(?:^|[\W_])(?:logos?|icons?|favicon|avatars?|gravatar|badges?|pixel|spacer|blank|share|social|byline|counter|adverts?"
    r"|advertisement|sprite|emoji)(?:$|[\W_])"
)
# What sites add to the name of a file: its size, "scaled", the time of an edit, the density of the screen.
_ADDED = pattern(
    r"(?:[-_]?\d{2,5}x\d{2,5}|[-_]scaled|@\dx|[-_](?:w|h)\d{3,4}|[-_]\d{3,4}(?:w|h|px)|[-_]e\d{8,})+$"
)
# What they may add, and what may also tell one picture from another.
_PERHAPS_ADDED = pattern(r"(?:[-_]\d{1,4})+$")
_LABEL = 4  # words of a description that may be that of an icon
_EMPTY = pattern(
    r"blank|spacer|placeholder|pixel|lazy|transparent|1x1|empty|loading"
)  # files shown until a script comes
_IN_QUERY = (
    "url",
    "src",
    "image",
    "img",
    "u",
    "file",
)  # parameters of image servers that hold the picture's address
_LEAST_NAME = 4  # letters of a file name by which a picture is known
_LEAST_WORDS = 3  # of a description or a caption by which it is
_CAPTION = 0.6  # of the words of the shorter caption that both have, where pictures are the same
# File names by which no picture is known.
_ANY_PICTURE = frozenset(
    "image images photo photos picture foto bild default placeholder header cover thumbnail thumb featured main hero"
    " unnamed untitled download screenshot img resize fetch format".split()
)
_COMMA = pattern(r",\s")
_SIGNS = 300  # characters of a file name


class Likeness(IntEnum):
    """How sure it is that two pictures are one."""

    NONE = 0
    PERHAPS = 1  # by a name or a description that others may have too
    SURE = 2


class Pairs(NamedTuple):
    """Pictures of an original's story beside those of a page: `kept` by two, `lost` of the original, `added` on the page."""

    kept: tuple[tuple[Image, Image], ...]
    lost: tuple[Image, ...]
    added: tuple[Image, ...]


def compared(old: Page, old_span: tuple[int, int], new: Page, new_span: tuple[int, int]) -> Pairs:
    """The pictures of two pages by two. The spans are the blocks (first, last) of the story with its headline.

    One that is kept may stand anywhere on the page where a reader sees it; only what stands in the story was added.
    """
    ours, theirs = (
        distinct(story_pictures(page, *span)) for page, span in ((old, old_span), (new, new_span))
    )
    free = [*theirs, *(image for image in seen(new) if not any(image is other for other in theirs))]
    twins = _twins(ours, free)
    taken = {id(twin) for twin in twins.values()}
    known = seen(old)
    added = [
        image
        for image in theirs
        if id(image) not in taken and not any(likeness(image, each) for each in known)
    ]
    return Pairs(
        tuple((ours[at], twin) for at, twin in sorted(twins.items())),
        tuple(image for at, image in enumerate(ours) if at not in twins),
        tuple(added),
    )


def _twins(ours: Sequence[Image], free: Sequence[Image]) -> dict[int, Image]:
    """Number of a picture -> the first of the free ones that is it; what is sure goes first."""
    if not ours:
        return {}
    twins: dict[int, Image] = {}
    taken: set[int] = set()
    signs = [(_signs_of(each), each) for each in free]
    for wanted in (Likeness.SURE, Likeness.PERHAPS):
        for at, image in enumerate(ours):
            if at in twins:
                continue
            mine = _signs_of(image)
            for theirs, each in signs:
                if id(each) not in taken and _likeness(mine, theirs) >= wanted:
                    twins[at] = each
                    taken.add(id(each))
                    break
    return twins


def story_pictures(page: Page, first: int, last: int) -> Iterator[Image]:
    """The pictures that a reader sees within a story: no icons, no way to another story, not in a box beside it."""
    for image in seen(page):
        if first <= image.block <= last + 1 and not _leads_away(image) and not in_box(page, image):
            yield image


def seen(page: Page) -> list[Image]:
    """The pictures that a reader of a page sees: no logos, icons or page counters."""
    return [*islice((image for image in page.images if _is_picture(image)), MOST)]


def _is_picture(image: Image) -> bool:
    """Whether an image is a picture that is seen, and no icon, drawing or page counter."""
    if image.hidden or image.tag == "svg" or 0 < max(image.width, image.height) < _SMALL:
        return False
    source = address_of(image)
    label = (
        fold(image.alt) if len(image.alt.split()) <= _LABEL else ""
    )  # a description of a picture is longer
    return bool(source) and _ICON.search(f"{file_name(source)} {label}") is None


def in_box(page: Page, image: Image) -> bool:
    """Whether a picture stands in a box beside the story."""
    return any(box.tag in _FURNITURE for box in page.around(image.container, _CLIMB))


def distinct(images: Iterable[Image]) -> list[Image]:
    """Each picture once."""
    found: dict[tuple[str, str], Image] = {}
    for image in images:
        found.setdefault((_plain_name(address_of(image)), fold(image.alt)), image)
    return list(found.values())


def likeness(one: Image, other: Image) -> Likeness:
    """How sure it is that two are the same picture, by any of their files, their descriptions or their captions."""
    return _likeness(_signs_of(one), _signs_of(other))


class _Signs(NamedTuple):
    """By what a picture is known: file names that tell it, all of them without numbers, its folded description, how many
    words that has, and the words of its caption.
    """

    telling: frozenset[str]
    loose: frozenset[str]
    alt: str
    alt_words: int
    caption: frozenset[str]


@lru_cache(maxsize=4 * MOST)
def _signs_of(image: Image) -> _Signs:
    names, alt = plain_names(image), fold(image.alt)
    return _Signs(
        frozenset(filter(is_telling, names)),
        frozenset(filter(None, (_PERHAPS_ADDED.sub("", name) for name in names))),
        alt,
        alt.count(" ") + 1,
        frozenset(words_of(image.caption)),
    )


def _likeness(ours: _Signs, theirs: _Signs) -> Likeness:
    if not ours.telling.isdisjoint(theirs.telling):
        return Likeness.SURE
    same_alt = bool(ours.alt) and ours.alt == theirs.alt
    if same_alt and ours.alt_words >= _LEAST_WORDS:
        return Likeness.SURE
    if ours.caption and theirs.caption and _is_same_caption(ours.caption, theirs.caption):
        return Likeness.SURE
    loose = not ours.loose.isdisjoint(theirs.loose)
    return Likeness.PERHAPS if same_alt or loose else Likeness.NONE


def is_telling(name: str) -> bool:
    """Whether a plain file name tells which picture it is."""
    return len(name) >= _LEAST_NAME and name not in _ANY_PICTURE


def plain_names(image: Image) -> frozenset[str]:
    """The plain names of all files that a browser may show for a picture."""
    return _plain_names(image.src, image.lazy, image.srcset)


@lru_cache(maxsize=1024)
def _plain_names(src: str, lazy: str, srcset: str) -> frozenset[str]:
    return frozenset(filter(None, map(_plain_name, chain((src, lazy), candidates(srcset)))))


def candidates(srcset: str) -> list[str]:
    """The addresses in a `srcset`: commas may be part of them, white space may not."""
    parts = _COMMA.split(srcset, _CANDIDATES)
    words = (part.split(None, 1) for part in parts[:_CANDIDATES])
    return [each[0].rstrip(",") for each in words if each]


@lru_cache(maxsize=1024)
def _plain_name(src: str) -> str:
    """The name of a file without its ending, and what sites add to it: "quay-1024x768.jpg" is "quay"."""
    name = file_name(src)
    stem = name.partition(".")[0] or name
    return _ADDED.sub("", stem) or stem


def file_name(src: str) -> str:
    """The folded file name of an address; that within it, where it is an image server's."""
    return "" if src.startswith("data:") else _file_name(src[: 10 * _SIGNS])


@lru_cache(maxsize=1024)
def _file_name(src: str) -> str:
    try:
        parts = urlsplit(src)
    except ValueError:
        return ""
    name = _last(parts.path)
    if not name.endswith(_ENDINGS) and parts.query:
        inner = (value for key, value in parse_qsl(parts.query[: 10 * _SIGNS]) if key.lower() in _IN_QUERY)
        name = next((found for found in map(_last, inner) if found.endswith(_ENDINGS)), name)
    return name


def _last(path: str) -> str:
    return fold(unquote(path).rstrip("/").rpartition("/")[2].partition("?")[0])[:_SIGNS]


def address_of(image: Image) -> str:
    """The address that tells which picture it is: not that of a placeholder."""
    several = next(iter(candidates(image.srcset)), "")
    if image.src.startswith("data:") or ((image.lazy or several) and _EMPTY.search(file_name(image.src))):
        return image.lazy or several
    return image.src or image.lazy or several


def named(image: Image) -> str:
    """A picture for people."""
    name = _path(address_of(image)).rpartition("/")[2] or "picture"
    return f"{name} ({image.alt})" if image.alt else name


def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return url


def _leads_away(image: Image) -> bool:
    """Whether a picture is a way to another page, and not to itself in another size."""
    if not image.link or _path(image.link).lower().endswith(_ENDINGS):
        return False
    return _plain_name(image.link) not in plain_names(image)


def _is_same_caption(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(ours & theirs) >= max(_LEAST_WORDS, min(len(ours), len(theirs)) * _CAPTION)
