"""Front matter (YAML, TOML or JSON above a Markdown story) -> metadata with positions. Never raises.

What cannot be read is a note, and the metadata stays empty: a story is not refused for its header.
Nothing is executed, no tag is looked at, and aliases are refused. The usual names of Hugo, Jekyll,
Eleventy, Astro and Zola sites are mapped to those of `licheck.model.page.Meta`; others keep their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from licheck.model.page import Meta
from licheck.patterns import pattern

_LONGEST = 64_000  # characters; real front matter has some 500
_DEEPEST = 20
_MOST = 2_000  # values

_YAML = pattern(r"\s*?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TOML = pattern(r"\s*?\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_JSON = pattern(r"\s*?(\{\s*(?:\"|\}).*?^\})[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY_FIRST = pattern(r"(?:\s|#.*|\{)*+[\"']?[\w.-]+[\"']?\s*(?:=|:(?=\s)|\])|\s*\[")
_BEFORE_VALUE = pattern(r"[\s\"'\[]*")

_NAMES = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by", "contributors"), "author"),
    **dict.fromkeys(("date", "published", "pubdate", "publishdate", "datepublished"), "date"),
    **dict.fromkeys(("canonical", "canonicalurl", "original", "originalurl", "sourceurl"), "canonical"),
    **dict.fromkeys(("publisher", "source", "syndicatedfrom", "partner"), "publisher"),
    **dict.fromkeys(("lang", "language", "locale"), "language"),
    **dict.fromkeys(("description", "summary", "dek"), "description"),
    **dict.fromkeys(("license", "licence"), "licence"),
}
# The key of a nested map that holds the value itself: `author: {name: Jane Doe}`.
_SELF = {"canonical": ("url", "href"), "licence": ("name", "id", "url")}
_SELF_USUALLY = ("name", "fullname", "displayname")
_TRANSPARENT = ("params", "extra", "taxonomies")  # where Hugo and Zola keep a site's own keys


class FrontMatter(NamedTuple):
    """`end` is the offset of the body's first line; 0 where there is no front matter."""

    metadata: tuple[Meta, ...] = ()
    end: int = 0
    notes: tuple[str, ...] = ()


class _Leaf(NamedTuple):
    """One value: the keys that lead to it, and its offset."""

    path: tuple[str, ...]
    value: str
    offset: int


class _Unreadable(Exception):
    """Why, as the end of a sentence, and the offset where."""

    def __init__(self, why: str, offset: int = 0) -> None:
        super().__init__(why)
        self.why, self.offset = why, offset


def read(source: str) -> FrontMatter:
    """What stands in the front matter at the top of a text; offsets are into that text."""
    for form, leaves in ((_YAML, _yaml), (_TOML, _toml), (_JSON, _json)):
        if not (found := form.match(source)):
            continue
        start, text = found.start(1), found[1]
        try:
            if len(text) > _LONGEST:
                raise _Unreadable(f"it is longer than {_LONGEST:,} characters")
            values = [leaf._replace(offset=start + leaf.offset) for leaf in leaves(text)]
        except _Unreadable as error:
            if not _KEY_FIRST.match(text):
                return FrontMatter()  # two rulers, and what stands between them is the story
            line = source.count("\n", 0, start + error.offset) + 1
            told = f"The front matter could not be read ({error.why}, line {line}); nothing in it counts."
            return FrontMatter((), found.end(), (told,))
        return FrontMatter(tuple(_metadata(values)), found.end())
    return FrontMatter()


def _metadata(leaves: Iterable[_Leaf]) -> Iterator[Meta]:
    for leaf in leaves:
        value = " ".join(leaf.value.split())
        if value and value not in ("null", "~"):
            yield Meta(_name(leaf.path), value, "front matter", leaf.offset)


def _name(path: tuple[str, ...]) -> str:
    if len(path) > 1 and path[0].lower() in _TRANSPARENT:
        path = path[1:]
    name = _NAMES.get(_plain(path[0]), "")
    if name and (len(path) == 1 or _plain(path[-1]) in _SELF.get(name, _SELF_USUALLY)):
        return name
    return ".".join(path)


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


