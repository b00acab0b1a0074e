"""The writer's own name stands with the story, where a reader sees it.

The name is looked for, as the original gives it (or `--author`), in the credit zones: between the headline
and the story's first words, and after its last. Names in other stories' boxes, captions, comments, metadata
or hidden text are no byline; an organisation is no person. Where nobody says who wrote the story, a byline
is read off the page.

Options: `place`: `byline` (either credit zone), `top` or `bottom`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.credit import Credit, Role, Sighting
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import PERHAPS
from licheck.model.requirement import Requirement, Where, flat
from licheck.model.zones import Zone
from licheck.names import SHORTENED, Likeness, find_name
from licheck.requirements._contributions import HELPER, helped_original, is_contribution
from licheck.requirements._judging import (
    AT_PLACE,
    IN_ZONE,
    ZONES_OF,
    at_block,
    finding,
    is_byline,
    listed,
    not_for,
    notice_evidence,
    of_credit,
    of_sighting,
    place_for,
    zones_in_words,
)
from licheck.requirements._placeholders import first_placeholder, placeholder_in
from licheck.requirements._remedies import WRITER
from licheck.requirements.affiliation import Affiliation, Of
from licheck.text import shorten

_MISSES = 3  # near misses told for each writer
_STATED = 3  # names in metadata told for a page whose byline has others
_STATED_LENGTH = 120  # characters of them
_LINE = 160  # characters of a line in which a placeholder is told
_COULD_BE = "a line that could be a name"


@dataclass(frozen=True, kw_only=True)
class Byline(Requirement):
    """The writer's own name stands with the story, where a reader sees it."""

    kind: ClassVar[str] = "byline"

    place: Where = Where.BYLINE

    def judge(self, case: Case) -> Finding:
        """Passed when every known writer (or, where none is known, some person) is credited where asked."""
        return not_for(self, case) or (self._known(case) if case.people else self._unknown(case))

    def _known(self, case: Case) -> Finding:
        zones = ZONES_OF[self.place]
        best: list[Sighting] = []
        missing: list[str] = []
        for person in case.people:
            sightings = self._as_writer(case, person)
            counting = [seen for seen in sightings if seen.counts and seen.zone in zones]
            best += counting[:1] or sightings[:_MISSES]
            if not counting:
                missing.append(person)
        evidence = [of_sighting(case, seen, zones) for seen in best]
        if not missing:
            reason = f"{listed(case.people)} {_is(case.people)} credited{_contradiction(case)}"
            return finding(self, Verdict.PASSED, reason, evidence=evidence)
        behind_a_fold = [seen for seen in best if seen.standing is Standing.HIDDEN and PERHAPS in seen.note]
        if _are_all(missing, behind_a_fold):
            reason = f"{listed(missing)} {_is(missing)} named only where some readers do not see it"
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        shortened = [
            seen
            for seen in best
            if seen.likeness is Likeness.WITHOUT_LAST and seen.zone in zones and _is_credit(seen)
        ]
        if _are_all(missing, shortened):
            reason = f"{listed(missing)} {_is(missing)} named only {shortened[0].note}"
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        helpers = [seen for seen in best if seen.note == HELPER and seen.zone in zones]
        if case.original is None and _are_all(missing, helpers):
            reason = f"{listed(missing)} {_is(missing)} {HELPER}; name the original, which may do the same"
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        organisations = [_organisation(case, credit) for credit in case.credits if self._is_outlet(credit)]
        blank, left = self._blank(case)
        why = self._why(missing, best) + left
        if organisations and not left and not any(map(_comes_near, best)):
            why += f"; an organisation is named as author: {organisations[0].text}"
        misses = [*blank, *evidence, *organisations, *notice_evidence(case)]
        return self._amiss(case, Verdict.FAILED, why, misses)

    def _as_writer(self, case: Case, person: str) -> Sequence[Sighting]:
        """Where the page names a person; as a helper of the story only where the original does no more."""
        sightings = case.sightings.get(person, ())
        blocks = case.page.blocks
        helps = {
            seen
            for seen in sightings
            if seen.counts and seen.block >= 0 and is_contribution(seen, blocks[seen.block].text)
        }
        if not helps or helped_original(case, person):
            return sightings
        told = [replace(seen, counts=False, note=HELPER) if seen in helps else seen for seen in sightings]
        return sorted(told, key=lambda seen: not seen.counts)

    def _unknown(self, case: Case) -> Finding:
        zones = ZONES_OF[self.place]
        inside = [credit for credit in case.credits if credit.zone in zones]
        seen = [credit for credit in inside if credit.standing is Standing.SEEN]
        writers = [
            credit
            for credit in seen
            if credit.persons and credit.role is Role.WRITER and not placeholder_in(credit.text)
        ]
        sure = [credit for credit in writers if is_byline(case, credit)]
        if sure:
            who = f"{listed(sure[0].persons)} {_is(sure[0].persons)} credited"
            reason = f"{who}; nobody said who wrote the story, so the byline was read off the page"
            evidence = [of_credit(case, credit, counts=True) for credit in sure]
            return finding(self, Verdict.PASSED, reason, evidence=evidence)
        verdict, reason = self._without(case, seen, writers)
        evidence = [of_credit(case, credit, counts=False, note=_COULD_BE) for credit in writers]
        if verdict is Verdict.FAILED:
            blank, left = self._blank(case)
            evidence, reason = [*blank, *evidence], reason + left
        evidence += [_organisation(case, credit) for credit in seen if credit.organisations and credit.sure]
        stated = [credit for credit in case.credits if credit.standing is Standing.METADATA]
        evidence += [of_credit(case, credit, counts=False) for credit in stated]
        notice = notice_evidence(case) if verdict is Verdict.FAILED else ()
        return self._amiss(case, verdict, reason, [*evidence, *notice])

    def _without(self, case: Case, seen: Sequence[Credit], writers: Sequence[Credit]) -> tuple[Verdict, str]:
        """The verdict, and why, on a page of an unknown writer without a line that is surely a byline."""
        if writers:
            reason = "A line stands where a byline would, but it is not sure that it is one"
            return Verdict.CANT_TELL, f"{reason}; name the writer with --author"
        if case.zones.first < 0:
            reason = "No story could be made out on the page"
            return Verdict.CANT_TELL, f"{reason}, so there is no saying where its byline would stand"
        if any(credit.organisations and credit.sure for credit in seen):
            return Verdict.FAILED, "An organisation is named as author, and no person"
        return Verdict.FAILED, f"No person is credited {AT_PLACE[self.place]}"

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        where = Where.BOTTOM if self.place is Where.BOTTOM else Where.TOP
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, where),
            remedy=f"By {listed(case.people) or WRITER}{_affiliation(case)}",
        )

    def _blank(self, case: Case) -> tuple[list[Evidence], str]:
        """The first line with a placeholder where the byline is asked for, and what to add to the reason; or neither."""
        blocks = case.zones.blocks(*ZONES_OF[self.place])
        found = first_placeholder(((block, case.page.blocks[block].text) for block in blocks), _LINE)
        if found is None:
            return [], ""
        evidence = at_block(case, found[0], counts=False, note="a placeholder was left in")
        return [evidence], f"; a placeholder was left in: {found[1]}"

    def _is_outlet(self, credit: Credit) -> bool:
        """Whether an organisation is credited as author where the byline is asked for."""
        in_place = credit.zone in ZONES_OF[self.place]
        return bool(credit.organisations) and in_place and credit.sure and credit.role is Role.WRITER

    def _why(self, missing: Sequence[str], best: Sequence[Sighting]) -> str:
        """The sentence for a failure: who is missing, and the nearest miss."""
        who = f"{listed(missing)} {_is(missing)} not credited {AT_PLACE[self.place]}"
        misses = (seen for seen in best if not seen.counts and seen.likeness > Likeness.FAMILY_ONLY)
        nearest = next(misses, None)
        if nearest is not None:
            return f"{who}; {nearest.note}"
        placed = next((seen for seen in best if seen.counts), None)
        if placed and placed.person in missing:
            return f"{who}; the credit stands {IN_ZONE[placed.zone]}"
        return who


