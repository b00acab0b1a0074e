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
from bench.samples import Sample, judged, original_in, rule_sets
from bench.timing import Call, interleaved, spread
from licheck.check import check_page
from licheck.credits.read import read_credits
from licheck.edge.jobs import Job, Source
from licheck.edge.judge import work
from licheck.edge.rulebook import ALL
from licheck.readers.html import read_text
from licheck.zones.by_form import zones_by_form

UNIT = "lexbor: bare parse"
_SLOW_PAGES = 24  # pages that the slow candidates are measured on, evenly spread over all
_SLOW_ROUNDS = 2

_CHECK = "check with the original at hand"
_TRAFILATURA = "trafilatura.extract"
_BS4 = "bs4 with html.parser: bare parse"


class Candidate(NamedTuple):
    """Something that is done with a page. `accused`: only with pages that are, or are not; None: with all."""

    name: str
    call: Callable[[Sample], object]
    goal: Goal | None = None
    slow: bool = False
    accused: bool | None = None


def _read(sample: Sample) -> object:
    return read_text(sample.name, sample.text)


def _credits(sample: Sample) -> object:
    page = read_text(sample.name, sample.text)
    return read_credits(page, zones_by_form(page))


def _check(sample: Sample) -> object:
    page = read_text(sample.name, sample.text)
    return check_page(page, rule_sets(page, sample.original), original=sample.original)


def _check_both(sample: Sample) -> object:
    original = original_in(sample.original_text)
    page = read_text(sample.name, sample.text)
    return check_page(page, rule_sets(page, original), original=original)


def _work(sample: Sample) -> object:
    """What a worker process does: from bytes to report; a page that is accused is read a second time."""
    page = Source(f"{sample.name}.html", sample.text.encode())
    original = Source("original.html", sample.original_text.encode())
    answer = work(Job(page, ALL, original))
    assert answer.page, answer
    return answer


def _check_alone(sample: Sample) -> object:
    page = read_text(sample.name, sample.text)
    return check_page(page, rule_sets(page))


CANDIDATES = (
    Candidate(UNIT, lambda sample: LexborHTMLParser(sample.text)),
    Candidate("turbohtml: bare parse", lambda sample: turbohtml.parse(sample.text)),
    Candidate(_BS4, lambda sample: BeautifulSoup(sample.text, "html.parser"), slow=True),
    Candidate("page model", _read, Goal(2.5)),
    Candidate("page model and credits", _credits),
    Candidate(_CHECK, _check, Goal(4.5)),
    Candidate("check with the original read too", _check_both),
    Candidate("check without an original", _check_alone),
    Candidate("judging alone, with the original", judged),
    Candidate(
        "judging alone, without an original", lambda sample: check_page(sample.page, rule_sets(sample.page))
    ),
    Candidate("in a worker, a page that is in order", _work, accused=False),
    Candidate("in a worker, a page that is accused: read twice", _work, slow=True, accused=True),
    Candidate(_TRAFILATURA, lambda sample: trafilatura.extract(sample.text), slow=True),
)
# slow candidate, beside which of ours, how many times slower it is to be
_TIMES = ((_TRAFILATURA, _CHECK, Goal(7, least=True)), (_BS4, _CHECK, Goal(8, least=True)))


def names() -> list[str]:
    """The names of all rows, in their order."""
    return [*(candidate.name for candidate in CANDIDATES), *(_beside(slow) for slow, _, _ in _TIMES)]


class _Took(NamedTuple):
    """One candidate on one page: in P, all rounds and each half of them; and in seconds."""

    ratio: float
    halves: tuple[float, float]
    seconds: float


Measured = dict[str, dict[int, _Took]]  # candidate -> page -> what it took


def measure(
    samples: Sequence[Sample], rounds: int, wanted: Callable[[str], bool], progress: Callable[[str], None]
) -> Table:
    """All wanted candidates on all pages, page by page, in turn; the slow ones on some pages, in few rounds."""
    gc.freeze()  # the pages that wait for their turn are no work for the collector
    step = max(1, len(samples) // _SLOW_PAGES)
    found: Measured = {}
    for at, sample in enumerate(samples):
        progress(f"page {at + 1} of {len(samples)}: {sample.name}")
        _add(found, at, interleaved(_calls(sample, wanted, slow=False), rounds))
        if at % step == 0 and len(calls := _calls(sample, wanted, slow=True)) > 1:
            _add(found, at, interleaved(calls, min(rounds, _SLOW_ROUNDS)))
    sizes = spread([sample.kilobytes for sample in samples])
    told = f"{sizes.low:.0f} to {sizes.high:.0f} kB (median {sizes.median:.0f})"
    note = f"P is the bare parse by lexbor, here {_milliseconds(found[UNIT]):.2f} ms in the median."
    title = f"{len(samples)} pages of {told}, {rounds} rounds"
    return Table("pages", title, "P", [*_rows(found), *_times(found)], note)


def _calls(sample: Sample, wanted: Callable[[str], bool], slow: bool) -> dict[str, Call]:
    def is_meant(candidate: Candidate) -> bool:
        fits = candidate.slow is slow and candidate.accused in (None, sample.accused)
        return candidate.name == UNIT or (fits and wanted(candidate.name))

    def bound(candidate: Candidate) -> Call:
        return lambda: candidate.call(sample)

    return {candidate.name: bound(candidate) for candidate in CANDIDATES if is_meant(candidate)}


def _add(found: Measured, at: int, times: dict[str, list[float]]) -> None:
    """Add what was measured on one page; P is the one of the same rounds."""
    unit = times[UNIT]
    for name, each in times.items():
        if name == UNIT and at in found.get(UNIT, {}):
            continue  # the fast candidates' rounds are more
        halves = [min(each[half::2] or each) / min(unit[half::2] or unit) for half in (0, 1)]
        took = _Took(min(each) / min(unit), (halves[0], halves[1]), min(each))
        found.setdefault(name, {})[at] = took


def _milliseconds(took: dict[int, _Took]) -> float:
    return median(each.seconds for each in took.values()) * 1_000


def _rows(found: Measured) -> Iterator[Row]:
    for candidate in CANDIDATES:
        if candidate.name not in found:
            continue
        took = found[candidate.name]
        whole = spread([each.ratio for each in took.values()])
        first, second = (median(each.halves[half] for each in took.values()) for half in (0, 1))
        again = abs(first - second) / whole.median if candidate.name != UNIT else None
        yield Row(candidate.name, whole, _milliseconds(took), again, candidate.goal)


def _times(found: Measured) -> Iterator[Row]:
    """How many times slower than ours others are, on the same pages; not in P."""
    for slow, ours, goal in _TIMES:
        if slow in found and ours in found:
            times = spread([each.ratio / found[ours][at].ratio for at, each in found[slow].items()])
            yield Row(_beside(slow), times, goal=goal)


def _beside(slow: str) -> str:
    return f"{slow}, in units of our check"
