"""The cases in which something is asked for: does this page stand in one?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum
from typing import Final, NamedTuple

from licheck.model.case import Case
from licheck.model.change import Change, ChangeKind, Permission
from licheck.model.finding import Verdict
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._changes import counted, edits, permitted
from licheck.requirements.translation import Translation, Use

_SMALL = 60  # CSS pixels of the longer side: what is smaller is an icon and no picture of a story


class When(Enum):
    """A case."""

    EDITED = "edited"
    SHORTENED = "shortened"
    WHOLE = "whole"
    TRANSLATED = "translated"
    RETITLED = "retitled"
    WITH_PICTURES = "with_pictures"
    CO_PUBLISHED = "co_published"


class Told(NamedTuple):
    """Whether a case holds (None: there is no telling), and why, in a sentence."""

    holds: bool | None
    why: str


def holds(when: When, case: Case, allow: Collection[Permission]) -> Told:
    """Whether the page stands in this case; `allow` are changes that are no edit."""
    return _CASES[when](case, permitted(case, allow))


def _edited(case: Case, allow: Collection[Permission]) -> Told:
    return _changed(case, "The story was changed", "The story was not changed.", edits(case, allow))


def _shortened(case: Case, _allow: Collection[Permission]) -> Told:
    cuts = edits(case, kinds=(ChangeKind.CUT,))
    return _changed(case, "The story was shortened", "Nothing of the story was cut.", cuts)


def _whole(case: Case, allow: Collection[Permission]) -> Told:
    told = _shortened(case, allow)
    return told if told.holds is None else Told(not told.holds, told.why)


def _retitled(case: Case, _allow: Collection[Permission]) -> Told:
    found = edits(case, kinds=(ChangeKind.HEADLINE,))
    return _changed(case, "The headline was changed", "The headline is the original's.", found)


def _changed(case: Case, yes: str, no: str, found: list[Change]) -> Told:
    if case.original is None or case.alignment is None:
        told = "Without an original that this text comes from, there is no telling what was changed; --original names one."
        return Told(None, told)
    return Told(True, f"{yes}: {counted(found)}.") if found else Told(False, no)


def _translated(case: Case, _allow: Collection[Permission]) -> Told:
    found = Translation(use=Use.NONE, languages=case.rule_set.languages).judge(case)
    told = {Verdict.FAILED: True, Verdict.PASSED: False}
    return Told(told.get(found.verdict), found.reason)


def _with_pictures(case: Case, _allow: Collection[Permission]) -> Told:
    zones = (Zone.TOP, Zone.ARTICLE, Zone.BOTTOM)
    for image in case.page.images:
        seen = not image.hidden and 0 <= image.block < len(case.zones.of)
        if seen and case.zones.of[image.block] in zones and _is_picture(image.width, image.height):
            return Told(
                True, f"A picture stands with the story (line {case.page.position(image.offset).line})."
            )
    return Told(False, "No picture stands with the story.")


def _is_picture(width: float | None, height: float | None) -> bool:
    return not (width or height) or max(width or 0, height or 0) > _SMALL


def _co_published(case: Case, _allow: Collection[Permission]) -> Told:
    if case.original is None:
        return Told(
            None, "Without the original, there is no telling who published the story with its publisher."
        )
    publisher = case.rule_set.publisher
    others = [name for name in case.original.affiliations if not named(name, publisher.names)]
    if others:
        return Told(True, f"The original names {others[0]} beside {publisher.name}.")
    return Told(False, f"The original names nobody beside {publisher.name}.")


_CASES: Final[dict[When, Callable[[Case, Collection[Permission]], Told]]] = {
    When.EDITED: _edited,
    When.SHORTENED: _shortened,
    When.WHOLE: _whole,
    When.TRANSLATED: _translated,
    When.RETITLED: _retitled,
    When.WITH_PICTURES: _with_pictures,
    When.CO_PUBLISHED: _co_published,
}
