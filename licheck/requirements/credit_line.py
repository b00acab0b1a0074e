"""A line names the publisher as the story's source.

Any sentence outside the story that says that it comes from the publisher counts ("originally published by", "republished
from", "source:", in many languages), and so does the publisher's name as author. With `exactly: true` only the prescribed
`wording` counts, up to its last name: the sentence may go on. Naming is not crediting: the notice, a picture's text, a link in
a menu, a headline's suffix or the story's own sentences do not count.

Options: `wording`: sentences per language, one of which suffices; `exactly`; `byline_counts`: false where the publisher's
name in the byline, or alone on a line, is not enough; `place`: `top`, `bottom` or `anywhere`;
`place_level`: how much the place binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Level, Standing, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template, Variable
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.requirements._judging import (
    ZONES_OF,
    at_block,
    at_offset,
    finding,
    hidden_naming,
    not_for,
    notice_evidence,
    place_for,
    publisher_at,
    zones_in_words,
)
from licheck.text import fold

_LINE = 8  # words of a line that is nothing but a credit ("Example News", "By Example News")
_BLANK = re.compile(r"\[(?:author|name|url|link|date|title|publication|headline|insert)[^\]]{0,30}\]|\{\{?\s*(?:author|name|url|link|date|title|headline)[^}]{0,30}\}|\btt\.mm\.jjjj\b|\bdd\.mm\.yyyy\b|\bxxxx+\b", re.I)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CreditLine(Requirement):
    """A line names the publisher as the story's source."""

    kind: ClassVar[str] = "credit_line"

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
        found = list(self._credits(case))
        blank = [block for block, _, _ in found if _BLANK.search(case.page.blocks[block].text)]
        if blank:
            evidence = [
                at_block(case, block, counts=False, note="a placeholder was left unfilled") for block in blank
            ]
            return self._amiss(case, "the credit line still holds a placeholder", evidence)
        zones = (
            (*ZONES_OF[self.place], Zone.ARTICLE) if self.place is Where.ANYWHERE else ZONES_OF[self.place]
        )
        placed = [hit for hit in found if case.zones.of[hit[0]] in zones]
        if placed:
            shown = placed if self.place_level is Level.MUST else found
            evidence = [at_block(case, *hit) for hit in shown]
            return finding(
                self,
                Verdict.PASSED,
                f"{case.rule_set.publisher.name} is credited as the source",
                evidence=evidence,
            )
        if found:
            where = case.zones.of[found[0][0]].value
            reason = f"{case.rule_set.publisher.name} is credited as the source, but in the {where}; asked for is the {self.place.value}"
            evidence = [
                at_block(
                    case,
                    *hit,
                    counts=self.place_level is not Level.MUST,
                    note="" if self.place_level is not Level.MUST else "in another place than asked for",
                )
                for hit in found
            ]
            if self.place_level is not Level.MUST:
                return finding(self, Verdict.PASSED, f"{reason} where possible", evidence=evidence)
            return self._amiss(case, reason, evidence)
        misses = list(_misses(case))
        told = f": {misses[0].note}" if misses and misses[0].standing is not Standing.ELSEWHERE else ""
        return self._amiss(
            case, f"no line credits {case.rule_set.publisher.name} as the source{told}", misses
        )

    def _credits(self, case: Case) -> Iterator[tuple[int, int, int]]:
        """(block, start, end) of everything that credits the publisher, sentences first."""
        found = {hit[0]: hit for hit in self._prescribed(case)}
        if not self.exactly:
            for statement in case.statements:
                found.setdefault(statement.block, (statement.block, statement.start, statement.end))
            blocks = case.zones.blocks(Zone.TOP, Zone.BOTTOM)
            for block, start, end in publisher_at(case, blocks):
                if self.byline_counts and (
                    len(case.page.blocks[block].text.split()) <= _LINE or _as_author(case, block)
                ):
                    found.setdefault(block, (block, start, end))
        plain = {
            statement.block for statement in case.statements
        }  # sentences first, then lines that are just a name
        yield from (found[block] for block in sorted(found, key=lambda block: (block not in plain, block)))

    def _prescribed(self, case: Case) -> Iterator[tuple[int, int, int]]:
        patterns = [
            pattern
            for templates in self.wording.values()
            for template in templates
            for pattern in [_pattern(template, case)]
            if pattern
        ]
        masked = {mask.block for mask in case.masks}
        for block in case.zones.blocks(Zone.TOP, Zone.BOTTOM, Zone.ARTICLE) if patterns else ():
            folded = fold(case.page.blocks[block].text)[:4000]
            if block not in masked and any(pattern.search(folded) for pattern in patterns):
                spans = named(
                    case.page.blocks[block].text,
                    case.rule_set.publisher.names,
                    case.rule_set.publisher.others,
                )
                yield (block, 0, spans[0][1] if spans else len(case.page.blocks[block].text))

    def _amiss(self, case: Case, reason: str, evidence: list[Evidence]) -> Finding:
        place = Where.BOTTOM if self.place is Where.BOTTOM else Where.TOP
        return finding(
            self, Verdict.FAILED, reason, evidence=evidence, looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, place), remedy=self._snippet(case),
        )  # fmt: skip

    def _snippet(self, case: Case) -> str:
        original = case.original
        values = {"publisher": case.rule_set.publisher.name, "authors": " and ".join(case.people)}
        values |= {"url": original.url, "headline": original.title} if original else {}
        first = next((template for templates in self.wording.values() for template in templates), None)
        text = (
            first.render({key: value for key, value in values.items() if value})
            if first
            else f"This story was originally published by {case.rule_set.publisher.name}."
        )
        return text


def _as_author(case: Case, block: int) -> bool:
    publisher = case.rule_set.publisher
    return any(
        credit.block == block
        and any(
            named(name, publisher.names, publisher.others)
            for name in (*credit.organisations, *credit.affiliations)
        )
        for credit in case.credits
    )


def _pattern(template: Template, case: Case) -> re.Pattern[str] | None:
    """A prescribed sentence as a pattern over folded text, up to and with its last name or word; full stops are free."""
    pieces: list[str] = []
    for part in template.parts:
        if isinstance(part, Variable):
            pieces.append(
                "(?:" + "|".join(re.escape(fold(name)) for name in case.rule_set.publisher.names) + ")"
                if part.name == "publisher"
                else r".{1,200}?"
            )
        else:
            words = [re.escape(word) for word in fold(part).rstrip(". ").split()]
            if words:
                pieces.append(r"\s+".join(words))
    return re.compile(r"\s*".join(pieces)) if pieces else None


def _misses(case: Case) -> Iterator[Evidence]:
    """Where the publisher is named without being credited."""
    for block, start, end in publisher_at(case, range(len(case.page.blocks))):
        zone = case.zones.of[block]
        note = {
            Zone.TITLE: "named in the headline: that is no credit",
            Zone.ARTICLE: "named in the story's own text, not credited",
            Zone.FURNITURE: "named elsewhere on the page, not with this story",
        }.get(zone, "named, but not as the source of the story")
        yield at_block(case, block, start, end, standing=Standing.ELSEWHERE, counts=False, note=note)
    publisher = case.rule_set.publisher
    for image in case.page.images:
        if named(image.alt, publisher.names, publisher.others):
            yield at_offset(
                case,
                image.alt,
                image.offset,
                standing=Standing.ALIVE,
                counts=False,
                note="only in a picture's alternative text",
            )
    yield from hidden_naming(case)
    yield from notice_evidence(case)
