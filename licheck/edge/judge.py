"""The job of a worker process: load rule files, read a page and its original, judge it.

A job says all that it needs, so that any worker can do any job; what was read for one job is kept for
the next. Nothing raised here reaches the other side but as an error entry.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from licheck.edge.faults import own_fault
from licheck.edge.opened import holds, page_of
from licheck.edge.rule_files import rule_set, rule_sets
from licheck.edge.rulebook import ALL
from licheck.edge.settings_find import Settled
from licheck.errors import InputError, LicheckError, RuleSetError
from licheck.text import sentence

if TYPE_CHECKING:
    from datetime import date

    from licheck.edge.originals_find import Match
    from licheck.edge.originals_judge import FromStore
    from licheck.edge.originals_values import Taken
    from licheck.model.case import Pictures
    from licheck.model.original import Original
    from licheck.model.page import Page
    from licheck.model.report import ErrorEntry, PageReport
    from licheck.model.waiver import Waiver


SHOWN = 2_000_000  # characters; to lay so many side by side takes half a second, and a file has four
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
    `task` is what a worker does in place of all that, with `page` for its file. `sides` asks for the
    texts of the page and its original too, for a report that shows them. `original_from` is how the original
    is known, `settled` what the settings say of the page.
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
    sides: bool = False
    original_from: str = "you (--original)"
    settled: Settled = Settled()

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
    process for the next job; `trace` is for whoever looks for a fault of our own. `waivers` are those that the
    page itself holds; `also` are other files that the report comes from, each with its bytes in short.
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
    waivers: tuple[Waiver, ...] = ()
    also: tuple[tuple[str, str], ...] = ()


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
        import licheck.edge.settings_judge
        import licheck.requirements
        import licheck.rulesets.load  # noqa: F401
        from licheck.edge.rule_cache import compiled

        compiled()
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
    return file._replace(told=_tell(job)) if job.tell else _judge(job, file)


def _judge(job: Job, file: Answer) -> Answer:
    page = page_of(job.page) if job.page else None
    if page is None:
        rule_sets(job.rules)
        if job.original:
            _original(job)
        return file
    from licheck.edge.settings_judge import digest, finished, not_due

    if left_out := not_due(job.settled, page):
        return file._replace(page=left_out)
    given, job = job.original, settled(job, page)
    also = (job.original.path,) if job.original and not given else ()
    original = _original(job) if job.original else None
    from_store = _from_store(job, page) if job.store and not job.original else None
    report = _judged(job, page, original, from_store)
    report, said = finished(job.settled, page, report, from_store.original if from_store else original)
    return file._replace(
        page=report,
        errors=(*file.errors, *(failed(fault.path, str(fault), 2) for fault in said.faults)),
        waivers=said.waivers,
        also=tuple((path, digest(path)) for path in also),
    )


def settled(job: Job, page: Page) -> Job:
    """The job with what the settings and the page itself say of its rule set and its original. Raises InputError."""
    from licheck.edge.settings_judge import FROM_PAGE, chosen_by, own_original

    job = job._replace(
        chosen_by=job.chosen_by or chosen_by(job.settled, page, 0 if job.rules == ALL else len(job.rules))
    )
    own = own_original(job.settled, page) if not job.original else ""
    return job._replace(original=Source(own), original_from=FROM_PAGE) if own else job


def _judged(
    job: Job,
    page: Page,
    original: Original | None,
    from_store: FromStore | None,
) -> PageReport:
    judged = checker(job, page, from_store.original if from_store else original)
    report = confirmed(page, judged(page), judged)
    if job.sides and report.rule_sets:
        report = _with_sides(report, page, judged)
    if from_store:
        return replace(report, original_from=from_store.how, notes=(*report.notes, *from_store.notes))
    return replace(report, original_from=job.original_from) if original else report


def _with_sides(report: PageReport, page: Page, judged: partial[PageReport]) -> PageReport:
    """The report with the texts, unless they are so long that a verdict could be lost over showing them."""
    from licheck.check import sides_of

    original = judged.keywords["original"]
    if len(page.source) + (len(original.page.source) if original else 0) > SHOWN:
        note = f"The texts are not shown: page and original have more than {SHOWN:,} characters together."
        return _noted(report, note)
    return replace(report, sides=sides_of(page, original, judged.keywords["rule_sets"]))


def checker(job: Job, page: Page, original: Original | None) -> partial[PageReport]:
    """`check_page` with all that this job says of its page, and the rule sets that can apply to it."""
    from licheck.check import check_page
    from licheck.model.requirement import Medium

    return partial(
        check_page,
        rule_sets=rule_sets(job.rules, page, *((original.page,) if original else ())),
        original=original,
        people=job.people,
        people_from=job.people_from,
        chosen_by=job.chosen_by,
        medium=Medium(job.medium),
        profile=job.profile,
        today=_day(job.today),
        pictures=_pictures(job),
    )


def original_for(job: Job, page: Page) -> Original | None:
    """The original that this job's page is held against: the one that is named, the page's own, that of the store."""
    job = settled(job, page)
    if job.original:
        return _original(job)
    return _from_store(job, page).original if job.store else None


def _pictures(job: Job) -> Pictures | None:
    """The pictures at hand for the job's page; nothing is read or imported for them before a requirement asks."""
    from licheck.edge.pictures import AtHand

    return AtHand(job.page) if job.page else None


