"""A rule set in plain words, for whoever wants to know what a publisher asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licheck.model.requirement import Requirement
    from licheck.model.ruleset import RuleSet, Source


def in_a_line(rule_set: RuleSet) -> list[str]:
    """Its id, whose it is, and what it asks for."""
    asked = ", ".join(dict.fromkeys(requirement.id or requirement.kind for requirement in rule_set.judged))
    return [f"{rule_set.id:<20} {rule_set.publisher.name}: {asked}"]


def in_full(rule_set: RuleSet) -> Iterator[str]:
    """Lines with all that it says but its examples, the last one empty."""
    yield f"{rule_set.publisher.name} ({rule_set.id})"
    if rule_set.licence:
        yield f"Licence: {rule_set.licence}"
    for source in rule_set.sources:
        yield _source(source)
    yield from _listed("What licheck judges:", map(_requirement, rule_set.judged))
    yield from _listed("For a person, since no machine can see it:", rule_set.questions)
    yield from _listed("What is taken for granted:", rule_set.assumes)
    yield from ("", f"Rule file: {rule_set.path}", "")


def _source(source: Source) -> str:
    seen = f"read on {source.read.isoformat()}, seen: {source.seen}"
    return f"Source: {source.address} ({seen})" + (f": {source.note.strip()}" if source.note else "")


def _requirement(requirement: Requirement) -> str:
    medium = "" if requirement.medium.value == "any" else f", {requirement.medium.value} only"
    level = requirement.level.value
    heading = f"{requirement.id or requirement.kind} ({level}{medium})"
    return f"{heading}: {requirement.what}" if requirement.what else heading


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"  - {item}" for item in items]
    if lines:
        yield from ("", heading, *lines)
