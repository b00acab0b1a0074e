"""The only door to files, time and processes: options in, report out, exit code back.

Everything that comes from strangers (pages, originals, rule files) is read and judged in worker processes
(`licheck.edge`). This process hands out the jobs, gathers the answers and writes the report; before it has
handed out the first job, it imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from licheck.edge import publish, streams
from licheck.edge.cache_place import keeping
from licheck.edge.run import CheckOptions, run_plan
from licheck.edge.settings_plan import plan
from licheck.edge.workers import Workers
from licheck.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser

__all__ = [
    "CheckOptions",
    "audit",
    "audit_compare",
    "audit_export",
    "audit_letters",
    "audit_report",
    "baseline",
    "check",
    "completion",
    "diff",
    "doctor",
    "fix",
    "formats",
    "init",
    "list_rules",
    "logos",
    "originals",
    "page_formats",
    "read",
    "show_rules",
    "show_settings",
    "waivers",
]


def formats() -> tuple[str, ...]:
    """The names of the output formats."""
    from licheck.reports import formats

    return formats()


def page_formats() -> tuple[str, ...]:
    """The names of the formats of pages."""
    from licheck.readers import formats

    return tuple(format.name for format in formats())


def _require_format(read_as: str) -> None:
    """Raise UsageError where `--as` names no format of pages."""
    if read_as and read_as not in page_formats():
        raise UsageError(f"--as {read_as}: choose one of {', '.join(page_formats())}")


def check(options: CheckOptions) -> int:
    """Check pages and write the report. Returns the exit code (see `licheck.model.report.Report`).

    Raises UsageError, and OutputError where the report cannot be written.
    """
    publish.require_outputs(options)
    ready = cache(lambda: _get_ready(options))
    with Workers(ready) as workers:
        desk = keeping(workers, wanted=options.cache)
        planned = plan(options, desk)
        options = options._replace(reports=planned.reports or options.reports)
        publish.require_outputs(options)
        report = run_plan(planned, options, desk).report
    ready()  # where all answers were kept from an earlier run, nothing has called it
    return publish.publish(report, options)


def fix(
    options: CheckOptions, *, diff: bool, write: bool, unsafe: bool, logos: tuple[tuple[str, str], ...]
) -> int:
    """Mend what fails on pages, or show how. Returns the exit code: as `check`, of the files as they are then.

    `logos` are pairs of a rule set's id and the address of its publisher's logo. Raises UsageError.
    """
    _require_format(options.read_as)
    from licheck.edge import fix_run

    return fix_run.fix(options, fix_run.FixOptions(diff, write, unsafe, logos))


def audit(**options: Any) -> int:
    """Judge the pages of many sources. Returns the exit code; the options are those of `AuditOptions` (licheck.audit.start).

    Raises LicheckError.
    """
    _require_format(options["read_as"])
    from licheck.audit import start

    return start.audit(start.AuditOptions(**options))


def audit_export(results: str, format: str, output: str) -> int:
    """Write the results of an audit for other programs: jsonl, csv or parquet, to a file or to standard output.

    Returns the exit code. Raises LicheckError.
    """
    from licheck.audit import export

    return export.export(results, format, output)


def audit_report(results: str, reports: tuple[tuple[str, str], ...]) -> int:
    """Write the results of an audit as an HTML page, or in the formats of `check`: format, and file (empty: the screen).

    Returns the exit code. Raises LicheckError.
    """
    from licheck.audit_reports import check_report

    return check_report.report(results, reports)


def audit_letters(results: str, folder: str) -> int:
    """Draft letters to republishers, into a new folder. Returns the exit code. Raises LicheckError."""
    from licheck.audit_reports import letters

    return letters.letters(results, folder)


def audit_compare(earlier: str, later: str, format: str, output: str) -> int:
    """Write what changed from one audit to the next: terminal or json, to a file or to standard output.

    Returns the exit code. Raises LicheckError.
    """
    from licheck.audit_reports import compare_tell

    return compare_tell.compare(earlier, later, format, output)


def show_settings(pages: tuple[str, ...], options: CheckOptions, format: str) -> int:
    """Write the settings that hold for each page, and where each comes from. Returns the exit code."""
    from licheck.edge import settings_tell

    return settings_tell.show_settings(pages, options, format)


def waivers(names: tuple[str, ...], options: CheckOptions, format: str) -> int:
    """Write the waivers of these pages and folders, or of all, with the days left. Returns the exit code."""
    from licheck.edge import settings_tell

    return settings_tell.list_waivers(names, options, format)


def baseline(options: CheckOptions, *, prune: bool) -> int:
    """Write a baseline, or prune it. Returns the exit code. Raises LicheckError."""
    from licheck.edge.settings_baseline import keep_baselines

    return keep_baselines(options, prune=prune)


def init(*, folder: str, ci: str, hook: bool | None, source: str, yes: bool, **wanted: Any) -> int:
    """Write configuration, hook and pipeline for the site in a folder. Returns the exit code. Raises LicheckError.

    `wanted` are the fields of `licheck.edge.init_files.Wanted`.
    """
    from licheck.edge import init_ask, init_files, init_run

    told = init_files.Wanted(**wanted)
    return init_run.begin(init_ask.InitOptions(folder, told, ci, hook, source, yes))


def doctor(format: str) -> int:
    """Write what is installed, where things are kept, and what would make it faster. Returns the exit code."""
    from licheck.edge import doctor_run

    return doctor_run.tell(format)


def completion(shell: str, parsers: Mapping[str, ArgumentParser]) -> int:
    """Write the script by which a shell completes what the parser of each command takes. Returns the exit code."""
    from licheck.edge import completion_run

    streams.write(completion_run.script(shell, parsers), "utf-8")
    return 0


def originals(what: str, names: tuple[str, ...], store: str, read_as: str, format: str) -> int:
    """Do what a word of `licheck originals` says with these names. Returns the exit code. Raises LicheckError."""
    _require_format(read_as)
    from licheck.edge import originals_run

    if what == "list":
        return originals_run.list_all(store, format)
    if what in ("add", "find"):
        return (originals_run.add if what == "add" else originals_run.find)(names, store, read_as, format)
    return (originals_run.show if what == "show" else originals_run.remove)(names, store, format)


def list_rules(kind: str = "", licence: str = "", language: str = "", publisher: str = "") -> int:
    """Write a line about each rule set that comes with licheck, or those asked for. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.sift(kind, licence, language, publisher)


