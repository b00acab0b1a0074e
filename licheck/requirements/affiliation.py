"""The writer's affiliation stands with the writer's name, where a reader sees it.

`of: publisher` asks for the publisher's name (any of its names in the rule set) in or next to the byline,
or in a biography of the writer. `of: institution` asks for the writer's own institution, as the original
gives it. The publisher's notice, its links, logo and pixel name the publisher too: none of them is the
writer's affiliation. Where the rule set asks for a credit line as well, that line does not stand for both.

Options: `of`: `publisher` or `institution`; `place`: `byline`, `top` or `bottom`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, NamedTuple

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._institutions import is_funding, is_named_in
from licheck.requirements._judging import (
    ZONES_OF,
    at_block,
    finding,
    hidden_naming,
    is_byline,
    listed,
    not_for,
    notice_evidence,
    place_for,
    publisher_at,
    zones_in_words,
)
from licheck.requirements._outlet_lines import (
    Beside,
    Naming,
    beside,
    is_call,
    is_of_else,
    is_past,
    is_pictured,
    names_author,
    notes,
)
from licheck.requirements._remedies import WRITER

_NEXT_TO = 3  # blocks from a name to what still stands "next to" it: a date and a caption may be between
_PERHAPS = "next to the byline, perhaps as the writer's outlet"
_NOT_WITH_WRITER = "names the publisher, but not with the writer"


class Of(Enum):
    """Whose name the affiliation is."""

    PUBLISHER = "publisher"
    INSTITUTION = "institution"


class _Byline(NamedTuple):
    """A writer's name in the page: it begins at text[start] of a block."""

    block: int
    start: int
    person: str


@dataclass(frozen=True, kw_only=True)
class Affiliation(Requirement):
    """The writer's affiliation stands with the writer's name, where a reader sees it."""

    kind: ClassVar[str] = "affiliation"

    of: Of = Of.PUBLISHER
    place: Where = Where.BYLINE

    def judge(self, case: Case) -> Finding:
        """Passed when the affiliation stands in or next to a byline, or is itself credited as author."""
        other = not_for(self, case)
        if other:
            return other
        if self.of is Of.PUBLISHER:
            return self._publisher(case)
        return self._institution(case, list(_bylines(case, ZONES_OF[self.place])))

    def _publisher(self, case: Case) -> Finding:
        zones, name = ZONES_OF[self.place], case.rule_set.publisher.name
        inside = set(case.zones.blocks(*zones))
        searched = inside | {byline.block for byline in _seen_writers(case, zones)}
        namings = [
            one
            for one in publisher_at(case, sorted(searched))
            if not is_of_else(case, one[0]) and not is_past(case, one)
        ]
        # First the writers who are known: reading all credits takes longer than all the rest.
        bylines: list[_Byline] = []
        for bylines_of in (_seen_writers, _bylines):
            bylines = list(bylines_of(case, zones))
            if near := _next_to(case, bylines, namings, Beside.OUTLET):
                evidence = [at_block(case, *near[1])]
                reason = f"{name} is named with {near[0].person}"
                return finding(self, Verdict.PASSED, reason, evidence=evidence)
        for block, start, end in namings:
            if names_author(case, block) and not is_call(case, (block, start, end)):
                evidence = [at_block(case, block, start, end)]
                return finding(self, Verdict.PASSED, f"{name} is named as author", evidence=evidence)
        if note := next(notes(case, zones), None):
            evidence = [at_block(case, note.block, note.start, note.end)]
            return finding(self, Verdict.PASSED, f"{name} is named with {note.persons[0]}", evidence=evidence)
        instead = list(_instead(case, bylines))
        folded_away = list(hidden_naming(case, perhaps=True))
        if folded_away:
            reason = f"{name} is named only where some readers do not see it"
            return self._amiss(case, Verdict.CANT_TELL, reason, [*folded_away, *instead], name, bylines)
        if near := _next_to(case, bylines, namings, Beside.PERHAPS):
            evidence = [at_block(case, *near[1], counts=False, note=_PERHAPS)]
            reason = (
                f"{name} is named next to {near[0].person}'s byline, and the line may be about something else"
            )
            return self._amiss(case, Verdict.CANT_TELL, reason, [*evidence, *instead], name, bylines)
        far = [at_block(case, *naming, counts=False, note=_NOT_WITH_WRITER) for naming in namings]
        others = [*_elsewhere(case, inside), *hidden_naming(case), *notice_evidence(case)]
        reason = _why(case, bylines, named_apart=bool(far))
        return self._amiss(case, Verdict.FAILED, reason, [*far, *instead, *others], name, bylines)

    def _institution(self, case: Case, bylines: Sequence[_Byline]) -> Finding:
        publisher = case.rule_set.publisher
        stated = case.original.affiliations if case.original else ()
        wanted = [name for name in stated if not named(name, publisher.names, publisher.others)]
        if not wanted:
            return self._unknown_institution(case, bylines)
        blocks = self._blocks_near(case, bylines)
        at = {name: _first_with(case, name, blocks) for name in wanted}
        found = [at_block(case, block) for block in at.values() if block is not None]
        missing = [name for name, block in at.items() if block is None]
        if not missing:
            verb = "stands" if len(wanted) == 1 else "stand"
            reason = f"{listed(wanted)} {verb} with the writer's name"
            return finding(self, Verdict.PASSED, reason, evidence=found)
        evidence = [
            at_block(case, byline.block, counts=False, note=f"names {byline.person} without it")
            for byline in bylines
        ]
        verb = "does" if len(missing) == 1 else "do"
        reason = f"{listed(missing)} {verb} not stand with the writer's name"
        return self._amiss(case, Verdict.FAILED, reason, [*evidence, *found], missing[0], bylines)

    def _unknown_institution(self, case: Case, bylines: Sequence[_Byline]) -> Finding:
        """The finding where no original says which institution is asked for."""
        if case.original:
            reason = "The original does not say which institution the writer belongs to"
        else:
            reason = "Without the original, the writer's institution is not known"
        zones = ZONES_OF[self.place]
        evidence = [
            at_block(case, credit.block, credit.start, credit.end, note="an affiliation stands here")
            for credit in case.credits
            if credit.affiliations and credit.zone in zones
        ]
        return self._amiss(case, Verdict.CANT_TELL, reason, evidence, "INSTITUTION", bylines)

    def _blocks_near(self, case: Case, bylines: Sequence[_Byline]) -> list[int]:
        """The blocks in which an institution stands with the writer: next to a byline, or below the story."""
        blocks = [
            block
            for block in case.zones.blocks(*ZONES_OF[self.place])
            if not is_pictured(case, block) and not is_funding(case, block)
        ]
        if not bylines:
            return blocks
        names = {byline.block for byline in bylines}
        return [
            block
            for block in blocks
            if case.zones.of[block] is Zone.BOTTOM or any(abs(at - block) <= _NEXT_TO for at in names)
        ]

    def _amiss(
        self,
        case: Case,
        verdict: Verdict,
        reason: str,
        evidence: Iterable[Evidence],
        name: str,
        bylines: Sequence[_Byline],
    ) -> Finding:
        """The finding; `name` is the affiliation that is missing. With a byline it belongs to that line."""
        place = place_for(case, self.place)
        if bylines:
            block = case.page.blocks[bylines[0].block]
            place = Place("with the writer's name", case.page.locate(block, bylines[0].start).line)
        writer = listed(case.people) or (bylines[0].person if bylines else WRITER)
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=zones_in_words(case, self.place),
            belongs_at=place,
            remedy=f"By {writer}, {name}",
        )


