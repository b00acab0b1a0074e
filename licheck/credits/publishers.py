"""Lines that name the publisher, read again with that known.

An outlet of everyday words ("Jersey Bee") is no person then, and a name beside it is the writer's, whether or not its given
name is a usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from licheck.credits.company import Company
from licheck.credits.likely import Surroundings
from licheck.credits.line import read_line
from licheck.credits.lines import LONGEST_LINE
from licheck.credits.parsed import Parsed
from licheck.credits.people import What, has_given_name, tells_alone, what_is
from licheck.credits.read import placed
from licheck.credits.segments import round_brackets
from licheck.model.case import Mask
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import JOINT, BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.organisations import may_be_named, named
from licheck.patterns import pattern
from licheck.text import other_scripts

_OUTLET = (
    "Quillon News"  # stands in for the publisher's name while a line is read: by its form it is an outlet's
)
_WORDS = 16  # words of a line without lead word that can be a writer and an outlet
# Words that join a writer with the outlet: a comma says the same.
_JOINED = pattern(
    r"(?:,\s*|\s+)(?:of|for|from|at|with|via|by|through|on behalf of|(?:special )?(?:to|for|from|courtesy of)"
    r"|von|vom|von der|für|für die|bei|bei der|para|para a|para la|para el|de|de la|da|do|per|per la|pour|pour la|dla|для)\s+(?:the\s+)?"
    rf"(?={_OUTLET})",
    re.I,
)
_GENITIVE = pattern(rf"^(\W*(?:by\s+|from\s+)?)(?:the\s+)?{_OUTLET}['’]s?\s+(.+)$", re.I)
_REPORTER = pattern(rf"^{_OUTLET}\s?(记者|記者|기자|특파원)\s?(.+)$")
_AFTER_SIGNS = pattern(rf"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\s(?={_OUTLET})")
_FROM = pattern(rf"^\W*from\s+(?=.+, {_OUTLET})", re.I)
_BESIDE = pattern(rf"[,，、،]\s?{_OUTLET}|[(（\[]{_OUTLET}")


def with_publisher(
    credits: Sequence[Credit],
    page: Page,
    zones: Zones,
    masks: Sequence[Mask],
    names: Sequence[str],
    others: Sequence[str],
) -> list[Credit]:
    """The credits of a page, those in lines beside the story that name the publisher read again with its `names`.

    `others` are names of somebody else that hold one of them.
    """
    if not may_be_named(page.text, names):
        return list(credits)
    again = _Again(page, zones, masks, tuple(names), tuple(others))
    found = {place: read for place in again.places() if (read := again.read(*place, credits))}
    if not found:
        return list(credits)
    kept = [credit for credit in credits if not any(_is_in(credit, *place) for place in found)]
    new = [credit for several in found.values() for credit in several]
    seen = [credit for credit in kept if credit.standing is Standing.SEEN]
    rest = [credit for credit in kept if credit.standing is not Standing.SEEN]
    return [*sorted((*seen, *new), key=lambda credit: (credit.block, credit.start)), *rest]


def _is_in(credit: Credit, block: int, at: int, line: str) -> bool:
    """Whether a credit was read in a line that begins at index `at` of a block."""
    return credit.block == block and at <= credit.start < at + len(line)


class _Again:
    """Reads the lines of one page again."""

    def __init__(
        self, page: Page, zones: Zones, masks: Sequence[Mask], names: tuple[str, ...], others: tuple[str, ...]
    ) -> None:
        self.page, self.zones, self.names, self.others = page, zones, names, others
        self.masked = frozenset(mask.block for mask in masks)
        self.around = Surroundings(page, zones)
        self.company = Company(page, zones, masked=self.masked)

    def places(self) -> Iterator[tuple[int, int, str]]:
        """(block, index in its text, line) of each short line beside the story that may name the publisher."""
        for block in self._beside():
            text, kind, *_ = self.page.blocks[block]
            if (
                block in self.masked
                or kind is BlockKind.CAPTION
                or not may_be_named(self.page.folded[block], self.names)
            ):
                continue
            at = 0
            for line in text.split("\n"):
                if line and len(line) <= LONGEST_LINE:
                    yield block, at, line
                at += len(line) + 1

    def _beside(self) -> Iterator[int]:
        """The blocks of the credit zones, and those between headline and story that a link made be taken for another box's."""
        headline = self.zones.headline
        for block, zone in enumerate(self.zones.of):
            between = headline is not None and headline < block < self.zones.first
            if zone in (Zone.TOP, Zone.BOTTOM) or (zone is Zone.FURNITURE and between):
                yield block

    def read(self, block: int, at: int, line: str, known: Sequence[Credit]) -> list[Credit]:
        """The credits in a line where one of them is a writer's with the publisher, or where those that are `known` take a
        part of its name for a person's; none otherwise.
        """
        spans = named(line, self.names, self.others)
        here = [credit for credit in known if _is_in(credit, block, at, line)]
        mistaken = any(_within(credit, line, spans) for credit in here)
        if not spans or (not mistaken and any(map(self._is_whole, here))):
            return []
        plain = _with_stand_in(line, spans)
        parsed = read_line(plain)
        if not plain.isascii() and not any(one.persons for one in parsed):
            parsed = read_line(f"By {plain}")  # a name that nothing but a lead word tells to be one
            for one in parsed:
                one.led = one.sure = False
        ours = line[slice(*spans[0])]
        credits = [self._credit(one, plain, block, at, line, ours) for one in parsed]
        credits = [placed(credit, self.page, self.company) for credit in credits]
        return credits if mistaken or any(_with_outlet(credit, ours) for credit in credits) else []

    def _is_whole(self, credit: Credit) -> bool:
        """Whether a line that was read as this credit has nothing more to tell: a sure writer's, with the publisher."""
        if not (credit.sure and credit.persons and credit.affiliations):
            return False
        return any(named(outlet, self.names, self.others) for outlet in credit.affiliations)

    def _is_byline(self, parsed: Parsed, plain: str) -> bool:
        """Whether what was read is a writer with the publisher as outlet."""
        if parsed.role is not Role.WRITER or not parsed.persons or _OUTLET not in plain:
            return False
        if parsed.led:
            return True
        if not any(_OUTLET in name for name in (*parsed.affiliations, *parsed.organisations)):
            return False
        beside = _BESIDE.search(plain) is not None
        return len(plain.split()) <= _WORDS and all(
            has_given_name(name) or (beside and tells_alone(name)) for name in parsed.persons
        )

    def _credit(self, parsed: Parsed, plain: str, block: int, at: int, line: str, ours: str) -> Credit:
        def told(names: Sequence[str]) -> tuple[str, ...]:
            return tuple(name.replace(f"the {_OUTLET}", ours).replace(_OUTLET, ours) for name in names)

        credit = Credit(
            persons=tuple(parsed.persons),
            role=parsed.role,
            text=line.strip(),
            block=block,
            start=at,
            end=at + len(line),
            zone=Zone.TOP if self.zones.of[block] is Zone.FURNITURE else self.zones.of[block],
            affiliations=told(parsed.affiliations),
            organisations=told(parsed.organisations),
            date=parsed.date,
            place=parsed.place,
        )
        sure = parsed.led or (self._is_byline(parsed, plain) and self.around.is_at_story(credit))
        rare = [name for name in parsed.persons if not has_given_name(name)]
        if sure and not parsed.led and rare and self.around.is_used_otherwise(rare):
            sure = False
        return credit if sure else replace(credit, sure=False, likely=False)


