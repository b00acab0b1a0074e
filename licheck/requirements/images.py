"""The story's pictures are used as the publisher asks: all of them, or none.

Many licences cover the words only. With `use: none` no picture of the publisher's may stand with the story: none
of the original's, by file name, and none that is loaded from the publisher's own addresses. With `use: keep` all
pictures of the original must be there. The logo, page counters and site icons are no pictures of the story.

Options: `use`: `none` or `keep`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from licheck.addresses import is_on
from licheck.model.case import Case
from licheck.model.change import ChangeKind
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import Image
from licheck.model.requirement import Requirement
from licheck.model.zones import Zone
from licheck.requirements._changes import counted, edits, evidence_of, place_of, unknown
from licheck.requirements._judging import at_offset, finding, not_for, number_of
from licheck.requirements._logo_names import file_name, names_logo

_SMALL = 50  # CSS pixels of the longer side of what is a site icon or a page counter, no picture of a story
_NEAR = 3  # blocks above the headline, or below the story, that its pictures stand within


class Use(Enum):
    """What is asked of the original's pictures."""

    NONE = "none"
    KEEP = "keep"


@dataclass(frozen=True, kw_only=True)
class Images(Requirement):
    """The story's pictures are used as the publisher asks."""

    kind: ClassVar[str] = "images"

    use: Use

    def judge(self, case: Case) -> Finding:
        """Passed when all of the original's pictures are there, or none."""
        return not_for(self, case) or (self._kept(case) if self.use is Use.KEEP else self._none(case))

    def _kept(self, case: Case) -> Finding:
        if doubt := unknown(self, case, "whether pictures were left out"):
            return doubt
        assert case.original
        theirs = [image for image in case.original.page.images if not image.hidden]
        if not theirs:
            return finding(self, Verdict.INAPPLICABLE, "The original has no pictures")
        if not case.page.can_show_images:
            return finding(self, Verdict.CANT_TELL, "This file cannot show pictures; the page may show them")
        found = edits(case, kinds=(ChangeKind.IMAGE_LOST,))
        if not found:
            return finding(self, Verdict.PASSED, "The original's pictures are there")
        return finding(
            self,
            Verdict.FAILED,
            f"The story has {counted(found)}",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=(number_of(case.page.images, "picture"),),
            belongs_at=place_of(case, found[0]),
            remedy=f"Show the original's picture: {found[0].original.text if found[0].original else ''}",
        )

    def _none(self, case: Case) -> Finding:
        name = case.rule_set.publisher.name
        taken = list(self._taken(case))
        if taken:
            return finding(
                self,
                Verdict.FAILED,
                f"{_pictures(len(taken))} of {name} with the story; the licence covers its words only",
                evidence=taken,
                looked_in=(number_of(case.page.images, "picture"),),
                remedy="Take the picture out, or ask its owner.",
            )
        if case.original is None and any(map(self._is_of_story(case), case.page.images)):
            reason = "Without the original, there is no telling whose the story's pictures are"
            return finding(self, Verdict.CANT_TELL, reason)
        return finding(self, Verdict.PASSED, f"No picture of {name} stands with the story")

    def _taken(self, case: Case) -> Iterator[Evidence]:
        """The publisher's pictures that stand with the story."""
        theirs = _names(case) if case.original else frozenset()
        domains = case.rule_set.publisher.domains
        for image in filter(self._is_of_story(case), case.page.images):
            note = ""
            if is_on(image.src, domains) or is_on(image.lazy, domains):
                note = "is loaded from the publisher's own address"
            elif (name := _plain(file_name(image.src))) and name in theirs:
                note = "has the file name of a picture of the original"
            if note:
                text = image.alt or image.src
                yield at_offset(case, text, image.offset, standing=Standing.ALIVE, counts=False, note=note)

    def _is_of_story(self, case: Case) -> _Test:
        return _Test(case)


class _Test:
    """Whether a picture of the page is one of the story: seen, of some size, near it, and no logo."""

    def __init__(self, case: Case) -> None:
        self._case = case
        zones = case.zones
        self._first = (zones.headline if zones.headline is not None else zones.first) - _NEAR
        self._last = zones.last + _NEAR

    def __call__(self, image: Image) -> bool:
        publisher = self._case.rule_set.publisher
        longest = max(image.width, image.height)
        if image.hidden or image.tag == "svg" or 0 < longest < _SMALL or not (image.src or image.lazy):
            return False
        if not self._first <= image.block <= self._last or self._in_furniture(image):
            return False
        texts = (image.alt, image.title, file_name(image.src))
        return not any(text and names_logo(text, publisher.names, publisher.others) for text in texts)

    def _in_furniture(self, image: Image) -> bool:
        """Whether the blocks on both sides of a picture belong to something else than the story."""
        of = self._case.zones.of
        around = [of[block] for block in (image.block - 1, image.block) if 0 <= block < len(of)]
        return bool(around) and all(zone is Zone.FURNITURE for zone in around)


def _pictures(count: int) -> str:
    return "There is a picture" if count == 1 else f"There are {count} pictures"


def _names(case: Case) -> frozenset[str]:
    """The plain file names of the original's pictures."""
    assert case.original
    images = (image for image in case.original.page.images if not image.hidden)
    return frozenset(filter(None, (_plain(file_name(image.src or image.lazy)) for image in images)))


def _plain(name: str) -> str:
    """A file name without its ending and the size that sites add to it: "quay-1024x768.jpg" is "quay"."""
    stem = name.rpartition(".")[0] or name
    head, dash, size = stem.rpartition("-")
    wide, times, high = size.partition("x")
    return (head if dash and times and wide.isdigit() and high.isdigit() else stem).lower()
