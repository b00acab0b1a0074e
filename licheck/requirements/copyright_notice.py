"""A copyright notice names the publisher, with the year.

Without `wording`, any line with ©, (c) or "Copyright" and the publisher's name will do. A notice in the foot of the page
that names the republisher is its own. With `wording`, one of these sentences must be there.

Options: `wording`: sentences per language with `{year}`, one of which suffices; `exactly`: true where no other words will
do; `year`: false where no year is asked for; `link`: where a link in it must lead: `story`, `publisher` or an address;
`place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Where
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._dates import published
from licheck.requirements._judging import at_block
from licheck.requirements._prescribed import Prescribed
from licheck.requirements._wording import Hit
from licheck.text import fold_with_map

_SIGN = pattern(r"©|\(c\)|\bcopyright\b|\bcopr\.")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_NEAR = 60  # characters between the sign and the publisher's name, or the year


@dataclass(frozen=True, kw_only=True)
class CopyrightNotice(Prescribed):
    """A copyright notice names the publisher, with the year."""

    kind: ClassVar[str] = "copyright_notice"
    noun: ClassVar[str] = "copyright notice"

    year: bool = True
    place: Where = Where.PAGE

    def without_wording(self, case: Case) -> Finding:
        """The finding for a notice in any usual form."""
        hits = list(self._notices(case))
        dated = [hit for hit in hits if not self.year or self._has_year(case, hit)]
        remedy = f"© {self._year(case)}{case.rule_set.publisher.name}"
        if dated:
            return self.of_hits(case, dated)
        if hits:
            evidence = [at_block(case, *hit[:3], counts=False, note="names no year") for hit in hits]
            return self.amiss(case, "The copyright notice names no year", evidence, remedy=remedy)
        theirs = [
            at_block(case, *hit[:3], counts=False, note=f"does not name {case.rule_set.publisher.name}")
            for hit in _signs(case)
        ]
        reason = f"No copyright notice names {case.rule_set.publisher.name}"
        return self.amiss(case, reason, theirs, Verdict.FAILED, remedy)

    def _notices(self, case: Case) -> Iterator[Hit]:
        """The signs with the publisher's name beside them."""
        publisher = case.rule_set.publisher
        for hit in _signs(case):
            text = case.page.blocks[hit.block].text
            around = text[max(0, hit.start - _NEAR) : hit.end + _NEAR]
            if named(around, publisher.names, publisher.others):
                yield hit

    def _has_year(self, case: Case, hit: Hit) -> bool:
        text = case.page.blocks[hit.block].text
        return _YEAR.search(text[max(0, hit.start - _NEAR) : hit.end + _NEAR]) is not None

    def _year(self, case: Case) -> str:
        """The year of the original, and a space; in capitals where nobody knows it."""
        told = published(case.original.page) if case.original else None
        return f"{told.day.year if told else 'YEAR'} " if self.year else ""


def _signs(case: Case) -> Iterator[Hit]:
    """Every © and its like that readers see outside the publisher's licence notice."""
    masked = {mask.block for mask in case.masks}
    for index, block in enumerate(case.page.blocks):
        if index in masked or not _SIGN.search(case.page.folded[index]):
            continue
        folded = fold_with_map(block.text)
        for hit in _SIGN.finditer(folded.text):
            start, end = folded.span(hit.start(), hit.end())
            yield Hit(index, start, end, index)
            break