def _affiliation(case: Case) -> str:
    """What the byline is to say behind the writer's name: the publisher's name, if that is asked for there."""
    asked = (one.of for one in flat(case.rule_set.judged) if isinstance(one, Affiliation))
    return f", {case.rule_set.publisher.name}" if Of.PUBLISHER in asked else ""


def _are_all(people: Sequence[str], seen: Sequence[Sighting]) -> bool:
    """Whether each of these people is sighted."""
    return {sighting.person for sighting in seen}.issuperset(people)


def _is_credit(seen: Sighting) -> bool:
    """Whether a near miss stands where and as a byline would."""
    return seen.standing is Standing.SEEN and seen.note == SHORTENED


def _comes_near(seen: Sighting) -> bool:
    """Whether a sighting stands where a byline would and names more than a family."""
    return seen.zone in (Zone.TOP, Zone.BOTTOM) and seen.likeness > Likeness.FAMILY_ONLY


def _contradiction(case: Case) -> str:
    """What to add where the page's metadata name somebody else than its byline."""
    stated = [meta.value for meta in case.page.values("author") if "://" not in meta.value]
    same = (find_name(person, name).likeness.is_same for person in case.people for name in stated)
    if not stated or any(same):
        return ""
    names = shorten(listed(sorted(set(stated))[:_STATED]), _STATED_LENGTH)
    return f"; the page's metadata name {names} instead"


def _organisation(case: Case, credit: Credit) -> Evidence:
    return of_credit(case, credit, counts=False, note="an organisation, not the person who wrote it")


def _is(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"
