"""Where something belongs on a page: below the headline, above the story, behind it. Best place first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.zones import Zone
from licheck.repair import _html, _markdown
from licheck.repair._spot import Spot
from licheck.repair._task import Edit, Task, Unmendable

_NO_STORY = "no story could be made out on the page, so there is no saying where it belongs"


class Place(NamedTuple):
    """A spot, and where that is, as the end of a sentence."""

    spot: Spot
    words: str


def places(task: Task) -> Iterator[Place]:
    """Where the finding says that something belongs. Raises Unmendable where no story was made out."""
    zones = task.case.zones
    if zones.first < 0 or zones.last >= len(task.page.blocks):
        raise Unmendable(_NO_STORY)
    named = task.finding.belongs_at.name if task.finding.belongs_at else ""
    yield from bottom(task) if named.startswith("after") else top(task)


def top(task: Task, *, below_byline: bool = True) -> Iterator[Place]:
    """Below the byline, below the headline, above the story's first paragraph."""
    zones = task.case.zones
    if zones.first < 0:
        raise Unmendable(_NO_STORY)
    if below_byline and (line := _byline(task)) is not None:
        yield Place(_behind(task, line), "below the byline")
    if zones.headline is not None and zones.headline < zones.first:
        yield Place(_behind(task, zones.headline), "below the headline")
    yield Place(_before(task, zones.first), "above the story's first paragraph")


def bottom(task: Task) -> Iterator[Place]:
    """After the story's last paragraph."""
    if task.case.zones.last < 0:
        raise Unmendable(_NO_STORY)
    yield Place(_behind(task, task.case.zones.last), "after the story's last paragraph")


def paragraph(task: Task, place: Place, content: str) -> Edit:
    """The edit that puts a paragraph there."""
    if task.page.format == "html" and place.spot.box:
        content = f"<p>{content}</p>"
    return place.spot.edit(content)


def writers(task: Task) -> list[Credit]:
    """The visible credits that are surely of writers, at the top or the bottom of the story, in reading order."""
    return [
        credit
        for credit in task.case.credits
        if credit.role is Role.WRITER
        and credit.standing is Standing.SEEN
        and credit.sure
        and credit.block >= 0
        and credit.zone in (Zone.TOP, Zone.BOTTOM)
    ]


def _byline(task: Task) -> int | None:
    """The block of the byline at the top, if there is one."""
    seen = (one for several in task.case.sightings.values() for one in several if one.counts)
    named = [one.block for one in seen if one.zone is Zone.TOP and one.block >= 0]
    named += [credit.block for credit in writers(task) if credit.zone is Zone.TOP]
    return min(named, default=None)


def _behind(task: Task, block: int) -> Spot:
    return (
        _markdown.behind(task.page, block)
        if task.page.format == "markdown"
        else _html.behind(task.page, block)
    )


def _before(task: Task, block: int) -> Spot:
    return (
        _markdown.before(task.page, block)
        if task.page.format == "markdown"
        else _html.before(task.page, block)
    )