def _bylines(case: Case, zones: tuple[Zone, ...]) -> Iterator[_Byline]:
    """Each byline once: first of the writers who are known or read off the page, then any (also misspelt)."""
    told: set[int] = set()
    for byline in _seen_writers(case, zones):
        if byline.block not in told:
            told.add(byline.block)
            yield byline
    for credit in case.credits:
        if credit.zone in zones and credit.block not in told and is_byline(case, credit):
            told.add(credit.block)
            yield _Byline(credit.block, credit.start, credit.persons[0])


def _next_to(
    case: Case, bylines: Sequence[_Byline], namings: Sequence[Naming], wanted: Beside
) -> tuple[_Byline, Naming] | None:
    """The first naming of the publisher that stands in the line of a byline, or next to it in a line that is `wanted`; and
    that byline.
    """
    for naming in namings:
        for byline in bylines:
            if abs(byline.block - naming[0]) <= _NEXT_TO and (
                _in_one_line(case, byline, naming) or beside(case, naming) is wanted
            ):
                return byline, naming
    return None


def _in_one_line(case: Case, byline: _Byline, naming: Naming) -> bool:
    """Whether a byline and a naming stand in one line of a block."""
    low, high = sorted((byline.start, naming[1]))
    return byline.block == naming[0] and "\n" not in case.page.blocks[naming[0]].text[low:high]


def _seen_writers(case: Case, zones: tuple[Zone, ...]) -> Iterator[_Byline]:
    """Wherever a writer who was looked for is credited."""
    for person, sightings in case.sightings.items():
        for seen in sightings:
            if seen.counts and seen.zone in zones and seen.block >= 0:
                yield _Byline(seen.block, seen.start, person)


def _instead(case: Case, bylines: Sequence[_Byline]) -> Iterator[Evidence]:
    """What stands with the writer in place of the affiliation, of two bylines at most."""
    publisher = case.rule_set.publisher
    for byline in bylines[:2]:
        text = case.page.blocks[byline.block].text
        rival = named(text, publisher.others, publisher.names)
        note = f"names {byline.person} without the affiliation"
        if rival:
            note = f"'{text[slice(*rival[0])]}' is not {publisher.name}"
        yield at_block(case, byline.block, counts=False, note=note)


def _elsewhere(case: Case, done: set[int]) -> Iterator[Evidence]:
    rest = [block for block in range(len(case.page.blocks)) if block not in done]
    for naming in publisher_at(case, rest):
        yield at_block(case, *naming, standing=Standing.ELSEWHERE, counts=False, note=_NOT_WITH_WRITER)


def _why(case: Case, bylines: Sequence[_Byline], *, named_apart: bool) -> str:
    """The sentence for a failure; `named_apart`: the name stands at the top or the bottom, but alone."""
    names = case.rule_set.publisher.names
    name, short = case.rule_set.publisher.name, min(names, key=len)
    if bylines:
        apart = "; the name stands elsewhere, not with the writer" if named_apart else ""
        return f"{bylines[0].person} is credited without the affiliation '{name}'{apart}"
    if case.notices and not named_apart:
        who = name if short == name else f"{name} ({short})"
        return f"{who} stands only in the licence notice itself, not with the writer"
    return f"There is no byline that could carry the affiliation '{name}'"


def _first_with(case: Case, institution: str, blocks: Iterable[int]) -> int | None:
    """The first of these blocks that names an institution."""
    return next((block for block in blocks if is_named_in(institution, case.page.blocks[block].text)), None)
