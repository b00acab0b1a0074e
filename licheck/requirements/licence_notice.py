"""The publisher's own notice stands with the story, or its licence is named.

The notice is known by the rule set's `notices`; it may be anywhere on the page where a reader sees it. Where a rule set has
none, and its `licence` begins with a Creative Commons licence, that must be named with the story: by a link, a badge or in
words. Where a rule file gives a `wording`, one of those sentences must be there instead ("Republished under a Creative
Commons (BY-ND 4.0) license").

Options: `wording`: sentences per language, one of which suffices; `exactly`: true where no other words will do; `link`:
where a link in it must lead: `story`, `publisher` or an address; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from licheck.licences.value import Licence, Relation, relation
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import PERHAPS
from licheck.model.requirement import Where
from licheck.requirements import _remedies
from licheck.requirements._judging import at_block, at_offset, finding
from licheck.requirements._licence_claims import Claim, claims, of_rule_set
from licheck.requirements._licence_scope import Scope
from licheck.requirements._prescribed import Prescribed, as_remedy
from licheck.requirements._wording import Hit
from licheck.text import fold

_NOTHING_TO_KNOW_IT_BY = (
    "The rule set does not say how the publisher's notice begins, so it cannot be looked for"
)


@dataclass(frozen=True, kw_only=True)
class LicenceNotice(Prescribed):
    """The publisher's own notice stands with the story."""

    kind: ClassVar[str] = "licence_notice"
    noun: ClassVar[str] = "publisher's notice"

    place: Where = Where.PAGE

    def without_wording(self, case: Case) -> Finding:
        """The finding for the notice itself."""
        if not case.rule_set.notices:
            granted = of_rule_set(case)
            if granted is None:
                return finding(self, Verdict.CANT_TELL, _NOTHING_TO_KNOW_IT_BY)
            return self._of_licence(
                case, granted, [one for one in claims(case) if one.scope is not Scope.PICTURE]
            )
        if case.notices:
            hits = [Hit(mask.block, mask.start, mask.end, mask.block) for mask in case.notices]
            return self.of_hits(case, hits[:1])
        theirs = self._of_original(case)
        parts = [*_in_part(case)]
        if parts:
            reason = "The publisher's notice begins, but does not go on as it should"
            return self.amiss(case, reason, parts, Verdict.CANT_TELL, theirs)
        hidden = [*_hidden(case)]
        if hidden:
            verdict = Verdict.CANT_TELL if hidden[0].note.startswith(PERHAPS) else Verdict.FAILED
            return self.amiss(case, f"The publisher's notice is {hidden[0].note}", hidden, verdict, theirs)
        return self.amiss(case, "The publisher's notice is not there", (), remedy=theirs)

    def _of_licence(self, case: Case, granted: Licence, found: list[Claim]) -> Finding:
        """The finding where the licence is to be named."""
        same = [
            one for one in found if relation(granted, one.licence) in (Relation.SAME, Relation.LESS_EXACT)
        ]
        named = [one.evidence for one in same if one.is_seen and one.scope is Scope.STORY]
        if named:
            return finding(
                self, Verdict.PASSED, f"The page names the licence, {granted.name}", evidence=named
            )
        deed = _remedies.link(case.page, granted.name, f"https://{granted.address}/")
        doubts = [one for one in same if one.is_seen]
        doubts += [one for one in found if relation(granted, one.licence) is Relation.OTHER_FORM]
        if doubts:
            told = [_against(one, granted) for one in doubts]
            reason = f"There is no telling whether the page names the licence, {granted.name}: {told[0].note}"
            return self.amiss(case, reason, told, Verdict.CANT_TELL, deed)
        reason = f"The page does not name the licence, {granted.name}, with the story"
        return self.amiss(case, reason, [_against(one, granted) for one in found], remedy=deed)

    def _of_original(self, case: Case) -> str:
        """The notice to put back: as the original has it, else its first words."""
        starts = [fold(notice.starts) for notice in case.rule_set.notices]
        for block in case.original.page.blocks if case.original else ():
            if fold(block.text).startswith(tuple(starts)):
                return as_remedy(case, block.text)
        first = case.rule_set.notices[0]
        return as_remedy(case, f"{first.starts} ... (the publisher's notice, in full)")


def _against(claim: Claim, granted: Licence) -> Evidence:
    """A licence that the page names as evidence that does not count, and why not."""
    how = relation(granted, claim.licence)
    right = how in (Relation.SAME, Relation.LESS_EXACT)
    note = (claim.scope.value if claim.is_seen else claim.evidence.note) if right else f"that is {how.value}"
    return replace(claim.evidence, counts=False, note=note)


def _in_part(case: Case) -> Iterator[Evidence]:
    """Where a notice begins without holding all the words that it should."""
    for index, block in enumerate(case.page.blocks):
        if (at := _begins(case, block.text)) >= 0:
            yield at_block(case, index, at, len(block.text), counts=False, note="only a part of the notice")


def _hidden(case: Case) -> Iterator[Evidence]:
    for block in case.page.hidden:
        if _begins(case, block.text) >= 0:
            note = (
                block.hidden if block.hidden.startswith(PERHAPS) else f"not seen by a reader: {block.hidden}"
            )
            yield at_offset(case, block.text, block.offset, standing=Standing.HIDDEN, counts=False, note=note)


def _begins(case: Case, text: str) -> int:
    """Where one of the notices begins in a text, nearly: case and white space may have moved it a little; -1 for nowhere."""
    folded = fold(text)
    found = [folded.find(fold(notice.starts)) for notice in case.rule_set.notices]
    return max(found)
