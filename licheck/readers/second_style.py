"""What the second reading takes for unseen: the rules of the first, asked of another tree.

Selectors are answered by soupsieve, and only for those elements that carry the selector's last name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString
from soupsieve import SelectorSyntaxError
from soupsieve import compile as compile_selector

from licheck.errors import FormatError
from licheck.patterns import pattern
from licheck.readers.css import colour, hiding, is_visibility, makes_visible, plain_colour
from licheck.readers.css_rules import Tree, matching_rules, shown_again
from licheck.readers.css_selectors import last_name
from licheck.readers.html_visibility import (
    CLOSED,
    GROUNDS,
    HIDDEN,
    INHERITED,
    NO_DIALOG,
    NO_POPOVER,
    NOT_PAGE,
    SHOWN,
    background_in,
    for_screen,
    in_words,
    moved_by_script,
)
from licheck.readers.second_soup import Soup

_BROTHERS = pattern(r"~(?!=)|:(?:nth|only|last)")  # what looks at all children of a parent...
_ALL = pattern(r":has\(")  # ...and at all that an element holds
_LONGEST = 300  # characters of a selector that is asked for
_MOST_STEPS = 3_000_000  # elements that may be looked at for one page: some seconds


class Style(NamedTuple):
    """By `id` of tags: why they are not seen (see `html_visibility.Sight`), and the background pictures that they show."""

    hidden: dict[int, str]
    backgrounds: dict[int, str]


class Element(NamedTuple):
    """A tag, how many others it stands in, and whether one of them is a `<template>` or `<noscript>`."""

    tag: Tag
    depth: int
    apart: bool


def elements_of(soup: Soup) -> list[Element]:
    """All elements in the order of the page."""
    found: list[Element] = []
    waiting = [Element(child, 0, False) for child in reversed(soup.root.contents) if isinstance(child, Tag)]
    while waiting:
        element = waiting.pop()
        found.append(element)
        tag, depth, apart = element
        apart = apart or tag.name in NOT_PAGE
        waiting += [
            Element(child, depth + 1, apart) for child in reversed(tag.contents) if isinstance(child, Tag)
        ]
    return found


def style_of(soup: Soup, elements: Sequence[Element]) -> Style:
    """What attributes and the page's own style sheets hide; `elements` are all, in the order of the page."""
    style = Style({}, {})
    sheets: list[str] = []
    shown: list[int] = []
    moved = moved_by_script(soup.raw(text_of(tag)) for tag, *_ in elements if tag.name == "script")
    for tag, _, apart in elements:
        why = _by_itself(soup, tag, moved)
        if why:
            style.hidden[id(tag)] = why
        if own := soup.attr(tag, "style"):
            if url := background_in(own):
                style.backgrounds[id(tag)] = url
            if makes_visible(own):
                shown.append(id(tag))
        if tag.name == "style" and not apart and for_screen(soup.attr(tag, "media")):
            sheets.append(soup.raw(text_of(tag)))
    if sheets:
        tree = _Selectors(soup, elements).tree()
        rules = matching_rules(tree, sheets)
        for at, rule in rules.items():
            tag = elements[at].tag
            if tag.name not in ("html", "body", "head") and (rule.property != INHERITED or _has_words(tag)):
                style.hidden.setdefault(id(tag), in_words(rule))
        if any(map(is_visibility, style.hidden.values())):
            shown += [id(elements[at].tag) for at in shown_again(tree, sheets)]
    for name in shown:
        style.hidden.setdefault(name, SHOWN)
    return style


def _has_words(tag: Tag) -> bool:
    return bool(text_of(tag).strip())


def text_of(tag: Tag) -> str:
    """The text directly in a tag, as it is written."""
    return "".join(child for child in tag.contents if type(child) is NavigableString)


def _by_itself(soup: Soup, tag: Tag, moved: frozenset[str]) -> str:
    """Why an element's own attributes keep it from being seen; of a closed `<details>` the summary is."""
    if soup.attr(tag, "hidden") is not None and soup.attr(tag, "id") not in moved:
        return HIDDEN
    if tag.name == "dialog" and soup.attr(tag, "open") is None:
        return NO_DIALOG
    if soup.attr(tag, "popover") is not None:
        return NO_POPOVER
    own = soup.attr(tag, "style")
    why = own and (hiding(own) or _on_same_ground(soup, tag, own))
    if why and (not why.startswith(INHERITED) or _has_words(tag)):
        return f'style="{why}"'
    return CLOSED if tag.name == "details" and soup.attr(tag, "open") is None else ""


def _on_same_ground(soup: Soup, tag: Tag, own: str) -> str:
    ink = colour(own, "color")
    around = tag.parent
    for _ in range(GROUNDS if ink and not colour(own, "background") else 0):
        if around is None:
            return ""
        ground = colour(soup.attr(around, "style") or "", "background")
        ground = ground or plain_colour(soup.attr(around, "bgcolor") or "")
        if ground:
            return f"color: {ink} on the same background" if ground == ink else ""
        around = around.parent
    return ""


class _Selectors:
    """Answers which elements, given as their place in the page's order, a selector matches."""

    def __init__(self, soup: Soup, elements: Sequence[Element]) -> None:
        self.soup = soup
        self.elements = elements
        self.steps = 0
        self.widest = max((len(element.tag.contents) for element in elements), default=0)
        self.index: dict[str, list[int]] = defaultdict(list)
        for at, (tag, *_) in enumerate(elements):
            self.index[tag.name].append(at)
            for sign, name in (("#", "id"), (".", "class")):
                for word in set((soup.attr(tag, name) or "").split()):
                    self.index[sign + word].append(at)

    def tree(self) -> Tree:
        """The page as `licheck.readers.css_rules` asks for it."""
        names = frozenset(name.lstrip("#.").lower() for name in self.index)
        return Tree(
            lambda: names, self.select, lambda at: self.soup.attr(self.elements[at].tag, "style") or ""
        )

    def select(self, selector: str) -> list[int]:
        """The places of the elements that a selector matches; ValueError for what is no selector."""
        if len(selector) > _LONGEST:
            raise ValueError(selector)
        try:
            matcher = compile_selector(selector)
        except (SelectorSyntaxError, RecursionError) as fault:
            raise ValueError(selector) from fault
        many = self.widest if _BROTHERS.search(selector) else 0
        many = len(self.elements) if _ALL.search(selector) else many
        candidates = self._candidates(selector)
        self._pay(sum(10 + self.elements[at].depth + many for at in candidates))
        return [at for at in candidates if matcher.match(self.elements[at].tag)]

    def _candidates(self, selector: str) -> Sequence[int]:
        name = last_name(selector)
        return self.index.get(name, ()) if name else range(len(self.elements))

    def _pay(self, steps: int) -> None:
        self.steps += steps
        if self.steps > _MOST_STEPS:
            raise FormatError(
                "its style sheets ask for too much: a second reading of the page was not possible."
            )
