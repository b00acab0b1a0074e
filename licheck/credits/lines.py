"""The lines of a page in which credits can stand, each with what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from licheck.credits.lead import lead_alone
from licheck.credits.line import Parsed, Segment, leads_to_author, read_line
from licheck.credits.people import given_names, has_given_name, has_organisation_word, is_given_name
from licheck.credits.same import same_person
from licheck.credits.words import FIRST_WORDS, MID_LEADS
from licheck.model.credit import Role
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.text import fold_word

LONGEST_LINE = 240  # characters of a line that can be a credit
_UNKNOWN_WORDS = 6  # words of a line without lead word in which no known given name is
_UNSURE_WORDS = 16  # words of one that can still be a name and what belongs to it
_OUTLET_WORDS = 8  # words of one that can be nothing but an outlet's name
_LED_WORDS = 60  # words of a line in the middle of which a lead word is looked for
_NEAR_HEADLINE, _NEAR_STORY, _NEAR_END = (
    8,
    8,
    4,
)  # blocks within which a name without known given name can be a byline
_EDGE = "\"'“”„‘’«»()[]{}:;,.*_#·•|–—-​"


@dataclass
class Line:
    """A line of a block outside the story: `text` is `Page.blocks[block].text[at : at + len(text)]`."""

    block: int
    at: int
    text: str
    zone: Zone
    credits: list[Parsed] = field(default_factory=list)


def lines_of(page: Page, zones: Zones, masked: set[int], known: Sequence[str]) -> list[Line]:
    """The lines of the credit zones in reading order, those that cannot hold credits left unread. `known` are the writers
    that metadata name."""
    wanted = [index for index, zone in enumerate(zones.of) if (zone is Zone.TOP or zone is Zone.BOTTOM) and index not in masked]  # fmt: skip
    links = _links(page, set(wanted))
    found: list[Line] = []
    firsts = {fold_word(word) for name in known for word in name.split()[:1]}
    for block in wanted:
        near = _is_near(block, zones)
        for at, text in _split(page.blocks[block][0]):
            line = Line(block, at, text, zones.of[block])
            inside = [
                Segment(link.start - at, link.end - at, link.link)
                for link in links.get(block, ())
                if at <= link.start and link.end <= at + len(text)
            ]
            _read(line, inside, found[-1] if found else None, near, page.blocks[block][1], known, firsts)
            found.append(line)
    return found


def _split(text: str) -> Iterable[tuple[int, str]]:
    """(start, line) for each line of a block."""
    if "\n" not in text:
        return ((0, text),)
    return _lines(text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield at, line
        at += len(line) + 1


def _links(page: Page, wanted: set[int]) -> dict[int, list[Segment]]:
    """Block -> the links in it; each with its address (or `rel=author`)."""
    found: dict[int, list[Segment]] = {}
    for link in page.links:
        if link[2] in wanted and link.end > link.start:
            target = "rel=author" if "author" in link.rel else link.href
            found.setdefault(link[2], []).append(Segment(link.start, link.end, target))
    return found


def _is_near(block: int, zones: Zones) -> bool:
    """Whether a block stands where bylines do: around the headline, above the story's first words, after its last."""
    if zones.headline is not None and abs(block - zones.headline) <= _NEAR_HEADLINE:
        return True
    return zones.first - _NEAR_STORY <= block < zones.first or zones.last < block <= zones.last + _NEAR_END


def _read(
    line: Line,
    links: Sequence[Segment],
    before: Line | None,
    near: bool,
    kind: BlockKind,
    known: Sequence[str],
    firsts: set[str],
) -> None:
    """Read a line, if it can hold a credit at all."""
    if len(line.text) > LONGEST_LINE:
        return
    waiting = _waiting(before, line)
    words = line.text.split()
    if waiting is None and not may_hold(
        words, near, firsts, any(leads_to_author(link.link) for link in links)
    ):
        return
    for credit in read_line(line.text, links, waiting):
        if not credit.sure and not agrees(credit, known):
            if not _is_short_enough(credit, len(words)):
                continue
            if not all(map(is_known, credit.persons)):
                credit.affiliations.clear()  # goods and sections stand beside organisations, too
        if kind is BlockKind.CAPTION and credit.role is Role.WRITER:
            if not credit.led:
                continue  # whom the picture shows
            credit.role = Role.PHOTOGRAPHER
        line.credits.append(credit)


def may_hold(words: Sequence[str], near: bool, firsts: set[str], linked: bool) -> bool:
    """Quick: whether a line of these words can hold a credit."""
    if not words:
        return False
    first = words[0]
    if first.lower().strip(_EDGE) in FIRST_WORDS or first[0] > "\u0590" or linked:
        return True
    if len(words) > _LED_WORDS:
        return False
    lower = [word.lower().strip(_EDGE) for word in words]
    if not MID_LEADS.isdisjoint(lower):
        return True
    if len(words) > _UNSURE_WORDS:
        return False
    if near:
        return True
    if len(words) <= _OUTLET_WORDS and has_organisation_word(lower):
        return True
    first = fold_word(lower[0])
    return first in firsts or first in given_names()


def _is_short_enough(credit: Parsed, words: int) -> bool:
    """Whether a line without lead word is short enough for what it is taken for."""
    if not credit.persons:
        return words <= _OUTLET_WORDS
    return words <= _UNKNOWN_WORDS or (words <= _UNSURE_WORDS and all(map(is_known, credit.persons)))


def agrees(credit: Parsed, known: Iterable[str]) -> bool:
    """Whether one of these people is one whom a credit names."""
    return any(same_person(name, person) for name in known for person in credit.persons)


def is_known(name: str) -> bool:
    """Whether a name begins with a given name that is in use somewhere."""
    return has_given_name(name) or is_given_name(name)


def _waiting(before: Line | None, line: Line) -> Role | None:
    """The role that the line directly above waits for: it is nothing but a lead word ("Author", "By")."""
    if before is None or len(before.text) > 40 or before.credits or line.block - before.block > 1:
        return None
    return lead_alone(before.text)
