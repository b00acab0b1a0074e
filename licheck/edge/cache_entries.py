"""Entries of the cache on the disk: each one file with a checksum, which appears whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from licheck.edge import files
from licheck.edge.cache_hash import blake2b
from licheck.edge.cache_stamps import Stamp, stamp_of

LARGEST = 1 << 18  # bytes of an entry; a report on one page has about 10 kB
FULL = 1 << 20  # bytes in each of 256 folders: 256 MB in all

_FILES = 1_000  # in each folder


class Entries:
    """The entries in a folder, by their keys: 40 hexadecimal digits. None of this ever raises."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What was kept; None where nothing was, or where it is damaged."""
        try:
            with open(self.path(key), "rb", buffering=0) as file:
                data = file.read(LARGEST + 1)
        except (OSError, ValueError):
            return None
        checksum, _, body = data.partition(b"\n")
        return body if len(data) <= LARGEST and checksum == _checksum(body) else None

    def put(self, key: str, body: bytes) -> None:
        """Keep it, if it is not too large."""
        data = _checksum(body) + b"\n" + body
        if len(data) <= LARGEST:
            with suppress(OSError, ValueError):
                self._write(self.path(key), data)

    def path(self, key: str) -> str:
        """The file of an entry."""
        return os.path.join(self._folder, key[:2], key[2:])

    def _write(self, path: str, data: bytes) -> None:
        folder = os.path.dirname(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _make_room(folder, len(data))
        temporary = os.path.join(folder, f".{os.getpid()}-{os.urandom(4).hex()}")
        try:
            handle = os.open(
                temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            try:
                files.write_all(handle, data)
            finally:
                os.close(handle)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()


def _make_room(folder: str, size: int) -> None:
    """Take the oldest entries away where a folder would grow too large."""
    with os.scandir(folder) as entries:
        oldest_first = sorted((stamp.changed, stamp.size, path) for path, stamp in _stamps(entries))
    total, count = sum(each for _, each, _ in oldest_first) + size, len(oldest_first) + 1
    for _, each, path in oldest_first:
        if total <= FULL and count <= _FILES:
            return
        with suppress(OSError):
            os.unlink(path)
        total, count = total - each, count - 1


def _stamps(entries: Iterable[os.DirEntry[str]]) -> Iterator[tuple[str, Stamp]]:
    for entry in entries:
        with suppress(OSError):  # another run took it away
            yield entry.path, stamp_of(entry.path)
