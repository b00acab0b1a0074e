"""YAML -> nodes with their positions: nothing but keys, lists and texts.

Every scalar stays the text that was written (`NO`, `12:30`, `1.10`): the field it belongs to parses it.
Refused, each with its place: tags, anchors, aliases, merge keys, directives, duplicate keys, keys that
are no words, a second document, control characters, more than 1 MB, 40 levels or 20,000 nodes.

The nodes are built here from the parser's events, one at a time, and not by PyYAML's composer: that one
recurses, and with the C loader 100,000 `[` crash the process. Reading events stops at the 41st level
before anything can pile up, and no bracket in a quoted text or a comment is taken for a level (measured on
1 MB of forty hostile shapes: at most 0.7 s, all of them linear).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import yaml

from licheck.rulesets.events import events, mark_offset
from licheck.rulesets.nodes import Entry, ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.reading import Reading, forbidden
from licheck.rulesets.words import quote

MAX_DEPTH: Final = 40  # levels; a sensible rule file has seven
MAX_NODES: Final = 20_000  # keys, texts, lists and groups; the longest shipped file has under 500


def parse(reading: Reading) -> Node | None:
    """The one document in `reading.text`; None for an empty one.

    What is refused becomes a fault. Raises RuleSetError for what is no YAML or too deep, with all faults
    found before it.
    """
    builder = _Builder(reading)
    for event in events(reading):
        builder.take(event)
    return builder.root


@dataclass
class _Open:
    """A list or a group of keys that is being read. `key` is the key that waits for its value."""

    is_map: bool
    offset: int
    refused: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    key: Node | None = None


class _Builder:
    """Puts events together. `root` is the finished document."""

    def __init__(self, reading: Reading) -> None:
        self.root: Node | None = None
        self._reading = reading
        self._open: list[_Open] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        offset = mark_offset(self._reading, event.start_mark)
        match event:
            case yaml.DocumentStartEvent():
                self._document(event, offset)
            case yaml.AliasEvent():
                self._reading.fault(
                    offset, f"aliases ({quote(f'*{event.anchor}')}) are not allowed: write it out"
                )
                self._add(RefusedNode(offset))
            case yaml.ScalarEvent():
                self._add(self._scalar(event, offset))
            case yaml.CollectionStartEvent():
                self._begin(event, offset)
            case yaml.CollectionEndEvent():
                self._end()

    def _document(self, event: yaml.DocumentStartEvent, offset: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._reading.fail(offset, "a second document begins here; one file holds one rule set")
        if event.version or event.tags:
            self._reading.fault(offset, "directives (% lines) are not allowed")

    def _marked(self, event: yaml.NodeEvent, tag: str | None, offset: int) -> bool:
        """Whether a node carries a tag or an anchor, both refused."""
        if event.anchor is not None:
            self._reading.fault(offset, f"anchors ({quote(f'&{event.anchor}')}) are not allowed")
        if tag is not None:
            self._reading.fault(
                offset, f"tags ({quote(tag)}) are not allowed; put a text that begins with ! in quotes"
            )
        return event.anchor is not None or tag is not None

    def _scalar(self, event: yaml.ScalarEvent, offset: int) -> Node:
        if self._marked(event, event.tag, offset):
            return RefusedNode(offset)
        bad = next(forbidden(event.value), None)
        if bad:
            self._reading.fault(
                offset, f"the invisible character U+{ord(bad.group()):04X} in this text must go"
            )
            return RefusedNode(offset)
        text = event.value.rstrip("\n") if event.style in ("|", ">") else event.value
        return ScalarNode(text, offset, plain=not event.style)

    def _begin(self, event: yaml.CollectionStartEvent, offset: int) -> None:
        if len(self._open) == MAX_DEPTH:
            self._reading.fail(offset, f"lists and keys are nested more than {MAX_DEPTH} levels deep")
        refused = self._marked(event, event.tag, offset)
        self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), offset, refused))

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.refused:
            self._add(RefusedNode(closed.offset))
        elif closed.is_map:
            self._add(MapNode(tuple(closed.entries), closed.offset))
        else:
            self._add(ListNode(tuple(closed.items), closed.offset))

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._reading.fail(node.offset, f"the file holds more than {MAX_NODES:,} keys and values")
        if not self._open:
            self.root = node
            return
        holder = self._open[-1]
        if not holder.is_map:
            holder.items.append(node)
        elif holder.key is None:
            holder.key = node
        else:
            self._entry(holder, holder.key, node)
            holder.key = None

    def _entry(self, holder: _Open, key: Node, value: Node) -> None:
        """Take a key with its value into its group, unless the key is refused."""
        if isinstance(key, RefusedNode):
            return
        if not isinstance(key, ScalarNode):
            self._reading.fault(
                key.offset, "a key must be a word; put a text that begins with { or [ in quotes"
            )
        elif not key.text.strip():
            self._reading.fault(key.offset, "a key is missing before this colon")
        elif key.plain and key.text == "<<":
            self._reading.fault(key.offset, "merge keys (<<) are not allowed: write the keys out")
        elif key.text in holder.names:
            self._reading.fault(key.offset, f"the key {quote(key.text)} stands here twice")
        else:
            holder.names.add(key.text)
            if isinstance(value, ScalarNode) and value.plain and not value.text:
                value = value._replace(offset=key.offset)  # nothing stands there: point at what lacks it
            holder.entries.append(Entry(key, value))
