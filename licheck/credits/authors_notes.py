"""Notes on the authors: biographies, and names with a job in an author's box, wherever a page has them.

They are read for the affiliation they give, and only those of people whom the page names as its writers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from licheck.credits.beside import affiliations_in, is_role_line
from licheck.credits.biography import begins_biography, employer_of
from licheck.credits.lead import find_lead
from licheck.credits.line import read_line
from licheck.model.credit import Credit, Role
from licheck.model.page import Page
from licheck.model.zones import Zone, Zones
from licheck.names import find_name
from licheck.text import fold

_LAST_PARAGRAPHS = 3  # of a story, that may be a note on its author in truth
_SHORTEST = 3  # characters of a note
_NAME_LINE = 60  # characters of a line that is nothing but a name
_BYLINE = 120  # characters of a line elsewhere on the page that can be a writer's byline
_ABOUT = ("über ", "about ", "sobre ", "à propos de ", "zur person: ")


class Notes:
    """The notes of one page. `writers` are the names of its writers; `credits` those that were read in the credit zones:
    a name alone above a note is whom the note is about, too."""

    def __init__(self, page: Page, zones: Zones, writers: Sequence[str], credits: Sequence[Credit]) -> None:
        self.page, self.zones = page, zones
        self.names = tuple(dict.fromkeys(name for name in writers if " " in name or len(writers) == 1))
        self.alone = {
            credit.block: credit.persons[0]
            for credit in credits
            if credit.likely and len(credit.persons) == 1 and len(page.blocks[credit.block][0]) <= _NAME_LINE
        }
        self.told = {credit.block for credit in credits if credit.affiliations}

    def credits(self, masked: set[int]) -> Iterator[Credit]:
        """A credit for each note that gives a writer's affiliation, unsure as all that is no byline."""
        if not self.names and not self.alone:
            return
        for block in self._places():
            if block not in masked and block not in self.told:
                yield from self._in(block)

    def _places(self) -> Iterator[int]:
        """The blocks that may be notes: of the credit zones, the story's last ones, and elsewhere those with a writer's name."""
        zones, blocks = self.zones, self.page.blocks
        last = range(max(zones.first + 1, zones.last - _LAST_PARAGRAPHS + 1), zones.last + 1)
        after = zones.headline if zones.headline is not None else max(zones.first, 0)
        for index, zone in enumerate(zones.of):
            if zone is Zone.FURNITURE:
                if index > after and self.names and self._holds_writer(index):
                    yield index
                continue
            placed = zone is not Zone.TITLE and (zone is not Zone.ARTICLE or index in last)
            if placed and len(blocks[index][0]) >= _SHORTEST:
                yield index

    def _holds_writer(self, index: int) -> bool:
        """Quick: whether a block outside the credit zones names a writer, or stands below a writer's name."""
        text, above = self.page.blocks[index][0], self.page.blocks[index - 1][0]
        return (
            len(text) >= _SHORTEST
            and (len(above) <= _NAME_LINE or text.startswith(self.names) or len(text) <= _BYLINE)
            and any(name in text or name in above for name in self.names)
        )

    def _in(self, block: int) -> Iterator[Credit]:
        text, zone = self.page.blocks[block].text, self.zones.of[block]
        person, above = self._whose(block)
        if person:
            found = employer_of(text, person, headed=above >= 0)
            outlets: tuple[str, ...] = (found.name,) if found else ()
            if not found and above >= 0 and self.zones.of[above] is Zone.FURNITURE:
                outlets = affiliations_in(text)
            if outlets:
                end = found.end if found else len(text)
                below = zone is Zone.ARTICLE or (found is not None and block > self.zones.last)
                yield _note(person, text[:end], block, Zone.BOTTOM if below else zone, outlets)
                return
        if zone is Zone.FURNITURE and len(text) <= _BYLINE:
            yield from self._byline(block, text)

    def _byline(self, block: int, text: str) -> Iterator[Credit]:
        """A byline of a known writer that stands elsewhere: it credits nobody there, but gives the outlet."""
        lower = text.lower()
        if not any(name.lower() in lower for name in self.names):
            return
        parsed = [
            credit
            for credit in read_line(text)
            if credit.role is Role.WRITER and credit.persons and credit.affiliations
        ]
        if any(name in self.names for credit in parsed for name in credit.persons):
            for credit in parsed:
                yield _Found(
                    tuple(credit.persons), text, block, Zone.FURNITURE, tuple(credit.affiliations)
                ).credit()

    def _whose(self, block: int) -> tuple[str, int]:
        """(person, block of the name above): whom a block may be a note on; ("", -1) where it is on none of the writers."""
        zones, blocks = self.zones, self.page.blocks
        for above in (block - 1, block - 2):
            if above < 0:
                break
            if above in self.alone and (
                zones.of[above] is zones.of[block] or zones.of[block] is Zone.ARTICLE
            ):
                return self.alone[above], above
            named = self._named(blocks[above][0])
            if named:
                return named, above
            if not is_role_line(blocks[above][0]):
                break
        text = blocks[block][0]
        for name in self.names:
            if begins_biography(text, name) and (len(self.names) == 1 or _names(text, name)):
                return name, -1
        return "", -1

    def _named(self, text: str) -> str:
        """The writer whose name is all that a line says, but for "About" or a degree."""
        if len(text) > _NAME_LINE or not any(name in text for name in self.names):
            return ""
        bare = text.partition(",")[0].strip()
        lower = bare.lower()
        for words in _ABOUT:
            bare = bare[len(words) :] if lower.startswith(words) else bare
        _, length = find_lead(bare)
        return bare[length:].strip() if bare[length:].strip() in self.names else ""


class _Found(NamedTuple):
    persons: tuple[str, ...]
    text: str
    block: int
    zone: Zone
    outlets: tuple[str, ...]

    def credit(self) -> Credit:
        return Credit(
            persons=self.persons, role=Role.WRITER, text=self.text, block=self.block, start=0, end=len(self.text),
            zone=self.zone, affiliations=self.outlets, sure=False,
        )  # fmt: skip


def _note(person: str, text: str, block: int, zone: Zone, outlets: tuple[str, ...]) -> Credit:
    return _Found((person,), text, block, zone, outlets).credit()


def _names(text: str, name: str) -> bool:
    """Whether a note's opening names this writer rather than another one."""
    opening = text[:90]
    return fold(name.split()[-1]) in fold(opening) or find_name(name, opening).likeness.is_same
