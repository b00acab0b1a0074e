"""Trying a rule file's patterns before anybody relies on them: do they compile, do they end?

A pattern such as `(a+)+$` is harmless on most texts and endless on a few; those few are made here, from
the pattern's own characters and pieces, and searched with a budget of processor time. All patterns of a
file together take at most 20 x 0.1 s (docs/reliability.md: 5 s).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Final

from licheck.errors import PatternTimeout
from licheck.model.pattern import Pattern
from licheck.rulesets.reading import Reading
from licheck.rulesets.words import quote

MAX_PATTERNS: Final = 20  # of one rule file
SECONDS: Final = 0.1  # processor time for one pattern, all texts together

_LENGTH: Final = 1_000  # characters of a text that is tried; addresses are rarely longer
_PIECES: Final = 12  # repeated pieces that are tried, beside the usual ones


def try_patterns(reading: Reading) -> None:
    """Compile and try all patterns that were met; what fails becomes a fault at the pattern's place."""
    for offset, pattern in reading.patterns[:MAX_PATTERNS]:
        problem = _problem(pattern)
        if problem:
            reading.fault(offset, problem)
    for offset, _ in reading.patterns[MAX_PATTERNS:]:
        reading.fault(offset, f"more than {MAX_PATTERNS} patterns in one rule file")


def _problem(pattern: Pattern) -> str:
    """What is wrong with one pattern, empty if nothing is."""
    try:
        _ = pattern.compiled
    except ValueError as error:
        return str(error)
    end = time.process_time() + SECONDS
    for piece in _pieces(pattern.text):
        try:
            pattern.search(_hostile(piece, pattern.text), max(0.001, end - time.process_time()))
        except PatternTimeout:
            return (
                f"the pattern takes too long on a text such as {quote(piece * 3 + '...')}; make it simpler"
                " (no repeat inside a repeat, no two repeats of the same thing in a row)"
            )
    return ""


def _pieces(text: str) -> Iterator[str]:
    """What to repeat: usual characters, then the pattern's own, then its words."""
    own = re.sub(r"[\\^$*+?()\[\]{}|]", " ", re.sub(r"\\[A-Za-z]", " ", text))
    signs = dict.fromkeys(own.replace(" ", ""))
    words = dict.fromkeys(word for word in own.split() if len(word) > 1)
    yield from dict.fromkeys(("a", "0", " ", "-", "/", *list(words)[:_PIECES], *list(signs)[:_PIECES]))


def _hostile(piece: str, text: str) -> str:
    """A long run of the piece, an end that few patterns expect, and all that the pattern may insist on."""
    return (piece * _LENGTH)[:_LENGTH] + "\x00" + text
