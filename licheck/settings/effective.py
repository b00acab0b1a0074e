"""The settings that hold for one page, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from licheck.model.republisher import NOBODY, Republisher
from licheck.settings.globs import inside, matches
from licheck.settings.values import File, Granted, Republications, Section, Whole

if TYPE_CHECKING:
    from licheck.model.waiver import Waiver

DEFAULT: Final = "default"

_KEYS: Final = (
    *("republications", "republisher", "rules", "profile", "medium", "original", "originals"),
    *("fail_on", "report", "baseline", "waivers_in_pages"),
)


class _Layer(NamedTuple):
    """Values, the lines of those that were given, and what to call their place: `licheck.yaml:3`.

    `number` (from 0) is the section's place in its file, and `section` the glob by which it holds; empty outside.
    """

    values: Whole | Section
    lines: Mapping[str, int]
    path: str
    number: int = -1
    section: str = ""

    @property
    def name(self) -> tuple[str, int, str]:
        """What no other layer is called."""
        return self.path, self.number, self.section

    def origin(self, key: str) -> str:
        return f"{self.path}:{self.lines[key]}" + (f" (section {self.section})" if self.section else "")


class Grant(NamedTuple):
    """A waiver and what it is for: a glob seen from `folder`, a story, or, where both are empty, all pages.

    `page` is the page that it is written in, empty for one of a configuration.
    """

    waiver: Waiver
    glob: str = ""
    story: str = ""
    folder: str = ""
    page: str = ""


class Effective(NamedTuple):
    """All values for one page; `origins` tells for each key where it comes from (`DEFAULT`: nobody said it).

    `medium` and `fail_on` are values of `licheck.model.requirement.Medium` and `licheck.model.report.FailOn`. `declared` tells which line makes the page a republication: empty where none does.
    """

    origins: Mapping[str, str]
    declared: str = ""
    republications: Republications = Republications()
    republisher: Republisher = NOBODY
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: str = "online"
    original: str = ""
    originals: str = ""
    fail_on: str = "must"
    report: tuple[str, ...] = ()
    baseline: str = ""
    waivers_in_pages: bool = True


class Settings:
    """What a configuration says for pages; `files` are the nearest first, then those that it extends.

    A file wins over those that it extends; in a file, sections win over what stands outside, later ones over
    earlier ones. What a key holds is taken as a whole: lists are not added up.
    """

    def __init__(self, files: Sequence[File]) -> None:
        self.files = files
        self._known: dict[tuple[tuple[str, int, str], ...], Effective] = {}

    def of(self, page: str) -> Effective:
        """What holds for a page (an absolute path, with `/`)."""
        layers = [*_layers(self.files, page)]
        names = tuple(layer.name for layer in layers)
        if names not in self._known:
            self._known[names] = _told(layers)
        return self._known[names]._replace(declared=self.declared(page))

    @property
    def republications(self) -> Republications:
        """Which files are republications: no section can tell that."""
        told = (file.values.republications for file in self.files if "republications" in file.lines)
        return next(told, Republications())

    def declared(self, page: str) -> str:
        """Which line makes a page (an absolute path, with `/`) a republication; empty where none does."""
        return _declared(self.files, page)


def effective(files: Sequence[File], page: str) -> Effective:
    """What a configuration says for one page; see `Settings`."""
    return Settings(files).of(page)


def _told(layers: Sequence[_Layer]) -> Effective:
    """What layers say, the strongest first."""
    values: dict[str, Any] = {}
    origins = dict.fromkeys(_KEYS, DEFAULT)
    for layer in layers:
        for key in _KEYS:
            if key in layer.lines and key not in values:
                values[key] = getattr(layer.values, key)
                origins[key] = layer.origin(key)
    return Effective(origins, **values)


def grants(files: Sequence[File]) -> tuple[Grant, ...]:
    """All waivers of a configuration and of what it extends."""
    return tuple(
        Grant(_waiver(file.path, one), one.path, one.story, file.folder)
        for file in files
        for one in file.values.waivers
    )


def _waiver(path: str, one: Granted) -> Waiver:
    from datetime import date

    from licheck.model.waiver import Waiver  # only where there are waivers

    until = date.fromisoformat(one.until)
    return Waiver(one.requirement, one.reason, one.by, until, one.rule_set, path, one.line)


def _layers(files: Sequence[File], page: str) -> Iterator[_Layer]:
    """The strongest first."""
    for file in files:
        seen = inside(file.folder, page)
        sections = enumerate(zip(file.values.sections, file.section_lines, strict=True))
        for number, (section, lines) in reversed([*sections]):
            glob = next((glob for glob in section.files if seen and matches(glob, seen)), "")
            if glob:
                yield _Layer(section, lines, file.path, number, glob)
        yield _Layer(file.values, file.lines, file.path)


def _declared(files: Sequence[File], page: str) -> str:
    for file in files:
        if "republications" in file.lines:
            seen = inside(file.folder, page)
            for glob in file.values.republications.files:
                if seen and matches(glob, seen):
                    return f"{file.path}:{file.lines['republications']} ({glob})"
            return ""
    return ""
