"""Mends all of the requirements that are asked for together."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.repair._joined import failing, together
from licheck.repair._task import Repair, Task


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    yield together(failing(task, ["requirements"]))
