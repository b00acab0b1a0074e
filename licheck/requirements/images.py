"""The story's pictures are used as the publisher asks: all of them, or none.

Many licences cover the words only. With `use: none` no picture of the publisher's may stand with the story: none
of the original's, known by any of its files, its description or its caption, and none that is loaded from the publisher's
own addresses; one that only might be the original's is a doubt. With `use: keep` all pictures of the original's story must be
there, in whatever size or format. The logo, page counters and site icons are no pictures of the story.

Options: `use`: `none` or `keep`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from licheck.addresses import is_on
from licheck.media.pictures import Likeness, address_of, candidates, compared, likeness
from licheck.media.spans import spans
from licheck.model.case import Case
from licheck.model.change import ChangeKind
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import Image
from licheck.model.requirement import Requirement
from licheck.requirements._changes import counted, edits, evidence_of, place_of, unknown
from licheck.requirements._judging import at_offset, finding, not_for, number_of
from licheck.requirements._pictures import is_logo, originals_pictures, story_pictures


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
        old, new = spans(case.original, case.zones)
        pairs = compared(case.original.page, old, case.page, new)
        theirs = [
            image for image in (*pairs.lost, *(image for image, _ in pairs.kept)) if not is_logo(case, image)
        ]
        if not theirs:
            return finding(self, Verdict.INAPPLICABLE, "The original has no pictures")
        if not case.page.can_show_images:
            return finding(self, Verdict.CANT_TELL, "This file cannot show pictures; the page may show them")
        logos = {image.offset for image in pairs.lost if is_logo(case, image)}
        lost = edits(case, kinds=(ChangeKind.IMAGE_LOST,))
        found = [change for change in lost if change.original_at not in logos]
        if not found:
            return finding(self, Verdict.PASSED, "The original's pictures are there")
        address = next(address_of(image) for image in pairs.lost if image.offset == found[0].original_at)
        return finding(
            self,
            Verdict.FAILED,
            f"The story has {counted(found)}",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=(number_of(case.page.images, "picture"),),
            belongs_at=place_of(case, found[0]),
            remedy=f"Show the original's picture: {address}",
        )

    def _none(self, case: Case) -> Finding:
        name = case.rule_set.publisher.name
        pictures = story_pictures(case)
        taken = list(_taken(case, pictures, Likeness.SURE))
        if taken:
            return finding(
                self,
                Verdict.FAILED,
                f"{_pictures(len(taken))} of {name} with the story; the licence covers its words only",
                evidence=taken,
                looked_in=(number_of(case.page.images, "picture"),),
                remedy="Take the picture out, or ask its owner.",
            )
        if case.original is None and pictures:
            reason = "Without the original, there is no telling whose the story's pictures are"
            return finding(self, Verdict.CANT_TELL, reason)
        perhaps = list(_taken(case, pictures, Likeness.PERHAPS))
        if perhaps:
            reason = f"A picture with the story may be one of {name}: it {perhaps[0].note}"
            return finding(self, Verdict.CANT_TELL, reason, evidence=perhaps)
        return finding(self, Verdict.PASSED, f"No picture of {name} stands with the story")


def _taken(case: Case, pictures: list[Image], wanted: Likeness) -> Iterator[Evidence]:
    """The publisher's pictures among those that stand with the story, which are so likely to be."""
    theirs = originals_pictures(case) if case.original else []
    domains = case.rule_set.publisher.domains
    for image in pictures:
        note = ""
        if any(is_on(address, domains) for address in (image.src, image.lazy, *candidates(image.srcset))):
            note = "is loaded from the publisher's own address"
        elif any(likeness(image, other) >= wanted for other in theirs):
            note = "has the file name, the description or the caption of a picture of the original"
        if note:
            text = image.alt or image.src
            yield at_offset(case, text, image.offset, standing=Standing.ALIVE, counts=False, note=note)


def _pictures(count: int) -> str:
    return "There is a picture" if count == 1 else f"There are {count} pictures"
