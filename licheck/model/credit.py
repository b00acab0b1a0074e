"""What a page says of a story's origin, as parsed values that keep the text they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from licheck.model.finding import Standing
from licheck.model.zones import Zone
from licheck.names import Likeness


class Role(Enum):
    """What a credited person did."""

    WRITER = "writer"
    PHOTOGRAPHER = "photographer"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    ILLUSTRATOR = "illustrator"
    CONTRIBUTOR = "contributor"
    PROVIDER = "provider"  # an agency or outlet that the story came from


@dataclass(frozen=True)
class Credit:
    """One credit.

    `persons` are names as written, without lead words, titles and roles; `organisations` are outlets
    credited as author; `affiliations` are what stands beside the persons as their outlet or employer.
    `block` indexes the page's blocks (-1: metadata); `start` and `end` the text within it. `text` is
    exactly what was read, `where` names the metadata (empty for seen text). `sure` is False where the
    form alone (a short line that could be a name) speaks for it; `likely` then tells whether it begins with a
    known given name.
    """

    persons: tuple[str, ...]
    role: Role
    text: str
    block: int
    start: int = 0
    end: int = 0
    zone: Zone = Zone.FURNITURE
    affiliations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    standing: Standing = Standing.SEEN
    where: str = ""
    offset: int = -1
    sure: bool = True
    likely: bool = True


class Contradiction(NamedTuple):
    """Metadata that name a writer (`stated`) whom a reader does not see as such, and what is `seen` instead."""

    stated: Credit
    seen: tuple[Credit, ...]


@dataclass(frozen=True)
class Sighting:
    """A place where a person who was looked for is named.

    `text` is the line it stands in, `start` and `end` the name's place in `Page.blocks[block].text`;
    `block` is -1 for what is not a visible block, and then `offset` is its place in the source.
    `counts` tells whether it credits the person as writer to a reader's eye; `note` says why not, or how.
    """

    person: str
    likeness: Likeness
    text: str
    block: int
    start: int = 0
    end: int = 0
    offset: int = -1
    zone: Zone = Zone.FURNITURE
    standing: Standing = Standing.SEEN
    counts: bool = False
    note: str = ""


@dataclass(frozen=True)
class Statement:
    """A sentence that says where the story comes from: "This story was originally published by ...".

    `start` and `end` are its place in `Page.blocks[block].text`; `phrase` the words that make it one. `strong` tells
    that it says of this very story that it stood there first.
    """

    block: int
    start: int
    end: int
    zone: Zone
    phrase: str
    strong: bool = False
