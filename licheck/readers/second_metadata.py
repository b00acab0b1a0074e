"""The metadata of a page in the second reading; see `licheck.readers.html_metadata`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bs4 import Tag

from licheck.model.page import Meta
from licheck.readers.html_metadata import META_NAMES, MOST_TIMES, RELATIONS, TIME, TIME_PUBLISHED, json_ld
from licheck.readers.second_closing import IN_HEAD
from licheck.readers.second_soup import Soup
from licheck.text import collapse


def read_metadata(soup: Soup, source: str) -> tuple[Meta, ...]:
    """All metadata."""
    named: dict[str, list[Tag]] = defaultdict(list)
    for tag, _ in soup.elements:
        named[tag.name].append(tag)
    found: list[Meta] = []
    language = next((soup.attr(tag, "lang") for tag in named["html"]), None)
    if language:
        found.append(Meta("language", language, "html lang", max(source.find("lang="), 0)))
    title = next((tag for tag in named["title"] if not _is_drawn(tag)), None)
    if title is not None and (words := collapse(soup.text(title.get_text()))):
        found.append(Meta("title", words, "title element", soup.offset(title)))
    for tag in named["meta"]:
        found.extend(_meta(soup, tag))
    body = next((soup.offset(tag) for tag, _ in soup.elements if tag.name not in IN_HEAD), len(source))
    for tag in named["link"]:
        found.extend(_links(soup, tag, soup.offset(tag) < body))
    for tag in named["script"]:
        if (soup.attr(tag, "type") or "").lower() == "application/ld+json":
            found.extend(json_ld(soup.raw(tag.get_text()), soup.offset(tag), source))
    return (*found, *(meta for tag in named["time"][:MOST_TIMES] for meta in _time(soup, tag)))


def _is_drawn(title: Tag) -> bool:
    return title.parent is not None and title.parent.name in ("svg", "symbol", "g")


def _meta(soup: Soup, tag: Tag) -> Iterator[Meta]:
    names = (soup.attr(tag, name) for name in ("property", "name", "itemprop", "http-equiv"))
    key = next(filter(None, names), "").strip()
    value = (soup.attr(tag, "content") or "").strip()
    if key and value:
        yield Meta(META_NAMES.get(key.lower(), key.lower()), value, f'meta "{key}"', soup.offset(tag))


def _links(soup: Soup, tag: Tag, before_body: bool) -> Iterator[Meta]:
    href = soup.attr(tag, "href")
    if href is None:
        return
    told = (soup.attr(tag, "rel") or "").lower().split()
    for name, meta in RELATIONS:
        if name in told:
            inside = before_body or (tag.parent is not None and tag.parent.name == "head")
            where = f"link rel={name}" + ("" if inside else ", not in the head")
            yield Meta(meta, href.strip(), where, soup.offset(tag))


def _time(soup: Soup, tag: Tag) -> Iterator[Meta]:
    value = (soup.attr(tag, "datetime") or "").strip()
    if value:
        said = soup.attr(tag, "itemprop") == "datePublished" or "pubdate" in tag.attrs
        yield Meta("date", value, TIME_PUBLISHED if said else TIME, soup.offset(tag))
