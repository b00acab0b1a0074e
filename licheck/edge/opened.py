"""The file that a worker is at, kept open: a file of many stories is read once, and then story by story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files

if TYPE_CHECKING:
    from licheck.edge.jobs import Source
    from licheck.model.page import Page
    from licheck.readers.embedded.stories import Stories

_last: list[tuple[Source, Page | Stories]] = []  # one at most, and its source without a story


class Holds(NamedTuple):
    """How many stories a file holds, and what is wrong with the file (empty: nothing)."""

    stories: int
    trouble: str = ""


def holds(source: Source) -> Holds:
    """What a file holds; raises InputError where it cannot be read."""
    from licheck.model.page import Page

    found = _open(source)
    return Holds(1) if isinstance(found, Page) else Holds(found.count, found.told)


def page_of(source: Source) -> Page:
    """The page in a file, or the story of it that is named; raises InputError."""
    from licheck.model.page import Page

    found = _open(source)
    if not isinstance(found, Page):
        found = found.page(source.story or 1) if source.story or found.count == 1 else found.only()
    return replace(found, path=source.name) if found.path != source.name else found


def _open(source: Source) -> Page | Stories:
    file = source._replace(story=0)
    if not _last or _last[0][0] != file:
        _last.clear()  # before the next one takes its memory
        data = files.read_input(source.path) if source.data is None else source.data
        from licheck import readers

        _last.append((file, readers.opened(source.path, data, source.format)))
    return _last[0][1]
