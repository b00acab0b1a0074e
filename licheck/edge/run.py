"""One run of `licheck check`: jobs for all that was named, and a report in the order of the arguments."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from licheck import __version__
from licheck.edge import files, rulebook, streams
from licheck.edge.cache import answers as given
from licheck.edge.clock import today
from licheck.edge.judge import Answer, Job, Source, failed
from licheck.edge.originals_place import store_folder
from licheck.edge.publish import need_sides, wanted
from licheck.edge.settings_plan import Plan, Planned
from licheck.edge.workers import Workers
from licheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry, Report

STANDARD_INPUT = "-"
YOU_RULES, YOU_ORIGINAL = "you (--rules)", "you (--original)"

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


def run_plan(plan: Plan, options: CheckOptions, workers: Workers) -> Ran:
    """Judge what was planned."""
    return run_jobs(plan, jobs_of(plan, workers), options, workers)


def jobs_of(plan: Plan, workers: Workers) -> Jobs:
    """The jobs of judging what was planned; the rule files, originals and stores that they name can be read."""
    inputs, day = _Inputs(), today()
    commons: dict[CheckOptions, _Common] = {}
    jobs: list[Job | Answer] = []
    for page in plan.pages:
        if page.refused:
            jobs.append(Answer(errors=(failed(page.page, page.refused, page.code),)))
            continue
        if page.options not in commons:
            commons[page.options] = _common(page.options, day, inputs, workers)
        jobs.append(_job(page, commons[page.options], page.options.read_as, inputs))
    return Jobs(jobs, tuple(error for common in commons.values() for error in common.errors), day)


def run_jobs(plan: Plan, jobs: Jobs, options: CheckOptions, workers: Workers) -> Ran:
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


class _Common(NamedTuple):
    """What pages with the same options have in common; `unchecked` says why none of them can be checked."""

    job: Job
    errors: tuple[ErrorEntry, ...] = ()
    unchecked: str = ""
    code: int = 0


def _common(options: CheckOptions, day: str, inputs: _Inputs, workers: Workers) -> _Common:
    rules, rule_errors = _rules(options.rules, workers)
    original, original_errors = _original(options.original, inputs, workers, options.original_from)
    store, store_errors = _store(options, workers)
    job = Job(
        page=None,
        rules=rules or rulebook.ALL,
        original=original,
        people=options.authors,
        people_from="--author" if options.authors else "",
        chosen_by=YOU_RULES if rules and options.rules_from == YOU_RULES else "",
        medium=options.medium or "online",
        profile=options.profile,
        today=day,
        store=store,
        sides=need_sides(wanted(options)),
        original_from=options.original_from,
    )
    errors = (*rule_errors, *original_errors, *store_errors)
    if options.rules and not rules:
        by_hand = options.rules_from == YOU_RULES
        named = "--rules" if by_hand else options.rules_from
        return _Common(job, errors, f"no rule set named with {named} could be used", 2)
    if options.original and not original:
        return _Common(job, errors, "the original could not be read", 3)
    if store_errors:
        why = "the store of originals could not be used"
        return _Common(job, errors, why, store_errors[0].exit_code)
    return _Common(job, errors)


def _job(page: Planned, common: _Common, read_as: str, inputs: _Inputs) -> Job | Answer:
    """The job for a page, or why there is none."""
    if common.unchecked:
        return Answer(errors=(failed(page.page, f"not checked: {common.unchecked}", common.code),))
    return _with_page(common.job._replace(settled=page.settled), page.page, read_as, inputs)


def _with_page(common: Job, page: str, read_as: str, inputs: _Inputs) -> Job | Answer:
    try:
        return common._replace(page=inputs.source(page, read_as))
    except InputError as error:
        return Answer(errors=(failed(page, str(error), 3),))


def _rules(names: tuple[str, ...], workers: Workers) -> tuple[tuple[str, ...], list[ErrorEntry]]:
    """The rule files behind the names that are sound, and what is wrong with the others."""
    sound: dict[str, None] = {}  # an ordered set: a rule set named twice is applied once
    errors: list[ErrorEntry] = []
    for name in names:
        try:
            path = rulebook.find(name)
        except UsageError as error:
            errors.append(failed(name, str(error), error.exit_code))
            continue
        for answer in workers.run([Job(page=None, rules=(path,))] if path not in sound else []):
            errors += heard(answer).errors
            if not answer.errors:
                sound[path] = None
    return tuple(sound), errors


def _original(
    path: str, inputs: _Inputs, workers: Workers, told_by: str = YOU_ORIGINAL
) -> tuple[Source | None, list[ErrorEntry]]:
    """The original if it can be read, else what is wrong with it."""
    if not path:
        return None, []
    try:
        source = inputs.source(path, "")
        (answer,) = workers.run([Job(page=None, rules=(), original=source)])
        problems = [error.message for error in heard(answer).errors]
    except InputError as error:
        problems = [str(error)]
    if problems:
        named = "--original" if told_by == YOU_ORIGINAL else told_by
        return None, [failed(path, f"cannot be used as the original ({named}): {why}", 3) for why in problems]
    return source, []


def _store(options: CheckOptions, workers: Workers) -> tuple[str, list[ErrorEntry]]:
    """The folder of the store of originals that pages are looked up in, if there is one; what is wrong with it."""
    store = "" if options.original else store_folder(options.originals)
    if not store:
        return "", []
    (answer,) = workers.run([Job(page=None, rules=(), store=store)])
    streams.say(*heard(answer).told)
    return store, [*answer.errors]


def _pages(options: CheckOptions, common: Job, inputs: _Inputs, workers: Workers) -> list[Answer]:
    """An answer for each page and each story, in the order of the arguments."""
    jobs = [_with_page(common, page, options.read_as, inputs) for page in options.pages]
    return [answer for answers in _answers(jobs, options, workers) for answer in answers]


def _answers(
    jobs: Sequence[Job | Answer], options: CheckOptions, workers: Workers
) -> list[tuple[Answer, ...]]:
    """For each job its answer, followed by one for each story where the file holds several."""
    due = [job for job in jobs if isinstance(job, Job)]
    judged = zip(due, _in_turn(due, options, workers), strict=True)
    answers = [(None, job) if isinstance(job, Answer) else next(judged) for job in jobs]
    return _with_stories(answers, options, workers)


def _with_stories(
    answers: Sequence[tuple[Job | None, Answer]], options: CheckOptions, workers: Workers
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


def _in_turn(jobs: Sequence[Job], options: CheckOptions, workers: Workers) -> list[Answer]:
    """An answer for each job; somebody who waits for many at a terminal sees that it goes on."""
    watched = len(jobs) > _MANY and not options.quiet and streams.is_terminal(sys.stderr)
    answers: list[Answer] = []
    judged = given(jobs, workers, wanted=options.cache)
    for index in range(len(jobs)):
        if watched:
            streams.show_progress(index, len(jobs))
        answers.append(heard(next(judged)))
    if watched:
        streams.clear_progress()
    return answers


def read_pages(pages: tuple[str, ...], common: Job, read_as: str, workers: Workers) -> list[Answer]:
    """An answer for each page that is only to be read, in the order of the arguments."""
    return _pages(CheckOptions(pages, read_as=read_as), common, _Inputs(), workers)


def compare_pages(
    pages: tuple[str, ...], original: str, common: Job, read_as: str, workers: Workers
) -> list[Answer]:
    """An answer for each page that is to be held against an original; one alone where that cannot be read."""
    inputs = _Inputs()
    source, errors = _original(original, inputs, workers)
    if source is None:
        return [Answer(errors=tuple(errors))]
    return _pages(CheckOptions(pages, read_as=read_as), common._replace(original=source), inputs, workers)


def heard(answer: Answer) -> Answer:
    """The answer, after its traceback was shown to whoever asked for that (LICHECK_DEBUG)."""
    streams.say(*answer.trace.splitlines())
    return answer


class _Inputs:
    """Inputs by name. Standard input can be read only once, whoever asks for it."""

    def __init__(self) -> None:
        self._standard: bytes | InputError | None = None

    def source(self, path: str, read_as: str) -> Source:
        """What a worker needs to read the input. Raises InputError for a standard input that is of no use."""
        file, story = files.story_in(path)
        if file != STANDARD_INPUT:
            return Source(file, None, read_as, story)
        if self._standard is None:
            try:
                self._standard = files.read_standard_input()
            except InputError as error:
                self._standard = error
        if isinstance(self._standard, InputError):
            raise self._standard
        return Source(file, self._standard, read_as, story)
