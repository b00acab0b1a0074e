"""Links and pictures as other systems would write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag

from licheck.trials.markup import made
from licheck.trials.surroundings import Dress

_ABROAD = ("http://", "https://")


def _tracked_links(soup: BeautifulSoup) -> bool:
    links = [tag for tag in soup.find_all("a") if str(tag.get("href", "")).startswith("http")]
    for tag in links:
        address, _, part = str(tag["href"]).partition("#")
        joint = "&" if "?" in address else "?"
        tag["href"] = f"{address}{joint}utm_source=newsletter&utm_medium=email" + (f"#{part}" if part else "")
    return bool(links)


def _wrapped_links(soup: BeautifulSoup) -> bool:
    """As they come out of a document that was written together online, and pasted."""
    links = [tag for tag in soup.find_all("a") if str(tag.get("href", "")).startswith(_ABROAD)]
    for tag in links:
        told = quote(str(tag["href"]), safe="")
        tag["href"] = (
            f"https://www.google.com/url?q={told}&sa=D&source=editors&ust=1760000000000000&usg=AOvVaw0"
        )
    return bool(links)


def _links_in_windows(soup: BeautifulSoup) -> bool:
    links = [tag for tag in soup.find_all("a") if str(tag.get("href", "")).startswith(_ABROAD)]
    for tag in links:
        tag["target"] = "_blank"
        tag["rel"] = " ".join((*filter(None, tag.get_attribute_list("rel")), "noopener", "noreferrer"))
        tag["href"] = re.sub(r"^https:", "", str(tag["href"]))
        tag.append(
            made(
                '<svg class="icon-external" width="12" height="12" aria-hidden="true"><path d="M0 0h9v9"></path></svg>'
            )
        )
    return bool(links)


def _pictures(soup: BeautifulSoup) -> list[Tag]:
    return [tag for tag in soup.find_all("img") if tag.get("src") and not is_counter(tag)]


def is_counter(tag: Tag) -> bool:
    """Whether a picture is a page counter."""
    small = str(tag.get("width")) in ("0", "1") or str(tag.get("height")) in ("0", "1")
    return small or "pixel" in str(tag.get("src"))


def _lazy_pictures(soup: BeautifulSoup) -> bool:
    for tag in (found := _pictures(soup)):
        tag["loading"], tag["decoding"] = "lazy", "async"
        tag["srcset"] = f"{tag['src']} 1x, {tag['src']} 2x"
    return bool(found)


def _pictures_by_script(soup: BeautifulSoup) -> bool:
    """A script loads each picture when it comes into view; without scripts there is another."""
    for tag in (found := _pictures(soup)):
        plain = made(f"<noscript>{tag}</noscript>")
        tag["data-src"], tag["class"] = tag["src"], "lazyload"
        tag["src"] = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
        tag.insert_after(plain)
    return bool(found)


def _picture_elements(soup: BeautifulSoup) -> bool:
    for tag in (found := _pictures(soup)):
        around = tag.wrap(made("<picture></picture>"))
        around.insert(
            0, made(f'<source type="image/webp" srcset="{tag["src"]}.webp 640w, {tag["src"]}.webp 1280w">')
        )
    return bool(found)


def _old_captions(soup: BeautifulSoup) -> bool:
    """Pictures as systems wrote them before there was an element for captions."""
    figures = [tag for tag in soup.find_all("figure") if tag.find("figcaption") is not None]
    for tag in figures:
        tag.name, tag["class"] = "div", "wp-caption aligncenter"
        for caption in tag.find_all("figcaption"):
            caption.name, caption["class"] = "p", "wp-caption-text"
    return bool(figures)


LINKS_AND_PICTURES: Final[Mapping[str, Dress]] = {
    "tracked links": _tracked_links,
    "wrapped links": _wrapped_links,
    "links in new windows": _links_in_windows,
    "lazy pictures": _lazy_pictures,
    "pictures by script": _pictures_by_script,
    "picture elements": _picture_elements,
    "old captions": _old_captions,
}
"""Name -> dress."""
