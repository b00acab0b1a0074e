"""Is a person credited in the very block of the story's first or last words?

"(Jane Doe, Example News) The council ...", "... by law. (Jane Doe)", "Jane Doe writes for Example News." as the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.credits.edges import Signed, closings, correspondents, openings, person_first
from licheck.credits.line import read_line
from licheck.credits.mention import WHY_NOT, is_led, list_start
from licheck.credits.people import What, what_is
from licheck.model.credit import Sighting
from licheck.model.page import Block
from licheck.model.zones import Zone
from licheck.names import Match, find_name
from licheck.patterns import pattern
from licheck.text import fold

_BEFORE = 4  # words before the name among which a lead word makes it a credit
_NOTE = 240  # characters of a last paragraph that is a note on the writer
_HEAD, _TAIL, _AFTER = (
    200,
    160,
    60,
)  # characters of a line of the story in which a credit may stand, and behind it
_OPENS = 3  # characters before the name that opens a note on the writer
# What writers are called in notes on them.
_PRESS = frozenset(
    """reporter writer journalist correspondent editor columnist contributor redakteur redakteurin journalistin reporterin
    korrespondent korrespondentin autor autorin journaliste rédacteur rédactrice correspondant correspondante periodista
    redactor redactora corresponsal reportero reportera jornalista repórter giornalista redattore redattrice corrispondente
    verslaggever verslaggeefster redacteur skribent toimittaja dziennikarz dziennikarka novinář novinářka""".split()
)
_BIO_WORDS = 10  # words behind it among which the job stands
BIO = pattern(r"^[^.]{0,60}?\b(?:is|was|are|covers|writes|reports|has|teaches|works|joined|wrote|hat|ist|war|est|es|era|è|é|schreibt|berichtet|écrit|escribe|escribió|escribieron|écrivent|couvre|couvrent|cubren|ont|a écrit|cubre|jest|är|er)\b", re.I)  # fmt: skip
"""How a biography goes on behind its person's name."""
_WORKS = pattern(
    r"^,?\s(?:(?:writes|reports|works|schreibt|arbeitet|berichtet|escribe|trabaja|escreve|scrive|écrit|travaille|schrijft|werkt|skriver|pisze)\s"
    r"(?:for|at|für|bei|para|en|na|no|per|pour|à|chez|voor|bij|för|dla|w)|is (?:with|at))\s(?:the\s|der\s|die\s|das\s|la\s|le\s|el\s)?[A-ZÀ-Þ]"
)


def glued(person: str, block: Block, index: int, last: int) -> Iterator[Sighting]:
    """A credit in the same block as the story's first or last words. `index` is that block's place, `last` the last one's."""
    for line, at in lines_in(block):
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
    if match.start > _OPENS or len(line) > _NOTE:
        return False
    after = line[match.end :]
    return _WORKS.match(after) is not None or (
        BIO.match(after) is not None
        and any(word.strip(",.;:") in _PRESS for word in fold(after).split()[:_BIO_WORDS])
    )


def _signatures(line: str) -> Iterator[tuple[int, int, Zone]]:
    """Where the writers are named in the first or last words of a story, as start and end, and where that is."""
    for place in (*openings(line), *closings(line)):
        if _is_signature(line, place):
            yield place.start, place.end, Zone.BOTTOM if place.closes else Zone.TOP
    if reporters := correspondents(line):
        yield reporters.start, reporters.end, Zone.TOP


def is_signed(line: str, match: Match) -> bool:
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


def lines_in(block: Block) -> Iterator[tuple[str, int]]:
    """Each line of a block, and where in its text that begins."""
    at = 0
    for line in block.text.split("\n"):
        yield line, at
        at += len(line) + 1
