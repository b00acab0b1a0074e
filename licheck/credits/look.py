"""Where is this person named on the page, and does it credit the person as writer to a reader's eye?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from licheck.credits.company import Company
from licheck.credits.lead import lead_of, mid_lead
from licheck.credits.line import find_lead, is_tag_line, read_line
from licheck.credits.lines import in_address, in_author_box
from licheck.credits.mention import WHY_NOT, is_led, is_licensed, list_start
from licheck.credits.unseen import stated, unseen
from licheck.credits.within import BIO, glued, is_signed, lines_in
from licheck.model.case import Mask
from licheck.model.credit import Role, Sighting
from licheck.model.finding import Standing
from licheck.model.page import PERHAPS, Block, BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.names import SHORTENED, Likeness, Match, find_name
from licheck.patterns import pattern
from licheck.text import fold, skeleton

_SHORT_LINE = 14  # words: a line this short that holds the name is a credit line
_LONG_LINE = 240  # characters of a line that can be nothing but credits
_BELOW = 2  # blocks below the story at most at which a byline stands in a box of its own
_TWO_LINES = 80  # characters of a credit with a name that is set in two lines
_JOINED = 4  # words of another name that is joined to this one
_BIO_REACH = 4  # words from a sentence's start within which a biography names its person
_SAYS = pattern(
    r"^\s*(?:says|said|wrote|schreibt|sagt|dit|dice)?\s*:\s*$|^\s*(?:says|schreibt|dit|dice)\s*:", re.I
)
_TALKS = pattern(r"^\s(?:talks?|speaks?|discuss(?:es)?|joins?|appears?|interviews?|chats?|explores?|spricht|redet|parle|habla|conversa|parla)\s", re.I)  # fmt: skip
_MOST = 40  # sightings that are remembered for one person
_ORDER = {standing: at for at, standing in enumerate(Standing)}


def look_for(
    person: str,
    page: Page,
    zones: Zones,
    masks: Sequence[Mask],
    story: frozenset[int],
) -> tuple[Sighting, ...]:
    """All places where a page names a person, those that count first, then the nearest misses.

    `story` are the blocks known to be the original's own text. What is hidden, in metadata or elsewhere
    on the page is only searched when nothing that is seen counts.
    """
    found = list(_near(person, page, zones, masks, story))
    if not any(sighting.counts for sighting in found):
        found += _over_two_lines(person, page, zones, masks)
    if not any(sighting.counts for sighting in found):
        found += _elsewhere(person, page, zones, masks, {sighting.block for sighting in found})
        found += unseen(person, page)
        found += stated(person, page)
    found.sort(key=lambda seen: (not seen.counts, _closeness(seen), _order(seen), seen.block))
    return tuple(found[:_MOST])


def _order(seen: Sighting) -> int:
    """What some readers see comes before what nobody does."""
    return -1 if seen.note.startswith(PERHAPS) else _ORDER[seen.standing]


def _closeness(seen: Sighting) -> int:
    return (
        {Zone.TOP: 0, Zone.BOTTOM: 1}.get(seen.zone, 2)
        if seen.likeness.is_same
        else 3
        if seen.likeness > Likeness.FAMILY_ONLY
        else 4
    )


def _near(
    person: str, page: Page, zones: Zones, masks: Sequence[Mask], story: frozenset[int]
) -> Iterator[Sighting]:
    """Sightings in the credit zones, and in lines between the story's paragraphs that are not the story's."""
    masked = frozenset(mask.block for mask in masks)
    company = Company(page, zones, story, masked)
    for index, zone in enumerate(zones.of):
        block = page.blocks[index]
        if zone in (Zone.TOP, Zone.BOTTOM) or (zone is Zone.ARTICLE and story and index not in story):
            for line, at in lines_in(block):
                match = find_name(person, line)
                if match.likeness > Likeness.FAMILY_ONLY or (
                    match.likeness and find_lead(line)[0] is Role.WRITER
                ):
                    yield _judge(person, page, block, index, zone, line, at, match, index in masked, company)
        elif index in (zones.first, zones.last) and zone is Zone.ARTICLE and index not in masked:
            yield from glued(person, block, index, zones.last)
        elif zone is Zone.FURNITURE and _is_at_story(index, zones) and index not in masked:
            for line, at in lines_in(block):
                match = find_name(person, line)
                if match.likeness.is_same and (
                    _says_writer(page, index, line) or (index < zones.first and _is_of_names(line, match))
                ):
                    where = Zone.TOP if index < zones.first else Zone.BOTTOM
                    yield _judge(person, page, block, index, where, line, at, match, False, company)


def _is_at_story(block: int, zones: Zones) -> bool:
    """Whether a block in a box that was taken for another stands between the headline and the story, or directly below."""
    if zones.headline is not None and zones.headline < block < zones.first:
        return True
    return 0 <= zones.last < block <= zones.last + _BELOW


def _is_of_names(line: str, match: Match) -> bool:
    """Whether a line between the headline and the story begins with a name, or with another one joined to it: a list of
    writers that is one link, and for its length was taken for a title."""
    start = list_start(line, match.start)
    before = line[:start]
    joined = before.rstrip(" ,，、،&·")
    return not before or (
        joined != before.rstrip() and len(joined.split()) <= _JOINED and joined.isprintable()
    )


def _says_writer(page: Page, block: int, line: str) -> bool:
    """Whether a line or the label of its box says that a name in it is the writer's."""
    lead = lead_of(line) or mid_lead(line)
    if lead is not None:
        return lead.role is Role.WRITER
    return (
        len(line) <= _LONG_LINE
        and in_author_box(page, block)
        and any(credit.persons and credit.role is Role.WRITER for credit in read_line(line))
    )


