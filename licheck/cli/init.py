"""Set licheck up for a site: its configuration, a hook for pre-commit, a job for the pipeline.

It looks at the site in FOLDER (or here): one made with Hugo, Jekyll, Eleventy or Astro, or plain HTML. It says what
it would write, asks where there is somebody to ask, and overwrites nothing: to a .pre-commit-config.yaml one
entry is added, and for what cannot be added for sure it says what to add. docs/newsroom.md tells more.
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._parser import Once, Parser
from licheck.errors import UsageError

_AFTER = """\
examples:
  licheck init
  licheck init --republications 'content/syndicated/**' --ci github --source https://code.example/desk/licheck@v1.2 --yes
  licheck init --front-matter syndicated_from --rules propublica --ci none --no-hook --yes

exit codes:
  0  all is in place
  1  something has to be added by hand: what and where is told
  2  wrong arguments, or nothing was written since nobody agreed
  3  a file could not be written
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck init [options] [FOLDER]"
    parser.epilog = _AFTER
    parser.add_argument(
        "folder", nargs="*", metavar="FOLDER", help="the folder of the site (default: this one)"
    )
    add = parser.add_argument
    add("-y", "--yes", action="store_true", help="write without asking")
    add(
        "--republications",
        default=[],
        action="append",
        metavar="GLOB",
        help="files that are republications; can be repeated",
    )
    add(
        "--front-matter",
        default=[],
        action="append",
        metavar="KEY",
        help="a key of front matter that only republications have; can be repeated",
    )
    add(
        "--rules",
        default=[],
        action="append",
        metavar="ID|FILE",
        help="whose stories you republish; can be repeated",
    )
    add("--name", default="", action=Once, metavar="TEXT", help="the name of your site, as readers know it")
    add("--domain", default="", action=Once, metavar="HOST", help="its host name, as example.org")
    add(
        "--ci",
        default="",
        action=Once,
        choices=("github", "gitlab", "none"),
        help="the pipeline to write a job for",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--hook", action="store_true", default=None, help="write the hook for pre-commit")
    which.add_argument("--no-hook", dest="hook", action="store_false", help="write no hook")
    add(
        "--source",
        default="",
        action=Once,
        metavar="ADDRESS@TAG",
        help="the git repository, and its tag or commit, that hook and pipeline get licheck from (default: the one that this licheck was installed from)",
    )


def run(arguments: Namespace) -> int:
    """Do it; the exit code."""
    if len(arguments.folder) > 1:
        raise UsageError("name one folder: `licheck init FOLDER`")
    return app.init(
        folder="".join(arguments.folder),
        files=tuple(arguments.republications),
        keys=tuple(arguments.front_matter),
        rules=tuple(arguments.rules),
        name=arguments.name,
        domain=arguments.domain,
        ci=arguments.ci,
        hook=arguments.hook,
        source=arguments.source,
        yes=arguments.yes,
    )
