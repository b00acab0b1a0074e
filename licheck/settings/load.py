"""The text of a configuration file -> its values, or all of its faults at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from licheck.errors import Fault, RuleSetError
from licheck.model.report import FailOn
from licheck.model.republisher import Republisher
from licheck.model.requirement import Medium
from licheck.rulesets.fields import Parsers, build, parser_of, record
from licheck.rulesets.nodes import Entry, ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.parsers import BAD, Parser, converted, form, listing, word
from licheck.rulesets.reading import MAX_BYTES, Reading, decode, start
from licheck.rulesets.yaml_nodes import parse
from licheck.settings.toml import toml_nodes
from licheck.settings.values import File, Granted, Republications, Section, Whole

Resolve = Callable[[str, str], str]
"""(key, what stands there) -> the path meant, or the id of a rule set or name of a format (key `format`) itself.

Raises ValueError, in one sentence, for what is not there or not allowed."""

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
        "sections": listing(record(Section, {**terms, "files": listing(parser_of(str), least=1)})),
    }
    return build(Whole, root, _TITLE, reading, special)


def _terms(resolve: Resolve) -> Parsers:
    """Parsers for the keys that sections have too."""
    return {
        "republisher": record(Republisher, {"domains": listing(_HOST)}),
        "original": _path("original", resolve),
        "originals": _path("originals", resolve),
        "rules": listing(_path("rules", resolve), least=1),
        "medium": word(*(each.value for each in Medium)),
        "fail_on": word(*(each.value for each in FailOn)),
    }


def _path(key: str, resolve: Resolve) -> Parser:
    return converted("a path", partial(resolve, key))


def _report(resolve: Resolve, text: str) -> str:
    """`json:report.json` with its path resolved."""
    name, colon, file = text.partition(":")
    if not name.strip() or (colon and not file.strip()):
        raise ValueError("write a format, or a format and a file, such as json:report.json")
    format = resolve("format", name.strip())
    return f"{format}:{resolve('report', file.strip())}" if colon else format


def _republications(node: Node, name: str, reading: Reading) -> Any:
    """A group of keys, or just the list of globs."""
    if isinstance(node, ListNode):
        node = MapNode((Entry(ScalarNode("files", node.offset, plain=True), node),), node.offset)
    return record(Republications)(node, name, reading)


def _waiver(node: Node, name: str, reading: Reading) -> Any:
    found = record(Granted, {"until": _day}, leave_out=("line",))(node, name, reading)
    return found._replace(line=_line_of(reading, node.offset)) if isinstance(found, Granted) else found


def _day(node: Node, name: str, reading: Reading) -> Any:
    found = parser_of(date)(node, name, reading)
    return found.isoformat() if isinstance(found, date) else found


def _file(path: str, folder: str, found: Whole, root: Node | None, reading: Reading) -> File:
    sections = root.get("sections") if isinstance(root, MapNode) else None
    return File(
        path,
        folder,
        found,
        _lines(root, reading),
        tuple(_lines(item, reading) for item in (sections.items if isinstance(sections, ListNode) else ())),
    )


def _lines(node: Node | None, reading: Reading) -> Mapping[str, int]:
    entries = node.entries if isinstance(node, MapNode) else ()
    return {key.text: _line_of(reading, key.offset) for key, _ in entries}


def _line_of(reading: Reading, offset: int) -> int:
    """The line, from 1, of an offset."""
    return reading.text.count("\n", 0, offset) + 1
