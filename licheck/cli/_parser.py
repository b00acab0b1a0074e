"""Reading the arguments of a subcommand: options anywhere among the names, and errors that help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from licheck.edge import streams
from licheck.errors import UsageError


class Parser(argparse.ArgumentParser):
    """The parser of one subcommand, with at most one positional argument, which takes any number of names."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_narrow,
            allow_abbrev=False,  # an abbreviation means something else once there is another option
            add_help=False,
        )
        self.add_argument("-h", "--help", action="store_true", help="show this help and end")

    def add_read_as(self, files: str = "pages") -> None:
        """Declare `--as`, which every command has that reads files."""
        self.add_argument(
            "--as",
            dest="read_as",
            default="",
            metavar="FORMAT",
            help=f"read the {files} as feed, html, json-ld, markdown, mhtml, ninjs, text, wordpress or wxr, whatever their names say",
        )

    def add_conditions(self, rules: str) -> None:
        """Declare what pages are held against: `--original` to `--profile`. `rules` is what `--rules` does, in words."""
        add = self.add_argument
        add("--original", default="", action=Once, metavar="FILE", help="the story as its publisher ran it")
        add(
            "--originals",
            default="",
            action=Once,
            metavar="FOLDER",
            help="find the original of each page in this store (see `licheck originals`) or plain folder of originals",
        )
        add(
            "--rules",
            default=[],
            action="append",
            metavar="ID|FILE",
            help=f"{rules}; can be repeated. `licheck rules list` shows the ids",
        )
        add(
            "--author",
            default=[],
            action="append",
            type=_name,
            metavar="NAME",
            help="an author whose name must stand there; can be repeated",
        )
        add(
            "--medium",
            default="",
            action=Once,
            choices=("online", "print", "broadcast"),
            help="where the story runs (default: online)",
        )
        add(
            "--profile",
            default="",
            action=Once,
            metavar="NAME",
            help="what sort of republisher you are, where a publisher asks for other things then (`licheck rules show`)",
        )

    def add_config(self) -> None:
        """Declare `--config` and `--no-config`, which every command has that heeds settings."""
        which = self.add_mutually_exclusive_group()
        which.add_argument(
            "--config",
            default="",
            action=Once,
            metavar="FILE",
            help="the configuration that counts, instead of the licheck.yaml nearest to each page",
        )
        which.add_argument(
            "--no-config",
            action="store_true",
            help="heed no configuration, waiver or baseline: for pages of others",
        )

    def add_fail_on(self) -> None:
        """Declare `--fail-on`, which every command has that judges pages."""
        self.add_argument(
            "--fail-on",
            default="",
            choices=("must", "should", "cant-tell"),
            action=Once,
            help="what fails: a `must`; also a `should`; or also what cannot be told (default: must)",
        )

    def read(self, arguments: Sequence[str]) -> argparse.Namespace | None:
        """The arguments parsed; None where help was asked for, and given. Raises UsageError."""
        split = arguments.index("--") if "--" in arguments else len(arguments)
        parsed, others = self.parse_known_args(arguments[:split])
        if parsed.help:
            streams.write(self.format_help())
            return None
        for other in others:
            if other.startswith("-") and other != "-":
                raise UsageError(self._no_option(other))
        names = next((action.dest for action in self._get_positional_actions()), "")
        # argparse takes the names before the first option only; those behind it, and behind `--`, are left.
        if names:
            setattr(parsed, names, [*getattr(parsed, names), *others, *arguments[split + 1 :]])
        elif stray := [*others, *arguments[split + 1 :]]:
            raise UsageError(f"`{self.prog}` takes no names: leave out {stray[0]}")
        return parsed

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of ending the process."""
        raise UsageError(f"{message.removeprefix('argument ')} (`{self.prog} --help` explains)")

    def _no_option(self, given: str) -> str:
        from difflib import get_close_matches

        name = given.partition("=")[0]
        options = [option for action in self._actions for option in action.option_strings]
        close = get_close_matches(name, options, 1)
        meant = f"did you mean {close[0]}?" if close else f"`{self.prog} --help` shows all of them"
        return f"there is no option {name}: {meant} (Before names that begin with - write --)"


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise argparse.ArgumentTypeError("the name is empty: write it as it should be printed")
    try:
        name.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(
            "the name is not text in the encoding of this terminal: use UTF-8"
        ) from None
    return name


def _narrow(prog: str) -> argparse.HelpFormatter:
    """What argparse checks each option with; asked for no width, it imports shutil for that of the terminal (3 ms)."""
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


def report(text: str) -> tuple[str, str]:
    """Format and file (empty: the screen) of a report, as `json:report.json`. Raises ArgumentTypeError."""
    name, colon, file = text.partition(":")
    if not name or (colon and not file):
        raise argparse.ArgumentTypeError(
            f"{text}: write the format, or format and file, like json:report.json"
        )
    return name, file


def require_one_on_screen(reports: Sequence[tuple[str, str]]) -> None:
    """Raise UsageError where more than one report would go to the screen."""
    screen = [name for name, file in reports if not file]
    if len(screen) > 1:
        raise UsageError(
            f"only one report can go to the screen, not {' and '.join(screen)}: name files (--report {screen[0]}:FILE)"
        )


class Once(argparse.Action):
    """Store a value; a second one is an error, since which of the two counts would be a guess."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        """See argparse."""
        if getattr(namespace, self.dest) != self.default:
            parser.error(f"argument {option_string}: was given twice: give it once")
        setattr(namespace, self.dest, values)
