"""Ways of breaking what has an address: links, what the head says of the page, logos, counters, licences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Final
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.addresses import is_on
from licheck.text import fold
from licheck.trials.desk import Desk, Target, Way, Which, counted, each, its_blocks, its_elements
from licheck.trials.markup import (
    block,
    comment_out,
    drop,
    element,
    hide,
    last_of_story,
    made,
    paragraphs,
    push_off,
    story_of,
    strings,
)

_ELSEWHERE = "https://elsewhere.example/page"


def _to_publisher(soup: BeautifulSoup, target: Target) -> list[Tag]:
    domains = target.rule_set.publisher.domains
    return [tag for tag in soup.find_all("a") if is_on(str(tag.get("href", "")), domains)]


def _at_evidence(soup: BeautifulSoup, target: Target) -> list[Tag]:
    found = [element(soup, piece) for piece in counted(target)]
    links = [
        tag if tag.name == "a" else tag.find_parent("a") or tag.find("a") for tag in found if tag is not None
    ]
    return [tag for tag in links if isinstance(tag, Tag)]


def _of_story(soup: BeautifulSoup, target: Target) -> list[Tag]:
    """The first link in the story that is the original's, too, and not one to the publisher."""
    domains = target.rule_set.publisher.domains
    inside = [tag for paragraph in paragraphs(soup) for tag in paragraph.find_all("a")]
    return [
        tag
        for tag in inside
        if str(tag.get("href")) in target.original and not is_on(str(tag.get("href", "")), domains)
    ][:1]


def _unlink(tag: Tag) -> None:
    tag.unwrap()


def _lead_astray(tag: Tag) -> None:
    tag["href"] = _ELSEWHERE


def _hidden(desk: Desk, target: Target) -> bool:
    """The links are hidden; in the story's own words, which are to stay, they are taken out."""
    found = _to_publisher(desk.page, target)
    story = {id(tag) for tag in story_of(desk.page, target.original)}
    for tag in found:
        if any(id(above) in story for above in tag.parents):
            tag.unwrap()
        else:
            hide(tag)
    return bool(found)


def _twice_begun(tag: Tag) -> None:
    """Pasted behind the "http://" that stood in the field already."""
    tag["href"] = f"http://{tag['href']}"


def _without_scheme(tag: Tag) -> None:
    """Typed as it is spoken: the link leads to a page of the site itself, which does not exist."""
    tag["href"] = re.sub(r"^(?:https?:)?//", "", str(tag["href"]))


def _nofollow(tag: Tag) -> None:
    tag["rel"] = "nofollow"


def _say_nothing(tag: Tag) -> None:
    for text in list(strings(tag)):
        text.replace_with(NavigableString("this and more"))


def _metas(name: str) -> Which:
    def which(soup: BeautifulSoup, _target: Target) -> list[Tag]:
        if name == "canonical":
            return [tag for tag in soup.find_all("link") if "canonical" in (tag.get("rel") or ())]
        return [tag for tag in soup.find_all("meta") if str(tag.get("name", "")).lower() == name]

    return which


def _index(tag: Tag) -> None:
    tag["content"] = "index, follow"


def _second(tag: Tag) -> None:
    """A plugin adds the page's own canonical address to that of the original."""
    tag.insert_before(made(f'<link rel="canonical" href="{_ELSEWHERE}">'))


def _tiny(tag: Tag) -> None:
    tag["width"], tag["height"] = "16", "16"


def _logo_shown(desk: Desk, target: Target) -> bool:
    heading = desk.page.find("h1")
    if not isinstance(heading, Tag):
        return False
    name = target.rule_set.publisher.name
    file = re.sub(r"[^a-z0-9]+", "-", fold(name))
    heading.insert_after(
        made(f'<img src="/logos/{file}-logo.png" alt="{escape(name)} logo" width="180" height="60">')
    )
    return True


def _lazy_for_good(tag: Tag) -> None:
    tag["data-src"] = tag["src"]
    del tag["src"]


def _another_id(desk: Desk, target: Target) -> bool:
    """The code of another story was pasted. Only where the original's address tells which number is right."""
    pattern = getattr(target.requirement, "id_in_url", None)
    canonical = BeautifulSoup(target.original, "html.parser").find("link", rel="canonical")
    url = str(canonical.get("href", "")) if isinstance(canonical, Tag) else ""
    found = pattern.search(url) if pattern is not None else None
    done = False
    for tag in _COUNTER(desk.page, target) if found else ():
        src, number = str(tag["src"]), str(found[1]) if found else ""
        if number and number in src:
            tag["src"] = src.replace(number, _next(number))
            done = True
    return done


def _next(number: str) -> str:
    return str(int(number) + 7) if number.isdecimal() else f"{number}-again"


def _proxied(tag: Tag) -> None:
    """As an image service rewrites the addresses of all pictures."""
    parts = urlsplit(str(tag["src"]))
    tag["src"] = f"https://i0.wp.com/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _escape(tag: Tag) -> None:
    """Pasted into the visual editor instead of that for HTML."""
    tag.replace_with(NavigableString(str(tag)))


def _only_without_scripts(tag: Tag) -> None:
    tag.wrap(made("<noscript></noscript>"))


