"""What makes this program the same one: an answer of another one is none of ours."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from licheck import __version__
from licheck.edge.cache_hash import digest, joined
from licheck.edge.cache_place import cache_folder
from licheck.rulesets.shipped import folder as rules_folder

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The packages by which pages and pictures are read. Without those for pictures, a logo is a doubt that must not be kept.
_USED = (
    "beautifulsoup4",
    "markdown_it_py",
    "pillow",
    "pyyaml",
    "rapidfuzz",
    "regex",
    "resvg_py",
    "turbohtml",
)
_LEFT_OUT = ("__pycache__", "examples", "_rules")  # folders: made from the code, and what a check never reads
_SETTLED = 2_000_000_000  # nanoseconds: a file that was changed since could change again and look the same


class _File(NamedTuple):
    """A file of ours. `name` is the same wherever licheck is installed. `changed` and `touched` are nanoseconds: the time
    that is told of its last change can be set by whoever changes it, that of the last touch cannot.
    """

    name: str
    path: str
    size: int
    changed: int
    touched: int
    number: int


def program() -> str:
    """What an answer of licheck depends on beside its input: its own code and rules, Python, the packages it uses.

    Code and rules count by what is in them, so that machines with the same ones agree. They are read once: what they
    come to is kept beside their sizes, times and numbers, as git does, and for as long as these stay. Raises OSError.
    """
    files = sorted(_files())
    stamp = joined(repr(files).encode("utf-8", "surrogateescape"))
    folder = cache_folder()
    code = _kept(folder, stamp) if folder else ""
    if not code:
        code = _read(files)
        if folder and max(max(file.changed, file.touched) for file in files) < time.time_ns() - _SETTLED:
            _keep(folder, stamp, code)
    return "\n".join((__version__, sys.version, *sorted(_packages()), code))


def _files() -> Iterator[_File]:
    yield from _below(_PACKAGE, "licheck/")
    yield from _below(rules_folder(), "rules/")


def _below(folder: str, name: str) -> Iterator[_File]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                status = entry.stat()
                times = status.st_mtime_ns, status.st_ctime_ns
                yield _File(name + entry.name, entry.path, status.st_size, *times, status.st_ino)
            elif entry.name not in _LEFT_OUT:
                yield from _below(entry.path, f"{name}{entry.name}/")


def _read(files: Sequence[_File]) -> str:
    """What is in the files, in short."""
    return joined(*(part for file in files for part in (file.name.encode(), _bytes(file.path))))


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _kept(folder: str, stamp: str) -> str:
    """What the files with this stamp come to; empty where that is not kept."""
    try:
        code, _, check = _bytes(_place(folder)).decode("ascii").partition(" ")
    except (OSError, ValueError):
        return ""
    return code if check == digest(f"{code} {stamp}".encode()) else ""


def _keep(folder: str, stamp: str, code: str) -> None:
    with suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        beside = f"{_place(folder)}.{os.getpid()}"
        with open(beside, "wb") as file:
            file.write(f"{code} {digest(f'{code} {stamp}'.encode())}".encode())
        os.replace(beside, _place(folder))


def _place(folder: str) -> str:
    """The file for the licheck that stands here; others, in other places, have their own."""
    return os.path.join(folder, f"program-{digest(_PACKAGE.encode('utf-8', 'surrogateescape'))}")


def _packages() -> set[str]:
    """The packages that pages are read with, with their versions, as the folders of their metadata are named."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found.update(
            name.lower() for name in names if name.endswith(".dist-info") and name.lower().startswith(_USED)
        )
    return found
