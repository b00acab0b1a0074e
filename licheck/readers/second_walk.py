"""The walk of the second reading: its blocks, links and pictures in reading order, and what a reader does not see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from bs4 import Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from licheck.model.page import Block, BlockKind, Container, Embed, Image, Link, Script
from licheck.readers.html_elements import (
    BLOCK,
    BREAK,
    EMBEDS,
    ESCAPED,
    FLOW,
    IMAGE,
    IN_COMMENT,
    KINDS,
    LEAF,
    LEVELS,
    LINK,
    NO_WORDS,
    SKIP,
    UNSEEN,
    UNSEEN_BECAUSE,
    kind_within,
)
from licheck.readers.html_embeds import FILLED, MOST, are_filled, filled, in_order, is_post
from licheck.readers.html_visibility import CLOSED, SHOWN, within
from licheck.readers.second_media import dead, embed_of, image_of, post_of
from licheck.readers.second_soup import Soup
from licheck.readers.second_state import Box, Open, State
from licheck.readers.second_style import Style
from licheck.readers.second_text import NEW_LINE, Text, paragraphs, places
from licheck.text import collapse

_new = tuple.__new__  # what a named tuple's own way of making one ends in
_LONGEST_DEAD = 200_000  # characters of a comment that are read as markup


class Walk:
    """One pass over a tree, without recursion."""

    def __init__(self, soup: Soup, style: Style) -> None:
        self.soup = soup
        self.style = style
        self.blocks: list[Block] = []
        self.hidden: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.scripts: list[Script] = []
        self.embeds: list[Embed] = []
        self._boxes = [Box("#document", -1, 0, 0, ""), Box("html", 0, 0, 0, "")]
        self._body = 0  # the place of `body` among the boxes; it is there even if the page does not write it
        self._text = Text()
        self._unseen = Text(seen=False)
        self._ended: list[tuple[Open, int]] = []  # links of the block being read, and the piece after each
        self._at = 0  # offset of the last element that began
        self._joint = False

    def boxes(self) -> tuple[Container, ...]:
        """The boxes of the page, outermost first."""
        return tuple(Container(box.tag, box.parent, box.first, box.last, box.label) for box in self._boxes)

    def run(self) -> None:
        """Walk the whole tree."""
        state = State()
        around: list[tuple[Iterator[PageElement], State]] = []
        inside = iter(self.soup.root.contents)
        while True:
            child = next(inside, None)
            if isinstance(child, Tag):
                around.append((inside, state))
                state = self._enter(child, state, around[-2][1] if len(around) > 1 else state)
                inside = iter(child.contents)
            elif isinstance(child, NavigableString):
                if not state.skipping:
                    self._words(child, state)
            elif around:
                inside, outer = around.pop()
                self._leave(state, outer)
                state = outer
            else:
                break
        self._end(self._in_body(state))
        for at in (0, 1, self._body):
            self._boxes[at].last = len(self.blocks)

    def _in_body(self, state: State) -> State:
        """What holds for what stands in no element, or in `html`."""
        if state.box:
            return state
        if not self._body:
            self._body = len(self._boxes)
            self._boxes.append(Box("body", 1, 0, 0, ""))
        return state._replace(box=self._body)

    def _enter(self, tag: Tag, state: State, outer: State) -> State:
        """An element begins; `outer` is what held around its parent."""
        if state.skipping:
            return state
        name = tag.name
        if name == "html":
            self._boxes[1].label = self._label(tag)
            return state
        if name == "head":
            return state._replace(box=1)
        state = state if state.box else self._in_body(state)
        if name == "body":
            self._boxes[self._body].label = self._label(tag)
            return state
        self._at = tag.sourcepos or 0
        self._joint = True
        why = ""
        if state.hidden or id(tag) in self.style.hidden:
            why = self._why_hidden(tag, state, outer)
            if state.hidden and state.hidden != why:
                self._end_unseen(state)
        return self._begin(tag, FLOW.get(name, 0), state, why)

    def _why_hidden(self, tag: Tag, state: State, outer: State) -> str:
        if state.hidden is CLOSED and tag.name == "summary":
            return outer.hidden
        why = self.style.hidden.get(id(tag))
        if not why:
            return state.hidden
        why = within(state.hidden, why)
        return "" if why is SHOWN else why or state.hidden

    def _begin(self, tag: Tag, flow: int, state: State, why: str) -> State:
        """What holds inside an element that begins; `why` it is not seen."""
        if url := self.style.backgrounds.get(id(tag)):
            self._background(tag, url, state, why)
        if not flow and not state.flow and why == state.hidden:
            return state  # inline, as most are
        kind, level, box, link = state.kind, state.level, state.box, state.link
        if flow in (BLOCK, LEAF):
            self._end(state)
            box = self._box(tag, state) if flow == BLOCK else box
            kind, level = kind_within(kind, KINDS.get(tag.name)), LEVELS.get(tag.name, 0)
            if tag.name == "blockquote" and is_post(self._label(tag)):
                self.embeds += filter(None, [post_of(self.soup, tag, len(self.blocks), self._at, box, why)])
        elif flow == BREAK:
            self._break(state)
        elif flow == UNSEEN:
            self._end_unseen(state)
            why = UNSEEN_BECAUSE[tag.name]
        elif flow == IMAGE:
            href = link.href if link else ""
            self.images.append(image_of(self.soup, tag, len(self.blocks), self._at, box, href, why))
        elif flow == LINK and (href_of_it := self.soup.attr(tag, "href")) is not None:
            pieces = (self._unseen if why else self._text).pieces
            link = Open(tag, href_of_it, len(self.blocks), len(pieces))
        elif tag.name == "script" and (src := self.soup.attr(tag, "src")):
            self.scripts.append(Script(src, self._at, why))
        elif tag.name in EMBEDS:
            self.embeds += filter(None, [embed_of(self.soup, tag, len(self.blocks), self._at, box, why)])
        return _new(State, (flow, kind, level, box, why, link, flow == SKIP or tag.name == "svg"))

    def _box(self, tag: Tag, state: State) -> int:
        self._boxes.append(Box(tag.name, state.box, len(self.blocks), len(self.blocks), self._label(tag)))
        return len(self._boxes) - 1

    def _break(self, state: State) -> None:
        if state.hidden:
            self._unseen.pieces.append(" ")
        elif state.kind is BlockKind.HEADING and self._text.pieces:
            self._text.pieces.append(NEW_LINE)
        else:  # a new line is a new block: old pages have no other paragraphs
            self._end(state)

    def _leave(self, state: State, outer: State) -> None:
        """An element ends."""
        self._joint = True
        if state is outer or (state.skipping and outer.skipping):
            return
        if state.flow in (BLOCK, LEAF):
            self._end(state)
            if state.flow == BLOCK:
                self._boxes[state.box].last = len(self.blocks)
        elif state.link is not None and state.link is not outer.link:
            self._end_link(state.link, state.hidden)
        if state.hidden != outer.hidden:
            self._end(state)

    def _words(self, words: NavigableString, state: State) -> None:
        """Text, or a comment, which is read too, as hidden: it is often the credit that somebody took out."""
        if isinstance(words, Comment):
            data = self.soup.raw(words)
            if not data.startswith(NO_WORDS):
                self._dead(data, self.soup.comments.get(id(words), self._at), state.box, IN_COMMENT)
        elif isinstance(words, PreformattedString):  # a doctype, a processing instruction
            return
        elif words.parent is not None and words.parent.name == "noscript":
            self._dead(self.soup.raw(words), self._at, state.box, state.hidden)
        else:
            text = self._unseen if state.hidden else self._text
            text.add(self.soup.text(words), self._at, joint=self._joint)
            self._joint = False

    def _end(self, state: State) -> None:
        """The block that is being read is complete."""
        if state.hidden:
            self._end_unseen(state)
            return
        pieces = self._text.take()
        if not pieces and not self._ended:
            return
        made = paragraphs(pieces, state.kind)
        indexes: list[int] = []
        for text in made:
            escaped = text[0] == "<" and ESCAPED.match(text) and text.endswith(">")
            indexes.append(-1 if escaped else len(self.blocks))
            why = "escaped markup, shown as code" if escaped else ""
            block = _new(Block, (text, state.kind, self._text.offset, state.box, state.level, why))
            (self.hidden if escaped else self.blocks).append(block)
        runs = [(link.piece, end) for link, end in self._ended]
        for (link, _), place in zip(self._ended, places(pieces, runs, made) if runs else (), strict=True):
            index = indexes[place.block] if place.block >= 0 else -1
            text = made[place.block][place.start : place.end] if place.block >= 0 else ""
            self.links.append(self._link(link, text.replace("\n", " "), index, place.start))
        self._ended.clear()

    def _end_unseen(self, state: State) -> None:
        if text := collapse("".join(self._unseen.take())):
            self.hidden.append(Block(text, state.kind, self._unseen.offset, state.box, 0, state.hidden))

    def _end_link(self, link: Open, hidden: str) -> None:
        """A link is complete: its text is being read, was hidden, or it went round whole blocks."""
        if hidden:
            self.links.append(self._link(link, self._unseen.since(link.piece), -1, 0, hidden))
        elif link.block == len(self.blocks) and len(self._text.pieces) > link.piece:
            self._ended.append((link, len(self._text.pieces)))
        elif link.block == len(self.blocks):
            self.links.append(self._link(link, "", -1, 0))
        else:
            texts = [block.text for block in self.blocks[link.block :]] + [
                collapse("".join(self._text.pieces))
            ]
            end = len(self.blocks[link.block].text)
            self.links.append(
                self._link(link, " ".join(filter(None, texts)), link.block, 0)._replace(end=end)
            )

    def all_embeds(self) -> tuple[Embed, ...]:
        """What the page shows from elsewhere, in its order, with what its scripts put into it."""
        tags = self.soup.root.select(FILLED, limit=MOST) if are_filled(self.scripts) else ()
        boxes = [
            filled(partial(self.soup.attr, tag), self.soup.offset(tag), self._hides(tag)) for tag in tags
        ]
        return in_order(self.embeds, boxes, self.scripts, self.blocks)

    def _hides(self, tag: Tag) -> str:
        """Why an element is not seen; empty where it is."""
        around = (self.style.hidden.get(id(each), "") for each in (tag, *islice(tag.parents, MOST)))
        return next(filter(None, around), "")

    def _background(self, tag: Tag, url: str, state: State, hidden: str) -> None:
        title = self.soup.attr(tag, "title") or ""
        alt = self.soup.attr(tag, "aria-label") or title
        self.images.append(
            Image(url, alt, title, len(self.blocks), self._at, state.box, tag="background", hidden=hidden)
        )

    def _dead(self, markup: str, offset: int, box: int, why: str) -> None:
        """Markup that is no part of the page: its text and what it would load."""
        text = markup
        if "<" in markup and len(markup) <= _LONGEST_DEAD:
            found = dead(markup, len(self.blocks), offset, box, why)
            text = found.text
            self.images += found.images
            self.embeds += found.embeds
            self.scripts += found.scripts
            self.links += found.links
        if text := collapse(text):
            self.hidden.append(Block(text, BlockKind.OTHER, offset, box, 0, why))

    def _label(self, tag: Tag) -> str:
        if not tag.attrs:
            return ""
        return " ".join(filter(None, (self.soup.attr(tag, "id"), self.soup.attr(tag, "class"))))

    def _link(self, link: Open, text: str, block: int, start: int, hidden: str = "") -> Link:
        end = start + len(text) if block >= 0 else 0
        rel = self.soup.attr(link.tag, "rel") or ""
        return _new(Link, (link.href, text, block, start, end, self.soup.offset(link.tag), rel, hidden))
