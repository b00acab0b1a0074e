"""Adds the prescribed sentence on the republisher, with its name as the configuration has it; a person has to say that it is true."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.repair import _sentences
from licheck.repair._task import Repair, Task

_IS_IT_TRUE = "it is a statement on the site itself, and whether it is true the site has to say"


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    for repair in _sentences.repairs(task):
        yield repair._replace(doubt=repair.doubt or _IS_IT_TRUE)
