"""Where is this person named on the page, and does it credit the person as writer to a reader's eye?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from licheck.credits.company import Company
from licheck.credits.edges import Signed, closings, correspondents, openings, person_first
from licheck.credits.lead import lead_of, mid_lead
from licheck.credits.line import find_lead, is_tag_line, read_line
from licheck.credits.lines import in_author_box
from licheck.credits.mention import WHY_NOT, is_led, is_licensed, list_start
from licheck.credits.people import What, what_is
from licheck.credits.stated import stated_credits
from licheck.credits.vocabulary import JOBS
from licheck.model.case import Mask
from licheck.model.credit import Role, Sighting
from licheck.model.finding import Standing
from licheck.model.page import PERHAPS, Block, BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.names import NO_MATCH, SHORTENED, Likeness, Match, find_name
from licheck.patterns import pattern
from licheck.text import fold, skeleton

_SHORT_LINE = 14  # words: a line this short that holds the name is a credit line
_LONG_LINE = 240  # characters of a line that can be nothing but credits
_BELOW = 2  # blocks below the story at most at which a byline stands in a box of its own
_TWO_LINES = 80  # characters of a credit with a name that is set in two lines
_BEFORE = 4  # words before the name among which a lead word makes it a credit
_HEAD, _TAIL, _AFTER = (
    200,
    160,
    60,
)  # characters of a line of the story in which a credit may stand, and behind it
_BIO_REACH = 4  # words from a sentence's start within which a biography names its person
_BIO = pattern(r"^[^.]{0,60}?\b(?:is|was|are|covers|writes|reports|has|teaches|works|joined|wrote|hat|ist|war|est|es|era|è|é|schreibt|berichtet|écrit|escribe|escribió|escribieron|écrivent|couvre|couvrent|cubren|ont|a écrit|cubre|jest|är|er)\b", re.I)  # fmt: skip
_WORKS = pattern(
    r"^,?\s(?:(?:writes|reports|works|schreibt|arbeitet|berichtet|escribe|trabaja|escreve|scrive|écrit|travaille|schrijft|werkt|skriver|pisze)\s"
    r"(?:for|at|für|bei|para|en|na|no|per|pour|à|chez|voor|bij|för|dla|w)|is (?:with|at))\s(?:the\s|der\s|die\s|das\s|la\s|le\s|el\s)?[A-ZÀ-Þ]"
)
_OPENS = 3  # characters before the name that opens a note on the writer
_BIO_WORDS = 10  # words behind it among which the job stands
_SAYS = pattern(
    r"^\s*(?:says|said|wrote|schreibt|sagt|dit|dice)?\s*:\s*$|^\s*(?:says|schreibt|dit|dice)\s*:", re.I
)
_TALKS = pattern(r"^\s(?:talks?|speaks?|discuss(?:es)?|joins?|appears?|interviews?|chats?|explores?|spricht|redet|parle|habla|conversa|parla)\s", re.I)  # fmt: skip
UNSEEN = "not seen by a reader: "  # how the note of a hidden name begins
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
        found += _unseen(person, page)
        found += _stated(person, page)
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
            for line, at in _lines(block):
                match = find_name(person, line)
                if match.likeness > Likeness.FAMILY_ONLY or (
                    match.likeness and find_lead(line)[0] is Role.WRITER
                ):
                    yield _judge(person, page, block, index, zone, line, at, match, index in masked, company)
        elif index in (zones.first, zones.last) and zone is Zone.ARTICLE and index not in masked:
            yield from _glued(person, block, index, zones.last)
        elif zone is Zone.FURNITURE and _is_at_story(index, zones) and index not in masked:
            for line, at in _lines(block):
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
    return not before or (joined != before.rstrip() and len(joined.split()) <= _BEFORE and joined.isprintable())


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


def _lines(block: Block) -> Iterator[tuple[str, int]]:
    at = 0
    for line in block.text.split("\n"):
        yield line, at
        at += len(line) + 1


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
    why_not = _not_a_byline(page, block, line, match)
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


def _not_a_byline(page: Page, block: Block, line: str, match: Match) -> str:
    """Why a line with the name in it is no credit as writer; empty where it is one."""
    credit = next((parsed for parsed in read_line(line) if parsed.start <= match.start < parsed.end), None)
    if credit is not None and credit.role in WHY_NOT and not is_led(line[: match.start]):
        return WHY_NOT[credit.role]
    if (block.kind is BlockKind.CAPTION or _in_figure(page, block)) and not _in_address(page, block):
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
    if is_licensed(before, after) or _is_signed(line, match):
        return ""
    sentence = re.split(r"(?<=[.!?])\s", before)[-1]
    if len(sentence.split()) <= _BIO_REACH and (_BIO.match(after) or after.startswith(",")):
        return ""
    return "named in a sentence, not credited as writer"


def _in_figure(page: Page, block: Block) -> bool:
    return any(box.tag in ("figure", "figcaption") for box in page.around(block.container, 4))


def _in_address(page: Page, block: Block) -> bool:
    """Whether a line stands in an `address` within its caption: the author's, beside a portrait."""
    return any(box.tag == "address" for box in page.around(block.container, 3))


