"""The settings that hold for one page, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from licheck.model.report import FailOn
from licheck.model.requirement import Medium
from licheck.model.waiver import Waiver
from licheck.settings.globs import inside, matches
from licheck.settings.keys import File, Republications, Republisher, Terms, Whole

DEFAULT: Final = "default"

_DEFAULTS: Final = Whole()
_KEYS: Final = (
    *("republications", "republisher", "rules", "profile", "medium", "original", "originals"),
    *("fail_on", "report", "baseline", "waivers_in_pages"),
)


class _Layer(NamedTuple):
    """Values, the lines of those that were given, and what to call their place: `licheck.yaml:3`."""

    values: Terms
    lines: Mapping[str, int]
    path: str
    section: str = ""

    def origin(self, key: str) -> str:
        return f"{self.path}:{self.lines[key]}" + (f" (section {self.section})" if self.section else "")


@dataclass(frozen=True)
class Grant:
    """A waiver and what it is for: a glob seen from `folder`, a story, or, where both are empty, all pages.

    `page` is the page that it is written in, empty for one of a configuration.
    """

    waiver: Waiver
    glob: str = ""
    story: str = ""
    folder: str = ""
    page: str = ""


@dataclass(frozen=True)
class Effective:
    """All values for one page; `origins` tells for each key where it comes from (`DEFAULT`: nobody said it).

    `declared` tells which line makes the page a republication: empty where none does.
    """

    republications: Republications = field(default_factory=Republications)
    republisher: Republisher = field(default_factory=Republisher)
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: Medium = Medium.ONLINE
    original: str = ""
    originals: str = ""
    fail_on: FailOn = FailOn.MUST
    report: tuple[str, ...] = ()
    baseline: str = ""
    waivers_in_pages: bool = True
    declared: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


def effective(files: Sequence[File], page: str) -> Effective:
    """What holds for a page (an absolute path, with `/`). `files` are the nearest first, then what it extends.

    A file wins over those that it extends; in a file, sections win over what stands outside, later ones over
    earlier ones. What a key holds is taken as a whole: lists are not added up.
    """
    values: dict[str, Any] = {}
    origins = dict.fromkeys(_KEYS, DEFAULT)
    for layer in _layers(files, page):
        for key in _KEYS:
            if key in layer.lines and key not in values:
                values[key] = getattr(layer.values, key)
                origins[key] = layer.origin(key)
    return Effective(**values, declared=_declared(files, page), origins=origins)


def grants(files: Sequence[File]) -> tuple[Grant, ...]:
    """All waivers of a configuration and of what it extends."""
    return tuple(
        Grant(
            Waiver(one.requirement, one.reason, one.by, one.until, one.rule_set, file.path, one.line),
            one.path,
            one.story,
            file.folder,
        )
        for file in files
        for one in file.values.waivers
    )


def _layers(files: Sequence[File], page: str) -> Iterator[_Layer]:
    """The strongest first."""
    for file in files:
        seen = inside(file.folder, page)
        sections = zip(file.values.sections, file.section_lines, strict=True)
        for section, lines in reversed([*sections]):
            glob = next((glob for glob in section.files if seen and matches(glob, seen)), "")
            if glob:
                yield _Layer(section, lines, file.path, glob)
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
