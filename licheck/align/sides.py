"""Page x original, aligned -> the two side by side, for reports that show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby

from licheck.model.alignment import Pair
from licheck.model.change import Change, ChangeKind, Passage
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.sides import Mark, Paragraph, Row, Sides
from licheck.model.zones import Zone, Zones

# Ample for a story and for what a person reads; more would only make a report that no browser likes to show.
LONGEST = 400_000  # characters of both sides together
AROUND = 40  # blocks of the credits above and below a story

_IN_TEXT = frozenset(
    (
        ChangeKind.CUT,
        ChangeKind.ADDED,
        ChangeKind.REWORDED,
        ChangeKind.HEADLINE,
        ChangeKind.SUBHEADING,
        ChangeKind.QUOTATION,
        ChangeKind.NUMBER,
        ChangeKind.NAME,
    )
)

_Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Blocks of the original and blocks of the page that carry the same text."""


def side_by_side(
    page: Page,
    zones: Zones,
    original: Original | None = None,
    original_zones: Zones | None = None,
    pairs: Sequence[Pair] = (),
    changes: Sequence[Change] = (),
) -> Sides:
    """The story with its headline and credits, without the furniture of either page.

    `pairs` and `changes` are those of this page with this original.
    """
    there = _Shown(page, [(change, change.page) for change in changes])
    was = _Shown(original.page, [(change, change.original) for change in changes]) if original else None
    rows: list[Row] = []
    size = left_out = 0
    for zone, group in _groups(zones, original, original_zones, pairs, there.changed):
        size += there.size(group[1]) + (was.size(group[0]) if was else 0)
        if size > LONGEST:
            left_out += 1
            continue
        notes = dict.fromkeys((*(was.notes(group[0]) if was else ()), *there.notes(group[1])))
        rows.append(
            Row(zone, was.paragraphs(group[0]) if was else (), there.paragraphs(group[1]), tuple(notes))
        )
    return Sides(tuple(rows), original is not None, left_out)


class _Shown:
    """One side: its page, and what was changed in each of its blocks."""

    def __init__(self, page: Page, changes: Iterable[tuple[Change, Passage | None]]) -> None:
        self._page = page
        self._changes: dict[int, list[tuple[Change, Passage]]] = {}
        for change, passage in changes:
            if passage is not None:
                self._changes.setdefault(passage.block, []).append((change, passage))

    @property
    def changed(self) -> Set[int]:
        """The blocks in which something was changed."""
        return self._changes.keys()

    def size(self, blocks: Iterable[int]) -> int:
        return sum(len(self._page.blocks[block].text) for block in blocks)

    def paragraphs(self, blocks: Iterable[int]) -> tuple[Paragraph, ...]:
        return tuple(self._paragraph(number) for number in blocks)

    def _paragraph(self, number: int) -> Paragraph:
        block = self._page.blocks[number]
        marks = sorted(
            Mark(passage.start, passage.end, change.kind.value, bool(change.permitted_by))
            for change, passage in self._changes.get(number, ())
            if change.kind in _IN_TEXT and passage.start < passage.end
        )
        return Paragraph(block.text, self._page.locate(block).line, block.level, tuple(marks))

    def notes(self, blocks: Iterable[int]) -> Iterator[str]:
        for number in blocks:
            for change, passage in self._changes.get(number, ()):
                if change.kind not in _IN_TEXT:
                    yield _note(change, passage)


def _note(change: Change, passage: Passage) -> str:
    about = change.note
    if not about and change.kind not in (ChangeKind.MOVED, ChangeKind.MERGED, ChangeKind.SPLIT):
        about = passage.text
    free = " (a rule may permit it)" if change.permitted_by else ""
    return f"{change.kind.value}{f': {about}' if about else ''}{free}"


def _groups(
    zones: Zones,
    original: Original | None,
    original_zones: Zones | None,
    pairs: Sequence[Pair],
    changed: Set[int],
) -> Iterator[tuple[Zone, _Group]]:
    """What stands beside each other: headlines, credits above, the story paragraph by paragraph, credits below."""
    for zone in (Zone.TITLE, Zone.TOP):
        yield from _whole(zone, zones, original, original_zones)
    story = original.article if original else ()
    for group in _story(story, _article(zones, changed), pairs):
        yield Zone.ARTICLE, group
    yield from _whole(Zone.BOTTOM, zones, original, original_zones)


def _article(zones: Zones, changed: Set[int]) -> list[int]:
    """The story on the page, with what was put between its paragraphs where that is a change of it."""
    between = range(zones.first, zones.last + 1) if zones.first >= 0 else ()
    return [block for block in between if zones.of[block] is Zone.ARTICLE or block in changed]


def _whole(
    zone: Zone, zones: Zones, original: Original | None, original_zones: Zones | None
) -> Iterator[tuple[Zone, _Group]]:
    """One zone of both pages in one row: credits are not aligned. The original's own story is not among them."""
    was = _credits(zone, original, original_zones) if original and original_zones else ()
    there = zones.blocks(zone)
    if was or there:
        yield zone, (was[:AROUND], there[:AROUND])


def _credits(zone: Zone, original: Original, zones: Zones) -> tuple[int, ...]:
    """The original's blocks of a zone that is not the story; its title can be a plain first line of a text."""
    title = _title(original)
    if zone is Zone.TITLE:
        return () if title is None else (title,)
    story = {*original.article, title}
    return tuple(block for block in zones.blocks(zone) if block not in story)


def _title(original: Original) -> int | None:
    above = range(original.article[0] - 1, -1, -1) if original.article else ()
    return next((block for block in above if original.page.blocks[block].text == original.title), None)


def _story(story: Sequence[int], there: Sequence[int], pairs: Sequence[Pair]) -> Iterator[_Group]:
    """Blocks that carry the same text, in the order of the page; what was cut stands behind what came before it."""
    partners: dict[int, tuple[int, ...]] = {}
    for block, together in groupby(sorted(pairs), lambda pair: pair.block):
        partners[block] = tuple(pair.original for pair in together)
    groups = [*_joined(there, partners)]
    kept = {block for was, _ in groups for block in was}
    cut: dict[int, list[_Group]] = {}
    before = -1
    for block in story:
        if block in kept:
            before = block
        else:
            cut.setdefault(before, []).append(((block,), ()))
    yield from cut.get(-1, ())
    for was, group in groups:
        yield was, group
        for block in was:
            yield from cut.get(block, ())


def _joined(there: Sequence[int], partners: dict[int, tuple[int, ...]]) -> Iterator[_Group]:
    """Neighbours on the page that share a paragraph of the original come together."""
    was: tuple[int, ...] = ()
    group: tuple[int, ...] = ()
    shown: set[int] = set()
    for block in there:
        theirs = partners.get(block, ())
        if group and was and set(theirs) & set(was):
            was, group = (*was, *(one for one in theirs if one not in was)), (*group, block)
            continue
        if group:
            yield was, group
        shown.update(was)
        was, group = tuple(one for one in theirs if one not in shown), (block,)
    if group:
        yield was, group
