"""One publisher's requirements, as read from a rule file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licheck.model.requirement import Requirement


@dataclass(frozen=True)
class Publisher:
    """Who gives the story away. `others` are names of somebody else that resemble or contain ours.

    `domains` are host names, each standing for its sub-domains too.
    """

    name: str
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases, longest first, so that a longer one wins over a part of itself."""
        return tuple(sorted({self.name, *self.aliases}, key=lambda name: (-len(name), name)))


@dataclass(frozen=True)
class Source:
    """Where the publisher says so. `seen` is how much of the text was read: full, most, part."""

    address: str
    read: date
    seen: str
    note: str = ""


@dataclass(frozen=True)
class Notice:
    """The publisher's own licensing text, masked before names are looked for.

    `starts` are its first words, `holds` words that must stand in it too (any order, all of them), so
    that a sentence *about* the notice is not taken for it. Compared folded.
    """

    starts: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Example:
    """A page that shows what the rule set means. `expect` maps requirement id -> verdict word.

    An empty `expect` says that the rule set does not apply to the page. `format` is html, markdown or
    text. `requirements.*` not named in `expect` must pass or be inapplicable.
    """

    id: str
    says: str
    page: str
    expect: Mapping[str, str]
    format: str = "html"
    original: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleSet:
    """A publisher's requirements with their provenance.

    `credits` are templates of credit lines that tell that a page republishes this publisher's story;
    together with `notices` and the publisher's domains they recognise it. `for_a_person` are the
    obligations that no machine can see, each as the question to ask.
    """

    id: str
    publisher: Publisher
    sources: tuple[Source, ...]
    requirements: tuple[Requirement, ...]
    licence: str = ""
    notices: tuple[Notice, ...] = ()
    credits: tuple[str, ...] = ()
    for_a_person: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = field(default=(), repr=False)
    path: str = field(default="", compare=False)

    @property
    def judged(self) -> tuple[Requirement, ...]:
        """The requirements that a machine can judge."""
        return tuple(requirement for requirement in self.requirements if not requirement.question)

    @property
    def questions(self) -> tuple[str, ...]:
        """What a person is to be asked: `for_a_person`, and the requirements that no machine can see."""
        asked = (requirement.question for requirement in self.requirements if requirement.question)
        return (*self.for_a_person, *asked)
