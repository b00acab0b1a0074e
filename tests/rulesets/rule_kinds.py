"""Kinds of requirements with every type of option that a rule file can hold, judging nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template


@dataclass(frozen=True, kw_only=True)
class Byline(Requirement):
    kind: ClassVar[str] = "byline"
    place: Where = Where.BYLINE


@dataclass(frozen=True, kw_only=True)
class CreditLine(Requirement):
    kind: ClassVar[str] = "credit_line"
    wording: Mapping[str, tuple[Template, ...]]
    exactly: bool = False


@dataclass(frozen=True, kw_only=True)
class Everything(Requirement):
    kind: ClassVar[str] = "everything"
    text: str = ""
    truth: bool = False
    whole: int = 0
    part: float = 0.0
    day: date | None = None
    where: Where = Where.ANYWHERE
    names: tuple[str, ...] = ()
    wording: Template | None = None
    pattern: Pattern | None = None
    patterns: tuple[Pattern, ...] = ()

    def __post_init__(self) -> None:
        if self.whole > 100:
            raise ValueError("`whole` is at most 100")


KINDS = {cls.kind: cls for cls in (Byline, CreditLine, Everything)}

GOOD = """\
id: example
publisher:
  name: The Example Foundation
sources:
  - address: https://example.org/republish
    read: 2026-11-22
    seen: full
requirements:
  - byline:
"""
