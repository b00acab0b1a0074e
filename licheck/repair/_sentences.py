"""Adds a prescribed sentence where it belongs. A kind that prescribes a wording has a module that says no more than this."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.repair._places import paragraph, places
from licheck.repair._task import Repair, Task, Unmendable
from licheck.repair._words import (
    filled,
    home_url,
    known,
    story_url,
    suited,
    unknown,
    unknown_address,
    wordings,
)

BLANK = "a placeholder was left in the line: put the right words in its place"
_LINK = "the line is there, and which of its words should be the link the rule set does not say"
_NO_WORDS = "the rule set prescribes no wording: copy the line of the original"
ELSEWHERE = "the line stands in another place than asked for, and licheck moves nothing"
NEARLY = "a line says it in other words, and which of the two should stand a person has to say"


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    notes = " ".join(piece.note for piece in task.finding.evidence)
    for sign, why in (("placeholder", BLANK), ("does not link", _LINK), ("another place", ELSEWHERE)):
        if sign in notes:
            raise Unmendable(why)
    prescribed = wordings(task)
    if not prescribed:
        raise Unmendable(_NO_WORDS)
    template = suited(task, prescribed)
    if template is None:
        raise Unmendable(unknown(task, prescribed))
    url = _link(task)
    if url and "publisher" not in template.variables:
        raise Unmendable("which of its words should be the link the rule set does not say")
    doubt = NEARLY if "in other words" in notes else ""
    for place in places(task):
        edit = paragraph(task, place, filled(task, template, url))
        yield Repair((edit,), f'adds the line "{template.render(known(task.case))}" {place.words}', doubt)


def _link(task: Task) -> str:
    """Where the line has to lead; empty where it needs no link."""
    target = str(getattr(task.requirement, "link", ""))
    if target not in ("story", "publisher"):
        return f"https://{target}" if target else ""
    url = story_url(task.case) if target == "story" else home_url(task.case)
    if not url:
        raise unknown_address(task.case)
    return url
