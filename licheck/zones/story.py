"""Which blocks are the story, where nothing is known but the page itself: by the form of its paragraphs.

In the boxes of the story (`licheck.zones.home`) its paragraphs stand in one or two shapes of box; what stands
in those is the story. What stands in others there is not, save for lists, quotations and sub-headings.

The shares and counts below were set on news pages of forty countries, each from another publisher.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import abc
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from licheck.model.page import BlockKind, Container, Page
from licheck.patterns import pattern
from licheck.zones.closing import closes, tells_origin
from licheck.zones.home import APART, DEEPEST, Home
from licheck.zones.prose import LONG, SPARSE, is_menu, linked, prose, words_in

_FEW = 50  # words of prose below which shorter paragraphs are looked at too
_DIRECT = 0.25  # share of the prose directly in the story's box, from where on all else is boxes within it
_SECOND = 0.15  # share of the prose from where on another shape of box is the story's too
_SHORT = 8  # words of a line that is no paragraph by its tag
_CAPTION = 50  # words of a caption
_GAP = 4  # blocks between a sub-heading and its paragraph
_LAST, _FIRST = 4, 2  # paragraphs at the ends of the story that may be about the page

_LISTS = frozenset("ul ol li dl dd dt".split())
_PLAIN = _LISTS | frozenset("div p section article main center blockquote".split())
_EMBEDS = pattern(r"twitter|instagram|tiktok|facebook|bluesky|reddit|embed", re.I)
_CAPTIONS = pattern(r"caption|teaser", re.I)
_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", ";")
_AFTER_END = " '\"»”’)]“"
_LEADS = 0.25  # of a short last paragraph's text that may be links


class Story(NamedTuple):
    """The blocks of the story. `first` and `last` end its main part: a lead set apart stands before it."""

    first: int
    last: int
    blocks: frozenset[int]


def find_story(page: Page, anchor: int | None, not_story: abc.Container[int] = ()) -> Story | None:
    """The story of a page; None where nothing on it reads like one. `anchor` is the headline, if it is known
    before the story is, `not_story` are blocks known to be something else."""
    in_links = linked(page)
    words = prose(page, in_links, LONG)
    if sum(words.values()) < _FEW:
        words = prose(page, in_links, SPARSE)
    words = {block: count for block, count in words.items() if block not in not_story}
    if not words:
        return None
    return _Search(page, words, in_links, -1 if anchor is None else anchor, not_story).run()


class _Search:
    """The search on one page. `words` are its blocks of prose, `links` the characters of each in links."""

    def __init__(
        self,
        page: Page,
        words: Mapping[int, int],
        links: Mapping[int, int],
        anchor: int,
        not_story: abc.Container[int],
    ) -> None:
        self.page, self.words, self.links, self.not_story = page, words, links, not_story
        self.anchor = anchor
        self.home = Home(page, words, anchor)
        self.shapes = self.home.shapes
        self._roles: dict[int, str] = {}
        inside = [block for block in words if self.home.holds(block)]
        self.own = self._own(inside)
        self.prose = [block for block in inside if self.shapes.of(page.blocks[block][3]) in self.own]
        self.quoted = [block for block in inside if self._role(page.blocks[block][3]) == "quote"]
        self.lines = sum(page.blocks[block][1] is BlockKind.OTHER for block in self.prose) * 2 > len(
            self.prose
        )

    def run(self) -> Story | None:
        """The story around its paragraphs of prose."""
        if not self.prose:
            return None
        found = sorted({*self.prose, *self.quoted})
        kept = [block for block in found if not self._is_about_the_page(block, found)] or found
        first, last = kept[0], kept[-1]
        story = set(kept)
        middle = range(kept[min(1, len(kept) - 1)], kept[max(len(kept) - 2, 0)])
        blocks = self.page.blocks
        seen = {blocks[block][0] for block in found}
        for block in self._between(first, last):
            text = blocks[block][0]
            if text not in seen and block not in self.not_story and self._belongs(block, block in middle):
                story.add(block)
            seen.add(text)
        story.update(self._lead(first), self._tail(last))
        self._drop_headings(story)
        return Story(first, max(last, *story), frozenset(story))

    # --- which boxes within those of the story
    # ---------------------------------------------------------------------

    def _own(self, inside: Iterable[int]) -> frozenset[int]:
        """The shapes of the containers that the story's paragraphs stand in."""
        weights: dict[int, int] = {}
        example: dict[int, int] = {}
        for block in inside:
            at = self.page.blocks[block][3]
            shape = self.shapes.of(at)
            weights[shape] = weights.get(shape, 0) + self.words[block]
            example.setdefault(shape, at)
        paths = {shape: self.home.path(at) or [] for shape, at in example.items()}
        total = sum(weights.values())
        own = {shape for shape, path in paths.items() if not path}
        nested = [shape for shape, path in paths.items() if path and not any(map(_is_apart, path))]
        if nested and sum(weights[shape] for shape in own) < _DIRECT * total:
            own.add(max(nested, key=lambda shape: weights[shape]))
        for shape in nested:
            path = paths[shape]
            if all(not box.label and box.tag in _PLAIN for box in path) or (
                weights[shape] >= _SECOND * total and not self._has_heading(path[-1])
            ):
                own.add(shape)
        return frozenset(own)

    def _has_heading(self, box: Container) -> bool:
        """Whether a box within the story begins with a heading that is not the story's headline."""
        begins = self.page.blocks[box.first][1] is BlockKind.HEADING
        return begins and not box.first <= self.anchor < box.last

    def _role(self, at: int) -> str:
        """What a container is to the story: own, around (own ones), list, quote, heading or nothing."""
        if at not in self._roles:
            self._roles[at] = self._role_of(at)
        return self._roles[at]

    def _role_of(self, at: int) -> str:
        if self.home.path(at) is None:
            return ""
        path: list[Container] = []  # up to the next box of the story's own
        around = at
        while around not in self.home.parts and self.shapes.of(around) not in self.own:
            path.append(self.page.containers[around])
            around = path[-1].parent
        if not path:
            return "own" if self.shapes.of(at) in self.own else "around"
        tags = {box.tag for box in path}
        if "blockquote" in tags:
            return "" if any(map(_is_embed, path)) else "quote"
        if not APART.isdisjoint(tags):
            return ""
        return "list" if tags <= _LISTS else self._role_of_single(self.page.containers[at])

    def _role_of_single(self, box: Container) -> str:
        """The role of a box of another shape: around paragraphs of the story, or around one line."""
        if box.last - box.first == 1:
            return "heading"
        at = bisect_left(self.prose, box.first)
        return "around" if at < len(self.prose) and self.prose[at] < box.last else ""

    # --- which blocks
    # ----------------------------------------------------------------------------------------------

    def _is_about_the_page(self, block: int, found: list[int]) -> bool:
        text = self.page.blocks[block][0]
        return (block in found[-_LAST:] and closes(text)) or (block in found[:_FIRST] and tells_origin(text))

    def _between(self, first: int, last: int) -> Iterator[int]:
        """The blocks between two, in the parts."""
        if len(self.home.parts) == 1:
            yield from range(first, last)
            return
        for at in sorted(self.home.parts):
            _, _, low, high, _ = self.page.containers[at]
            yield from range(max(first, low), min(last, high))

    def _belongs(self, block: int, middle: bool) -> bool:
        """Whether a short block between two paragraphs is the story's too.

        `middle`: it does not stand next to the first or last of them, where lines of credit do.
        """
        text, kind, _, at, _, _ = self.page.blocks[block]
        if kind in (BlockKind.CAPTION, BlockKind.CONTROL, BlockKind.CELL):
            return False
        role = self._role(at)
        menu = block in self.links and is_menu(self.page.blocks[block], self.links[block])
        if kind is BlockKind.HEADING:
            return role in ("own", "heading", "around") and not menu
        if role == "own":
            if kind is BlockKind.PARAGRAPH or self.lines:
                return (middle and not menu) or _is_sentence(text)
            return not menu and words_in(text) >= _SHORT
        return role in ("list", "quote") and not menu

    def _lead(self, first: int) -> Iterator[int]:
        """Paragraphs between the headline and the story's boxes: a beginning that some sites set apart."""
        if self.anchor < 0:
            return
        for block in self.words:
            if block >= first:
                return
            text, kind, _, at, _, _ = self.page.blocks[block]
            if block < self.anchor or kind is not BlockKind.PARAGRAPH or block in self.prose:
                continue
            if not self.home.is_boxed(at) and not closes(text):
                path = self._path_to(at, first)
                if not any(map(_is_apart, path)) and not self._under_picture(block, path):
                    yield block

    def _path_to(self, at: int, block: int) -> list[Container]:
        """The containers around a container that do not hold a block."""
        path: list[Container] = []
        while at >= 0 and len(path) < DEEPEST:
            box = self.page.containers[at]
            if box[2] <= block < box[3]:
                break
            path.append(box)
            at = box[1]
        return path

    def _under_picture(self, block: int, path: list[Container]) -> bool:
        """Whether a short paragraph stands in a small box with a picture: its caption."""
        if self.words[block] > _CAPTION or not path:
            return False
        _, _, first, last, _ = path[min(1, len(path) - 1)]
        return last - first <= 3 and any(first <= image.block <= last for image in self.page.images)

    def _tail(self, last: int) -> Iterator[int]:
        """Short paragraphs that follow the last long one."""
        for block in range(last + 1, len(self.page.blocks)):
            text, kind, _, at, _, _ = self.page.blocks[block]
            if kind is BlockKind.CAPTION:
                continue
            if self._role(at) != "own" or block in self.not_story or self._is_linked(block) or closes(text):
                return
            if not (kind is BlockKind.PARAGRAPH or self.lines) or not _is_sentence(text):
                return
            yield block

    def _is_linked(self, block: int) -> bool:
        """Whether so much of a short paragraph is a link that it leads elsewhere, more than it tells."""
        return self.links.get(block, 0) > len(self.page.blocks[block].text) * _LEADS

    def _drop_headings(self, story: set[int]) -> None:
        """Take out headings that no paragraph of the story follows."""
        follows = len(self.page.blocks) + _GAP
        for block in sorted(story, reverse=True):
            if self.page.blocks[block][1] is BlockKind.HEADING and follows - block > _GAP:
                story.discard(block)
            else:
                follows = block


def _is_apart(box: Container) -> bool:
    """Whether a box within the story is no part of it: by its tag, as a caption, or as what somebody wrote
    elsewhere.
    """
    if box.tag in APART:
        return True
    if not box.label:
        return False
    return _is_embed(box) or _CAPTIONS.search(box.label) is not None


def _is_embed(box: Container) -> bool:
    """Whether a box shows what somebody wrote on another site."""
    return box.tag == "blockquote" and _EMBEDS.search(box.label) is not None


def _is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return text.rstrip(_AFTER_END).endswith(_ENDS)