_PICTURE: Final = its_elements("img", "svg", "amp-img")
_COUNTER: Final = its_elements("img", "script", "amp-pixel", "iframe")
_LOADED: Final = its_elements("img", "script")


def _another_licence(desk: Desk, target: Target) -> bool:
    """The site's template gives every story under the site's own licence: CC BY, for one that is under that CC BY-NC."""
    right = [tag for tag in desk.page.find_all("a") if _DEED.search(str(tag.get("href", "")))]
    granted = " ".join(
        (
            *(str(tag["href"]) for tag in right),
            str(getattr(target.requirement, "licence", "")).lower(),
            target.rule_set.licence.lower(),
        )
    )
    code, name = ("by-nc", "CC BY-NC 4.0") if _FREEST.search(granted) else ("by", "CC BY 4.0")
    said = made(
        f'<p>This article is licensed under <a rel="license" href="https://creativecommons.org/licenses/{code}/4.0/">{name}</a>.</p>'
    )
    for tag in right:
        if not tag.decomposed:
            _take_out(block(tag), tag)
    last = last_of_story(desk.page)
    if last is None:
        return False
    last.insert_after(said)
    return True


def _no_licence(desk: Desk, target: Target) -> bool:
    named = bool(getattr(target.requirement, "named", False))
    return named and each(its_blocks, drop)(desk, target)


def _take_out(around: Tag, link: Tag) -> None:
    """Take out a licence that is named, with the line that names nothing else."""
    others = [tag for tag in around.find_all("a") if not _DEED.search(str(tag.get("href", "")))]
    if others or around.name not in ("p", "li", "div", "footer") or len(around.get_text()) > 300:
        link.decompose()
    else:
        around.decompose()


_DEED = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/")
_FREEST = re.compile(r"licenses/by/|^(?:\S* )?cc[- ]by(?:-\d\.\d)?(?:$|[^-\w ])", re.I)


def _behind_paywall(desk: Desk, _target: Target) -> bool:
    """As publishers mark it for search engines (schema.org, isAccessibleForFree)."""
    head = desk.page.find("head")
    if not isinstance(head, Tag):
        return False
    data = desk.page.new_tag("script", type="application/ld+json")
    data.string = '{"@context": "https://schema.org", "@type": "NewsArticle", "isAccessibleForFree": false}'
    head.append(data)
    return True


def _locked(desk: Desk, _target: Target) -> bool:
    """As publishers mark it for social networks (Open Graph, article:content_tier)."""
    head = desk.page.find("head")
    if isinstance(head, Tag):
        head.append(made('<meta property="article:content_tier" content="locked">'))
    return isinstance(head, Tag)


def _lost(which: Which) -> dict[str, Way]:
    return {"not linked": each(which, _unlink), "leads elsewhere": each(which, _lead_astray)}


TO_PUBLISHER: Final[Mapping[str, Way]] = {
    **_lost(_to_publisher),
    "begun twice": each(_to_publisher, _twice_begun),
    "without a scheme": each(_to_publisher, _without_scheme),
    "hidden": _hidden,
}
AT_EVIDENCE: Final[Mapping[str, Way]] = _lost(_at_evidence)
ANCHOR: Final[Mapping[str, Way]] = {
    "says nothing": each(_at_evidence, _say_nothing),
    "hidden": each(_at_evidence, hide),
    **AT_EVIDENCE,
}
INDEXABLE: Final[Mapping[str, Way]] = {"nofollow": each(_to_publisher, _nofollow)}
CANONICAL: Final[Mapping[str, Way]] = {
    "taken out": each(_metas("canonical"), drop),
    "leads elsewhere": each(_metas("canonical"), _lead_astray),
    "commented out": each(_metas("canonical"), comment_out),
    "another as well": each(_metas("canonical"), _second),
}
NOINDEX: Final[Mapping[str, Way]] = {
    "taken out": each(_metas("robots"), drop),
    "commented out": each(_metas("robots"), comment_out),
    "index": each(_metas("robots"), _index),
}
KEPT: Final[Mapping[str, Way]] = _lost(_of_story)
LOGO: Final[Mapping[str, Way]] = {
    "taken out": each(_PICTURE, drop),
    "hidden": each(_PICTURE, hide),
    "off screen": each(_PICTURE, push_off),
    "commented out": each(_PICTURE, comment_out),
    "favicon": each(its_elements("img"), _tiny),
}
NO_LOGO: Final[Mapping[str, Way]] = {"shown": _logo_shown}
PIXEL: Final[Mapping[str, Way]] = {
    "taken out": each(_COUNTER, drop),
    "commented out": each(_COUNTER, comment_out),
    "only data-src": each(_LOADED, _lazy_for_good),
    "escaped": each(_COUNTER, _escape),
    "only without scripts": each(its_elements("img"), _only_without_scripts),
    "through another server": each(its_elements("img"), _proxied),
    "of another story": _another_id,
}
LICENCE: Final[Mapping[str, Way]] = {"another": _another_licence, "not named": _no_licence}
PAYWALL: Final[Mapping[str, Way]] = {"for subscribers": _behind_paywall, "locked": _locked}
