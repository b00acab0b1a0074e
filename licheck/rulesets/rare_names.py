"""Bylines of people whose names no list holds: "Xuyo Quarrell | Example News".

Without a lead word ("By ...") and without a given name that is known, two words with capitals can be a section, a street
or a person. That the publisher's name follows says that the line is a credit; what the page says of the two words elsewhere
says whether they are somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from licheck.model.credit import Credit, Role
from licheck.model.page import Page
from licheck.model.ruleset import Publisher
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.text import fold

_LINE = 10  # words of a line that is a name and an outlet, perhaps with a day
_FEWEST, _MOST = 2, 4  # words of a name
_NEAR = 6  # blocks from headline or story within which a byline stands
_CLIMB = 3  # boxes around a line that say what it is
_BYLINE = pattern(r"by-?line|\bauthor|\bwriter|\bautor|auteur|verfasser")
_PAGE_OF_AUTHOR = pattern(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|staff|people|profiles?|team|reporters?|contributors?)/", re.I
)
_NAME = pattern(r"[^\W\d_a-z][\w'’-]+|[^\W\d_a-z]\.|(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|y)")
# Words of places, sections and bodies: who has one in the name is likelier to be one of these.
_NO_NAME = frozenset(
    """street avenue road square hill house court park county city town village valley river lake island beach coast bay bridge
    harbour harbor mill works north south east west northern southern eastern western state states national local world
    american first second third big great new old free public amendment policy crisis border energy climate health education
    politics business sports culture opinion ideas issue issues report reports reporting exclusive investigation analysis news
    daily weekly morning evening weekend edition special series project desk team staff editorial board press media wire
    service watch check fact facts tent capitol congress senate house white green election elections campaign war trade""".split()
)


def with_rare_names(
    credits: Sequence[Credit], page: Page, zones: Zones, publisher: Publisher
) -> list[Credit]:
    """The credits, where a name that no list holds, with the publisher's beside it, is as good as any other."""
    return [
        replace(credit, likely=True) if _is_signature(credit, page, zones, publisher) else credit
        for credit in credits
    ]


def _is_signature(credit: Credit, page: Page, zones: Zones, publisher: Publisher) -> bool:
    if credit.likely or credit.sure or credit.role is not Role.WRITER or len(credit.persons) != 1:
        return False
    above = zones.headline if zones.headline is not None else zones.first - _NEAR
    if credit.zone is not Zone.TOP or not above < credit.block < zones.first:
        return False
    if min(credit.block - above, zones.first - credit.block) > _NEAR:
        return False
    text = page.blocks[credit.block].text
    person = credit.persons[0]
    beside = text[text.find(person) + len(person) :]
    if len(text.split()) > _LINE or not named(beside, publisher.names, publisher.others):
        return False
    return _is_told(credit, page) or _is_only_a_name(person, page, credit.block)


def _is_told(credit: Credit, page: Page) -> bool:
    """Whether the page itself says that somebody is its author: by a box, a link, or its metadata."""
    boxes = page.around(page.blocks[credit.block].container, _CLIMB)
    if any(_BYLINE.search(box.label) for box in boxes if box.last - box.first <= _CLIMB):
        return True
    name = fold(credit.persons[0])
    if any(fold(meta.value) == name for meta in page.values("author")):
        return True
    here = (link for link in page.links if link.block == credit.block and fold(link.text) == name)
    return any("author" in link.rel.split() or _PAGE_OF_AUTHOR.search(link.href) for link in here)


def _is_only_a_name(person: str, page: Page, line: int) -> bool:
    """Whether none of its words is one that the page uses otherwise, or that places and sections have."""
    words = person.split()
    if not _FEWEST <= len(words) <= _MOST or not all(_NAME.fullmatch(word) for word in words):
        return False
    folded = {fold(word) for word in words}
    if folded & _NO_NAME:
        return False
    for at, block in enumerate(page.blocks):
        if at != line and (person in block.text or not folded.isdisjoint(_small(block.text))):
            return False
    return True


def _small(text: str) -> set[str]:
    """The words of a text that are written small."""
    return {word for word in re.findall(r"\w+", text) if word[0].islower()}
