"""The ways in which each kind of requirement is broken.

A way is a function: it edits the page's tree and tells whether there was anything to break. What it breaks is found by
the evidence on which the requirement passed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.addresses import is_on
from licheck.model.finding import Evidence, Finding
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.text import fold
from licheck.trials.markup import (
    block,
    blocks,
    comment_out,
    element,
    empty,
    hide,
    paragraphs,
    rewrite,
    strings,
)


class Target(NamedTuple):
    """What is to be broken: a requirement that passed, its finding, its rule set, and who wrote the story."""

    requirement: Requirement
    finding: Finding
    rule_set: RuleSet
    people: tuple[str, ...] = ()
    original: str = ""


Way = Callable[[BeautifulSoup, Target], bool]
_ELSEWHERE = "https://elsewhere.example/page"


def _counted(target: Target) -> list[Evidence]:
    return [piece for piece in target.finding.evidence if piece.counts and not piece.path]


def _each(do: Callable[[Tag], None]) -> Way:
    """The way that does something to every block in which the evidence stands."""

    def way(soup: BeautifulSoup, target: Target) -> bool:
        found = blocks(soup, _counted(target))
        for tag in found:
            do(tag)
        return bool(found)

    return way


def _elements(names: tuple[str, ...], do: Callable[[Tag], None]) -> Way:
    """The way that does something to every element of these names at which the evidence stands."""

    def way(soup: BeautifulSoup, target: Target) -> bool:
        found = {id(tag): tag for piece in _counted(target) if (tag := element(soup, piece)) is not None}
        taken = [tag for tag in found.values() if tag.name in names]
        for tag in taken:
            do(tag)
        return bool(taken)

    return way


def _drop(tag: Tag) -> None:
    tag.decompose()


def _no_name(soup: BeautifulSoup, target: Target) -> bool:
    done = False
    for name in _names(target):
        while rewrite(soup, name, "Newsroom staff"):
            done = True
    return done


def _misspelt(soup: BeautifulSoup, target: Target) -> bool:
    def wrong(name: str) -> str:
        return f"{name[:-3]}{name[-2]}{name[-3]}{name[-1]}x"

    done = [rewrite(soup, name, wrong(name)) for name in target.people if len(name) > 6]
    return any(done)


def _each_naming(do: Callable[[Tag], None]) -> Way:
    """The way that does something to every short block that names a writer: a second credit would do as well."""

    def way(soup: BeautifulSoup, target: Target) -> bool:
        found = {id(tag): tag for tag in blocks(soup, _counted(target))}
        for name in _names(target):
            for text in soup.find_all(string=re.compile(re.escape(name), re.I)):
                tag = block(text.parent) if isinstance(text.parent, Tag) else None
                if tag is not None and tag.name not in _FRAME and len(tag.get_text()) < _CREDIT:
                    found.setdefault(id(tag), tag)
        outer = [tag for tag in found.values() if not any(id(above) in found for above in tag.parents)]
        for tag in outer:
            do(tag)
        return bool(outer)

    return way


def _names(target: Target) -> tuple[str, ...]:
    return target.people or tuple(re.findall(r"^(.+?) (?:is|are) credited", target.finding.reason))


_FRAME = ("html", "head", "body", "article", "main", "title")
_CREDIT = 400  # characters of a block that is a credit, or a note on the author


def _no_publisher(soup: BeautifulSoup, target: Target) -> bool:
    done = False
    for tag in blocks(soup, _counted(target)):
        for name in target.rule_set.publisher.names:
            while rewrite(tag, name, ""):
                done = True
    return done


def _links_to_publisher(soup: BeautifulSoup, target: Target) -> list[Tag]:
    domains = target.rule_set.publisher.domains
    return [tag for tag in soup.find_all("a") if is_on(str(tag.get("href", "")), domains)]


def _links_at_evidence(soup: BeautifulSoup, target: Target) -> list[Tag]:
    found = [element(soup, piece) for piece in _counted(target)]
    links = [
        tag if tag.name == "a" else tag.find_parent("a") or tag.find("a") for tag in found if tag is not None
    ]
    return [tag for tag in links if isinstance(tag, Tag)]


def _links(which: Callable[[BeautifulSoup, Target], list[Tag]], do: Callable[[Tag], None]) -> Way:
    def way(soup: BeautifulSoup, target: Target) -> bool:
        found = which(soup, target)
        for tag in found:
            do(tag)
        return bool(found)

    return way


def _unlink(tag: Tag) -> None:
    tag.unwrap()


def _lead_astray(tag: Tag) -> None:
    tag["href"] = _ELSEWHERE


def _nofollow(tag: Tag) -> None:
    tag["rel"] = "nofollow"


def _say_nothing(tag: Tag) -> None:
    for text in list(strings(tag)):
        text.replace_with(NavigableString("this and more"))


def _tiny(tag: Tag) -> None:
    tag["width"], tag["height"] = "16", "16"


def _lazy_for_good(tag: Tag) -> None:
    tag["data-src"] = tag["src"]
    del tag["src"]


def _another_id(tag: Tag) -> None:
    tag["src"] = re.sub(r"\d{3,}", lambda found: str(int(found[0]) + 7), str(tag["src"]))


def _metas(name: str) -> Callable[[BeautifulSoup, Target], list[Tag]]:
    def which(soup: BeautifulSoup, _target: Target) -> list[Tag]:
        if name == "canonical":
            return [tag for tag in soup.find_all("link") if "canonical" in (tag.get("rel") or ())]
        return [tag for tag in soup.find_all("meta") if str(tag.get("name", "")).lower() == name]

    return which


def _index(tag: Tag) -> None:
    tag["content"] = "index, follow"


def _other_headline(soup: BeautifulSoup, _target: Target) -> bool:
    heading = soup.find("h1")
    if not isinstance(heading, Tag):
        return False
    heading.string = "Residents quarrel about the matter again"
    return True


def _number(soup: BeautifulSoup, target: Target) -> bool:
    for tag in paragraphs(soup):
        for text in strings(tag):
            found = re.search(r"\b\d{2,}\b", text)
            if found and found[0] in target.original:
                other = str(int(found[0]) + 13)
                text.replace_with(NavigableString(text[: found.start()] + other + text[found.end() :]))
                return True
    return False


_QUOTATION = re.compile(r"[“«„]([^“”«»„]{30,}?)[”»“]")


def _quotation(soup: BeautifulSoup, _target: Target) -> bool:
    for tag in paragraphs(soup):
        for text in strings(tag):
            found = _QUOTATION.search(text)
            words = found[1].split() if found else []
            if found and len(words) >= 5:
                told = " ".join([*words[:2], "gladly", "never", *words[4:]])
                text.replace_with(NavigableString(text[: found.start(1)] + told + text[found.end(1) :]))
                return True
    return False


def _added(soup: BeautifulSoup, _target: Target) -> bool:
    found = paragraphs(soup)
    if len(found) < 3:
        return False
    more = soup.new_tag("p")
    more.string = (
        "Critics of the whole affair have long held that nobody in charge ever meant to change anything about it,"
        " and that the next election will be decided by people who remember who promised what."
    )
    found[1].insert_after(more)
    return True


def _half(soup: BeautifulSoup, target: Target) -> bool:
    found = [
        tag
        for tag in paragraphs(soup)
        if " ".join(tag.get_text().split())[:_OPENING] in _words(target.original)
    ]
    if len(found) < 3:
        return False
    for tag in found[len(found) // 2 :]:
        tag.decompose()
    return True


def _words(markup: str) -> str:
    """The words of the story of a page, in a row."""
    inside = BeautifulSoup(markup, "html.parser").find("article")
    return (
        " ".join(" ".join(tag.get_text().split()) for tag in inside.find_all("p"))
        if isinstance(inside, Tag)
        else ""
    )


_OPENING = 60  # characters by which a paragraph of the original is known


def _links_of_story(soup: BeautifulSoup, target: Target) -> list[Tag]:
    domains = target.rule_set.publisher.domains
    inside = [tag for paragraph in paragraphs(soup) for tag in paragraph.find_all("a")]
    return [
        tag
        for tag in inside
        if str(tag.get("href")) in target.original and not is_on(str(tag.get("href", "")), domains)
    ][:1]


def _logo_shown(soup: BeautifulSoup, target: Target) -> bool:
    heading = soup.find("h1")
    if not isinstance(heading, Tag):
        return False
    name = target.rule_set.publisher.name
    file = re.sub(r"[^a-z0-9]+", "-", fold(name))
    picture = soup.new_tag("img", src=f"/logos/{file}-logo.png", alt=f"{name} logo", width="180", height="60")
    heading.insert_after(picture)
    return True


def _pictures_of_original(soup: BeautifulSoup, target: Target) -> bool:
    there = BeautifulSoup(target.original, "html.parser")
    inside = there.find("article")
    pictures = list(inside.find_all("img")) if isinstance(inside, Tag) else []
    found = paragraphs(soup)
    if not pictures or len(found) < 2:
        return False
    found[0].insert_after(pictures[0].extract())
    return True


def _no_pictures(soup: BeautifulSoup, _target: Target) -> bool:
    inside = soup.find("article")
    found = inside.find_all(["img", "figure"]) if isinstance(inside, Tag) else []
    for tag in found:
        if not tag.decomposed:
            tag.decompose()
    return bool(found)


def _no_embeds(soup: BeautifulSoup, _target: Target) -> bool:
    found = soup.find_all(["iframe", "video", "audio", "embed", "object"])
    for tag in found:
        tag.decompose()
    return bool(found)


def _wrong_name(soup: BeautifulSoup, target: Target) -> bool:
    wrong = getattr(target.requirement, "wrong", ())
    done = [rewrite(soup, name, str(wrong[0])) for name in target.rule_set.publisher.names if wrong]
    return any(done)


def _captions(do: Callable[[Tag], None]) -> Way:
    """The way that does something to the captions, and not to the pictures."""

    def way(soup: BeautifulSoup, target: Target) -> bool:
        found = soup.find_all("figcaption") or [
            tag for tag in blocks(soup, _counted(target)) if tag.find("img") is None
        ]
        for tag in found:
            do(tag)
        return bool(found)

    return way


def _behind_paywall(soup: BeautifulSoup, _target: Target) -> bool:
    """As publishers mark it for search engines (schema.org, isAccessibleForFree)."""
    head = soup.find("head")
    if not isinstance(head, Tag):
        return False
    data = soup.new_tag("script", type="application/ld+json")
    data.string = '{"@context": "https://schema.org", "@type": "NewsArticle", "isAccessibleForFree": false}'
    head.append(data)
    return True


_TEXT: Final[Mapping[str, Way]] = {
    "taken out": _each(empty),
    "hidden": _each(hide),
    "commented out": _each(comment_out),
}
_TO_PUBLISHER: Final[Mapping[str, Way]] = {
    "not linked": _links(_links_to_publisher, _unlink),
    "leads elsewhere": _links(_links_to_publisher, _lead_astray),
    "hidden": _links(_links_to_publisher, hide),
}
_AT_EVIDENCE: Final[Mapping[str, Way]] = {
    "not linked": _links(_links_at_evidence, _unlink),
    "leads elsewhere": _links(_links_at_evidence, _lead_astray),
}
_EDITS: Final[Mapping[str, Way]] = {
    "a number altered": _number,
    "a quotation altered": _quotation,
    "a paragraph added": _added,
}
_PICTURE = ("img", "svg", "amp-img")
_COUNTER = ("img", "script", "amp-pixel", "iframe")

WAYS: Final[Mapping[str, Mapping[str, Way]]] = {
    **dict.fromkeys(
        (
            *("credit_line", "promo_text", "disclosure", "editor_note", "copyright_notice"),
            *("access_date", "author_bio", "network_credit", "source_credit", "republisher_disclosure"),
            *("update_corrections", "edit_disclosure"),
        ),
        _TEXT,
    ),
    "byline": {
        "no name": _no_name,
        "misspelt": _misspelt,
        "hidden": _each_naming(hide),
        "commented out": _each_naming(comment_out),
    },
    "affiliation": {
        "no publisher": _no_publisher,
        "hidden": _each_naming(hide),
        "commented out": _each_naming(comment_out),
    },
    "image_credit": {
        "taken out": _captions(empty),
        "hidden": _captions(hide),
        "commented out": _captions(comment_out),
    },
    "link_back": _TO_PUBLISHER,
    "licence_link": _AT_EVIDENCE,
    "read_more_link": _AT_EVIDENCE,
    "link_anchor": {
        "says nothing": _links(_links_at_evidence, _say_nothing),
        "hidden": _links(_links_at_evidence, hide),
        **_AT_EVIDENCE,
    },
    "link_indexable": {"nofollow": _links(_links_to_publisher, _nofollow)},
    "canonical": {
        "taken out": _links(_metas("canonical"), _drop),
        "leads elsewhere": _links(_metas("canonical"), _lead_astray),
        "commented out": _links(_metas("canonical"), comment_out),
    },
    "noindex": {"taken out": _links(_metas("robots"), _drop), "index": _links(_metas("robots"), _index)},
    "logo": {
        "taken out": _elements(_PICTURE, _drop),
        "hidden": _elements(_PICTURE, hide),
        "commented out": _elements(_PICTURE, comment_out),
        "favicon": _elements(("img",), _tiny),
    },
    "tracking_pixel": {
        "taken out": _elements(_COUNTER, _drop),
        "commented out": _elements(_COUNTER, comment_out),
        "only data-src": _elements(("img", "script"), _lazy_for_good),
    },
    "no_edit": _EDITS,
    "headline": {"another": _other_headline},
    "full_text": {"half of it": _half},
    "keep_links": {
        "not linked": _links(_links_of_story, _unlink),
        "leads elsewhere": _links(_links_of_story, _lead_astray),
    },
    "embeds": {"taken out": _no_embeds},
    "name_form": {"spelt wrong": _wrong_name},
    "licence_notice": {"taken out": _each(_drop), "hidden": _each(hide), "commented out": _each(comment_out)},
    # Hidden, its element still tells programs the day: a doubt.
    "publication_date": {"taken out": _each(_drop), "commented out": _each(comment_out)},
    "paywall": {"for subscribers": _behind_paywall},
}
"""Kind -> its ways, by name."""

AGAINST_ORIGINAL: Final = frozenset(
    (
        "no_edit",
        "headline",
        "full_text",
        "keep_links",
        "excerpt",
        "edit_disclosure",
        "if_then",
        "images",
        "embeds",
    )
)
"""Kinds that look at the same changes: what breaks one may rightly break another."""


def ways(target: Target) -> Iterator[tuple[str, Way]]:
    """The ways in which a requirement can be broken."""
    requirement = target.requirement
    if requirement.kind == "images":
        keep = getattr(getattr(requirement, "use", None), "value", "") == "keep"
        yield ("taken out", _no_pictures) if keep else ("the original's shown", _pictures_of_original)
        return
    if requirement.kind == "logo" and getattr(requirement, "wanted", True) is False:
        yield "shown", _logo_shown
        return
    yield from WAYS.get(requirement.kind, {}).items()