def _day(text: str) -> date | None:
    from datetime import date

    return date.fromisoformat(text) if text else None


def _accuses(report: PageReport) -> bool:
    from licheck.model.finding import Verdict

    return any(finding.verdict is Verdict.FAILED for finding in report.findings)


def confirmed(page: Page, report: PageReport, judged: Callable[[Page], PageReport]) -> PageReport:
    """The report, after a second, independent reading if it accuses: where the two disagree nobody is accused."""
    if not _accuses(report):
        return report
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


def _from_store(job: Job, page: Page) -> FromStore:
    from licheck.edge.originals_judge import original_of_page

    try:
        return original_of_page(job.store, page, job.rules)
    except LicheckError as error:
        raise InputError(f"not checked: the store of originals ({job.store}): {error}") from error


def _ready(store: str, *, whole: bool) -> tuple[str, ...]:
    """Open a store for the pages that follow. Returns what there is to say about it."""
    from licheck.edge.originals_find import finder

    return finder(store, whole=whole).notices


def _take(job: Job) -> Taken:
    from licheck.edge.originals_take import take

    assert job.page
    return take(job.page, job.rules)


def _matches(job: Job, file: Answer) -> Answer:
    from licheck.edge.originals_find import finder

    assert job.page
    page = page_of(job.page)
    matches = finder(job.store).matches(page, rule_sets(job.rules, page))
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
    page, original = page_of(job.page), _original(job)
    compared = compare(page, original, rule_sets(job.rules, page, original.page))
    return (as_line(compared),) if job.tell == "jsonl" else tuple(in_words(compared))


def _seen(job: Job) -> tuple[str, ...]:
    """What is seen on a page, in words or (`tell="jsonl"`) as one JSON line."""
    from datetime import UTC, datetime

    from licheck.edge.seen import as_line, in_words
    from licheck.read import read_page

    assert job.page
    reading = read_page(page_of(job.page), last_year=datetime.now(UTC).year + 1)
    return (as_line(reading),) if job.tell == "jsonl" else tuple(in_words(reading))


def _original(job: Job) -> Original:
    assert job.original
    try:
        return _read_once(job.original, job.rules)
    except LicheckError as error:
        if not job.page:
            raise
        raise InputError(f"not checked: the original ({job.original.name}) {error}") from error


_originals: dict[tuple[Source, tuple[str, ...]], Original] = {}


def _read_once(source: Source, rules: tuple[str, ...]) -> Original:
    """The original, kept for the next page that is held against it with the same rules."""
    if (source, rules) not in _originals:
        from licheck.check import read_original

        _originals.clear()  # jobs come with one original after the other
        page = page_of(source)
        _originals[source, rules] = read_original(page, rule_sets(rules, page))
    return _originals[source, rules]
