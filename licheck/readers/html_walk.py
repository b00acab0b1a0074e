"""The walk over a parsed page: its blocks, links and pictures in reading order, and what a reader does not see.

It is one long loop on purpose: it is the hottest place of all, and every function call in it would be paid for a
thousand times a page.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Any

from turbohtml import Comment, Element, Text

from licheck.model.page import JOINT, Block, BlockKind, Container, Embed, Image, Link, Script
from licheck.readers import html_media
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
from licheck.readers.html_links import Pending, in_block, in_lines
from licheck.readers.html_position import NEW_LINE, as_written, offset_of
from licheck.readers.html_visibility import CLOSED, SHOWN, Sight, within
from licheck.text import runs_into


class Walk:
    """One pass over a document; what it has gathered so far."""

    def __init__(self, source: str, sight: Sight) -> None:
        self.source = source
        self.sight = sight
        self.blocks: list[Block] = []
        self.unseen: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.scripts: list[Script] = []
        self.embeds: list[Embed] = []
        self.boxes: list[list[Any]] = [["#document", -1, 0, 0, ""]]  # the fields of each Container
        self.comment_at = 0
        self.comments_lost = 0
        self.buffer: list[str] = []  # pieces of the visible block that is being read
        self.unseen_buffer: list[str] = []
        self.pending: list[Pending] = []  # links of that block
        self.anchor: Any = None  # the last element that began before that block's first word
        self.unseen_anchor: Any = None

    def containers(self) -> tuple[Container, ...]:
        """The boxes of the page, outermost first."""
        self.boxes[0][3] = len(self.blocks)
        return tuple(map(_new_container, self.boxes))

    def run(self, document: Any) -> None:  # noqa: C901, PLR0912 - one loop on purpose: see the top
        """Walk the document in reading order."""
        buffer, unseen, blocks, boxes, end_block = (
            self.buffer,
            self.unseen_buffer,
            self.blocks,
            self.boxes,
            self.end_block,
        )
        elements, other, item, caption = _ELEMENTS, BlockKind.OTHER, BlockKind.ITEM, BlockKind.CAPTION
        hidden_because, backgrounds = self.sight.hidden, self.sight.backgrounds
        marked = {**hidden_because, **backgrounds}
        # What holds inside the innermost open element, `top`. `opened` has, for each open element, the one around it
        # and what held there; only the one around it for the many that change nothing.
        top, flow, kind, level, container, hidden = document, 0, other, 0, 0, ""
        link: Any = None
        skipping = joint = False
        opened: list[Any] = []
        last = document
        for node in document.descendants:
            if top is not (parent := node.parent):
                joint = True
                while top is not parent and opened:
                    state = opened.pop()
                    if type(state) is not tuple:
                        top = state
                        continue
                    if flow <= LEAF and flow:
                        if hidden:
                            self.end_unseen(kind, container, hidden)
                        elif buffer:
                            end_block(kind, level, container)
                        if flow == BLOCK:
                            boxes[container][3] = len(blocks)
                    elif flow == LINK and link is not state[6]:
                        self.end_link(link, hidden)
                    was_hidden = hidden
                    top, flow, kind, level, container, hidden, link, skipping = state
                    if was_hidden != hidden:
                        if was_hidden:
                            self.end_unseen(kind, container, was_hidden)
                        elif buffer:  # of an inline element that is seen within what is not
                            end_block(kind, level, container)
            form = type(node)
            if form is Text:
                if skipping:
                    continue
                data = node.data
                if hidden:
                    if not unseen:
                        self.unseen_anchor = last
                    elif joint and runs_into(unseen[-1], data):
                        unseen.append(JOINT)
                    joint = False
                    unseen.append(data)
                elif buffer:
                    if joint:
                        joint = False
                        if runs_into(buffer[-1], data):
                            buffer.append(JOINT)
                    buffer.append(data)
                elif not data.isspace():
                    joint = False
                    self.anchor = last
                    buffer.append(data)
            elif form is Element:
                if skipping:
                    opened.append(top)
                    top = node
                    continue
                element = elements.get(node.tag)
                why = ""
                if marked and node in marked:
                    why = hidden_because.get(node, "")
                    if why and (hidden or why is SHOWN):
                        why = within(hidden, why)
                        if why and unseen:
                            self.end_unseen(kind, container, hidden)
                    if node in backgrounds:
                        its_own = why.replace(SHOWN, "") if why else hidden
                        url = backgrounds[node]
                        self.images.append(html_media.background(node, url, container, len(blocks), its_own))
                last = node
                joint = True
                if element is None:
                    if not why:
                        opened.append(top)
                        top = node
                        continue
                    element = _INLINE
                opened.append((top, flow, kind, level, container, hidden, link, skipping))
                top = node
                flow, tag, its_kind, its_level = element
                if flow <= LEAF and flow:
                    if hidden:
                        self.end_unseen(kind, container, hidden)
                        if hidden is CLOSED and tag == "summary":
                            hidden = next((state[5] for state in opened[-2::-1] if type(state) is tuple), "")
                    elif buffer:
                        end_block(kind, level, container)
                    if flow == BLOCK:
                        name, style = node.attr("id"), node.attr("class")
                        label = (f"{name} {style}" if name else style) if style else name or ""
                        if NEW_LINE in label:
                            label = as_written(label)
                        seen = len(blocks)
                        boxes.append([tag, container, seen, seen, label])
                        container = len(boxes) - 1
                    if kind is item or kind is caption:
                        kind = kind_within(kind, its_kind)
                    else:
                        kind = its_kind or other
                    level = its_level
                if why:
                    hidden = why if why is not SHOWN else ""
                if flow == LINK:
                    href = node.attr("href")
                    if href is not None:
                        if NEW_LINE in href:
                            href = as_written(href)
                        link = (href, len(blocks), len(unseen if hidden else buffer), node)
                elif flow == IMAGE:
                    around = link[0] if link else ""
                    offset = offset_of(node)
                    self.images.append(
                        html_media.image(node, tag, offset, container, len(blocks), around, hidden)
                    )
                    skipping = tag == "svg"
                elif flow == BREAK:
                    if hidden:
                        unseen.append(" ")
                    elif buffer:
                        if kind is BlockKind.HEADING:
                            buffer.append("\u2028")
                        else:  # a new line is a new block: old pages have no other paragraphs
                            end_block(kind, level, container)
                elif flow == UNSEEN:
                    if unseen:
                        self.end_unseen(kind, container, hidden)
                    hidden = UNSEEN_BECAUSE[tag]
                    if tag == "noscript":
                        skipping = True
                        self.add_dead(node.text, offset_of(node), container, hidden)
                elif flow == SKIP:
                    skipping = True
                    if tag == "script":
                        if src := node.attr("src"):
                            self.scripts.append(Script(src, offset_of(node), hidden))
                    elif tag in EMBEDS:
                        offset = offset_of(node)
                        self.add(html_media.embedded(node, tag, offset, container, len(blocks), hidden))
                elif tag == "blockquote" and style and is_post(style):
                    self.add(html_media.quoted_post(node, container, len(blocks), hidden))
            elif form is Comment:
                if not skipping:
                    self.add_comment(node.data, container)
            else:  # the content of a <template>, a doctype
                opened.append(top)
                top = node
        self.finish(
            [state for state in opened if type(state) is tuple],
            (top, flow, kind, level, container, hidden, link),
        )

    def finish(self, opened: list[tuple[Any, ...]], state: tuple[Any, ...]) -> None:
        """Close whatever the end of the file left open: the state there, and what held around each open element."""
        while True:
            _, flow, kind, level, container, hidden, link = state[:7]
            outer = opened.pop() if opened else None
            if flow == LINK and link is not (outer[6] if outer else None):
                self.end_link(link, hidden)
            if hidden:
                self.end_unseen(kind, container, hidden)
            elif self.buffer:
                self.end_block(kind, level, container)
            if flow == BLOCK:
                self.boxes[container][3] = len(self.blocks)
            if outer is None:
                return
            state = outer

    def end_block(self, kind: BlockKind, level: int, container: int) -> None:
        """The visible block in the buffer is complete."""
        buffer = self.buffer
        text = buffer[0] if len(buffer) == 1 else "".join(buffer)
        if kind is BlockKind.CODE or "\u2028" in text:
            paragraphs = _lines(text, NEW_LINE if kind is BlockKind.CODE else "\u2028")
        else:
            text = " ".join(text.split())
            if text and text[0] != "<":
                offset = self.anchor.source_col
                if offset is None:
                    offset = offset_of(self.anchor)
                self.blocks.append(_new(Block, (text, kind, offset, container, level, "")))
                if self.pending:
                    self.links += in_block(self.pending, buffer, self.blocks)
                    self.pending.clear()
                buffer.clear()
                return
            paragraphs = [text]
        offset = offset_of(self.anchor)
        first = len(self.blocks)
        for paragraph in paragraphs:
            if not paragraph:
                continue
            if paragraph[0] == "<" and paragraph[-1] == ">" and ESCAPED.match(paragraph):
                self.unseen.append(
                    Block(paragraph, kind, offset, container, level, "escaped markup, shown as code")
                )
                continue
            self.blocks.append(_new(Block, (paragraph, kind, offset, container, level, "")))
        if self.pending:
            self.links += in_lines(self.pending, buffer, self.blocks, first)
            self.pending.clear()
        buffer.clear()

    def end_link(self, link: tuple[str, int, int, Any], hidden: str) -> None:
        """A link is complete: its text is in the buffer, or it went round whole blocks."""
        href, first, start, node = link
        rel = node.attr("rel") or ""
        if hidden:
            text = " ".join("".join(self.unseen_buffer[start:]).split()).strip(JOINT)
            self.links.append(Link(href, text, -1, 0, 0, offset_of(node), rel, hidden))
        elif first == len(self.blocks):
            if len(self.buffer) > start:
                self.pending.append((href, start, len(self.buffer), node, rel))
            else:
                self.links.append(_new(Link, (href, "", -1, 0, 0, offset_of(node), rel, "")))
        else:
            pieces = [block.text for block in self.blocks[first:]] + [" ".join("".join(self.buffer).split())]
            text = " ".join(piece for piece in pieces if piece)
            self.links.append(Link(href, text, first, 0, len(self.blocks[first].text), offset_of(node), rel))

    def end_unseen(self, kind: BlockKind, container: int, why: str) -> None:
        """A piece of hidden text is complete."""
        if not self.unseen_buffer:
            return
        text = " ".join("".join(self.unseen_buffer).split())
        self.unseen_buffer.clear()
        if text:
            self.unseen.append(Block(text, kind, offset_of(self.unseen_anchor), container, 0, why))

    def add_comment(self, data: str, container: int) -> None:
        """What stands in a comment is read too, as hidden: it is often the credit that somebody took out."""
        if not data or data.isspace() or data.startswith(NO_WORDS):
            return
        data = as_written(data)
        offset = self.source.find("<!--" + data, self.comment_at) if self.comments_lost < 20 else -1
        if offset < 0:
            self.comments_lost += 1
            offset = self.comment_at
        self.comment_at = offset
        self.add_dead(data, offset, container, IN_COMMENT)

    def add(self, embed: Embed | None) -> None:
        """Something from elsewhere that the page shows, if it is anything."""
        if embed is not None:
            self.embeds.append(embed)

    def add_dead(self, data: str, offset: int, container: int, why: str) -> None:
        """Markup that is no part of the page: its text and what it would load."""
        dead = html_media.dead(data, offset, container, len(self.blocks), why)
        self.images += dead.images
        self.scripts += dead.scripts
        self.embeds += dead.embeds
        self.links += dead.links
        if dead.text:
            self.unseen.append(Block(dead.text, BlockKind.OTHER, offset, container, 0, why))

    def all_embeds(self, document: Any) -> tuple[Embed, ...]:
        """What the page shows from elsewhere, in its order, with what its scripts put into it."""
        nodes = document.select(FILLED)[:MOST] if are_filled(self.scripts) else ()
        boxes = [filled(node.attr, offset_of(node), self.hides(node)) for node in nodes]
        return in_order(self.embeds, boxes, self.scripts, self.blocks)

    def hides(self, node: Any) -> str:
        """Why an element is not seen; empty where it is."""
        around = (node, *islice(node.ancestors, MOST))
        return next((self.sight.hidden[each] for each in around if each in self.sight.hidden), "")


_new = tuple.__new__
_ELEMENTS = {tag: (flow, tag, KINDS.get(tag), LEVELS.get(tag, 0)) for tag, flow in FLOW.items()}
_INLINE = (0, "", None, 0)
_new_container = partial(_new, Container)


def _lines(text: str, sign: str) -> list[str]:
    """Text with line breaks in it: one break (`sign`) is a new line of the block, two are a new block."""
    paragraphs: list[list[str]] = [[]]
    for line in text.split(sign):
        line = " ".join(line.split())
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]
