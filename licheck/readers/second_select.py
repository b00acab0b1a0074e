"""Which elements of the second reading a selector matches.

Only those elements are asked that carry the selector's last name. Names within or directly in one another are compared
here, as most style sheets have no others; soupsieve answers all other selectors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from bs4 import Tag

from licheck.errors import FormatError
from licheck.patterns import pattern
from licheck.readers.css_selectors import last_name
from licheck.readers.second_soup import Soup

_BROTHERS = pattern(r"~(?!=)|:(?:nth|only|last)")  # what looks at all children of a parent...
_ALL = pattern(r":has\(")  # ...and at all that an element holds
_LONGEST = 300  # characters of a selector that is asked for
_MOST_STEPS = 3_000_000  # elements that may be looked at for one page: some seconds

_NAME = r"-?[a-zA-Z_][\w-]*+"
_NAMES = rf"(?:{_NAME}(?:[.#]{_NAME})*+|(?:[.#]{_NAME})++)"
_PLAIN = pattern(rf"{_NAMES}(?:(?:\s*+>\s*+|\s++){_NAMES})*+")
_STEP = pattern(r"\s*>\s*|\s+")
_PART = pattern(rf"([.#]?)({_NAME})")


class Selectors:
    """The elements of a page, told by their place among all. `steps` counts how many were looked at."""

    def __init__(self, soup: Soup) -> None:
        self.soup = soup
        self.steps = 0

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """`tag`, `.class` or `#id` -> the elements that have it, in the order of the page."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (tag, _) in enumerate(self.soup.elements):
            found[tag.name].append(at)
            for sign, name in (("#", "id"), (".", "class")) if tag.attrs else ():
                for word in {*(self.soup.attr(tag, name) or "").split()}:
                    found[sign + word].append(at)
        return found

    @cached_property
    def widest(self) -> int:
        """The most that stands directly in one element."""
        return max((len(tag.contents) for tag, _ in self.soup.elements), default=0)

    def names(self) -> Set[str]:
        """Every class, id and tag on the page, in lower case."""
        return frozenset(name.lstrip("#.").lower() for name in self.index)

    def select(self, selector: str) -> list[int]:
        """The places of the elements that a selector matches; ValueError for what is no selector."""
        if len(selector) > _LONGEST:
            raise ValueError(selector)
        matches = _plain(self.soup, selector) if _PLAIN.fullmatch(selector) else _any(selector)
        elements = self.soup.elements
        many = self.widest if _BROTHERS.search(selector) else 0
        many = len(elements) if _ALL.search(selector) else many
        name = last_name(selector)
        candidates: Sequence[int] = self.index.get(name, ()) if name else range(len(elements))
        self._pay(sum([10 + elements[at].depth + many for at in candidates]))
        return [at for at in candidates if matches(elements[at].tag)]

    def _pay(self, steps: int) -> None:
        self.steps += steps
        if self.steps > _MOST_STEPS:
            raise FormatError(
                "its style sheets ask for too much: a second reading of the page was not possible."
            )


def _any(selector: str) -> Callable[[Tag], bool]:
    from soupsieve import SelectorSyntaxError
    from soupsieve import compile as compile_selector

    try:
        return compile_selector(selector).match
    except (SelectorSyntaxError, RecursionError) as fault:
        raise ValueError(selector) from fault


class _Names(NamedTuple):
    """Names that one element must have; empty where none of a kind is asked for."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]

    def fit(self, soup: Soup, tag: Tag) -> bool:
        """Whether an element has all of them."""
        if self.tag and tag.name != self.tag:
            return False
        if self.ids and any(soup.attr(tag, "id") != name for name in self.ids):
            return False
        return not self.classes or {*(soup.attr(tag, "class") or "").split()}.issuperset(self.classes)


def _plain(soup: Soup, selector: str) -> Callable[[Tag], bool]:
    """The question whether an element is matched by a selector of names within or directly in one another."""
    steps = [">" if ">" in step else " " for step in _STEP.findall(selector)]
    asked = [_names(part) for part in _STEP.split(selector)]
    last, *others = reversed([*zip(["", *steps], asked, strict=True)])

    def matches(tag: Tag) -> bool:
        if not last[1].fit(soup, tag):
            return False
        step, at = last[0], [-1]  # where the names that were met last stand in `around`
        around = _around(tag) if others else []
        for following, names in others:
            places = (place + 1 for place in at) if step == ">" else range(at[0] + 1, len(around))
            at = [place for place in places if place < len(around) and names.fit(soup, around[place])]
            if not at:
                return False
            step = following
        return True

    return matches


def _names(part: str) -> _Names:
    found = _PART.findall(part)
    return _Names(
        next((name.lower() for sign, name in found if not sign), ""),
        tuple(name for sign, name in found if sign == "#"),
        tuple(name for sign, name in found if sign == "."),
    )


def _around(tag: Tag) -> list[Tag]:
    """The tags around one, from the inside; what stands in a template has none around that."""
    found = []
    for box in tag.parents:
        if box.parent is None or box.name == "template":
            break
        found.append(box)
    return found
