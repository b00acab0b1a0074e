"""A publisher's prescribed wording with places for what differs from story to story.

    This story was originally published by {publisher}.

The variables are the ones in `VARIABLES`; a brace means nothing else, so there is no way to write a
literal one (no publisher's wording that we have read holds one).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from licheck.patterns import pattern
from licheck.text import fold

VARIABLES: Final = (
    "authors",
    "affiliations",
    "publisher",
    "url",
    "headline",
    "date",
    "year",
    "republisher",
    "partners",
)

MAX_LENGTH: Final = 2_000  # characters; the longest prescribed wording that we have read has 400

ALLOWED: Final = ", ".join(f"{{{name}}}" for name in VARIABLES)

_BRACES = pattern(r"\{([^{}]*)\}")


class Variable(NamedTuple):
    """A place in a template: `name` is one of `VARIABLES`, without the braces."""

    name: str

    def __str__(self) -> str:
        return f"{{{self.name}}}"


@dataclass(frozen=True)
class Template:
    """A wording. `text` is as written, `parts` the same cut into literal strings and variables, in order.

    Literal parts are never empty, so that `parts` of "{authors}, {publisher}" are a variable, a string and
    a variable. Raises ValueError, in one sentence, for an undefined variable, a lone brace or undue length.
    """

    text: str
    parts: tuple[str | Variable, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(_parts(self.text)))

    @property
    def variables(self) -> frozenset[str]:
        """The names of the variables that the wording uses."""
        return frozenset(part.name for part in self.parts if isinstance(part, Variable))

    def render(self, values: Mapping[str, str]) -> str:
        """The wording with its variables filled in; one that `values` lacks stays visible as `{name}`."""
        return "".join(
            values.get(part.name, str(part)) if isinstance(part, Variable) else part for part in self.parts
        )

    def as_pattern(self, names: Iterable[str], gap: int, ends: str = "") -> str:
        """The wording as a regular expression over folded text; empty for one that says nothing.

        {publisher} is one of `names`, with the pattern `ends` behind it; any other variable is 1 to `gap` characters,
        as few as will do. Between words stands white space, at a variable's edges it may; the full stop before a
        variable or at the end may be missing.
        """
        publisher = "(?:" + "|".join(re.escape(fold(name)) for name in names) + ")" + ends
        pieces: list[str] = []
        for part in self.parts:
            if isinstance(part, Variable):
                pieces.append(publisher if part.name == "publisher" else f".{{1,{gap}}}?")
            elif words := fold(part).rstrip(". ").split():
                pieces.append(r"\s+".join(map(re.escape, words)))
        return r"\s*".join(pieces)


def _parts(text: str) -> list[str | Variable]:
    """Cut a wording into its parts; ValueError as told at `Template`."""
    if len(text) > MAX_LENGTH:
        raise ValueError(f"the wording is {len(text):,} characters long; at most {MAX_LENGTH:,}")
    parts: list[str | Variable] = []
    # An odd number of pieces: literal, name, literal, name ... literal.
    for index, piece in enumerate(_BRACES.split(text)):
        if index % 2:
            parts.append(_variable(piece))
        elif "{" in piece or "}" in piece:
            brace = "{" if "{" in piece else "}"
            raise ValueError(f"a lone {brace} in a wording; braces stand only around one of {ALLOWED}")
        elif piece:
            parts.append(piece)
    return parts


def _variable(name: str) -> Variable:
    if name not in VARIABLES:
        shown = name if len(name) <= 40 else name[:40] + "..."
        raise ValueError(f"{{{shown}}} is not a variable; allowed are {ALLOWED}")
    return Variable(name)
