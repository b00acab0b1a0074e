"""The second reading of an HTML page: before a page is accused, it is read again by another parser.

Nothing here knows the parser of the first reading (`html.py`); what both share are the tables that say what an
element means and which declarations hide. It is slow, and it is asked only where the first reading finds
a breach, or could not read a page at all. It is no format of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from bs4 import Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from licheck.errors import FormatError
from licheck.model.page import Block, BlockKind, Container, Embed, Encoding, Image, Link, Page, Script
from licheck.readers.embedded.place import Locator
from licheck.readers.embedded.place import read_again as html_again
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
)
from licheck.readers.html_embeds import FILLED, MOST, are_filled, embed, filled, in_order, is_post, post
from licheck.readers.html_images import MOST_SOURCES, of_sources, picture, with_captions
from licheck.readers.html_position import locate
from licheck.readers.html_visibility import CLOSED, SHOWN, within
from licheck.readers.second_metadata import read_metadata
from licheck.readers.second_soup import Soup
from licheck.readers.second_style import Style, elements_of, style_of
from licheck.readers.second_text import NEW_LINE, Text, paragraphs, places
from licheck.text import collapse

_FORMAT = "html"
_LONGEST = 10_000_000  # characters of a page that are read again
_MOST_TAGS = 60_000  # start and end tags: two seconds; the longest of 394 news pages has 20,000
_WITH_INNER = ("object", "video", "audio", "amp-video", "amp-audio")  # embeds whose address may stand inside
_LONGEST_DEAD = 200_000  # characters of a comment that are read as markup


def read_again(page: Page) -> Page:
    """The page as the second parser reads its HTML, also HTML within another format; one without HTML as it is.

    Raises FormatError where a second reading is not possible.
    """
    if isinstance(page.locator, Locator):
        return html_again(page, read_text)
    if page.format != _FORMAT:
        return page  # plain text and Markdown have no second parser
    again = read_text(page.path, page.source, encoding=page.encoding)
    return replace(again, notes=page.notes, can_show_images=page.can_show_images)


def read_text(path: str, source: str, *, encoding: Encoding | None = None) -> Page:
    """A page from decoded HTML with line ends already normalised to `\\n`; raises FormatError."""
    if len(source) > _LONGEST or source.count("<") > _MOST_TAGS:
        raise FormatError("it is too long for a second reading.")
    try:
        soup = Soup(source)
        elements = elements_of(soup)
        walk = _Walk(soup, style_of(soup, elements))
        walk.run()
        metadata = read_metadata(soup, [element.tag for element in elements], source)
    except RecursionError as fault:
        raise FormatError(
            "a second reading of the page was not possible: it is nested too deeply."
        ) from fault
    boxes = walk.boxes()
    return Page(
        path=path,
        format=_FORMAT,
        source=source,
        blocks=tuple(walk.blocks),
        hidden=tuple(walk.hidden),
        containers=boxes,
        links=tuple(walk.links),
        images=with_captions(walk.images, boxes, walk.blocks),
        scripts=tuple(walk.scripts),
        embeds=walk.all_embeds(),
        metadata=metadata,
        encoding=encoding or Encoding("utf-8", "given"),
        locator=locate,
    )


class _Open(NamedTuple):
    """A link whose end was not met yet: where it began, in blocks and in pieces of the block being read."""

    tag: Tag
    href: str
    block: int
    piece: int


class _State(NamedTuple):
    """What holds inside an element."""

    flow: int = 0
    kind: BlockKind = BlockKind.OTHER
    level: int = 0
    box: int = 0
    hidden: str = ""
    link: _Open | None = None
    skipping: bool = False


@dataclass
class _Box:
    tag: str
    parent: int
    first: int
    last: int
    label: str


class _Walk:
    """One pass over the tree in reading order, without recursion."""

    def __init__(self, soup: Soup, style: Style) -> None:
        self.soup = soup
        self.style = style
        self.blocks: list[Block] = []
        self.hidden: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.scripts: list[Script] = []
        self.embeds: list[Embed] = []
        self._boxes = [_Box("#document", -1, 0, 0, ""), _Box("html", 0, 0, 0, "")]
        self._body = 0  # the place of `body` among the boxes; it is there even if the page does not write it
        self._text = Text()
        self._unseen = Text()
        self._ended: list[tuple[_Open, int]] = []  # links of the block being read, and the piece after each
        self._at = 0  # offset of the last element that began
        self._joint = False

    def boxes(self) -> tuple[Container, ...]:
        """The boxes of the page, outermost first."""
        return tuple(Container(box.tag, box.parent, box.first, box.last, box.label) for box in self._boxes)

    def run(self) -> None:
        """Walk the whole tree."""
        state = _State()
        around: list[tuple[Iterator[PageElement], _State]] = []
        inside = iter(self.soup.root.contents)
        while True:
            child = next(inside, None)
            if isinstance(child, Tag):
                around.append((inside, state))
                state = self._enter(child, state, around[-2][1] if len(around) > 1 else state)
                inside = iter(child.contents)
            elif isinstance(child, NavigableString):
                self._string(child, state)
            elif around:
                inside, outer = around.pop()
                self._leave(state, outer)
                state = outer
            else:
                break
        self._end(self._in_body(state))
        for at in (0, 1, self._body):
            self._boxes[at].last = len(self.blocks)

    def _in_body(self, state: _State) -> _State:
        """What holds for what stands in no element, or in `html`."""
        if state.box:
            return state
        if not self._body:
            self._body = len(self._boxes)
            self._boxes.append(_Box("body", 1, 0, 0, ""))
        return state._replace(box=self._body)

    def _enter(self, tag: Tag, state: _State, outer: _State) -> _State:
        """An element begins; `outer` is what held around its parent."""
        if state.skipping:
            return state
        if tag.name == "html":
            self._boxes[1].label = self._label(tag)
            return state
        if tag.name == "head":
            return state._replace(box=1)
        state = self._in_body(state)
        if tag.name == "body":
            self._boxes[self._body].label = self._label(tag)
            return state
        self._at = self.soup.offset(tag)
        self._joint = True
        why = self._why_hidden(tag, state, outer)
        if state.hidden and state.hidden != why:
            self._end_unseen(state)
        return self._begin(tag, FLOW.get(tag.name, 0), state, why)

    def _why_hidden(self, tag: Tag, state: _State, outer: _State) -> str:
        if state.hidden is CLOSED and tag.name == "summary":
            return outer.hidden
        why = within(state.hidden, self.style.hidden.get(id(tag), ""))
        return "" if why is SHOWN else why or state.hidden

    def _begin(self, tag: Tag, flow: int, state: _State, why: str) -> _State:
        """What holds inside an element that begins; `why` it is not seen."""
        if url := self.style.backgrounds.get(id(tag)):
            self._background(tag, url, state, why)
        if flow in (BLOCK, LEAF):
            self._end(state)
            state = self._block(tag, flow, state)
        elif flow == BREAK:
            self._break(state)
        elif flow == UNSEEN:
            self._end_unseen(state)
            why = UNSEEN_BECAUSE[tag.name]
        elif flow == IMAGE:
            self._image(tag, state, why)
        elif flow == LINK and (href := self.soup.attr(tag, "href")) is not None:
            pieces = (self._unseen if why else self._text).pieces
            state = state._replace(link=_Open(tag, href, len(self.blocks), len(pieces)))
        elif tag.name == "script" and (src := self.soup.attr(tag, "src")):
            self.scripts.append(Script(src, self._at, why))
        elif tag.name in EMBEDS:
            self.embeds += filter(
                None, [_embed_of(self.soup, tag, len(self.blocks), self._at, state.box, why)]
            )
        if tag.name == "blockquote" and is_post(self._label(tag)):
            self._post(tag, state, why)
        return state._replace(flow=flow, hidden=why, skipping=flow == SKIP or tag.name == "svg")

    def _block(self, tag: Tag, flow: int, state: _State) -> _State:
        inherited = state.kind if state.kind is BlockKind.ITEM else BlockKind.OTHER
        box = state.box
        if flow == BLOCK:
            box = len(self._boxes)
            self._boxes.append(
                _Box(tag.name, state.box, len(self.blocks), len(self.blocks), self._label(tag))
            )
        return state._replace(kind=KINDS.get(tag.name, inherited), level=LEVELS.get(tag.name, 0), box=box)

    def _label(self, tag: Tag) -> str:
        return " ".join(filter(None, (self.soup.attr(tag, "id"), self.soup.attr(tag, "class"))))

    def _break(self, state: _State) -> None:
        if state.hidden:
            self._unseen.pieces.append(" ")
        elif state.kind is BlockKind.HEADING and self._text.pieces:
            self._text.pieces.append(NEW_LINE)
        else:  # a new line is a new block: old pages have no other paragraphs
            self._end(state)

    def _leave(self, state: _State, outer: _State) -> None:
        """An element ends."""
        self._joint = True
        if state.skipping and outer.skipping:
            return
        if state.flow in (BLOCK, LEAF) and state is not outer:
            self._end(state)
            if state.flow == BLOCK:
                self._boxes[state.box].last = len(self.blocks)
        elif state.link is not None and state.link is not outer.link:
            self._end_link(state.link, state.hidden)
        if state.hidden != outer.hidden:
            self._end(state)

    def _string(self, string: NavigableString, state: _State) -> None:
        if state.skipping:
            return
        if isinstance(string, Comment):
            self._comment(string, state)
            return
        if isinstance(string, PreformattedString):  # a doctype, a processing instruction
            return
        if string.parent is not None and string.parent.name == "noscript":
            self._dead(self.soup.raw(string), self._at, state.box, state.hidden)
            return
        text = self._unseen if state.hidden else self._text
        text.add(self.soup.text(string), self._at, joint=self._joint)
        self._joint = False

    def _end(self, state: _State) -> None:
        """The block that is being read is complete."""
        if state.hidden:
            self._end_unseen(state)
            return
        pieces = self._text.take()
        made = paragraphs(pieces, state.kind)
        indexes: list[int] = []
        for text in made:
            escaped = ESCAPED.match(text) and text.endswith(">")
            indexes.append(-1 if escaped else len(self.blocks))
            why = "escaped markup, shown as code" if escaped else ""
            block = Block(text, state.kind, self._text.offset, state.box, state.level, why)
            (self.hidden if escaped else self.blocks).append(block)
        runs = [(link.piece, end) for link, end in self._ended]
        for (link, _), place in zip(self._ended, places(pieces, runs, made) if runs else (), strict=True):
            index = indexes[place.block] if place.block >= 0 else -1
            text = made[place.block][place.start : place.end] if place.block >= 0 else ""
            self.links.append(self._link(link, text.replace("\n", " "), index, place.start))
        self._ended.clear()

    def _end_unseen(self, state: _State) -> None:
        if text := collapse("".join(self._unseen.take())):
            self.hidden.append(Block(text, state.kind, self._unseen.offset, state.box, 0, state.hidden))

    def _end_link(self, link: _Open, hidden: str) -> None:
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

    def _link(self, link: _Open, text: str, block: int, start: int, hidden: str = "") -> Link:
        end = start + len(text) if block >= 0 else 0
        rel = self.soup.attr(link.tag, "rel") or ""
        return Link(link.href, text, block, start, end, self.soup.offset(link.tag), rel, hidden)

    def _image(self, tag: Tag, state: _State, hidden: str) -> None:
        href = state.link.href if state.link else ""
        self.images.append(_image_of(self.soup, tag, len(self.blocks), self._at, state.box, href, hidden))

    def _post(self, tag: Tag, state: _State, hidden: str) -> None:
        """A quotation that a script makes a post of."""
        inside = (each for each in islice(tag.descendants, MOST) if isinstance(each, Tag))
        links = [self.soup.attr(link, "href") or "" for link in inside if link.name == "a"]
        attr = partial(self.soup.attr, tag)
        self.embeds += filter(None, [post(attr, links, len(self.blocks), self._at, state.box, hidden)])

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

    def _background(self, tag: Tag, url: str, state: _State, hidden: str) -> None:
        title = self.soup.attr(tag, "title") or ""
        alt = self.soup.attr(tag, "aria-label") or title
        self.images.append(
            Image(url, alt, title, len(self.blocks), self._at, state.box, tag="background", hidden=hidden)
        )

    def _comment(self, comment: Comment, state: _State) -> None:
        """What stands in a comment is read too, as hidden: it is often the credit that somebody took out."""
        data = self.soup.raw(comment)
        offset = self.soup.comments.get(id(comment), self._at)
        if not data.startswith(NO_WORDS):
            self._dead(data, offset, state.box, IN_COMMENT)

    def _dead(self, data: str, offset: int, box: int, why: str) -> None:
        """Markup that is no part of the page: its text and what it would load."""
        if "<" in data and len(data) <= _LONGEST_DEAD:
            data = self._fragment(data, offset, box, why)
        if text := collapse(data):
            self.hidden.append(Block(text, BlockKind.OTHER, offset, box, 0, why))

    def _fragment(self, data: str, offset: int, box: int, why: str) -> str:
        """The text of markup that is no part of the page; what it would load is noted."""
        inner = Soup(data)
        texts: list[str] = []
        for tag, *_ in elements_of(inner):
            if tag.name == "img":
                image = _image_of(inner, tag, len(self.blocks), offset, box, "", why)
                self.images.append(image)
            elif tag.name == "iframe":
                found = _embed_of(inner, tag, len(self.blocks), offset, box, why)
                self.embeds += filter(None, [found])
            elif tag.name == "script" and (src := inner.attr(tag, "src")):
                self.scripts.append(Script(src, offset, why))
            elif tag.name == "a" and (href := inner.attr(tag, "href")) is not None:
                rel = inner.attr(tag, "rel") or ""
                self.links.append(
                    Link(href, collapse(inner.text(tag.get_text())), -1, 0, 0, offset, rel, why)
                )
        for string in inner.root.descendants:
            if (
                type(string) is NavigableString
                and string.parent
                and string.parent.name not in ("script", "style")
            ):
                texts.append(inner.text(string))
        return " ".join(texts)


def _embed_of(soup: Soup, tag: Tag, block: int, offset: int, box: int, hidden: str) -> Embed | None:
    inner = tag.select_one("source[src],embed[src],param[name=movie]") if tag.name in _WITH_INNER else None
    address = (soup.attr(inner, "src") or soup.attr(inner, "value") or "") if inner is not None else ""
    return embed(partial(soup.attr, tag), tag.name, address, block, offset, box, hidden)


def _image_of(soup: Soup, tag: Tag, block: int, offset: int, box: int, link: str, hidden: str) -> Image:
    drawn = ("", "")
    if tag.name == "svg":
        use = tag.find("use")
        src = (soup.attr(use, "href") or soup.attr(use, "xlink:href") or "") if use else ""
        drawn = src, collapse(soup.text(tag.get_text()))
    sources = ""
    if tag.parent is not None and tag.parent.name == "picture":
        beside = islice(tag.parent.children, MOST_SOURCES)
        sources = of_sources(partial(soup.attr, each) for each in beside if isinstance(each, Tag))
    return picture(partial(soup.attr, tag), tag.name, block, offset, box, link, hidden, drawn, sources)
