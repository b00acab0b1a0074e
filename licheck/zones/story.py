"""Which blocks are the story, where nothing is known but the page itself: by the form of its paragraphs.

A site's template puts the paragraphs of a story into boxes that are made alike, and everything else (captions,
teasers, fact boxes, sign-up forms, comments) into others. So: find the box in which most of the prose stands
together, all boxes on the page made like it, and in them the one or two shapes of box that the prose is in.
What stands in those is the story; what stands in others is not, save for lists, quotations and sub-headings.

The shares below were set on news pages of forty countries, each from another publisher.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from licheck.model.page import BlockKind, Container, Page
from licheck.zones.closing import closes, tells_origin
from licheck.zones.prose import LONG, SPARSE, is_menu, linked, prose, words_in
from licheck.zones.shapes import Shapes

_CLIMB = 6  # levels up that a paragraph lends weight to
_FADE = 0.75  # of it at each level
_FAVOUR = 1.2  # for an element that says it holds the story
_SAY_SO = ("article", "main")
_FEW = 50  # words of prose below which shorter paragraphs are looked at too
_ENOUGH = 80  # words of prose that make the article around the headline the story
_BEFORE = 0.2  # weight of prose above the headline
_BOXED = 0.02  # weight of prose in comments, navigation, forms
_DIRECT = (
    0.25  # share of the prose that stands in the story's box itself from where on the rest is boxes within it
)
_SECOND = 0.15  # share of the prose from where on a second shape of box is the story's too
_SHORT = 8  # words of a line that is no paragraph by its tag
_CAPTION = 50  # words of a caption
_GAP = 4  # blocks between a sub-heading and its paragraph
_LAST, _FIRST = 4, 2  # paragraphs at the ends of the story that may be about the page

_ASIDE = frozenset("figure aside nav form footer header menu dialog search details".split())
_LISTS = frozenset("ul ol li dl dd dt".split())
_PLAIN = _LISTS | frozenset("div p section article main center blockquote".split())
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment_?list|kommentare?|commentaires?|comentarios|disqus|respond|replies|sidebar|footer|related|recommend\w*|newsletter|cookies?|consent|popup|modal|gdpr|dsgvo|author|bio|biography)(?:$|[\s_-])",
    re.I,
)  # fmt: skip
_EMBEDS = re.compile(r"twitter|instagram|tiktok|facebook|bluesky|reddit|embed", re.I)
_CAPTIONS = re.compile(r"caption|teaser", re.I)
_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", ";")
_AFTER_END = " '\"»”’)]“"


class Story(NamedTuple):
    """The blocks of the story; `first` and `last` are the ends of its prose."""

    first: int
    last: int
    blocks: frozenset[int]


def find_story(page: Page, anchor: int | None, not_story: frozenset[int] = frozenset()) -> Story | None:
    """The story of a page; None where nothing on it reads like one. `anchor` is the headline, if it is known
    before the story is, `not_story` are blocks known to be something else."""
    in_links = linked(page)
    words = prose(page, in_links, LONG)
    if sum(words.values()) < _FEW:
        words = prose(page, in_links, SPARSE)
    for block in not_story & words.keys():
        del words[block]
    return _Search(page, words, in_links, anchor, not_story).run() if words else None


class _Search:
    """The search on one page. `words` are its blocks of prose, `links` the characters in links of each block."""

    def __init__(
        self,
        page: Page,
        words: dict[int, int],
        links: Mapping[int, int],
        anchor: int | None,
        not_story: frozenset[int],
    ) -> None:
        self.page, self.words, self.links, self.not_story = page, words, links, not_story
        self.anchor = -1 if anchor is None else anchor
        self.shapes = Shapes(page)
        self.parts: frozenset[int] = frozenset()  # containers that hold (a part of) the story
        self.own: frozenset[int] = frozenset()  # shapes of the containers that its paragraphs stand in
        self.prose: list[int] = []  # its blocks that stand in such containers
        self._roles: dict[int, str] = {}

    def run(self) -> Story | None:
        best = self._best(self._weights())
        self.parts = self._alike(best)
        inside = self._inside()
        self.own = self._own(inside)
        self.prose = [block for block in inside if self.shapes.of(self.page.blocks[block][3]) in self.own]
        quoted = [block for block in inside if self._role(self.page.blocks[block][3]) == "quote"]
        return self._whole(sorted({*self.prose, *quoted})) if self.prose else None

    # --- which box -------------------------------------------------------------------------------------------------

    def _weights(self) -> dict[int, float]:
        """Container -> words of prose that stand in it, those of other things counting less."""
        found: dict[int, float] = {}
        low, high = self._article()
        factors: dict[int, float] = {-1: 1.0}
        for block, words in self.words.items():
            if low <= block < high:
                at = self.page.blocks[block][3]
                weight = words * self._factor(at, factors)
                found[at] = found.get(at, 0.0) + (weight if block > self.anchor else weight * _BEFORE)
        return found

    def _article(self) -> tuple[int, int]:
        """(first, last) of the article element around the headline, if it holds the story; else of the page."""
        containers = self.page.containers
        found = None
        at = self.page.blocks[self.anchor][3] if self.anchor >= 0 else -1
        while at >= 0:
            if containers[at][0] == "article":
                found = containers[at]
            at = containers[at][1]
        if found is not None:
            held = sum(words for block, words in self.words.items() if self.anchor < block < found.last)
            if held >= _ENOUGH:
                return found.first, found.last
        return 0, len(self.page.blocks)

    def _factor(self, at: int, known: dict[int, float]) -> float:
        """How much prose in a container counts: less in boxes of other things."""
        path = []
        while at not in known:
            path.append(at)
            at = self.page.containers[at][1]
        factor = known[at]
        for at in reversed(path):
            tag, _, first, last, label = self.page.containers[at]
            if factor == 1.0 and not first <= self.anchor < last and tag not in ("html", "body"):
                if tag in _ASIDE or (label and _OTHERS.search(label)):
                    factor = _BOXED
            known[at] = factor
        return factor

    def _best(self, weights: Mapping[int, float]) -> int:
        """The container in which most of the prose stands together."""
        containers = self.page.containers
        scores: dict[int, float] = {}
        for at, share in weights.items():
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

    def _alike(self, best: int) -> frozenset[int]:
        """The container and those with prose that are made like it, within the same article element."""
        containers, of = self.page.containers, self.shapes.of
        shape, article = of(best), self._outermost(best)
        found = {best}
        seen: set[int] = set()
        for block in self.words:
            at = self.page.blocks[block][3]
            while at >= 0 and at not in seen:
                seen.add(at)
                if of(at) == shape and self._outermost(at) == article:
                    found.add(at)
                    break
                at = containers[at][1]
        return frozenset(found)

    def _outermost(self, at: int) -> int:
        """The outermost article element around a container; -1 for none."""
        found = -1
        while at >= 0:
            if self.page.containers[at][0] == "article":
                found = at
            at = self.page.containers[at][1]
        return found

    def _inside(self) -> list[int]:
        """The blocks of prose in the parts."""
        if len(self.page.containers) == 1:
            return list(self.words)  # a format without boxes
        return [block for block in self.words if self._path(self.page.blocks[block][3]) is not None]

    def _path(self, at: int) -> list[Container] | None:
        """The containers around a container, itself the first, up to the part that holds it; None outside the parts."""
        path = []
        while at not in self.parts:
            if at < 0:
                return None
            path.append(self.page.containers[at])
            at = self.page.containers[at][1]
        return path

    # --- which shapes in it ----------------------------------------------------------------------------------------

    def _own(self, inside: list[int]) -> frozenset[int]:
        """The shapes of the containers that the story's paragraphs stand in."""
        weights: dict[int, int] = {}
        example: dict[int, int] = {}
        for block in inside:
            at = self.page.blocks[block][3]
            shape = self.shapes.of(at)
            weights[shape] = weights.get(shape, 0) + self.words[block]
            example.setdefault(shape, at)
        paths = {shape: self._path(at) or [] for shape, at in example.items()}
        total = sum(weights.values())
        direct = {shape for shape, path in paths.items() if not path}
        nested = [shape for shape, path in paths.items() if path and not any(map(_is_apart, path))]
        own = set(direct)
        if nested and sum(weights[shape] for shape in direct) < _DIRECT * total:
            own.add(max(nested, key=lambda shape: weights[shape]))
        for shape in nested:
            path = paths[shape]
            if all(not box.label and box.tag in _PLAIN for box in path) or (
                weights[shape] >= _SECOND * total and not self._has_heading(path[-1])
            ):
                own.add(shape)
        return frozenset(own)

    def _has_heading(self, box: Container) -> bool:
        """Whether a box within the story begins with a heading of its own that is not the story's headline."""
        return self.page.blocks[box.first][1] is BlockKind.HEADING and not box.first <= self.anchor < box.last

    def _role(self, at: int) -> str:
        """What a container in or around the story is to it: own, around (own ones), list, quote, heading or (empty) nothing."""
        if at not in self._roles:
            self._roles[at] = self._role_of(at)
        return self._roles[at]

    def _role_of(self, at: int) -> str:
        tags: list[str] = []
        around = at
        while around not in self.parts and self.shapes.of(around) not in self.own:
            if around < 0:
                return "own" if len(self.page.containers) == 1 else ""
            box = self.page.containers[around]
            tags.append(box[0])
            if box[0] == "blockquote" and _EMBEDS.search(box[4]):
                return ""
            around = box[1]
        if around not in self.parts and self._path(around) is None:
            return ""
        if not tags:
            return "own" if self.shapes.of(at) in self.own else "around"
        if "blockquote" in tags:
            return "quote"
        if not _ASIDE.isdisjoint(tags):
            return ""
        if _LISTS.issuperset(tags):
            return "list"
        _, _, first, last, _ = self.page.containers[at]
        return "heading" if last - first == 1 else "around" if self._holds_story(first, last) else ""

    def _holds_story(self, first: int, last: int) -> bool:
        """Whether one of blocks[first:last] is a paragraph of the story."""
        at = bisect_left(self.prose, first)
        return at < len(self.prose) and self.prose[at] < last

    # --- which blocks ----------------------------------------------------------------------------------------------

    def _whole(self, prose: list[int]) -> Story | None:
        """The story around its paragraphs of prose."""
        kept = [block for block in prose if not self._is_about_the_page(block, prose)] or prose
        first, last = kept[0], kept[-1]
        story = set(kept)
        lines = sum(self.page.blocks[block][1] is BlockKind.OTHER for block in kept) * 2 > len(kept)
        middle = range(kept[min(1, len(kept) - 1)], kept[max(len(kept) - 2, 0)])
        seen = {self.page.blocks[block][0] for block in prose}
        for block in self._around(first, last):
            text = self.page.blocks[block][0]
            if (
                text not in seen
                and block not in self.not_story
                and self._belongs(block, lines, block in middle)
            ):
                story.add(block)
            seen.add(text)
        story.update(self._lead(first), self._tail(last, lines))
        self._drop_headings(story)
        return Story(first, max(last, *story), frozenset(story))

    def _lead(self, first: int) -> list[int]:
        """Paragraphs between the headline and the story's box: its beginning, which some sites set apart."""
        if self.anchor < 0:
            return []
        factors: dict[int, float] = {-1: 1.0}
        found = []
        for block in self.words:
            if not self.anchor < block < first or block in self.prose:
                continue
            text, kind, _, at, _, _ = self.page.blocks[block]
            if kind is BlockKind.PARAGRAPH and self._factor(at, factors) == 1.0 and not closes(text):
                path = self._path_to(at, first)
                if not any(map(_is_apart, path)) and not self._under_picture(block, path):
                    found.append(block)
        return found

    def _under_picture(self, block: int, path: list[Container]) -> bool:
        """Whether a short paragraph stands in a small box with a picture: its caption."""
        if self.words[block] > _CAPTION or not path:
            return False
        _, _, first, last, _ = path[min(1, len(path) - 1)]
        return last - first <= 3 and any(
            first <= image.block <= last and not image.hidden for image in self.page.images
        )

    def _path_to(self, at: int, block: int) -> list[Container]:
        """The containers around a container that do not hold a block."""
        path = []
        while at >= 0:
            box = self.page.containers[at]
            if box[2] <= block < box[3]:
                break
            path.append(box)
            at = box[1]
        return path

    def _is_about_the_page(self, block: int, prose: list[int]) -> bool:
        text = self.page.blocks[block][0]
        return (block in prose[-_LAST:] and closes(text)) or (block in prose[:_FIRST] and tells_origin(text))

    def _around(self, first: int, last: int) -> Iterator[int]:
        """The blocks between two, in the parts."""
        if len(self.parts) == 1:
            return iter(range(first, last))
        boxes = sorted((self.page.containers[at].first, self.page.containers[at].last) for at in self.parts)
        return (block for low, high in boxes for block in range(max(first, low), min(last, high)))

    def _belongs(self, block: int, lines: bool, middle: bool) -> bool:
        """Whether a short block between two paragraphs is the story's too. `lines`: its paragraphs are no `<p>`;
        `middle`: it does not stand next to the first or last of them, where lines of credit do."""
        text, kind, _, at, _, _ = self.page.blocks[block]
        if kind in (BlockKind.CAPTION, BlockKind.CONTROL, BlockKind.CELL):
            return False
        role = self._role(at)
        menu = block in self.links and is_menu(self.page.blocks[block], self.links[block])
        if kind is BlockKind.HEADING:
            return role in ("own", "heading", "around") and not menu
        if role == "own":
            if kind is BlockKind.PARAGRAPH or lines:
                return (middle and not menu) or _is_sentence(text)
            return not menu and words_in(text) >= _SHORT
        return role in ("list", "quote") and not menu

    def _tail(self, last: int, lines: bool) -> Iterator[int]:
        """Short paragraphs that follow the last long one."""
        for block in range(last + 1, len(self.page.blocks)):
            text, kind, _, at, _, _ = self.page.blocks[block]
            if kind is BlockKind.CAPTION:
                continue
            if self._role(at) != "own" or block in self.not_story or block in self.links or closes(text):
                return
            if not (kind is BlockKind.PARAGRAPH or lines) or not _is_sentence(text):
                return
            yield block

    def _drop_headings(self, story: set[int]) -> None:
        """Take out headings that no paragraph of the story follows."""
        follows = len(self.page.blocks) + _GAP
        for block in sorted(story, reverse=True):
            if self.page.blocks[block][1] is BlockKind.HEADING and follows - block > _GAP:
                story.discard(block)
            else:
                follows = block


def _is_apart(box: Container) -> bool:
    """Whether a box within the story is no part of it: by its tag, as a caption, or as what somebody wrote elsewhere."""
    if not box.label:
        return box.tag in _ASIDE
    return (
        box.tag in _ASIDE
        or _CAPTIONS.search(box.label) is not None
        or (box.tag == "blockquote" and _EMBEDS.search(box.label) is not None)
    )


def _is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return text.rstrip(_AFTER_END).endswith(_ENDS)
