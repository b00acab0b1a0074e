"""Where in the source of an HTML page something can be put: behind or before what a reader sees as one line.

The elements come from the parser, with the places of their tags; nothing is written from its tree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.repair._spans import after_character
from licheck.repair._spot import Spot

# What a paragraph can stand in beside others. All else that is around a line belongs to that line.
_BOXES = frozenset(
    "html body main article section header footer aside nav div center form fieldset details td th".split()
)
_LINES = frozenset(
    "div section header footer center aside nav details fieldset".split()
)  # some are no more than a line
# What only its own kind of box may hold: nothing is put beside them.
_PARTS = frozenset("li dd dt tr td th tbody thead tfoot caption figcaption summary option legend".split())
_MOST = 200_000  # elements; a page of stories has a few thousand
_VOID = pattern(r"<(?:meta|link|img|br|hr|input)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,400}?(/?)>", 2)
_LOOKED_AT = 200  # tags by which the page's form is told
_XML = pattern(r"\s*(?:<\?xml\b|<!doctype\s+html\s+public\s+[\"']-//w3c//dtd xhtml)", 2)
_AMP = pattern(r"<html\b[^>]{0,400}?\s(?:amp|⚡|amp4email)(?=[\s=>])", 2)


class Element(NamedTuple):
    """An element: its start tag is source[start:inner], its end tag (or nothing) source[close:end].

    `parent` is an index into the elements of the page, -1 for none; `place` is the parser's.
    """

    tag: str
    start: int
    inner: int
    close: int
    end: int
    parent: int
    place: Any

    def attribute(self, name: str) -> tuple[int, int] | None:
        """Where an attribute stands in the source, name and value; None where the element has none of that name."""
        span = self.place.attrs.get(name)
        return (span.start_offset, span.end_offset) if span else None


@lru_cache(maxsize=1)
def elements(source: str) -> Sequence[Element]:
    """The elements that have tags in the source, in its order.

    One without an end tag ends where the next one beside it begins, or where the nearest one around it has its end tag.
    """
    import turbohtml

    found = _tagged(turbohtml.parse(source, scripting=True, source_locations=True))
    order = sorted(range(len(found)), key=lambda number: found[number][1].start_tag.start_offset)
    at = {number: index for index, number in enumerate(order)}
    made: list[Element] = []
    limits: list[int] = []  # where the content of what is around ends
    for index, number in enumerate(order):
        tag, place, above = found[number]
        parent = at.get(above, -1)
        parent = parent if parent < index else -1
        begin, last = place.start_tag, place.end_tag
        close, end = (last.start_offset, last.end_offset) if last else (-1, -1)
        made.append(Element(tag, begin.start_offset, begin.end_offset, close, end, parent, place))
        around_it = limits[parent] if parent >= 0 else len(source)
        limits.append(close if close >= begin.end_offset else around_it)
    beside: dict[int, int] = {}  # for each parent, where the child begins that was met last
    for index in range(len(made) - 1, -1, -1):
        element = made[index]
        if element.close < element.inner:
            end = max(element.inner, beside.get(element.parent, limits[index]))
            made[index] = element._replace(close=end, end=end)
        beside[element.parent] = element.start
    return tuple(made)


def _tagged(document: Any) -> list[tuple[str, Any, int]]:
    """(tag, place, number of the parent) of each element that has a start tag; its own number is its index."""
    stack = [(child, -1) for child in document.children]
    found: list[tuple[str, Any, int]] = []
    while stack and len(found) < _MOST:
        node, parent = stack.pop()
        tag = getattr(node, "tag", None)
        if tag is None:
            continue
        place = node.source_location
        if place is not None and place.start_tag is not None:
            found.append((tag, place, parent))
            parent = len(found) - 1
        stack += [(child, parent) for child in node.children]
    return found


def around(page: Page, offset: int) -> list[Element]:
    """The elements in whose content an offset stands, the innermost first."""
    found = [element for element in elements(page.source) if element.inner <= offset < element.close]
    return found[::-1]


def element_at(page: Page, offset: int) -> Element | None:
    """The element whose start tag begins at an offset."""
    return next((element for element in elements(page.source) if element.start == offset), None)


def behind(page: Page, index: int) -> Spot:
    """The spot behind a visible block, outside of all that only that block stands in."""
    block = page.blocks[index]
    last = page.locator(page, block, len(block.text) - 1)
    following = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    limit = page.locator(page, following, 0) if following else len(page.source)
    own, box = _own(page, last, lambda element: element.end <= limit)
    if own is None:
        return Spot(after_character(page, last), lead=2 * _line_break(page))
    if not box:
        return Spot(own.end, lead=2 * _line_break(page))
    indent = _indent(page.source, own.start)
    line_end = page.source.find("\n", own.end)
    rest = page.source[own.end : line_end if line_end >= 0 else len(page.source)]
    lead = "\n" + indent if indent is not None and not rest.strip() else ""
    return Spot(own.end, lead=lead, box=True)


def before(page: Page, index: int) -> Spot:
    """The spot before a visible block, outside of all that only that block stands in."""
    first = page.locator(page, page.blocks[index], 0)
    above = page.blocks[index - 1] if index else None
    limit = page.locator(page, above, len(above.text) - 1) if above else -1
    own, box = _own(page, first, lambda element: element.start > limit)
    if own is None or not box:
        return Spot(own.start if own else first, trail=2 * _line_break(page))
    indent = _indent(page.source, own.start)
    return Spot(own.start, trail="\n" + indent if indent is not None else "", box=True)


def _own(page: Page, offset: int, is_alone: Callable[[Element], bool]) -> tuple[Element | None, bool]:
    """The outermost element around a block that holds nothing else, and whether a paragraph can stand beside it.

    None where the block stands in a box with others.
    """
    best: Element | None = None
    outside = True
    for element in around(page, offset):
        box = element.tag in _BOXES
        if best is None and box and element.tag in _LINES and is_alone(element):
            return element, True  # a box that is nothing but this line
        if box or not is_alone(element):
            outside = box
            break
        best = element
    if best is None or best.tag in _PARTS:
        return None, False
    return best, outside


def _indent(source: str, at: int) -> str | None:
    """The white space before an element that begins its line; None for one that does not."""
    line = source[source.rfind("\n", 0, at) + 1 : at]
    return None if line.strip() else line


def closes_itself(page: Page) -> bool:
    """Whether the page writes `<br />`, as XHTML does, and not `<br>`."""
    if page.path.lower().endswith((".xhtml", ".xht")) or _XML.match(page.source):
        return True
    slashes = [found[1] for _, found in zip(range(_LOOKED_AT), _VOID.finditer(page.source), strict=False)]
    return 2 * sum(map(bool, slashes)) > len(slashes)


def _line_break(page: Page) -> str:
    """A line break as the page writes it."""
    return "<br />" if closes_itself(page) else "<br>"


def is_amp(page: Page) -> bool:
    """Whether the page is one of AMP, which has elements of its own for pictures and counters."""
    return _AMP.search(page.source) is not None


def is_mail(page: Page) -> bool:
    """Whether the page is an e-mail of AMP, which knows fewer elements."""
    found = _AMP.search(page.source)
    return found is not None and found[0].lower().endswith("amp4email")


def end_of_head(page: Page) -> Spot | None:
    """The spot at the end of the head; None where the source has no `</head>`."""
    head = next((element for element in elements(page.source) if element.tag == "head"), None)
    if head is None or head.end <= head.close:
        return None
    source = page.source
    line = source.rfind("\n", 0, head.close) + 1
    if source[line : head.close].strip() or not line:
        return Spot(head.close)
    above = source[source.rfind("\n", 0, line - 1) + 1 : line - 1]
    indent = above[: len(above) - len(above.lstrip())]
    return Spot(line, lead=indent, trail="\n")


def behind_title(page: Page) -> Spot | None:
    """The spot behind the title; None where the head has none."""
    title = next((element for element in elements(page.source) if element.tag == "title"), None)
    if title is None or title.end <= title.close:
        return None
    indent = _indent(page.source, title.start)
    rest = page.source[title.end : max(page.source.find("\n", title.end), title.end)]
    return Spot(title.end, lead="\n" + indent if indent is not None and not rest.strip() else "")
