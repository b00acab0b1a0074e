"""The job of a worker process: load rule files, read a page and its original, judge it.

A job says all that it needs, so that any worker can do any job; what was read for one job is kept for
the next. Nothing raised here reaches the other side but as an error entry.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from licheck.edge import files
from licheck.edge.faults import own_fault
from licheck.edge.opened import holds, page_of
from licheck.edge.rule_files import rule_set
from licheck.errors import InputError, LicheckError, RuleSetError
from licheck.text import sentence

if TYPE_CHECKING:
    from datetime import date

    from licheck.edge.originals_find import Match
    from licheck.edge.originals_judge import FromStore
    from licheck.edge.originals_values import Taken
    from licheck.model.original import Original
    from licheck.model.page import Page
    from licheck.model.report import ErrorEntry, PageReport
    from licheck.model.ruleset import RuleSet


TWICE = 1_500_000  # characters; the second reading takes about a second for a million, and a file has four


class Source(NamedTuple):
    """A file to read, or what was read already (`data`). `format` is empty where the file is to tell it.

    `story` is the number (from 1) of one story in it, 0 where none is named.
    """

    path: str
    data: bytes | None = None
    format: str = ""
    story: int = 0

    @property
    def name(self) -> str:
        """What reports call it: `feed.xml#3` for a story."""
        return f"{self.path}#{self.story}" if self.story else self.path


class Task(Protocol):
    """Work of another kind than a check, handed to the workers as a value that can be pickled.

    `seconds` is how long it may take, 0: as long as any file of that size.
    """

    @property
    def seconds(self) -> int:
        """See above."""

    def __call__(self, job: Job) -> Answer:
        """Do it. May raise what `work` turns into an error entry."""


class Job(NamedTuple):
    """What a worker is to do: judge `page`; without one, only load the rules and read the original.

    `rules` are paths of rule files; `chosen_by` tells why they apply (empty: each rule set is applied
    to the pages it recognises). `medium` is a value of `licheck.model.requirement.Medium`. `tell` asks for
    something in words: of the rules `line` or `full`, of a page `terminal` or `jsonl`. `store` is the folder
    of a store of originals, in which that of `page` is looked for; without a page, the store is only got
    ready. There `tell` can ask for `matches`, and without a store for what one would `take` of a page.
    `task` is what a worker does in place of all that, with `page` for its file.
    """

    page: Source | None
    rules: tuple[str, ...]
    original: Source | None = None
    people: tuple[str, ...] = ()
    people_from: str = ""
    chosen_by: str = ""
    medium: str = "online"
    profile: str = ""
    today: str = ""
    tell: str = ""
    store: str = ""
    task: Task | None = None

    @property
    def subject(self) -> str:
        """The path that an error of this job is about."""
        if self.page:
            return self.page.name
        return self.original.name if self.original else self.store or self.rules[0]

    @property
    def exit_code(self) -> int:
        """What an error of this job ends the run with: 2 for a rule file, 3 for a page or an original."""
        return 3 if self.page or self.original else 2


class Answer(NamedTuple):
    """A page report, or errors, or (for a job without a page) neither: all is well. `told` is what was asked,
    as are `taken` and `matches`; `result` is that of a task.

    `stories` is how many a file holds that holds several: each is a job of its own. `spent` asks for a new
    process for the next job; `trace` is for whoever looks for a fault of our own.
    """

    page: PageReport | None = None
    errors: tuple[ErrorEntry, ...] = ()
    told: tuple[str, ...] = ()
    stories: int = 0
    spent: bool = False
    trace: str = ""
    taken: Taken | None = None
    matches: tuple[Match, ...] | None = None
    result: Any = None


def work(job: Job) -> Answer:
    """Do a job. Raises nothing."""
    try:
        return job.task(job) if job.task else _done(job, _file(job))
    except LicheckError as error:
        if not isinstance(error, RuleSetError):
            return refused(job, str(error), exit_code=0 if job.page or job.original else error.exit_code)
        if job.page:
            return refused(job, f"not checked: a rule file has faults, such as {error.faults[0]}")
        return Answer(errors=tuple(failed(fault.path, str(fault), 2) for fault in error.faults))
    except MemoryError:
        return refused(job, "needs more memory than the 1 GiB that one file may have", spent=True)
    except Exception as error:  # noqa: BLE001 - the edge of this process: one file never costs another
        message, trace = own_fault(error)
        return Answer(errors=(failed(job.subject, message, 3),), trace=trace)


def warm_up(name: str) -> None:
    """Read a page of our own as the format that this name tells: what such pages need is imported then.

    Raises nothing: what goes wrong here goes wrong again with a real page, and is told there.
    """
    with suppress(Exception):
        import licheck.check
        import licheck.requirements
        import licheck.rulesets.load  # noqa: F401

        page_of(Source("page" + os.path.splitext(name)[1].lower(), b"One sentence.\n"))


def refused(job: Job, why: str, *, spent: bool = False, exit_code: int = 0) -> Answer:
    """The answer to a job that could not be done; `exit_code` if it is not what such jobs end with."""
    for named in (f"{job.subject} ", f"{job.subject}: "):  # an entry names its file itself
        why = why.removeprefix(named)
    return Answer(errors=(failed(job.subject, why, exit_code or job.exit_code),), spent=spent)


def failed(path: str, message: str, exit_code: int) -> ErrorEntry:
    """An error entry; see `licheck.model.report.ErrorEntry`."""
    from licheck.model.report import ErrorEntry  # the model is not for the process that only hands out jobs

    return ErrorEntry(path, message, exit_code)


def _file(job: Job) -> Answer:
    """What is to be said of the page's file as such: that it holds several stories, or is cut off."""
    if job.page is None or job.page.story:
        return Answer()
    stories, trouble = holds(job.page)
    errors = (failed(job.page.path, trouble, 3),) if trouble else ()
    return Answer(errors=errors, stories=stories if stories > 1 else 0)


