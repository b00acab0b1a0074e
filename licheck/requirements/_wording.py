"""Finding a prescribed wording on a page: word for word, or nearly.

Words are compared folded; what stands between them (punctuation, quotes, markup, line ends) makes no difference. A
variable stands for any few words. The wording may be spread over a few blocks, as where each sentence is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from html import escape
from typing import NamedTuple

from licheck.model.case import Case
from licheck.model.page import Page
from licheck.model.template import Template, Variable
from licheck.patterns import pattern
from licheck.requirements._links import url_of
from licheck.requirements._placeholders import placeholder_in
from licheck.text import fold_with_map, words_of

_WORD = pattern(r"[^\W_]+")
_GAP = 40  # words that a variable may stand for, as of a headline
_LEAST = 6  # words of a wording that can be told in other words; a shorter one stands as it is, or not
_END = 1_000_000  # characters: the end of a block, wherever that is
_BLOCKS = 4  # blocks that a wording may be spread over
_LONGEST = 1_000  # words of a block of which nearness is measured; what is longer is no such line
_WITH_DIGIT = ("date", "year")  # variables whose value holds a number
_MAY_BE_EMPTY = ("url",)  # variables whose value can be a link behind other words
_BLANK = pattern(
    r"\[[^\[\]]{0,30}\b(?:name|outlet|link|url|address|date|year|author|student|headline|title|newsroom|publication)\b[^\[\]]{0,30}\]",
    re.I,
)

Run = tuple[str, ...]
"""Words in a row."""


class Gap(NamedTuple):
    """A variable."""

    variable: str


Piece = tuple[Run, ...] | Gap
"""Either runs of words, any of which will do, or a variable."""


class Hit(NamedTuple):
    """Where a wording stands: text[start:end] of `block`, or from text[start] on where it goes on in the blocks up to
    `last`; a variable at either end takes the rest of its block with it. `share` (0-1) of the wording's own words stand there, in order.
    """

    block: int
    start: int
    end: int
    last: int
    share: float = 1.0


def pieces_of(template: Template, names: tuple[str, ...]) -> tuple[Piece, ...]:
    """A wording as pieces; `names` are the publisher's. Empty where it has no words of its own."""
    return _pieces(template, names)


