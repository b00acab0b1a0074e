"""The results of an audit, read for reports: who is who, and the cases one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from licheck.audit.results import Results, open_results, sound
from licheck.errors import UsageError

LACKS, UNSURE, EXCUSED, ADVISED, COMPLIES = "lacks", "unsure", "excused", "advised", "complies"
STATES = (LACKS, UNSURE, EXCUSED, ADVISED, COMPLIES)
"""What a page comes to: it lacks a `must`; a person has to look; what it lacks is excused; a `should` alone fails;
all is well."""

STATE = (
    "CASE WHEN pages.fails THEN 'lacks' WHEN pages.verdict = 'failed' THEN 'excused'"
    " WHEN pages.verdict = 'cant-tell' THEN 'unsure'"
    " WHEN EXISTS (SELECT 1 FROM findings WHERE page = number AND findings.verdict = 'failed' AND NOT findings.excused)"
    " THEN 'advised' ELSE 'complies' END"
)
"""The state of a row of table `pages`, in SQL."""

_COLUMNS = tuple("number id state address path at republisher title date captured original story".split())
_WORST_FIRST = {state: number for number, state in enumerate(STATES)}


@dataclass(frozen=True)
class Asked:
    """One requirement of one rule set. `read` is the day on which its source was read, empty where that is not known."""

    rule_set: str
    requirement: str
    kind: str
    level: str
    what: str
    source: str
    read: str = ""


@dataclass(frozen=True)
class Passage:
    """A piece of evidence, as table `findings` has it. `line` counts from 1, 0: unknown."""

    text: str
    path: str
    line: int
    standing: str
    counts: bool
    note: str


@dataclass(frozen=True)
class Judged:
    """One finding of a page."""

    asked: Asked
    verdict: str
    reason: str
    evidence: tuple[Passage, ...]
    looked_in: tuple[str, ...]
    belongs_at: str
    belongs_at_line: int
    remedy: str
    excused: bool

    @property
    def lacking(self) -> bool:
        """Whether it is a `must` that fails, and nobody excused it."""
        return self.verdict == "failed" and self.asked.level == "must" and not self.excused


@dataclass(frozen=True)
class Case:
    """One republication with all its findings. `copies` are the addresses (or paths) of the same page elsewhere."""

    number: int
    id: str
    state: str
    address: str
    path: str
    at: str
    republisher: str
    title: str
    date: str
    captured: str
    original: str
    story: str
    file: str
    people: tuple[str, ...]
    notes: tuple[str, ...]
    publishers: tuple[str, ...]
    findings: tuple[Judged, ...]
    copies: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """What people call the page: its address, else its file."""
        return self.address or self.file or (f"{self.path} ({self.at})" if self.at else self.path)

    @property
    def name(self) -> str:
        """Its title, else where it stands."""
        return self.title or self.where


@dataclass(frozen=True)
class Book:
    """Who is who in the results: publishers by the id of their rule set, and what each of them asks for."""

    publishers: dict[str, str]
    for_a_person: dict[str, tuple[str, ...]]
    asked: dict[tuple[str, str], Asked]


@contextmanager
def finished(path: str) -> Iterator[Results]:
    """The results of an audit that came to its end, all of one moment.

    Raises UsageError where the file is none, is of a newer version or its audit has not come to its end, InputError
    where it is damaged.
    """
    with open_results(path) as results:
        for _ in results.ask("BEGIN"):  # what is read stays as it is until all is read
            pass
        if not results.finished:
            raise UsageError(
                f"{path}: this audit has not come to its end: wait for it, or go on with it"
                f" (`licheck audit --resume --output {path}`)"
            )
        with sound(path):
            yield results


def book(results: Results) -> Book:
    """Publishers and requirements."""
    publishers, persons = {}, {}
    for name, publisher, told in results.ask("SELECT id, publisher, for_a_person FROM rule_sets ORDER BY id"):
        publishers[name], persons[name] = publisher, texts(told)
    columns = {row[1] for row in results.ask("PRAGMA table_info(requirements)")}
    read = "source_read" if "source_read" in columns else "''"  # it came later
    rows = results.ask(
        f"SELECT rule_set, requirement, kind, level, what, source, {read} FROM requirements ORDER BY 1, 2"  # noqa: S608
    )
    return Book(publishers, persons, {(row[0], row[1]): Asked(*row) for row in rows})


def cases(results: Results, known: Book, republisher: str) -> Iterator[Case]:
    """The pages of a republisher that lack something or need a look, the worst first, later ones before earlier."""
    file = results.file_of("pages")
    question = (
        f"SELECT {', '.join(_COLUMNS).replace('state', f'{STATE} AS state')}, {file}, people, notes"  # noqa: S608
        " FROM pages WHERE republisher = ? AND state != 'complies'"
        f" ORDER BY {_rank()}, coalesce(nullif(date, ''), captured) DESC, number"
    )
    for row in results.ask(question, republisher):
        yield _case(results, known, row)


def _rank() -> str:
    return (
        "CASE state " + " ".join(f"WHEN '{name}' THEN {rank}" for name, rank in _WORST_FIRST.items()) + " END"
    )


def _case(results: Results, known: Book, row: tuple[Any, ...]) -> Case:
    number, (file, people, notes) = row[0], row[-3:]
    applied = results.ask("SELECT rule_set FROM applied WHERE page = ? ORDER BY rule_set", number)
    question = f"SELECT address, {results.file_of('copies')}, path FROM copies WHERE page = ? ORDER BY number LIMIT 20"  # noqa: S608
    copies = results.ask(question, number)
    known_of_it = dict(zip(_COLUMNS, row, strict=False))
    return Case(
        **known_of_it,
        file=file,
        people=texts(people),
        notes=texts(notes),
        publishers=tuple(known.publishers[rule_set] for (rule_set,) in applied),
        findings=tuple(_findings(results, known, number)),
        copies=tuple(address or file or path for address, file, path in copies),
    )


def _findings(results: Results, known: Book, number: int) -> Iterator[Judged]:
    question = (
        "SELECT rule_set, requirement, verdict, reason, evidence, looked_in, belongs_at, belongs_at_line, remedy,"
        " excused FROM findings WHERE page = ? ORDER BY place"
    )
    for rule_set, requirement, verdict, reason, evidence, looked_in, at, line, remedy, excused in results.ask(
        question, number
    ):
        passages = tuple(map(_passage, json.loads(evidence)))
        asked = known.asked[rule_set, requirement]
        yield Judged(asked, verdict, reason, passages, texts(looked_in), at, line, remedy, bool(excused))


def _passage(told: dict[str, Any]) -> Passage:
    return Passage(
        str(told["text"]),
        str(told["path"]),
        int(told["line"]),
        str(told["standing"]),
        bool(told["counts"]),
        str(told["note"]),
    )


def texts(told: str) -> tuple[str, ...]:
    """A list of texts that is kept as JSON."""
    return tuple(map(str, json.loads(told)))
