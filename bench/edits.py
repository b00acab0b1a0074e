"""Known edits in thousands of invented stories: what is told of them. `python -m bench.edits [--cases N]`.

The generator is the one of the tests (`tests/align/edits.py`). With `--together N` the edits of so many classes are
made in one page, and each of them must be told.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from licheck.align.blocks import align
from licheck.align.changes import changes
from licheck.lens import read_original
from licheck.model.change import Change, ChangeKind
from licheck.readers.html import read_text
from licheck.zones.by_alignment import zones_by_alignment

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "align"))

# Edits that do not touch what another one touches, so that all of a page can be told apart.
_TOGETHER = (
    "word reworded", "words cut", "quotation altered", "number altered", "name altered", "time", "place", "style",
    "headline", "note added", "pages", "link lost", "picture credit lost", "soft hyphens",
)  # fmt: skip


def main() -> int:
    """Run the cases and print the shares."""
    import edits

    parser = argparse.ArgumentParser(prog="python -m bench.edits", description=__doc__)
    parser.add_argument("--cases", type=int, default=5_000)
    parser.add_argument("--together", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--show", type=int, default=10, metavar="N", help="wrong cases that are printed")
    options = parser.parse_args()
    made = _together(edits, options.together, options.seed) if options.together else edits.cases(options.seed)
    totals: Counter[str] = Counter()
    seconds = 0.0
    for case in islice(made, options.cases):
        told, took = _judged(case)
        seconds += took
        expected = case.expected if isinstance(case.expected, list) else [case.expected]
        faults = _faults(expected, told)
        totals.update(
            {"cases": 1, "edits": len(expected), "permitted": sum(_is_free(one) for one in expected)}
        )
        totals.update(faults)
        totals["wrong cases"] += bool(faults)
        if faults and totals["wrong cases"] <= options.show:
            print(f"{case.name} ({case.language}): {dict(faults)}")
            for change in told:
                print(
                    "   ",
                    change.kind.value,
                    "|",
                    _text(change.original),
                    "|",
                    _text(change.page),
                    "|",
                    _free(change),
                )
    print(dict(totals), f"{seconds / max(1, totals['cases']) * 1_000:.2f} ms a page")
    print(f"class right: {1 - totals['wrong cases'] / max(1, totals['cases']):.2%} of the pages")
    print(f"permitted changes accused: {totals['accused'] / max(1, totals['permitted']):.2%}")
    print(f"altered quotations missed: {totals['quotations missed']}")
    return 0


def _judged(case: Any) -> tuple[tuple[Change, ...], float]:
    page = read_text("page", case.page)
    original = read_original(read_text("original", case.original), ())
    texts = {index: original.page.blocks[index].text for index in original.article}
    alignment = align([block.text for block in page.blocks], texts)
    zones = zones_by_alignment(page, original, alignment)
    assert zones is not None
    started = time.perf_counter()
    told = changes(page, original, alignment, zones)
    return told, time.perf_counter() - started


def _is_free(expected: Any) -> bool:
    return expected.permitted is not None or not expected.kinds


def _faults(expected: list[Any], told: tuple[Change, ...]) -> Counter[str]:
    """What was not told, and what was told that nobody did."""
    faults: Counter[str] = Counter()
    left = list(told)
    for one in expected:
        hits = [
            change
            for change in left
            if change.kind in one.kinds
            and (one.permitted in change.permitted_by if one.permitted else not change.permitted_by)
        ]
        if not hits and one.kinds and one.sure:
            faults["quotations missed" if ChangeKind.QUOTATION in one.kinds else "missed"] += 1
        for change in hits if len(expected) == 1 else hits[:1]:
            left.remove(change)
    accused = [change for change in left if not change.permitted_by]
    if accused:
        faults["accused" if all(map(_is_free, expected)) else "told besides"] += len(accused)
    return faults


def _together(edits: Any, count: int, seed: int) -> Any:
    """Cases with several edits in one page."""
    number = 0
    while True:
        for language in edits.LANGUAGES:
            number += 1
            random = Random(f"{seed} together {number}")
            original = edits.told(language, random)
            edited = original.copy()
            names = random.sample(_TOGETHER, count)
            expected = [found for name in names if (found := edits.EDITS[name](edited, random)) is not None]
            yield edits.Case(
                ", ".join(names),
                language,
                edits.page_of(original, "The Tarn Wire", credits=False),
                edits.page_of(edited, "The Ellery Packet", credits=True),
                expected,
            )


def _text(passage: Any) -> str:
    return passage.text[:70] if passage else "-"


def _free(change: Change) -> str:
    return ", ".join(sorted(permission.value for permission in change.permitted_by)) + change.note[:60]


if __name__ == "__main__":
    sys.exit(main())
