"""One publisher's requirements, as read from a rule file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from licheck.model.finding import Level

if TYPE_CHECKING:
    from licheck.model.requirement import Requirement


PUBLIC = "public"
"""The profile of all who have no other."""


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

    An empty `expect` says that the rule set does not apply to the page. `requirements.*` not named in
    `expect` must pass or be inapplicable. `profile` is the republisher's, `today` the day of the check.

    The page is written out (`page`, in `format`: html, markdown or text; `original` likewise), or made from an
    invented story (`story`, a file in `rules/examples/stories/`): what stands in its `head`, at the `top` between
    headline and text, `inside` after the second paragraph, and at the `bottom`; `original_*` are the same of the
    publisher's page; where nothing is expected there is none: the story is the paper's own. Or it is another example (`like`, by id) with some texts replaced (`change`: old -> new, in the
    page alone; `change_original` in the original alone). `also` are the ids of other rule sets that apply to it.
    """

    id: str
    says: str
    expect: Mapping[str, str]
    page: str = ""
    format: str = "html"
    original: str = ""
    authors: tuple[str, ...] = ()
    profile: str = ""
    medium: str = "online"
    story: str = ""
    address: str = ""
    head: str = ""
    top: str = ""
    inside: str = ""
    bottom: str = ""
    original_head: str = ""
    original_top: str = ""
    original_inside: str = ""
    original_bottom: str = ""
    also: tuple[str, ...] = ()
    like: str = ""
    change: Mapping[str, str] = field(default_factory=dict)
    change_original: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RuleSet:
    """A publisher's requirements with their provenance.

    `credits` are templates of credit lines that tell that a page republishes this publisher's story;
    together with `notices` and the publisher's domains they recognise it. `for_a_person` are the
    obligations that no machine can see, each as the question to ask. `profiles` are the kinds of republishers for
    whom other requirements hold, each with who that is. `extends` is the id of the rule set of which this one has
    all that it does not say itself, but for the requirements `without`. One that is `named_only` is not found by
    licheck: it holds where somebody says so (an edition, or a partner's terms, that no page tells apart). `languages` are those in
    which the publisher publishes, as `en`.
    """

    id: str
    publisher: Publisher
    sources: tuple[Source, ...]
    requirements: tuple[Requirement, ...] = ()
    extends: str = ""
    named_only: bool = False
    without: tuple[str, ...] = ()
    profiles: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
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
        return tuple(one for one in self.requirements if not one.question and one.level is not Level.MAY)

    @property
    def questions(self) -> tuple[str, ...]:
        """What a person is to be asked: `for_a_person`, and the requirements that no machine can see."""
        binding = (one for one in self.requirements if one.level is not Level.MAY)
        return (*self.for_a_person, *(one.question for one in binding if one.question))

    @property
    def permitted(self) -> tuple[Requirement, ...]:
        """What the publisher says may be."""
        return tuple(one for one in self.requirements if one.level is Level.MAY)

    def for_profile(self, profile: str) -> RuleSet:
        """The rule set for a republisher of this profile; one that it does not know, or none, is the public."""
        wanted = ("", profile if profile in self.profiles else PUBLIC)
        kept = tuple(one for one in self.requirements if one.profile in wanted)
        return self if len(kept) == len(self.requirements) else replace(self, requirements=kept)