def _over_two_lines(person: str, page: Page, zones: Zones, masks: Sequence[Mask]) -> Iterator[Sighting]:
    """Where a name runs over two lines of a block, or over two blocks of a box."""
    family = skeleton(person.split()[-1]) if person.split() else ""
    if page.text.isascii() and family not in page.text:
        return
    masked = frozenset(mask.block for mask in masks)
    company = Company(page, zones, masked=masked)
    for index in zones.blocks(Zone.TOP, Zone.BOTTOM):
        block, text = page.blocks[index], page.blocks[index].text
        if (
            "\n" not in text
            and index + 1 < len(page.blocks)
            and page.blocks[index + 1].container == block.container
        ):
            text = f"{text}\n{page.blocks[index + 1].text}"
        if "\n" not in text or len(text) > _TWO_LINES or index in masked:
            continue
        line = text.replace("\n", " ")
        match = find_name(person, line)
        if match.likeness.is_same and "\n" in text[match.start : match.end]:
            seen = _judge(person, page, block, index, zones.of[index], line, 0, match, False, company)
            yield replace(seen, end=min(seen.end, len(block.text)))


def _judge(
    person: str,
    page: Page,
    block: Block,
    index: int,
    zone: Zone,
    line: str,
    at: int,
    match: Match,
    masked: bool,
    company: Company,
) -> Sighting:
    """One sighting outside the story's own text: does it count?"""
    start, end = at + match.start, at + match.end
    seen = Sighting(person, match.likeness, line, index, start, end, zone=zone)
    if masked:
        return replace(seen, standing=Standing.NOTICE, note="stands in the publisher's own notice")
    if not match.likeness.is_same and match.likeness is not Likeness.WITHOUT_LAST:
        return replace(seen, note=unlike(person, line[match.start : match.end], match.likeness))
    why_not = _not_a_byline(page, block, index, line, match)
    if not why_not:
        why_not = company.why_not(index, at, line, match.start, match.end)
    if why_not:
        return replace(seen, note=why_not)
    if not match.likeness.is_same:
        return replace(seen, note=SHORTENED)
    return replace(
        seen,
        counts=True,
        note="initials or a short form of the name" if match.likeness is Likeness.SAME_SHORT else "",
    )


def unlike(person: str, found: str, likeness: Likeness) -> str:
    """Why a near miss is not the person, in a sentence."""
    if likeness is Likeness.WITHOUT_LAST:
        return SHORTENED
    if likeness is Likeness.MISSPELT:
        return f"'{found}' is one letter off '{person}': misspelt"
    if likeness is Likeness.LOOK_ALIKE:
        odd = next((sign for sign in found if skeleton(sign) != fold(sign) and not sign.isascii()), "")
        code = f" ('{odd}' is U+{ord(odd):04X})" if odd else ""
        return f"looks like '{person}' but has letters of another script{code}: machines and search engines see another name"
    return f"only the family name of '{person}'"


def _not_a_byline(page: Page, block: Block, index: int, line: str, match: Match) -> str:
    """Why a line with the name in it is no credit as writer; empty where it is one."""
    credit = next((parsed for parsed in read_line(line) if parsed.start <= match.start < parsed.end), None)
    if credit is not None and credit.role in WHY_NOT and not is_led(line[: match.start]):
        return WHY_NOT[credit.role]
    if (block.kind is BlockKind.CAPTION or _in_figure(page, block)) and not in_address(page, index):
        return "named in a picture's caption, not as writer"
    before, after = line[: list_start(line, match.start)], line[match.end :]
    if _SAYS.match(after) and not before.strip():
        return "named as the author of a comment"
    if is_tag_line(line):
        return "named in a list of tags"
    if _TALKS.match(after) and not is_led(before):
        return "named in a sentence, not credited as writer"
    if len(line.split()) <= _SHORT_LINE or is_led(before) or (credit is not None and len(line) <= _LONG_LINE):
        return ""
    if is_licensed(before, after) or is_signed(line, match):
        return ""
    sentence = re.split(r"(?<=[.!?])\s", before)[-1]
    if len(sentence.split()) <= _BIO_REACH and (BIO.match(after) or after.startswith(",")):
        return ""
    return "named in a sentence, not credited as writer"


def _in_figure(page: Page, block: Block) -> bool:
    return any(box.tag in ("figure", "figcaption") for box in page.around(block.container, 4))


def _elsewhere(
    person: str, page: Page, zones: Zones, masks: Sequence[Mask], done: set[int]
) -> Iterator[Sighting]:
    """Sightings in the story's own sentences and in the rest of the page: none of them counts."""
    masked = {mask.block for mask in masks}
    family = skeleton(person.split()[-1]) if person.split() else ""
    for index, (block, folded) in enumerate(zip(page.blocks, page.folded, strict=True)):
        if family not in folded and (folded.isascii() or family not in skeleton(block.text)):
            continue
        if index in done:
            continue
        match = find_name(person, block.text)
        if match.likeness < Likeness.LOOK_ALIKE:
            continue
        zone = zones.of[index]
        note, standing = "named in the story, not credited", Standing.ELSEWHERE
        if index in masked:
            note, standing = "stands in the publisher's own notice", Standing.NOTICE
        elif zone is Zone.TITLE:
            note = "named in the headline, not credited"
        elif zone is Zone.FURNITURE:
            note = "named elsewhere on the page, not with this story"
        if not match.likeness.is_same:
            note = unlike(person, block.text[match.start : match.end], match.likeness)
        yield Sighting(
            person,
            match.likeness,
            block.text,
            index,
            match.start,
            match.end,
            zone=zone,
            standing=standing,
            note=note,
        )
