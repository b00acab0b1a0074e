"""The lines that are bylines, also where their links make them look like the teaser of another story."""

from __future__ import annotations

from collections.abc import Mapping

from licheck.model.case import Case
from licheck.model.credit import Role
from licheck.model.zones import Zone


def byline_zones(case: Case) -> Mapping[int, Zone]:
    """The blocks in which writers are credited with this story, each with the zone of its credit."""
    if "byline zones" not in case.memo:
        case.memo["byline zones"] = {
            credit.block: credit.zone
            for credit in case.credits
            if credit.block >= 0
            and credit.persons
            and credit.role is Role.WRITER
            and credit.zone in (Zone.TOP, Zone.BOTTOM)
        }
    found: Mapping[int, Zone] = case.memo["byline zones"]
    return found


def zone_of(case: Case, block: int) -> Zone:
    """The zone of a block; that of the credit where a byline seems to be nothing of the story's."""
    zone = case.zones.of[block]
    return byline_zones(case).get(block, zone) if zone is Zone.FURNITURE else zone