def test_rules(names: tuple[str, ...], *, verbose: bool) -> int:
    """Try the rule sets of these ids and paths, or all. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.test(names, verbose=verbose)


def lint_rules(names: tuple[str, ...]) -> int:
    """Write what could be better in these rule files. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.lint(names)


def outdated_rules(names: tuple[str, ...], days: int) -> int:
    """Write whose source was not read again for so many days. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.outdated(names, days)


def explain_rules(names: tuple[str, ...]) -> int:
    """Write what kinds of requirement, or rule sets, ask for. Returns the exit code."""
    from licheck.edge import rules_explain

    return rules_explain.explain(names)


def new_rules(path: str, name: str, domain: str, address: str, asks: tuple[str, ...], seen: str) -> int:
    """Begin a rule file. Returns the exit code. Raises UsageError and OutputError."""
    from licheck.edge import rules_new

    return rules_new.begin(path, rules_new.Wanted(name, domain, address, asks, seen))


def rules_schema() -> int:
    """Write the JSON Schema of rule files. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.schema()


def show_rules(names: tuple[str, ...]) -> int:
    """Write the rule sets of these ids and paths in full. Returns the exit code."""
    from licheck.edge import rules_run

    return rules_run.show(names)


def read(pages: tuple[str, ...], format: str, read_as: str) -> int:
    """Write what is seen on each page, in their order. Returns the exit code."""
    _require_format(read_as)
    from licheck.edge import read_run

    return read_run.read(pages, format, read_as)


def diff(pages: tuple[str, ...], original: str, format: str, read_as: str) -> int:
    """Write what each page changed in the story of the original, in their order. Returns the exit code."""
    _require_format(read_as)
    from licheck.edge import read_run

    return read_run.diff(pages, original, format, read_as)


def logos(pictures: tuple[str, ...]) -> int:
    """Write what these pictures of a logo look like, for a rule file. Returns the exit code."""
    from licheck.edge import logo_run

    return logo_run.tell(pictures)


def _get_ready(options: CheckOptions) -> None:
    """Refuse names that nothing stands for, and import what the reports need."""
    _require_format(options.read_as)
    publish.get_ready(options)
