"""The pictures and embeds of the second reading, and what stands in markup that is no part of the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString

from licheck.model.page import Embed, Image, Link, Script
from licheck.readers.html_embeds import MOST, embed, post
from licheck.readers.html_images import MOST_SOURCES, of_sources, picture
from licheck.readers.second_soup import Soup
from licheck.text import collapse

_WITH_INNER = ("object", "video", "audio", "amp-video", "amp-audio")  # embeds whose address may stand inside


def image_of(soup: Soup, tag: Tag, block: int, offset: int, box: int, link: str, hidden: str) -> Image:
    """A picture."""
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


def embed_of(soup: Soup, tag: Tag, block: int, offset: int, box: int, hidden: str) -> Embed | None:
    """What an element shows from elsewhere; None for nothing."""
    inner = tag.select_one("source[src],embed[src],param[name=movie]") if tag.name in _WITH_INNER else None
    address = (soup.attr(inner, "src") or soup.attr(inner, "value") or "") if inner is not None else ""
    return embed(partial(soup.attr, tag), tag.name, address, block, offset, box, hidden)


def post_of(soup: Soup, tag: Tag, block: int, offset: int, box: int, hidden: str) -> Embed | None:
    """The post that a script makes of a quotation; None where nothing tells which."""
    inside = (each for each in islice(tag.descendants, MOST) if isinstance(each, Tag))
    links = [soup.attr(link, "href") or "" for link in inside if link.name == "a"]
    return post(partial(soup.attr, tag), links, block, offset, box, hidden)


class Dead(NamedTuple):
    """Markup that is no part of the page: its text, and what it would load if it were."""

    text: str
    images: list[Image]
    embeds: list[Embed]
    scripts: list[Script]
    links: list[Link]


def dead(markup: str, block: int, offset: int, box: int, why: str) -> Dead:
    """What stands in a comment, or where scripts are off; `why` nobody sees it."""
    inner = Soup(markup)
    found = Dead(collapse(" ".join(_texts(inner))), [], [], [], [])
    for tag, _ in inner.elements:
        if tag.name == "img":
            found.images.append(image_of(inner, tag, block, offset, box, "", why))
        elif tag.name == "iframe":
            found.embeds.extend(filter(None, [embed_of(inner, tag, block, offset, box, why)]))
        elif tag.name == "script" and (src := inner.attr(tag, "src")):
            found.scripts.append(Script(src, offset, why))
        elif tag.name == "a" and (href := inner.attr(tag, "href")) is not None:
            rel = inner.attr(tag, "rel") or ""
            found.links.append(Link(href, collapse(inner.text(tag.get_text())), -1, 0, 0, offset, rel, why))
    return found


def _texts(inner: Soup) -> Iterator[str]:
    """The texts in a tree but for those of scripts and style sheets."""
    for string in inner.root.descendants:
        if type(string) is not NavigableString or string.parent is None:
            continue
        if string.parent.name not in ("script", "style"):
            yield inner.text(string)
