"""The republisher says of itself what the publisher prescribes: that it took no part in the reporting, say.

Options: `wording`: sentences per language, one of which suffices, with `{republisher}` for its name; `exactly`: true
where no other words will do; `link`: where a link in it must lead; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.requirements._prescribed import Worded


@dataclass(frozen=True, kw_only=True)
class RepublisherDisclosure(Worded):
    """The republisher says of itself what the publisher prescribes."""

    kind: ClassVar[str] = "republisher_disclosure"
    noun: ClassVar[str] = "sentence on the republisher"
