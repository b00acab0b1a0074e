"""Sentences that say where a story comes from: "This story was originally published by Example News."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from licheck.credits.source_phrases import SOURCE_PHRASES
from licheck.model.case import Mask
from licheck.model.credit import Statement
from licheck.model.page import Page
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.text import fold

_REACH = 200  # characters between the phrase and the name
_SENTENCE = pattern(r"[.!?。][\s\"'”’)]+")
_SHORT_PHRASES = 12  # letters; a phrase this short ("via", "source") must stand at the start of its sentence or after a sign


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(
        sorted(
            {phrase for line in SOURCE_PHRASES.values() for phrase in line.split("|")}, key=len, reverse=True
        )
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
        for start, end in named(text, names, others):
            first = max((hit.end() for hit in _SENTENCE.finditer(text, 0, start)), default=0)
            stop = _SENTENCE.search(text, end)
            last = stop.start() + 1 if stop else len(text)
            phrase = says_source(text[max(first, start - _REACH) : min(last, end + _REACH)])
            if phrase:
                yield Statement(index, first, last, zones.of[index], phrase)
                break


def says_source(sentence: str) -> str:
    """The words in a sentence that say that something comes from somewhere; empty where there are none."""
    folded = fold(sentence)
    for phrase in _phrases():
        at = folded.find(phrase)
        while at >= 0:
            before, after = folded[at - 1 : at], folded[at + len(phrase) : at + len(phrase) + 1]
            whole = not (before.isalpha() and before.isascii()) and not (after.isalpha() and after.isascii())
            opens = (
                len(phrase) > _SHORT_PHRASES
                or at <= 3
                or (not before.strip() and folded[:at].rstrip()[-1:] in ("-", "|", "(", ":", "/", "·", "•"))
            )
            if whole and opens:
                return phrase
            at = folded.find(phrase, at + 1)
    return ""
