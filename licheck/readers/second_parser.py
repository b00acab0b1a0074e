"""The tree for the second reading: BeautifulSoup on Python's own `html.parser`, made to close tags as browsers do.

`html.parser` reports tags and knows nothing of HTML's rules for tags that are left open; and it starts over from every
tag or comment that is never completed, which takes quadratic time. Both are put right here: an incomplete tag or
comment takes the rest of the file with it, as the HTML standard has it
(https://html.spec.whatwg.org/multipage/parsing.html#parse-error-eof-in-tag), and what a start tag closes by itself is
closed (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
"""

from __future__ import annotations

import re
import warnings
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.builder import ParserRejectedMarkup
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder
from bs4.element import Comment

from licheck.errors import FormatError
from licheck.readers.second_closing import (
    BOXES,
    BREAKS_OUT,
    CLOSING,
    ENDS,
    ENDS_PARAGRAPH,
    FOREIGN,
    HEADINGS,
    IN_HEAD,
    ONCE,
    PARAGRAPH,
    PARAGRAPH_WALLS,
    STAY,
    TABLE,
    TABLE_PARTS,
    TEXT_ONLY,
    WALLS,
)
from licheck.readers.second_tree import Tree

_VOID = frozenset(HTMLParserTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())  # elements without an end tag
_new = tuple.__new__
_FAR = 200  # levels that are looked at for what a tag closes; hostile pages have 100,000
_END_OF_COMMENT = re.compile(r"--!?>")


class Element(NamedTuple):
    """A tag, and how many others it stands in."""

    tag: Tag
    depth: int


class Parsed(NamedTuple):
    """A page in its tree: all tags in the order of the page, and the offsets of comments by `id`.

    The offset of a tag is its `sourcepos`.
    """

    root: BeautifulSoup
    elements: list[Element]
    comments: dict[int, int]


def parse(markup: str) -> Parsed:
    """The tree of a page. Raises FormatError where there is none to be had."""
    builder = _Builder(
        multi_valued_attributes={},
        preserve_whitespace_tags=set(),
        string_containers={},
    )
    builder.elements = []
    builder.comments = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "resembles a file name": it is what it is
        try:
            root = Tree(markup, builder=builder)
        except (ParserRejectedMarkup, AssertionError, ValueError, RecursionError) as fault:
            raise FormatError(
                f"a second reading of the page was not possible: {type(fault).__name__}."
            ) from fault
    return Parsed(root, builder.elements, builder.comments)


class _Builder(HTMLParserTreeBuilder):
    elements: list[Element]
    comments: dict[int, int]

    def feed(self, markup: object, _parser_class: type[BeautifulSoupHTMLParser] | None = None) -> None:
        assert isinstance(markup, str) and isinstance(self.soup, BeautifulSoup)
        args, kwargs = self.parser_args
        parser = _Parser(self.soup, *args, **kwargs)
        parser.elements = self.elements
        parser.comments = self.comments
        parser.feed(markup)
        parser.close()


