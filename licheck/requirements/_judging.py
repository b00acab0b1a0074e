"""What all kinds share: findings with places, evidence with positions, and where the publisher is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from licheck.model.case import Case
from licheck.model.credit import Credit, Role, Sighting
from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.page import JOINT, PERHAPS, Position
from licheck.model.requirement import Medium, Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import may_be_named, named, outermost
from licheck.requirements._dates import in_words, published
from licheck.requirements._dek import dek
from licheck.requirements._opening import Opening, opening
from licheck.text import sentence, shorten

# What a report can show and an editor reads; nothing is judged by these.
_MOST_EVIDENCE = 6  # passages told per finding
_QUOTE = 160  # characters of a quoted passage
_BEFORE, _AFTER = 60, 90  # characters quoted around a name in a line that is longer than that

IN_ZONE: dict[Zone, str] = {
    Zone.TITLE: "in the headline",
    Zone.TOP: "at the top of the story",
    Zone.ARTICLE: "inside the story",
    Zone.BOTTOM: "at the bottom of the story",
    Zone.FURNITURE: "elsewhere on the page",
}
"""Where a zone is, as the end of a sentence."""

AT_PLACE: dict[Where, str] = {
    Where.HEADLINE: "in the headline",
    Where.BYLINE: "at the top or the bottom of the story",
    Where.TOP: "at the top of the story",
    Where.DEK: "in the dek, between headline and story",
    Where.FIRST_PARAGRAPH: "in the story's first paragraph",
    Where.STORY: "inside the story",
    Where.BOTTOM: "at the bottom of the story",
    Where.ANYWHERE: "with the story",
    Where.PAGE: "on the page",
}
"""Where a place is that a requirement names, as the end of a sentence."""

ZONES_OF: dict[Where, tuple[Zone, ...]] = {
    Where.HEADLINE: (Zone.TITLE,),
    Where.BYLINE: (Zone.TOP, Zone.BOTTOM),
    Where.TOP: (Zone.TOP,),
    Where.DEK: (Zone.TOP, Zone.ARTICLE),
    Where.FIRST_PARAGRAPH: (Zone.ARTICLE,),
    Where.STORY: (Zone.ARTICLE,),
    Where.BOTTOM: (Zone.BOTTOM,),
    Where.ANYWHERE: (Zone.TITLE, Zone.TOP, Zone.ARTICLE, Zone.BOTTOM),
    Where.PAGE: tuple(Zone),
}
"""The zones that a place stands for, or in one of which it is."""
_LINES: dict[Where, Callable[[Case], Opening]] = {Where.DEK: dek, Where.FIRST_PARAGRAPH: opening}
LINES = (*_LINES,)
"""The places that are a line or a paragraph, and no zone."""
MISPLACED = "in another place than asked for"
UNSURE = "perhaps in another place than asked for"

_MEDIA = {
    Medium.ANY: "any medium",
    Medium.ONLINE: "online publication",
    Medium.PRINT: "print",
    Medium.BROADCAST: "broadcast",
}


def finding(
    requirement: Requirement,
    verdict: Verdict,
    reason: str,
    *,
    evidence: Iterable[Evidence] = (),
    looked_in: Sequence[str] = (),
    belongs_at: Place | None = None,
    remedy: str = "",
    level: Level | None = None,
) -> Finding:
    """A finding of this requirement.

    `reason` is a sentence with a capital; the full stop may be left to this function. `evidence` comes best
    first. Place and remedy are only told where something is amiss, and the rule file's own remedy goes before
    the kind's. `level` stands in for the requirement's.
    """
    amiss = verdict in (Verdict.FAILED, Verdict.CANT_TELL)
    return Finding(
        requirement=requirement.id or requirement.kind,
        kind=requirement.kind,
        level=level or requirement.level,
        verdict=verdict,
        reason=sentence(reason),
        evidence=tuple(evidence)[:_MOST_EVIDENCE],
        looked_in=tuple(looked_in),
        belongs_at=belongs_at if amiss else None,
        remedy=(requirement.remedy or remedy) if amiss else "",
        what=requirement.what,
    )


def not_for(requirement: Requirement, case: Case) -> Finding | None:
    """An inapplicable finding where the requirement is for another medium, or for pages of other days, else None."""
    if requirement.medium not in (Medium.ANY, case.medium) and case.medium is not Medium.ANY:
        reason = f"Asked for {_MEDIA[requirement.medium]} only; this is {_MEDIA[case.medium]}."
        return finding(requirement, Verdict.INAPPLICABLE, reason)
    if requirement.valid_from is None and requirement.valid_until is None:
        return None
    return _out_of_date(requirement, case)


def _out_of_date(requirement: Requirement, case: Case) -> Finding | None:
    """An inapplicable finding where the page was not published while the requirement held, else None.

    A page that does not tell its day is of the day of the check.
    """
    told = published(case.page)
    day = told.day if told else case.today
    if day is None:
        return finding(requirement, Verdict.CANT_TELL, "The page does not say when it was published")
    this = f"this page is of {in_words(day)}" if told else f"today is {in_words(day)}"
    if requirement.valid_from and day < requirement.valid_from:
        reason = f"Asked for since {in_words(requirement.valid_from)}; {this}"
    elif requirement.valid_until and day > requirement.valid_until:
        reason = f"Asked for until {in_words(requirement.valid_until)}; {this}"
    else:
        return None
    return finding(requirement, Verdict.INAPPLICABLE, reason)


def without_original(requirement: Requirement, what: str) -> Finding:
    """A doubt where no original was named that would tell `what`, the end of a sentence."""
    reason = f"Without the original, there is no telling {what}; name it with --original"
    return finding(requirement, Verdict.CANT_TELL, reason)


def at_block(
    case: Case,
    block: int,
    start: int = 0,
    end: int | None = None,
    *,
    standing: Standing = Standing.SEEN,
    counts: bool = True,
    note: str = "",
) -> Evidence:
    """Evidence from a visible block, at the position of text[start].

    The whole text is quoted where `end` is None, else the line around text[start:end].
    """
    text = case.page.blocks[block].text
    where = case.page.locate(case.page.blocks[block], start)
    quote = text if end is None else _around(text, start, end)
    return _quoted(quote.replace(JOINT, " "), where, standing, counts, note)


def at_offset(
    case: Case,
    text: str,
    offset: int,
    *,
    standing: Standing = Standing.SEEN,
    counts: bool = True,
    note: str = "",
) -> Evidence:
    """Evidence from anywhere in the source; a negative offset: it has no place there."""
    where = case.page.position(offset) if offset >= 0 else Position(0, 0)
    return _quoted(text, where, standing, counts, note)


def _quoted(text: str, where: Position, standing: Standing, counts: bool, note: str) -> Evidence:
    return Evidence(shorten(text, _QUOTE), where.line, where.column, standing, counts, note)


def _around(text: str, start: int, end: int) -> str:
    """The passage around text[start:end], its whole line where that is short."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(line) <= _QUOTE:
        return line
    return text[max(line_start, start - _BEFORE) : end + _AFTER]


