"""What trying a rule set gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """One page that was tried.

    `what` is `example`, `break` or `dress`; `name` says which (for a break the requirement and the way, for a dress
    its name). `kind` is the kind of requirement that was broken, empty for others. `trouble` is a sentence on what
    came out otherwise than it must, empty where all was as it must be. A break that was only doubted (cant-tell) is
    no trouble, and `doubted` is why: nothing false was said, but not all that could be.
    """

    rule_set: str
    example: str
    what: str
    name: str
    kind: str = ""
    trouble: str = ""
    doubted: str = ""


@dataclass(frozen=True)
class Tried:
    """All trials of a rule set. `unbroken` are requirements that no way is known to break."""

    rule_set: str
    trials: tuple[Trial, ...]
    unbroken: tuple[str, ...] = ()

    def of(self, what: str) -> tuple[Trial, ...]:
        """The trials of one sort."""
        return tuple(trial for trial in self.trials if trial.what == what)

    def well(self, what: str) -> int:
        """How many of one sort came out as they must, those left out that were only doubted."""
        return sum(not (trial.trouble or trial.doubted) for trial in self.of(what))
