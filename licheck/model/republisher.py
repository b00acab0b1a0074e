"""Who republishes. A module of its own: a configuration names it too, and is read without the rest of the model."""

from __future__ import annotations

from typing import NamedTuple


class Republisher(NamedTuple):
    """Who republishes, where that is known: its name as readers know it, and its host names, each with its sub-domains."""

    name: str = ""
    domains: tuple[str, ...] = ()


NOBODY = Republisher()
