"""What `licheck read` and `licheck diff` do: workers tell of pages, in their order, and nothing is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from licheck.edge import publish, rulebook, streams
from licheck.edge.jobs import Answer, Job
from licheck.edge.run import compare_pages, read_pages
from licheck.edge.workers import Workers

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry


def read(pages: tuple[str, ...], format: str, read_as: str) -> int:
    """Write what is seen on each page. Returns the exit code."""
    job = Job(page=None, rules=(), tell=format)
    return _tell(lambda workers: read_pages(pages, job, read_as, workers), format)


def diff(pages: tuple[str, ...], original: str, format: str, read_as: str) -> int:
    """Write what each page changed in the story of the original. Returns the exit code."""
    job = Job(page=None, rules=rulebook.ALL, tell=format)
    return _tell(lambda workers: compare_pages(pages, original, job, read_as, workers), format)


def _tell(answers: Callable[[Workers], Iterable[Answer]], format: str) -> int:
    from licheck.reports.escape import json_document

    errors: list[ErrorEntry] = []
    with Workers() as workers:
        for answer in answers(workers):
            errors += answer.errors
            if format == "jsonl":
                streams.write("".join(json_document(line) + "\n" for line in answer.told), "utf-8")
            else:
                streams.write(streams.harmless(answer.told))
    streams.say(*map(publish.sentence, errors))
    return max((error.exit_code for error in errors), default=0)
