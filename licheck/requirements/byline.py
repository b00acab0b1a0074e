"""The writer's own name stands with the story, where a reader sees it.

The name is looked for, as the original gives it (or `--author`), in the credit zones: between the headline and
the story's first words, and after its last. Names in other stories' boxes, captions, comments, metadata or hidden text
are no byline; an organisation is no person. Where nobody says who wrote the story, a byline is read off the page.

Options: `place`: `byline` (either credit zone), `top` or `bottom`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.credit import Credit, Role, Sighting
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import PERHAPS
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.names import Likeness, find_name
from licheck.requirements._judging import (
    ZONES_OF,
    finding,
    is_byline,
    not_for,
    notice_evidence,
    of_credit,
    of_sighting,
    place_for,
    zones_in_words,
)
from licheck.text import shorten


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
            sightings = case.sightings.get(person, ())
            counting = [seen for seen in sightings if seen.counts and seen.zone in zones]
            best += counting[:1] or sightings[:3]
            if not counting:
                missing.append(person)
        evidence = [of_sighting(case, seen) for seen in best]
        if not missing:
            return finding(
                self,
                Verdict.PASSED,
                f"{_listed(case.people)} {_is(case.people)} credited{_contradiction(case)}",
                evidence=evidence,
            )
        opened = [seen for seen in best if seen.standing is Standing.HIDDEN and PERHAPS in seen.note]
        if len(opened) >= len(missing):
            reason = f"{_listed(missing)} {_is(missing)} named only in what a reader may not see"
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence)
        organisations = [
            _organisation(case, credit)
            for credit in case.credits
            if credit.organisations and credit.zone in zones and credit.sure and credit.role is Role.WRITER
        ]
        why = _why(missing, best)
        if organisations and not any(
            seen.zone in (Zone.TOP, Zone.BOTTOM) and seen.likeness > Likeness.FAMILY_ONLY for seen in best
        ):
            why += f"; named as author is an organisation: {organisations[0].text}"
        return self._amiss(case, Verdict.FAILED, why, [*evidence, *organisations, *notice_evidence(case)])

    def _unknown(self, case: Case) -> Finding:
        seen = [
            credit
            for credit in case.credits
            if credit.zone in ZONES_OF[self.place] and credit.standing is Standing.SEEN
        ]
        writers = [credit for credit in seen if credit.persons and credit.role is Role.WRITER]
        sure = [credit for credit in writers if is_byline(case, credit)]
        if sure:
            evidence = [of_credit(case, credit, counts=True) for credit in sure]
            reason = f"a byline is there: {_listed(sure[0].persons)} (nobody said who wrote the story, so it was read off the page)"
            return finding(self, Verdict.PASSED, reason, evidence=evidence)
        stated = [
            of_credit(case, credit, counts=False)
            for credit in case.credits
            if credit.standing is Standing.METADATA
        ]
        organisations = [
            _organisation(case, credit) for credit in seen if credit.organisations and credit.sure
        ]
        if writers:
            evidence = [
                of_credit(case, credit, counts=False, note="a line that could be a name")
                for credit in writers
            ]
            reason = "a line stands where a byline would, but it is not sure that it is one; name the writer with --author"
            return self._amiss(case, Verdict.CANT_TELL, reason, [*evidence, *organisations, *stated])
        if case.zones.first < 0:
            reason = (
                "no story could be made out on the page, so there is no saying where its byline would stand"
            )
            return self._amiss(case, Verdict.CANT_TELL, reason, stated)
        reason = (
            "an organisation is named as author, and no person"
            if organisations
            else "no person is credited at the top or the bottom of the story"
        )
        return self._amiss(case, Verdict.FAILED, reason, [*organisations, *stated, *notice_evidence(case)])

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        names = _listed(case.people) or "FIRST AND LAST NAME"
        where = Where.BOTTOM if self.place is Where.BOTTOM else Where.TOP
        return finding(
            self, verdict, reason, evidence=evidence, looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, where), remedy=f"By {names}, {case.rule_set.publisher.name}",
        )  # fmt: skip


def _contradiction(case: Case) -> str:
    """What to add where the page's metadata name somebody else than its byline."""
    stated = [meta.value for meta in case.page.values("author") if "://" not in meta.value]
    if not stated or any(find_name(person, name).likeness.is_same for person in case.people for name in stated):
        return ""
    return f"; the page's metadata name {shorten(_listed(sorted(set(stated))[:3]), 120)} instead"


def _organisation(case: Case, credit: Credit) -> Evidence:
    return of_credit(case, credit, counts=False, note="an organisation, not the person who wrote it")


def _why(missing: list[str], best: list[Sighting]) -> str:
    """The sentence for a failure: who is missing, and the nearest miss."""
    who = f"{_listed(missing)} {_is(missing)} not credited at the top or the bottom of the story"
    nearest = next((seen for seen in best if not seen.counts and seen.likeness > Likeness.FAMILY_ONLY), None)
    if nearest is None:
        placed = next((seen for seen in best if seen.counts), None)
        return (
            f"{who}: the credit stands in the {placed.zone.value}"
            if placed and placed.person in missing
            else who
        )
    return (
        f"{who}: {nearest.note}"
        if nearest.zone in (Zone.TOP, Zone.BOTTOM) or nearest.block < 0
        else f"{who}; {nearest.note}"
    )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _is(names: list[str] | tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"
