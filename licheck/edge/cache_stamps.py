"""What files are at a moment, in short."""

from __future__ import annotations

import os
from typing import NamedTuple

from licheck.edge import files
from licheck.edge.cache_hash import digest
from licheck.edge.jobs import Source
from licheck.errors import InputError


class Stamp(NamedTuple):
    """A file as it was: its size, the time of its last change in nanoseconds, its number."""

    size: int
    changed: int
    number: int


def stamp_of(path: str) -> Stamp:
    """A file as it is now. Raises OSError."""
    status = os.stat(path)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


class Digests:
    """The bytes of files in short; each file is read once, as long as its stamp stays."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, str]] = {}

    def of(self, source: Source) -> str:
        """The bytes of a source in short (see `digest`). Raises OSError and InputError."""
        if source.data is not None:
            return digest(source.data)
        stamp = stamp_of(source.path)
        if source.path not in self._known or self._known[source.path][0] != stamp:
            self._known[source.path] = stamp, digest(files.read_input(source.path))
        return self._known[source.path][1]

    def of_any(self, path: str) -> str:
        """The bytes of a file in short; empty where there is none that can be read."""
        try:
            return self.of(Source(path))
        except (OSError, ValueError, InputError):
            return ""

    def unchanged(self, *sources: Source | None) -> bool:
        """Whether files are what they were when they were read here, so far as can be seen."""
        try:
            named = (one.path for one in sources if one and one.data is None)
            return all(self._known[path][0] == stamp_of(path) for path in named)
        except (OSError, KeyError):
            return False


def state_of(folder: str) -> bytes:
    """The files of a folder with their sizes and times, as of a store of originals. Raises OSError."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, *stamp_of(entry.path)) for entry in entries if entry.is_file())
    return repr(found).encode()
