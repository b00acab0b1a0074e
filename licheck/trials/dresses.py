"""The same page as other systems would write it: what complies must comply in every dress."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString

from licheck.trials.link_dresses import LINKS_AND_PICTURES, is_counter
from licheck.trials.markup import made, paragraphs, strings
from licheck.trials.styles import STYLES
from licheck.trials.surroundings import SURROUNDINGS, Dress
from licheck.trials.text_dresses import TEXT


def _wrapped(soup: BeautifulSoup) -> bool:
    found = paragraphs(soup, least=1)
    for tag in found:
        tag.wrap(made('<div class="wp-block-group"></div>'))
        for text in list(strings(tag)):
            text.wrap(soup.new_tag("span"))
    return bool(found)


def _divisions(soup: BeautifulSoup) -> bool:
    """Nothing but `div`: no article, no paragraphs."""
    names = {"article": "post", "main": "wrap", "header": "top", "footer": "bottom", "p": "text"}
    for tag in soup.find_all(list(names)):
        tag["class"] = names[tag.name]
        tag.name = "div"
    return True


def _line_breaks(soup: BeautifulSoup) -> bool:
    """All paragraphs in one element, with two line breaks between them, as old systems keep a text."""
    found = [
        tag for tag in paragraphs(soup, least=1) if tag.parent is not None and tag.parent.name == "article"
    ]
    for tag in found:
        tag.insert_after(soup.new_tag("br"))
        tag.insert_after(soup.new_tag("br"))
        tag.unwrap()
    return bool(found)


def _second_heading(soup: BeautifulSoup) -> bool:
    """The site's name is the first heading, the story's headline a second one."""
    heading, body = soup.find("h1"), soup.find("body")
    if not isinstance(heading, Tag) or not isinstance(body, Tag):
        return False
    heading.name = "h2"
    body.insert(0, made('<h1 class="site-title"><a href="/">The Morning Ledger</a></h1>'))
    return True


def _no_heading(soup: BeautifulSoup) -> bool:
    """The headline is no heading, but looks like one."""
    heading = soup.find("h1")
    if isinstance(heading, Tag):
        heading.name, heading["class"] = "div", "headline"
    return isinstance(heading, Tag)


def _tables(soup: BeautifulSoup) -> bool:
    """Laid out in tables, as pages were before there were style sheets."""
    story = soup.find("article")
    if not isinstance(story, Tag):
        return False
    story.name = "td"
    story["valign"] = "top"
    story.wrap(made("<tr></tr>")).wrap(made('<table width="760" border="0" cellpadding="0"></table>'))
    for tag in paragraphs(soup, least=1):
        for text in list(strings(tag)):
            text.wrap(soup.new_tag("font", face="Verdana", size="2"))
    return True


def _block_comments(soup: BeautifulSoup) -> bool:
    """The remarks between which a block editor keeps each paragraph."""
    found = paragraphs(soup, least=1)
    for tag in found:
        tag.insert_before(Comment(" wp:paragraph "))
        tag.insert_after(Comment(" /wp:paragraph "))
    return bool(found)


def _builder(outer: str, headline: str, text: str) -> Dress:
    """The dress of a system that keeps headline and text apart, each in boxes with names of its own."""

    def dress(soup: BeautifulSoup) -> bool:
        heading = soup.find("h1")
        inside = heading.parent if isinstance(heading, Tag) else None
        if not isinstance(heading, Tag) or inside is None or inside.name != "article":
            return False
        rest = list(heading.next_siblings)
        box = made(f'<div class="{text}"></div>')
        for piece in rest:
            box.append(piece.extract())
        heading.wrap(made(f'<header class="{headline}"></header>'))
        inside.append(box)
        inside.wrap(made(f'<div class="{outer}"></div>'))
        return True

    return dress


def _right_to_left(soup: BeautifulSoup) -> bool:
    body = soup.find("body")
    if isinstance(body, Tag):
        body["dir"] = "rtl"
    return isinstance(body, Tag)


def _print_view(soup: BeautifulSoup) -> bool:
    """The page for the printer: no menu, no foot, and where it comes from."""
    body = soup.find("body")
    if not isinstance(body, Tag):
        return False
    for tag in soup.find_all(["nav", "footer"]):
        tag.decompose()
    body["class"], body["onload"] = "print", "window.print()"
    body.append(made("<p>Printed from the Morning Ledger. All rights reserved by their owners.</p>"))
    return True


def _no_breaks(soup: BeautifulSoup) -> bool:
    """Minified: no white space between the elements, nor at the ends of lines."""
    for text in soup.find_all(string=True):
        if type(text) is NavigableString:
            text.replace_with(NavigableString(" ".join(text.split("\n")) if text.strip() else ""))
    return True


def _amp(soup: BeautifulSoup) -> bool:
    root = soup.find("html")
    if not isinstance(root, Tag) or soup.find("script") is not None:
        return False  # a counter that is a script has no place on such a page
    root["amp"] = ""
    for tag in soup.find_all("img"):
        tag.name = "amp-pixel" if is_counter(tag) else "amp-img"
        if tag.name == "amp-pixel":
            tag.attrs = {"src": tag["src"], "layout": "nodisplay"}
    return True


def _xhtml(soup: BeautifulSoup) -> bool:
    for kind in soup.find_all(string=lambda text: isinstance(text, Doctype)):
        kind.extract()
    if isinstance(root := soup.find("html"), Tag):
        root["xmlns"] = "http://www.w3.org/1999/xhtml"
    return True


DRESSES: Final[Mapping[str, Dress]] = {
    **LINKS_AND_PICTURES,
    "more elements": _wrapped,
    "divisions only": _divisions,
    "no heading": _no_heading,
    "tables": _tables,
    "block comments": _block_comments,
    "line breaks": _line_breaks,
    "second heading": _second_heading,
    "block editor": _builder(
        "wp-site-blocks", "wp-block-group alignwide", "entry-content wp-block-post-content"
    ),
    "newsletter platform": _builder("single-post-container", "post-header", "available-content body markup"),
    "membership platform": _builder("gh-viewport", "gh-article-header gh-canvas", "gh-content gh-canvas"),
    "newspaper system": _builder("fusion-app", "b-headline", "b-article-body article-body-wrapper"),
    "broadcaster's system": _builder(
        "ArticlePage-main", "ArticlePage-headline", "RichTextArticleBody RichTextBody"
    ),
    "right to left": _right_to_left,
    "print view": _print_view,
    "minified": _no_breaks,
    "AMP": _amp,
    "no doctype": _xhtml,
    **TEXT,
    **STYLES,
    **SURROUNDINGS,
}
"""Name -> dress."""


def _entities(source: str) -> str:
    """Quotation marks, dashes and accents written as numbers."""
    head, body, rest = source.partition("<body")
    rest = re.sub(r"[\u00a0-\uffff]", lambda sign: f"&#{ord(sign[0])};", rest)
    return (
        head
        + body
        + re.sub(r"(?<=>)[^<]+", lambda text: text[0].replace('"', "&quot;").replace("'", "&#39;"), rest)
    )


def _windows_file(source: str) -> str:
    """A byte order mark, and the line ends of Windows."""
    return "\ufeff" + source.replace("\r\n", "\n").replace("\n", "\r\n")


def _decomposed(source: str) -> str:
    """Accents as signs of their own, as one maker's file system has them."""
    head, body, rest = source.partition("<body")
    return head + body + unicodedata.normalize("NFD", rest)


def _as_xml(source: str) -> str:
    """With the first line of an XML file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{source}'


def _capitals(source: str) -> str:
    """Names of elements in capitals, and values without quotation marks where that is permitted."""
    loud = re.sub(r"</?[a-z][a-z0-9]*(?=[\s/>])", lambda tag: tag[0].upper(), source)
    return re.sub(r'(\s(?:class|id|width|height|lang|name))="([\w-]+)"(?=[\s>])', r"\1=\2", loud)


SOURCES: Final[Mapping[str, Callable[[str], str]]] = {
    "entities": _entities,
    "Windows file": _windows_file,
    "capitals": _capitals,
    "decomposed accents": _decomposed,
    "XML": _as_xml,
}
"""Name -> dress of the page as text."""


def dressed(source: str) -> Iterator[tuple[str, str]]:
    """The page in every dress that has anything to change in it, by name."""
    for name, dress in DRESSES.items():
        soup = BeautifulSoup(source, "html.parser")
        if dress(soup):
            yield name, str(soup)
    for name, rewrite in SOURCES.items():
        yield name, rewrite(source)
