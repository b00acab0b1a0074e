"""What all kinds share: findings with places, evidence with positions, and where the publisher is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from licheck.model.case import Case
from licheck.model.credit import Credit, Role, Sighting
from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.page import JOINT, PERHAPS, Position
from licheck.model.requirement import Medium, Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.text import shorten

_MOST_EVIDENCE = 6  # passages told per finding
_QUOTE = 160  # characters of a quoted passage

ZONES_OF: dict[Where, tuple[Zone, ...]] = {
    Where.BYLINE: (Zone.TOP, Zone.BOTTOM),
    Where.TOP: (Zone.TOP,),
    Where.BOTTOM: (Zone.BOTTOM,),
    Where.ANYWHERE: (Zone.TITLE, Zone.TOP, Zone.ARTICLE, Zone.BOTTOM),
    Where.PAGE: tuple(Zone),
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
    """A finding of this requirement; place and remedy are only told where something is amiss."""
    amiss = verdict in (Verdict.FAILED, Verdict.CANT_TELL)
    return Finding(
        requirement=requirement.id or requirement.kind,
        kind=requirement.kind,
        level=level or requirement.level,
        verdict=verdict,
        reason=reason,
        evidence=tuple(evidence)[:_MOST_EVIDENCE],
        looked_in=tuple(looked_in),
        belongs_at=belongs_at if amiss else None,
        remedy=(requirement.remedy or remedy) if amiss else "",
        what=requirement.what,
    )


def not_for(requirement: Requirement, case: Case) -> Finding | None:
    """An inapplicable finding where the requirement is for another medium."""
    if requirement.medium in (Medium.ANY, case.medium) or case.medium is Medium.ANY:
        return None
    return finding(
        requirement,
        Verdict.INAPPLICABLE,
        f"asked for {requirement.medium.value} only; this is {case.medium.value}",
    )


def at_block(case: Case, block: int, start: int = 0, end: int | None = None, **more: object) -> Evidence:
    """Evidence from a visible block; the position is that of text[start]."""
    text = case.page.blocks[block].text
    where = case.page.locate(case.page.blocks[block], start)
    quote = text if end is None else _around(text, start, end)
    return Evidence(shorten(quote.replace(JOINT, " "), _QUOTE), where.line, where.column, **more)  # type: ignore[arg-type]


def at_offset(case: Case, text: str, offset: int, **more: object) -> Evidence:
    """Evidence from anywhere in the source."""
    where = case.page.position(offset) if offset >= 0 else Position(0, 0)
    return Evidence(shorten(text, _QUOTE), where.line, where.column, **more)  # type: ignore[arg-type]


def _around(text: str, start: int, end: int) -> str:
    """The passage around text[start:end], its whole line where that is short."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(line) <= _QUOTE:
        return line
    return text[max(line_start, start - 60) : end + 90]


def of_sighting(case: Case, seen: Sighting) -> Evidence:
    """A sighting of a person as evidence."""
    if seen.block >= 0:
        return at_block(
            case, seen.block, seen.start, seen.end, standing=seen.standing, counts=seen.counts, note=seen.note
        )
    return at_offset(case, seen.text, seen.offset, standing=seen.standing, counts=seen.counts, note=seen.note)


def of_credit(case: Case, credit: Credit, *, counts: bool, note: str = "") -> Evidence:
    """A credit as evidence."""
    if credit.block >= 0:
        return at_block(
            case, credit.block, credit.start, credit.end, standing=credit.standing, counts=counts, note=note
        )
    note = note or f"only in metadata ({credit.where}), where no reader sees it"
    return at_offset(case, credit.text, credit.offset, standing=credit.standing, counts=counts, note=note)


def zones_in_words(case: Case, where: Where) -> tuple[str, ...]:
    """The places that were searched, with their lines, for people."""
    told: list[str] = []
    for zone in ZONES_OF[where]:
        blocks = case.zones.blocks(zone)
        if not blocks:
            told.append(f"{zone.value} (nothing there)")
            continue
        first, last = (case.page.locate(case.page.blocks[block]).line for block in (blocks[0], blocks[-1]))
        told.append(
            f"{zone.value} (line {first})" if first == last else f"{zone.value} (lines {first}-{last})"
        )
    return tuple(told)


def place_for(case: Case, where: Where) -> Place:
    """Where something belongs on this page: below the headline, or after the story's last words."""
    zones, page = case.zones, case.page
    if where is Where.BOTTOM and 0 <= zones.last < len(page.blocks):
        return Place("after the story's last paragraph", page.locate(page.blocks[zones.last]).line + 1)
    if zones.headline is not None:
        return Place("below the headline", page.locate(page.blocks[zones.headline]).line + 1)
    if zones.first >= 0:
        return Place("above the story's first paragraph", page.locate(page.blocks[zones.first]).line)
    return Place("at the top of the story")


def publisher_at(case: Case, blocks: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """(block, start, end) of every naming of the publisher in these blocks, its own notice left out."""
    publisher = case.rule_set.publisher
    masked = {mask.block: mask for mask in case.masks}
    for block in blocks:
        text = case.page.blocks[block].text
        mask = masked.get(block)
        if mask is not None and mask.start == 0 and mask.end == len(text):
            continue
        for start, end in named(text, publisher.names, publisher.others):
            if mask is None or end <= mask.start or start >= mask.end:
                yield block, start, end


def is_byline(case: Case, credit: Credit) -> bool:
    """Whether a seen credit is surely a writer's byline: a lead word says so, or the publisher's name stands with the name."""
    publisher = case.rule_set.publisher
    if credit.role is not Role.WRITER or credit.standing is not Standing.SEEN or not credit.persons:
        return False
    beside = (*credit.affiliations, *credit.organisations)
    return credit.sure or (
        credit.likely and any(named(name, publisher.names, publisher.others) for name in beside)
    )


def notice_evidence(case: Case) -> Iterator[Evidence]:
    """The publisher's notice, told as what does not count."""
    for mask in case.masks[:1]:
        yield at_block(
            case, mask.block, mask.start, mask.end, standing=Standing.NOTICE, counts=False,
            note="the publisher's own notice: it asks for the credit and is none",
        )  # fmt: skip


def hidden_naming(case: Case, perhaps: bool = False) -> Iterator[Evidence]:
    """Where the publisher is named in hidden text; `perhaps`: only in what some readers may see."""
    publisher = case.rule_set.publisher
    for block in case.page.hidden:
        if perhaps and not block.hidden.startswith(PERHAPS):
            continue
        for start, _ in named(block.text, publisher.names, publisher.others)[:1]:
            yield at_offset(
                case, block.text[max(0, start - 60) : start + 100], block.offset, standing=Standing.HIDDEN, counts=False,
                note=f"not seen by a reader: {block.hidden}",
            )  # fmt: skip
