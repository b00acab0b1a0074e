"""Nodes -> values: small parsers, and how larger ones are put together from them.

A parser says what is wrong where it is wrong, and what it would have taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from licheck.rulesets.forms import LANGUAGE
from licheck.rulesets.nodes import ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.reading import Reading
from licheck.rulesets.words import instead, quote

T = TypeVar("T")
_LANGUAGE: Final = re.compile(LANGUAGE)

BAD: Final = object()
"""What a parser gives for a node that it has reported (or that was reported before)."""

Parser = Callable[[Node, str, Reading], Any]
"""(node, the name of its key, the reading that takes faults) -> value or BAD"""


def scalar(node: Node, name: str, wanted: str, reading: Reading) -> ScalarNode | None:
    """The node if it is a text with something in it; else None, and a fault."""
    if isinstance(node, RefusedNode):
        return None
    if not isinstance(node, ScalarNode):
        found = "a list" if isinstance(node, ListNode) else "a group of keys"
        quotes = reading.text[node.offset : node.offset + 1] in ("{", "[")
        hint = "; put a text that begins with { or [ in quotes" if quotes else ""
        reading.fault(node.offset, f"{quote(name)} must be {wanted}, not {found}{hint}")
        return None
    if not node.text.strip():
        reading.fault(node.offset, f"{quote(name)} has no value; write {wanted}, or leave the key out")
        return None
    return node


def text(node: Node, name: str, reading: Reading) -> Any:
    """The parser for any text."""
    found = scalar(node, name, "a text", reading)
    return BAD if found is None else found.text


def converted(wanted: str, convert: Callable[[str], object]) -> Parser:
    """A parser for texts that `convert` takes; the sentence of its ValueError is the fault."""

    def parse(node: Node, name: str, reading: Reading) -> Any:
        found = scalar(node, name, wanted, reading)
        if found is None:
            return BAD
        try:
            return convert(found.text)
        except ValueError as error:
            usual = f"{quote(name)} must be {wanted}, not {quote(found.text)}"
            reading.fault(node.offset, f"{quote(name)}: {error}" if error.args else usual)
            return BAD

    return parse


def matching(wanted: str, form: re.Pattern[str], convert: Callable[[str], object]) -> Parser:
    """A parser for texts of one form; what `convert` refuses is reported as not being of that form."""

    def checked(text: str) -> object:
        if not form.fullmatch(text):
            raise ValueError
        try:
            return convert(text)
        except ValueError:
            raise ValueError from None  # "day is out of range for month" and the like

    return converted(wanted, checked)


def words(meanings: Mapping[str, T]) -> Parser:
    """A parser for one of a few words; it gives what the word means."""

    def parse(node: Node, name: str, reading: Reading) -> Any:
        found = scalar(node, name, "one of " + ", ".join(meanings), reading)
        if found is None:
            return BAD
        if found.text not in meanings:
            allowed = instead(found.text, meanings)
            reading.fault(node.offset, f"{quote(found.text)} is no value of {quote(name)}: {allowed}")
            return BAD
        return meanings[found.text]

    return parse


def word(*allowed: str) -> Parser:
    """A parser for one of a few words, kept as text."""
    return words({name: name for name in allowed})


def form(wanted: str, pattern: str, convert: Callable[[str], str] = str) -> Parser:
    """A parser for texts that match a whole pattern; it gives what `convert` makes of them."""
    return matching(wanted, re.compile(pattern), convert)


def listing(each: Parser, least: int = 0) -> Parser:
    """A parser for a list of at least `least` items, which `each` parses; it gives a tuple."""

    def parse(node: Node, name: str, reading: Reading) -> Any:
        if isinstance(node, RefusedNode):
            return BAD
        if not isinstance(node, ListNode):
            reading.fault(node.offset, f"{quote(name)} must be a list: begin each item with `- `")
            return BAD
        if len(node.items) < least:
            reading.fault(node.offset, f"{quote(name)} needs at least {least} item{'s'[: least > 1]}")
            return BAD
        values = [each(item, name, reading) for item in node.items]
        return BAD if any(value is BAD for value in values) else tuple(values)

    return parse


def table(each: Parser, told: str = "must be a group of keys, each with its value ({} for none)") -> Parser:
    """A parser for free keys whose values `each` parses; it gives a dict. `told` is said of what is none."""

    def parse(node: Node, name: str, reading: Reading) -> Any:
        if isinstance(node, RefusedNode):
            return BAD
        if not isinstance(node, MapNode):
            reading.fault(node.offset, f"{quote(name)} {told}")
            return BAD
        values = {key.text: each(value, key.text, reading) for key, value in node.entries}
        return BAD if any(value is BAD for value in values.values()) else values

    return parse


def by_language(each: Parser) -> Parser:
    """A parser for sentences by their language, at least one, which `each` parses; it gives a dict of tuples."""
    each_list = table(
        listing(each, least=1), "must be sentences by their language: `en:`, and below it a list of them"
    )

    def parse(node: Node, name: str, reading: Reading) -> Any:
        sound = not isinstance(node, MapNode) or _are_by_language(node, name, reading)
        values = each_list(node, name, reading)
        return values if sound else BAD

    return parse


def _are_by_language(node: MapNode, name: str, reading: Reading) -> bool:
    """Whether there are keys and each is a language; what is wrong becomes a fault."""
    if not node.entries:
        reading.fault(node.offset, f"{quote(name)} has no sentence; write one, or leave the key out")
    wrong = [key for key, _ in node.entries if not _LANGUAGE.fullmatch(key.text)]
    for key in wrong:
        reading.fault(key.offset, f"{quote(key.text)} is no language of {quote(name)}: write one such as en")
    return bool(node.entries) and not wrong
