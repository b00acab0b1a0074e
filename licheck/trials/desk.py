"""What lies on the desk while a page is broken: the page, the original, and what is to be broken.

A way is a function: it edits what lies on the desk and tells whether there was anything to break.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from licheck.model.finding import Evidence, Finding
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.rulesets.examples import Written
from licheck.trials.markup import blocks, element


class Desk:
    """The page and the original as trees that can be edited, each made when it is first looked at."""

    def __init__(self, written: Written) -> None:
        self._written = written

    @cached_property
    def page(self) -> BeautifulSoup:
        """The page's tree."""
        return BeautifulSoup(self._written.page, "html.parser")

    @cached_property
    def original(self) -> BeautifulSoup:
        """The original's tree; an empty one where there is none."""
        return BeautifulSoup(self._written.original, "html.parser")

    @property
    def written(self) -> Written:
        """Both as they are now, written out."""
        looked_at = vars(self)
        page = str(self.page) if "page" in looked_at else self._written.page
        original = str(self.original) if "original" in looked_at else self._written.original
        return self._written._replace(page=page, original=original)


class Target(NamedTuple):
    """What is to be broken: a requirement, its finding, its rule set, who wrote the story, and the original's markup."""

    requirement: Requirement
    finding: Finding
    rule_set: RuleSet
    people: tuple[str, ...] = ()
    original: str = ""


Way = Callable[[Desk, Target], bool]
Which = Callable[[BeautifulSoup, Target], list[Tag]]
Do = Callable[[Tag], object]


def each(which: Which, do: Do) -> Way:
    """The way that does something to every element of a choice on the page."""

    def way(desk: Desk, target: Target) -> bool:
        found = which(desk.page, target)
        for tag in found:
            if not tag.decomposed:
                do(tag)
        return bool(found)

    return way


def counted(target: Target) -> list[Evidence]:
    """The evidence of the page on which the requirement passed."""
    return [piece for piece in target.finding.evidence if piece.counts and not piece.path]


def its_blocks(soup: BeautifulSoup, target: Target) -> list[Tag]:
    """The blocks in which the evidence stands."""
    return blocks(soup, counted(target))


def its_elements(*names: str) -> Which:
    """The elements of these names at which the evidence stands."""

    def which(soup: BeautifulSoup, target: Target) -> list[Tag]:
        found = {id(tag): tag for piece in counted(target) if (tag := element(soup, piece)) is not None}
        return [tag for tag in found.values() if tag.name in names]

    return which
