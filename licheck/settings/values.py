"""What a configuration says, as plain values: handed from process to process, and kept from run to run.

To use them, the classes that a file is checked with (`licheck.settings.keys`) need not be imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Republisher(NamedTuple):
    """See `licheck.settings.keys.Republisher`."""

    name: str = ""
    domains: tuple[str, ...] = ()


class Republications(NamedTuple):
    """See `licheck.settings.keys.Republications`."""

    files: tuple[str, ...] = ()
    front_matter: tuple[str, ...] = ()


class Granted(NamedTuple):
    """A waiver as it stands in a configuration; see `licheck.settings.keys.WaiverKeys`. `until` is like 2027-01-31."""

    requirement: str
    reason: str
    by: str
    until: str
    rule_set: str = ""
    path: str = ""
    story: str = ""
    line: int = 0


class Section(NamedTuple):
    """What holds for some files; see `licheck.settings.keys.Section`. `medium` and `fail_on` are the words written there."""

    republisher: Republisher = Republisher()
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: str = "online"
    fail_on: str = "must"
    waivers_in_pages: bool = True
    files: tuple[str, ...] = ()


class Whole(NamedTuple):
    """What a whole file says; see `licheck.settings.keys.Whole`. `medium` and `fail_on` are the words written there."""

    republisher: Republisher = Republisher()
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: str = "online"
    fail_on: str = "must"
    waivers_in_pages: bool = True
    extends: str = ""
    republications: Republications = Republications()
    report: tuple[str, ...] = ()
    baseline: str = ""
    waivers: tuple[Granted, ...] = ()
    sections: tuple[Section, ...] = ()


class File(NamedTuple):
    """A configuration file that was read.

    `path` is for people, `folder` its folder as an absolute path with `/`: globs are read from there. `lines` (from
    1) are where each key stands that was given, `section_lines` the same for each section.
    """

    path: str
    folder: str
    values: Whole
    lines: Mapping[str, int]
    section_lines: tuple[Mapping[str, int], ...] = ()
