"""What every kind of requirement has in common; the kinds themselves live in `licheck/requirements/`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from licheck.model.finding import Level

if TYPE_CHECKING:
    from licheck.model.case import Case
    from licheck.model.change import Permission
    from licheck.model.finding import Finding
    from licheck.model.page import Page


class Medium(Enum):
    """Where a story runs. A requirement for one medium is inapplicable in another."""

    ANY = "any"
    ONLINE = "online"
    PRINT = "print"
    BROADCAST = "broadcast"


class Where(Enum):
    """The places that a requirement can name."""

    ANYWHERE = "anywhere"  # anywhere a reader sees it, outside the notice and page furniture
    HEADLINE = "headline"  # in the headline
    BYLINE = "byline"  # with the writer's name
    TOP = "top"  # between the headline and the story's first words
    DEK = "dek"  # in the dek, the summary between headline and story
    FIRST_PARAGRAPH = "first_paragraph"  # in the first paragraph of the story's own text
    STORY = "story"  # inside the story, between its paragraphs or in them
    BOTTOM = "bottom"  # after the story's last words, before the comments
    PAGE = "page"  # anywhere on the page, also in its furniture


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """The options that every kind shares; they are keys in a rule file.

    id: name within the rule set, by default the kind; must be given where a kind is used twice
    level: must | should | may; what may be is a permission: it is not judged, and others go by it
    what: the publisher's demand in one sentence, shown to people
    medium: any | online | print | broadcast
    profile: the republishers it is for, a key of the rule set's `profiles`; `public`: for those of no profile
    valid_from: the first day of publication of the pages that it is for
    valid_until: the last such day
    source: the address where the publisher demands it, where that is not the rule set's first source
    remedy: how to put it right, in words, where the kind's own snippet would not do
    """

    kind: ClassVar[str] = ""
    manual: ClassVar[str] = ""  # of one kind among several in a module; see `manual_of`
    nested: ClassVar[tuple[str, ...]] = ()  # the fields that hold requirements, in a kind that joins some
    # What `place` can be, in a kind that has one. Those that look into single paragraphs take all.
    places: ClassVar[tuple[Where, ...]] = tuple(
        one for one in Where if one not in (Where.DEK, Where.FIRST_PARAGRAPH)
    )

    in_head: ClassVar[bool] = False  # whether the kind looks into the head of the document: nothing else does

    id: str = ""
    level: Level = Level.MUST
    what: str = ""
    medium: Medium = Medium.ANY
    profile: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    remedy: str = ""

    def __post_init__(self) -> None:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError(f"`valid_from` ({self.valid_from}) is after `valid_until` ({self.valid_until})")

    @property
    def inner(self) -> tuple[Requirement, ...]:
        """The requirements that this one joins; none for most kinds."""
        return tuple(one for name in self.nested for one in getattr(self, name))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts without one of which in the page's addresses `recognises` finds nothing."""
        return tuple(host for one in self.inner for host in one.hosts)

    @property
    def permits(self) -> frozenset[Permission]:
        """The changes of the story that are permitted where the publisher says that this may be (`level: may`)."""
        return frozenset()

    @property
    def question(self) -> str:
        """What a person is to be asked, for a kind that no machine can judge; else empty."""
        return ""

    def judge(self, case: Case) -> Finding:
        """Judge one page. Every kind writes this."""
        raise NotImplementedError

    def recognises(self, page: Page) -> str:  # noqa: ARG002 - for the kinds that can
        """Why the page must be a republication of this publisher's story, for people; empty by default."""
        return ""


def flat(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """Each requirement, and after it all that it joins, at every depth."""
    for one in requirements:
        yield one
        yield from flat(one.inner)


def manual_of(kind: type[Requirement]) -> str:
    """The manual of a kind, for people: its module's docstring, or its own where a module holds several kinds."""
    return (kind.manual or sys.modules[kind.__module__].__doc__ or "").strip()
