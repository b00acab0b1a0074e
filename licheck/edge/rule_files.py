"""Rule files on disk -> rule sets, each read once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING
from weakref import ref

from licheck.edge import files
from licheck.edge.rulebook import ALL
from licheck.errors import Fault, InputError, RuleSetError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from licheck.model.page import Page
    from licheck.model.ruleset import RuleSet
    from licheck.rulesets.examples import Stories
    from licheck.rulesets.index import Index
    from licheck.rulesets.nodes import Node
    from licheck.rulesets.reading import Reading

_DEEPEST = 5  # rule sets that extend one another: families have two generations


def rule_sets(paths: tuple[str, ...], *pages: Page) -> list[RuleSet]:
    """The rule sets in these files; of all that come with licheck, those alone that can apply to one of the pages.

    Raises RuleSetError with all that is wrong in the first file with faults.
    """
    if paths != ALL:
        return [rule_set(path) for path in paths]
    from licheck.edge.rule_cache import compiled
    from licheck.rulesets.shipped import shipped

    all_of_them = compiled()
    if all_of_them is None:
        return [rule_set(path) for path in shipped()]
    ids = {found for page in pages for found in _candidates(all_of_them.known, page)}
    return [of_shipped(all_of_them.paths[found]) for found in sorted(ids)]


_told: dict[int, tuple[ref[Page], Sequence[str]]] = {}  # of pages that are still in use, by their `id`


def _candidates(known: Index, page: Page) -> Sequence[str]:
    """`known.candidates(page)`, looked up once for each page: it is asked for by the store of originals and by the check."""
    at = id(page)
    if at not in _told:
        _told[at] = ref(page, lambda _: _told.pop(at, None)), known.candidates(page)
    return _told[at][1]


def every(paths: tuple[str, ...]) -> list[RuleSet]:
    """The rule sets in these files; of all that come with licheck, every one. Raises RuleSetError."""
    from licheck.rulesets.shipped import shipped

    return [of_shipped(path) for path in shipped()] if paths == ALL else [rule_set(path) for path in paths]


@cache
def domains(paths: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The host names of each rule set's publisher, by the id of the rule set. Raises RuleSetError."""
    from licheck.edge.rule_cache import compiled
    from licheck.rulesets.shipped import shipped

    if paths == ALL and (all_of_them := compiled()):
        return all_of_them.hosts
    sets = map(rule_set, shipped() if paths == ALL else paths)
    return {one.id: one.publisher.domains for one in sets}


@cache
def days_read(paths: tuple[str, ...], id: str) -> Mapping[str, str]:
    """The day (as 2026-11-22) on which each source of a rule set was read, by its address. Raises RuleSetError."""
    return {source.address: source.read.isoformat() for one in _with_id(paths, id) for source in one.sources}


@cache
def names(paths: tuple[str, ...], id: str) -> frozenset[str]:
    """By what the publisher of a rule set is named, and the id itself, all folded. Raises RuleSetError."""
    from licheck.text import fold

    return frozenset(map(fold, (id, *(name for one in _with_id(paths, id) for name in one.publisher.names))))


def _with_id(paths: tuple[str, ...], id: str) -> list[RuleSet]:
    from licheck.edge.rule_cache import compiled
    from licheck.rulesets.shipped import shipped

    all_of_them = compiled() if paths == ALL else None
    if all_of_them is not None:
        return [of_shipped(all_of_them.paths[id])]
    return [one for one in map(rule_set, shipped() if paths == ALL else paths) if one.id == id]


@cache
def rule_set(path: str) -> RuleSet:
    """The rule set in a file. Raises RuleSetError with all its faults."""
    return rule_file(path)[0]


def rule_file(path: str) -> tuple[RuleSet, Node]:
    """The rule set in a file, and the nodes that it was made from. Raises RuleSetError with all its faults."""
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


@cache
def of_shipped(path: str) -> RuleSet:
    """The rule set in a file that comes with licheck, from its compiled form."""
    from licheck.edge.rule_cache import compiled

    known = compiled()
    root = known.node(path) if known else None
    return _made(path, root, ()) if root else rule_set(path)


def _load(path: str, above: tuple[str, ...]) -> tuple[RuleSet, Node]:
    from licheck.rulesets.reading import start
    from licheck.rulesets.yaml_nodes import parse

    reading = start(path, _text(path))
    root = parse(reading)
    return _made(path, root, above, reading), root  # type: ignore[return-value] # an empty file raises


def _made(path: str, root: Node | None, above: tuple[str, ...], reading: Reading | None = None) -> RuleSet:
    from licheck.requirements import kinds
    from licheck.rulesets.load import of_nodes
    from licheck.rulesets.reading import Reading
    from licheck.rulesets.shipped import shipped

    # The patterns of our own rule sets were tried when they were tested: 20 ms, most of them for an import.
    tried = path in shipped()
    base = partial(_base, path, (*above, path))
    return of_nodes(path, root, reading or Reading(path, ""), kinds(), tried=tried, base=base)


def _base(path: str, above: tuple[str, ...], extended: str) -> RuleSet:
    """The rule set that the one in `path` extends; `above` are the files that extend one another so far."""
    from licheck.rulesets.shipped import beside

    found = beside(path, extended)
    if found in above:
        raise UsageError("it extends itself, or one that extends it")
    if len(above) >= _DEEPEST:
        raise UsageError(f"more than {_DEEPEST} rule sets extend one another")
    return _load(found, above)[0]


def _text(path: str) -> str:
    from licheck.rulesets.load import decode

    try:
        return decode(path, files.read_input(path, files.RULES_LIMIT))
    except InputError as error:
        raise RuleSetError([Fault(path, 1, 1, str(error))]) from error
