"""What mends requirements that are joined from others: the repairs of those that fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from licheck.errors import PatternTimeout
from licheck.model.finding import Verdict
from licheck.model.requirement import Requirement
from licheck.repair._task import Repair, Task, Unmendable, in_order

_OVERLAP = "what is missing would have to stand in one place"


def failing(task: Task, names: Iterable[str]) -> list[Task]:
    """A task for each requirement under these keys of the joined one that fails on the page."""
    several = (getattr(task.requirement, name, ()) for name in names)
    return [one for inner in several for requirement in inner for one in _failed(task, requirement)]


def _failed(task: Task, requirement: Requirement) -> Iterator[Task]:
    if requirement.question:
        return
    try:
        found = requirement.judge(task.case)
    except PatternTimeout:
        return
    if found.verdict is Verdict.FAILED:
        yield replace(task, finding=found, requirement=requirement)


def one_of(tasks: Iterable[Task]) -> Iterator[Repair]:
    """What mends the first of them, then the second... Raises Unmendable in the end where nothing mends any."""
    from licheck.repair import repairs

    why: list[str] = []
    found = False
    for task in tasks:
        try:
            for repair in repairs(task):
                found = True
                yield repair
        except Unmendable as error:
            why.append(f"{task.finding.requirement}: {error}")
    if not found:
        raise Unmendable("; ".join(why) or "none of what is asked for can be mended")


def together(tasks: Iterable[Task]) -> Repair:
    """What mends all of them at once. Raises Unmendable where one of them cannot be."""
    from licheck.repair import repairs

    first = [next(iter(repairs(task)), None) for task in tasks]
    chosen = [repair for repair in first if repair is not None]
    if not chosen or len(chosen) < len(first):
        raise Unmendable("not all of what is asked for can be mended")
    edits = tuple(in_order(edit for repair in chosen for edit in repair.edits))
    if any(one.end > other.start for one, other in pairwise(edits)):
        raise Unmendable(_OVERLAP)
    said = " and ".join(repair.says for repair in chosen)
    return Repair(edits, said, next((repair.doubt for repair in chosen if repair.doubt), ""))
