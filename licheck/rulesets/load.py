"""A rule file -> RuleSet, or all of its faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, cast

from licheck.model.finding import Verdict
from licheck.model.requirement import Requirement
from licheck.model.ruleset import Example, Publisher, RuleSet, Source
from licheck.model.template import Template
from licheck.rulesets.fields import build, record, shape
from licheck.rulesets.nodes import ListNode, MapNode, Node, RefusedNode, ScalarNode, parse
from licheck.rulesets.parsers import BAD, Parser, converted, form, listing, table, word
from licheck.rulesets.reading import Reading, decode, start
from licheck.rulesets.trial import try_patterns
from licheck.rulesets.words import instead, quote
from licheck.text import fold

__all__ = ["Kinds", "decode", "load"]

Kinds = Mapping[str, type[Requirement]]
"""All kinds of requirements there are, by the name that a rule file uses."""

_GIVEN: Final = ("path",)  # fields of RuleSet that are no keys of a file

_ID = form("small letters, digits, - and _", r"[a-z0-9][a-z0-9_-]{0,59}")
_HOST = form("a host name such as example.org (no https://, no path)", r"[\w-]+(\.[\w-]+)+", str.lower)
_WORDING = converted("a wording", lambda text: Template(text).text)
_VERDICT = word(*(verdict.value for verdict in Verdict))


def load(path: str, text: str, kinds: Kinds, *, tried: bool = False) -> RuleSet:
    """The rule set in the text of a rule file (see `decode` for its bytes). `path` is for messages.

    `tried` says that the file's patterns need not be compiled and tried again (15 ms, most of it for
    importing `regex`): true of the shipped files, whose patterns the tests try.

    Raises RuleSetError with everything that is wrong, each fault with line, column and what is allowed;
    only what is no YAML at all ends the search at once. Runs in linear time: no file takes over 5 s.
    """
    reading = start(path, text)
    root = parse(reading)
    rule_set = _rule_set(root, kinds, reading)
    if isinstance(root, MapNode):
        _check_ids(root, reading)
    if not tried:
        try_patterns(reading)
    reading.raise_if_any()
    return replace(cast("RuleSet", rule_set), path=path)


def _rule_set(root: Node | None, kinds: Kinds, reading: Reading) -> Any:
    """A RuleSet, or BAD where a fault was reported."""
    if isinstance(root, RefusedNode):
        return BAD
    if not isinstance(root, MapNode):
        keys = ", ".join(key for key, field in shape(RuleSet).items() if field.required)
        empty = root is None or (isinstance(root, ScalarNode) and not root.text)
        what = "the file is empty" if empty else "this is no group of keys"
        reading.fault(0 if root is None else root.offset, f"{what}; a rule file has at least the keys {keys}")
        return BAD
    special = {
        "id": _ID,
        "publisher": _publisher,
        "sources": listing(record(Source, {"seen": word("full", "most", "part")}), least=1),
        "credits": listing(_WORDING),
        "requirements": listing(_requirement(kinds), least=1),
        "examples": listing(record(Example, _EXAMPLE)),
    }
    return build(RuleSet, root, "the rule file", reading, special, leave_out=_GIVEN)


_EXAMPLE: Final[Mapping[str, Parser]] = {
    "id": _ID,
    "expect": table(_VERDICT),
    "format": word("html", "markdown", "text"),
}


def _publisher(node: Node, name: str, reading: Reading) -> Any:
    """A Publisher; one of its own names among the names of others would make every credit doubtful."""
    found = record(Publisher, {"domains": listing(_HOST)})(node, name, reading)
    if isinstance(found, Publisher) and isinstance(node, MapNode):
        own = {fold(own) for own in found.names}
        others = node.get("others")
        for item in others.items if isinstance(others, ListNode) else ():
            if isinstance(item, ScalarNode) and fold(item.text) in own:
                reading.fault(item.offset, f"{quote(item.text)} is also a name of the publisher itself")
    return found


def _requirement(kinds: Kinds) -> Parser:
    """The parser for one item of `requirements`: one kind, with its options beneath it."""

    def parse_item(node: Node, name: str, reading: Reading) -> Any:
        if isinstance(node, RefusedNode):
            return BAD
        if not isinstance(node, MapNode) or not node.entries:
            hint = (
                f": write `{node.text[:40]}:`" if isinstance(node, ScalarNode) and node.text in kinds else ""
            )
            reading.fault(node.offset, f"each item of {quote(name)} is a kind, a colon and its options{hint}")
            return BAD
        (kind, options), *more = node.entries
        for key, _ in more:
            told = "indent its options further, or begin the next item with `- `"
            reading.fault(key.offset, f"{quote(key.text)} stands beside {quote(kind.text)}: {told}")
        if kind.text not in kinds:
            reading.fault(
                kind.offset, f"{quote(kind.text)} is no kind of requirement: {instead(kind.text, kinds)}"
            )
            return BAD
        return BAD if more else _of_kind(kinds[kind.text], kind, options, reading)

    return parse_item


def _of_kind(cls: type[Requirement], kind: ScalarNode, options: Node, reading: Reading) -> Any:
    """A requirement; without an `id` of its own it goes by the name of its kind."""
    if isinstance(options, RefusedNode):
        return BAD
    if isinstance(options, ScalarNode) and options.plain and not options.text:
        options = MapNode((), kind.offset)
    if not isinstance(options, MapNode):
        keys = ", ".join(shape(cls))
        reading.fault(options.offset, f"the options of {quote(kind.text)} must be a group of keys: {keys}")
        return BAD
    found = build(cls, options, quote(kind.text), reading, {"id": _ID})
    return replace(found, id=found.id or kind.text) if isinstance(found, Requirement) else BAD


def _check_ids(root: MapNode, reading: Reading) -> None:
    """Report ids that stand twice, and verdicts expected of requirements that are not there."""
    requirements = list(_requirement_ids(root.get("requirements")))
    _check_unique(requirements, "requirement", reading)
    examples = list(_example_ids(root.get("examples")))
    _check_unique([found for _, found in examples if found], "example", reading)
    known = {name: None for name, _ in requirements}
    for node, _ in examples:
        expect = node.get("expect")
        for key, _ in expect.entries if isinstance(expect, MapNode) else ():
            if key.text not in known:
                reading.fault(
                    key.offset, f"no requirement has the id {quote(key.text)}: {instead(key.text, known)}"
                )


_Named = tuple[str, int]
"""An id and the offset of what it names."""


def _check_unique(named: list[_Named], what: str, reading: Reading) -> None:
    seen: set[str] = set()
    for name, offset in named:
        if name in seen:
            reading.fault(offset, f"a second {what} with the id {quote(name)}: give each an `id` of its own")
        seen.add(name)


def _requirement_ids(node: Node | None) -> Iterator[_Named]:
    """The ids of all requirements, whether or not the rest of each is in order."""
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, MapNode) and item.entries:
            kind, options = item.entries[0]
            own = options.get("id") if isinstance(options, MapNode) else None
            yield (own.text, own.offset) if isinstance(own, ScalarNode) else (kind.text, kind.offset)


def _example_ids(node: Node | None) -> Iterator[tuple[MapNode, _Named | None]]:
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, MapNode):
            own = item.get("id")
            yield item, (own.text, own.offset) if isinstance(own, ScalarNode) else None
