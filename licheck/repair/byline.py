"""Adds the writers' names where the byline belongs.

A line that names the publisher alone as author, some of the writers, or nobody ("By [AUTHOR]") gets what it lacks; else a
line of its own goes below the headline. A name that is spelt in another way is a person's choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from licheck.model.credit import Sighting
from licheck.model.finding import Standing
from licheck.model.zones import Zone
from licheck.names import Likeness, find_name
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.repair._places import paragraph, places, top, writers
from licheck.repair._spans import behind_marks, plain_span, span_of
from licheck.repair._task import Edit, Repair, Task, Unmendable
from licheck.repair._words import by, listed, people, written

_BLANK = pattern(r"\[[^\[\]{}]{1,60}\]|\{\{?[^{}\[\]]{1,60}\}\}?")
_LEFT = "placeholder"  # so the note on the evidence says it
_MISPLACED = "the credit stands in another place than asked for, and licheck moves nothing"
_OTHER_SPELLING = "the name stands there in another spelling, and which one is right a person has to say"
_OTHER_PERSON = "somebody else is credited there, and who wrote the story a person has to say"


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    names = people(task.case)
    missing = [name for name, given in zip(names, task.case.people, strict=True) if not _counts(task, given)]
    if any(_stands_astray(task, given) for given in task.case.people):
        raise Unmendable(_MISPLACED)
    if any(_LEFT in piece.note for piece in task.finding.evidence):
        yield _into_blank(task, names)
        return
    spelt = [(given, seen) for given in task.case.people for seen in _nearly(task, given)]
    if spelt:
        yield _spelt_right(task, *spelt[0])
        return
    if len(missing) < len(names):
        yield _beside(task, missing)
    elif (edit := _before_publisher(task, names)) is not None:
        yield edit
    yield from _lines(task, missing)


def _lines(task: Task, names: list[str]) -> Iterator[Repair]:
    text = f"{by(task.case)} {listed(task.case, names)}"
    others = [credit for credit in writers(task) if credit.persons and not _is_of(task, credit.persons)]
    doubt = _OTHER_PERSON if others else ""
    at_top = not (task.finding.belongs_at and task.finding.belongs_at.name.startswith("after"))
    for place in top(task, below_byline=False) if at_top else places(task):
        edit = paragraph(task, place, written(task.page, text))
        yield Repair((edit,), f'adds the line "{text}" {place.words}', doubt)


def _counts(task: Task, person: str) -> bool:
    return any(seen.counts for seen in task.case.sightings.get(person, ()))


def _stands_astray(task: Task, person: str) -> bool:
    """Whether a missing writer is credited, but not where asked: then the finding's best evidence says so."""
    return _counts(task, person) and all(not piece.counts for piece in task.finding.evidence)


def _nearly(task: Task, person: str) -> list[Sighting]:
    """Where the name stands where a byline would, spelt in another way."""
    return [
        seen
        for seen in task.case.sightings.get(person, ())
        if not seen.counts
        and seen.block >= 0
        and seen.standing is Standing.SEEN
        and seen.zone in (Zone.TOP, Zone.BOTTOM)
        and seen.likeness in (Likeness.MISSPELT, Likeness.LOOK_ALIKE)
    ]


def _spelt_right(task: Task, person: str, seen: Sighting) -> Repair:
    span = plain_span(task.page, seen.block, seen.start, seen.end)
    here = task.page.blocks[seen.block].text[seen.start : seen.end]
    edit = Edit(span.start, span.end, written(task.page, person))
    return Repair((edit,), f'writes "{person}" for "{here}" in the byline', _OTHER_SPELLING)


def _into_blank(task: Task, names: tuple[str, ...]) -> Repair:
    """The names in the place of a blank that was left in the byline."""
    for block in task.case.zones.blocks(Zone.TOP, Zone.BOTTOM):
        text = task.page.blocks[block].text
        blank = _BLANK.search(text) if len(text) < 160 else None  # as long as a line that is told as a byline
        if blank:
            span = span_of(task.page, block, blank.start(), blank.end())
            edit = Edit(*span, written(task.page, listed(task.case, names)))
            return Repair((edit,), f'writes "{listed(task.case, names)}" in the place of {blank[0]}')
    raise Unmendable("a placeholder was left in the byline: put the name in its place")


def _beside(task: Task, missing: list[str]) -> Repair:
    """The writers who are missing beside the last one who is there."""
    seen = [one for given in task.case.people for one in task.case.sightings.get(given, ()) if one.counts]
    last = max((one for one in seen if one.block >= 0), key=lambda one: (-one.block, one.end))
    at = behind_marks(task.page, span_of(task.page, last.block, last.start, last.end))
    joined = listed(task.case, [last.person, *missing]).removeprefix(last.person)
    edit = Edit(at, at, written(task.page, joined))
    return Repair((edit,), f'adds "{joined.strip(", ")}" behind {last.person} in the byline')


def _before_publisher(task: Task, names: tuple[str, ...]) -> Repair | None:
    """The names before the publisher's in a line "By Example News"; None where there is no such line."""
    publisher = task.case.rule_set.publisher
    for credit in writers(task):
        text = task.page.blocks[credit.block].text
        spans = named(text, publisher.names, publisher.others)
        if credit.organisations and not credit.persons and spans and text[: spans[0][0]].strip():
            start = span_of(task.page, credit.block, *spans[0]).start
            edit = Edit(start, start, written(task.page, f"{listed(task.case, names)}, "))
            return Repair((edit,), f'adds "{listed(task.case, names)}" before {publisher.name} in the byline')
    return None


def _is_of(task: Task, persons: tuple[str, ...]) -> bool:
    """Whether all these are the story's writers."""
    return all(any(find_name(given, name).likeness.is_same for given in task.case.people) for name in persons)
