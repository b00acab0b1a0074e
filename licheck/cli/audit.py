"""Audit many pages: who republished what, and how well.

licheck audit SOURCE ... --output audit.sqlite    judge all pages of the sources
licheck audit --resume --output audit.sqlite      go on with an audit that was stopped
licheck audit export audit.sqlite                 write the results as JSON lines, CSV or Parquet
licheck audit report audit.sqlite --html FILE     write the results as one HTML page; with --report, in other formats
licheck audit letters audit.sqlite --output FOLDER  draft a letter to each republisher
licheck audit compare OLD.sqlite NEW.sqlite       tell what is new, mended, still open, no longer there

A SOURCE is a folder, a page, a pattern ('pages/**/*.html'), a feed or an export, a web archive (WARC), or a list of
pages (CSV or JSON lines with the columns page, original, publisher, republisher, date). With --online it can be an
address, or a list of addresses. The results are one SQLite file, which other programs can query: docs/audit.md.
"""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from licheck import app
from licheck.cli._parser import Once, Parser, report, require_one_on_screen
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck originals add stories/
  licheck audit crawl.warc.gz --output audit.sqlite
  licheck audit pages/ list.csv --output audit.sqlite --jobs 4
  licheck audit export audit.sqlite --format csv --output audit.csv
  licheck audit report audit.sqlite --html audit.html
  licheck audit report audit.sqlite --report html:audit.html --report markdown:audit.md --report sarif:audit.sarif

exit codes:
  0  nothing failed
  1  a page lacks something that its publisher demands (a `must`); compare: such a failure is new; --exit-zero: 0
  2  wrong arguments, or a rule file with faults
  3  a page could not be read, the results could not be written, or there was no page
  Where several hold, the highest.
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck audit [options] SOURCE [SOURCE ...] --output FILE"
    parser.epilog = _AFTER
    parser.add_argument(
        "words",
        nargs="*",
        metavar="SOURCE",
        help="what is audited; or export, report, letters FILE; or compare OLD NEW",
    )
    parser.add_argument(
        "--output",
        default="",
        action=Once,
        metavar="FILE",
        help="the results file (export, compare: the file to write; letters: the folder)",
    )
    _add_judging(parser)
    _add_telling(parser)
    _add_online(parser)


def _add_judging(parser: Parser) -> None:
    add = parser.add_argument
    add(
        "--originals",
        default="",
        action=Once,
        metavar="FOLDER",
        help="the store of originals (see `licheck originals`)",
    )
    add(
        "--rules",
        default=[],
        action="append",
        metavar="ID|FILE",
        help="judge by this rule set only; can be repeated",
    )
    add(
        "--medium",
        default="online",
        choices=("online", "print", "broadcast"),
        help="where the stories ran (default: online)",
    )
    parser.add_read_as()
    add(
        "--jobs",
        default=0,
        type=_count,
        metavar="N",
        help="how many processes judge (default: one for each core)",
    )
    add(
        "--resume",
        action="store_true",
        help="go on with the audit in FILE: nothing is lost, and nothing done twice",
    )


def _add_telling(parser: Parser) -> None:
    add = parser.add_argument
    add("--exit-zero", action="store_true", help="end with 0 also where pages fail")
    add("-q", "--quiet", action="store_true", help="say nothing but errors")
    add(
        "--format",
        default="",
        choices=("jsonl", "csv", "parquet", "terminal", "json"),
        help="export writes jsonl, csv or parquet (default: jsonl), compare terminal or json (default: terminal)",
    )
    add("--html", default="", action=Once, metavar="FILE", help="the page that report writes")
    add(
        "--report",
        default=[],
        action="append",
        type=report,
        metavar="NAME[:FILE]",
        help="report: write the results in this format of `licheck check`, to FILE or else to the screen; can be repeated",
    )


def _add_online(parser: Parser) -> None:
    add = parser.add_argument
    add("--online", action="store_true", help="fetch pages that are named by their address")
    add(
        "--cache",
        default="",
        action=Once,
        metavar="FOLDER",
        help="where fetched pages are kept (default: beside the results)",
    )
    add(
        "--delay",
        default=1.0,
        type=_seconds,
        metavar="SECONDS",
        help="pause between two pages of one site (default: 1)",
    )
    add(
        "--user-agent",
        default="",
        action=Once,
        metavar="TEXT",
        help="as what to introduce ourselves to sites",
    )
    add("--allow-private", action="store_true", help="fetch from addresses inside private networks, too")


def run(arguments: Namespace) -> int:
    """Do it; the exit code."""
    words = arguments.words
    if words[:1] == ["export"]:
        if len(words) != 2:
            raise UsageError("name one results file: `licheck audit export audit.sqlite`")
        return app.audit_export(words[1], _format(arguments, "jsonl", "csv", "parquet"), arguments.output)
    if words[:1] in (["report"], ["letters"], ["compare"]):
        return _of_results(words[0], words[1:], arguments)
    if not arguments.output:
        raise UsageError("name the file for the results: --output audit.sqlite")
    return app.audit(
        sources=tuple(words),
        output=arguments.output,
        originals=arguments.originals,
        rules=tuple(arguments.rules),
        medium=arguments.medium,
        read_as=arguments.read_as,
        jobs=arguments.jobs,
        resume=arguments.resume,
        exit_zero=arguments.exit_zero,
        quiet=arguments.quiet,
        online=arguments.online,
        cache=arguments.cache,
        delay=arguments.delay,
        agent=arguments.user_agent,
        allow_private=arguments.allow_private,
    )


def _of_results(what: str, names: list[str], arguments: Namespace) -> int:
    """Make something of results that are there."""
    if what == "compare":
        if len(names) != 2:
            raise UsageError("name two results files: `licheck audit compare old.sqlite new.sqlite`")
        code = app.audit_compare(names[0], names[1], _format(arguments, "terminal", "json"), arguments.output)
        return 0 if code == 1 and arguments.exit_zero else code
    if len(names) != 1:
        raise UsageError(f"name one results file: `licheck audit {what} audit.sqlite`")
    if what == "letters":
        return app.audit_letters(names[0], arguments.output)
    reports = (*arguments.report, *([("html", arguments.html)] if arguments.html else []))
    if not reports:
        raise UsageError("name the page to write: --html audit.html; or a format: --report markdown:audit.md")
    require_one_on_screen(reports)
    return app.audit_report(names[0], reports)


def _format(arguments: Namespace, *choices: str) -> str:
    """The format that was asked for, else the first. Raises UsageError."""
    chosen = arguments.format or choices[0]
    if chosen not in choices:
        raise UsageError(f"--format {chosen}: choose one of {', '.join(choices)}")
    return str(chosen)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError("write a number from 1 to 256")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise ArgumentTypeError("write a number of seconds from 0 to 3600")
    return seconds
