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
_FRAME = ("html", "head", "body", "article", "main")
_STORY = 2_000  # characters of a box that holds more than one block: the story
_QUOTED = 24  # characters of the evidence by which its element is known
_OPENING = 60  # characters by which a paragraph of the original is known


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
        if (tag := element(soup, piece)) is not None and tag.name not in _FRAME:
            inner = block(tag)
            if inner.name != "div" or len(inner.get_text()) < _STORY:
                found.setdefault(id(inner), inner)
    return list(found.values())


def made(markup: str) -> Tag:
    """The first element of some markup."""
    tag = BeautifulSoup(markup, "html.parser").find(True)
    assert isinstance(tag, Tag)
    return tag.extract()


def drop(tag: Tag) -> None:
    """Take an element out, with all that is in it."""
    tag.decompose()


def hide(tag: Tag) -> None:
    """Keep an element from the eyes of readers."""
    tag["style"] = "display:none"


def push_off(tag: Tag) -> None:
    """Keep an element for screen readers alone, as a class of many themes does."""
    tag["style"] = "position:absolute;left:-9999px"


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


def cut_short(tag: Tag) -> None:
    """Leave the first quarter of the words of an element: of more there is doubt, since such texts have shorter older forms."""
    left = len(tag.get_text().split()) // 4
    for text in list(strings(tag)):
        kept = text.split()[:left]
        left -= len(kept)
        text.replace_with(NavigableString(" ".join(kept)))


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


def story_of(soup: BeautifulSoup, original: str) -> list[Tag]:
    """The paragraphs of a page that are the original's, by its markup, word for word at their beginning."""
    theirs = " ".join(
        " ".join(tag.get_text().split()) for tag in _in_article(BeautifulSoup(original, "html.parser"))
    )
    return [tag for tag in paragraphs(soup) if " ".join(tag.get_text().split())[:_OPENING] in theirs]


def _in_article(soup: BeautifulSoup) -> list[Tag]:
    inside = soup.find("article")
    return [*inside.find_all("p")] if isinstance(inside, Tag) else []


def last_of_story(soup: BeautifulSoup) -> Tag | None:
    """The last paragraph of the story, with what stands below it; None where there is no story."""
    found = paragraphs(soup)
    return found[-1] if found else None
