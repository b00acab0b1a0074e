"""`licheck rules explain`: the manual of a kind of requirement, or a rule set with what its kinds look for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from licheck.edge import publish, rulebook, streams
from licheck.edge.judge import Answer, Job, failed
from licheck.edge.rule_files import rule_set
from licheck.edge.run import heard
from licheck.edge.workers import Workers
from licheck.errors import UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry
    from licheck.model.requirement import Requirement


def explain(names: Sequence[str]) -> int:
    """Write what each kind or rule set of these names asks for. Returns the exit code."""
    from licheck.requirements import kinds

    errors: list[ErrorEntry] = []
    told: list[str] = []
    with Workers() as workers:
        for name in names:
            if name in kinds():
                told += [*of_kind(kinds()[name]), ""]
                continue
            try:
                job = Job(page=None, rules=(_path(name),), task=_OfSet())
            except UsageError as error:
                errors.append(failed(name, str(error), error.exit_code))
                continue
            for answer in map(heard, workers.run([job])):
                errors += answer.errors
                told += answer.told
    streams.say(*map(publish.sentence, errors))
    streams.write(streams.harmless(told))
    return max((error.exit_code for error in errors), default=0)


def of_kind(kind: type[Requirement]) -> Iterator[str]:
    """The manual of a kind, and its options with what they can be."""
    from licheck.model.requirement import Requirement
    from licheck.rulesets.schema import schema

    yield kind.kind
    yield ""
    yield from manual(kind).splitlines()
    definition: dict[str, Any] = schema({kind.kind: kind})["definitions"][kind.kind]
    shared = {field.name for field in fields(Requirement)}
    for title, own in (("Its own options:", True), ("Options of every kind:", False)):
        rows = [
            (name, value) for name, value in definition["properties"].items() if (name not in shared) is own
        ]
        if rows:
            yield from ("", title)
            yield from (f"  {name}: {_value(value)}" for name, value in rows)


def manual(kind: type[Requirement]) -> str:
    """The manual of a kind: its module's, or its own where a module holds several."""
    return dedent(getattr(kind, "manual", "") or sys.modules[kind.__module__].__doc__ or "").strip()


def _value(value: dict[str, Any]) -> str:
    told = value.get("enum") or value.get("items", {}).get("enum")
    form = " | ".join(map(str, told)) if told else _FORMS.get(value.get("type", ""), "a requirement")
    many = "list of " if value.get("type") == "array" and told else ""
    usual = f" (without it: {_plain(value['default'])})" if "default" in value else ""
    says = f"; {value['description']}" if "description" in value else ""
    return f"{many}{form}{usual}{says}"


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_FORMS = {
    "string": "text",
    "boolean": "true | false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "texts by name, as by language",
}


class _OfSet:
    """The task: a rule set in full, with the first sentence of the manual of each kind that it asks for."""

    seconds = 0

    def __call__(self, job: Job) -> Answer:
        from licheck.edge.describe import in_full

        found = rule_set(job.rules[0])
        kinds = {type(one).kind: type(one) for one in found.judged}
        lines = [f"  {name}: {manual(kind).splitlines()[0]}" for name, kind in sorted(kinds.items())]
        more = (
            ["What these kinds look for (`licheck rules explain KIND` says more):", *lines, ""]
            if lines
            else []
        )
        return Answer(told=(*in_full(found), *more))


def _path(name: str) -> str:
    from licheck.requirements import kinds
    from licheck.rulesets.words import closest

    try:
        return rulebook.find(name)
    except UsageError:
        near = closest(name, list(kinds()))
        meant = f"did you mean the kind {near}? " if near else ""
        told = (
            f"there is no kind and no rule set of this name: {meant}`licheck rules list` shows the rule sets"
        )
        raise UsageError(told) from None
