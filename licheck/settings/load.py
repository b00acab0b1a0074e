"""The text of a configuration file -> its values, or all of its faults at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Final

from licheck.errors import Fault, RuleSetError
from licheck.rulesets.fields import Parsers, build, record
from licheck.rulesets.nodes import Entry, ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.parsers import BAD, Parser, converted, form, listing
from licheck.rulesets.reading import MAX_BYTES, Reading, decode, start
from licheck.rulesets.yaml_nodes import parse
from licheck.settings import values
from licheck.settings.keys import Republications, Republisher, Section, WaiverKeys, Whole
from licheck.settings.toml import toml_nodes
from licheck.settings.values import File

Resolve = Callable[[str, str], str]
"""(key, what stands there) -> the path meant; raises ValueError, in one sentence, for one that is not allowed."""

TOML: Final = "pyproject.toml"

_TITLE: Final = "the configuration"
_HOST = form("a host name such as example.org (no https://, no path)", r"[\w-]+(\.[\w-]+)+", str.lower)


def load(path: str, data: bytes, folder: str, resolve: Resolve) -> File | None:
    """The configuration in a file's bytes; None for a `pyproject.toml` that holds none.

    `path` is for messages and origins, `folder` as in File. Raises RuleSetError with everything that is wrong.
    """
    if len(data) > MAX_BYTES:
        raise RuleSetError([Fault(path, 1, 1, f"has {len(data):,} bytes; at most {MAX_BYTES:,}")])
    text = decode(path, data)
    if path.endswith(".toml"):
        reading = Reading(path, text.replace("\r\n", "\n"))
        root: Node | None = toml_nodes(reading)
        if root is None:
            return None
    else:
        reading = start(path, text)
        root = parse(reading)
    found = _whole(root, reading, resolve)
    reading.raise_if_any()
    return _file(path, folder, found, root, reading)


def _whole(root: Node | None, reading: Reading, resolve: Resolve) -> Any:
    if root is None or (isinstance(root, ScalarNode) and not root.text):
        return Whole()
    if isinstance(root, RefusedNode):
        return BAD
    if not isinstance(root, MapNode):
        reading.fault(root.offset, "a configuration is a group of keys, such as `fail_on: should`")
        return BAD
    terms = _terms(resolve)
    special: Parsers = {
        **terms,
        "extends": _path("extends", resolve),
        "baseline": _path("baseline", resolve),
        "republications": _republications,
        "report": listing(converted("a format, or format:file", partial(_report, resolve)), least=1),
        "waivers": listing(_waiver),
        "sections": listing(record(Section, terms)),
    }
    return build(Whole, root, _TITLE, reading, special)


def _terms(resolve: Resolve) -> Parsers:
    """Parsers for the keys that sections have too."""
    return {
        "republisher": record(Republisher, {"domains": listing(_HOST)}),
        "original": _path("original", resolve),
        "originals": _path("originals", resolve),
        "rules": listing(_path("rules", resolve), least=1),
    }


def _path(key: str, resolve: Resolve) -> Parser:
    return converted("a path", partial(resolve, key))


def _report(resolve: Resolve, text: str) -> str:
    """`json:report.json` with its path resolved."""
    name, colon, file = text.partition(":")
    if not name.strip() or (colon and not file.strip()):
        raise ValueError("write a format, or a format and a file, such as json:report.json")
    return f"{name.strip()}:{resolve('report', file.strip())}" if colon else name


def _republications(node: Node, name: str, reading: Reading) -> Any:
    """A group of keys, or just the list of globs."""
    if isinstance(node, ListNode):
        node = MapNode((Entry(ScalarNode("files", node.offset, plain=True), node),), node.offset)
    return record(Republications)(node, name, reading)


def _waiver(node: Node, name: str, reading: Reading) -> Any:
    found = record(WaiverKeys)(node, name, reading)
    if isinstance(found, WaiverKeys):
        object.__setattr__(found, "line", line_of(reading, node.offset))
    return found


_PLAIN: Final = {
    Republisher: values.Republisher,
    Republications: values.Republications,
    WaiverKeys: values.Granted,
    Section: values.Section,
    Whole: values.Whole,
}


def _plain(found: Any) -> Any:
    """What was read, as the values that are handed on."""
    if isinstance(found, Enum):
        return found.value
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, tuple):
        return tuple(map(_plain, found))
    if is_dataclass(found):
        return _PLAIN[type(found)](**{each.name: _plain(getattr(found, each.name)) for each in fields(found)})
    return found


def _file(path: str, folder: str, found: Whole, root: Node | None, reading: Reading) -> File:
    sections = root.get("sections") if isinstance(root, MapNode) else None
    return File(
        path,
        folder,
        _plain(found),
        _lines(root, reading),
        tuple(_lines(item, reading) for item in (sections.items if isinstance(sections, ListNode) else ())),
    )


def _lines(node: Node | None, reading: Reading) -> Mapping[str, int]:
    entries = node.entries if isinstance(node, MapNode) else ()
    return {key.text: line_of(reading, key.offset) for key, _ in entries}


def line_of(reading: Reading, offset: int) -> int:
    """The line, from 1, of an offset."""
    return reading.text.count("\n", 0, offset) + 1
