"""Finding -> edits of the source text. Nothing is serialised again: what is not mended stays byte for byte.

A kind brings its repair as a module of this package that is named as the kind, with

    repairs(task: Task) -> Iterator[Repair]     ways to mend the finding, best first; raises Unmendable

Modules that begin with `_` are what they share. A repair only proposes: whoever asks for it makes the edits, reads the
page again and keeps them only where the requirement is then met and nothing else has become worse.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from licheck.repair._mending import Judged, Mended, Outcome, State, Workshop, mend
from licheck.repair._task import Edit, Repair, Task, Unmendable, applied

__all__ = [
    "FORMATS",
    "Edit",
    "Judged",
    "Mended",
    "Outcome",
    "Repair",
    "State",
    "Task",
    "Unmendable",
    "Workshop",
    "applied",
    "kinds",
    "mend",
    "repairs",
]

FORMATS = {"html": "HTML", "markdown": "Markdown"}
"""The formats of pages that can be mended, and what people call them."""

# What is added for one kind can be what another one needs: a byline carries the affiliation, a credit line the link.
_FIRST = ("byline", "affiliation", "credit_line", "link_back")


class _Kind(Protocol):
    def repairs(self, task: Task) -> Iterator[Repair]:
        """See the package."""


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of requirement that can be mended, in the order in which they should be."""
    found = sorted(
        module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")
    )
    return tuple(sorted(found, key=lambda kind: _FIRST.index(kind) if kind in _FIRST else len(_FIRST)))


def repairs(task: Task) -> Iterator[Repair]:
    """Ways to mend a finding, best first. Raises Unmendable, also after some."""
    kind = task.finding.kind
    if task.page.format not in FORMATS:
        known = " and ".join(FORMATS.values())
        raise Unmendable(f"it cannot be mended here: licheck mends {known}, and this is {task.page.format}")
    if task.page.span is not None:
        raise Unmendable("it cannot be mended here: the story is a part of a larger file")
    if kind not in kinds():
        raise Unmendable("it is an editor's work: licheck has no repair for this")
    yield from cast(_Kind, import_module(f"{__name__}.{kind}")).repairs(task)
