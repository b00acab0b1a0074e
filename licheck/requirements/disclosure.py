"""What the publisher discloses goes with the story: who paid for it, who else took part, whose interests touch it.

With `wording`, one of these sentences must be there. Without, what the original discloses above or below its story
must be: a short line on funding, partners or interests ("supported by a grant from ...", "Disclosure: ...").

Options: `wording`: sentences per language, one of which suffices; `exactly`: true where no other words will do; `link`:
where a link in it must lead: `story`, `publisher` or an address; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.patterns import pattern
from licheck.requirements._kept_lines import KeptLines

_DISCLOSES = pattern(
    r"\b(?:disclosure|disclaimer|conflicts? of interest)\b|\b(?:funded|underwritten|supported|made possible) (?:\w+ ){0,3}by\b"
    r"|\b(?:grant|funding|support) (?:was provided |is provided |provided )?(?:from|by)\b|\bin (?:partnership|collaboration) with\b"
    r"|\b(?:gefördert|unterstützt|finanziert) (?:\w+ ){0,4}(?:von|durch)\b|\bmit unterstützung (?:von|der|des)\b|\boffenlegung\b"
    r"|\b(?:financé|soutenu)e? par\b|\bavec le soutien d|\b(?:financiad|apoyad|apoiad)[oa] p[oe][rl]|\bcon (?:el )?apoyo de"
    r"|\bcon il (?:sostegno|contributo) d|\bcom (?:o )?apoio d"
)


@dataclass(frozen=True, kw_only=True)
class Disclosure(KeptLines):
    """What the publisher discloses goes with the story."""

    kind: ClassVar[str] = "disclosure"
    noun: ClassVar[str] = "disclosure"
    known_by: ClassVar = _DISCLOSES
