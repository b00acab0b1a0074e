"""Which configuration governs a file: the nearest one upwards from the file. Nothing is parsed here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from licheck.edge import files
from licheck.errors import InputError

NAMES = ("licheck.yaml", "licheck.yml")
TOML = "pyproject.toml"
BASELINE = "licheck-baseline.json"

# Suffixes of all formats that can be read (tests hold them against the readers').
PAGES = (
    *(".html", ".htm", ".xhtml", ".xht", ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".txt", ".text"),
    *(".mhtml", ".mht", ".json", ".jsonld", ".ninjs", ".xml", ".rss", ".atom", ".rdf", ".wxr"),
)

_SKIPPED = ("node_modules", "__pycache__")  # folders that hold nobody's stories; hidden ones are skipped too
_HEAD = 65_000  # bytes in which front matter stands


class Settled(NamedTuple):
    """What the settings say of one page.

    `place` is what it is called from wherever one looks. Where a configuration governs it (`trusted`), its own
    waivers count, unless `no_waivers` says why they do not, and an original that it names inside the folder `root`. `listed` is the line that tells which
    files are republications, `declared` that which tells so of this one, `keys` those of front matter that do,
    `rules_from` that which names the rule sets. `name` and `domains` are the republisher's.
    """

    place: str = ""
    trusted: bool = False
    no_waivers: str = ""
    root: str = ""
    listed: str = ""
    declared: str = ""
    keys: tuple[str, ...] = ()
    rules_from: str = ""
    name: str = ""
    domains: tuple[str, ...] = ()


class Home(NamedTuple):
    """Where a file belongs. `config` is its configuration and `baseline` its baseline (empty: none is there),
    `repository` the root of its git repository (empty: it is in none); absolute paths all.
    """

    config: str = ""
    baseline: str = ""
    repository: str = ""

    @property
    def root(self) -> str:
        """The folder from which reports call the file the same, wherever one looks from; empty: none."""
        return os.path.dirname(self.config or self.baseline) or self.repository


class Homes:
    """Homes of files; each folder is looked at once."""

    def __init__(self, named: str = "") -> None:
        """`named`: the one configuration that counts, as the user names it."""
        self._named = os.path.abspath(named) if named else ""
        self._seen: dict[str, Home] = {}

    def of(self, path: str) -> Home:
        """The home of a file, there or not; of standard input that of the current folder."""
        found = self._folder(os.path.dirname(absolute("x" if path == "-" else path)))
        return found._replace(config=self._named) if self._named else found

    def _folder(self, folder: str) -> Home:
        new: list[str] = []  # folders that were not looked at yet, each below the next one
        above = folder
        while above not in self._seen:
            new.append(above)
            here = self._seen[above] = _here(above)
            if here.repository or above == os.path.dirname(above):
                break
            above = os.path.dirname(above)
        found = self._seen[above]
        for each in reversed(new):
            here = self._seen[each]
            found = self._seen[each] = Home(
                here.config or found.config, here.baseline or found.baseline, found.repository
            )
        return found


def absolute(path: str) -> str:
    """An absolute path, symbolic links left as they are; of the part before `#` in `feed.xml#3`."""
    try:
        return os.path.abspath(files.story_in(path)[0])
    except OSError:  # the current folder was removed
        return path


def with_slashes(path: str) -> str:
    """An absolute path as globs and reports write it."""
    return absolute(path).replace(os.sep, "/")


def shown(path: str) -> str:
    """A path for people: seen from the current folder where that is shorter."""
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):  # another drive
        return path
    return near if len(near) < len(path) else path


def _here(folder: str) -> Home:
    config = next((path for name in NAMES if os.path.isfile(path := os.path.join(folder, name))), "")
    toml = os.path.join(folder, TOML)
    if not config and os.path.isfile(toml) and _may_hold_ours(toml):
        config = toml
    baseline = os.path.join(folder, BASELINE)
    repository = folder if os.path.lexists(os.path.join(folder, ".git")) else ""
    return Home(config, baseline if os.path.isfile(baseline) else "", repository)


def _may_hold_ours(path: str) -> bool:
    """Whether a pyproject.toml seems to hold a table for licheck; who reads it will know."""
    try:
        data = files.read_input(path, files.RULES_LIMIT)
    except InputError:
        return False
    lines = (line.replace(b" ", b"").replace(b'"', b"") for line in data.splitlines() if b"licheck" in line)
    return any(line.lstrip(b"\t[").startswith((b"tool.licheck]", b"tool.licheck.")) for line in lines)


def pages_below(folder: str) -> Iterator[str]:
    """All files below a folder that are named like pages, in a fixed order; links to folders are not followed.

    Raises InputError for a folder that cannot be read.
    """
    due = [folder]
    while due:
        below: list[str] = []
        for entry in _entries(due.pop()):
            if entry.name.startswith(".") or entry.name in _SKIPPED:
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            elif entry.name.lower().endswith(PAGES):
                yield entry.path
        due += reversed(below)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise InputError(f"{folder}: the folder could not be read: {why}") from error


def may_name(path: str, keys: tuple[str, ...]) -> bool:
    """Whether the head of a file holds one of these keys at all: a quick look before it is read as a page."""
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(_HEAD) or b""
    except OSError:
        return True  # it will be told that it cannot be read
    return any(key.rpartition(".")[2].encode() in head for key in keys)
