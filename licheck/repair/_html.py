"""Where in the source of an HTML page something can be put: behind or before what a reader sees as one line.

The elements come from the parser, with the places of their tags; nothing is written from its tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

    `parent` is an index into the elements of the page, -1 for none. `attributes` are the places of its attributes.
    """

    tag: str
    start: int
    inner: int
    close: int
    end: int
    parent: int
    attributes: dict[str, tuple[int, int]]


@lru_cache(maxsize=2)
def elements(source: str) -> Sequence[Element]:
    """The elements that have tags in the source, in its order."""
    import turbohtml

    document = turbohtml.parse(source, scripting=True, source_locations=True)
    return _ended(source, sorted(_tagged(document), key=lambda found: found[1].start))


def _tagged(document: Any) -> Iterator[tuple[int, Element, int]]:
    """(own number, element, number of the parent) of each element that has a start tag."""
    stack = [(child, -1) for child in document.children]
    count = 0
    while stack and count < _MOST:
        node, parent = stack.pop()
        if not hasattr(node, "tag"):
            continue
        place = node.source_location
        number = parent
        if place is not None and place.start_tag is not None:
            number, count = count, count + 1
            start, inner = place.start_tag.start_offset, place.start_tag.end_offset
            close = place.end_tag.start_offset if place.end_tag else -1
            end = place.end_tag.end_offset if place.end_tag else -1
            spans = {name: (span.start_offset, span.end_offset) for name, span in place.attrs.items()}
            yield number, Element(node.tag, start, inner, close, end, parent, spans), parent
        stack += [(child, number) for child in node.children]


def _ended(source: str, found: list[tuple[int, Element, int]]) -> Sequence[Element]:
    """The elements in their order, parents as indexes, and ends where the source has no end tag."""
    at = {number: index for index, (number, _, _) in enumerate(found)}
    made: list[Element] = []
    for index, (_, element, number) in enumerate(found):
        parent = at.get(number, -1)
        parent = parent if parent < index else -1
        made.append(element._replace(parent=parent))
    last: dict[int, int] = {}  # where the next element beside the children of each parent begins
    done: list[Element] = [*made]
    for index in range(len(made) - 1, -1, -1):
        element = made[index]
        if element.close < element.inner:
            end = last.get(element.parent, -1)
            end = max(element.inner, end if end >= 0 else _close_of(made, element.parent, source))
            element = element._replace(close=end, end=end)
        done[index] = element
        last[element.parent] = element.start
    return tuple(done)


def _close_of(made: Sequence[Element], index: int, source: str) -> int:
    """Where the nearest box around ends that has an end tag."""
    while index >= 0:
        if made[index].close >= made[index].inner:
            return made[index].close
        index = made[index].parent
    return len(source)


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
        return Spot(after_character(page, last), lead=2 * line_break(page))
    if not box:
        return Spot(own.end, lead=2 * line_break(page))
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
        return Spot(own.start if own else first, trail=2 * line_break(page))
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


def line_break(page: Page) -> str:
    """A line break as the page writes it."""
    return "<br />" if closes_itself(page) else "<br>"


def is_amp(page: Page) -> bool:
    """Whether the page is one of AMP, which has elements of its own for pictures and counters."""
    return _AMP.search(page.source) is not None


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
