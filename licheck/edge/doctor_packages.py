"""Which packages licheck asks for, and which of them are installed, by the metadata of the installation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from typing import NamedTuple

DISTRIBUTION = "licheck-syndication"

_ASKED = re.compile(r"\s*([\w.-]+)([^;]*)(?:;\s*(.*))?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([\w-]+)["']""")


class Package(NamedTuple):
    """A package that is asked for. `asked` is its name with the versions that will do, `version` the one that is
    installed (empty: none), `extra` the extra that it belongs to (empty: none).
    """

    name: str
    asked: str
    version: str
    extra: str = ""


def packages() -> Iterator[Package]:
    """The packages, in the order of the metadata; none where there is no metadata (a copy that was not installed)."""
    try:
        asked = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return
    for line in asked:
        found = _ASKED.match(line)
        if found:
            name, versions, when = found.groups()
            extra = _EXTRA.search(when or "")
            yield Package(name, name + versions.strip(), _installed(name), extra[1] if extra else "")


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