class _Parser(BeautifulSoupHTMLParser):
    CDATA_CONTENT_ELEMENTS = TEXT_ONLY  # type: ignore[misc]
    soup: Tree
    elements: list[Element]
    comments: dict[int, int]

    # Where we are: nobody asks for lines and columns here, which take longer to count than all else that is done with a tag.

    _at = 0  # offset of the markup that is being read
    _before = 0  # characters that were read and given away

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - the name is html.parser's
        self._at = self._before + j
        return j

    # What is never completed takes the rest of the file.

    def parse_starttag(self, i: int) -> int:
        end = super().parse_starttag(i)
        return end if end >= 0 else len(self.rawdata)

    def parse_endtag(self, i: int) -> int:
        end = self._end_text(i) if self.cdata_elem else super().parse_endtag(i)
        return end if end >= 0 else len(self.rawdata)

    def set_cdata_mode(self, elem: str, **more: bool) -> None:
        super().set_cdata_mode(elem, **more)
        self.interesting = re.compile(rf"</{re.escape(elem)}(?=[\s/>])", re.I)

    def clear_cdata_mode(self) -> None:
        if self.cdata_elem:  # html.parser asks for it at every end tag
            super().clear_cdata_mode()

    def _end_text(self, i: int) -> int:
        """The end tag of an element whose content is text; it may have attributes, and lines may be missing from it."""
        assert self.cdata_elem
        end = self.rawdata.find(">", i)
        if end >= 0:
            self.handle_endtag(self.cdata_elem)
            self.clear_cdata_mode()
        return end + 1 if end >= 0 else -1

    def parse_pi(self, i: int) -> int:
        return self._or_all(super().parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        if self.rawdata.startswith("<![", i):
            return self._or_all(self.parse_bogus_comment(i))
        return self._or_all(super().parse_html_declaration(i))

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002 - the name is html.parser's
        end = _END_OF_COMMENT.search(self.rawdata, i + 2)
        self.handle_comment(self.rawdata[i + 4 : end.start() if end else len(self.rawdata)])
        return end.end() if end else len(self.rawdata)

    def _or_all(self, end: int) -> int:
        return len(self.rawdata) if end < 0 else end

    def feed(self, data: str) -> None:
        self._all = len(data)
        super().feed(data)

    def close(self) -> None:
        rest, inside = self.rawdata, self.cdata_elem
        self._before = self._all - len(rest)
        super().close()
        if inside and rest:
            self.handle_data(rest)

    # What is reported goes into the tree as browsers would put it.

    def handle_comment(self, data: str) -> None:
        super().handle_comment(data)
        made = self.soup._most_recent_element
        if isinstance(made, Comment):
            self.comments[id(made)] = self._at

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        foreign = self._is_foreign()
        self._start(tag, attrs, closed=True)
        if tag in TEXT_ONLY and not foreign:  # `<div/>` is `<div>`
            self.set_cdata_mode(tag)

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],
        handle_empty_element: bool = True,  # noqa: ARG002 - the name is BeautifulSoup's
    ) -> None:
        self._start(tag, attrs, closed=False)

    def handle_data(self, data: str) -> None:
        if self.soup.currentTag.name == "head" and not data.isspace():
            self.soup.handle_endtag("head")
        self.soup.current_data.append(data)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, closed: bool) -> None:
        """An element begins; `closed`: its start tag ends in `/>`, which only drawings and formulas heed."""
        is_open = self.soup.open_tag_counter.get
        foreign = (is_open("svg") or is_open("math")) and self._is_foreign()
        if foreign and tag in BREAKS_OUT:
            self._end(FOREIGN, frozenset())
            foreign = self._is_foreign()
        if not foreign:
            if tag in ONCE and is_open(tag):
                return
            if is_open("head") and tag not in IN_HEAD and not is_open("template"):
                self.soup.handle_endtag("head")
            if tag in CLOSING:
                self._end_before(tag)
        attrs.reverse()  # so that the first one of a name is the last to be put in
        made = self._put(tag, {name: value or "" for name, value in attrs})
        if tag not in _VOID and not (foreign and closed):
            self.soup.open(made)

    def _put(self, tag: str, attributes: dict[str, str]) -> Tag:
        made = self.soup.put(tag, attributes, self._at)
        self.elements.append(_new(Element, (made, len(self.soup.tagStack) - 1)))
        return made

    def _end_before(self, tag: str) -> None:
        """Close what this start tag closes, and open what it opens by itself."""
        if tag in ENDS_PARAGRAPH and self.soup.open_tag_counter.get("p"):
            self._end(PARAGRAPH, PARAGRAPH_WALLS)
        if tag in HEADINGS and self.soup.currentTag.name in HEADINGS:
            self.soup.endData()
            self.soup.popTag()
        if tag in ENDS:
            self._end(*ENDS[tag], outermost=True)
        if tag == "tr" and self.soup.currentTag.name == "table":
            self.soup.open(self._put("tbody", {}))

    def handle_endtag(self, tag: str, check_already_closed: bool = True) -> None:  # noqa: ARG002 - the name is BeautifulSoup's
        if tag == "br":
            self._start("br", [], closed=False)
        elif self.soup.open_tag_counter.get(tag) and tag not in STAY:
            if self.soup.current_data:
                self.soup.endData()
            if tag == self.soup.currentTag.name:
                self.soup.popTag()
            else:
                self._end(frozenset((tag,)), self._walls(tag))

    def _walls(self, tag: str) -> frozenset[str]:
        """What an end tag does not reach beyond."""
        if tag in TABLE_PARTS or tag in FOREIGN or self._is_foreign():
            return TABLE
        return WALLS if tag in BOXES else BOXES

    def _end(self, tags: frozenset[str], walls: frozenset[str], *, outermost: bool = False) -> None:
        """Close the innermost (or outermost) open element that is one of `tags`, but none beyond one of `walls`."""
        if self.soup.current_data:
            self.soup.endData()
        if not any(map(self.soup.open_tag_counter.get, tags)):
            return
        stack = self.soup.tagStack
        found = 0
        for at in range(len(stack) - 1, max(0, len(stack) - 1 - _FAR), -1):
            if stack[at].name in tags:
                found = at
                if not outermost:
                    break
            elif stack[at].name in walls:
                break
        while found and len(stack) > found:
            self.soup.popTag()

    def _is_foreign(self) -> bool:
        is_open = self.soup.open_tag_counter.get
        return bool(is_open("svg") or is_open("math")) and not is_open("foreignobject")
