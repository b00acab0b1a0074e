"""Adds a link to the licence below the story."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.patterns import pattern
from licheck.repair._places import paragraph, places
from licheck.repair._task import Repair, Task, Unmendable
from licheck.repair._words import is_address, link

_DEED = pattern(r"creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)", 2)
_WHICH = "several licences would do, and which of them this story has a person has to say"


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    targets: tuple[str, ...] = getattr(task.requirement, "to", ())
    if not targets:
        raise Unmendable("the rule set does not say which licence this story has")
    url = f"https://{targets[0].strip('/')}/"
    if not is_address(url):
        raise Unmendable("the rule set gives no address of the licence that could be linked to")
    deed = _DEED.search(url)
    text = f"CC {deed[1].upper()} {deed[2]}" if deed else task.case.rule_set.licence or url
    for place in places(task):
        content = link(task.page, text, url, "license")
        doubt = _WHICH if len(targets) > 1 else ""
        yield Repair(
            (paragraph(task, place, content),), f'adds the link "{text}" to the licence {place.words}', doubt
        )
