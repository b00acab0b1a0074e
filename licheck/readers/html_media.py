"""What a page shows besides words, out of the elements of its tree: pictures, embeds, and what dead markup would load."""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

import turbohtml
from turbohtml import Element

from licheck.model.page import Embed, Image, Link, Script
from licheck.readers.html_embeds import MOST, embed, post
from licheck.readers.html_images import MOST_SOURCES, Attributes, of_sources, picture
from licheck.readers.html_position import as_written, offset_of
from licheck.text import collapse

_LONGEST_DEAD = 200_000  # characters of commented-out markup that are read; longer comments are only text
_WITH_INNER = ("object", "video", "audio", "amp-video", "amp-audio")  # embeds whose address may stand inside


class Dead(NamedTuple):
    """Markup that is no part of the page: its text, and what it would load or link to."""

    text: str
    images: tuple[Image, ...] = ()
    scripts: tuple[Script, ...] = ()
    embeds: tuple[Embed, ...] = ()
    links: tuple[Link, ...] = ()


def image(node: Any, tag: str, offset: int, container: int, block: int, link: str, hidden: str) -> Image:
    """A picture, with what the page says about it."""
    drawn = ("", "")
    if tag == "svg":
        use = node.select_one("use")
        src = (use.attr("href") or use.attr("xlink:href") or "") if use is not None else ""
        drawn = src, collapse(node.text)
    around = node.parent
    sources = ""
    if type(around) is Element and around.tag == "picture":
        sources = of_sources(
            each.attr for each in islice(around.children, MOST_SOURCES) if type(each) is Element
        )
    return picture(_attributes(node), tag, block, offset, container, link, hidden, drawn, sources)


def background(node: Any, url: str, container: int, block: int, hidden: str) -> Image:
    """A picture that a style attribute shows as background."""
    attr = _attributes(node)
    title = attr("title") or ""
    label = attr("aria-label") or title
    return Image(url, label, title, block, offset_of(node), container, tag="background", hidden=hidden)


def embedded(node: Any, tag: str, offset: int, container: int, block: int, hidden: str) -> Embed | None:
    """Something from elsewhere that the page shows within itself; None for what names nothing."""
    inner = node.select_one("source[src],embed[src],param[name=movie]") if tag in _WITH_INNER else None
    address = (inner.attr("src") or inner.attr("value") or "") if inner is not None else ""
    return embed(node.attr, tag, address, block, offset, container, hidden)


def quoted_post(node: Any, container: int, block: int, hidden: str) -> Embed | None:
    """A quotation that a script makes a post of; None for one without an address."""
    links = [
        each.attr("href") or ""
        for each in islice(node.descendants, MOST)
        if type(each) is Element and each.tag == "a"
    ]
    return post(node.attr, links, block, offset_of(node), container, hidden)


def _attributes(node: Any) -> Attributes:
    """An element's attributes, with the line ends that they are written with."""

    def attr(name: str) -> str | None:
        value = node.attr(name)
        return as_written(value) if value else value

    return attr


def dead(data: str, offset: int, container: int, block: int, why: str) -> Dead:
    """What stands in a comment or a `<noscript>`; all of it is hidden, for the reason `why`."""
    if "<" not in data or len(data) > _LONGEST_DEAD:
        return Dead(collapse(data))
    fragment = turbohtml.parse_fragment(data)
    frames = fragment.select("iframe") if "<iframe" in data else ()
    embeds = [embedded(node, node.tag, offset, container, block, why) for node in frames]
    images = [image(node, "img", offset, container, block, "", why) for node in fragment.select("img")]
    scripts = [Script(node.attr("src") or "", offset, why) for node in fragment.select("script[src]")]
    links = [
        Link(node.attr("href") or "", collapse(node.text), -1, 0, 0, offset, node.attr("rel") or "", why)
        for node in fragment.select("a[href]")
    ]
    for node in fragment.select("script,style"):
        node.decompose()
    text = collapse(" ".join(fragment.strings))
    return Dead(text, tuple(images), tuple(scripts), tuple(filter(None, embeds)), tuple(links))
