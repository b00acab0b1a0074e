"""Add to republished pages what their publishers ask for and what is missing.

Credits, links, the canonical address and page counters are put into the source of web pages (HTML) and of stories in
Markdown; all else in the file stays byte for byte. A fix is kept only if the page, read again, then meets the requirement and
nothing else has become worse. Without --write nothing is written.
"""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace

from licheck.app import CheckOptions, fix
from licheck.cli._parser import Parser

_AFTER = """\
examples:
  licheck fix story.html --original original.html
  licheck fix story.html --original original.html --diff
  licheck fix content/*.md --originals store --logo dcnf=/img/dcnf.png --write

exit codes:
  0  nothing fails in the files (any more)
  1  something that fails remains in a file: it cannot be mended, or --write was not given
  2  wrong arguments, or a configuration or rule file with faults
  3  a file could not be read or written, or nothing was checked
  Where several hold, the highest.
"""
_LOGO = re.compile(r"([\w.-]+)=(\S+)")


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck fix [options] [PAGE ...]"
    parser.epilog = _AFTER
    add = parser.add_argument
    add("pages", nargs="*", metavar="PAGE", help="a page to mend; a folder: the republications in it")
    add("--write", action="store_true", help="write the files")
    add("--diff", action="store_true", help="show what changes, as a unified diff")
    add(
        "--unsafe",
        action="store_true",
        help="do also what a person should decide, such as which spelling of a name is right",
    )
    add(
        "--logo",
        default=[],
        action="append",
        type=_logo,
        metavar="ID=ADDRESS",
        help="show this picture as the logo of the publisher with this rule set; can be repeated",
    )
    parser.add_conditions("mend what this rule set asks for only")
    parser.add_config()
    parser.add_read_as()
    add("-q", "--quiet", action="store_true", help="no summary: errors only, and the exit code")


def run(arguments: Namespace) -> int:
    """Mend the pages; the exit code."""
    options = CheckOptions(
        pages=tuple(arguments.pages),
        original=arguments.original,
        originals=arguments.originals,
        rules=tuple(arguments.rules),
        authors=tuple(arguments.author),
        medium=arguments.medium,
        profile=arguments.profile,
        config=arguments.config,
        no_config=arguments.no_config,
        read_as=arguments.read_as,
        quiet=arguments.quiet,
    )
    return fix(
        options,
        diff=arguments.diff,
        write=arguments.write,
        unsafe=arguments.unsafe,
        logos=tuple(arguments.logo),
    )


def _logo(text: str) -> tuple[str, str]:
    found = _LOGO.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(
            f"{text}: write the rule set's id and the picture's address, like dcnf=/img/dcnf.png"
        )
    return found[1], found[2]
