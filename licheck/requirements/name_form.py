"""The publisher's name is spelt as the publisher spells it.

Forbidden spellings are looked for as whole words where the republisher writes: beside the story, in its headline, in
captions. The original's own words, addresses and accounts (`@...`) are left aside. Where the publisher is not named at all,
that is a matter of `credit_line`.

Options: `wrong`: the forbidden spellings; `right`: the one to use, by default the publisher's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Place, Verdict
from licheck.model.requirement import Requirement
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._judging import at_block, finding, not_for, publisher_at
from licheck.requirements._prescribed import as_remedy


@dataclass(frozen=True, kw_only=True)
class NameForm(Requirement):
    """The publisher's name is spelt as the publisher spells it."""

    kind: ClassVar[str] = "name_form"

    wrong: tuple[str, ...]
    right: str = ""

    def judge(self, case: Case) -> Finding:
        """Passed when the publisher is named, and nowhere in a forbidden spelling."""
        return not_for(self, case) or self._of_names(case)

    def _of_names(self, case: Case) -> Finding:
        zones = (Zone.TITLE, Zone.TOP, Zone.ARTICLE, Zone.BOTTOM)
        story = case.alignment.blocks if case.alignment else frozenset()
        masked = {mask.block for mask in case.masks}
        blocks = [block for block in case.zones.blocks(*zones) if block not in story and block not in masked]
        publisher = case.rule_set.publisher
        right = self.right or publisher.name
        others = (right, *(name for name in publisher.names if name not in self.wrong), *publisher.others)
        found = [
            (block, span)
            for block in blocks
            for span in named(case.page.blocks[block].text, self.wrong, others)
        ]
        if not found:
            return self._right(case, blocks)
        sure = [(block, span) for block, span in found if case.zones.of[block] is not Zone.ARTICLE]
        block, (start, end) = (sure or found)[0]
        text = case.page.blocks[block].text
        return finding(
            self,
            Verdict.FAILED if sure else Verdict.CANT_TELL,
            f'The name is spelt "{text[start:end]}"; it is "{right}"',
            evidence=[
                at_block(case, block, *span, counts=False, note="not the publisher's own spelling")
                for block, span in sure or found
            ],
            looked_in=(f"{len(blocks)} lines beside the story's own text",),
            belongs_at=Place("with the misspelt name", case.page.locate(case.page.blocks[block], start).line),
            remedy=as_remedy(case, f"{text[:start]}{right}{text[end:]}"),
        )

    def _right(self, case: Case, blocks: list[int]) -> Finding:
        here = list(publisher_at(case, blocks))
        if not here:
            return finding(self, Verdict.INAPPLICABLE, "The publisher is not named beside the story")
        evidence = [at_block(case, *place) for place in here]
        return finding(
            self, Verdict.PASSED, "The name is spelt as the publisher spells it", evidence=evidence
        )
