"""What the walk of the second reading remembers of where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bs4 import Tag

from licheck.model.page import BlockKind


class Open(NamedTuple):
    """A link whose end was not met yet: where it began, in blocks and in pieces of the block being read."""

    tag: Tag
    href: str
    block: int
    piece: int


class State(NamedTuple):
    """What holds inside an element."""

    flow: int = 0
    kind: BlockKind = BlockKind.OTHER
    level: int = 0
    box: int = 0
    hidden: str = ""
    link: Open | None = None
    skipping: bool = False


@dataclass
class Box:
    """A box, as `licheck.model.page.Container` will have it."""

    tag: str
    parent: int
    first: int
    last: int
    label: str
