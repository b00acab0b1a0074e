"""The rule sets that come with licheck, compiled: what a page is recognised by, and each file without its YAML.

Read from a file in the user's cache folder that is made anew whenever a rule file is another one (by name, size and
time). It holds what the rule files hold, as JSON: whoever can write there could change a report, and nothing more.
Where it cannot be written, every run reads the YAML.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from functools import cache
from time import time
from typing import TYPE_CHECKING, NamedTuple

from licheck import __version__
from licheck.edge.cache_place import cache_folder
from licheck.errors import LicheckError
from licheck.rulesets.shipped import SUFFIXES, folder, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licheck.rulesets.index import Index
    from licheck.rulesets.nodes import Node

_DAYS = 30  # after which a compiled file of other versions or checkouts goes
_FORM = 2  # of this file: another number where it is laid out otherwise


class Compiled(NamedTuple):
    """What all rule sets are known by, and where the nodes of each stand in `data`, by the path of its file."""

    known: Index
    paths: dict[str, str]  # id -> path
    hosts: dict[str, tuple[str, ...]]  # of each publisher and its counters, by the id of the rule set
    nodes: dict[str, tuple[int, int]]
    data: bytes

    def node(self, path: str) -> Node | None:
        """The nodes of a rule file; None for one that is not there."""
        from licheck.rulesets.nodes import unpacked

        if path not in self.nodes:
            return None
        start, end = self.nodes[path]
        return unpacked(json.loads(self.data[start:end]))


@cache
def compiled() -> Compiled | None:
    """The compiled rule sets; None where one of the files has faults. Raises UsageError where there are none."""
    name = _name()
    place = cache_folder()
    if place:
        with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
            return _opened(_read(os.path.join(place, name)))
    try:
        made = _made(shipped())
    except (LicheckError, ValueError):
        return None
    if place:
        _keep(place, name, made)
    return _opened(made)


def _name() -> str:
    """The name of the compiled file: another one for other rule files. Raises UsageError where there are none."""
    place = folder()
    with os.scandir(place) as entries:
        files = [
            f"{entry.name}:{status.st_size}:{status.st_mtime_ns}"
            for entry in entries
            if entry.name.endswith(SUFFIXES) and (status := entry.stat())
        ]
    text = "\n".join((__version__, str(_FORM), place, *sorted(files))).encode("utf-8", "surrogateescape")
    return f"rules-{zlib.crc32(text):08x}{zlib.adler32(text):08x}.jsonl"


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _opened(data: bytes) -> Compiled:
    from licheck.rulesets.index import Card, Index

    end = data.index(b"\n") + 1
    head = json.loads(data[:end])
    nodes: dict[str, tuple[int, int]] = {}
    paths: dict[str, str] = {}
    at = end
    for name, path, length in head["files"]:
        nodes[path], paths[name] = (at, at + length), path
        at += length
    if at != len(data):
        raise ValueError("cut off")
    cards = [
        Card(name, tuple(map(tuple, words)), tuple(texts), tuple(hosts))
        for name, words, texts, hosts in head["cards"]
    ]
    hosts_of = {one.id: one.hosts for one in cards}
    return Compiled(Index(cards), paths, hosts_of, nodes, data)


def _made(paths: Iterable[str]) -> bytes:
    """The compiled file's bytes. Raises LicheckError where a rule file has faults."""
    from licheck.edge.rule_files import rule_file
    from licheck.rulesets.index import card
    from licheck.rulesets.nodes import packed

    files, lines, cards = [], [], []
    for path in paths:
        found, root = rule_file(path)
        line = json.dumps(packed(root), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        files.append([found.id, path, len(line)])
        lines.append(line)
        if not found.named_only:
            cards.append(card(found))
    head = json.dumps({"files": files, "cards": cards}, ensure_ascii=False, separators=(",", ":"))
    return b"".join((head.encode(), b"\n", *lines))


def _keep(folder: str, name: str, data: bytes) -> None:
    """Write the file in one step; where that fails, the next run tries again."""
    with suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        beside = os.path.join(folder, f".{name}.{os.getpid()}")
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, os.path.join(folder, name))
        _clear(folder)


def _clear(folder: str) -> None:
    """Take away what no run has used for long."""
    oldest = time() - _DAYS * 86_400
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if name.startswith(("rules-", ".rules-")) and os.stat(path).st_mtime < oldest:
            os.unlink(path)
