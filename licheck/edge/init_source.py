"""Where hooks and pipelines get licheck from: the git repository that this licheck was installed from, or a named one."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import NamedTuple

from licheck.errors import UsageError

_ADDRESS = re.compile(r"(?:git\+)?(https://[\w.-]+(?::\d+)?/[\w./~-]+|file:///[^\s@'\"$`\\]+)@([\w][\w./-]*)")
_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


class Origin(NamedTuple):
    """A git repository, and a commit or tag of it. Both empty: nobody knows."""

    address: str = ""
    revision: str = ""

    @property
    def on_github(self) -> str:
        """OWNER/NAME of a repository on GitHub; empty for others."""
        found = _GITHUB.fullmatch(self.address)
        return found[1] if found else ""

    def __str__(self) -> str:
        return f"{self.address}@{self.revision}"


def named(text: str) -> Origin:
    """`https://code.example/desk/licheck@v1.2` as it is meant. Raises UsageError."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise UsageError(
            "--source: write the address of a git repository, @, and a tag or commit, as"
            " https://code.example/desk/licheck@v1.2"
        )
    return Origin(found[1], found[2])


def recorded() -> Origin:
    """The git repository that this licheck was installed from, if it was one (https://packaging.python.org, direct_url.json)."""
    try:
        told = json.loads(distribution("licheck-syndication").read_text("direct_url.json") or "")
        return named(f"{told['url']}@{told['vcs_info']['commit_id']}")
    except (PackageNotFoundError, OSError, UsageError, ValueError, KeyError, TypeError):
        return Origin()
