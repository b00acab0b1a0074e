"""Where what was worked out once is kept: the folder of the cache, and what makes this program the same one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from licheck import __version__

VARIABLE = "LICHECK_CACHE"

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_USED = (
    "beautifulsoup4",
    "markdown_it_py",
    "pyyaml",
    "rapidfuzz",
    "regex",
    "turbohtml",
)  # by what pages are read


def cache_folder() -> str:
    """The folder that LICHECK_CACHE names, else `licheck` in the user's folder for caches; empty where there is none.

    LICHECK_CACHE set to nothing means that nothing is kept.
    """
    told = os.environ.get(VARIABLE)
    if told is not None:
        return told and os.path.abspath(told)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(base, "licheck") if os.path.isabs(base) else ""


def program() -> str:
    """What the answer of licheck depends on beside its input: its own code and rules, Python, the packages it uses.

    An installed licheck is known by the checksums of its files, so that two machines agree; one that runs from a
    checkout by the sizes and times of its files, so that a change in the code is seen at once.
    """
    code = _installed() or "\n".join(sorted(_files()))
    return "\n".join((__version__, sys.version, *sorted(_packages()), code))


def _installed() -> str:
    """The checksums that came with the package; empty for a checkout."""
    record = os.path.join(os.path.dirname(_PACKAGE), f"licheck_syndication-{__version__}.dist-info", "RECORD")
    try:
        with open(record, encoding="utf-8") as file:
            return "".join(sorted(line for line in file if line.startswith("licheck/") and "sha256=" in line))
    except (OSError, ValueError):
        return ""


def _files() -> Iterator[str]:
    yield from _below(_PACKAGE)
    yield from _below(os.path.join(os.path.dirname(_PACKAGE), "rules"))


def _below(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        yield from _below(entry.path)
                else:
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
    except OSError:
        return


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
