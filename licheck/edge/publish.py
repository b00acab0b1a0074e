"""The reports of a run, each written to its file or to standard output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from licheck.edge import files, streams
from licheck.errors import InputError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from licheck.edge.run import CheckOptions
    from licheck.model.report import ErrorEntry, Report

_FORMATS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "reports")


def wanted(options: CheckOptions) -> tuple[tuple[str, str], ...]:
    """The reports that were asked for: format, and file (empty: standard output)."""
    return options.reports or ((options.format or "terminal", options.output),)


def need_sides(reports: Iterable[tuple[str, str]]) -> bool:
    """Whether any of these formats shows the texts: its module says `NEEDS_SIDES = True`.

    The module is looked at and not imported, for which the first page would have to wait.
    """
    return any(_says_sides(format) for format, _ in reports if format.isidentifier())


def _says_sides(format: str) -> bool:
    try:
        data = files.read_input(os.path.join(_FORMATS, f"{format}.py"))
    except InputError:  # there is no such format, which is told when it is to be used
        return False
    return b"\nNEEDS_SIDES = True\n" in data


def require_outputs(options: CheckOptions) -> None:
    """Refuse, before any work is done, what would destroy an input or another report.

    A file that cannot be written is refused too where nothing else was asked for. Raises UsageError, OutputError.
    """
    reports = wanted(options)
    taken: set[str] = set()
    for _, file in reports:
        if not file:
            continue
        if len(reports) == 1:
            files.require_writable(file)
        for path in (*options.pages, *options.rules, options.original):
            if path and files.same(files.story_in(path)[0], file):
                option = "--report" if options.reports else "--output"
                raise UsageError(f"{option} {file} would overwrite an input of this check: name another file")
        if os.path.realpath(file) in taken:
            raise UsageError(f"--report: two reports would go to {file}: name another file for one of them")
        taken.add(os.path.realpath(file))


def get_ready(options: CheckOptions) -> None:
    """Import what the reports need. Raises UsageError for a format that is none."""
    if options.quiet and wanted(options) == (("terminal", ""),):
        return  # nothing is written
    from licheck.model.report import Report
    from licheck.reports import formats

    for format, file in wanted(options):
        if format not in formats():
            raise UsageError(f"there is no output format {format}: choose one of {', '.join(formats())}")
        _render(Report(()), format, file, options)


def publish(report: Report, options: CheckOptions) -> int:
    """Write all reports; errors are told on standard error too, unless they stand on the screen anyway.

    Files come first, and one that cannot be written keeps no other from being written. Returns the exit code.
    Raises OutputError where there is one report only, or standard output takes none.
    """
    reports = wanted(options)
    on_screen = ("terminal", "") in reports and streams.is_terminal(sys.stdout) and not options.quiet
    if not on_screen:
        streams.say(*map(sentence, report.errors))
    lost = []
    for format, file in reports:
        if file:
            try:
                put(report, format, file, options)
            except OutputError as error:
                if len(reports) == 1:
                    raise
                lost.append(error)
    streams.say(*map(str, lost))
    for format, file in reports:
        if not file and not options.quiet:
            put(report, format, file, options)
    return max([report.exit_code, *(error.exit_code for error in lost)])


def put(report: Report, format: str, file: str, options: CheckOptions) -> None:
    """Write one report to its file, or (empty) to standard output. Raises OutputError."""
    text = _render(report, format, file, options)
    if file:
        files.write_output(file, text.encode("utf-8", "backslashreplace"))
    else:
        streams.write(text, "utf-8" if format != "terminal" else "")


def sentence(error: ErrorEntry) -> str:
    """What is wrong, and where: a fault in a rule file says that itself."""
    if error.message.startswith(f"{error.path}:"):
        return error.message
    return f"{error.path}: {error.message}"


def _render(report: Report, format: str, file: str, options: CheckOptions) -> str:
    from licheck.reports import Style, render

    style = Style(
        width=streams.width(bool(file)),
        colour=options.colour == "always" if file else streams.colour_wanted(options.colour),
        verbose=options.verbose,
        unicode=bool(file) or streams.shows_unicode(),
    )
    return render(format, report, style)
