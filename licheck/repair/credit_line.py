"""Adds the prescribed credit line, the publisher's name in it a link where a link back is asked for, too."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.model.template import Template
from licheck.repair._places import paragraph, places
from licheck.repair._sentences import BLANK, ELSEWHERE, NEARLY
from licheck.repair._task import Repair, Task, Unmendable
from licheck.repair._words import filled, home_url, known, language, story_url, suited, unknown, wordings

_OUR_WORDS = "the publisher prescribes no wording, and this one is only usual"
_USUAL = Template("This story was originally published by {publisher}.")


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    notes = [piece.note for piece in task.finding.evidence]
    if any("placeholder" in note for note in notes):
        raise Unmendable(BLANK)
    if any(note == "in another place than asked for" for note in notes):
        raise Unmendable(ELSEWHERE)
    template, doubt = _wording(task)
    if not doubt and task.case.statements:
        doubt = NEARLY
    for place in places(task):
        edit = paragraph(task, place, filled(task, template, _link(task)))
        yield Repair((edit,), f'adds the line "{template.render(known(task.case))}" {place.words}', doubt)


def _wording(task: Task) -> tuple[Template, str]:
    """The sentence to add, and why a person should choose it (empty: it is prescribed)."""
    prescribed = wordings(task)
    if prescribed:
        template = suited(task, prescribed)
        if template is None:
            raise Unmendable(unknown(task, prescribed))
        own = language(task.case)
        if own and own != "en" and own not in prescribed:
            return template, f"the publisher prescribes no wording in the page's language ({own})"
        return template, ""
    usual = [Template(text) for text in task.case.rule_set.credits]
    known_to_us = suited(task, {"en": usual})
    return (known_to_us or _USUAL), _OUR_WORDS


def _link(task: Task) -> str:
    """Where the publisher's name leads: to what a link back is asked to lead to; empty where none is asked for."""
    if not any(requirement.kind == "link_back" for requirement in task.case.rule_set.requirements):
        return ""
    return story_url(task.case) or home_url(task.case)
