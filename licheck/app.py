"""The only door to files, time and processes: options in, report out, exit code back.

Everything that comes from strangers (pages, originals, rule files) is read and judged in worker processes
(`licheck.edge`). This process hands out the jobs, gathers the answers and writes the report; before it has
handed out the first job, it imports next to nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from licheck.edge import files, rulebook, streams
from licheck.edge.judge import Answer, Job, failed
from licheck.edge.run import CheckOptions, compare_pages, heard, read_pages, run
from licheck.edge.workers import Workers
from licheck.errors import UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry, Report

__all__ = [
    "CheckOptions",
    "check",
    "diff",
    "formats",
    "list_rules",
    "originals",
    "page_formats",
    "read",
    "show_rules",
]


def formats() -> tuple[str, ...]:
    """The names of the output formats."""
    from licheck.reports import formats

    return formats()


def page_formats() -> tuple[str, ...]:
    """The names of the formats of pages."""
    from licheck.readers import formats

    return tuple(format.name for format in formats())


def check(options: CheckOptions) -> int:
    """Check pages and write the report. Returns the exit code (see `licheck.model.report.Report`).

    Raises UsageError, and OutputError where the report cannot be written.
    """
    if options.output:
        _require_output(options)
    with Workers(lambda: _get_ready(options)) as workers:
        report = run(options, workers)
    _publish(report, options)
    return report.exit_code


def originals(what: str, names: tuple[str, ...], store: str, read_as: str, format: str) -> int:
    """Do what a word of `licheck originals` says with these names. Returns the exit code. Raises LicheckError."""
    if read_as and read_as not in page_formats():
        raise UsageError(f"--as {read_as}: choose one of {', '.join(page_formats())}")
    from licheck.edge import originals_run

    if what == "list":
        return originals_run.list_all(store, format)
    if what in ("add", "find"):
        return (originals_run.add if what == "add" else originals_run.find)(names, store, read_as, format)
    return (originals_run.show if what == "show" else originals_run.remove)(names, store, format)


def list_rules() -> int:
    """Write a line about each rule set that comes with licheck. Returns the exit code."""
    return _tell(rulebook.shipped(), "line")


def show_rules(names: tuple[str, ...]) -> int:
    """Write the rule sets of these ids and paths in full. Returns the exit code."""
    return _tell(names, "full")


def read(pages: tuple[str, ...], format: str, read_as: str) -> int:
    """Write what is seen on each page, in their order. Returns the exit code."""
    job = Job(page=None, rules=(), tell=format)
    return _tell_of_pages(lambda workers: read_pages(pages, job, read_as, workers), format, read_as)


def diff(pages: tuple[str, ...], original: str, format: str, read_as: str) -> int:
    """Write what each page changed in the story of the original, in their order. Returns the exit code."""
    job = Job(page=None, rules=rulebook.shipped(), tell=format)
    return _tell_of_pages(
        lambda workers: compare_pages(pages, original, job, read_as, workers), format, read_as
    )


def _tell_of_pages(answers: Callable[[Workers], Iterable[Answer]], format: str, read_as: str) -> int:
    """Write what workers tell of pages. Returns the exit code."""
    if read_as and read_as not in page_formats():
        raise UsageError(f"--as {read_as}: choose one of {', '.join(page_formats())}")
    from licheck.reports.escape import json_document

    errors: list[ErrorEntry] = []
    with Workers() as workers:
        for answer in answers(workers):
            errors += answer.errors
            if format == "jsonl":
                streams.write("".join(json_document(line) + "\n" for line in answer.told), "utf-8")
            else:
                streams.write(streams.harmless(answer.told))
    streams.say(*map(_sentence, errors))
    return max((error.exit_code for error in errors), default=0)


def _tell(names: tuple[str, ...], how: str) -> int:
    errors: list[ErrorEntry] = []
    told: list[str] = []
    with Workers() as workers:
        for name in names:
            try:
                job = Job(page=None, rules=(rulebook.find(name),), tell=how)
            except UsageError as error:
                errors.append(failed(name, str(error), error.exit_code))
                continue
            for answer in workers.run([job]):
                errors += heard(answer).errors
                told += answer.told
    streams.say(*map(_sentence, errors))
    streams.write(streams.harmless(told))
    return max((error.exit_code for error in errors), default=0)


def _require_output(options: CheckOptions) -> None:
    files.require_writable(options.output)
    for path in (*options.pages, *options.rules, options.original):
        if path and files.same(files.story_in(path)[0], options.output):
            raise UsageError(
                f"--output {options.output} would overwrite an input of this check: name another file"
            )


def _get_ready(options: CheckOptions) -> None:
    """Refuse names that nothing stands for, and import what the report needs."""
    from licheck.model.report import Report

    if options.format not in formats():
        raise UsageError(f"there is no output format {options.format}: choose one of {', '.join(formats())}")
    if options.read_as and options.read_as not in page_formats():
        raise UsageError(f"--as {options.read_as}: choose one of {', '.join(page_formats())}")
    _render(Report(()), options)


def _publish(report: Report, options: CheckOptions) -> None:
    """Write the report; tell errors on standard error too, unless they stand on the screen anyway."""
    on_screen = (
        options.format == "terminal"
        and streams.is_terminal(sys.stdout)
        and not (options.output or options.quiet)
    )
    if not on_screen:
        streams.say(*map(_sentence, report.errors))
    if options.quiet and not options.output:
        return
    text = _render(report, options)
    if options.output:
        files.write_output(options.output, text.encode("utf-8", "backslashreplace"))
    else:
        streams.write(text, "utf-8" if options.format != "terminal" else "")


def _sentence(error: ErrorEntry) -> str:
    """What is wrong, and where: a fault in a rule file says that itself."""
    if error.message.startswith(f"{error.path}:"):
        return error.message
    return f"{error.path}: {error.message}"


def _render(report: Report, options: CheckOptions) -> str:
    from licheck.reports import Style, render

    to_file = bool(options.output)
    style = Style(
        width=streams.width(to_file),
        colour=options.colour == "always" if to_file else streams.colour_wanted(options.colour),
        verbose=options.verbose,
        unicode=to_file or streams.shows_unicode(),
    )
    return render(options.format, report, style)
