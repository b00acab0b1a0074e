"""The same page as other systems would write it: what complies must comply in every dress."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import Doctype, NavigableString

from licheck.trials.markup import paragraphs, strings

Dress = Callable[[BeautifulSoup], bool]
"""Edits the tree of a page; whether there was anything to edit."""


def _tracked_links(soup: BeautifulSoup) -> bool:
    links = [tag for tag in soup.find_all("a") if str(tag.get("href", "")).startswith("http")]
    for tag in links:
        address, _, part = str(tag["href"]).partition("#")
        joint = "&" if "?" in address else "?"
        tag["href"] = f"{address}{joint}utm_source=newsletter&utm_medium=email" + (f"#{part}" if part else "")
    return bool(links)


def _lazy_pictures(soup: BeautifulSoup) -> bool:
    pictures = [tag for tag in soup.find_all("img") if not _is_counter(tag)]
    for tag in pictures:
        tag["loading"], tag["decoding"] = "lazy", "async"
        tag["srcset"] = f"{tag['src']} 1x, {tag['src']} 2x"
    return bool(pictures)


def _is_counter(tag: Tag) -> bool:
    return str(tag.get("width")) in ("0", "1") or str(tag.get("height")) in ("0", "1")


def _curly_quotes(soup: BeautifulSoup) -> bool:
    done = False
    for text in strings(soup.body or soup):
        told = text.replace("'", "\u2019").replace(" - ", " \u2013 ")
        if told != text:
            text.replace_with(NavigableString(told))
            done = True
    return done


def _boxes(soup: BeautifulSoup) -> bool:
    heading, found = soup.find("h1"), paragraphs(soup)
    if not isinstance(heading, Tag) or len(found) < 3:
        return False
    heading.insert_before(_made('<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>'))
    box = '<div class="newsletter"><h3>Our newsletter</h3><p>Every Friday in your inbox.</p><form><input name="mail"><button>Sign up</button></form></div>'
    found[1].insert_after(_made(box))
    more = '<aside class="related"><h3>More stories</h3><ul><li><a href="/a">Council to vote on new roof</a></li><li><a href="/b">Market moves to the square</a></li></ul></aside>'
    if isinstance(inside := soup.find("article"), Tag):
        inside.insert_after(_made(more))
    return True


def _made(markup: str) -> Tag:
    tag = BeautifulSoup(markup, "html.parser").find(True)
    assert isinstance(tag, Tag)
    return tag


def _wrapped(soup: BeautifulSoup) -> bool:
    found = paragraphs(soup, least=1)
    for tag in found:
        tag.wrap(_made('<div class="wp-block-group"></div>'))
        for text in list(strings(tag)):
            text.wrap(soup.new_tag("span"))
    return bool(found)


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
        tag.name = "amp-pixel" if _is_counter(tag) else "amp-img"
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
    "tracked links": _tracked_links,
    "lazy pictures": _lazy_pictures,
    "curly quotes": _curly_quotes,
    "boxes around": _boxes,
    "more elements": _wrapped,
    "minified": _no_breaks,
    "AMP": _amp,
    "no doctype": _xhtml,
}
"""Name -> dress."""


def entities(source: str) -> str:
    """A page with its quotation marks, dashes and accents written as numbers."""
    head, body, rest = source.partition("<body")
    return head + body + re.sub(r"[\u00a0-\uffff]", lambda sign: f"&#{ord(sign[0])};", rest)