def _yaml(text: str) -> Iterator[_Leaf]:
    """From the parser's events: its composer recurses, and crashes the process on deep nesting."""
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    walk = _YamlWalk()
    try:
        for event in yaml.parse(text, Loader=loader):
            yield from walk.step(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Unreadable(error.problem or "it is no YAML", mark.index if mark else 0) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        raise _Unreadable("it holds a character that YAML does not allow") from None


class _YamlWalk:
    """Where in the tree the parser is: one key (or None, in a list) for each open map or list."""

    def __init__(self) -> None:
        self._keys: list[str | None] = []
        self._in_map: list[bool] = []
        self._values = 0

    def step(self, event: Any) -> Iterator[_Leaf]:
        """Take one event; yield the value it holds, if it is one."""
        kind, offset = type(event).__name__, event.start_mark.index
        if kind == "AliasEvent":
            raise _Unreadable("it repeats a value by an alias", offset)
        if kind == "ScalarEvent":
            yield from self._scalar(event.value, offset + bool(event.style in ("'", '"')))
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(kind == "MappingStartEvent", offset)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._keys.pop()
            self._in_map.pop()
            self._value_ended()

    def _open(self, is_map: bool, offset: int) -> None:
        if not self._in_map and not is_map:
            raise _Unreadable("it is a list", offset)
        if self._expects_key():
            raise _Unreadable("a key is no word", offset)
        if len(self._in_map) == _DEEPEST:
            raise _Unreadable("it is nested too deeply", offset)
        self._in_map.append(is_map)
        self._keys.append(None)

    def _expects_key(self) -> bool:
        return bool(self._in_map) and self._in_map[-1] and self._keys[-1] is None

    def _scalar(self, value: str, offset: int) -> Iterator[_Leaf]:
        if not self._in_map:
            raise _Unreadable("it has no keys", offset)
        if self._expects_key():
            self._keys[-1] = value
            return
        self._values += 1
        if self._values > _MOST:
            raise _Unreadable(f"it holds more than {_MOST:,} values", offset)
        yield _Leaf(tuple(key for key in self._keys if key is not None), value, offset)
        self._value_ended()

    def _value_ended(self) -> None:
        if self._in_map and self._in_map[-1]:
            self._keys[-1] = None


def _toml(text: str) -> Iterator[_Leaf]:
    import tomllib

    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _Unreadable(*_where(text, error)) from None
    return _placed(text, _values(tree, ()))


def _json(text: str) -> Iterator[_Leaf]:
    import json

    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _Unreadable(*_where(text, error)) from None
    return _placed(text, _values(tree, ()))


def _where(text: str, error: Exception) -> tuple[str, int]:
    """What a parser said, and the offset: it names the line in its message."""
    line = re.search(r"line (\d+)", str(error))
    lines = text.split("\n")[: int(line[1]) - 1] if line else []
    return "it is not well formed", sum(len(line) + 1 for line in lines)


def _values(tree: Any, path: tuple[str, ...], depth: int = 0) -> Iterator[tuple[tuple[str, ...], str]]:
    """All values with the keys that lead to them, in the order of the text."""
    if depth > _DEEPEST:
        raise _Unreadable("it is nested too deeply")
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _values(value, (*path, _well_formed(key)), depth + 1)
    elif isinstance(tree, list):
        for value in tree:
            yield from _values(value, path, depth + 1)
    elif tree is not None:
        text = tree.isoformat() if hasattr(tree, "isoformat") else str(tree)
        yield path, _well_formed(text.lower() if isinstance(tree, bool) else text)


def _well_formed(text: str) -> str:
    """Without the half characters that JSON can spell."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _placed(text: str, values: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[_Leaf]:
    """The values with their offsets, which these parsers do not tell: each is looked for behind its key."""
    after = 0
    last: tuple[str, ...] = ()
    for count, (path, value) in enumerate(values):
        if count == _MOST:
            raise _Unreadable(f"it holds more than {_MOST:,} values")
        if path != last:
            key = re.compile(rf"(?<![\w-]){re.escape(path[-1])}[\"']?\s*[=:\]]")
            found = key.search(text, after) or key.search(text)
            after, last = found.end() if found else after, path
        at = text.find(value, after)
        if at >= 0:
            yield _Leaf(path, value, at)
            after = at + len(value)
        else:  # written in another way, with an escape say
            begin = _BEFORE_VALUE.match(text, after)
            yield _Leaf(path, value, begin.end() if begin else after)
