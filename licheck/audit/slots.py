"""What a run asks of others, and what it remembers of a unit on its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from licheck.audit.values import Unit
from licheck.edge.jobs import Job


class Watch(Protocol):
    """Who shows how far a run has come."""

    def show(self, counts: Mapping[str, int], done: int) -> None:
        """So much was met, and so many bytes of the input lie behind us."""


class Setting(NamedTuple):
    """What all pages of a run are judged by: `rules` by the names that a list can have for them; `pictures` is the file
    that tells where those of archives stand (empty: nobody asks).
    """

    common: Job
    rules: Mapping[str, str]
    pictures: str = ""


class Fetcher(Protocol):
    """Who gets pages from the web."""

    def begin(self, number: int, unit: Unit) -> None:
        """Have a page fetched."""

    def fetched(self) -> Iterator[tuple[int, Unit]]:
        """The units whose pages have come, with `source` or with `problem`."""


@dataclass(eq=False)
class Slot:
    """A unit whose turn in the results has not come.

    `job` is what a worker is asked, None where nothing is. `stories` is how many stories the file holds for which
    this slot stands (those behind `unit.source.story`). `file` is the key of the file whose last story this is.
    `size` is how many bytes of its page wait in memory. `again`: the process that had it died or took too long, and another has it now.
    """

    unit: Unit
    number: int
    key: bytes = b""
    job: Job | None = None
    fetching: bool = False
    stories: int = 0
    file: bytes = b""
    size: int = 0
    again: bool = False
