"""A line names the publisher as the story's source.

Any sentence outside the story that says that it comes from the publisher counts ("originally published by",
"republished from", "source:", in many languages), and so does the publisher's name as author. With
`exactly: true` only the prescribed `wording` counts, up to its last name: the sentence may go on. Where a wording
names the writers (`{authors}`) and they are known, it is no credit with other names in their place. Naming is
not crediting: the notice, a picture's text, a link in a menu, a headline's suffix or the story's own
sentences do not count.

Options: `wording`: sentences per language, one of which suffices; `exactly`; `byline_counts`: false where
the publisher's name in the byline, or alone on a line, is not enough; `place`: `top`, `bottom`, `anywhere`,
`dek`, or `first_paragraph`, where the prescribed wording can stand in the story's own words; `place_level`: how much
the place binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Level, Standing, Verdict
from licheck.model.page import JOINT, BlockKind
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._authors_named import authors_in, right_authors, why_wrong, with_authors
from licheck.requirements._byline_blocks import byline_zones, zone_of
from licheck.requirements._judging import (
    AT_PLACE,
    IN_ZONE,
    LINES,
    MISPLACED,
    UNSURE,
    ZONES_OF,
    at_block,
    at_offset,
    finding,
    hidden_naming,
    not_for,
    notice_evidence,
    place_for,
    publisher_at,
    stands_at,
    zones_in_words,
)
from licheck.requirements._links import url_of
from licheck.requirements._naming import credits_story
from licheck.text import fold

_LINE = 8  # words of a line that is nothing but a credit ("Example News", "By Example News")
_EDGE = 2  # paragraphs from the story's ends
_SIGNS = 2  # signs beside a name that is all of a line of a script without spaces
_SEARCHED = 4_000  # characters of a block in which a wording is looked for: patterns must not run on forever
_GAP = 200  # characters that a variable of the wording may stand for, as of a long headline
# Not "Example Newsroom"; a sign of a script without spaces may follow "Example News".
_NAME_ENDS = "(?![a-z])"
_BLANK = pattern(
    r"\[(?:author|name|url|link|date|title|publication|headline|insert)[^\]]{0,30}\]"
    r"|\{\{?\s*(?:author|name|url|link|date|title|headline)[^}]{0,30}\}"
    r"|\btt\.mm\.jjjj\b|\bdd\.mm\.yyyy\b|\bxxxx+\b",
    re.I,
)
_NOT_CREDITED = {
    Zone.TITLE: "named in the headline: that is no credit",
    Zone.ARTICLE: "named in the story's own text, not credited",
    Zone.FURNITURE: "named elsewhere on the page, not with this story",
}


class _Hit(NamedTuple):
    """A credit: text[start:end] of a block."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class CreditLine(Requirement):
    """A line names the publisher as the story's source."""

    kind: ClassVar[str] = "credit_line"
    places: ClassVar[tuple[Where, ...]] = tuple(Where)

    wording: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    exactly: bool = False
    byline_counts: bool = True
    place: Where = Where.ANYWHERE
    place_level: Level = Level.MUST

    def judge(self, case: Case) -> Finding:
        """Passed when a credit to the publisher is seen where asked."""
        other = not_for(self, case)
        if other:
            return other
        misnaming = self._misnaming(case)
        found = list(self._credits(case, misnaming))
        if misnaming and not found:
            return self._of_others(case, misnaming)
        return self._of_credits(case, found)

    def _of_others(self, case: Case, misnaming: Mapping[int, str]) -> Finding:
        """The finding for a credit that is as prescribed, but for the writers' names."""
        evidence = [at_block(case, block, counts=False, note=note) for block, note in misnaming.items()]
        return self._failed(case, f"The credit line {evidence[0].note}", evidence)

    def _of_credits(self, case: Case, found: Sequence[_Hit]) -> Finding:
        name = case.rule_set.publisher.name
        blank = [hit.block for hit in found if _BLANK.search(case.page.blocks[hit.block].text)]
        if blank:
            note = "a placeholder was left unfilled"
            evidence = [at_block(case, block, counts=False, note=note) for block in blank]
            return self._failed(case, "The credit line still holds a placeholder", evidence)
        placed = [hit for hit in found if self._stands(case, hit.block)]
        if placed:
            shown = placed if self.place_level is Level.MUST else found
            evidence = [at_block(case, *hit) for hit in shown]
            return finding(self, Verdict.PASSED, f"{name} is credited as the source", evidence=evidence)
        if found:
            return self._misplaced(case, found)
        misses = list(_misses(case))
        if folded_away := list(hidden_naming(case, perhaps=True)):
            reason = f"{name} is named only where some readers do not see it"
            return self._failed(case, reason, [*folded_away, *misses], Verdict.CANT_TELL)
        return self._failed(case, f"No line credits {name} as the source{_nearest(misses)}", misses)

    def _stands(self, case: Case, block: int) -> bool | None:
        """Whether a credit stands at the place; None where there is no telling. One in the story's first or last paragraphs,
        as form tells them, is a line above or below it.
        """
        zones = case.zones
        if zones.by == "form" and zones.of[block] is Zone.ARTICLE:
            if self.place is Where.TOP and block <= zones.first + _EDGE:
                return True
            if self.place is Where.BOTTOM and block >= zones.last - _EDGE:
                return True
        if zones.of[block] is Zone.FURNITURE and self.place not in LINES:
            return zone_of(case, block) in ZONES_OF[self.place]
        return stands_at(case, block, self.place)

    def _misplaced(self, case: Case, found: Sequence[_Hit]) -> Finding:
        """The finding for credits in other places than the one asked for."""
        must = self.place_level is Level.MUST
        unsure = [hit for hit in found if self._stands(case, hit.block) is None]
        note = (UNSURE if unsure else MISPLACED) if must else ""
        evidence = [at_block(case, *hit, counts=not must, note=note) for hit in unsure or found]
        here = IN_ZONE[case.zones.of[(unsure or found)[0].block]]
        reason = f"{case.rule_set.publisher.name} is credited as the source {here}"
        if must:
            verdict = Verdict.CANT_TELL if unsure else Verdict.FAILED
            return self._failed(case, f"{reason}; it is asked for {AT_PLACE[self.place]}", evidence, verdict)
        reason += f"; where possible it should stand {AT_PLACE[self.place]}"
        return finding(self, Verdict.PASSED, reason, evidence=evidence)

    def _credits(self, case: Case, misnaming: Mapping[int, str]) -> Iterator[_Hit]:
        """Everything that credits the publisher, once for each block: sentences first, then mere names. What names others
        than the writers in the prescribed sentence is none.
        """
        hits = [hit for hit in self._prescribed(case) if hit.block not in misnaming]
        sentences = {said.block for said in case.statements}
        if not self.exactly:
            hits += [_Hit(said.block, said.start, said.end) for said in case.statements]
            # "By our newsroom, Example News" is no such sentence: who is named in it, is a matter of `byline`.
            hits += _bare_names(case) if self.byline_counts else ()
            hits = [hit for hit in hits if not (hit.block in misnaming and hit.block in sentences)]
        found: dict[int, _Hit] = {}
        for hit in hits:
            found.setdefault(hit.block, hit)
        yield from sorted(found.values(), key=lambda hit: (hit.block not in sentences, hit.block))

    def _prescribed(self, case: Case) -> Iterator[_Hit]:
        """The blocks that hold one of the prescribed sentences, each up to the publisher's name."""
        publisher = case.rule_set.publisher
        forms = [template.as_pattern(publisher.names, _GAP, _NAME_ENDS) for template in self._templates]
        wanted = [re.compile(form) for form in forms if form]
        if not wanted:
            return
        for block in self._searched(case):
            text = case.page.blocks[block].text
            if _holds(text, wanted):
                spans = named(text, publisher.names, publisher.others)
                # Else its name is but a part of somebody else's.
                if spans or not named(text, publisher.others):
                    yield _Hit(block, 0, spans[0][1] if spans else len(text))

    def _misnaming(self, case: Case) -> dict[int, str]:
        """The blocks that hold a prescribed sentence with other names in it than the writers', each with what is wrong."""
        asking = list(with_authors(self._templates))
        if not asking:
            return {}
        names = case.rule_set.publisher.names
        others = [template for template in self._templates if template not in asking]
        plain = [re.compile(form) for one in others if (form := one.as_pattern(names, _GAP, _NAME_ENDS))]
        found: dict[int, str] = {}
        for block in self._searched(case):
            text = case.page.blocks[block].text
            told = [words for one in asking if (words := authors_in(one, names, _NAME_ENDS, text))]
            right = _holds(text, plain) or any(right_authors(case, words) for words in told)
            if told and not right and not _BLANK.search(text):
                found[block] = why_wrong(case, told[0])
        return found

    @property
    def _templates(self) -> list[Template]:
        return [template for several in self.wording.values() for template in several]

    def _searched(self, case: Case) -> Iterator[int]:
        masked = {mask.block for mask in case.masks}
        yield from (
            block for block in case.zones.blocks(Zone.TOP, Zone.BOTTOM, Zone.ARTICLE) if block not in masked
        )

    def _failed(
        self, case: Case, reason: str, evidence: list[Evidence], verdict: Verdict = Verdict.FAILED
    ) -> Finding:
        place = self.place if self.place in (Where.BOTTOM, *LINES) else Where.TOP
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, place),
            remedy=self._snippet(case),
        )

    def _snippet(self, case: Case) -> str:
        """The first prescribed sentence, filled in as far as the facts are known, or one of our own."""
        publisher = case.rule_set.publisher.name
        first = next(iter(self._templates), None)
        if first is None:
            return f"This story was originally published by {publisher}."
        values = {"publisher": publisher, "authors": " and ".join(case.people)}
        if case.original:
            values |= {"url": url_of(case), "headline": case.original.title}
        return first.render({key: value for key, value in values.items() if value})


