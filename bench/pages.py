"""Reading and checking a page, beside what other tools need for less. The unit is P, lexbor's bare parse."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

import trafilatura
import turbohtml
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from bench.results import Goal, Row, Table
from bench.samples import Sample, rule_sets
from bench.timing import Call, interleaved, spread
from licheck.check import check_page
from licheck.credits.read import read_credits
from licheck.readers.html import read_text
from licheck.zones.by_form import zones_by_form

UNIT = "lexbor: bare parse"
_SLOW_PAGES = 24  # pages that the slow candidates are measured on, evenly spread over all
_SLOW_ROUNDS = 2

_CHECK = "check with the original at hand"
_TRAFILATURA = "trafilatura.extract"
_BS4 = "bs4 with html.parser: bare parse"


class Candidate(NamedTuple):
    """Something that is done with a page."""

    name: str
    call: Callable[[Sample], object]
    goal: Goal | None = None
    slow: bool = False


def _read(sample: Sample) -> object:
    return read_text(sample.name, sample.text)


def _credits(sample: Sample) -> object:
    page = read_text(sample.name, sample.text)
    return read_credits(page, zones_by_form(page))


def _check(sample: Sample) -> object:
    return check_page(read_text(sample.name, sample.text), rule_sets(), original=sample.original)


def _check_both(sample: Sample) -> object:
    original = read_text(sample.name, sample.original_text)
    return check_page(read_text(sample.name, sample.text), rule_sets(), original=original)


def _check_alone(sample: Sample) -> object:
    return check_page(read_text(sample.name, sample.text), rule_sets())


CANDIDATES = (
    Candidate(UNIT, lambda sample: LexborHTMLParser(sample.text)),
    Candidate("turbohtml: bare parse", lambda sample: turbohtml.parse(sample.text)),
    Candidate(_BS4, lambda sample: BeautifulSoup(sample.text, "html.parser"), slow=True),
    Candidate("page model", _read, Goal(2.5)),
    Candidate("page model and credits", _credits),
    Candidate(_CHECK, _check, Goal(4.5)),
    Candidate("check with the original read too", _check_both),
    Candidate("check without an original", _check_alone),
    Candidate(
        "judging alone, with the original",
        lambda sample: check_page(sample.page, rule_sets(), original=sample.original),
    ),
    Candidate("judging alone, without an original", lambda sample: check_page(sample.page, rule_sets())),
    Candidate(_TRAFILATURA, lambda sample: trafilatura.extract(sample.text), slow=True),
)
# slow candidate, beside which of ours, how many times slower it is to be
_TIMES = ((_TRAFILATURA, _CHECK, Goal(7, least=True)), (_BS4, _CHECK, Goal(8, least=True)))


def names() -> list[str]:
    """The names of all rows, in their order."""
    return [*(candidate.name for candidate in CANDIDATES), *(_beside(slow) for slow, _, _ in _TIMES)]


def measure(
    samples: Sequence[Sample], rounds: int, wanted: Callable[[str], bool], progress: Callable[[str], None]
) -> Table:
    """All wanted candidates on all pages, page by page, in turn."""
    gc.freeze()  # the pages that wait for their turn are no work for the collector
    step = max(1, len(samples) // _SLOW_PAGES)
    best: dict[str, dict[int, tuple[float, ...]]] = {}
    for at, sample in enumerate(samples):
        progress(f"page {at + 1} of {len(samples)}: {sample.name}")
        for slow in (False, True):
            if slow and at % step:
                continue
            calls = _calls(sample, wanted, slow)
            times = interleaved(calls, min(rounds, _SLOW_ROUNDS) if slow else rounds) if calls else {}
            for name, each in times.items():
                best.setdefault(name, {})[at] = (min(each), min(each[::2]), min(each[1::2] or each))
    rows = [*_rows(best), *_times(best)]
    sizes = spread([sample.kilobytes for sample in samples])
    sizes_told = f"{sizes.low:.0f} to {sizes.high:.0f} kB (median {sizes.median:.0f})"
    title = f"{len(samples)} pages of {sizes_told}, {rounds} rounds"
    return Table(
        "pages",
        title,
        "P",
        rows,
        f"P is the bare parse by lexbor, here {_unit_milliseconds(best):.2f} ms in the median.",
    )


def _calls(sample: Sample, wanted: Callable[[str], bool], slow: bool) -> dict[str, Call]:
    def bound(candidate: Candidate) -> Call:
        return lambda: candidate.call(sample)

    return {
        candidate.name: bound(candidate)
        for candidate in CANDIDATES
        if candidate.slow is slow and (wanted(candidate.name) or candidate.name == UNIT)
    }


def _unit_milliseconds(best: dict[str, dict[int, tuple[float, ...]]]) -> float:
    return median(times[0] for times in best[UNIT].values()) * 1_000


def _rows(best: dict[str, dict[int, tuple[float, ...]]]) -> Iterator[Row]:
    units = best[UNIT]
    for candidate in CANDIDATES:
        if candidate.name not in best:
            continue
        own = best[candidate.name]
        whole, one, other = (
            spread([times[part] / units[at][part] for at, times in own.items()]) for part in range(3)
        )
        again = abs(one.median - other.median) / whole.median
        took = median(times[0] for times in own.values()) * 1_000
        yield Row(candidate.name, whole, took, again if candidate.name != UNIT else None, candidate.goal)


def _times(best: dict[str, dict[int, tuple[float, ...]]]) -> Iterator[Row]:
    """How many times slower than ours others are, on the same pages; not in P."""
    for slow, ours, goal in _TIMES:
        if slow in best and ours in best:
            times = spread([each[0] / best[ours][at][0] for at, each in best[slow].items()])
            yield Row(_beside(slow), times, goal=goal)


def _beside(slow: str) -> str:
    return f"{slow}, in units of our check"
