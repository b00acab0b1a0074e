"""Tell what a logo looks like, for a rule file: its hash.

A rule set with `hashes` knows the publisher's logo again by what it shows, whatever its file is called, scaled, grey, on
another ground or as JPEG. No picture is stored, only its hash. Give one file for each form of the logo.
"""

from __future__ import annotations

from argparse import Namespace

from licheck.app import logos
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_AFTER = """\
example:
  licheck logo logo.svg logo-stacked.png

Reads PNG, JPEG, GIF, WebP, AVIF, BMP and SVG. Needs the extra `logos`: pip install pillow resvg-py

exit codes:
  0  every picture has its hash
  2  wrong arguments
  3  a file could not be read, or is no picture
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck logo PICTURE [PICTURE ...]"
    parser.epilog = _AFTER
    parser.add_argument("pictures", nargs="*", metavar="PICTURE", help="a file with the logo")


def run(arguments: Namespace) -> int:
    """Look at the pictures; the exit code."""
    if not arguments.pictures:
        raise UsageError("name at least one picture of the logo")
    return logos(tuple(arguments.pictures))
