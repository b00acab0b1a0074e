"""Drafts of letters to republishers: what stands on which page, what is asked, what would satisfy it.

A letter goes to one republisher about the stories of one publisher. It tells only what is sure: demands (`must`) that
fail and that nobody excused. It asks, and never threatens. All text of pages is made harmless for Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from licheck.audit.results import Results
from licheck.audit_reports.letter_text import letter
from licheck.audit_reports.names import Names
from licheck.audit_reports.reading import Asked, Book, Case, book, cases, finished
from licheck.edge import files, streams
from licheck.errors import OutputError, UsageError
from licheck.reports._words import flat, number_of
from licheck.reports.escape import markdown_cell

INDEX = "index.md"


class Written(NamedTuple):
    """A letter: to whom, about whose stories, how many pages and failures it tells of, and its file."""

    republisher: str
    publisher: str
    pages: int
    failures: int
    name: str


def letters(path: str, folder: str) -> int:
    """Write a letter for each republisher and publisher, and an index, into a new or empty folder.

    Returns the exit code. Raises LicheckError.
    """
    if not folder:
        raise UsageError("name a folder for the letters: --output letters")
    _require_empty(folder)
    with finished(path) as results:
        index = _write_all(results, folder)
    streams.say(f"{number_of(index, 'letter')} written to {folder}; {Path(folder, INDEX)} lists them.")
    return 0


def _require_empty(folder: str) -> None:
    if not files.is_there(folder):
        return
    if not Path(folder).is_dir():
        raise OutputError(f"{folder}: the letters cannot be written: it is no folder; name another")
    if any(Path(folder).iterdir()):
        raise UsageError(
            f"{folder} is not empty: name a new folder, so that no letter of an earlier audit stays among them"
        )


def _write_all(results: Results, folder: str) -> int:
    known = book(results)
    names = Names(INDEX)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        written: list[Written] = []
        unnamed = 0
        for republisher, publisher in _pairs(results):
            if not republisher:
                unnamed += 1
                continue
            name = names.new(republisher, publisher) + ".md"
            written.append(_write(results, known, republisher, publisher, Path(folder, name)))
        _write_index(written, unnamed, results, Path(folder, INDEX))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise OutputError(f"{folder}: the letters could not be written: {reason}") from error
    return len(written)


_SURE = "findings.verdict = 'failed' AND findings.level = 'must' AND NOT findings.excused"


def _pairs(results: Results) -> list[tuple[str, str]]:
    """Republisher and publisher of each letter, those with most pages first."""
    question = (
        "SELECT republisher, publisher FROM pages JOIN findings ON page = number JOIN rule_sets ON rule_sets.id = rule_set"  # noqa: S608
        f" WHERE {_SURE} GROUP BY 1, 2 ORDER BY count(DISTINCT number) DESC, 1, 2"
    )
    return [(str(one), str(two)) for one, two in results.ask(question)]


def _write(results: Results, known: Book, republisher: str, publisher: str, path: Path) -> Written:
    pages = failures = 0
    asked = [*_asked(results, known, republisher, publisher)]

    def told() -> Iterator[Case]:
        nonlocal pages, failures
        for case in cases(results, known, republisher):
            mine = [
                one
                for one in case.findings
                if one.lacking and known.publishers[one.asked.rule_set] == publisher
            ]
            if mine:
                pages, failures = pages + 1, failures + len(mine)
                yield replace(case, findings=tuple(mine))

    with path.open("x", encoding="utf-8", newline="\n") as file:
        for line in letter(republisher, publisher, asked, told()):
            file.write(f"{line}\n")
    return Written(republisher, publisher, pages, failures, path.name)


def _asked(results: Results, known: Book, republisher: str, publisher: str) -> Iterator[Asked]:
    """All that a letter speaks of, that most often lacking first."""
    question = (
        "SELECT findings.rule_set, findings.requirement FROM pages JOIN findings ON page = number JOIN rule_sets ON"  # noqa: S608
        f" rule_sets.id = rule_set WHERE {_SURE} AND republisher = ? AND publisher = ?"
        " GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2"
    )
    yield from (known.asked[one, two] for one, two in results.ask(question, republisher, publisher))


def _write_index(written: list[Written], unnamed: int, results: Results, path: Path) -> None:
    (run,) = results.ask("SELECT substr(started, 1, 10) FROM run")
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for line in _index(written, unnamed, str(run[0])):
            file.write(f"{line}\n")


def _index(written: list[Written], unnamed: int, day: str) -> Iterator[str]:
    yield "# Letters to republishers"
    yield ""
    yield (
        f"{number_of(len(written), 'draft')} from the audit of {day}, those about most pages first. Read each, put in"
        " your name, look at a page or two, and send it."
    )
    yield ""
    if written:
        yield "| letter | to | about the stories of | pages | failures |"
        yield "|---|---|---|---:|---:|"
    for one in written:
        to, about = (markdown_cell(flat(text)) for text in (one.republisher, one.publisher))
        yield f"| [{one.name}]({one.name}) | {to} | {about} | {one.pages:,} | {one.failures:,} |"
    yield ""
    yield (
        "Left out: what nobody could tell for sure, what is advised and not demanded, and what is excused by a waiver or"
        " the baseline."
    )
    if unnamed:
        yield ""
        yield (
            "Of some pages the republisher is not known, and nobody can be written to: the report lists them, and a list"
            " of pages (CSV) can name the republisher."
        )
