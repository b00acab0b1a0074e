"""Where the story was edited, a line says so.

Asked for only where something was changed that no permission covers; typography, boxes and editor's notes are no
changes. The line stands above or below the story, or between its paragraphs, and is short. Without `wording` any
usual phrase counts ("edited for length", "gekürzt", "versión adaptada", in eleven languages).

Options: `wording`: sentences per language, one of which must be there; `allow`: changes that need no line, as with
`no_edit`; `only_cuts`: true where only cuts are to be disclosed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.change import Change, ChangeKind, Permission
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.requirements._changes import counted, edits, evidence_of, permitted, unknown
from licheck.requirements._edit_phrases import PHRASES
from licheck.requirements._judging import at_block, finding, not_for, place_for, zones_in_words
from licheck.text import fold

_NOTE = 60  # words that such a note has at most; what is longer is a paragraph of somebody's story
_SEARCHED = 600  # characters of a line that are searched
_GAP = 120  # characters that a variable of the wording may stand for


@dataclass(frozen=True, kw_only=True)
class EditDisclosure(Requirement):
    """Where the story was edited, a line says so."""

    kind: ClassVar[str] = "edit_disclosure"

    wording: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    allow: tuple[Permission, ...] = (Permission.BOXES, Permission.EDITORS_NOTE, Permission.PARAGRAPHS)
    only_cuts: bool = False

    def judge(self, case: Case) -> Finding:
        """Passed when the line is there; inapplicable when nothing was changed."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether the story was changed, and has to say so")
            or self._of_changes(case)
        )

    def _of_changes(self, case: Case) -> Finding:
        # Where another headline may be, that is no edit; another permitted change may have to be disclosed all the same.
        allow = {*self.allow, *permitted(case, ()) & {Permission.HEADLINE, Permission.DEK}}
        found = edits(case, allow, (ChangeKind.CUT,)) if self.only_cuts else edits(case, allow)
        if not found:
            reason = "Nothing was cut" if self.only_cuts else "Nothing was changed"
            return finding(self, Verdict.INAPPLICABLE, f"{reason} that would have to be disclosed")
        notes = list(self._notes(case))
        if notes:
            evidence = [at_block(case, block) for block in notes]
            return finding(self, Verdict.PASSED, "A line says that the story was edited", evidence=evidence)
        return self._failed(case, found)

    def _notes(self, case: Case) -> Iterator[int]:
        """The blocks outside the story's own text that say so."""
        story = case.alignment.blocks if case.alignment else frozenset()
        masked = {mask.block for mask in case.masks}
        templates = [template for several in self.wording.values() for template in several]
        names = case.rule_set.publisher.names
        wanted = [re.compile(template.as_pattern(names, _GAP)) for template in templates] or [_usual()]
        for block in case.zones.blocks(Zone.TOP, Zone.ARTICLE, Zone.BOTTOM):
            text = case.page.blocks[block].text
            if block in story or block in masked or len(text.split()) > _NOTE:
                continue
            folded = fold(text)[:_SEARCHED]
            if any(form.search(folded) for form in wanted):
                yield block

    def _failed(self, case: Case, found: list[Change]) -> Finding:
        first = next((template for several in self.wording.values() for template in several), None)
        sentence = first.render({"publisher": case.rule_set.publisher.name}) if first else ""
        return finding(
            self,
            Verdict.FAILED,
            f"The story was changed ({counted(found)}), and no line says so",
            evidence=[evidence_of(case, change) for change in found],
            looked_in=zones_in_words(case, Where.ANYWHERE),
            belongs_at=place_for(case, Where.BOTTOM),
            remedy=sentence or f"This story was edited. It first appeared in {case.rule_set.publisher.name}.",
        )


@cache
def _usual() -> re.Pattern[str]:
    return re.compile("|".join(PHRASES.values()))
