"""Rule files on disk -> rule sets, each read once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from licheck.edge import files
from licheck.errors import Fault, InputError, RuleSetError, UsageError

if TYPE_CHECKING:
    from licheck.model.ruleset import RuleSet
    from licheck.rulesets.examples import Stories

_DEEPEST = 5  # rule sets that extend one another: families have two generations


@cache
def rule_set(path: str) -> RuleSet:
    """The rule set in a file. Raises RuleSetError with all its faults."""
    return _load(path, ())


@cache
def with_examples(path: str) -> RuleSet:
    """The rule set in a file, with the examples in its own file beside it. Raises RuleSetError."""
    from licheck.rulesets.examples import load_examples
    from licheck.rulesets.shipped import examples_of

    found, beside = rule_set(path), examples_of(path)
    if not files.is_there(beside):
        return found
    more = load_examples(beside, _text(beside), found, stories(path))
    return replace(found, examples=(*found.examples, *more))


@cache
def stories(path: str) -> Stories:
    """The stories that the examples of a rule file are made from, by id. Raises RuleSetError."""
    from licheck.rulesets.examples import load_story
    from licheck.rulesets.shipped import stories_beside

    found = [load_story(story, _text(story)) for story in stories_beside(path)]
    return {story.id: story for story in found}


def _load(path: str, above: tuple[str, ...]) -> RuleSet:
    from licheck.requirements import kinds
    from licheck.rulesets.load import load
    from licheck.rulesets.shipped import shipped

    # The patterns of our own rule sets were tried when they were tested: 20 ms, most of them for an import.
    base = partial(_base, path, (*above, path))
    return load(path, _text(path), kinds(), tried=path in shipped(), base=base)


def _base(path: str, above: tuple[str, ...], extended: str) -> RuleSet:
    """The rule set that the one in `path` extends; `above` are the files that extend one another so far."""
    from licheck.rulesets.shipped import beside

    found = beside(path, extended)
    if found in above:
        raise UsageError("it extends itself, or one that extends it")
    if len(above) >= _DEEPEST:
        raise UsageError(f"more than {_DEEPEST} rule sets extend one another")
    return _load(found, above)


def _text(path: str) -> str:
    from licheck.rulesets.load import decode

    try:
        return decode(path, files.read_input(path, files.RULES_LIMIT))
    except InputError as error:
        raise RuleSetError([Fault(path, 1, 1, str(error))]) from error
