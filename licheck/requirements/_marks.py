"""Marks on an original that say whether it may be taken: short lines, buttons, links beside its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from licheck.model.case import Case
from licheck.model.finding import Evidence, Standing
from licheck.model.page import JOINT, Page
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.text import fold, words_of

_LINE = 24  # words of a line that can be a mark
_NEAR = 5  # blocks above and below the story within which a mark is the story's own
_COPYRIGHT = pattern(r"©|\(c\)\s*\d{4}|\bcopyright\b", re.I)
_FOOT = ("footer", "colophon", "site-info", "copyright")


class Mark(NamedTuple):
    """A mark: a block of the original's page, and whether it stands with the story."""

    block: int
    near: bool


def short_lines(page: Page) -> Iterator[int]:
    """The visible blocks that are short lines."""
    return (index for index, block in enumerate(page.blocks) if block.text.count(" ") < _LINE)


def marks_on_original(case: Case, marks: Sequence[str]) -> list[Mark]:
    """Where the original carries one of these marks as whole words, those with its story first."""
    assert case.original
    page, article = case.original.page, case.original.article
    wanted = [tuple(words_of(mark)) for mark in marks]
    first, last = (article[0], article[-1]) if article else (0, len(page.blocks))
    inside = frozenset(article[1:-1])  # the story's own sentences
    found = [
        Mark(
            index,
            first - _NEAR <= index <= last + _NEAR and not _in_foot(page, index) and index not in article,
        )
        for index in short_lines(page)
        if index not in inside
        and _holds(words_of(page.blocks[index].text), wanted)
        and not _is_copyright_of(case, page.blocks[index].text)
    ]
    return sorted(found, key=lambda mark: not mark.near)


def _is_copyright_of(case: Case, text: str) -> bool:
    """Whether a line is the publisher's copyright notice, which stands on every page of its site."""
    publisher = case.rule_set.publisher
    return _COPYRIGHT.search(text) is not None and bool(named(text, publisher.names, publisher.others))


def _holds(words: list[str], wanted: Sequence[tuple[str, ...]]) -> bool:
    line = f" {' '.join(words)} "
    return any(f" {' '.join(mark)} " in line for mark in wanted if mark)


def _in_foot(page: Page, index: int) -> bool:
    """Whether a block stands in the foot of the page."""
    around = page.around(page.blocks[index].container)
    return any(box.tag == "footer" or any(word in box.label for word in _FOOT) for box in around)


def of_mark(case: Case, mark: Mark, note: str, *, counts: bool = False) -> Evidence:
    """A mark as evidence."""
    assert case.original
    page = case.original.page
    block = page.blocks[mark.block]
    where = page.locate(block)
    return Evidence(
        block.text.replace(JOINT, " "), where.line, where.column, Standing.ORIGINAL, counts, note, page.path
    )


def in_source(page: Page, marks: Sequence[str]) -> bool:
    """Whether a page's own part of the source holds one of the marks anywhere, also unseen."""
    source = fold(page.source[slice(*page.span)] if page.span else page.source)
    return any(fold(mark) in source for mark in marks)
