"""Adding our entry to a .pre-commit-config.yaml that is there: spliced in, looked at again, or left to a person."""

from __future__ import annotations

import re
from typing import Any

LARGEST = 100_000  # characters; the longest that people write have a few thousand
DEEPEST = 200  # opening brackets, and levels of indentation

_REPOS = re.compile(r"^\ufeff?repos:[ \t]*(#.*)?\r?$", re.M)
_ITEM = re.compile(r"^( *)- ", re.M)
_OUTSIDE = re.compile(r"^(?!-)[^\s#]", re.M)  # where the next key of the file begins
_ALIAS = re.compile(r"(^|[\s\[{,:-])[&*]\w")


def has_hook(text: str) -> bool:
    """Whether a configuration of pre-commit seems to have our hook already."""
    return bool(re.search(r"\bid:\s*[\"']?licheck(-all)?\b", text))


def added(text: str, entry: str) -> str | None:
    """The configuration with one entry more in its list `repos`, all else byte for byte as it is.

    None where that cannot be done for sure: `repos` is no list in lines, or the result, read again, holds anything
    but the old and the new.
    """
    found = [*_REPOS.finditer(text)]
    if len(found) != 1 or not _is_ordinary(text):
        return None
    begin = found[0].end() + 1
    next_key = _OUTSIDE.search(text, begin)
    block = text[begin : next_key.start() if next_key else len(text)]
    item = _ITEM.search(block)
    if item is None:
        return None
    end = begin + len(_without_tail(block))
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [item[1] + line for line in entry.splitlines()]
    before = text[:end] if text[:end].endswith("\n") else text[:end] + newline
    new = before + newline.join(lines) + newline + text[end:]
    return new if _holds_both(text, new, entry) else None


def _without_tail(block: str) -> str:
    """The block up to its last line that says something: what is behind belongs to the next key."""
    lines = block.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return "".join(lines)


def _is_ordinary(text: str) -> bool:
    """Whether to read it is safe: not large, not deep, and nothing in it stands for something else."""
    deep = max((len(line) - len(line.lstrip(" -")) for line in text.splitlines()), default=0)
    brackets = text.count("[") + text.count("{")
    return len(text) <= LARGEST and deep <= DEEPEST and brackets <= DEEPEST and not _ALIAS.search(text)


def _holds_both(old: str, new: str, entry: str) -> bool:
    import yaml

    def read(text: str) -> Any:
        return yaml.safe_load(text.removeprefix("\ufeff"))

    try:
        was, now, ours = read(old), read(new), read(entry)
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    if not isinstance(was, dict) or not isinstance(was.get("repos"), list):
        return False
    return bool(now == {**was, "repos": [*was["repos"], *ours]})
