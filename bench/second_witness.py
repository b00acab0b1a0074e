"""`python -m bench.second_witness --pages FOLDER`: how often do the two readings of a page differ?

Before a page is accused it is read again by another parser, and where the two readings disagree nobody is. This
counts, over the HTML pages of a folder: how many words of the one reading are in the other, how often title and
credits differ, and how many failures the second reading does not confirm. Each page is held against an original that
is made of its own article (`bench.samples`), by the rules of all publishers at once, so that there is much to fail.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.samples import Sample, from_folder, rule_sets
from licheck.check import check_page
from licheck.confirm import confirm
from licheck.edge.judge import TWICE
from licheck.errors import FormatError
from licheck.model.finding import Finding, Verdict
from licheck.model.page import Page
from licheck.model.report import PageReport
from licheck.read import read_page
from licheck.readers.second import read_again
from licheck.text import fold

_LAST_YEAR = 2100  # the day plays no part here
_NEARLY = 0.99  # share of words in common; below it, more than a line is missing


class Compared(NamedTuple):
    """One page read twice.

    `share` is how many of the visible words both readings have, 0-1; `differs` names what does not agree:
    paragraphs (text and order of what is seen), title, credits (those a reader sees), authors (the best answer). `failed` are the requirements that the first reading fails,
    `doubted` those of them that the second does not confirm. `refused` says why there is no second reading.
    """

    name: str
    share: float = 1.0
    differs: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    refused: str = ""


def compared(sample: Sample) -> Compared:
    """A page of the bench, read and judged twice."""
    first = _judged(sample.page, sample)
    failed = _failed(first)
    if len(sample.text) > TWICE:
        return Compared(sample.name, failed=failed, refused=f"longer than {TWICE:,} characters")
    try:
        again = read_again(sample.page)
    except FormatError as error:
        return Compared(sample.name, failed=failed, refused=str(error))
    second = confirm(first, _judged(again, sample))
    doubted = tuple(name for name in failed if name not in _failed(second))
    return Compared(
        sample.name, share(sample.page, again), tuple(differences(sample.page, again)), failed, doubted
    )


def _judged(page: Page, sample: Sample) -> PageReport:
    return check_page(page, rule_sets(page, sample.original), original=sample.original, chosen_by="the bench")


def share(one: Page, other: Page) -> float:
    """How many of the visible words of two readings are in both, 0-1, whatever their order."""
    ours, theirs = _words(one), _words(other)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def differences(one: Page, other: Page) -> Iterable[str]:
    """What two readings of a page do not agree on."""
    first, second = (read_page(page, last_year=_LAST_YEAR) for page in (one, other))
    if [block.text for block in one.blocks] != [block.text for block in other.blocks]:
        yield "paragraphs"
    if first.title != second.title:
        yield "title"
    if (first.visible_authors, first.affiliations) != (second.visible_authors, second.affiliations):
        yield "credits"
    if first.authors != second.authors:
        yield "authors"


def _words(page: Page) -> Counter[str]:
    return Counter(word for block in page.blocks for word in fold(block.text).split())


def _failed(report: PageReport) -> tuple[str, ...]:
    return tuple(_name(finding) for finding in report.findings if finding.verdict is Verdict.FAILED)


def _name(finding: Finding) -> str:
    return f"{finding.rule_set}: {finding.requirement}"


def shown(pages: Sequence[Compared]) -> str:
    """The table as text; also right as Markdown."""
    twice = [page for page in pages if not page.refused]
    failed = sum(len(page.failed) for page in twice)
    doubted = sum(len(page.doubted) for page in twice)
    rows = [
        ("read twice", len(twice), len(pages)),
        ("every visible word in both", sum(page.share == 1.0 for page in twice), len(twice)),
        (f"fewer than {_NEARLY:.0%} of them", sum(page.share < _NEARLY for page in twice), len(twice)),
        *((f"other {what}", sum(what in page.differs for page in twice), len(twice)) for what in _WHAT),
        ("failures that are not confirmed", doubted, failed),
        ("pages with such a failure", sum(bool(page.doubted) for page in twice), len(twice)),
    ]
    lines = ["| | count | of | share |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {count} | {of} | {count / of if of else 0:.1%} |" for name, count, of in rows]
    if twice:
        shares = [page.share for page in twice]
        lines += ["", f"Words in common: median {median(shares):.2%}, least {min(shares):.2%}."]
    return "\n".join(lines)


_WHAT = ("paragraphs", "title", "credits", "authors")


def told(pages: Iterable[Compared]) -> Iterable[str]:
    """A line for each page on which the readings differ."""
    for page in pages:
        said = [f"no second reading: {page.refused}"] if page.refused else []
        said += [f"{page.share:.2%} of the words"] if page.share < 1.0 else []
        said += [f"other {what}" for what in page.differs]
        said += [f"not confirmed: {name}" for name in page.doubted]
        if said:
            yield f"{page.name}: {'; '.join(said)}"


def main() -> int:
    """Compare and print; 0 however often they differ."""
    parser = argparse.ArgumentParser(prog="python -m bench.second_witness", description=__doc__)
    parser.add_argument("--pages", type=Path, required=True, metavar="FOLDER", help="with .html or .html.gz")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pages")
    parser.add_argument("--differences", action="store_true", help="a line for each page that differs")
    options = parser.parse_args()
    if not options.pages.is_dir():
        print(f"{options.pages}: there is no such folder", file=sys.stderr)
        return 2
    started = time.monotonic()
    pages = [compared(sample) for sample in islice(from_folder(options.pages), options.limit)]
    if not pages:
        print(f"{options.pages}: no HTML page in it could be read", file=sys.stderr)
        return 2
    print(shown(pages))
    for line in told(pages) if options.differences else ():
        print(line)
    print(f"{len(pages)} pages in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
