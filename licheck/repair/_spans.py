"""From words of a block to their place in the source, markup left alone."""

from __future__ import annotations

from typing import NamedTuple

from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.repair._task import Unmendable

_ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_OPENED = pattern(
    r"<(a|b|bdi|cite|em|i|span|strong|u)\b(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,200}>\s*\Z", 2
)
_LONGEST = 3_000  # characters of a start tag
_CLOSED = pattern(r"\s*</(a|b|bdi|cite|em|i|span|strong|u)\s*>", 2)
_TARGET = pattern(r"\]\((?:[^()\n\\]|\\.|\([^()\n]*\)){0,2000}\)")
_EMPHASIS = ("***", "___", "**", "__", "*", "_")
_NOT_FOUND = "the line's place in the source is not clear"


class Span(NamedTuple):
    """source[start:end]."""

    start: int
    end: int


def after_character(page: Page, offset: int) -> int:
    """The offset behind the character that begins at an offset, which may be written as a reference."""
    if page.source[offset : offset + 1] == "&" and (entity := _ENTITY.match(page.source, offset)):
        return entity.end()
    return min(offset + 1, len(page.source))


def span_of(page: Page, index: int, start: int, end: int) -> Span:
    """Where text[start:end] of a visible block stands. Raises Unmendable where that is not clear."""
    block = page.blocks[index]
    if not 0 <= start < end <= len(block.text):
        raise Unmendable(_NOT_FOUND)
    first = page.locator(page, block, start)
    last = page.locator(page, block, end - 1)
    for offset, sign in ((first, block.text[start]), (last, block.text[end - 1])):
        if page.source[offset : offset + 1] not in (sign, "&"):
            raise Unmendable(_NOT_FOUND)
    if last < first:
        raise Unmendable(_NOT_FOUND)
    return Span(first, after_character(page, last))


def plain_span(page: Page, index: int, start: int, end: int) -> Span:
    """As `span_of`, for text with no markup in it: else Unmendable."""
    span = span_of(page, index, start, end)
    marks = "<>" if page.format == "html" else "<>[]*_`\\"
    if any(sign in page.source[span.start : span.end] for sign in marks):
        raise Unmendable("markup stands between its words")
    return span


def behind_marks(page: Page, span: Span) -> int:
    """The offset behind a span and the tags or marks that are around it and nothing else."""
    start, end = span
    while True:
        opened = _OPENED.search(page.source[max(0, start - _LONGEST) : start])
        closed = _CLOSED.match(page.source, end)
        if opened and closed and opened[1].lower() == closed[1].lower():
            start -= len(opened[0])
            end = closed.end()
        elif page.format == "markdown" and (beyond := _behind_markdown(page.source, start, end)) != (
            start,
            end,
        ):
            start, end = beyond
        else:
            return end


def _behind_markdown(source: str, start: int, end: int) -> tuple[int, int]:
    if source[start - 1 : start] == "[" and (target := _TARGET.match(source, end)):
        return start - 1, target.end()
    for sign in _EMPHASIS:
        if source.endswith(sign, 0, start) and source.startswith(sign, end):
            return start - len(sign), end + len(sign)
    return start, end
