"""Where in a Markdown source something can be put, so that it is a paragraph of its own."""

from __future__ import annotations

from re import Match

from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.repair._spot import Spot

_FRONT = pattern(r"\s*?(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", 16 | 8)
_JSON = pattern(r"\s*?(\{)(\s*\".*?)^\}[ \t]*(?:\n|\Z)", 16 | 8)
_RULE = pattern(r" {0,3}(?:=+|-+)[ \t]*\Z")  # below a headline


def front_matter(page: Page) -> tuple[str, int, int]:
    """The fence of the front matter (`{` of JSON) and where what it holds begins and ends; ("", 0, 0) for none."""
    found = _front(page)
    return (found[1], found.start(2), found.end(2)) if found else ("", 0, 0)


def body(page: Page) -> int:
    """Where the story's text begins."""
    found = _front(page)
    return found.end() if found else 0


def _front(page: Page) -> Match[str] | None:
    return _FRONT.match(page.source) or _JSON.match(page.source)


def behind(page: Page, index: int) -> Spot:
    """The spot behind the paragraph or headline that a visible block ends in."""
    source, block = page.source, page.blocks[index]
    end = _line_end(source, page.locator(page, block, len(block.text) - 1))
    line = source[source.rfind("\n", 0, end) + 1 : end]
    if line.lstrip().startswith("#") and block.level:
        return _spot_behind(source, end)
    while end < len(source):
        following = source[end + 1 : _line_end(source, end + 1)]
        if not following.strip():
            break
        end += 1 + len(following)
        if block.level and _RULE.match(following):
            break
    return _spot_behind(source, end)


def _spot_behind(source: str, end: int) -> Spot:
    following = source[end + 1 : _line_end(source, end + 1)] if end < len(source) else ""
    return Spot(end, lead="\n\n", trail="\n" if following.strip() else "", box=True)


def before(page: Page, index: int) -> Spot:
    """The spot before the paragraph that a visible block begins in."""
    source = page.source
    start = page.locator(page, page.blocks[index], 0)
    begin = max(body(page), source.rfind("\n", 0, start) + 1)
    while begin > body(page):
        above = source[source.rfind("\n", 0, begin - 1) + 1 : begin - 1]
        if not above.strip():
            break
        begin -= len(above) + 1
    return Spot(max(begin, body(page)), trail="\n\n", box=True)


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return end if end >= 0 else len(source)
