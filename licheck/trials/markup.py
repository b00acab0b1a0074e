"""Editing an example's page: finding the element that a piece of evidence stands in, and what can be done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from licheck.model.finding import Evidence
from licheck.text import fold

_BLOCKS = (
    "p",
    "li",
    "figcaption",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "div",
    "aside",
    "footer",
    "figure",
    "header",
)
_QUOTED = 24  # characters of the evidence by which its element is known


class Document:
    """A page that can be edited. Every change is made in a copy."""

    def __init__(self, source: str) -> None:
        self._source = source

    def edited(self) -> BeautifulSoup:
        """A fresh tree of the page."""
        return BeautifulSoup(self._source, "html.parser")


def element(soup: BeautifulSoup, evidence: Evidence) -> Tag | None:
    """The innermost element that a piece of evidence stands in; None where it stands nowhere."""
    if not evidence.line:
        return None
    at = evidence.line, evidence.column - 1
    before = [tag for tag in soup.find_all(True) if (tag.sourceline or 0, tag.sourcepos or 0) <= at]
    if before and (before[-1].sourceline, before[-1].sourcepos) == at:
        return before[-1]
    start = fold(evidence.text)[:_QUOTED]
    holding = [tag for tag in before if start and start in fold(tag.get_text(" "))]
    found = holding or before
    return found[-1] if found else None


def block(tag: Tag) -> Tag:
    """The paragraph, or another block, that an element stands in."""
    if tag.name in _BLOCKS:
        return tag
    return next((above for above in tag.parents if above.name in _BLOCKS), tag)


def blocks(soup: BeautifulSoup, evidence: Iterable[Evidence]) -> list[Tag]:
    """The blocks that pieces of evidence stand in, each once."""
    found: dict[int, Tag] = {}
    for piece in evidence:
        if (tag := element(soup, piece)) is not None and tag.name not in (
            "html",
            "head",
            "body",
            "article",
            "main",
        ):
            inner = block(tag)
            if inner.name not in ("div", "article", "main") or len(inner.get_text()) < 2000:
                found.setdefault(id(inner), inner)
    return list(found.values())


def hide(tag: Tag) -> None:
    """Keep an element from the eyes of readers."""
    tag["style"] = "display:none"


def comment_out(tag: Tag) -> None:
    """Make a comment of an element."""
    tag.replace_with(Comment(f" {str(tag).replace('--', '- -')} "))


def empty(tag: Tag) -> None:
    """Take the words out of an element; links and pictures stay, links with words that say nothing."""
    for text in list(strings(tag)):
        linked = text.find_parent("a")
        text.replace_with(
            NavigableString("Read on" if linked is not None and linked.get_text(strip=True) else "")
        )
        if linked is not None:
            for other in list(strings(linked))[1:]:
                other.extract()


def strings(tag: Tag) -> Iterator[NavigableString]:
    """The texts that a reader sees in an element."""
    yield from (text for text in tag.find_all(string=True) if type(text) is NavigableString and text.strip())


def rewrite(tag: Tag, old: str, new: str) -> bool:
    """Put other words in place of some; whether they were there, in any case of letters."""
    done = False
    for text in list(strings(tag)):
        at = text.casefold().find(old.casefold())
        if at >= 0:
            text.replace_with(NavigableString(text[:at] + new + text[at + len(old) :]))
            done = True
    return done


def paragraphs(soup: BeautifulSoup, least: int = 60) -> list[Tag]:
    """The paragraphs of the story: those with so many characters."""
    inside = soup.find("article") or soup
    assert isinstance(inside, Tag)
    return [tag for tag in inside.find_all("p") if len(tag.get_text()) >= least]