def _within(credit: Credit, line: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the name of one of a credit's persons stands within one of these places of a line, and nowhere else."""
    return any(
        name in line
        and all(line.find(name) >= start and line.rfind(name) + len(name) <= end for start, end in spans[:1])
        for name in credit.persons
    )


def _with_outlet(credit: Credit, ours: str) -> bool:
    """Whether a credit is a writer's, and says that the writer is with the publisher."""
    outlets = (*credit.affiliations, *credit.organisations)
    return bool(credit.persons) and credit.role is Role.WRITER and (credit.sure or ours in outlets)


def _with_stand_in(line: str, spans: Sequence[tuple[int, int]]) -> str:
    """A line with the stand-in for the publisher's name, behind a comma where a word joins it with what stands before."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [line[at:start], _OUTLET]
        at = end
    text = round_brackets("".join((*pieces, line[at:]))).rstrip(" :")
    if other_scripts(text):
        text = _AFTER_SIGNS.sub("，", _REPORTER.sub(rf"\1 \2, {_OUTLET}", text))
    genitive = _GENITIVE.match(text.replace(JOINT, " "))
    if genitive:
        text = f"{genitive[1]}{genitive[2]}, {_OUTLET}"
    text = _FROM.sub("", _JOINED.sub(", ", text))
    before, _, after = text.partition(f" {_OUTLET}")
    if not (before[-1:].isalpha() or before.endswith("Jr.")) or what_is(before) is not What.PERSON:
        return text
    sign = "," if has_given_name(before) else " |"  # "Jane Doe Example News"
    return f"{before}{sign} {_OUTLET}{after}"
