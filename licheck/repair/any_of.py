"""Mends one of the requirements that are a choice, the first one that can be."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.repair._joined import failing, one_of
from licheck.repair._task import Repair, Task


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    yield from one_of(failing(task, ["requirements"]))
