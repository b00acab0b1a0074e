"""The publisher's note to readers goes with the story: how it came to be, for whom it was written.

With `wording`, one of these sentences must be there. Without, the original's own note must be: a short line above or
below its story that begins as such notes do ("Editor's note: ...", "This story was produced by ...").

Options: `wording`: sentences per language, one of which suffices; `exactly`: true where no other words will do; `link`:
where a link in it must lead: `story`, `publisher` or an address; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.patterns import pattern
from licheck.requirements._kept_lines import KeptLines

_NOTE = pattern(
    r"^\W*(?:editor'?s'? note|note to readers|note from the editors?|about this (?:story|series|project)"
    r"|this (?:story|article|report|series|project) (?:was|is) (?:produced|reported|part|written|the result)"
    r"|anmerkung der redaktion|hinweis der redaktion|note de la rédaction|ndlr|nota del editor|nota de la redacción"
    r"|nota da redação|nota della redazione|noot van de redactie|od redakcji)\b"
)


@dataclass(frozen=True, kw_only=True)
class EditorNote(KeptLines):
    """The publisher's note to readers goes with the story."""

    kind: ClassVar[str] = "editor_note"
    noun: ClassVar[str] = "editor's note"
    known_by: ClassVar = _NOTE
