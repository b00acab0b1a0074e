"""A line tells on which day the original was read or used.

Without `wording` any usual phrase with a day counts ("Accessed 22 November 2026", "Abgerufen am 22. November 2026",
"2026年11月22日に利用", in eight languages).

Options: `wording`: sentences per language with `{date}`, one of which suffices; `exactly`: true where no other words will
do; `link`: where a link in it must lead: `story`, `publisher` or an address; `place`; `place_level`: how much the place
binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._prescribed import Prescribed
from licheck.requirements._wording import Hit
from licheck.text import fold, fold_with_map

_DAY = r"[^.;]{0,20}\d[^;]{0,12}\b(?:19|20)\d\d"
_DIGIT = pattern(r"\d")
_SAYS = pattern(
    rf"\b(?:accessed|retrieved|last visited|visited|consulted)(?: on)?:?{_DAY}|\b(?:abgerufen|aufgerufen|zuletzt besucht)(?: am)?:?{_DAY}"
    rf"|\bconsultée?(?: le)?:?{_DAY}|\bconsultad[oa](?: el| em)?:?{_DAY}|\bacess(?:o|ado)(?: em)?:?{_DAY}|\bconsultat[oa](?: il)?:?{_DAY}"
    rf"|\bgeraadpleegd(?: op)?:?{_DAY}|\d{{4}}年\s?\d{{1,2}}月\s?\d{{1,2}}日\s?(?:に利用|閲覧|アクセス)"
)


@dataclass(frozen=True, kw_only=True)
class AccessDate(Prescribed):
    """A line tells on which day the original was read or used."""

    kind: ClassVar[str] = "access_date"
    noun: ClassVar[str] = "line on the day of access"

    def without_wording(self, case: Case) -> Finding:
        """The finding for any usual phrase."""
        hits: list[Hit] = []
        for block in case.zones.blocks(Zone.TOP, Zone.ARTICLE, Zone.BOTTOM, Zone.FURNITURE):
            if not _SAYS.search(
                fold(case.page.blocks[block].text) if _DIGIT.search(case.page.folded[block]) else ""
            ):
                continue
            folded = fold_with_map(case.page.blocks[block].text)
            if hit := _SAYS.search(folded.text):
                hits.append(Hit(block, 0, folded.span(hit.start(), hit.end())[1], block))
        if hits:
            return self.of_hits(case, hits)
        name = case.rule_set.publisher.name
        sentence = f"Source: {name}, accessed DAY MONTH YEAR."
        return self.amiss(case, "No line tells when the original was read", (), remedy=sentence)