def _glued(person: str, block: Block, index: int, last: int) -> Iterator[Sighting]:
    """A credit in the same block as the story's first or last words."""
    for line, at in _lines(block):
        for start, end, zone in _signatures(line):
            match = find_name(person, line[start:end])
            if match.likeness.is_same:
                match = Match(match.likeness, match.start + start, match.end + start)
                yield _in_story(person, line, index, at, match, zone)
                return
        match = find_name(person, line[:_HEAD])
        if match.likeness.is_same and index == last and _is_closing_note(line, match):
            yield _in_story(person, line, index, at, match, Zone.BOTTOM)
            return
        before = line[: list_start(line, match.start)]
        if match.likeness.is_same and is_led(before) and len(before.split()) <= _BEFORE:
            yield _in_story(person, line, index, at, match, Zone.TOP)
            return
        cut = max(0, len(line) - _TAIL)
        match = find_name(person, line[cut:])
        if not match.likeness.is_same:
            continue
        match = Match(match.likeness, match.start + cut, match.end + cut)
        before = line[: list_start(line, match.start)].rstrip()
        if len(line) - match.end <= _AFTER and (before.endswith(("—", "–", "-", "(", "/")) or is_led(before)):
            yield _in_story(person, line, index, at, match, Zone.BOTTOM)
            return


def _is_closing_note(line: str, match: Match) -> bool:
    """Whether a story's last paragraph is a note on its writer: it begins with the name and says what that person does."""
    if match.start > _OPENS or len(line) > _LONG_LINE:
        return False
    after = line[match.end :]
    return _WORKS.match(after) is not None or (
        _BIO.match(after) is not None and any(word.strip(",.;:") in JOBS for word in fold(after).split()[:_BIO_WORDS])
    )


def _signatures(line: str) -> Iterator[tuple[int, int, Zone]]:
    """Where the writers are named in the first or last words of a story, as start and end, and where that is."""
    for place in (*openings(line), *closings(line)):
        if _is_signature(line, place):
            yield place.start, place.end, Zone.BOTTOM if place.closes else Zone.TOP
    if reporters := correspondents(line):
        yield reporters.start, reporters.end, Zone.TOP


def _is_signed(line: str, match: Match) -> bool:
    """Whether a name in a long line stands in a credit at its beginning or its end."""
    return any(start <= match.start and match.end <= end for start, end, _ in _signatures(line))


def _is_signature(line: str, place: Signed) -> bool:
    """Whether what opens or closes a story's block is a writer's name, alone in brackets, or with an outlet."""
    text = person_first(line[place.start : place.end])
    credits = read_line(text)
    if any(credit.role in WHY_NOT for credit in credits):
        return False
    if place.bracketed and what_is(text, True) is What.PERSON:
        return True
    return any(credit.persons and (credit.affiliations or credit.organisations) for credit in credits)


def _in_story(person: str, line: str, index: int, at: int, match: Match, zone: Zone) -> Sighting:
    note = "in the same block as the story"
    return Sighting(
        person,
        match.likeness,
        line,
        index,
        at + match.start,
        at + match.end,
        zone=zone,
        counts=True,
        note=note,
    )


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


def _unseen(person: str, page: Page) -> Iterator[Sighting]:
    """Sightings in what a reader does not see: hidden text, and the texts behind pictures."""
    for block in page.hidden:
        match = find_name(person, block.text)
        if match.likeness.is_same:
            yield Sighting(
                person,
                match.likeness,
                block.text[max(0, match.start - 60) : match.end + 90],
                -1,
                offset=page.locator(page, block, match.start),
                standing=Standing.HIDDEN,
                note=block.hidden if block.hidden.startswith(PERHAPS) else f"{UNSEEN}{block.hidden}",
            )
    for image in page.images:
        for name, text in (("alt", image.alt), ("title", image.title)):
            match = find_name(person, text) if text else NO_MATCH
            if match.likeness.is_same:
                yield Sighting(
                    person,
                    match.likeness,
                    text,
                    -1,
                    offset=image.offset,
                    standing=Standing.ALIVE,
                    note=f"only in a picture's {name} text",
                )


def _stated(person: str, page: Page) -> Iterator[Sighting]:
    """Sightings in metadata."""
    for credit in stated_credits(page):
        match = find_name(person, credit.text)
        if match.likeness.is_same:
            yield Sighting(
                person,
                match.likeness,
                credit.text,
                -1,
                offset=credit.offset,
                standing=Standing.METADATA,
                note=f"only in metadata ({credit.where}), where no reader sees it",
            )
