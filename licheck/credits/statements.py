"""Sentences that say where a story comes from: "This story was originally published by Example News."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from licheck.credits import saying
from licheck.model.case import Mask
from licheck.model.credit import Statement
from licheck.model.page import Page
from licheck.model.zones import Zone, Zones
from licheck.organisations import named, outermost
from licheck.patterns import pattern
from licheck.text import fold, fold_signs

_REACH = 200  # characters between the phrase and the name
_EDGE = 2  # paragraphs at either end of the story, as form tells it, that may be lines on it
_BEFORE = 16  # words of a line before a sentence on the story's source: on its author, say
_NAME = 6  # words of a sentence that is hardly more than a name: "Copyright 2026 Example News."
_SENTENCE = pattern(
    r"(?:(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Mrs|Rev|Sen|Rep|Gov|Gen|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\bSept)\.|[!?。])"
    r"[\s\"'”’)]+(?![\da-z])"
)


def source_statements(
    page: Page,
    zones: Zones,
    masks: Sequence[Mask],
    names: Sequence[str],
    others: Sequence[str],
    story: frozenset[int],
) -> tuple[Statement, ...]:
    """The sentences outside the story, the notice and other boxes that name `names` as the story's source."""
    masked = {mask.block for mask in masks}
    blocks = [
        index
        for index, zone in enumerate(zones.of)
        if zone in (Zone.TOP, Zone.BOTTOM) or (zone is Zone.ARTICLE and (index not in story or index in (zones.first, zones.last)))
    ]  # fmt: skip
    return tuple(_statements(page, zones, (index for index in blocks if index not in masked), names, others))


def _statements(
    page: Page, zones: Zones, blocks: Iterable[int], names: Sequence[str], others: Sequence[str]
) -> Iterator[Statement]:
    for index in blocks:
        text = page.blocks[index].text
        for start, end in outermost(named(text, names, others)):
            first = max((hit.end() for hit in _SENTENCE.finditer(text, 0, start)), default=0)
            stop = _SENTENCE.search(text, end)
            last = stop.start() + 1 if stop else len(text)
            before, behind = text[max(first, start - _REACH) : start], text[end : min(last, end + _REACH)]
            phrase = saying.source_phrase(fold_signs(before), fold_signs(behind))
            if not phrase and stop and len(text[first:last].split()) <= _NAME:
                phrase = saying.goes_on(fold(text[last:]))
            if phrase:
                sentence = f"{fold_signs(text[first:start])}§{fold_signs(text[end:last])}"  # a name can have any words
                strong = _is_strong(page, zones, index, sentence, phrase) and not (
                    _ends_another(page, zones, index, first) and saying.opens_as_credit(sentence, phrase)
                )
                yield Statement(index, first, last, zones.of[index], phrase, strong)
                break


def _is_strong(page: Page, zones: Zones, block: int, sentence: str, phrase: str) -> bool:
    """Whether a sentence says that this very story is the publisher's, and not that something in it is."""
    if not saying.is_strong(sentence, phrase):
        return False
    if saying.may_be_of_picture(sentence) and any(image.block == block for image in page.images):
        return False
    if zones.of[block] is not Zone.ARTICLE or saying.is_of_this(sentence):
        return True
    at_edge = block <= zones.first + _EDGE or block >= zones.last - _EDGE
    return at_edge and ("this" in phrase or saying.opens_as_credit(sentence, phrase))


def _ends_another(page: Page, zones: Zones, block: int, first: int) -> bool:
    """Whether a sentence without a subject stands at the end of a paragraph that is not the page's last: an item of a list."""
    return block < zones.last and len(page.blocks[block].text[:first].split()) > _BEFORE


def says_source(sentence: str) -> str:
    """The words in a sentence that say that something comes from somewhere; empty where there are none."""
    return saying.says_source(fold(sentence))
