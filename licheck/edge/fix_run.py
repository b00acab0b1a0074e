"""One run of `licheck fix`: the pages are checked as by `licheck check`, and those that fail are mended by workers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files, fix_tell, publish, streams
from licheck.edge.cache_place import keeping
from licheck.edge.faults import heard
from licheck.edge.fix_judge import Fix, Fixed
from licheck.edge.inputs import STANDARD_INPUT
from licheck.edge.jobs import Answer, Job, failed
from licheck.edge.run import CheckOptions, jobs_of, run_jobs
from licheck.edge.settings_plan import plan
from licheck.edge.workers import Workers
from licheck.errors import InputError, LicheckError, OutputError, UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry, PageReport, Report
    from licheck.repair import Outcome


class FixOptions(NamedTuple):
    """What `licheck fix` was asked for beside what `check` can be: to show a diff, to write, to do what is unsafe.

    `logos` are pairs of a rule set's id and the address of the publisher's logo.
    """

    diff: bool = False
    write: bool = False
    unsafe: bool = False
    logos: tuple[tuple[str, str], ...] = ()


class _Page(NamedTuple):
    """A page that was checked, and what became of what fails on it; `written`: the file has it."""

    report: PageReport
    fixed: Fixed | None = None
    written: bool = False


def fix(options: CheckOptions, wanted: FixOptions) -> int:
    """Mend pages, or show how. Returns the exit code. Raises UsageError."""
    if STANDARD_INPUT in options.pages:
        raise UsageError("standard input cannot be mended: name a file")
    with Workers() as workers:
        desk = keeping(workers, wanted=options.cache)
        planned = plan(options, desk)
        jobs = jobs_of(planned, desk)
        report = run_jobs(planned, jobs, options, desk).report
        pages, errors = _mended(report, _jobs(jobs.jobs), wanted, workers)
    if wanted.write:
        pages, lost = _written(pages)
        errors += lost
    report = replace(report, pages=tuple(map(_after, pages)), errors=(*report.errors, *errors))
    _tell(pages, report, options, wanted)
    return report.exit_code


def _jobs(jobs: list[Job | Answer]) -> dict[str, Job]:
    """The job of each page by the name that reports give it."""
    return {job.page.name: job for job in jobs if isinstance(job, Job) and job.page}


def _mended(
    report: Report, jobs: dict[str, Job], wanted: FixOptions, workers: Workers
) -> tuple[list[_Page], list[ErrorEntry]]:
    """Each page of a report, with what could be mended on it."""
    todo: list[tuple[int, Job]] = []
    pages = [_Page(page) for page in report.pages]
    for at, page in enumerate(report.pages):
        if not any(finding.verdict.value == "failed" for finding in page.findings):
            continue
        if page.path in jobs:
            todo.append((at, jobs[page.path]._replace(task=_task(page, wanted), sides=False)))
        else:
            pages[at] = pages[at]._replace(fixed=_not_here(page))
    answers = zip(todo, workers.run([job for _, job in todo]), strict=True)
    errors: list[ErrorEntry] = []
    for (at, _), answer in answers:
        errors += heard(answer).errors
        if isinstance(answer.result, Fixed):
            pages[at] = pages[at]._replace(fixed=answer.result)
    return pages, errors


def _not_here(page: PageReport) -> Fixed:
    """What is told of a story in a file of several."""
    from licheck.repair import Outcome, State

    why = "because it cannot be mended here: the file holds several stories"
    outcomes = (
        Outcome(one.requirement, one.rule_set, one.level, State.NOT_MENDED, why)
        for one in page.findings
        if one.verdict.value == "failed" and not one.waiver
    )
    return Fixed(tuple(outcomes))


def _task(page: PageReport, wanted: FixOptions) -> Fix:
    waived = (
        (finding.rule_set, finding.requirement, finding.waiver.by)
        for finding in page.findings
        if finding.waiver
    )
    return Fix(wanted.unsafe, wanted.logos, tuple(waived))


def _written(pages: list[_Page]) -> tuple[list[_Page], list[ErrorEntry]]:
    """The pages, their files written; what could not be written."""
    done: list[_Page] = []
    errors: list[ErrorEntry] = []
    for page in pages:
        try:
            done.append(page._replace(written=_write(page)))
        except LicheckError as error:
            done.append(page)
            message = str(error).removeprefix(f"{page.report.path}: ")
            errors.append(failed(page.report.path, message, error.exit_code))
    return done, errors


def _write(page: _Page) -> bool:
    """Write a page that was mended: whole or not at all; a link stays one, and permissions stay."""
    fixed, path = page.fixed, files.story_in(page.report.path)[0]
    if fixed is None or fixed.data is None:
        return False
    now = files.read_input(path)
    if now == fixed.data:  # named twice
        return True
    if now != fixed.before:
        raise InputError("was changed by somebody else meanwhile, and not written: run licheck fix again")
    try:
        files.write_output(path, fixed.data)
    except OutputError as error:
        reason = str(error).rpartition(": ")[2]
        raise OutputError(f"{path}: could not be written: {reason}") from error
    return True


def _after(page: _Page) -> PageReport:
    """The report on a page, as its file is now."""
    if not page.written or page.fixed is None:
        return page.report
    from licheck.model.finding import Verdict

    mended = {(one.rule_set, one.requirement) for one in page.fixed.outcomes if _is_mended(one)}
    findings = (
        replace(finding, verdict=Verdict.PASSED)
        if (finding.rule_set, finding.requirement) in mended
        else finding
        for finding in page.report.findings
    )
    return replace(page.report, findings=tuple(findings))


def _is_mended(outcome: Outcome) -> bool:
    return outcome.state.name == "MENDED"


def _tell(pages: list[_Page], report: Report, options: CheckOptions, wanted: FixOptions) -> None:
    streams.say(*map(publish.sentence, report.errors))
    if wanted.diff:
        diffs = (line for page in pages if page.fixed for line in page.fixed.diff)
        streams.write("".join(f"{fix_tell.diff_line(line)}\n" for line in diffs), "utf-8")
    told = [
        fix_tell.Told(page.report, page.fixed.outcomes if page.fixed else (), page.written) for page in pages
    ]
    lines = fix_tell.lines(told, report, write=wanted.write, diff=wanted.diff)
    if wanted.diff:
        streams.say(*(lines if not options.quiet else ()))  # the diff alone goes to standard output
    elif not options.quiet:
        streams.write(streams.harmless(lines))
