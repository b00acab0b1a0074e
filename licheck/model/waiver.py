"""An exception that somebody granted: it stands beside a verdict and never changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiver:
    """One exception from one requirement.

    `requirement` is its id, `rule_set` that of its rule set (empty: of any). `reason` and `by` (who granted it) are
    for people, `until` is its last day. `path` and `line` (from 1) tell where the waiver itself is written.
    """

    requirement: str
    reason: str
    by: str
    until: date
    rule_set: str = ""
    path: str = ""
    line: int = 0