def _done(job: Job, file: Answer) -> Answer:
    if file.stories:
        return file
    if job.store and not job.page:
        return file._replace(told=_ready(job.store, whole=job.tell == "matches"))
    if job.tell == "take":
        return file._replace(taken=_take(job))
    if job.tell == "matches":
        return _matches(job, file)
    return file._replace(told=_tell(job)) if job.tell else file._replace(page=_judge(job))


def _judge(job: Job) -> PageReport | None:
    page = page_of(job.page) if job.page else None
    rule_sets = [rule_set(path) for path in job.rules]
    original = _original(job, rule_sets) if job.original else None
    if page is None:
        return None
    from_store = _from_store(job, page, rule_sets) if job.store and not job.original else None
    from licheck.check import check_page
    from licheck.model.requirement import Medium

    judged = partial(
        check_page,
        rule_sets=rule_sets,
        original=from_store.original if from_store else original,
        people=job.people,
        people_from=job.people_from,
        chosen_by=job.chosen_by,
        medium=Medium(job.medium),
        profile=job.profile,
        today=_day(job.today),
    )
    report = judged(page)
    report = _confirmed(page, report, judged) if _accuses(report) else report
    if from_store:
        return replace(report, original_from=from_store.how, notes=(*report.notes, *from_store.notes))
    return replace(report, original_from="you (--original)") if original else report


def _day(text: str) -> date | None:
    from datetime import date

    return date.fromisoformat(text) if text else None


def _accuses(report: PageReport) -> bool:
    from licheck.model.finding import Verdict

    return any(finding.verdict is Verdict.FAILED for finding in report.findings)


def _confirmed(page: Page, report: PageReport, judged: Callable[[Page], PageReport]) -> PageReport:
    """The report after a second, independent reading: where the two disagree nobody is accused."""
    from licheck.check import confirm
    from licheck.errors import FormatError
    from licheck.readers.embedded.place import html_of
    from licheck.readers.second import read_again

    if page.format in ("markdown", "text"):
        return report  # a page that only one parser here can read
    if len(html_of(page)) > TWICE:
        return _noted(
            report, f"Read once only: a second reading is made of pages up to {TWICE:,} characters."
        )
    try:
        again = read_again(page)
    except FormatError as error:
        return _noted(report, f"Read once only: {sentence(str(error))}")
    return confirm(report, judged(again))


def _from_store(job: Job, page: Page, rule_sets: Sequence[RuleSet]) -> FromStore:
    from licheck.edge.originals_judge import original_of_page

    try:
        return original_of_page(job.store, page, job.rules, rule_sets)
    except LicheckError as error:
        raise InputError(f"not checked: the store of originals ({job.store}): {error}") from error


def _ready(store: str, *, whole: bool) -> tuple[str, ...]:
    """Open a store for the pages that follow. Returns what there is to say about it."""
    from licheck.edge.originals_find import finder

    return finder(store, whole=whole).notices


def _take(job: Job) -> Taken:
    from licheck.edge.originals_take import take

    assert job.page
    return take(job.page, [rule_set(path) for path in job.rules])


def _matches(job: Job, file: Answer) -> Answer:
    from licheck.edge.originals_find import finder

    assert job.page
    page = page_of(job.page)
    matches = finder(job.store).matches(page, [rule_set(path) for path in job.rules])
    return file._replace(matches=tuple(matches), told=(page.path,))


def _noted(report: PageReport, note: str) -> PageReport:
    return replace(report, notes=(*report.notes, note))


def _tell(job: Job) -> tuple[str, ...]:
    if job.page:
        return _changed(job) if job.original else _seen(job)
    from licheck.edge.describe import in_a_line, in_full

    in_words = in_a_line if job.tell == "line" else in_full
    return tuple(line for path in job.rules for line in in_words(rule_set(path)))


def _changed(job: Job) -> tuple[str, ...]:
    """What a page changed in its original, in words or (`tell="jsonl"`) as one JSON line."""
    from licheck.check import compare
    from licheck.edge.changed import as_line, in_words

    assert job.page
    rule_sets = [rule_set(path) for path in job.rules]
    compared = compare(page_of(job.page), _original(job, rule_sets), rule_sets)
    return (as_line(compared),) if job.tell == "jsonl" else tuple(in_words(compared))


def _seen(job: Job) -> tuple[str, ...]:
    """What is seen on a page, in words or (`tell="jsonl"`) as one JSON line."""
    from datetime import UTC, datetime

    from licheck.edge.seen import as_line, in_words
    from licheck.read import read_page

    assert job.page
    reading = read_page(page_of(job.page), last_year=datetime.now(UTC).year + 1)
    return (as_line(reading),) if job.tell == "jsonl" else tuple(in_words(reading))


def _original(job: Job, rule_sets: Sequence[RuleSet]) -> Original:
    assert job.original
    try:
        return _read_once(job.original, job.rules, tuple(rule_sets))
    except LicheckError as error:
        if not job.page:
            raise
        raise InputError(f"not checked: the original ({job.original.name}) {error}") from error


_originals: dict[tuple[Source, tuple[str, ...]], Original] = {}


def _read_once(source: Source, rules: tuple[str, ...], rule_sets: tuple[RuleSet, ...]) -> Original:
    """The original, kept for the next page that is held against it with the same rules."""
    if (source, rules) not in _originals:
        from licheck.check import read_original

        _originals.clear()  # jobs come with one original after the other
        _originals[source, rules] = read_original(page_of(source), rule_sets)
    return _originals[source, rules]
