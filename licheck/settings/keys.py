"""What may stand in `licheck.yaml`: the fields of these dataclasses are its keys (docs/configuration.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from licheck.model.report import FailOn
from licheck.model.requirement import Medium


@dataclass(frozen=True)
class Republisher:
    """Who republishes: the name as readers know it, and host names, each with its sub-domains."""

    name: str = ""
    domains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Republications:
    """Which files are republications: globs, and keys of front matter that only a republication has."""

    files: tuple[str, ...] = ()
    front_matter: tuple[str, ...] = ()


@dataclass(frozen=True)
class WaiverKeys:
    """A waiver as it is written. `path` is a glob and `story` the address, title or file of an original.

    `line` (from 1) is where it stands; it is no key.
    """

    requirement: str
    reason: str
    by: str
    until: date
    rule_set: str = ""
    path: str = ""
    story: str = ""
    line: int = field(default=0, init=False)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What can be told for all pages and again for some of them, in a section."""

    republisher: Republisher = Republisher()
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: Medium = Medium.ONLINE
    fail_on: FailOn = FailOn.MUST
    waivers_in_pages: bool = True


@dataclass(frozen=True, kw_only=True)
class Section(Terms):
    """Terms for the pages that one of its globs names; they win over those that stand above."""

    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Whole(Terms):
    """All keys of a configuration file."""

    extends: str = ""
    republications: Republications = Republications()
    report: tuple[str, ...] = ()
    baseline: str = ""
    waivers: tuple[WaiverKeys, ...] = ()
    sections: tuple[Section, ...] = ()
