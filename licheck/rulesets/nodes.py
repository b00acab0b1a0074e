"""What a rule file is made of: nothing but keys, lists and texts, each with its place.

Every text stays as it was written (`NO`, `12:30`, `1.10`): the field it belongs to parses it. Offsets are 0-based
indexes into the text of the file.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class ScalarNode(NamedTuple):
    """A text. `plain` is whether it stands without quotes and is no block (`|`, `>`)."""

    text: str
    offset: int
    plain: bool


class ListNode(NamedTuple):
    """A list (YAML: sequence)."""

    items: tuple[Node, ...]
    offset: int


class MapNode(NamedTuple):
    """Keys with their values (YAML: mapping), in the order of the file, no key twice."""

    entries: tuple[Entry, ...]
    offset: int

    def get(self, name: str) -> Node | None:
        """The value of a key, None where there is none."""
        return next((value for key, value in self.entries if key.text == name), None)


class RefusedNode(NamedTuple):
    """What was refused and named already: nothing more is said about it."""

    offset: int


Node = ScalarNode | ListNode | MapNode | RefusedNode


class Entry(NamedTuple):
    """One key and its value."""

    key: ScalarNode
    value: Node


def packed(node: Node) -> Any:
    """A node as lists, texts and numbers, which JSON can hold; a refused one raises ValueError."""
    match node:
        case ScalarNode():
            return [node.text, node.offset, int(node.plain)]
        case ListNode():
            return ["-", node.offset, [packed(item) for item in node.items], 0]
        case MapNode():
            return [":", node.offset, [[*packed(key), packed(value)] for key, value in node.entries], 0]
    raise ValueError("a rule file with faults is not kept")


def unpacked(value: Any) -> Node:
    """The node that was packed. Raises ValueError or TypeError for what is none."""
    if len(value) == 3:
        text, offset, plain = value
        return ScalarNode(text, offset, bool(plain))
    what, offset, inner, _ = value
    if what == "-":
        return ListNode(tuple(map(unpacked, inner)), offset)
    entries = (Entry(ScalarNode(text, at, bool(plain)), unpacked(under)) for text, at, plain, under in inner)
    return MapNode(tuple(entries), offset)
