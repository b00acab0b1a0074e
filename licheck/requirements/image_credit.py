"""Pictures stand with their credits.

A picture is the original's when its file name, its description or its caption is; then whoever the original credits for it
("Photo: ...", "(... / ...)", "© ...") must be named with it, or in a line on the pictures beside the story. A picture that is
not known, and names nobody, is a doubt: it may have been renamed, and it may be the republisher's own.

Options: `names`: what each credit must hold, any of which will do, as the publisher's name or "via AP".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from licheck.media.credits import OF_PICTURES, credited, lines_beside, lost_names, names_of, stands, under
from licheck.media.pictures import Likeness, likeness
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Image
from licheck.model.requirement import Requirement
from licheck.organisations import named
from licheck.requirements._judging import at_offset, finding, listed, not_for, number_of
from licheck.requirements._pictures import originals_pictures, story_pictures
from licheck.requirements._prescribed import as_remedy


class _Told(NamedTuple):
    """A picture, the credit that it must have (empty: not known), what is wrong with it (empty: nothing), and whether
    a part of the credit is there.
    """

    image: Image
    credit: str
    note: str
    part: bool = False


@dataclass(frozen=True, kw_only=True)
class ImageCredit(Requirement):
    """Pictures stand with their credits."""

    kind: ClassVar[str] = "image_credit"

    names: tuple[str, ...] = ()

    def judge(self, case: Case) -> Finding:
        """Passed when each picture of the story names whom it must."""
        if ours := not_for(self, case):
            return ours
        pictures = story_pictures(case)
        if not pictures:
            return finding(self, Verdict.INAPPLICABLE, "No picture stands with the story")
        if case.original is None:
            return self._alone(case, pictures)
        return self._with_original(case, [self._told(case, image) for image in pictures])

    def _alone(self, case: Case, pictures: list[Image]) -> Finding:
        """The finding without an original: there is no saying whom a picture must name."""
        bare = [image for image in pictures if not credited(case.page, image)]
        other = [image for image in pictures if image not in bare and not self._names_right(case, image)]
        if bare or other:
            note = "names nobody" if bare else f"does not name {self._shown()}"
            what = _unnamed(len(bare)) if bare else f"A picture {note}"
            reason = f"{what}; without the original, there is no telling whose {'it is' if len(bare or other) == 1 else 'they are'}"
            return self._doubt(case, reason, [_evidence(case, image, note) for image in bare or other])
        evidence = [_evidence(case, image) for image in pictures]
        return finding(self, Verdict.PASSED, "The pictures name somebody as their source", evidence=evidence)

    def _with_original(self, case: Case, told: list[_Told]) -> Finding:
        known = [each for each in told if each.credit]
        wrong = [each for each in known if each.note]
        if any(not each.part for each in wrong):
            return self._failed(case, sorted(wrong, key=lambda each: each.part))
        if wrong:
            reason = f"A picture of the original's has a part of its credit only: it {wrong[0].note}"
            return self._doubt(case, reason, [_evidence(case, each.image, each.note) for each in wrong])
        strange = [each for each in told if not each.credit and each.note]
        if strange and self._open(case, known):
            reason = f"{_unnamed(len(strange))}; is that one of the original's, whose credit is lost?"
            return self._doubt(case, reason, [_evidence(case, each.image, each.note) for each in strange])
        if not known:
            reason = "No picture that the original credits to somebody was found with the story"
            return finding(self, Verdict.INAPPLICABLE, reason)
        evidence = [_evidence(case, each.image) for each in known]
        return finding(
            self, Verdict.PASSED, "The original's pictures stand with their credits", evidence=evidence
        )

    def _told(self, case: Case, image: Image) -> _Told:
        assert case.original
        page = case.original.page
        known = originals_pictures(case)
        twin = next((theirs for theirs in known if likeness(image, theirs) is Likeness.SURE), None)
        credit = credited(page, twin) if twin else ""
        if not credit:
            return _Told(image, "", "" if twin or credited(case.page, image) else "names nobody")
        lost = _lost(case, image, credit)
        if lost:
            return _Told(
                image, credit, f"does not name {listed(lost)}", part=len(lost) < len(names_of(credit))
            )
        if not self._names_right(case, image):
            return _Told(image, credit, f"does not name {self._shown()}")
        return _Told(image, credit, "")

    def _open(self, case: Case, known: list[_Told]) -> bool:
        """Whether the original credits a picture that is not among the known ones."""
        assert case.original
        page = case.original.page
        credits = {credit for image in originals_pictures(case) if (credit := credited(page, image))}
        return bool(credits - {each.credit for each in known})

    def _names_right(self, case: Case, image: Image) -> bool:
        """Whether one of the asked names stands with a picture, or in a line on pictures beside the story."""
        if not self.names:
            return True
        lines = (case.page.blocks[block].text for block in _lines(case))
        texts = [*under(case.page, image), *filter(OF_PICTURES.search, lines)]
        asked = {part for name in self.names for part in (name, *names_of(name))}
        return any(stands(name, text) for name in asked for text in texts)

    def _shown(self) -> str:
        return listed(list(self.names)).replace(" and ", " or ")

    def _failed(self, case: Case, wrong: list[_Told]) -> Finding:
        first = wrong[0]
        several = f"{len(wrong)} of the original's pictures stand without their credits"
        reason = several if len(wrong) > 1 else f"A picture of the original's {first.note}"
        line = case.page.position(first.image.offset).line
        credit = first.credit if "/" in first.credit else f"Photo: {first.credit}"
        needs = self.names and not any(stands(name, credit) for name in self.names)
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=[_evidence(case, each.image, each.note) for each in wrong],
            looked_in=(number_of(case.page.images, "picture"), "captions", "lines beside the story"),
            belongs_at=Place("below the picture", line + 1),
            remedy=as_remedy(case, f"{credit}/{self.names[0]}" if needs else credit),
        )

    def _doubt(self, case: Case, reason: str, evidence: list[Evidence]) -> Finding:
        return finding(
            self,
            Verdict.CANT_TELL,
            reason,
            evidence=evidence,
            looked_in=(number_of(case.page.images, "picture"), "captions", "lines beside the story"),
            belongs_at=Place("below the picture", evidence[0].line + 1),
            remedy="Name under each picture who made it, as the original does.",
        )


def _lost(case: Case, image: Image, credit: str) -> list[str]:
    """The names that stand neither with the picture nor in a short line beside or in the story."""
    publisher = case.rule_set.publisher
    return lost_names(
        case.page,
        image,
        credit,
        _lines(case),
        publisher.names,
        lambda name: bool(named(name, publisher.names, publisher.others)),
    )


def _lines(case: Case) -> list[int]:
    """The short lines beside and in the story."""
    return lines_beside(case.page, case.zones, case.alignment.blocks if case.alignment else frozenset())


def _unnamed(count: int) -> str:
    return "A picture names nobody" if count == 1 else f"{count} pictures name nobody"


def _evidence(case: Case, image: Image, note: str = "") -> Evidence:
    text = image.caption or image.alt or image.src
    return at_offset(case, text, image.offset, standing=Standing.SEEN, counts=not note, note=note)
