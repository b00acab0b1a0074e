"""`licheck rules explain`: the manual of a kind of requirement, or a rule set with what its kinds look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from licheck.edge import rulebook, streams
from licheck.edge.jobs import Answer, Job
from licheck.edge.rule_files import rule_set
from licheck.edge.rules_run import ended, found, of_each
from licheck.errors import UsageError

if TYPE_CHECKING:
    from licheck.model.requirement import Requirement


def explain(names: Sequence[str]) -> int:
    """Write what each kind or rule set of these names asks for. Returns the exit code."""
    from licheck.requirements import kinds

    known = kinds()
    paths, errors = found([name for name in names if name not in known], _path)
    answers, more = of_each(paths.values(), _OfSet())
    told = {path: answer.told for path, answer in zip(dict.fromkeys(paths.values()), answers, strict=True)}
    told |= {name: (*of_kind(known[name]), "") for name in names if name in known}
    streams.write(streams.harmless(line for name in names for line in told.get(paths.get(name, name), ())))
    return ended([*errors, *more])


def of_kind(kind: type[Requirement]) -> Iterator[str]:
    """The manual of a kind, and its options with what they can be."""
    from licheck.model.requirement import Requirement, manual_of
    from licheck.rulesets.schema import schema

    yield kind.kind
    yield ""
    yield from manual_of(kind).splitlines()
    definition: dict[str, Any] = schema({kind.kind: kind})["definitions"][kind.kind]
    shared = {field.name for field in fields(Requirement)}
    for title, own in (("Its own options:", True), ("Options of every kind:", False)):
        rows = [
            (name, value) for name, value in definition["properties"].items() if (name not in shared) is own
        ]
        if rows:
            yield from ("", title)
            yield from (f"  {name}: {_value(value)}" for name, value in rows)


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
        from licheck.model.requirement import manual_of

        found = rule_set(job.rules[0])
        kinds = {type(one).kind: type(one) for one in found.judged}
        lines = [f"  {name}: {manual_of(kind).splitlines()[0]}" for name, kind in sorted(kinds.items())]
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
