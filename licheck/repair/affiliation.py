"""Adds the affiliation to the byline, behind the writer's name: "By Jane Doe" becomes "By Jane Doe, Example News"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.repair._places import writers
from licheck.repair._spans import behind_marks, span_of
from licheck.repair._task import Edit, Repair, Task, Unmendable
from licheck.repair._words import listed, value, written
from licheck.text import fold

_NO_BYLINE = "there is no byline that it could be added to"
_INSTEAD = "something else stands there as the affiliation ({}), and what is right a person has to say"
_WHOSE = "the original does not say which of the writers belongs to {}"


class _Name(NamedTuple):
    """A writer's name in the page: text[start:end] of a block."""

    block: int
    start: int
    end: int
    person: str


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    names = list(_names(task))
    if not names:
        raise Unmendable(_NO_BYLINE)
    if getattr(getattr(task.requirement, "of", None), "value", "") == "institution":
        yield _institutions(task, names)
        return
    publisher = task.case.rule_set.publisher
    last = max((name for name in names if name.block == names[0].block), key=lambda name: name.end)
    text = task.page.blocks[last.block].text
    beside = [one for credit in writers(task) if credit.block == last.block for one in credit.affiliations]
    beside += [text[slice(*span)] for span in named(text, publisher.others, publisher.names)]
    doubt = _INSTEAD.format(beside[0]) if beside else ""
    yield Repair((_behind(task, last, publisher.name),), _says(publisher.name, last.person), doubt)


def _institutions(task: Task, names: Sequence[_Name]) -> Repair:
    """Each institution that is missing, behind the writer it belongs to."""
    publisher = task.case.rule_set.publisher
    stated = task.case.original.affiliations if task.case.original else ()
    wanted = [one for one in map(value, stated) if one and not named(one, publisher.names, publisher.others)]
    missing = [one for one in wanted if one in task.finding.reason]
    if not missing:
        raise Unmendable("the original does not say which institution the writer belongs to")
    people = task.case.people
    in_order = len(people) == len(wanted)
    doubt = "" if in_order or len(people) < 2 else _WHOSE.format(missing[0])
    edits, said = [], []
    for one in missing:
        person = people[wanted.index(one)] if in_order and people else names[-1].person
        name = next((name for name in names if name.person == person), None)
        if name is None:
            raise Unmendable(f"{person}, to whom {one} belongs, is not credited")
        edits.append(_behind(task, name, one))
        said.append(_says(one, name.person).removeprefix("adds "))
    return Repair(tuple(edits), f"adds {listed(task.case, said)}", doubt)


def _says(affiliation: str, person: str) -> str:
    return f'adds "{affiliation}" behind {person} in the byline'


def _behind(task: Task, name: _Name, affiliation: str) -> Edit:
    at = behind_marks(task.page, span_of(task.page, name.block, name.start, name.end))
    return Edit(at, at, written(task.page, f", {affiliation}"))


def _names(task: Task) -> Iterator[_Name]:
    """Where writers are credited, at the top before the bottom."""
    found: list[_Name] = []
    for person, sightings in task.case.sightings.items():
        seen = next(
            (one for one in sightings if one.counts and one.block >= 0 and _is_credit(one.zone)), None
        )
        if seen is not None:
            found.append(_Name(seen.block, seen.start, seen.end, person))
    if not found:
        found = [one for credit in writers(task) for one in _in_text(task, credit.block, credit.persons)]
    yield from sorted(found)


def _is_credit(zone: Zone) -> bool:
    return zone in (Zone.TOP, Zone.BOTTOM)


def _in_text(task: Task, block: int, persons: Sequence[str]) -> Iterator[_Name]:
    text = task.page.blocks[block].text
    for person in persons:
        at = text.find(person)
        if at >= 0 and fold(person):
            yield _Name(block, at, at + len(person), person)
