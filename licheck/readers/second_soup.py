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
from collections import Counter
from html import unescape
from html.entities import html5
from itertools import accumulate

from bs4 import BeautifulSoup, Tag
from bs4.builder import ParserRejectedMarkup
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder
from bs4.element import Comment

from licheck.errors import FormatError

VOID = frozenset("area base br col embed hr img input link meta param source track wbr image keygen".split())
# Elements whose content is text, whatever it looks like.
_TEXT_ONLY = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp")
_FOREIGN = ("svg", "math")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Start tags that close an open paragraph.
_ENDS_PARAGRAPH = _HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form header hgroup hr"
    " li main menu nav ol p pre listing search section summary table ul".split()
)  # fmt: skip
# Start tags that close others of their own group: tag -> the tags it closes, within the nearest of these boxes.
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _LISTS),
    **dict.fromkeys(("dd", "dt"), (frozenset(("dd", "dt")), _LISTS)),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), frozenset(("table", "tr")))),
    "tr": (frozenset(("tr", "td", "th", "caption")), frozenset(("table",))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset(("tbody", "thead", "tfoot", "tr", "caption")), frozenset(("table",)))),
    "a": (frozenset(("a",)), frozenset()),
    "button": (frozenset(("button",)), frozenset()),
}  # fmt: skip
# No end tag reaches beyond these, and none of the inline ones beyond a box.
_WALLS = frozenset("table td th caption template object applet html svg math".split())
_BOXES = (
    _ENDS_PARAGRAPH
    | _WALLS
    | frozenset("body head tbody thead tfoot tr button iframe noscript select".split())
)
_TABLE_PARTS = frozenset("table tbody thead tfoot tr td th caption".split())

IN_HEAD = frozenset("html head base basefont bgsound link meta noscript script style template title".split())
_ONCE = ("html", "head", "body")
_BREAKS_OUT = _ENDS_PARAGRAPH | frozenset("body img span b i em strong br table".split())

_FAR = 200  # levels that are looked at for what a tag closes; hostile pages have 100,000
_END_OF_COMMENT = re.compile(r"--!?>")
# Characters that no text holds (https://www.unicode.org/faq/private_use.html#nonchar4): one of them stands for `&`.
_NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]
_REFERENCE = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_DIGITS = 8  # of a character reference; longer ones name no character


class Soup:
    """A parsed page. `root` holds the tree, `starts` the offset of each line, `comments` those of comments by `id`."""

    def __init__(self, source: str) -> None:
        self._ampersand = next((sign for sign in _NONCHARACTERS if sign not in source), "")
        if not self._ampersand:
            raise FormatError(
                "a second reading of the page was not possible: it holds all of Unicode's noncharacters."
            )
        self.starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self.comments: dict[int, int] = {}
        self.root = _parse(source.replace("&", self._ampersand), self)

    def offset(self, tag: Tag) -> int:
        """Where a tag begins in the source."""
        return self.place(tag.sourceline or 1, tag.sourcepos or 0)

    def place(self, line: int, column: int) -> int:
        """The offset of a line (from 1) and column (from 0)."""
        return self.starts[line - 1] + column

    def text(self, data: str) -> str:
        """Text as it reads, its character references resolved."""
        return _REFERENCE.sub(_resolve, self.raw(data)) if self._ampersand in data else data

    def raw(self, data: str) -> str:
        """Text as it is written: of scripts, styles, comments."""
        return data.replace(self._ampersand, "&")

    def attr(self, tag: Tag, name: str) -> str | None:
        """An attribute's value, or None."""
        value = tag.attrs.get(name)
        if value is None or self._ampersand not in value:
            return None if value is None else str(value)
        return _REFERENCE.sub(_resolve_in_address, self.raw(str(value)))


def _resolve_in_address(hit: re.Match[str]) -> str:
    """A reference in an attribute; what only begins like one ("?a=1&copy=2", "&section") stays as it is."""
    text = hit.group()
    if text[1] == "#" or (
        text[1:] in html5 and (text[-1] == ";" or hit.string[hit.end() : hit.end() + 1] != "=")
    ):
        return _resolve(hit)
    return text


def _resolve(hit: re.Match[str]) -> str:
    text = hit.group()
    if text[1] != "#":
        return unescape(text)
    digits = text[2:].rstrip(";")
    if len(digits.lstrip("xX0")) > _DIGITS:
        return "\ufffd"
    return unescape(text) or chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits))


def _parse(markup: str, soup: Soup) -> BeautifulSoup:
    builder = _Builder(
        multi_valued_attributes=None,
        preserve_whitespace_tags={"pre"},
        string_containers={},
        on_duplicate_attribute="ignore",
    )
    builder.comments = soup
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "resembles a file name": it is what it is
        try:
            return _Tree(markup, builder=builder)
        except (ParserRejectedMarkup, AssertionError, ValueError, RecursionError) as fault:
            raise FormatError(
                f"a second reading of the page was not possible: {type(fault).__name__}."
            ) from fault


