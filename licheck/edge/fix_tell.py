"""What `licheck fix` did, or would do, in lines for people; and lines of a diff, safe to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from licheck.model.report import PageReport, Report
    from licheck.repair import Outcome


class Told(NamedTuple):
    """A page, what became of what failed on it, and whether its file was written."""

    report: PageReport
    outcomes: tuple[Outcome, ...]
    written: bool


_ORDER = ("MENDED", "UNSAFE", "NOT_MENDED", "WAIVED")


def lines(pages: Sequence[Told], report: Report, *, write: bool, diff: bool) -> Iterator[str]:
    """A few lines for each page on which something fails, and a last one that sums up.

    `report` is that of all of them; its errors were told already.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        if not page.outcomes:
            continue
        yield page.report.path
        several = len({chosen.id for chosen in page.report.rule_sets}) > 1
        for outcome in sorted(page.outcomes, key=lambda one: _ORDER.index(one.state.name)):
            lost = write and outcome.state.name == "MENDED" and not page.written
            counts["LOST" if lost else outcome.state.name] += 1
            yield f"  {_outcome(outcome, several, write, lost)}"
        yield ""
    yield from _sum(report, counts, write, diff)


def _outcome(outcome: Outcome, several: bool, write: bool, lost: bool) -> str:
    what = f"{outcome.requirement} ({outcome.rule_set})" if several else outcome.requirement
    line = f" (line {outcome.line})" if outcome.line else ""
    if outcome.state.name == "MENDED":
        word = "not written" if lost else "mended" if write else "would mend"
        return f"{word}: {what}: {outcome.says}{line}"
    if outcome.state.name == "UNSAFE":
        return f"only with --unsafe: {what}: {outcome.says}{line}"
    return (
        f"{outcome.state.value}: {what}, {outcome.says}"
        if outcome.state.name == "NOT_MENDED"
        else f"{what} {outcome.says}"
    )


def _sum(report: Report, counts: Counter[str], write: bool, diff: bool) -> Iterator[str]:
    pages, errors = len(report.pages), len(report.errors)
    if not pages:
        yield report.nothing_due or "No page was checked, and none mended."
        return
    checked = "1 page" if pages == 1 else f"{pages} pages"
    wrong = f"; {errors} error{'s' * (errors > 1)}" if errors else ""
    if not counts.total():
        yield f"{checked}: nothing to mend{wrong}."
        return
    words = {
        "MENDED": "mended" if write else "can be mended",
        "LOST": "could not be written",
        "UNSAFE": "only with --unsafe",
        "NOT_MENDED": "not mended" if write else "cannot be mended",
        "WAIVED": "waived",
    }
    yield f"{checked}: {', '.join(f'{counts[state]} {word}' for state, word in words.items() if counts[state])}{wrong}."
    if counts["MENDED"] and not write:
        shows = "" if diff else ", --diff shows how"
        yield f"Nothing was written: --write does it{shows}."


def diff_line(line: str) -> str:
    """A line of a diff that does nothing to a terminal or in the log of a CI system; tabs stay."""
    from licheck.reports.escape import ci, terminal

    safe = "\t".join(map(terminal, line.split("\t")))
    begins = safe.lstrip(" +-\t")
    return ci(safe) if begins.startswith("::") or "##" in begins else safe
