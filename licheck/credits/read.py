"""Page and zones -> all credits: those that are seen, and those that only metadata give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dataclasses import replace

from licheck.credits.line import Parsed, Segment, affiliations_in, find_lead, may_lead, read_line, read_names
from licheck.credits.people import has_given_name, is_given_name
from licheck.model.case import Mask
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import Block, BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.names import find_name

_LONGEST_LINE = 240  # characters of a line that can be a credit
_HEAD = 160  # characters of the first paragraph, and of the last, in which a glued credit may stand
_UNKNOWN_WORDS = 6  # ...where no known given name is in it
_UNSURE_WORDS = 16  # words of a line without lead word that can still be a name and what belongs to it


def read_credits(page: Page, zones: Zones, masks: Sequence[Mask] = ()) -> tuple[Credit, ...]:
    """All credits of a page: seen ones in reading order, then metadata in the order of the page."""
    stated = tuple(_metadata(page))
    masked = {mask.block for mask in masks}
    links = _links(page, zones)
    known = tuple(person for credit in stated for person in credit.persons)
    seen = [
        credit
        for block, zone in enumerate(zones.of)
        if zone in (Zone.TOP, Zone.BOTTOM) and block not in masked
        for credit in _in_block(page.blocks[block], block, zone, known, links.get(block, ()))
    ]
    seen = [
        replace(credit, likely=True) if credit.block == zones.last + 1 and credit.persons else credit
        for credit in seen
    ]
    seen += _at_the_edges(page, zones, masked)
    return (*_with_affiliations(page, zones, seen, masked), *stated)


def credit_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks that begin with a lead word and a name, however long they are ("Posted by ... on ... Updated ..."): never the story."""
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if len(block.text) <= _LONGEST_LINE and may_lead(block.text) and any(credit.sure and credit.persons for credit in read_line(block.text))
    )  # fmt: skip


def _with_affiliations(
    page: Page, zones: Zones, seen: Sequence[Credit], masked: set[int]
) -> Iterator[Credit]:
    """The credits, each with the affiliation that stands on the line after its name ("Professor of History, University of X")."""
    for credit in seen:
        after = credit.block + 1
        if credit.affiliations or not credit.persons or not (0 < after < len(page.blocks)) or after in masked:
            yield credit
            continue
        text = page.blocks[after].text
        alone = (
            zones.of[after] is credit.zone
            and len(text) <= _LONGEST_LINE
            and not any(other.block == after and other.persons for other in seen)
        )
        yield replace(credit, affiliations=affiliations_in(text)) if alone else credit


def _links(page: Page, zones: Zones) -> dict[int, list[Segment]]:
    """Block -> the links in it, for the blocks outside the story; each with its address (and `rel`)."""
    found: dict[int, list[Segment]] = {}
    for link in page.links:
        if link.block >= 0 and zones.of[link.block] in (Zone.TOP, Zone.BOTTOM) and link.end > link.start:
            target = "rel=author" if "author" in link.rel else link.href
            found.setdefault(link.block, []).append(Segment(link.start, link.end, target))
    return found


def _in_block(
    block: Block, index: int, zone: Zone, known: Sequence[str], links: Sequence[Segment]
) -> Iterator[Credit]:
    """The credits in a block that stands outside the story."""
    caption = block.kind is BlockKind.CAPTION
    at = 0
    for line in block.text.split("\n"):
        if len(line) <= _LONGEST_LINE:
            inside = [
                Segment(link.start - at, link.end - at, link.link)
                for link in links
                if at <= link.start and link.end <= at + len(line)
            ]
            for parsed in read_line(line, inside):
                words = len(line.split())
                if not parsed.sure and (
                    words > _UNSURE_WORDS
                    or (words > _UNKNOWN_WORDS and not all(map(has_given_name, parsed.persons)))
                ):
                    continue
                if caption and parsed.role is Role.WRITER:
                    parsed.role = Role.PHOTOGRAPHER
                yield _credit(parsed, line, index, at, zone, known)
        at += len(line) + 1


def _credit(parsed: Parsed, line: str, block: int, at: int, zone: Zone, known: Sequence[str]) -> Credit:
    agreed = any(find_name(name, person).likeness.is_same for name in known for person in parsed.persons)
    return Credit(
        persons=tuple(parsed.persons),
        role=parsed.role,
        text=line[parsed.start : parsed.end].strip(),
        block=block,
        start=at + parsed.start,
        end=at + parsed.end,
        zone=zone,
        affiliations=tuple(parsed.affiliations),
        organisations=tuple(parsed.organisations),
        date=parsed.date,
        sure=parsed.sure or agreed,
        likely=parsed.sure
        or agreed
        or all(has_given_name(name) or is_given_name(name) for name in parsed.persons),
    )


def _at_the_edges(page: Page, zones: Zones, masked: set[int]) -> Iterator[Credit]:
    """Credits glued to the story: "By Jane Doe" before its first words or "- Jane Doe" after its last."""
    if zones.first < 0 or zones.first in masked:
        return
    text = page.blocks[zones.first].text
    line = text[:_HEAD].split("\n")[0] if "\n" in text[:_HEAD] else ""
    if line and find_lead(line)[0] is not None:
        for parsed in read_line(line):
            if parsed.sure:
                yield _credit(parsed, line, zones.first, 0, Zone.TOP, ())


def _metadata(page: Page) -> Iterator[Credit]:
    """What metadata say of the authors; addresses and accounts are left out."""
    for meta in page.values("author"):
        if "://" in meta.value or meta.value.startswith(("@", "/")):
            continue
        parsed = Parsed(Role.WRITER, 0, len(meta.value))
        _, length = find_lead(meta.value)
        read_names(meta.value[length:], parsed)
        if len(parsed.persons) == 1 and " " not in parsed.persons[0] and parsed.persons[0].isupper():
            parsed.organisations, parsed.persons = parsed.persons, []  # "WDR"
        if parsed.persons or parsed.organisations:
            yield Credit(
                tuple(parsed.persons), Role.WRITER, meta.value, -1, organisations=tuple(parsed.organisations), affiliations=tuple(parsed.affiliations),
                standing=Standing.METADATA, where=meta.where, offset=meta.offset,
            )  # fmt: skip
