"""HTML -> Page: the HTML5 tree walked once, in reading order.

turbohtml builds the tree the way browsers do, in linear time also on hostile nesting, and knows where each
element stands (docs/decisions.md, "The HTML parser"). The walk below is one long loop on purpose: it
is the hottest place of all, and every function call in it would be paid for a thousand times a page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from itertools import accumulate, islice
from typing import Any

import turbohtml
from turbohtml import Comment, Element, Text

from licheck.model.page import (
    JOINT,
    Block,
    BlockKind,
    Container,
    Embed,
    Encoding,
    Image,
    Link,
    Page,
    Script,
)
from licheck.patterns import pattern
from licheck.readers.html_elements import (
    BLOCK,
    BREAK,
    EMBEDS,
    ESCAPED,
    FIRST_TAGS,
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
)
from licheck.readers.html_embeds import FILLED, MOST, are_filled, embed, filled, in_order, is_post, post
from licheck.readers.html_images import MOST_SOURCES, of_sources, picture, with_captions
from licheck.readers.html_metadata import read_metadata
from licheck.readers.html_position import NEW_LINE, as_written, in_one_line, locate, offset_of
from licheck.readers.html_visibility import CLOSED, SHOWN, Sight, see, within
from licheck.text import collapse

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml", ".xht")

_HTML_HEAD = pattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|"
    + FIRST_TAGS
    + rb")[\s/>]",
    re.I | re.S,
)

_XML = (".xhtml", ".xht")  # what browsers read by the rules of XML, if it is well formed

_NOT_SEEN_LIMIT = 200_000  # characters of commented-out markup that are read; longer comments are only text


def recognises(head: bytes) -> bool:
    """Whether these first bytes of a file are HTML."""
    return _HTML_HEAD.match(head) is not None


def read(path: str, data: bytes) -> Page:
    """A page from the bytes of an HTML file. Never raises on markup: HTML has no syntax errors."""
    from licheck.readers.decode import decode, meta_charset

    text, encoding = decode(data, meta_charset(data))
    if text.startswith(("---\n", "+++\n")):
        return _site_source(path, text, encoding)
    if path.lower().endswith(_XML):
        from licheck.readers.embedded import xhtml

        page = xhtml.read(path, text, encoding)
    else:
        page = read_text(path, text, encoding=encoding)
    return _site_source(path, text, encoding, page) if "{{" in text or "{%" in text else page


def _site_source(path: str, text: str, encoding: Encoding, page: Page | None = None) -> Page:
    """The page as the source of a static site; as it was read already where it shows no marks of templates."""
    from licheck.readers import html_template

    return (
        page
        if page and not html_template.shows_marks(page, text)
        else html_template.read(path, text, encoding)
    )


def read_text(path: str, source: str, *, format: str = NAME, encoding: Encoding | None = None) -> Page:
    """A page from decoded HTML with line ends already normalised to `\\n`."""
    document = turbohtml.parse(in_one_line(source), scripting=True)
    walk = _Walk(source, see(document))
    walk.run(document)
    containers = walk.containers()
    return Page(
        path=path,
        format=format,
        source=source,
        blocks=tuple(walk.blocks),
        hidden=tuple(walk.unseen),
        containers=containers,
        links=tuple(walk.links),
        images=with_captions(walk.images, containers, walk.blocks),
        scripts=tuple(walk.scripts),
        embeds=walk.all_embeds(document),
        metadata=read_metadata(document, source),
        encoding=encoding or Encoding("utf-8", "given"),
        notes=tuple(walk.sight.notes),
        locator=locate,
    )


class _Walk:
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
        # links of that block: href, buffer from-to, element, rel
        self.pending: list[tuple[str, int, int, Any, str]] = []
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
        elements, other, item = _ELEMENTS, BlockKind.OTHER, BlockKind.ITEM
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
                    elif joint and data[:1].isalnum() and unseen[-1][-1:].isalnum():
                        unseen.append(JOINT)
                    joint = False
                    unseen.append(data)
                elif buffer:
                    if joint:
                        joint = False
                        if data[:1].isalnum() and buffer[-1][-1:].isalnum():
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
                        self.add_background(node, backgrounds[node], container, its_own)
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
                        seen = len(blocks)
                        boxes.append([tag, container, seen, seen, label])
                        container = len(boxes) - 1
                    kind = its_kind or (other if kind is not item else item)
                    level = its_level
                if why:
                    hidden = why if why is not SHOWN else ""
                if flow == LINK:
                    href = node.attr("href")
                    if href is not None:
                        link = (href, len(blocks), len(unseen if hidden else buffer), node)
                elif flow == IMAGE:
                    self.add_image(node, tag, container, hidden, link)
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
                        self.add_embed(node, tag, offset_of(node), container, hidden)
                elif tag == "blockquote" and style and is_post(style):
                    self.add_post(node, container, hidden)
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
                    self.place_links(text)
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
            self.place_links_in_lines(first)
        buffer.clear()

    def place_links(self, text: str) -> None:
        """The links of the block just made get their places in its text."""
        block, buffer = len(self.blocks) - 1, self.buffer
        if len(self.pending) > _MANY_LINKS:
            self.place_links_in_lines(block)
            return
        for href, start, end, node, rel in self.pending:
            if start == 0 and not "".join(buffer[end:]).strip():
                inside, at = text, 0  # the whole block, as in menus and teasers
            else:
                inside = " ".join("".join(buffer[start:end]).split()).strip(JOINT)
                at = text.find(inside, len(" ".join("".join(buffer[:start]).split())))
            offset = node.source_col or 0
            self.links.append(_new(Link, (href, inside, block, at, at + len(inside), offset, rel, "")))
        self.pending.clear()

    def place_links_in_lines(self, first: int) -> None:
        """As `place_links`, for what may have become several blocks, from `first` on, or none."""
        seen = self.blocks[first:]
        joined = " ".join([made.text for made in seen]).replace("\n", " ")
        starts = list(accumulate((len(made.text) + 1 for made in seen), initial=0))
        places = _places(self.buffer, [(start, end) for _, start, end, _, _ in self.pending])
        for (href, _, _, node, rel), (start, end) in zip(self.pending, places, strict=True):
            text = joined[start:end].strip(JOINT)
            which = max(0, min(bisect_right(starts, start) - 1, len(seen) - 1))
            at = start - starts[which]
            where = first + which if seen else -1
            self.links.append(_new(Link, (href, text, where, at, at + len(text), offset_of(node), rel, "")))
        self.pending.clear()

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

    def add_dead(self, data: str, offset: int, container: int, why: str) -> None:
        """Markup that is no part of the page: its text and what it would load."""
        if "<" in data and len(data) <= _NOT_SEEN_LIMIT:
            fragment = turbohtml.parse_fragment(data)
            for node in fragment.select("img"):
                self.images.append(_image(node, "img", offset, container, len(self.blocks), "", why))
            for node in fragment.select("script[src]"):
                self.scripts.append(Script(node.attr("src") or "", offset, why))
            for node in fragment.select("iframe") if "<iframe" in data else ():
                self.add_embed(node, node.tag, offset, container, why)
            for node in fragment.select("a[href]"):
                rel = node.attr("rel") or ""
                self.links.append(
                    Link(node.attr("href") or "", collapse(node.text), -1, 0, 0, offset, rel, why)
                )
            for node in fragment.select("script,style"):
                node.decompose()
            data = " ".join(fragment.strings)
        text = collapse(data)
        if text:
            self.unseen.append(Block(text, BlockKind.OTHER, offset, container, 0, why))

    def add_image(self, node: Any, tag: str, container: int, hidden: str, link: Any) -> None:
        """A picture, with what the page says about it."""
        href = link[0] if link else ""
        self.images.append(_image(node, tag, offset_of(node), container, len(self.blocks), href, hidden))

    def add_embed(self, node: Any, tag: str, offset: int, container: int, hidden: str) -> None:
        """Something from elsewhere that the page shows within itself."""
        inner = node.select_one("source[src],embed[src],param[name=movie]") if tag in _WITH_INNER else None
        address = (inner.attr("src") or inner.attr("value") or "") if inner is not None else ""
        found = embed(node.attr, tag, address, len(self.blocks), offset, container, hidden)
        if found is not None:
            self.embeds.append(found)

    def add_post(self, node: Any, container: int, hidden: str) -> None:
        """A quotation that a script makes a post of."""
        links = [
            each.attr("href") or ""
            for each in islice(node.descendants, MOST)
            if type(each) is Element and each.tag == "a"
        ]
        found = post(node.attr, links, len(self.blocks), offset_of(node), container, hidden)
        if found is not None:
            self.embeds.append(found)

    def all_embeds(self, document: Any) -> tuple[Embed, ...]:
        """What the page shows from elsewhere, in its order, with what its scripts put into it."""
        nodes = document.select(FILLED)[:MOST] if are_filled(self.scripts) else ()
        boxes = [filled(node.attr, offset_of(node), self.hides(node)) for node in nodes]
        return in_order(self.embeds, boxes, self.scripts, self.blocks)

    def hides(self, node: Any) -> str:
        """Why an element is not seen; empty where it is."""
        around = (node, *islice(node.ancestors, MOST))
        return next((self.sight.hidden[each] for each in around if each in self.sight.hidden), "")

    def add_background(self, node: Any, url: str, container: int, hidden: str) -> None:
        """A picture that a style attribute shows as background."""
        label = node.attr("aria-label") or node.attr("title") or ""
        self.images.append(
            Image(
                url,
                label,
                node.attr("title") or "",
                len(self.blocks),
                offset_of(node),
                container,
                tag="background",
                hidden=hidden,
            )
        )


_WITH_INNER = ("object", "video", "audio", "amp-video", "amp-audio")  # embeds whose address may stand inside
_new = tuple.__new__
_ELEMENTS = {tag: (flow, tag, KINDS.get(tag), LEVELS.get(tag, 0)) for tag, flow in FLOW.items()}
_INLINE = (0, "", None, 0)
_new_container = partial(_new, Container)
_MANY_LINKS = 8  # links of one block beyond which they are placed in one pass


def _places(pieces: list[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where pieces[start:end] of each span stand in the text that all pieces make when their white space is collapsed.

    One pass, however many spans there are; they come in order and do not overlap.
    """
    found: list[tuple[int, int]] = []
    length, gap, at = 0, False, 0
    for start, end in spans:
        begin = -1
        while at < end:
            piece = pieces[at]
            words = piece.split()
            if words:
                if length and (gap or piece[0].isspace()):
                    length += 1
                if at >= start and begin < 0 and words != [JOINT]:
                    begin = length
                length += sum(map(len, words)) + len(words) - 1
                gap = piece[-1].isspace()
            elif piece:
                gap = True
            at += 1
        found.append((begin if begin >= 0 else length, length))
    return found


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


def _image(node: Any, tag: str, offset: int, container: int, block: int, link: str, hidden: str) -> Image:
    drawn = ("", "")
    if tag == "svg":
        use = node.select_one("use")
        src = (use.attr("href") or use.attr("xlink:href") or "") if use is not None else ""
        drawn = src, collapse(node.text)
    around = node.parent
    sources = ""
    if type(around) is Element and around.tag == "picture":
        sources = of_sources(
            each.attr for each in islice(around.children, MOST_SOURCES) if type(each) is Element
        )
    return picture(node.attr, tag, block, offset, container, link, hidden, drawn, sources)