def of_sighting(case: Case, seen: Sighting, zones: tuple[Zone, ...] = tuple(Zone)) -> Evidence:
    """A sighting of a person as evidence; a credit outside of `zones` does not count, and is told as such."""
    standing, counts, note = seen.standing, seen.counts, seen.note
    if counts and seen.zone not in zones:
        counts, note = False, MISPLACED
    if seen.block < 0:
        return at_offset(case, seen.text, seen.offset, standing=standing, counts=counts, note=note)
    return at_block(case, seen.block, seen.start, seen.end, standing=standing, counts=counts, note=note)


def of_credit(case: Case, credit: Credit, *, counts: bool, note: str = "") -> Evidence:
    """A credit as evidence; one in metadata says so where no other note is given."""
    standing = credit.standing
    if credit.block < 0:
        note = note or f"only in metadata ({credit.where}), where no reader sees it"
        return at_offset(case, credit.text, credit.offset, standing=standing, counts=counts, note=note)
    place = credit.block, credit.start, credit.end
    return at_block(case, *place, standing=standing, counts=counts, note=note)


def zones_in_words(case: Case, where: Where) -> tuple[str, ...]:
    """The zones of a place that were searched, with their lines (from 1), for people."""
    if where in _LINES:
        found = _LINES[where](case)
        return (_lines(case, where.value.replace("_", " "), sorted(found.sure | found.perhaps)),)
    return tuple(_lines(case, zone.value, case.zones.blocks(zone)) for zone in ZONES_OF[where])


