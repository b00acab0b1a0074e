"""A rule set that extends another: it has all that the other has and it does not say itself.

Families share their text: what lives on in another publisher's terms is written once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from licheck.errors import LicheckError
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.rulesets.nodes import ListNode, MapNode, Node, ScalarNode
from licheck.rulesets.parsers import BAD
from licheck.rulesets.reading import Reading
from licheck.rulesets.words import instead, quote

Base = Callable[[str], RuleSet]
"""(id of a rule set) -> that rule set. Raises LicheckError where there is none, or it cannot be read."""


def extended(rule_set: Any, root: MapNode, base: Base | None, reading: Reading) -> Any:
    """The rule set of a file with what it takes over; BAD, and a fault, where that cannot be.

    `rule_set` is what the file itself says, BAD where it has faults.
    """
    at = root.get("extends")
    if not isinstance(at, ScalarNode):
        _check_alone(root, reading)
        return rule_set
    parent = _parent(at, base, reading)
    if parent is None or rule_set is BAD:
        return BAD
    _check_without(root.get("without"), parent, reading)
    return _joined(rule_set, parent)


def _check_alone(root: MapNode, reading: Reading) -> None:
    """Report what only a rule set that extends another can do."""
    if isinstance(without := root.get("without"), ListNode):
        reading.fault(without.offset, "`without` takes requirements out of the rule set that `extends` names")
    if root.get("requirements") is None:
        reading.fault(root.offset, "the rule file lacks the key `requirements`")


def _parent(at: ScalarNode, base: Base | None, reading: Reading) -> RuleSet | None:
    if base is None:
        reading.fault(at.offset, f"the rule set {quote(at.text)} cannot be looked up here")
        return None
    try:
        return base(at.text)
    except LicheckError as error:
        reading.fault(at.offset, f"cannot extend {quote(at.text)}: {str(error).splitlines()[0]}")
        return None


def _check_without(node: Node | None, parent: RuleSet, reading: Reading) -> None:
    known = {one.id: None for one in parent.requirements}
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, ScalarNode) and item.text not in known:
            told = f"{quote(parent.id)} has no requirement {quote(item.text)}: {instead(item.text, known)}"
            reading.fault(item.offset, told)


def _joined(own: RuleSet, parent: RuleSet) -> RuleSet:
    """What the rule set says itself, and what it takes over."""
    return replace(
        own,
        requirements=_requirements(own, parent),
        profiles={**parent.profiles, **own.profiles},
        languages=own.languages or parent.languages,
        licence=own.licence or parent.licence,
        notices=(*own.notices, *parent.notices),
        credits=tuple(dict.fromkeys((*own.credits, *parent.credits))),
        for_a_person=tuple(dict.fromkeys((*own.for_a_person, *parent.for_a_person))),
        assumes=tuple(dict.fromkeys((*own.assumes, *parent.assumes))),
    )


def _requirements(own: RuleSet, parent: RuleSet) -> tuple[Requirement, ...]:
    """The parent's, less those that are taken out, each replaced by one of the same id; then the others."""
    mine: dict[str, list[Requirement]] = {}
    for one in own.requirements:
        mine.setdefault(one.id, []).append(one)
    gone = {*mine, *own.without}
    found: list[Requirement] = []
    for one in parent.requirements:
        found += mine.pop(one.id, []) if one.id in gone else [one]
    return (*found, *(one for ones in mine.values() for one in ones))
