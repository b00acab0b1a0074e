"""A rule file -> RuleSet, or all of its faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

from licheck.model.finding import Verdict
from licheck.model.requirement import Requirement
from licheck.model.ruleset import Example, Publisher, RuleSet, Source
from licheck.model.template import Template
from licheck.rulesets import forms
from licheck.rulesets.extend import Base, extended
from licheck.rulesets.fields import build, record, shape
from licheck.rulesets.ids import check_ids
from licheck.rulesets.nodes import ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.parsers import BAD, Parser, converted, form, listing, table, word, words
from licheck.rulesets.reading import Reading, decode, start
from licheck.rulesets.trial import try_patterns
from licheck.rulesets.words import instead, quote
from licheck.text import fold

__all__ = ["Kinds", "decode", "load"]

Kinds = Mapping[str, type[Requirement]]
"""All kinds of requirements there are, by the name that a rule file uses."""

_GIVEN: Final = ("path",)  # fields of RuleSet that are no keys of a file

_HEAD: Final = "head"  # of the document
_ID = form("small letters, digits, - and _", forms.ID)
_HOST = form("a host name such as example.org (no https://, no path)", forms.HOST, str.lower)
_WORDING = converted("a wording", lambda text: Template(text).text)
_VERDICT = word(*(verdict.value for verdict in Verdict))


def load(path: str, text: str, kinds: Kinds, *, tried: bool = False, base: Base | None = None) -> RuleSet:
    """The rule set in the text of a rule file (see `decode` for its bytes). `path` is for messages.

    `base` gives the rule set that this one extends, by its id; it raises LicheckError where there is none.

    `tried` says that the file's patterns need not be compiled and tried again (15 ms, most of it for
    importing `regex`): true of the shipped files, whose patterns the tests try.

    Raises RuleSetError with everything that is wrong, each fault with line, column and what is allowed;
    only what is no YAML at all ends the search at once. Runs in linear time: no file takes over 5 s.
    """
    from licheck.rulesets.yaml_nodes import parse  # YAML costs 20 ms, and compiled rule files need none

    reading = start(path, text)
    root = parse(reading)
    return of_nodes(path, root, reading, kinds, tried=tried, base=base)


def of_nodes(
    path: str,
    root: Node | None,
    reading: Reading,
    kinds: Kinds,
    *,
    tried: bool = False,
    base: Base | None = None,
) -> RuleSet:
    """The rule set in the nodes of a rule file; else as `load`. `reading` has what is wrong with them so far."""
    rule_set = _rule_set(root, kinds, reading)
    if isinstance(root, MapNode):
        check_ids(root, reading)
    if not tried:
        try_patterns(reading)
    if isinstance(root, MapNode):
        rule_set = extended(rule_set, root, base, reading)
    reading.raise_if_any()
    return replace(cast("RuleSet", rule_set), path=path)


def _rule_set(root: Node | None, kinds: Kinds, reading: Reading) -> Any:
    """A RuleSet, or BAD where a fault was reported."""
    if isinstance(root, RefusedNode):
        return BAD
    if not isinstance(root, MapNode):
        keys = ", ".join([*(key for key, field in shape(RuleSet).items() if field.required), "requirements"])
        empty = root is None or (isinstance(root, ScalarNode) and not root.text)
        what = "the file is empty" if empty else "this is no group of keys"
        reading.fault(0 if root is None else root.offset, f"{what}; a rule file has at least the keys {keys}")
        return BAD
    special = {
        "id": _ID,
        "publisher": _publisher,
        "sources": listing(record(Source, {"seen": word(*forms.SEEN)}), least=1),
        "credits": listing(_WORDING),
        "requirements": listing(_requirement(kinds), least=1),
        "extends": _ID,
        "without": listing(_ID),
        "languages": listing(form("a language such as en", forms.LANGUAGE)),
        "examples": listing(record(Example, EXAMPLE)),
    }
    return build(RuleSet, root, "the rule file", reading, special, leave_out=_GIVEN)


EXAMPLE: Final[Mapping[str, Parser]] = {
    "id": _ID,
    "expect": table(_VERDICT),
    "format": word(*forms.FORMATS),
    "medium": word(*forms.MEDIA),
}
"""The fields of an example whose type alone does not tell enough."""


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
        return BAD if more else _of_kind(kinds[kind.text], kind, options, kinds, reading)

    return parse_item


def _place(cls: type[Requirement], kinds: Kinds) -> Parser:
    """The parser for a place. A reader sees nothing of the head of the document: the kinds that look there say so themselves."""
    named = words({place.value: place for place in cls.places})

    def parse(node: Node, name: str, reading: Reading) -> Any:
        if not isinstance(node, ScalarNode) or node.text != _HEAD:
            return named(node, name, reading)
        there = ", ".join(kind for kind in kinds if kinds[kind].in_head)
        told = f"{quote(_HEAD)} is no value of {quote(name)}: what a reader is to see cannot stand in the head of the document"
        reading.fault(node.offset, f"{told}; of all kinds only {there} look there, and need no place")
        return BAD

    return parse


def _of_kind(cls: type[Requirement], kind: ScalarNode, options: Node, kinds: Kinds, reading: Reading) -> Any:
    """A requirement; without an `id` of its own it goes by the name of its kind."""
    if isinstance(options, RefusedNode):
        return BAD
    if isinstance(options, ScalarNode) and options.plain and not options.text:
        options = MapNode((), kind.offset)
    if not isinstance(options, MapNode):
        keys = ", ".join(shape(cls))
        reading.fault(options.offset, f"the options of {quote(kind.text)} must be a group of keys: {keys}")
        return BAD
    special: dict[str, Parser] = {"id": _ID}
    special |= {name: listing(_requirement(kinds), least=1) for name in cls.nested}
    special["place"] = _place(cls, kinds)
    found = build(cls, options, quote(kind.text), reading, special)
    return replace(found, id=found.id or kind.text) if isinstance(found, Requirement) else BAD
