"""The pictures that stand with a story, as requirements judge them: without the publisher's logo."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.media.pictures import seen
from licheck.model.case import Case
from licheck.model.page import Image, Page
from licheck.model.zones import Zone
from licheck.requirements._logo_names import calls_itself_logo, file_name, names_logo

PHOTO = 400
"""CSS pixels of the shorter side. Logos are shown small; what is larger is rather a photograph, be its file named after the
publisher or after nothing at all.
"""

_NEAR = 3  # blocks above the headline, or below the story, that its pictures stand within


def story_pictures(case: Case) -> list[Image]:
    """The pictures that a reader sees with the story on the page."""
    zones = case.zones
    first = (zones.headline if zones.headline is not None else zones.first) - _NEAR
    last = zones.last + _NEAR
    return [
        image
        for image in seen(case.page)
        if first <= image.block <= last and not _in_furniture(case, image) and not is_logo(case, image)
    ]


def originals_pictures(case: Case) -> list[Image]:
    """The pictures that a reader of the original sees, on all of its page."""
    assert case.original
    return [image for image in seen(case.original.page) if not is_logo(case, image)]


def is_logo(case: Case, image: Image) -> bool:
    """Whether a picture is the publisher's logo; a large one must say so: "Chart: ..." names the publisher, too."""
    publisher, texts = case.rule_set.publisher, [*filter(None, _texts(image))]
    if min(image.width, image.height) > PHOTO and not any(map(calls_itself_logo, texts)):
        return False
    return any(names_logo(text, publisher.names, publisher.others) for text in texts)


def by_script_alone(page: Page, image: Image) -> bool:
    """Whether only a script would show a picture. Where the page has it in `noscript` too, readers see it in any case."""
    if not image.lazy or file_name(image.src):
        return False
    return not any(image.lazy == other.src and "noscript" in other.hidden for other in page.images)


def _texts(image: Image) -> Iterator[str]:
    yield from (image.alt, image.title, file_name(image.src))


def _in_furniture(case: Case, image: Image) -> bool:
    """Whether the blocks on both sides of a picture belong to something else than the story."""
    of = case.zones.of
    around = [of[block] for block in (image.block - 1, image.block) if 0 <= block < len(of)]
    return bool(around) and all(zone is Zone.FURNITURE for zone in around)
