"""`licheck init` looks around: what makes this site, where its stories lie, which of them seem to be republications.

Files are looked at as lines of bytes, and nothing of them is run or parsed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from licheck.edge import files
from licheck.edge.settings_find import pages_below
from licheck.errors import InputError

MOST = 5_000  # files whose front matter is looked at
FOLDERS = (
    "republished",
    "republications",
    "republication",
    "reprints",
    "syndicated",
    "syndication",
    "partners",
    "wire",
)
KEYS = (
    *("syndicated_from", "republished_from", "republished", "syndicated", "syndication"),
    *("original_publisher", "original_url", "originally_published", "source_url"),
)
"""Keys of front matter that only republications have. A canonical address is none: own stories have one too."""

_HEAD = 16_000  # bytes in which front matter stands
_KEY = re.compile(rb"^(%s)\s*[:=]" % "|".join(KEYS).encode(), re.M)
_OURS = re.compile(rb"^licheck:\s*(\{.*publisher|\r?$)", re.M)
_ADDRESS = re.compile(r"""^\s*(?:baseURL|url|site)\s*[:=]\s*["']?https?://([\w.-]+\.[\w-]+)""", re.M | re.I)
_TITLE = re.compile(r"""^title\s*[:=]\s*(["']?)([^"'\n#]{1,80}?)\1\s*$""", re.M)


class Maker(NamedTuple):
    """A site generator: the files that tell it, and the folders in which its stories usually lie, best first."""

    name: str
    tells: tuple[str, ...]
    stories: tuple[str, ...]


_SCRIPT = ("js", "mjs", "cjs", "ts", "mts")
MAKERS = (
    Maker(
        "Hugo",
        (*(f"hugo.{suffix}" for suffix in ("toml", "yaml", "yml", "json")), "config/_default", "archetypes"),
        ("content",),
    ),
    Maker("Astro", tuple(f"astro.config.{suffix}" for suffix in _SCRIPT), ("src/content", "src/pages")),
    Maker(
        "Eleventy",
        (".eleventy.js", *(f"eleventy.config.{suffix}" for suffix in _SCRIPT)),
        ("content", "src/posts", "posts", "src"),
    ),
    Maker("Jekyll", ("_config.yml", "_config.yaml"), ("_posts",)),
)
PLAIN = Maker("plain HTML", (), ())


class Site(NamedTuple):
    """What was found. `stories` is the folder of the stories (empty: anywhere), `files` globs and `keys` keys of
    front matter that seem to tell republications, `name` and `domain` the site's own. Empty: not known.
    """

    maker: str
    stories: str
    files: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    name: str = ""
    domain: str = ""


def look(folder: str) -> Site:
    """What kind of site lies in a folder."""
    maker = next((maker for maker in MAKERS if any(_there(folder, tell) for tell in maker.tells)), None)
    if maker is None:
        maker = MAKERS[0] if _there(folder, "config.toml") and _there(folder, "content") else PLAIN
    stories = next((name for name in maker.stories if _there(folder, name)), "")
    paths = [*islice(_pages(os.path.join(folder, stories)), MOST)]
    told = "".join(_text(os.path.join(folder, name)) for name in (*maker.tells, "config.toml"))
    return Site(
        maker.name,
        stories,
        _folders(folder, paths),
        _keys(paths),
        (match[2].strip() if (match := _TITLE.search(told)) and maker is not PLAIN else ""),
        (match[1].lower() if (match := _ADDRESS.search(told)) else ""),
    )


def _there(folder: str, name: str) -> bool:
    return os.path.exists(os.path.join(folder, *name.split("/")))


def _pages(folder: str) -> Iterator[str]:
    try:
        yield from pages_below(folder)
    except InputError:  # one that may not be read: what was found before it has to do
        return


def _folders(root: str, paths: list[str]) -> tuple[str, ...]:
    """The folders with a telling name, as globs; not those inside one another."""
    found: dict[str, None] = {}
    for path in paths:
        parts = os.path.relpath(os.path.dirname(path), root).split(os.sep)
        for depth, part in enumerate(parts):
            if part.lower() in FOLDERS:
                found["/".join((*parts[: depth + 1], "**"))] = None
                break
    return tuple(found)


def _keys(paths: list[str]) -> tuple[str, ...]:
    """The telling keys that stand in the front matter of any of these files."""
    found: set[str] = set()
    for path in paths:
        head = _front_matter(path)
        found.update(key.decode() for key in _KEY.findall(head))
        if _OURS.search(head):
            found.add("licheck.publisher")
    return tuple(sorted(found))


def _front_matter(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return b""
    fence = head[:3]
    return head[3:].partition(b"\n" + fence)[0] if fence in (b"---", b"+++") else b""


def _text(path: str) -> str:
    """A settings file of the site; empty where there is none, or none of a usual size."""
    try:
        return (
            files.read_input(path, 200_000).decode("utf-8", "replace") + "\n" if os.path.isfile(path) else ""
        )
    except InputError:
        return ""
