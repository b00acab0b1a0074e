"""One run of `licheck check`: jobs for all that was named, and a report in the order of the arguments."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from licheck import __version__
from licheck.edge import files, rulebook, streams
from licheck.edge.judge import Answer, Job, Source, failed
from licheck.edge.originals_place import store_folder
from licheck.edge.workers import Workers
from licheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry, Report

STANDARD_INPUT = "-"

_MANY = 20  # pages; with more, a person at the terminal wants to see that it goes on


class CheckOptions(NamedTuple):
    """What `licheck check` was asked for; empty where nothing was said.

    `originals` is the folder of a store of originals, `rules` are ids of rule sets and paths of rule files, `medium` a value of
    `licheck.model.requirement.Medium`, `read_as` the format of the pages, `colour` auto, always or never.
    """

    pages: tuple[str, ...]
    original: str = ""
    originals: str = ""
    rules: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    medium: str = "online"
    format: str = "terminal"
    output: str = ""
    read_as: str = ""
    colour: str = "auto"
    quiet: bool = False
    verbose: bool = False


def run(options: CheckOptions, workers: Workers) -> Report:
    """A report on every page: judged, or an error that says why it was not."""
    inputs = _Inputs()
    rules, rule_errors = _rules(options.rules, workers)
    original, original_errors = _original(options.original, inputs, workers)
    store, store_errors = _store(options, workers)
    if options.rules and not rules:
        answers = [
            _unchecked(page, "no rule set named with --rules could be used", 2) for page in options.pages
        ]
    elif options.original and not original:
        answers = [_unchecked(page, "the original could not be read", 3) for page in options.pages]
    elif store_errors:
        code = store_errors[0].exit_code
        answers = [
            _unchecked(page, "the store of originals could not be used", code) for page in options.pages
        ]
    else:
        common = Job(
            page=None,
            rules=rules or rulebook.shipped(),
            original=original,
            people=options.authors,
            people_from="--author" if options.authors else "",
            chosen_by="you (--rules)" if rules else "",
            medium=options.medium,
            store=store,
        )
        answers = _pages(options, common, inputs, workers)
    from licheck.model.report import Report

    pages = tuple(answer.page for answer in answers if answer.page)
    page_errors = tuple(error for answer in answers for error in answer.errors)
    return Report(pages, (*rule_errors, *original_errors, *store_errors, *page_errors), __version__)


def _unchecked(page: str, why: str, exit_code: int) -> Answer:
    return Answer(errors=(failed(page, f"not checked: {why}", exit_code),))


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


def _original(path: str, inputs: _Inputs, workers: Workers) -> tuple[Source | None, list[ErrorEntry]]:
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
        return None, [
            failed(path, f"cannot be used as the original (--original): {why}", 3) for why in problems
        ]
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
    refused: dict[int, Answer] = {}
    jobs = []
    for index, page in enumerate(options.pages):
        try:
            jobs.append(common._replace(page=inputs.source(page, options.read_as)))
        except InputError as error:
            refused[index] = Answer(errors=(failed(page, str(error), 3),))
    judged = zip(jobs, _in_turn(jobs, options, workers), strict=True)
    answers = [(None, refused[at]) if at in refused else next(judged) for at in range(len(options.pages))]
    return _with_stories(answers, options, workers)


def _with_stories(
    answers: Sequence[tuple[Job | None, Answer]], options: CheckOptions, workers: Workers
) -> list[Answer]:
    """The answers, those for files that hold several stories followed by one for each story."""
    jobs = [
        job._replace(page=job.page._replace(story=number + 1))
        for job, answer in answers
        if job and job.page
        for number in range(answer.stories)
    ]
    stories = iter(_in_turn(jobs, options, workers))
    return [one for _, answer in answers for one in (answer, *(next(stories) for _ in range(answer.stories)))]


def _in_turn(jobs: Sequence[Job], options: CheckOptions, workers: Workers) -> list[Answer]:
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
