"""Lists of pages with what is known of each: CSV or JSON lines, or plain text with an address on each line.

The columns are `page` (a file, beside the list or with its full name; `feed.xml#3`; or an address), `original` (a file,
or the path or address of an original in the store), `publisher` (the id or name of a rule set), `republisher` and
`date` (2026-11-22). Only `page` has to be there; other columns are left alone.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import date
from typing import IO, Any, NamedTuple

from licheck.addresses import address
from licheck.audit.values import Facts
from licheck.edge import files
from licheck.errors import InputError

COLUMNS = ("page", "original", "publisher", "republisher", "date")
_LONGEST = 100_000  # characters of a line
_SNIFFED = 20  # lines of a text file of which each must be an address
_SUFFIXES = (".csv", ".jsonl", ".urls")


class Row(NamedTuple):
    """One row, `number` counting from 1. `done` is how many bytes of the list lie behind it."""

    number: int
    page: str = ""
    facts: Facts = Facts()
    problem: str = ""
    done: int = 0


def is_address(name: str) -> bool:
    """Whether this is an address of the web and no file."""
    return name.startswith(("http://", "https://")) and address(name) is not None


def is_list(path: str) -> bool:
    """Whether a file is a list: by its suffix, or as a text file that begins with addresses alone."""
    if path.lower().endswith(_SUFFIXES):
        return True
    if not path.lower().endswith(".txt"):
        return False
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = [file.readline(_LONGEST).strip() for _ in range(_SNIFFED)]
    except OSError:
        return False
    told = [line for line in lines if line and not line.startswith("#")]
    return bool(told) and all(is_address(line) and " " not in line for line in told)


def rows(path: str) -> Iterator[Row]:
    """The rows of a list, one after the other; what is wrong with one is told in its place."""
    read = {".csv": _from_csv, ".jsonl": _from_json}.get(os.path.splitext(path)[1].lower(), _from_text)
    number = 0
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            for found in read(_Counted(file)):
                number = found.number
                yield _placed(found, os.path.dirname(path))
    except (OSError, csv.Error, InputError) as error:
        why = getattr(error, "strerror", None) or str(error)
        yield Row(number + 1, problem=f"the list cannot be read any further: {why}")


class _Counted:
    """The lines of a file, and how many bytes they had."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.bytes = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._file.readline(_LONGEST + 1):
            if len(line) > _LONGEST:
                raise InputError(f"a line is longer than {_LONGEST:,} characters")
            self.bytes += len(line)  # of ASCII; who looks at the progress bar forgives the rest
            yield line.replace("\0", "")


def _from_csv(lines: _Counted) -> Iterator[Row]:
    told = iter(lines)
    head = next(told, "")
    separator = max(",;\t", key=head.count)
    names = [name.strip().lower() for name in next(csv.reader([head], delimiter=separator), [])]
    if "page" not in names:
        raise InputError(f"its first line names no column `page`; the columns are {', '.join(COLUMNS)}")
    for number, cells in enumerate(csv.reader(told, delimiter=separator), 1):
        if any(cell.strip() for cell in cells):
            yield _row(number, dict(zip(names, cells, strict=False)), lines.bytes)


def _from_json(lines: _Counted) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if isinstance(told, dict):
            yield _row(number, told, lines.bytes)
        else:
            yield Row(number, problem="this line is no JSON object", done=lines.bytes)


def _from_text(lines: _Counted) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield _row(number, {"page": line}, lines.bytes)


def _row(number: int, told: dict[str, Any], done: int) -> Row:
    values = {name: " ".join(str(told.get(name) or "").split()) for name in COLUMNS}
    page = values.pop("page")
    if not page:
        return Row(number, problem="this row names no page", done=done)
    if values["date"]:
        try:
            date.fromisoformat(values["date"])
        except ValueError:
            shown = values["date"][:40]
            return Row(
                number, problem=f"the date {shown} is none: write it like 2026-11-22 ({page})", done=done
            )
    return Row(number, page, Facts(**values), done=done)


def _placed(row: Row, folder: str) -> Row:
    """The row with its files as named from where we are."""
    facts = row.facts
    if row.page and not is_address(row.page):
        row = row._replace(page=os.path.join(folder, row.page))
    beside = os.path.join(folder, facts.original)
    if facts.original and files.is_there(files.story_in(beside)[0]):
        row = row._replace(facts=facts._replace(original=beside))
    return row
