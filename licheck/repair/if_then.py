"""Mends what is asked for in this page's case; which one that is shows when the page is judged with it."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.repair._joined import failing, together
from licheck.repair._task import Repair, Task, Unmendable


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    why: list[str] = []
    for name in ("then", "otherwise"):
        tasks = failing(task, [name])
        try:
            if tasks:
                yield together(tasks)
        except Unmendable as error:
            why.append(str(error))
    if why:
        raise Unmendable("; ".join(why))
