"""Which blocks are the story, where nothing is known but the page itself: by the form of its paragraphs.

A site's template puts the paragraphs of a story into boxes that look alike, and everything else (captions, teasers,
fact boxes, sign-up forms, comments) into boxes that look different. So: find the box in which most of the prose
stands together, all boxes on the page made like it, and in them the one or two kinds of box that most of
the prose is in. What stands in those is the story; what stands in others is not, save for lists and quotations.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from licheck.model.page import BlockKind, Page

_CLIMB = 6  # levels up that a paragraph lends weight to
_FADE = 0.75  # of it at each level
_FAVOUR = 1.2  # for an element that says it holds the story
_SAY_SO = ("article", "main")
_DIRECT = 0.25  # share of the prose that stands directly in the story's box from where on the rest is boxes within it
_SECOND = 0.15  # share of the prose from where on a second kind of box is the story's too
_QUOTES = ("blockquote", "q")
_NEVER = frozenset("figure aside nav form footer header table menu dialog search details".split())


class Part(NamedTuple):
    """A box that holds (a part of) the story: blocks[first:last] of the page."""

    first: int
    last: int


class Shapes:
    """What the containers of a page are made like: two are alike when their tags and labels, and those of all
    containers around them, are the same but for words with digits in them (numbers, generated names)."""

    def __init__(self, page: Page) -> None:
        self._containers = page.containers
        self._known: dict[int, int] = {-1: -1}
        self._ids: dict[tuple[int, str, str], int] = {}

    def of(self, at: int) -> int:
        """A number for the shape of a container."""
        known, containers = self._known, self._containers
        path = []
        while at not in known:
            path.append(at)
            at = containers[at][1]
        shape = known[at]
        for at in reversed(path):
            tag, _, _, _, label = containers[at]
            if label and not label.isalpha():
                label = " ".join([word for word in label.split() if not _has_digit(word)])
            shape = self._ids.setdefault((shape, tag, label), len(self._ids))
            known[at] = shape
        return shape


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def parts(page: Page, shapes: Shapes, words: Mapping[int, int]) -> list[Part]:
    """The boxes that hold the story, in the order of the page. `words` is as from `prose`, not empty."""
    containers = page.containers
    best = _best(page, words)
    if containers[best].last <= containers[best].first:
        return [Part(0, len(page.blocks))]  # a format without boxes
    return [Part(containers[best].first, containers[best].last)]


def _best(page: Page, words: Mapping[int, int]) -> int:
    """The container in which most of the prose stands together."""
    containers, blocks = page.containers, page.blocks
    own: dict[int, int] = {}
    for block, weight in words.items():
        at = blocks[block][3]
        own[at] = own.get(at, 0) + weight
    scores: dict[int, float] = {}
    for at, weight in own.items():
        share = float(weight)
        for _ in range(_CLIMB):
            if at < 0:
                break
            tag, parent, _, _, _ = containers[at]
            scores[at] = scores.get(at, 0.0) + (share * _FAVOUR if tag in _SAY_SO else share)
            at = parent
            share *= _FADE
    best = max(scores, key=lambda at: (scores[at], -at))
    while containers[best].parent >= 0 and containers[best].last - containers[best].first < 2:
        best = containers[best].parent
    return best