class _Tree(BeautifulSoup):
    """A soup for parsers that only ever append."""

    def _linkage_fixer(self, el: Tag) -> None:
        """Nothing has to be mended, and looking for it climbs to the root for every piece of text."""


class _Builder(HTMLParserTreeBuilder):
    comments: Soup

    def feed(self, markup: object, _parser_class: type[BeautifulSoupHTMLParser] | None = None) -> None:
        assert isinstance(markup, str) and isinstance(self.soup, BeautifulSoup)
        args, kwargs = self.parser_args
        parser = _Parser(self.soup, *args, **kwargs)
        parser.places = self.comments
        parser.feed(markup)
        parser.close()


class _Bag(Counter[str]):
    """What bs4 keeps as a list and searches for every end tag."""

    def append(self, tag: str) -> None:
        self[tag] += 1

    def remove(self, tag: str) -> None:
        self[tag] -= 1
        if not self[tag]:
            del self[tag]


class _Parser(BeautifulSoupHTMLParser):
    CDATA_CONTENT_ELEMENTS = _TEXT_ONLY  # type: ignore[misc]
    places: Soup

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.already_closed_empty_element = _Bag()  # type: ignore[assignment]

    # What is never completed takes the rest of the file.

    def parse_starttag(self, i: int) -> int:
        return self._or_all(super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        return self._or_all(self._end_text(i) if self.cdata_elem else super().parse_endtag(i))

    def set_cdata_mode(self, elem: str, **more: bool) -> None:
        super().set_cdata_mode(elem, **more)
        self.interesting = re.compile(rf"</{re.escape(elem)}(?=[\s/>])", re.I)

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

    def close(self) -> None:
        rest, inside = self.rawdata, self.cdata_elem
        super().close()
        if inside and rest:
            self.handle_data(rest)

    # What is reported goes into the tree as browsers would put it.

    def handle_comment(self, data: str) -> None:
        line, column = self.getpos()
        super().handle_comment(data)
        made = self.soup._most_recent_element
        if isinstance(made, Comment):
            self.places.comments[id(made)] = self.places.place(line, column)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_foreign():
            super().handle_startendtag(tag, attrs)
            return
        self.handle_starttag(tag, attrs)  # `<div/>` is `<div>`
        if tag in _TEXT_ONLY:
            self.set_cdata_mode(tag)

    def handle_data(self, data: str) -> None:
        if self._top() == "head" and not data.isspace():
            self.soup.handle_endtag("head")
        super().handle_data(data)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]], handle_empty_element: bool = True
    ) -> None:
        if self._is_foreign() and tag in _BREAKS_OUT:
            self._end(frozenset(_FOREIGN), frozenset())
        if handle_empty_element and not self._is_foreign():
            if tag in _ONCE and self.soup.open_tag_counter.get(tag):
                return
            self._end_before(tag)
        super().handle_starttag(tag, attrs, handle_empty_element)

    def _end_before(self, tag: str) -> None:
        """Close what this start tag closes, and open what it opens by itself."""
        open_tags = self.soup.open_tag_counter
        if open_tags.get("head") and tag not in IN_HEAD and not open_tags.get("template"):
            self.soup.handle_endtag("head")
        if tag in _ENDS_PARAGRAPH and self.soup.open_tag_counter.get("p"):
            self._end(frozenset(("p",)), _WALLS | {"button"})
        if tag in _HEADINGS and self._top() in _HEADINGS:
            self.soup.handle_endtag(self._top())
        if tag in _ENDS:
            self._end(*_ENDS[tag], outermost=True)
        if tag == "tr" and self._top() == "table":
            super().handle_starttag("tbody", [])

    def handle_endtag(self, tag: str, check_already_closed: bool = True) -> None:
        if not check_already_closed or tag in VOID - {"br"}:
            super().handle_endtag(tag, check_already_closed)
        elif tag == "br":
            self.handle_starttag("br", [])
        elif tag not in ("html", "body"):  # what follows them still belongs to the page
            self._end(frozenset((tag,)), self._walls(tag))

    def _walls(self, tag: str) -> frozenset[str]:
        """What an end tag does not reach beyond."""
        if tag in _TABLE_PARTS or tag in _FOREIGN or self._is_foreign():
            return frozenset(("table",)) - {tag}
        return (_WALLS if tag in _BOXES else _BOXES) - {tag}

    def _end(self, tags: frozenset[str], walls: frozenset[str], *, outermost: bool = False) -> None:
        """Close the innermost (or outermost) open element that is one of `tags`, but none beyond one of `walls`."""
        self.soup.endData()
        if not any(self.soup.open_tag_counter.get(tag) for tag in tags):
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
        open_tags = self.soup.open_tag_counter
        return bool(open_tags.get("svg") or open_tags.get("math")) and not open_tags.get("foreignobject")

    def _top(self) -> str:
        return self.soup.tagStack[-1].name
