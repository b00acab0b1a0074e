"""Alignment alone, for stories of growing length, beside difflib on the same words."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from random import Random

from selectolax.lexbor import LexborHTMLParser

from bench.make_pages import PUBLISHERS, make_page
from bench.results import Goal, Row, Table
from bench.site import WEIGHTS
from bench.timing import Call, Spread, interleaved, spread
from licheck.align.blocks import align
from licheck.lens import read_original
from licheck.readers.html import read_text
from licheck.text import words_of

LENGTHS = (300, 1_200, 5_000, 20_000)  # words of the story
_IN_TIME = 6_000  # words beyond which difflib is not waited for: its time grows with the square
_STORIES = 5  # stories of each length
_UNIT = "lexbor: bare parse of a page of 140 kB"


def names() -> list[str]:
    """The names of all rows, in their order."""
    return [name(words) for words in LENGTHS for name in (_licheck, _difflib)]


def measure(rounds: int, wanted: Callable[[str], bool], progress: Callable[[str], None]) -> Table:
    """Align an edited story inside a page of 140 kB with its original, words already cut for difflib."""
    units = _made(0, 0)[_UNIT]
    rows: list[Row] = []
    for words in LENGTHS:
        ratios: dict[str, list[float]] = {}
        took: dict[str, list[float]] = {}
        for number in range(_STORIES):
            calls = {name: call for name, call in _made(words, number).items() if wanted(name)}
            progress(f"alignment, story {number + 1} of {_STORIES} with {words:,} words")
            calls[_UNIT] = units
            if words > _IN_TIME:
                calls.pop(_difflib(words), None)
            best = {name: min(times) for name, times in interleaved(calls, rounds).items()}
            for name, time in best.items():
                ratios.setdefault(name, []).append(time / best[_UNIT])
                took.setdefault(name, []).append(time * 1_000)
        rows += _rows(words, ratios, took)
    note = f"Edited stories in a page of 140 kB, {_STORIES} of each length. difflib gets words, licheck text."
    return Table("alignment", "Alignment alone", "P", rows, note)


def _licheck(words: int) -> str:
    return f"licheck, {words:,} words"


def _difflib(words: int) -> str:
    return f"difflib, {words:,} words"


def _made(words: int, number: int) -> dict[str, Call]:
    """The calls for one story."""
    made = make_page(Random(f"alignment {words} {number}"), WEIGHTS[2], PUBLISHERS[number % 3], words=words)
    page, source = read_text("page", made.html), read_original(read_text("original", made.original), ())
    blocks = [block.text for block in page.blocks]
    original = {index: source.page.blocks[index].text for index in source.article}
    ours = [word for text in blocks for word in words_of(text)]
    theirs = [word for text in original.values() for word in words_of(text)]
    return {
        _UNIT: lambda: LexborHTMLParser(made.html),
        _licheck(words): lambda: align(blocks, original),
        _difflib(words): lambda: SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks(),
    }


def _rows(words: int, ratios: dict[str, list[float]], took: dict[str, list[float]]) -> list[Row]:
    ours, others = _licheck(words), _difflib(words)
    rows = [
        Row(
            name,
            spread(ratios[name]),
            spread(took[name]).median,
            goal=Goal(1.2) if name == _licheck(1_200) else None,
        )
        for name in (ours, others)
        if name in ratios
    ]
    if ours in ratios and others in ratios:
        times: Spread = spread([slow / fast for slow, fast in zip(ratios[others], ratios[ours], strict=True)])
        rows.append(
            Row(f"{others}, in units of ours", times, goal=Goal(6, least=True) if words == 1_200 else None)
        )
    return rows
