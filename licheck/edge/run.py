"""One run of `licheck check`: jobs for all that was named, and a report in the order of the arguments."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from licheck import __version__
from licheck.edge import streams
from licheck.edge.clock import today
from licheck.edge.faults import heard
from licheck.edge.inputs import YOU_ORIGINAL, YOU_RULES, Common, Inputs, common, read_original
from licheck.edge.jobs import Answer, Doing, Job, Source, failed
from licheck.edge.settings_plan import Plan, Planned
from licheck.errors import InputError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry, Report

_MANY = 20  # pages; with more, a person at the terminal wants to see that it goes on


class CheckOptions(NamedTuple):
    """What `licheck check` was asked for; empty where nothing was said.

    `originals` is the folder of a store of originals, `rules` are ids of rule sets and paths of rule files, `medium` a value of
    `licheck.model.requirement.Medium` (empty: online), `fail_on` one of `licheck.model.report.FailOn` (empty: must),
    `config` the one configuration that counts, `since` a revision of git, `rules_from` and `original_from` who named them, `profile` the republisher's in those rule sets that know it, `reports` the formats and files of
    the reports (empty: one, `format` and `output`), `read_as` the format of the pages, `colour` auto, always or never.
    """

    pages: tuple[str, ...]
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    medium: str = ""
    profile: str = ""
    fail_on: str = ""
    config: str = ""
    no_config: bool = False
    since: str = ""
    cache: bool = True
    rules_from: str = YOU_RULES
    original_from: str = YOU_ORIGINAL
    format: str = ""
    output: str = ""
    reports: tuple[tuple[str, str], ...] = ()
    read_as: str = ""
    colour: str = "auto"
    quiet: bool = False
    verbose: bool = False


def run_plan(plan: Plan, options: CheckOptions, workers: Doing) -> Ran:
    """Judge what was planned."""
    return run_jobs(plan, jobs_of(plan, workers), options, workers)


def jobs_of(plan: Plan, workers: Doing) -> Jobs:
    """The jobs of judging what was planned; the rule files, originals and stores that they name can be read."""
    inputs, day = Inputs(), today()
    commons: dict[CheckOptions, Common] = {}
    jobs: list[Job | Answer] = []
    for page in plan.pages:
        if page.refused:
            jobs.append(Answer(errors=(failed(page.page, page.refused, page.code),)))
            continue
        if page.options not in commons:
            commons[page.options] = common(page.options, day, inputs, workers)
        jobs.append(_job(page, commons[page.options], page.options.read_as, inputs))
    errors = dict.fromkeys(error for each in commons.values() for error in each.errors)
    return Jobs(jobs, tuple(errors), day)


def run_jobs(plan: Plan, jobs: Jobs, options: CheckOptions, workers: Doing) -> Ran:
    """Do the jobs of a plan."""
    judged = [
        Judged(page, answer)
        for page, answers in zip(plan.pages, _answers(jobs.jobs, options, workers), strict=True)
        for answer in answers
    ]
    from licheck.edge.settings_finish import finish
    from licheck.model.report import Report

    finished = finish(plan, judged, jobs.day, workers)
    page_errors = (error for _, answer in judged for error in answer.errors)
    errors = (*plan.errors, *jobs.errors, *page_errors, *finished.errors)
    report = Report(finished.pages, errors, __version__, nothing_due=plan.nothing_due)
    return Ran(report, judged)


class Jobs(NamedTuple):
    """The job of each page of a plan, or why there is none; what is wrong with the files they name; the day."""

    jobs: list[Job | Answer]
    errors: tuple[ErrorEntry, ...]
    day: str


class Judged(NamedTuple):
    """A page of the plan with one of its answers (a file of several stories has several)."""

    planned: Planned
    answer: Answer


class Ran(NamedTuple):
    """The report of a run, and what was judged."""

    report: Report
    judged: list[Judged]


def _job(page: Planned, common: Common, read_as: str, inputs: Inputs) -> Job | Answer:
    """The job for a page, or why there is none."""
    if common.unchecked:
        return Answer(errors=(failed(page.page, f"not checked: {common.unchecked}", common.code),))
    return _with_page(common.job._replace(settled=page.settled), page.page, read_as, inputs)


def _with_page(common: Job, page: str, read_as: str, inputs: Inputs) -> Job | Answer:
    try:
        return common._replace(page=inputs.source(page, read_as))
    except InputError as error:
        return Answer(errors=(failed(page, str(error), 3),))


def _pages(options: CheckOptions, common: Job, inputs: Inputs, workers: Doing) -> list[Answer]:
    """An answer for each page and each story, in the order of the arguments."""
    jobs = [_with_page(common, page, options.read_as, inputs) for page in options.pages]
    return [answer for answers in _answers(jobs, options, workers) for answer in answers]


def _answers(jobs: Sequence[Job | Answer], options: CheckOptions, workers: Doing) -> list[tuple[Answer, ...]]:
    """For each job its answer, followed by one for each story where the file holds several."""
    due = [job for job in jobs if isinstance(job, Job)]
    judged = zip(due, _in_turn(due, options, workers), strict=True)
    answers = [(None, job) if isinstance(job, Answer) else next(judged) for job in jobs]
    return _with_stories(answers, options, workers)


def _with_stories(
    answers: Sequence[tuple[Job | None, Answer]], options: CheckOptions, workers: Doing
) -> list[tuple[Answer, ...]]:
    jobs = [
        _of_story(job, job.page, number + 1)
        for job, answer in answers
        if job and job.page
        for number in range(answer.stories)
    ]
    stories = iter(_in_turn(jobs, options, workers))
    return [(answer, *(next(stories) for _ in range(answer.stories))) for _, answer in answers]


def _of_story(job: Job, page: Source, number: int) -> Job:
    place = job.settled.place and f"{job.settled.place}#{number}"
    return job._replace(page=page._replace(story=number), settled=job.settled._replace(place=place))


def _in_turn(jobs: Sequence[Job], options: CheckOptions, workers: Doing) -> list[Answer]:
    """An answer for each job; somebody who waits for many at a terminal sees that it goes on."""
    watched = len(jobs) > _MANY and not options.quiet and streams.is_terminal(sys.stderr)
    answers: list[Answer] = []
    judged = workers.run(jobs)
    for index in range(len(jobs)):
        if watched:
            streams.show_progress(index, len(jobs))
        answers.append(heard(next(judged)))
    if watched:
        streams.clear_progress()
    return answers


def read_pages(pages: tuple[str, ...], common: Job, read_as: str, workers: Doing) -> list[Answer]:
    """An answer for each page that is only to be read, in the order of the arguments."""
    return _pages(CheckOptions(pages, read_as=read_as), common, Inputs(), workers)


def compare_pages(
    pages: tuple[str, ...], original: str, common: Job, read_as: str, workers: Doing
) -> list[Answer]:
    """An answer for each page that is to be held against an original; one alone where that cannot be read."""
    inputs = Inputs()
    source, errors = read_original(original, inputs, workers)
    if source is None:
        return [Answer(errors=tuple(errors))]
    return _pages(CheckOptions(pages, read_as=read_as), common._replace(original=source), inputs, workers)