@lru_cache(maxsize=512)
def _pieces(template: Template, names: tuple[str, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for part in template.parts:
        if isinstance(part, Variable):
            found.append(_name_runs(names) if part.name == "publisher" else Gap(part.name))
        elif words := _words(part):
            found.append((words,))
    return tuple(found) if any(not isinstance(piece, Gap) for piece in found) else ()


def _name_runs(names: tuple[str, ...]) -> tuple[Run, ...]:
    return tuple(sorted(filter(None, map(_words, names)), key=len, reverse=True))


def _words(text: str) -> Run:
    return tuple(_WORD.findall(fold_with_map(text).text))


def has_words(template: Template) -> bool:
    """Whether a wording has words of its own, by which it can be found."""
    return any(isinstance(part, str) and _words(part) for part in template.parts)


class _Text(NamedTuple):
    """Words, and where each stands: (block, start, end)."""

    words: list[str]
    at: list[tuple[int, int, int]]


def find(case: Case, pieces: Sequence[Piece], blocks: Iterable[int]) -> list[Hit]:
    """Where a wording stands word for word in these visible blocks, in reading order."""
    wanted = {word for piece in pieces if not isinstance(piece, Gap) and len(piece) == 1 for word in piece[0]}
    if not pieces or not all(word in case.page.text for word in wanted):
        return []
    return list(_find(pieces, _text((block, case.page.blocks[block].text) for block in blocks)))


def stands_in(pieces: Sequence[Piece], text: str) -> bool:
    """Whether a wording stands word for word in a text."""
    return bool(pieces) and next(_find(pieces, _text([(0, text)])), None) is not None


def _text(texts: Iterable[tuple[int, str]]) -> _Text:
    words: list[str] = []
    at: list[tuple[int, int, int]] = []
    for block, text in texts:
        folded = fold_with_map(text)
        for hit in _WORD.finditer(folded.text):
            words.append(hit.group())
            at.append((block, *folded.span(hit.start(), hit.end())))
    return _Text(words, at)


def _find(pieces: Sequence[Piece], text: _Text) -> Iterator[Hit]:
    """Walk through the pieces with all places at once: end of what was matched -> its latest start."""
    inner = list(pieces)
    before, after = _variable(inner[0]), _variable(inner[-1])
    inner = inner[bool(before) : len(inner) - bool(after)]
    places = {start: start for start in range(len(text.words) + 1)}
    for piece in inner:
        places = _over_gap(places, piece, text) if isinstance(piece, Gap) else _over_runs(places, piece, text)
        if not places:
            return
    last = -1
    for end, start in sorted(places.items()):
        if start < last or end <= start or not _has_room(text, start, end, before, after):
            continue
        (first, from_, _), (final, _, to) = text.at[start], text.at[end - 1]
        if final - first < _BLOCKS:
            yield Hit(first, 0 if before else from_, _END if after or final != first else to, final)
            last = end


def _variable(piece: Piece) -> str:
    return piece.variable if isinstance(piece, Gap) else ""


def _over_runs(places: dict[int, int], runs: tuple[Run, ...], text: _Text) -> dict[int, int]:
    found: dict[int, int] = {}
    firsts = {run[0] for run in runs}
    for at, start in places.items():
        if at >= len(text.words) or text.words[at] not in firsts:
            continue
        for run in runs:
            if tuple(text.words[at : at + len(run)]) == run:
                end = at + len(run)
                found[end] = max(start, found.get(end, -1))
    return found


def _over_gap(places: dict[int, int], gap: Gap, text: _Text) -> dict[int, int]:
    found: dict[int, int] = {}
    for at, start in places.items():
        told = gap.variable not in _WITH_DIGIT
        for end in range(at + (gap.variable not in _MAY_BE_EMPTY), min(at + _GAP, len(text.words)) + 1):
            told = told or any(map(str.isdigit, text.words[end - 1]))
            if told:
                found[end] = max(start, found.get(end, -1))
    return found


def _has_room(text: _Text, start: int, end: int, before: str, after: str) -> bool:
    """Whether something stands where the wording begins or ends with a variable."""
    if before and before not in _MAY_BE_EMPTY and not (start and text.at[start - 1][0] == text.at[start][0]):
        return False
    beyond = end < len(text.at) and text.at[end][0] == text.at[end - 1][0]
    return not after or after in _MAY_BE_EMPTY or beyond


def nearest(case: Case, pieces: Sequence[Piece], blocks: Iterable[int]) -> Hit | None:
    """The block, with the following ones, that has most of a wording's own words in order; None for none."""
    wanted = [word for piece in pieces if not isinstance(piece, Gap) for word in max(piece, key=len)]
    distinct = set(wanted)
    best: Hit | None = None
    for block in blocks:
        folded = case.page.folded[block]
        if len(folded) < len(distinct) or sum(word in folded for word in distinct) * 2 < len(distinct):
            continue
        words = words_of(case.page.blocks[block].text)[:_LONGEST]
        share = _share(wanted, words)
        if share and (best is None or share > best.share):
            best = Hit(block, 0, len(case.page.blocks[block].text), block, share)
    return best


def _share(wanted: Sequence[str], words: Sequence[str]) -> float:
    """How much of the wanted words stand among these, in order and close together; 0 where it is clearly less than half.

    Single words are not counted: any paragraph has "of", "the" and "in".
    """
    if len(wanted) < _LEAST:
        return float(_stands(wanted, words))
    if not _half(wanted, words):
        return 0.0
    size = len(wanted) * 3 // 2 + _LEAST
    windows = (
        words[at : at + size] for at in range(0, max(1, len(words) - size + size // 3), max(1, size // 3))
    )
    return max((_in_window(wanted, window) for window in windows if _half(wanted, window)), default=0.0)


def _stands(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return bool(wanted) and f" {' '.join(wanted)} " in f" {' '.join(words)} "


def _half(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return len(set(wanted).intersection(words)) * 2 >= len(set(wanted))


def _in_window(wanted: Sequence[str], window: Sequence[str]) -> float:
    matched = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matched if match.size > 1) / len(wanted)


def likeness(theirs: str, here: str) -> float:
    """How much (0-1) of the words of one text stand in another, in order; 0 where it is clearly less than half."""
    return _share(words_of(theirs)[:_LONGEST], words_of(here)[:_LONGEST])


def is_blank(text: str) -> bool:
    """Whether a placeholder was left unfilled in a line: "[Name of outlet]", "{url}", "dd.mm.yyyy"."""
    return _BLANK.search(text) is not None or bool(placeholder_in(text))


def filled(template: Template, case: Case) -> str:
    """A wording with what is known filled in, in the markup of the page; what only an editor knows in capitals."""
    values = {
        "publisher": case.rule_set.publisher.name,
        "authors": _listed(case.people),
        "republisher": case.republisher.name,
    }
    if case.original:
        values |= {
            "url": url_of(case),
            "headline": case.original.title,
            "affiliations": _listed(case.original.affiliations),
        }
    known = {name: value for name, value in values.items() if value}
    open_ = {name: name.upper() for name in template.variables if name not in known}
    return plain(case.page, template.render(known | open_))


def plain(page: Page, text: str) -> str:
    """A text in the markup of the page."""
    return text if page.format in ("markdown", "text") else escape(text, quote=False)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