def _lines(case: Case, name: str, blocks: Sequence[int]) -> str:
    if not blocks:
        return f"{name} (nothing there)"
    first, last = (case.page.locate(case.page.blocks[block]).line for block in (blocks[0], blocks[-1]))
    return f"{name} (line {first})" if first == last else f"{name} (lines {first}-{last})"


def stands_at(case: Case, block: int, where: Where) -> bool | None:
    """Whether a block stands at a place; None where there is no telling."""
    return _LINES[where](case).holds(block) if where in _LINES else case.zones.of[block] in ZONES_OF[where]


def number_of(things: Sequence[object], name: str) -> str:
    """How many were looked through: "3 pictures", "1 picture", "pictures (none there)"."""
    if not things:
        return f"{name}s (none there)"
    return f"{len(things)} {name}" if len(things) == 1 else f"{len(things)} {name}s"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "Jane Doe, John Roe and Max Poe"; empty for none."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def place_for(case: Case, where: Where) -> Place:
    """Where something belongs on this page: below the headline, in its dek or first paragraph, or after the story's last words."""
    zones = case.zones
    if where in _LINES and (sure := _LINES[where](case).sure):
        return Place(AT_PLACE[where], case.page.locate(case.page.blocks[min(sure)]).line)
    if where is Where.BOTTOM and 0 <= zones.last < len(case.page.blocks):
        return Place("after the story's last paragraph", _line_after(case, zones.last))
    if zones.headline is not None:
        return Place("below the headline", _line_after(case, zones.headline))
    if zones.first >= 0:
        first = case.page.blocks[zones.first]
        return Place("above the story's first paragraph", case.page.locate(first).line)
    return Place("at the top of the story")


def _line_after(case: Case, block: int) -> int:
    text = case.page.blocks[block].text
    return case.page.locate(case.page.blocks[block], len(text) - 1).line + 1


def publisher_at(case: Case, blocks: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """(block, start, end) of every naming of the publisher in these blocks, its own notice left out; of very many in one
    block, the first and the last.
    """
    publisher, folded = case.rule_set.publisher, case.page.folded
    if not may_be_named(case.page.text, publisher.names):
        return
    masked = {mask.block: mask for mask in case.masks}
    for block in blocks:
        if not may_be_named(folded[block], publisher.names):
            continue
        text = case.page.blocks[block].text
        mask = masked.get(block)
        if mask is not None and mask.start == 0 and mask.end == len(text):
            continue
        for start, end in outermost(named(text, publisher.names, publisher.others)):
            if mask is None or end <= mask.start or start >= mask.end:
                yield block, start, end


def is_byline(case: Case, credit: Credit) -> bool:
    """Whether a seen credit is surely a writer's byline: by its lead word, or by the publisher beside it."""
    publisher = case.rule_set.publisher
    if credit.role is not Role.WRITER or credit.standing is not Standing.SEEN or not credit.persons:
        return False
    beside = (*credit.affiliations, *credit.organisations)
    return credit.sure or (
        credit.likely and any(named(name, publisher.names, publisher.others) for name in beside)
    )


def notice_evidence(case: Case) -> Iterator[Evidence]:
    """The publisher's notice, told as what does not count; nothing where there is none, or only somebody else's."""
    note = "the publisher's own notice asks for the credit; it is not one"
    for mask in case.notices[:1]:
        yield at_block(
            case, mask.block, mask.start, mask.end, standing=Standing.NOTICE, counts=False, note=note
        )


def hidden_naming(case: Case, perhaps: bool = False) -> Iterator[Evidence]:
    """Where the publisher is named in hidden text; `perhaps`: only in what some readers may see."""
    publisher = case.rule_set.publisher
    for block in case.page.hidden:
        if perhaps and not block.hidden.startswith(PERHAPS):
            continue
        note = block.hidden if block.hidden.startswith(PERHAPS) else f"not seen by a reader: {block.hidden}"
        for start, _ in named(block.text, publisher.names, publisher.others)[:1]:
            quote = block.text[max(0, start - _BEFORE) : start + _AFTER]
            yield at_offset(case, quote, block.offset, standing=Standing.HIDDEN, counts=False, note=note)
