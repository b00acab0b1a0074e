"""A rule set in plain words, for whoever wants to know what a publisher asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from enum import Enum
from typing import TYPE_CHECKING, Any

from licheck.model.requirement import Medium, Requirement

if TYPE_CHECKING:
    from licheck.model.ruleset import RuleSet, Source

_SHARED = frozenset(field.name for field in fields(Requirement))


def in_a_line(rule_set: RuleSet) -> list[str]:
    """Its id, whose it is, and what it asks for."""
    asked = ", ".join(dict.fromkeys(requirement.id or requirement.kind for requirement in rule_set.judged))
    return [f"{rule_set.id:<20} {rule_set.publisher.name}: {asked or 'nothing that a machine can see'}"]


def in_full(rule_set: RuleSet) -> Iterator[str]:
    """Lines with all that it says but its examples, the last one empty: the licence as a checklist."""
    yield f"{rule_set.publisher.name} ({rule_set.id})"
    if rule_set.licence:
        yield f"Licence: {rule_set.licence}"
    for source in rule_set.sources:
        yield _source(source)
    if rule_set.extends:
        yield f"Extends the rule set: {rule_set.extends}"
    if rule_set.named_only:
        yield "No page tells that it holds: name it with --rules, or in the configuration."
    yield from _listed("What licheck judges:", map(_requirement, rule_set.judged))
    yield from _listed("What may be:", map(_requirement, rule_set.permitted))
    yield from _listed("For a person to answer:", rule_set.questions)
    yield from _listed("Profiles (--profile):", (f"{name}: {who}" for name, who in rule_set.profiles.items()))
    yield from _listed("What is taken for granted:", rule_set.assumes)
    yield from ("", f"Rule file: {rule_set.path}", "")


def _source(source: Source) -> str:
    seen = f"read on {source.read.isoformat()}, seen: {source.seen}"
    return f"Source: {source.address} ({seen})" + (f": {source.note.strip()}" if source.note else "")


def _requirement(requirement: Requirement) -> str:
    heading = f"{requirement.id or requirement.kind} ({', '.join(_circumstances(requirement))})"
    told = f"{heading}: {requirement.what}" if requirement.what else heading
    options = "; ".join(_options(requirement))
    return f"{told} [{options}]" if options else told


def _circumstances(requirement: Requirement) -> Iterator[str]:
    """How much it binds, and where, for whom and when."""
    yield requirement.level.value
    if requirement.medium is not Medium.ANY:
        yield f"{requirement.medium.value} only"
    if requirement.profile:
        yield f"for {requirement.profile}"
    if requirement.valid_from:
        yield f"since {requirement.valid_from}"
    if requirement.valid_until:
        yield f"until {requirement.valid_until}"


def _options(requirement: Requirement) -> Iterator[str]:
    """The options that are not what they are without the rule file, and what is joined in it."""
    for field in fields(requirement):
        if field.name in _SHARED or field.name in requirement.nested:
            continue
        value = getattr(requirement, field.name)
        usual = field.default if field.default_factory is MISSING else field.default_factory()
        if value != usual:
            yield f"{field.name}: {_told(value)}"
    for name in requirement.nested:
        inner = getattr(requirement, name)
        if inner:
            yield f"{name}: {' + '.join(_inner(one) for one in inner)}"


def _inner(requirement: Requirement) -> str:
    options = "; ".join(_options(requirement))
    return f"{requirement.kind} ({options})" if options else requirement.kind


def _told(value: Any) -> str:
    """A value as the rule file has it, near enough."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return " / ".join(f"{key}: {_told(each)}" for key, each in value.items())
    if isinstance(value, (tuple, frozenset)):
        return ", ".join(map(_told, value))
    return str(getattr(value, "text", value))


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"  - {item}" for item in items]
    if lines:
        yield from ("", heading, *lines)
