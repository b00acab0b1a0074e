"""Notes on the authors: biographies, and names with a job in an author's box, wherever a page has them.

They are read for the affiliation they give, and only those of people whom the page names as its writers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licheck.credits.beside import affiliations_in, is_role_line
from licheck.credits.biography import begins_biography, employer_of
from licheck.model.credit import Credit, Role
from licheck.model.page import Block, Page
from licheck.model.zones import Zone, Zones
from licheck.names import find_name
from licheck.text import fold

_LAST_PARAGRAPHS = 3  # of a story, that may be a note on its author in truth
_SHORTEST = 20  # characters of a biography
_NAME_LINE = 60  # characters of a line that is nothing but a name
_ABOUT = ("über ", "about ", "von ", "by ", "par ", "por ", "autor ", "autorin ", "author ", "sobre ", "à propos de ", "text: ", "autor: ", "autorin: ", "author: ")  # fmt: skip


def notes_on_authors(page: Page, zones: Zones, masked: set[int], writers: Sequence[str], credits: Sequence[Credit]) -> Iterator[Credit]:
    """A credit for each note that gives a writer's affiliation, unsure as all that is no byline.

    `writers` are the names of the page's writers, `credits` those that were read: a name alone above a note in a
    credit zone is whom the note is about, too.
    """
    if zones.first < 0 and not writers:
        return
    names = dict.fromkeys(name for name in writers if " " in name or len(writers) == 1)
    alone = _alone(page, credits)
    told = {credit.block for credit in credits if credit.affiliations}
    for block in _places(page, zones, tuple(names)):
        if block not in masked and block not in told:
            credit = _note(page, zones, block, tuple(names), alone)
            if credit is not None:
                yield credit


def _alone(page: Page, credits: Sequence[Credit]) -> dict[int, str]:
    """Block -> the person, for blocks of the credit zones that are nothing but one person's name."""
    return {
        credit.block: credit.persons[0]
        for credit in credits
        if credit.likely and len(credit.persons) == 1 and len(page.blocks[credit.block].text) <= _NAME_LINE
    }


def _places(page: Page, zones: Zones, names: tuple[str, ...]) -> Iterator[int]:
    """The blocks that may be notes: of the credit zones, the story's last ones, and elsewhere those with a writer's name."""
    last = [index for index in range(max(zones.first + 1, zones.last - _LAST_PARAGRAPHS + 1), zones.last + 1)]
    after = zones.headline if zones.headline is not None else max(zones.first, 0)
    for index, zone in enumerate(zones.of):
        text = page.blocks[index][0]
        if len(text) < _SHORTEST:
            continue
        if zone is Zone.TOP or zone is Zone.BOTTOM or index in last:
            yield index
        elif names and zone is Zone.FURNITURE and index > after and (
            text.startswith(names) or _is_name_line(page.blocks[index - 1][0], names)
        ):  # fmt: skip
            yield index


def _is_name_line(text: str, names: tuple[str, ...]) -> bool:
    return len(text) <= _NAME_LINE and _bare(text) in names


def _bare(text: str) -> str:
    """A line without words like "About" before the name."""
    lower = text.lower()
    for words in _ABOUT:
        if lower.startswith(words):
            return text[len(words) :].strip()
    return text.strip()


def _note(page: Page, zones: Zones, block: int, names: tuple[str, ...], alone: dict[int, str]) -> Credit | None:
    """The credit in one block, if it is a note on an author that gives an employer."""
    text = page.blocks[block].text
    person, headed = _whose(page.blocks, zones, block, names, alone)
    if not person:
        return None
    found = employer_of(text, person, headed=headed)
    outlets = (found.name,) if found else affiliations_in(text) if headed and zones.of[block] is Zone.FURNITURE else ()
    if not outlets:
        return None
    zone = zones.of[block]
    return Credit(
        persons=(person,), role=Role.WRITER, text=text[: found.end] if found else text, block=block, start=0,
        end=found.end if found else len(text), zone=Zone.BOTTOM if zone is Zone.ARTICLE else zone, affiliations=outlets, sure=False,
    )  # fmt: skip


def _whose(blocks: Sequence[Block], zones: Zones, block: int, names: tuple[str, ...], alone: dict[int, str]) -> tuple[str, bool]:
    """(person, headed): whom a block may be a note on; empty where it is on nobody whom the page names as a writer."""
    for above in (block - 1, block - 2):
        if above in alone and (zones.of[above] is zones.of[block] or zones.of[block] is Zone.ARTICLE):
            return alone[above], True
        if above >= 0 and _is_name_line(blocks[above].text, names):
            return _bare(blocks[above].text), True
        if above < 0 or not is_role_line(blocks[above].text):
            break
    text = blocks[block].text
    for name in names:
        if begins_biography(text, name) and (len(names) == 1 or _names(text, name)):
            return name, False
    return "", False


def _names(text: str, name: str) -> bool:
    """Whether a note's opening names this writer rather than another one."""
    opening = text[:90]
    return fold(name.split()[-1]) in fold(opening) or find_name(name, opening).likeness.is_same
