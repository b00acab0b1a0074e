"""A line names the network through which the story came, beside its publisher.

Options: `wording`: sentences per language, one of which suffices; `exactly`: true where no other words will do; `link`:
where a link in it must lead: `story`, `publisher` or an address; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.requirements._prescribed import Worded


@dataclass(frozen=True, kw_only=True)
class NetworkCredit(Worded):
    """A line names the network through which the story came."""

    kind: ClassVar[str] = "network_credit"
    noun: ClassVar[str] = "line on the network"
