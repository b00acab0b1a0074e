"""Zones where no original is known: by headline, form of the paragraphs and where they stand together."""

from __future__ import annotations

from collections.abc import Container

from licheck.model.page import Page
from licheck.model.zones import Zone, Zones
from licheck.zones.headline import Headlines
from licheck.zones.spread import spread
from licheck.zones.story import find_story


def zones_by_form(page: Page, not_story: Container[int] = ()) -> Zones:
    """The zones of a page of which nothing is known but itself. `not_story` are blocks known to be something
    else (a notice).
    """
    headlines = Headlines(page)
    story = find_story(page, headlines.anchor(), not_story)
    if story is None:
        return Zones((Zone.FURNITURE,) * len(page.blocks), headlines.anchor(), -1, -1, "form")
    return spread(page, headlines.before(story.first), story.first, story.last, story.blocks, "form")