def _holds(text: str, wanted: Sequence[re.Pattern[str]]) -> bool:
    """Whether one of these wordings stands in a text, in which a word may end where two elements meet."""
    readings = {fold(text)[:_SEARCHED], fold(text.replace(JOINT, " "))[:_SEARCHED]}
    return any(form.search(reading) for form in wanted for reading in readings)


def _bare_names(case: Case) -> Iterator[_Hit]:
    """Where the publisher's name is (nearly) all of a line beside the story, or stands as its author."""
    page = case.page
    beside = {*case.zones.blocks(Zone.TOP, Zone.BOTTOM), *byline_zones(case)}
    for block, start, end in publisher_at(case, sorted(beside)):
        text, kind = page.blocks[block].text, page.blocks[block].kind
        if kind in (BlockKind.CAPTION, BlockKind.CONTROL):
            continue
        if (_is_all(text, start, end) or _as_author(case, block)) and credits_story(page, block, start, end):
            yield _Hit(block, start, end)


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether the name at text[start:end] is (nearly) all of a line."""
    if " " not in text and not text.isascii() and len(text) > end - start + _SIGNS:
        return False  # a script without spaces: "the ministry's papers" is one word
    return len(text.split()) <= _LINE


def _as_author(case: Case, block: int) -> bool:
    publisher = case.rule_set.publisher
    return any(
        credit.block == block and named(name, publisher.names, publisher.others)
        for credit in case.credits
        for name in (*credit.organisations, *credit.affiliations)
    )


def _nearest(misses: Sequence[Evidence]) -> str:
    """What the reason says of the nearest miss; nothing of a mere naming somewhere."""
    if not misses or misses[0].standing is Standing.ELSEWHERE:
        return ""
    if misses[0].standing is Standing.NOTICE:
        return "; its own notice does not count"
    return f"; {misses[0].note}"


def _misses(case: Case) -> Iterator[Evidence]:
    """Where the publisher is named without being credited."""
    for block, start, end in publisher_at(case, range(len(case.page.blocks))):
        note = _NOT_CREDITED.get(case.zones.of[block], "named, but not as the source of the story")
        yield at_block(case, block, start, end, standing=Standing.ELSEWHERE, counts=False, note=note)
    publisher = case.rule_set.publisher
    for image in case.page.images:
        if named(image.alt, publisher.names, publisher.others):
            note = "named only in a picture's alternative text"
            yield at_offset(case, image.alt, image.offset, standing=Standing.ALIVE, counts=False, note=note)
    yield from hidden_naming(case)
    yield from notice_evidence(case)
