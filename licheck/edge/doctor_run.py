"""`licheck doctor`: what is installed and where things are kept, in words or as JSON. Nothing is changed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

from licheck import __version__
from licheck.edge import files, rulebook, streams
from licheck.edge.cache_place import VARIABLE, cache_folder
from licheck.edge.doctor_packages import Package, packages
from licheck.edge.originals_place import store_folder
from licheck.edge.run import CheckOptions
from licheck.edge.settings_find import shown
from licheck.edge.settings_plan import Desk
from licheck.edge.workers import Workers
from licheck.errors import LicheckError

EXTRAS = {
    "logos": "pictures are not looked at, and a logo is known by its name only",
    "audit": "`licheck audit` reads no web archives, and nothing from the web",
    "parquet": "`licheck audit` writes no Parquet",
}
"""What is not done without an extra."""


class Told(NamedTuple):
    """One thing that was looked at. `amiss` is what is wrong with it, `advice` what would make it better."""

    name: str
    value: str
    amiss: str = ""
    advice: str = ""


def tell(format: str) -> int:
    """Write what was found. Returns the exit code: 1 where something is amiss, else 0."""
    found = [*_all()]
    if format == "json":
        rows = [told._asdict() for told in found]
        streams.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")
    else:
        streams.write(streams.harmless(_words(found)))
    return 1 if any(told.amiss for told in found) else 0


def _words(found: list[Told]) -> Iterator[str]:
    width = max(len(told.name) for told in found)
    for told in found:
        yield f"{told.name:<{width}}  {told.value}"
    for title, told_of in (("Amiss:", "amiss"), ("What would make it better or faster:", "advice")):
        said = [(told.name, text) for told in found if (text := getattr(told, told_of))]
        if said:
            yield from ("", title, *(f"- {name}: {text}" for name, text in said))
    if not any(told.amiss for told in found):
        yield from ("", "Nothing is amiss.")


def _all() -> Iterator[Told]:
    yield Told("licheck", f"{__version__}, in {_package()}")
    yield _python()
    installed = [*packages()]
    yield from map(_package_told, (package for package in installed if not package.extra))
    yield from _extras(installed)
    yield _rules()
    yield from _settings()
    yield _cache()
    yield _originals()
    yield from _machine()


def _package() -> str:
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _python() -> Told:
    version = ".".join(map(str, sys.version_info[:3]))
    advice = ""
    if sys.dont_write_bytecode:
        advice = "PYTHONDONTWRITEBYTECODE is set: without it, Python keeps what it compiled, and licheck starts faster"
    return Told("Python", f"{version}, {sys.executable}", advice=advice)


def _package_told(package: Package) -> Told:
    if package.version:
        return Told(package.name, package.version)
    return Told(package.name, "not installed", amiss=f"licheck needs {package.asked}: install it")


def _extras(installed: list[Package]) -> Iterator[Told]:
    for extra in dict.fromkeys(package.extra for package in installed if package.extra):
        parts = [package for package in installed if package.extra == extra]
        missing = [package.asked for package in parts if not package.version]
        value = ", ".join(f"{package.name} {package.version or 'not installed'}" for package in parts)
        without = EXTRAS.get(extra, "some things are not done")
        advice = f"without it, {without}. It needs {', '.join(missing)}" if missing else ""
        yield Told(f"extra {extra}", value, advice=advice)


def _rules() -> Told:
    try:
        found = rulebook.shipped()
    except LicheckError as error:
        return Told("rule sets", "none", amiss=str(error))
    return Told("rule sets", f"{len(found)} come with licheck (`licheck rules list`)")


def _settings() -> Iterator[Told]:
    """The configuration that governs the current folder, and what it names."""
    with Workers() as workers:
        desk = Desk(CheckOptions(()), workers)
        home = desk.home(os.path.join(os.curdir, "x"))
        read = desk.files(home.config) if home.config else ()
    if not home.config:
        yield Told("configuration", "none here or above", advice="`licheck init` begins one")
        return
    amiss = "; ".join(error.message for error in desk.errors)
    extends = [file.path for file in (read or ())[1:]]
    yield Told("configuration", ", which extends ".join([shown(home.config), *extends]), amiss=amiss)
    if home.baseline:
        yield Told("baseline", shown(home.baseline))


def _cache() -> Told:
    folder = cache_folder()
    if not folder:
        why = (
            f"{VARIABLE} is set to nothing" if VARIABLE in os.environ else "the user has no folder for caches"
        )
        return Told("cache", "none", advice=f"{why}: with a cache, what did not change takes no time")
    if not _writable(folder):
        return Told(
            "cache",
            folder,
            advice=f"it cannot be written: name a folder that can with {VARIABLE}, and runs are faster",
        )
    size, count = _size(folder)
    return Told("cache", f"{folder}, {count} file{'' if count == 1 else 's'}, {size / 1e6:.1f} MB")


def _writable(folder: str) -> bool:
    """Whether a folder can be written, or made."""
    while not os.path.lexists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return os.path.isdir(folder) and os.access(folder, os.W_OK)


def _size(folder: str) -> tuple[int, int]:
    """The bytes and the number of files in a folder; links are not followed."""
    size = count = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                size += os.lstat(os.path.join(place, name)).st_size
            except OSError:  # gone meanwhile: another run clears up
                continue
            count += 1
    return size, count


def _originals() -> Told:
    folder = store_folder()
    if not folder:
        return Told(
            "originals",
            "no store",
            advice="`licheck originals add` keeps them; with an original, nothing is guessed",
        )
    from licheck.edge.originals_store import Store

    try:
        with Store(folder) as store:
            return Told("originals", f"{shown(folder)}, {store.count()} kept")
    except LicheckError as error:
        return Told("originals", shown(folder), amiss=str(error))


def _machine() -> Iterator[Told]:
    import yaml

    if not getattr(yaml, "__with_libyaml__", False):
        yield Told("libyaml", "not used", advice="this PyYAML lacks it: rule files are read ten times slower")
    cores = os.cpu_count() or 1
    yield Told(
        "processors", str(cores), advice="" if cores > 1 else "with more, pages are judged side by side"
    )
    yield Told("git", _git(), advice="" if _git() != "not found" else "`licheck check --since` needs it")


def _git() -> str:
    name = "git.exe" if os.name == "nt" else "git"
    places = (os.path.join(folder, name) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder)
    return next((place for place in places if files.is_there(place)), "not found")
