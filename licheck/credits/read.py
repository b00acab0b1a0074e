"""Page and zones -> all credits: those that are seen, those that are hidden, and those that only metadata give."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from licheck.credits.authors_notes import Notes
from licheck.credits.beside import attach_neighbours
from licheck.credits.company import Company
from licheck.credits.edges import (
    Dateline,
    Signed,
    agency_line,
    closing_sign,
    closings,
    correspondents,
    dateline,
    openings,
    person_first,
)
from licheck.credits.lead import find_lead, may_lead
from licheck.credits.likely import Surroundings
from licheck.credits.line import read_line
from licheck.credits.lines import LONGEST_LINE, Line, agrees, is_known, is_wired, lines_of
from licheck.credits.parsed import Parsed
from licheck.credits.people import tells_alone
from licheck.credits.same import same_person
from licheck.credits.stated import is_site, site_names, stated_credits
from licheck.credits.words import WEAK_LEADS
from licheck.model.case import Mask
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import Block, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold

_HEAD = 160  # characters of the first paragraph in which a byline may stand
_BARS = pattern(r"\s*[|•·]\s*")
_MOST_HIDDEN = 400  # hidden blocks that are looked at


def read_credits(page: Page, zones: Zones, masks: Sequence[Mask] = ()) -> tuple[Credit, ...]:
    """All credits of a page: seen ones in reading order, hidden ones, then metadata in the order of the page."""
    stated = tuple(stated_credits(page))
    masked = {mask.block for mask in masks}
    writers = [name for credit in stated for name in credit.persons]
    lines = lines_of(page, zones, masked, writers)
    _sites_are_outlets(page, lines)
    _writers_are_persons(writers, lines)
    known = _known_persons(stated, lines)
    attach_neighbours(lines, lambda credit: credit.sure or agrees(credit, known))
    around = Surroundings(page, zones)
    seen = [_credit(parsed, line, known, around) for line in lines for parsed in line.credits]
    company = Company(page, zones, masked=frozenset(masked))
    seen = [credit if _is_apart(credit, known) else placed(credit, page, company) for credit in seen]
    seen += Notes(page, zones, _writers(seen, stated), seen).credits(masked)
    seen += _at_the_edges(page, zones, masked)
    seen.sort(key=lambda credit: (credit.block, credit.start))
    return (*seen, *_hidden(page), *stated)


class CreditLines(Container[int]):
    """The places of the blocks of which a piece begins with a lead word and a name, however long they are ("Posted by ... on
    ... Updated ...", "May 3 | By ... | Local"), and `others`: never the story. A block is read when it is asked about,
    which few are.
    """

    def __init__(self, blocks: Sequence[Block], others: Container[int] = ()) -> None:
        self._blocks = blocks
        self._others = others

    def __contains__(self, block: object) -> bool:
        return block in self._others or (isinstance(block, int) and _is_credit_line(self._blocks[block][0]))


def _is_credit_line(text: str) -> bool:
    if len(text) > LONGEST_LINE:
        return False
    if not (may_lead(text) or (_BARS.search(text) and any(map(may_lead, _BARS.split(text))))):
        return False
    return any(credit.sure and credit.persons for credit in read_line(text))


def _sites_are_outlets(page: Page, lines: Iterable[Line]) -> None:
    """Take the site's own name, where it has the form of a person's ("By Jane Doe, Jersey Bee"), for what it is."""
    credits = [credit for line in lines for credit in line.credits if credit.persons]
    sites = site_names(page) if credits else frozenset()
    for credit in credits:
        if credit.led and credit.persons[1:] == [] and " " not in credit.persons[0]:
            continue  # "by fenlandblogger": an account, and the site named after it
        found = [name for name in credit.persons if is_site(name, sites)]
        credit.persons = [name for name in credit.persons if name not in found]
        (credit.affiliations if credit.persons else credit.organisations).extend(found)
        credit.placed |= bool(credit.persons and found)


def _writers_are_persons(writers: Sequence[str], lines: Iterable[Line]) -> None:
    """Take whom metadata name as writer for a person beside the other one ("By Jane Doe, Vasa Marrow"), and a word before
    such a name that is a lead word in some language for that ("Na Vasa Marrow").
    """
    if not writers:
        return
    for credit in (credit for line in lines for credit in line.credits if credit.persons):
        for at, name in enumerate(credit.persons):
            lead, _, rest = name.partition(" ")
            if rest in writers and fold(lead) in WEAK_LEADS:
                credit.persons[at] = rest
                credit.led = credit.sure = True
        found = [name for name in credit.affiliations if any(same_person(name, one) for one in writers)]
        credit.affiliations = [name for name in credit.affiliations if name not in found]
        credit.persons += found


def _known_persons(stated: Iterable[Credit], lines: Iterable[Line]) -> tuple[str, ...]:
    """Whom metadata or a line with a lead word names as writers."""
    names = [name for credit in stated for name in credit.persons]
    names += [name for line in lines if line.zone is not Zone.FURNITURE for credit in line.credits if credit.led and credit.role is Role.WRITER for name in credit.persons]  # fmt: skip
    return tuple(dict.fromkeys(names))


def _credit(parsed: Parsed, line: Line, known: Sequence[str], around: Surroundings | None = None) -> Credit:
    """What was read in a line as a credit; `around` tells whether an unsure one is likely."""
    told = parsed.led or (bool(parsed.persons) and agrees(parsed, known))
    sure = parsed.sure or told
    credit = Credit(
        persons=tuple(parsed.persons),
        role=parsed.role,
        text=line.text[parsed.start : parsed.end].strip(),
        block=line.block,
        start=line.at + parsed.start,
        end=line.at + parsed.end,
        zone=line.zone,
        affiliations=tuple(parsed.affiliations),
        organisations=tuple(parsed.organisations),
        date=parsed.date,
        place=parsed.place,
        sure=sure,
        likely=sure
        or parsed.boxed
        or (not parsed.doubtful and all(map(is_known, parsed.persons)))
        or is_wired(parsed),
    )
    if told or not (credit.likely and credit.persons) or around is None:
        return credit
    if _is_rare(parsed) and around.is_used_otherwise(parsed.persons):
        return replace(credit, likely=False)
    if parsed.role is Role.WRITER and around.may_be_byline(credit):
        backed = around.is_below_headline(credit) and (
            _is_backed(parsed) or (_is_placed(parsed) and not around.is_used_otherwise(parsed.persons))
        )
        return replace(credit, sure=True) if backed else credit
    return credit if parsed.boxed else replace(credit, sure=False, likely=False)


def _is_backed(parsed: Parsed) -> bool:
    """Whether more than the form of a name says that it is a writer's: the box it stands in, a job or outlet with it."""
    if parsed.doubtful or not (parsed.boxed or parsed.titled):
        return False
    told = parsed.boxed and (parsed.titled or parsed.backed or parsed.affiliations)
    return all(is_known(name) or (told and tells_alone(name)) for name in parsed.persons)


def _is_rare(parsed: Parsed) -> bool:
    """Whether nothing but an agency beside them speaks for names of which no list has the given name."""
    return not parsed.boxed and is_wired(parsed) and not all(map(is_known, parsed.persons))


def _is_placed(parsed: Parsed) -> bool:
    """Whether an outlet stands with the names as it does with writers', behind a bar: "Jane Doe | Example News"."""
    return is_wired(parsed) or (parsed.placed and not parsed.doubtful and all(map(is_known, parsed.persons)))


def _is_apart(credit: Credit, known: Iterable[str]) -> bool:
    """Whether a credit in a box of its own names a known writer again, as the author's box does."""
    return credit.zone is Zone.FURNITURE and any(
        same_person(name, person) for name in known for person in credit.persons
    )


def placed(credit: Credit, page: Page, company: Company) -> Credit:
    """A credit; one that belongs to something else than the story is moved out of its zones."""
    counts = credit.sure or credit.likely
    if not counts or credit.role is not Role.WRITER or not credit.persons:
        return credit
    text = page.blocks[credit.block].text
    start = text.find(credit.persons[0], credit.start)
    if start < 0:
        return credit
    at = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", start)
    line = text[at:] if ends < 0 else text[at:ends]
    end = start + len(credit.persons[0])
    if company.why_not(credit.block, at, line, start - at, end - at):
        return replace(credit, zone=Zone.FURNITURE, sure=False, likely=False)
    return credit


def _writers(seen: Sequence[Credit], stated: Sequence[Credit]) -> tuple[str, ...]:
    """The names of the page's writers; where nothing but their form says so, of those in the top zone."""
    writers = [credit for credit in (*seen, *stated) if credit.role is Role.WRITER and credit.likely]
    chosen = [credit for credit in writers if credit.sure] or [
        credit for credit in writers if credit.zone is Zone.TOP
    ]
    return tuple(dict.fromkeys(name for credit in chosen for name in credit.persons))


def _at_the_edges(page: Page, zones: Zones, masked: set[int]) -> Iterator[Credit]:
    """Credits in the block of the story's first or last words."""
    if zones.first < 0:
        return
    if zones.first not in masked:
        text = page.blocks[zones.first].text
        line = text[:_HEAD].split("\n")[0] if "\n" in text[:_HEAD] else ""
        if line and find_lead(line)[0] is not None:
            for parsed in read_line(line):
                if parsed.sure:
                    yield _credit(parsed, Line(zones.first, 0, line, Zone.TOP), ())
        yield from _signed(zones.first, text, openings(text))
        if reporters := correspondents(text):
            names, start, end = reporters
            yield Credit(names, Role.WRITER, text[start:end], zones.first, start, end, Zone.TOP)
        yield from _agency(page, zones.first, dateline(text))
    if zones.last not in masked:
        text = page.blocks[zones.last].text
        yield from _signed(zones.last, text, closings(text))
        yield from _agency(page, zones.last, closing_sign(text))
    for block in (zones.first - 1, zones.last + 1):
        if (
            0 <= block < len(page.blocks)
            and block not in masked
            and zones.of[block] in (Zone.TOP, Zone.BOTTOM)
        ):
            text = page.blocks[block].text
            agencies = agency_line(text) if len(text) <= 30 else ()
            if agencies:
                yield Credit(
                    (), Role.PROVIDER, text, block, 0, len(text), zones.of[block], organisations=agencies
                )


def _signed(block: int, text: str, found: Iterable[Signed]) -> Iterator[Credit]:
    """A writer with the outlet in the story's own block; neither of them alone is a credit there."""
    for place in found:
        line = text[place.start : place.end]
        credits = read_line(person_first(line))
        if len(credits) != 1 or credits[0].role is not Role.WRITER:
            continue
        names, outlets = tuple(credits[0].persons), tuple(credits[0].affiliations)
        if names and outlets and all(" " in name and tells_alone(name) for name in names):
            zone = Zone.BOTTOM if place.closes else Zone.TOP
            yield Credit(
                names, Role.WRITER, line, block, place.start, place.end, zone, outlets, date=credits[0].date
            )


def _agency(page: Page, block: int, found: Dateline | None) -> Iterator[Credit]:
    """The agency in the story's own block: it stands in the article, which stays the article."""
    if found is not None:
        text = page.blocks[block].text[found.start : found.end].strip()
        yield Credit(
            (),
            Role.PROVIDER,
            text,
            block,
            found.start,
            found.end,
            Zone.ARTICLE,
            organisations=found.agencies,
            place=found.place,
        )


def _hidden(page: Page) -> Iterator[Credit]:
    """Credits with a lead word in what a reader does not see; `where` says why not. They never count."""
    for block in page.hidden[:_MOST_HIDDEN]:
        if len(block[0]) > LONGEST_LINE or not may_lead(block[0]):
            continue
        for parsed in read_line(block[0]):
            if parsed.led and parsed.persons:
                credit = _credit(parsed, Line(-1, 0, block.text, Zone.FURNITURE), ())
                at = page.locator(page, block, parsed.start)
                yield replace(credit, standing=Standing.HIDDEN, where=block.hidden, offset=at)
