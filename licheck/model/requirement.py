"""What every kind of requirement has in common; the kinds themselves live in `licheck/requirements/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from licheck.model.finding import Level

if TYPE_CHECKING:
    from licheck.model.case import Case
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
    BYLINE = "byline"  # with the writer's name
    TOP = "top"  # between the headline and the story's first words
    BOTTOM = "bottom"  # after the story's last words
    PAGE = "page"  # anywhere on the page, also in its furniture


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """The options that every kind shares; they are keys in a rule file.

    id: name within the rule set, by default the kind; must be given where a kind is used twice
    level: must | should | may
    what: the publisher's demand in one sentence, shown to people
    medium: any | online | print | broadcast
    remedy: how to put it right, in words, where the kind's own snippet would not do
    """

    kind: ClassVar[str] = ""

    id: str = ""
    level: Level = Level.MUST
    what: str = ""
    medium: Medium = Medium.ANY
    remedy: str = ""

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
