"""The job of a worker process: load rule files, read a page and its original, judge it.

A job says all that it needs, so that any worker can do any job; what was read for one job is kept for
the next. Nothing raised here reaches the other side but as an error entry.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from licheck.edge.faults import own_fault
from licheck.edge.held_against import from_store_of, original_of
from licheck.edge.jobs import Answer, Job, Source, failed, refused
from licheck.edge.opened import holds, page_of
from licheck.edge.rule_files import rule_sets
from licheck.edge.rulebook import ALL
from licheck.errors import LicheckError, RuleSetError
from licheck.text import sentence

if TYPE_CHECKING:
    from datetime import date

    from licheck.edge.originals_judge import FromStore
    from licheck.edge.pictures import AtHand
    from licheck.model.original import Original
    from licheck.model.page import Page
    from licheck.model.report import PageReport


SHOWN = 2_000_000  # characters; to lay so many side by side takes half a second, and a file has four
TWICE = 1_500_000  # characters; the second reading takes about a second for a million, and a file has four


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
        from licheck.readers import formats

        compiled()
        suffix = os.path.splitext(name)[1].lower()
        format = next((one.name for one in formats() if suffix in one.suffixes), "")
        page_of(Source(f"page{suffix}", b"One sentence.\n", format))


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
    if (job.tell and job.page) or (job.store and not job.page):
        from licheck.edge.telling import told

        return told(job, file)
    return _judge(job, file)


def _judge(job: Job, file: Answer) -> Answer:
    page = page_of(job.page) if job.page else None
    if page is None:
        rule_sets(job.rules)
        if job.original:
            original_of(job)
        return file
    from licheck.edge.settings_judge import digest, finished, not_due

    if left_out := not_due(job.settled, page):
        return file._replace(page=left_out)
    given, job = job.original, settled(job, page)
    # Before it is read: if it changes in between, the answer is one that no later run takes from the cache.
    also = ((job.original.path, digest(job.original.path)),) if job.original and not given else ()
    original = original_of(job) if job.original else None
    from_store = from_store_of(job, page) if job.store and not job.original else None
    pictures = _pictures(job)
    report = _judged(job, page, original, from_store, pictures)
    report, said = finished(job.settled, page, report, from_store.original if from_store else original)
    return file._replace(
        page=report,
        errors=(*file.errors, *(failed(fault.path, str(fault), 2) for fault in said.faults)),
        waivers=said.waivers,
        also=(*also, *pictures.looked),
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
    pictures: AtHand,
) -> PageReport:
    judged = checker(job, page, from_store.original if from_store else original, pictures)
    report = confirmed(page, judged(page), judged)
    if job.sides and report.rule_sets:
        report = _with_sides(report, page, judged)
    if from_store:
        return replace(report, original_from=from_store.how, notes=(*report.notes, *from_store.notes))
    return replace(report, original_from=job.original_from) if original else report


def _with_sides(report: PageReport, page: Page, judged: partial[PageReport]) -> PageReport:
    """The report with the texts, unless they are so long that a verdict could be lost over showing them."""
    from licheck.lens import sides_of

    original = judged.keywords["original"]
    if len(page.source) + (len(original.page.source) if original else 0) > SHOWN:
        note = f"The texts are not shown: page and original have more than {SHOWN:,} characters together."
        return _noted(report, note)
    return replace(report, sides=sides_of(page, original, judged.keywords["rule_sets"]))


def checker(
    job: Job, page: Page, original: Original | None, pictures: AtHand | None = None
) -> partial[PageReport]:
    """`check_page` with all that this job says of its page, and the rule sets that can apply to it."""
    from licheck.check import check_page
    from licheck.model.republisher import Republisher
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
        pictures=pictures or _pictures(job),
        republisher=Republisher(job.settled.name, job.settled.domains),
    )


def original_for(job: Job, page: Page) -> Original | None:
    """The original that this job's page is held against: the one that is named, the page's own, that of the store."""
    job = settled(job, page)
    if job.original:
        return original_of(job)
    return from_store_of(job, page).original if job.store else None


def _pictures(job: Job) -> AtHand:
    """The pictures at hand for the job's page; nothing is read or imported for them before a requirement asks."""
    from licheck.edge.pictures import AtHand

    assert job.page
    return AtHand(job.page, job.archived)


def _day(text: str) -> date | None:
    from datetime import date

    return date.fromisoformat(text) if text else None


def _accuses(report: PageReport) -> bool:
    from licheck.model.finding import Verdict

    return any(finding.verdict is Verdict.FAILED for finding in report.findings)


def confirmed(page: Page, report: PageReport, judged: partial[PageReport]) -> PageReport:
    """The report, after a second, independent reading if it accuses: where the two disagree nobody is accused.

    `judged` is `check_page` for that page; what fails is judged again only where the readings differ.
    """
    if not _accuses(report):
        return report
    from licheck.confirm import confirm, failures
    from licheck.errors import FormatError
    from licheck.readers.embedded.place import html_of
    from licheck.readers.second import alike, read_again

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
    if alike(page, again):
        return report
    return confirm(report, judged(again, only=failures(report)))


def _noted(report: PageReport, note: str) -> PageReport:
    return replace(report, notes=(*report.notes, note))
