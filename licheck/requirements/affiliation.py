"""The writer's affiliation stands with the writer's name, where a reader sees it.

`of: publisher` asks for the publisher's name (any of its names in the rule set) in or next to the byline, or in a
biography of the writer. `of: institution` asks for the writer's own institution, as the original gives it. The publisher's
notice, its links, logo and pixel name the publisher too: none of them is the writer's affiliation.

Options: `of`: `publisher` or `institution`; `place`: `byline`, `top` or `bottom`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.credit import Role
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._judging import (
    ZONES_OF,
    at_block,
    finding,
    hidden_naming,
    is_byline,
    not_for,
    notice_evidence,
    place_for,
    publisher_at,
    zones_in_words,
)
from licheck.text import fold

_NEXT_TO = 3  # blocks between a name and what still stands "next to" it
_LINE = 14  # words of a line that names an organisation as author
_SAME_WORDS = 0.6  # of an institution's telling words that must stand with the name (it may be abbreviated)
_SMALL = frozenset("the of and for at in on de la du des der die das und et y von a an professor associate assistant lecturer senior dr phd".split())  # fmt: skip

# Words that most institutions have in their names: by themselves they tell none from another.
_USUAL = frozenset("university universität université universidad universidade universita college institute institut instituto school department center centre faculty research".split())  # fmt: skip


class Of(Enum):
    """Whose name the affiliation is."""

    PUBLISHER = "publisher"
    INSTITUTION = "institution"


@dataclass(frozen=True, kw_only=True)
class Affiliation(Requirement):
    """The writer's affiliation stands with the writer's name, where a reader sees it."""

    kind: ClassVar[str] = "affiliation"

    of: Of = Of.PUBLISHER
    place: Where = Where.BYLINE

    def judge(self, case: Case) -> Finding:
        """Passed when the affiliation stands in or next to a byline, or is itself credited as author."""
        return not_for(self, case) or (
            self._publisher(case) if self.of is Of.PUBLISHER else self._institution(case)
        )

    def _publisher(self, case: Case) -> Finding:
        zones = ZONES_OF[self.place]
        name = case.rule_set.publisher.name
        blocks = set(case.zones.blocks(*zones))
        namings = list(publisher_at(case, sorted(blocks | {block for block, _ in _seen_writers(case, zones)})))
        for block, start, end in namings:
            for at, who in _bylines(case, zones):
                if abs(at - block) <= _NEXT_TO:
                    return finding(self, Verdict.PASSED, f"{name} is named with {who}", evidence=[at_block(case, block, start, end)])
        bylines = list(_bylines(case, zones))
        for block, start, end in namings:
            if _names_author(case, block):
                reason = f"{name} is named as author"
                return finding(self, Verdict.PASSED, reason, evidence=[at_block(case, block, start, end)])
        folded_away = list(hidden_naming(case, perhaps=True))
        if folded_away:
            reason = f"{name} is named only in what a reader may not see"
            return self._amiss(
                case, Verdict.CANT_TELL, reason, [*folded_away, *_instead(case, bylines)], name
            )
        evidence = [
            *_instead(case, bylines),
            *_elsewhere(case, set(blocks)),
            *hidden_naming(case),
            *notice_evidence(case),
        ]
        far = [
            at_block(
                case, block, start, end, counts=False, note="names the publisher, but not with the writer"
            )
            for block, start, end in namings
        ]
        return self._amiss(case, Verdict.FAILED, _why(case, bylines, bool(far)), [*far, *evidence], name)

    def _institution(self, case: Case) -> Finding:
        publisher = case.rule_set.publisher
        stated = case.original.affiliations if case.original else ()
        wanted = tuple(name for name in stated if not named(name, publisher.names, publisher.others))
        zones = ZONES_OF[self.place]
        bylines = list(_bylines(case, zones))
        if not wanted:
            reason = (
                "the original does not say which institution the writer belongs to"
                if case.original
                else "without the original nobody knows the writer's institution"
            )
            beside = [credit for credit in case.credits if credit.affiliations and credit.zone in zones]
            evidence = [
                at_block(case, credit.block, credit.start, credit.end, note="an affiliation stands here")
                for credit in beside
            ]
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence, "INSTITUTION")
        near = {block for at, _ in bylines for block in range(at - _NEXT_TO, at + _NEXT_TO + 1)}
        blocks = [
            block
            for block in case.zones.blocks(*zones)
            if not bylines or block in near or case.zones.of[block] is Zone.BOTTOM
        ]
        found: list[Evidence] = []
        missing: list[str] = []
        for institution in wanted:
            block = next(
                (block for block in blocks if _same_institution(institution, case.page.blocks[block].text)),
                None,
            )
            if block is None:
                missing.append(institution)
            else:
                found.append(at_block(case, block))
        if not missing:
            return finding(
                self, Verdict.PASSED, f"{'; '.join(wanted)} stands with the writer", evidence=found
            )
        evidence = [
            at_block(case, block, counts=False, note=f"names {who} without it") for block, who in bylines
        ]
        return self._amiss(
            case,
            Verdict.FAILED,
            f"{'; '.join(missing)} does not stand with the writer's name",
            [*evidence, *found],
            missing[0],
        )

    def _amiss(
        self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence], name: str
    ) -> Finding:
        writer = " and ".join(case.people) or next(
            (who for _, who in _bylines(case, ZONES_OF[self.place])), "FIRST AND LAST NAME"
        )
        return finding(
            self, verdict, reason, evidence=evidence, looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, self.place), remedy=f"By {writer}, {name}",
        )  # fmt: skip


def _bylines(case: Case, zones: tuple[Zone, ...]) -> Iterator[tuple[int, str]]:
    """(block, person) of each byline, once: of the writers who are known or read off the page, then any other (also misspelt ones)."""
    told: set[int] = set()
    for block, person in _seen_writers(case, zones):
        if block not in told:
            told.add(block)
            yield block, person
    for credit in case.credits:
        if credit.zone in zones and credit.block not in told and is_byline(case, credit):
            told.add(credit.block)
            yield credit.block, credit.persons[0]


def _seen_writers(case: Case, zones: tuple[Zone, ...]) -> Iterator[tuple[int, str]]:
    """(block, person) wherever a writer who was looked for is credited."""
    for person, sightings in case.sightings.items():
        for seen in sightings:
            if seen.counts and seen.zone in zones and seen.block >= 0:
                yield seen.block, person


def _names_author(case: Case, block: int) -> bool:
    """Whether a block credits the publisher itself as author ("By Example News"), or is nothing but its name."""
    text = case.page.blocks[block].text
    if len(text.split()) > _LINE or any(statement.block == block for statement in case.statements):
        return False  # "Originally published by Example News" says where it stood, not who wrote it
    publisher = case.rule_set.publisher
    return any(
        credit.block == block and credit.role is Role.WRITER and not credit.persons and any(named(name, publisher.names, publisher.others) for name in credit.organisations)
        for credit in case.credits
    )  # fmt: skip


def _instead(case: Case, bylines: list[tuple[int, str]]) -> Iterator[Evidence]:
    """What stands with the writer in place of the affiliation."""
    others = case.rule_set.publisher.others
    for block, who in bylines[:2]:
        text = case.page.blocks[block].text
        rival = named(text, others, case.rule_set.publisher.names)
        if rival:
            note = f"'{text[slice(*rival[0])]}' is not {case.rule_set.publisher.name}"
        else:
            note = f"names {who} without the affiliation"
        yield at_block(case, block, counts=False, note=note)


def _elsewhere(case: Case, done: set[int]) -> Iterator[Evidence]:
    rest = [block for block in range(len(case.page.blocks)) if block not in done]
    for block, start, end in publisher_at(case, rest):
        yield at_block(
            case,
            block,
            start,
            end,
            standing=Standing.ELSEWHERE,
            counts=False,
            note="names the publisher, but not with the writer",
        )


def _why(case: Case, bylines: list[tuple[int, str]], far: bool) -> str:
    name = case.rule_set.publisher.name
    if bylines:
        return f"{bylines[0][1]} is credited without {name}" + (
            "; it is named elsewhere, not with the writer" if far else ""
        )
    if case.masks and not far:
        short = min(case.rule_set.publisher.names, key=len)
        return (
            f"{name} ({short}) stands only in the licence notice itself, not with the writer"
            if short != name
            else f"{name} stands only in the licence notice itself"
        )
    return f"{name} does not stand with the writer's name; no byline is there that could carry it"


def _same_institution(institution: str, text: str) -> bool:
    """Whether a text names an institution, in full or with most of its telling words."""
    words = {word.strip(".,;()") for word in fold(institution).split()}
    wanted = words - _SMALL - _USUAL or words - _SMALL
    present = {word.strip(".,;()") for word in fold(text).split()}
    return bool(wanted) and len(wanted & present) >= (
        len(wanted) if len(wanted) <= 2 else round(len(wanted) * _SAME_WORDS)
    )
