"""Everything that a requirement is judged on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from licheck.looks import Seen
from licheck.model.alignment import Alignment
from licheck.model.change import Change
from licheck.model.credit import Credit, Sighting, Statement
from licheck.model.original import Original
from licheck.model.page import Image, Page
from licheck.model.republisher import NOBODY, Republisher
from licheck.model.requirement import Medium
from licheck.model.ruleset import RuleSet
from licheck.model.zones import Zones

Pictures = Callable[[Page, Image], Seen]
"""(page, one of its pictures) -> what is seen of it, or why it is not at hand"""


class Mask(NamedTuple):
    """Part of a block that is the publisher's own notice: text[start:end] of `Page.blocks[block]`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """One page before one rule set.

    `people` are the names to look for and `people_from` who named them (an option, the original, front
    matter), both empty when nobody did. `masks` are the passages of all known publishers' notices: they are evidence of
    nothing; `notices` are those of this publisher's own. `credits` are all that were read, seen ones and metadata; `sightings` tells for
    each of `people` where the page names it, best first.
    `changes` are what was done to the original's text, found when they are first looked into.
    `statements` are the sentences that name the publisher as the story's source. `today` is the day of the check. `memo` holds what one requirement found out and another asks again.
    `pictures` tells what a picture shows, None where none can be looked at. `republisher` is whose page it is.
    """

    page: Page
    rule_set: RuleSet
    zones: Zones
    credits: Sequence[Credit]
    statements: tuple[Statement, ...] = ()
    masks: tuple[Mask, ...] = ()
    notices: tuple[Mask, ...] = ()
    original: Original | None = None
    alignment: Alignment | None = None
    changes: Sequence[Change] = ()
    people: tuple[str, ...] = ()
    people_from: str = ""
    sightings: Mapping[str, tuple[Sighting, ...]] = field(default_factory=dict)
    medium: Medium = Medium.ONLINE
    today: date | None = None
    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    pictures: Pictures | None = None
    republisher: Republisher = NOBODY
