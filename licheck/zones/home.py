"""In which boxes of a page its story stands.

A site's template puts the paragraphs of a story into boxes that are made alike, and everything else
(captions, teasers, fact boxes, sign-up forms, comments) into others. So: the box in which most of the prose
stands together, and all boxes on the page that are made like it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from licheck.model.page import Container, Page
from licheck.zones.shapes import Shapes, bare

DEEPEST = 64  # levels of boxes that are climbed; hostile pages have 100,000
_CLIMB = 6  # levels up that a paragraph lends weight to
_FADE = 0.75  # of it at each level
_FAVOUR = 1.2  # for an element that says it holds the story
_SAY_SO = ("article", "main")
_ENOUGH = 80  # words of prose that make the article around the headline the story
_BEFORE = 0.2  # weight of prose above the headline
_BOXED = 0.02  # weight of prose in comments, navigation, forms

APART = frozenset("figure aside nav form footer header menu dialog search details".split())
# Words of a label that say that a box holds something else than the story.
_OTHERS = frozenset(
    (
        "comment comments commentlist kommentar kommentare commentaire commentaires comentarios disqus"
        " respond replies sidebar footer related recommend recommended recommendation recommendations"
        " newsletter cookie cookies consent popup modal gdpr dsgvo author bio biography"
    ).split()
)


class Home:
    """The boxes of a page's story. `words` are its blocks of prose (not none), `anchor` is its headline or
    -1.

    `parts` are the containers that hold (a part of) the story.
    """

    def __init__(self, page: Page, words: Mapping[int, int], anchor: int) -> None:
        self.page, self.anchor = page, anchor
        self.shapes = Shapes(page)
        self._words = words
        self._weight: dict[int, float] = {-1: 1.0}
        self._articles: dict[int, int] = {-1: -1}
        self.parts = self._alike(self._best())

    def holds(self, block: int) -> bool:
        """Whether a block stands in one of the parts."""
        containers = self.page.containers
        return len(containers) == 1 or any(
            containers[at][2] <= block < containers[at][3] for at in self.parts
        )

    def path(self, at: int) -> list[Container] | None:
        """The containers around a container, itself the first, within the part that holds it; None outside
        the parts.
        """
        found: list[Container] = []
        while at not in self.parts:
            if at < 0 or len(found) > DEEPEST:
                return [] if len(self.page.containers) == 1 else None
            found.append(self.page.containers[at])
            at = self.page.containers[at][1]
        return found

    def is_boxed(self, at: int) -> bool:
        """Whether a container stands in a box of other things, by tags and labels."""
        return self._weight_of(at) < 1.0

    def _best(self) -> int:
        """The container in which most of the prose stands together."""
        containers = self.page.containers
        scores: dict[int, float] = {}
        for at, share in self._weights().items():
            for _ in range(_CLIMB):
                if at < 0:
                    break
                tag, parent, _, _, _ = containers[at]
                scores[at] = scores.get(at, 0.0) + (share * _FAVOUR if tag in _SAY_SO else share)
                at = parent
                share *= _FADE
        best = max(scores, key=lambda at: (scores[at], -at))
        while containers[best][1] >= 0 and containers[best][3] - containers[best][2] < 2:
            best = containers[best][1]
        return best

    def _weights(self) -> dict[int, float]:
        """Container -> words of prose that stand in it, those of other things counting less."""
        found: dict[int, float] = {}
        low, high = self._article()
        blocks = self.page.blocks
        for block, words in self._words.items():
            if low <= block < high:
                at = blocks[block][3]
                weight = words * self._weight_of(at)
                found[at] = found.get(at, 0.0) + (weight if block > self.anchor else weight * _BEFORE)
        return found

    def _article(self) -> tuple[int, int]:
        """(first, last) of the article element around the headline, if that holds the story; else of all."""
        at = self._outermost(self.page.blocks[self.anchor][3]) if self.anchor >= 0 else -1
        if at >= 0:
            article = self.page.containers[at]
            held = sum(words for block, words in self._words.items() if self.anchor < block < article.last)
            if held >= _ENOUGH:
                return article.first, article.last
        return 0, len(self.page.blocks)

    def _weight_of(self, at: int) -> float:
        """How much prose in a container counts: less in boxes of other things."""
        known, containers, anchor = self._weight, self.page.containers, self.anchor
        path = []
        while at not in known:
            path.append(at)
            at = containers[at][1]
        weight = known[at]
        for at in reversed(path):
            tag, _, first, last, label = containers[at]
            if (
                weight == 1.0
                and (tag in APART or (label and _says_other(label)))
                and not first <= anchor < last
                and tag not in ("html", "body")
            ):
                weight = _BOXED
            known[at] = weight
        return weight

    def _alike(self, best: int) -> frozenset[int]:
        """The container and those with prose that are made like it, within the same article element."""
        containers, blocks, of = self.page.containers, self.page.blocks, self.shapes.of
        shape, article = of(best), self._outermost(best)
        tag, label = containers[best][0], bare(containers[best][4])
        found = {best}
        seen: set[int] = set()
        for block in self._words:
            at = blocks[block][3]
            while at >= 0 and at not in seen:
                seen.add(at)
                box = containers[at]
                if box[0] == tag and bare(box[4]) == label and of(at) == shape:
                    if self._outermost(at) == article:
                        found.add(at)
                    break
                at = box[1]
        return frozenset(found)

    def _outermost(self, at: int) -> int:
        """The outermost article element around a container; -1 for none."""
        known, containers = self._articles, self.page.containers
        path = []
        while at not in known:
            path.append(at)
            at = containers[at][1]
        found = known[at]
        for at in reversed(path):
            if found < 0 and containers[at][0] == "article":
                found = at
            known[at] = found
        return found


@lru_cache(maxsize=4096)
def _says_other(label: str) -> bool:
    """Whether a label says that a box holds something else than the story."""
    return not _OTHERS.isdisjoint(label.lower().replace("-", " ").replace("_", " ").split())
