"""`[tool.licheck]` of a pyproject.toml -> the nodes that YAML gives too, with their places.

Python's TOML parser tells no places: each key is looked for behind the one before it.
"""

from __future__ import annotations

import re
from typing import Any

from licheck.patterns import pattern
from licheck.rulesets.nodes import Entry, ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.reading import Reading, forbidden

_TABLE = pattern(r"""^[ \t]*\[{1,2}[ \t]*tool[ \t]*\.[ \t]*["']?licheck["']?[ \t]*[\].]""", re.M)
_AT = pattern(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_DEEPEST = 40  # levels, as in YAML


def toml_nodes(reading: Reading) -> MapNode | None:
    """The table's keys and values; None where there is no such table. Raises RuleSetError for what is no TOML."""
    import tomllib

    begins = _TABLE.search(reading.text)
    if begins is None:
        return None
    try:
        tree = tomllib.loads(reading.text)
        found = tree["tool"]["licheck"]
    except tomllib.TOMLDecodeError as error:
        reading.fail(_offset(reading.text, str(error)), f"not valid TOML: {_AT.sub('', str(error)).strip()}")
    except (KeyError, TypeError, RecursionError, ValueError):
        return None  # the words stand in a text, not at the head of a table
    if not isinstance(found, dict):
        return None
    node = _Nodes(reading, begins.end()).node(found, 0)
    return node if isinstance(node, MapNode) else None


def _offset(text: str, message: str) -> int:
    at = _AT.search(message)
    if at is None or at[1] is None:
        return len(text)
    lines = text.split("\n")[: int(at[1]) - 1]
    return min(len(text), sum(len(line) + 1 for line in lines) + int(at[2]) - 1)


class _Nodes:
    """Turns values into nodes, in the order of the text."""

    def __init__(self, reading: Reading, at: int) -> None:
        self._reading = reading
        self._at = at

    def node(self, value: Any, depth: int) -> Node:
        if depth > _DEEPEST:
            self._reading.fail(self._at, f"nested more than {_DEEPEST} levels deep")
        if isinstance(value, dict):
            begins = self._at
            entries = tuple(Entry(self._key(key), self.node(each, depth + 1)) for key, each in value.items())
            return MapNode(entries, entries[0].key.offset if entries else begins)
        if isinstance(value, list):
            begins = self._at
            return ListNode(tuple(self.node(each, depth + 1) for each in value), begins)
        return self._text(value)

    def _key(self, name: str) -> ScalarNode:
        found = re.compile(rf"(?<![\w-])[\"']?{re.escape(name)}[\"']?[ \t]*[=.\]]").search(
            self._reading.text, self._at
        )
        offset = found.start() if found else self._at
        self._at = found.end() if found else self._at
        return ScalarNode(name, offset, plain=True)

    def _text(self, value: Any) -> Node:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        offset = self._reading.text.find(text, self._at) if text else -1
        if offset >= 0:
            self._at = offset + len(text)
        else:
            offset = self._at
        if bad := next(forbidden(text), None):
            self._reading.fault(
                offset, f"the invisible character U+{ord(bad.group()):04X} in this text must go"
            )
            return RefusedNode(offset)
        return ScalarNode(text, offset, plain=False)
