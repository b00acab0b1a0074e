"""Makes the publisher's name in the credit line a link; where there is no such line, adds one."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.addresses import address, is_on
from licheck.model.page import Link
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.repair._attributes import value_of
from licheck.repair._places import paragraph, places
from licheck.repair._spans import plain_span
from licheck.repair._task import Edit, Repair, Task, Unmendable
from licheck.repair._words import (
    filled,
    home_url,
    link,
    link_marks,
    story_url,
    suited,
    unknown_address,
)

_MISPLACED = "the link stands in another place than asked for, and licheck moves nothing"
_LEADS_ELSEWHERE = (
    "the publisher's name is a link to somewhere else, and whether it may be changed a person has to say"
)


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    if any(piece.note == "in another place than asked for" for piece in task.finding.evidence):
        raise Unmendable(_MISPLACED)
    url = _target(task)
    retargeted = _retargeted(task, url)
    if retargeted is not None:
        yield retargeted
        if retargeted.doubt:
            return
    yield from _in_statements(task, url)
    name = task.case.rule_set.publisher.name
    template = suited(task, {"en": [Template(text) for text in task.case.rule_set.credits]})
    for place in places(task):
        if template is not None and not task.case.statements and "publisher" in template.variables:
            content = filled(task, template, url)
        else:
            content = link(task.page, name, url)
        yield Repair((paragraph(task, place, content),), f"adds a link to {url} {place.words}")


def _target(task: Task) -> str:
    """The address to link to. Raises Unmendable where it is not known."""
    to = getattr(getattr(task.requirement, "to", None), "value", "domain")
    story, home = story_url(task.case), home_url(task.case)
    if to == "story" and not story:
        raise unknown_address(task.case)
    url = home if to == "home" else story or home
    if not url:
        raise Unmendable("the rule set does not say where the publisher's site is")
    return url


def _in_statements(task: Task, url: str) -> Iterator[Repair]:
    """The publisher's name in each line that says where the story comes from, made a link."""
    publisher, page = task.case.rule_set.publisher, task.page
    for said in task.case.statements:
        if said.zone is Zone.FURNITURE:
            continue
        for start, end in named(page.blocks[said.block].text, publisher.names, publisher.others):
            if not said.start <= start < said.end or _is_linked(task, said.block, start, end):
                continue
            try:
                span = plain_span(page, said.block, start, end)
            except Unmendable:
                continue
            before, after = link_marks(page, url)
            edits = (Edit(span.start, span.start, before), Edit(span.end, span.end, after))
            yield Repair(edits, f"makes {publisher.name} in the credit line a link to {url}")


def _is_linked(task: Task, block: int, start: int, end: int) -> bool:
    return any(one.block == block and one.start < end and start < one.end for one in task.page.links)


def _retargeted(task: Task, url: str) -> Repair | None:
    """The publisher's name, linked to somewhere else, with the right target; None where it is not so linked."""
    publisher = task.case.rule_set.publisher
    for one in task.page.links:
        if one.block < 0 or one.hidden or task.case.zones.of[one.block] is Zone.FURNITURE:
            continue
        if is_on(one.href, publisher.domains) or not named(one.text, publisher.names, publisher.others):
            continue
        if task.case.zones.of[one.block] is Zone.ARTICLE and not _says_source(task, one):
            continue  # one of the story's own
        span = value_of(task.page, one.offset, "href", one.href)
        if span is None:
            return None
        doubt = _LEADS_ELSEWHERE if address(one.href) else ""  # "#" or a blank that was left leads nowhere
        edit = Edit(span.start, span.end, span.written(url))
        return Repair((edit,), f"leads the link at {publisher.name} to {url}", doubt)
    return None


def _says_source(task: Task, one: Link) -> bool:
    return any(said.block == one.block for said in task.case.statements)
