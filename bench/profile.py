"""`python -m bench.profile`: where the time of a check goes, function by function (cProfile).

cProfile charges every call for itself, so that functions with many small calls look dearer than they are:
it finds what to look at, and `python -m bench` tells what a change has gained.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from time import thread_time

from bench.samples import Sample, from_folder, judged, made, rule_sets
from licheck.check import check_page
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.readers.html import read_text


def _check(page: Page, original: Original | None) -> object:
    return check_page(page, rule_sets(page, original), original=original)


STEPS: dict[str, Callable[[Sample], object]] = {
    "model": lambda sample: read_text(sample.name, sample.text),
    "judging": judged,
    "check": lambda sample: _check(read_text(sample.name, sample.text), sample.original),
    "alone": lambda sample: _check(read_text(sample.name, sample.text), None),
}


def profiled(step: Callable[[Sample], object], samples: Sequence[Sample]) -> cProfile.Profile:
    """The profile of a step over all pages, after one run that nobody watches."""
    step(samples[0])
    gc.freeze()
    watch = cProfile.Profile(thread_time)
    for sample in samples:
        watch.runcall(step, sample)
    return watch


def main() -> None:
    """Print the functions that cost most."""
    parser = argparse.ArgumentParser(prog="python -m bench.profile", description=main.__doc__)
    parser.add_argument("step", nargs="?", choices=sorted(STEPS), default="check")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="the .html and .html.gz files in it")
    parser.add_argument("--limit", type=int, metavar="N", default=24, help="(default: %(default)s pages)")
    parser.add_argument("--top", type=int, metavar="N", default=30, help="(default: %(default)s functions)")
    parser.add_argument("--sort", choices=("tottime", "cumtime", "ncalls"), default="tottime")
    options = parser.parse_args()
    pages = from_folder(options.pages) if options.pages else made(options.limit)
    samples = list(islice(pages, options.limit))
    if not samples:
        parser.error(f"no HTML files in {options.pages}")
    watch = profiled(STEPS[options.step], samples)
    print(f"{options.step}: {len(samples)} pages")
    pstats.Stats(watch, stream=sys.stdout).sort_stats(options.sort).print_stats(options.top)


if __name__ == "__main__":
    main()
