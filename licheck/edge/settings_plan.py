"""Which pages a run is about, and the options that hold for each: from the arguments, the settings, the defaults."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files
from licheck.edge.settings_find import (
    BASELINE,
    Home,
    Homes,
    Settled,
    absolute,
    may_name,
    pages_below,
    shown,
    with_slashes,
)
from licheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from licheck.edge.jobs import Doing
    from licheck.edge.run import CheckOptions
    from licheck.model.report import ErrorEntry
    from licheck.settings.effective import Effective, Settings
    from licheck.settings.values import File

_UNGOVERNED = "no configuration (licheck.yaml) of yours governs it"


class Planned(NamedTuple):
    """A page that is to be checked. `options` are those that hold for it, without the names of pages.

    `config` is its configuration and `baseline` the one that is there (absolute paths; empty: none), `keeps` where
    a baseline would be written, `root` the folder that pages are seen from there. Where `refused` says why, the
    page cannot be checked, and `code` is what that ends the run with.
    """

    page: str
    options: CheckOptions
    settled: Settled
    config: str = ""
    baseline: str = ""
    keeps: str = ""
    root: str = ""
    refused: str = ""
    code: int = 2


class Plan(NamedTuple):
    """All pages of a run. `whole`: they are all republications of the configurations in `settings`.

    `nothing_due` says why there is nothing to check, where that is all right.
    """

    pages: tuple[Planned, ...]
    errors: tuple[ErrorEntry, ...] = ()
    settings: tuple[tuple[File, ...], ...] = ()
    whole: bool = False
    nothing_due: str = ""

    @property
    def reports(self) -> tuple[tuple[str, str], ...]:
        """The reports that the configuration of the first page asks for, where the arguments ask for none."""
        return self.pages[0].options.reports if self.pages else ()


def plan(options: CheckOptions, workers: Doing) -> Plan:
    """What is to be checked, and how. Raises UsageError where nothing says which pages."""
    desk = Desk(options, workers)
    if options.pages:
        pages, whole = [*desk.named(options.pages)], False
    else:
        pages, whole = [*desk.republications(_here())], True
        if not desk.declaring:
            raise UsageError(_which_pages(desk))
    if options.since and pages:
        from licheck.edge.since import changed_since

        changed = changed_since(options.since, desk.bases(), pages)
        pages, whole = [page for page in pages if page in changed], whole and changed.all
    planned = tuple(desk.planned(page) for page in pages)
    nothing = "" if planned or desk.errors else _nothing(options)
    return Plan(planned, tuple(desk.errors), desk.settings, whole, nothing)


def _here() -> str:
    try:
        return os.getcwd()
    except OSError as error:
        raise UsageError("the current folder is not there any more: go to another one") from error


def _nothing(options: CheckOptions) -> str:
    if options.since:
        return f"No republication was changed since {options.since}: there is nothing to check."
    return ""


def _which_pages(desk: Desk) -> str:
    config = desk.home(os.path.join(_here(), "x")).config
    if config:
        return (
            f"{shown(config)} does not say which files are republications: write `licheck check PAGE`, or tell it"
            " with the key `republications` (docs/configuration.md)"
        )
    return "no page was named: write `licheck check PAGE`, or `licheck check -` to read standard input"


class Desk:
    """Reads each configuration once, and tells what it means for a page."""

    def __init__(self, options: CheckOptions, workers: Doing) -> None:
        self.errors: list[ErrorEntry] = []
        self.declaring = False
        self._options = options
        self._workers = workers
        self._homes = Homes(options.config)
        self._read: dict[str, Settings | None] = {}

    @property
    def settings(self) -> tuple[tuple[File, ...], ...]:
        """All configurations that were read and are sound."""
        return tuple(tuple(found.files) for found in self._read.values() if found)

    def bases(self) -> tuple[str, ...]:
        """The files that all else depends on: when one of them changes, all pages have to be checked."""
        return tuple(absolute(file.path) for found in self.settings for file in found)

    def home(self, page: str) -> Home:
        """Where a page belongs; without a configuration where none is wanted."""
        found = self._homes.of(page)
        return Home(repository=found.repository) if self._options.no_config else found

    def named(self, names: Iterable[str]) -> Iterator[str]:
        """The pages that were named; for a folder whose configuration tells, the republications in it."""
        for name in names:
            below = os.path.isdir(name) and self.home(os.path.join(name, "x")).config
            if below:
                yield from map(shown, self.republications(name))
            else:
                yield name

    def republications(self, folder: str) -> Iterator[str]:
        """All republications in a folder, as the configuration of each file tells them."""
        begin = absolute(folder)
        homes: dict[str, Home] = {}  # by folder
        self._heeded(self.home(os.path.join(begin, "x")))  # a new site has this, and no pages
        try:
            for path in pages_below(begin):
                place = os.path.dirname(path)
                if place not in homes:
                    homes[place] = self.home(path)
                if self._is_republication(path, homes[place]):
                    yield shown(path)
        except InputError as error:
            self._refuse(shown(begin), str(error), error.exit_code)

    def _is_republication(self, path: str, home: Home) -> bool:
        found = self._heeded(home)
        if not found:
            return False
        wanted = found.republications
        if wanted.files and found.declared(path.replace(os.sep, "/")):
            return True
        return bool(wanted.front_matter) and may_name(path, wanted.front_matter)

    def _heeded(self, home: Home) -> Settings | None:
        """The settings of a place; whether any say which files are republications is remembered."""
        found = self._settings(home.config) if home.config else None
        if found:
            wanted = found.republications
            self.declaring = self.declaring or bool(wanted.files or wanted.front_matter)
        return found

    def files(self, config: str) -> tuple[File, ...] | None:
        """A configuration with those that it extends; None where it has faults, which are told."""
        found = self._settings(config)
        return tuple(found.files) if found else None

    def _settings(self, config: str) -> Settings | None:
        if config not in self._read:
            from licheck.edge.jobs import Job
            from licheck.edge.settings_read import ReadSettings
            from licheck.settings.effective import Settings

            job = Job(page=None, rules=(shown(config),), task=ReadSettings(config))
            (answer,) = self._workers.run([job])
            self.errors += answer.errors
            self._read[config] = Settings(answer.result) if answer.result else None
            self.declaring = self.declaring or answer.result is None
        return self._read[config]

    def planned(self, page: str) -> Planned:
        """A page with the options that hold for it."""
        home = self.home(page)
        settled = Settled(place=_place(home, page), no_waivers=_UNGOVERNED)
        root = home.root or os.path.dirname(absolute(page))
        keeps = home.baseline or os.path.join(root, BASELINE)
        plain = Planned(
            page, self._options._replace(pages=()), settled, home.config, home.baseline, keeps, root
        )
        if not home.config:
            return plain
        found = self._settings(home.config)
        if found is None:
            return plain._replace(refused=f"not checked: its configuration ({shown(home.config)}) has faults")
        told = found.of(with_slashes(page))
        keeps = absolute(told.baseline) if told.baseline else os.path.join(home.root, BASELINE)
        return plain._replace(
            options=_options(plain.options, told),
            settled=_settled(settled, told, home, by_hand=bool(self._options.rules)),
            baseline=keeps if told.baseline or os.path.isfile(keeps) else "",
            keeps=keeps,
        )

    def _refuse(self, path: str, message: str, code: int) -> None:
        from licheck.edge.jobs import failed

        self.errors.append(failed(path, message, code))


def _place(home: Home, page: str) -> str:
    """What a page is called from wherever one looks; as it was named, where it is in no folder of ours."""
    from licheck.settings.globs import inside

    path, story = files.story_in(page)
    if path == "-":
        return page
    root = home.root or os.path.dirname(absolute(path))
    near = inside(root.replace(os.sep, "/"), with_slashes(path))
    return f"{near or path}#{story}" if story else near or path


def _options(given: CheckOptions, told: Effective) -> CheckOptions:
    """The options for a page: what was given on the command line wins."""
    origins = told.origins
    if told.rules and not given.rules:
        given = given._replace(rules=told.rules, rules_from=f"{origins['rules']} (rules)")
    if not (given.original or given.originals):
        named = told.original and f"{origins['original']} (original)"
        store = "" if os.environ.get("LICHECK_ORIGINALS") else told.originals
        given = given._replace(original=told.original, original_from=named, originals=store)
    if told.report and not (given.reports or given.format or given.output or given.quiet):
        given = given._replace(reports=tuple(map(_report, told.report)))
    return given._replace(
        medium=given.medium or told.medium,
        profile=given.profile or told.profile,
        fail_on=given.fail_on or told.fail_on,
    )


def _report(text: str) -> tuple[str, str]:
    """`sarif:out.sarif` as format and file."""
    name, _, file = text.partition(":")
    return name, file


def _settled(settled: Settled, told: Effective, home: Home, *, by_hand: bool) -> Settled:
    """`by_hand`: the user named the rules, so that the page is checked whatever the settings say."""
    wanted = told.republications
    listed = told.origins["republications"] if wanted.files or wanted.front_matter else ""
    return settled._replace(
        trusted=True,
        no_waivers="" if told.waivers_in_pages else f"{told.origins['waivers_in_pages']} (waivers_in_pages)",
        root=home.repository or home.root,
        listed="" if by_hand else listed,
        declared=told.declared,
        keys=wanted.front_matter,
        rules_from="" if by_hand else f"{told.origins['rules']} (rules)",
        name=told.republisher.name,
        domains=told.republisher.domains,
    )
