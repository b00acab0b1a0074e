"""`python -m bench`: measure everything in one run, side by side, and print the tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.results import Table

MADE = 24  # pages: each weight and publisher once with its credits, once without


def main() -> int:
    """Measure, and print the tables."""
    options = _options()
    try:
        from bench.results import as_json, shown
    except ImportError as error:
        print(f"{error}: `make bench` installs what this needs (dependency group bench)", file=sys.stderr)
        return 2
    tables = []
    for table in _measured(options):
        _progress("")
        print(shown(table), end="\n\n", flush=True)
        tables.append(table)
    if not tables:
        print(f"nothing that is measured has {options.only!r} in its name", file=sys.stderr)
        return 2
    if any(table.name == "processes" for table in tables) and options.only in ("", "processes"):
        from bench.processes import heaviest_imports

        print(heaviest_imports())
    if options.json:
        options.json.write_text(json.dumps(as_json(tables), indent=1) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--pages", type=Path, metavar="FOLDER", help="measure the .html and .html.gz files in it"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many pages")
    parser.add_argument("--rounds", type=int, default=5, help="(default: %(default)s)")
    parser.add_argument(
        "--only", default="", metavar="NAME", help="pages, alignment, processes, or part of a row's name"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there too")
    options = parser.parse_args()
    if options.rounds < 1 or (options.limit is not None and options.limit < 1):
        parser.error("--rounds and --limit count from 1")
    if options.pages and not options.pages.is_dir():
        parser.error(f"{options.pages} is no folder")
    return options


def _measured(options: argparse.Namespace) -> Iterator[Table]:
    """The wanted tables, one after the other."""
    from bench import alignment, pages, processes, samples

    def wanted(name: str, names: list[str]) -> Callable[[str], bool] | None:
        if options.only in name:
            return lambda _: True
        return (lambda row: options.only in row) if any(options.only in row for row in names) else None

    if rows := wanted("pages", pages.names()):
        _progress("reading pages")
        found = samples.from_folder(options.pages) if options.pages else samples.made(options.limit or MADE)
        chosen = list(islice(found, options.limit))
        if not chosen:
            raise SystemExit(f"no HTML files in {options.pages}")
        yield pages.measure(chosen, options.rounds, rows, _progress)
    if rows := wanted("alignment", alignment.names()):
        yield alignment.measure(options.rounds, rows, _progress)
    if rows := wanted("processes", processes.names()):
        yield processes.measure(options.rounds, rows, _progress)


def _progress(what: str) -> None:
    """One line for a person at the terminal, each over the one before."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what[:78]}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
