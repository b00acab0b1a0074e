"""What may stand in `licheck.yaml`: the fields of these named tuples are its keys (docs/configuration.md).

What they hold is plain: it is handed from process to process, and kept from run to run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from licheck.model.republisher import NOBODY, Republisher


class Republications(NamedTuple):
    """Which files are republications: globs, and keys of front matter that only a republication has."""

    files: tuple[str, ...] = ()
    front_matter: tuple[str, ...] = ()


class Granted(NamedTuple):
    """A waiver as it is written. `path` is a glob and `story` the address, title or file of an original.

    `until` is a day like 2027-01-31. `line` (from 1) is where it stands; it is no key.
    """

    requirement: str
    reason: str
    by: str
    until: str
    rule_set: str = ""
    path: str = ""
    story: str = ""
    line: int = 0


class Section(NamedTuple):
    """What holds for the pages that one of the globs `files` names; it wins over what stands above.

    `medium` and `fail_on` are values of `licheck.model.requirement.Medium` and `licheck.model.report.FailOn`.
    """

    files: tuple[str, ...]
    republisher: Republisher = NOBODY
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    profile: str = ""
    medium: str = "online"
    fail_on: str = "must"
    waivers_in_pages: bool = True


class Whole(NamedTuple):
    """All keys of a configuration file: those that a section can tell anew for some pages, then the others.

    They are written out twice, as a named tuple has no base, and dataclasses would cost each start 3 ms (Python 3.11).
    """

    republisher: Republisher = NOBODY
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
