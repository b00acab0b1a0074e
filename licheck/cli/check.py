"""Check republished pages against what their publishers ask for.

Each PAGE is a web page (HTML, or MHTML as a browser saves it), a story in Markdown, text or JSON (of
WordPress, ninjs or JSON-LD), a feed (RSS, Atom) or an export of WordPress; - is standard input. licheck
finds out by itself whose story a page republishes, unless --rules says it. With the original at hand
(--original) it knows the story's text and its author, and has less to guess.

What is always the same for your site can stand in a file licheck.yaml (docs/configuration.md). With one that
says which files are republications, `licheck check` without PAGE checks those below the current folder.
"""

from __future__ import annotations

from argparse import Namespace

from licheck.app import CheckOptions, check
from licheck.cli._parser import Once, Parser, report, require_one_on_screen
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck check story.html
  licheck check story.html --original original.html --author "Maren Holt"
  licheck check pages/*.html --report terminal --report html:report.html --report json:report.json
  curl -s https://example.org/story | licheck check -

exit codes:
  0  nothing failed
  1  a page lacks something that its publisher demands (a `must`, or what --fail-on says), and nobody waived it
  2  wrong arguments, a configuration or rule file with faults, or a waiver that has run out or is of no use
  3  a file could not be read, the report could not be written, or nothing was checked
  Where several hold, the highest.
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck check [options] [PAGE ...]"
    parser.epilog = _AFTER
    parser.add_argument(
        "pages",
        nargs="*",
        metavar="PAGE",
        help="a page to check; - reads standard input; a folder: the republications in it",
    )
    add = parser.add_argument
    parser.add_conditions("check against this rule set only")
    parser.add_fail_on()
    parser.add_config()
    add(
        "--since",
        default="",
        action=Once,
        metavar="REVISION",
        help="check only files that changed since this revision of git, or are new",
    )
    add("--no-cache", action="store_true", help="judge every page anew, also those that did not change")
    parser.add_read_as()
    add(
        "--report",
        default=[],
        action="append",
        type=report,
        metavar="NAME[:FILE]",
        help="report in this format, to FILE or else to the screen; can be repeated. Formats: csv, github, gitlab,"
        " html, json, junit, markdown, sarif, terminal (default: terminal)",
    )
    add("--format", default="", action=Once, metavar="NAME", help="the same for one report: its format")
    add("--output", default="", action=Once, metavar="FILE", help="the same for one report: its file")
    add(
        "--color",
        default="auto",
        choices=("auto", "always", "never"),
        help="colour in the report (default: auto, on a terminal only)",
    )
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument(
        "-q", "--quiet", action="store_true", help="no report on the screen: errors only, and the exit code"
    )
    how_much.add_argument(
        "-v", "--verbose", action="store_true", help="everything in full, also of what passed"
    )


def run(arguments: Namespace) -> int:
    """Check the pages; the exit code."""
    reports = _reports(arguments)
    return check(
        CheckOptions(
            pages=tuple(arguments.pages),
            original=arguments.original,
            originals=arguments.originals,
            rules=tuple(arguments.rules),
            authors=tuple(arguments.author),
            medium=arguments.medium,
            profile=arguments.profile,
            fail_on=arguments.fail_on,
            config=arguments.config,
            no_config=arguments.no_config,
            since=arguments.since,
            cache=not arguments.no_cache,
            format=arguments.format,
            output=arguments.output,
            reports=reports,
            read_as=arguments.read_as,
            colour=arguments.color,
            quiet=arguments.quiet,
            verbose=arguments.verbose,
        )
    )


def _reports(arguments: Namespace) -> tuple[tuple[str, str], ...]:
    """What --report says; refused where it contradicts itself or another option."""
    reports = tuple(arguments.report)
    if reports and (arguments.format or arguments.output):
        raise UsageError(
            "--report says both the format and the file: leave out --format and --output (--report json:report.json)"
        )
    require_one_on_screen(reports)
    screen = [name for name, file in reports if not file]
    if screen and arguments.quiet:
        raise UsageError(
            f"--quiet leaves no report on the screen: name a file (--report {screen[0]}:FILE), or leave out --quiet"
        )
    return reports
