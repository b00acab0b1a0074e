"""Reading configurations and baselines: what a worker does. What is named in them must lie where they do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files
from licheck.edge.cache_hash import digest
from licheck.edge.settings_find import NAMES, TOML, Homes, shown, with_slashes
from licheck.errors import Fault, InputError, RuleSetError, UsageError

if TYPE_CHECKING:
    from licheck.edge.jobs import Answer, Job
    from licheck.settings.baseline import Known
    from licheck.settings.values import File, Section, Whole

_DEEPEST = 10  # configurations that extend one another
_RULE_FILES = (".yaml", ".yml")
BASELINE_LIMIT = 10_000_000  # bytes: some 40,000 known failures


class Found(NamedTuple):
    """A configuration, then those that it extends, and the bytes of each in short."""

    files: tuple[File, ...]
    digests: tuple[tuple[str, str], ...]


def read_settings(path: str) -> Found:
    """The configuration in a file. Raises RuleSetError with all faults of one file."""
    found: list[File] = []
    digests: list[tuple[str, str]] = []
    read: list[str] = []
    while path:
        real = os.path.realpath(path)
        if real in read or len(read) == _DEEPEST:
            why = "this configuration extends itself" if real in read else "too many extend one another"
            raise _extended_wrongly(found[-1], f"{why}: take one `extends` out")
        if found and not files.is_there(path):
            raise _extended_wrongly(found[-1], f"`extends`: there is no file {shown(path)}")
        read.append(real)
        file, data = _read(path)
        found.append(file)
        digests.append((file.path, digest(data)))
        path = file.values.extends
    return Found(tuple(found), tuple(digests))


def _extended_wrongly(file: File, why: str) -> RuleSetError:
    """The fault of a configuration in what it extends."""
    return RuleSetError([Fault(file.path, file.lines.get("extends", 1), 1, why)])


def stay_within(found: tuple[File, ...]) -> bool:
    """Whether all that configurations name lies where they may name it: what a link leads to can have changed."""
    return all(
        _within(os.path.abspath(path), root)
        for file in found
        for root in [root_of(file.path)]
        for path in _named(file)
    )


def _named(file: File) -> Iterator[str]:
    """The paths that a configuration names, as `resolved` has them."""
    values = file.values
    yield from filter(None, (values.extends, values.baseline))
    yield from (report.partition(":")[2] for report in values.report if ":" in report)
    told: tuple[Whole | Section, ...] = (values, *values.sections)
    for terms in told:
        yield from filter(None, (terms.original, terms.originals))
        yield from (rule for rule in terms.rules if rule.endswith(_RULE_FILES) or os.sep in rule)


def _read(path: str) -> tuple[File, bytes]:
    from licheck.settings.load import load

    name = shown(path)
    try:
        data = files.read_input(path, files.RULES_LIMIT)
    except InputError as error:
        if str(error).startswith("is empty"):
            data = b""
        else:
            why = "is a folder: name a file in it" if os.path.isdir(path) else str(error)
            raise RuleSetError([Fault(name, 1, 1, f"cannot be used as a configuration: {why}")]) from error
    folder = os.path.dirname(os.path.abspath(path))
    found = load(name, data, with_slashes(folder), partial(resolved, folder, root_of(path)))
    if found is None:
        raise RuleSetError(
            [Fault(name, 1, 1, "holds no table [tool.licheck]: write it at the head of a line")]
        )
    return found, data


def root_of(path: str) -> str:
    """The folder that a configuration may name files in: its repository, or else its own folder."""
    return Homes().of(path).repository or os.path.dirname(os.path.abspath(path))


def resolved(folder: str, root: str, key: str, text: str) -> str:
    """The path that is meant by a relative one, or the id of a rule set or a format. Raises ValueError, in one sentence."""
    if key == "rules" and not (text.endswith(_RULE_FILES) or "/" in text):
        return _rule_set(text)
    if key == "format":
        return _format(text)
    if os.path.isabs(text) or text.startswith(("~", "/", "\\")) or "\0" in text:
        raise ValueError("write a path that begins at this file's folder, such as rules/own.yaml")
    path = os.path.normpath(os.path.join(folder, text))
    if not _within(path, root):
        name = os.path.basename(root) or root
        raise ValueError(f"this leads out of {name}: a configuration can name only what lies in that folder")
    if key == "extends" and os.path.basename(path) not in NAMES and not path.endswith((*_RULE_FILES, TOML)):
        raise ValueError("name another licheck.yaml (or pyproject.toml) here")
    return shown(path)


def _rule_set(name: str) -> str:
    """The id of a rule set that comes with licheck. Raises ValueError, in one sentence, where none has it."""
    from licheck.edge import rulebook

    try:
        rulebook.with_id(name)
    except UsageError as error:
        raise ValueError(
            f"{error}; name a rule file of your own by its path, such as rules/own.yaml"
        ) from None
    return name


def _format(name: str) -> str:
    """A format of reports. Raises ValueError, in one sentence, where there is none of this name."""
    from licheck.reports import formats

    if name not in formats():
        raise ValueError(f"there is no format {name}: choose one of {', '.join(formats())}")
    return name


def _within(path: str, root: str) -> bool:
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


def read_baseline(path: str) -> tuple[Known, ...]:
    """The known failures. Raises RuleSetError; UsageError where the file cannot be read."""
    from licheck.settings.baseline import read

    try:
        return read(shown(path), files.read_input(path, BASELINE_LIMIT))
    except InputError as error:
        if files.is_there(path):
            raise UsageError(f"{shown(path)}: the baseline {error}") from error
        raise UsageError(
            f"{shown(path)}: there is no such baseline: write it with `licheck baseline write`"
        ) from error


class ReadSettings(NamedTuple):
    """The task of reading a configuration; its result are the files, the nearest first."""

    path: str
    seconds: int = 0

    def __call__(self, job: Job) -> Answer:  # noqa: ARG002
        """See `licheck.edge.jobs.Task`."""
        from licheck.edge.jobs import Answer

        found = read_settings(self.path)
        return Answer(result=found.files, also=found.digests)


class ReadBaseline(NamedTuple):
    """The task of reading a baseline; its result are the known failures."""

    path: str
    seconds: int = 0

    def __call__(self, job: Job) -> Answer:  # noqa: ARG002
        """See `licheck.edge.jobs.Task`."""
        from licheck.edge.jobs import Answer

        return Answer(result=read_baseline(self.path))
