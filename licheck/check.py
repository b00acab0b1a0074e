"""The pipeline, pure: Page + Original + rule sets -> PageReport.

page -> zones (by alignment with the original, else by form) -> credits -> rule sets -> case -> findings
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from licheck.align.blocks import align
from licheck.credits.best import best_authors
from licheck.credits.later import Later
from licheck.credits.look import look_for
from licheck.credits.publishers import with_publisher
from licheck.credits.read import credit_lines, read_credits
from licheck.credits.statements import source_statements
from licheck.model.alignment import Alignment
from licheck.model.case import NOBODY, Case, Mask, Pictures, Republisher
from licheck.model.change import Change, Comparison, words_lost
from licheck.model.credit import Credit, Sighting, Statement
from licheck.model.finding import Finding, Verdict
from licheck.model.original import Original
from licheck.model.page import Block, Page
from licheck.model.report import Chosen, PageReport
from licheck.model.requirement import Medium, Requirement
from licheck.model.ruleset import RuleSet
from licheck.model.sides import Sides
from licheck.model.zones import Zones
from licheck.organisations import may_be_named
from licheck.originals.facts import original_of
from licheck.requirements._doubts import NOTHING_SEEN
from licheck.requirements._joined import judge
from licheck.rulesets.notices import Found, find_notices
from licheck.rulesets.own_page import is_own_page
from licheck.rulesets.select import Signs, why_chosen
from licheck.text import fold, words_of
from licheck.zones.by_alignment import zones_by_alignment
from licheck.zones.by_form import zones_by_form

# A page republishes an original of which it carries one of these. Less is what two reports of one event share
# (names, a quotation), and a page must not be accused of what it never took.
LEAST_KEPT = 0.1  # of the original's words
WHOLE, PARAGRAPH = 0.9, 20  # so much of one paragraph of so many words
_LICENCE_LINE = 300  # characters of a line that names the licence, with the story's title and author
_JUDGED_WITHOUT = ": it was judged without it."


@dataclass(frozen=True)
class _Reading:
    """A page with all that does not depend on a rule set; `masks` are the notices of all known publishers."""

    page: Page
    zones: Zones
    masks: tuple[Mask, ...]
    original: Original | None = None
    alignment: Alignment | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def story(self) -> frozenset[int]:
        return self.alignment.blocks if self.alignment else frozenset()

    @cached_property
    def changes(self) -> Sequence[Change]:
        return Later(self._changes)

    def _changes(self) -> Sequence[Change]:
        if self.original is None or self.alignment is None:
            return ()
        from licheck.align.changes import changes  # few requirements ask for it

        beside = credit_lines(self.page.blocks)
        found = changes(self.page, self.original, self.alignment, self.zones, beside)
        aside = {mask.block for mask in self.masks} | _licence_lines(self.page.blocks)
        aside |= _kept_from(self.page, self.original, found)
        return tuple(change for change in found if not _adds_one_of(aside, change))

    @cached_property
    def credits(self) -> Sequence[Credit]:
        return Later(lambda: read_credits(self.page, self.zones, self.masks))


def _licence_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """The short lines that name a Creative Commons licence: they are no part of a story."""
    from licheck.licences.words import licences_named  # only for changes

    return frozenset(
        index
        for index, block in enumerate(blocks)
        if len(block.text) <= _LICENCE_LINE and licences_named(block.text)
    )


def _kept_from(page: Page, original: Original, changes: Sequence[Change]) -> set[int]:
    """The blocks that seem added, and stand beside the original's story too: its standing words on itself, say."""
    added = {one.page.block for one in changes if one.original is None and one.page is not None}
    if not added:
        return set()
    article = set(original.article)
    blocks = enumerate(original.page.blocks)
    beside = {plain for at, block in blocks if at not in article and (plain := _plain(block.text))}
    return {block for block in added if _plain(page.blocks[block].text) in beside}


def _plain(text: str) -> str:
    return " ".join(words_of(fold(text)))


def _adds_one_of(blocks: Set[int], change: Change) -> bool:
    return change.original is None and change.page is not None and change.page.block in blocks


def check_page(
    page: Page,
    rule_sets: Sequence[RuleSet],
    *,
    original: Page | Original | None = None,
    people: Sequence[str] = (),
    people_from: str = "",
    chosen_by: str = "",
    medium: Medium = Medium.ONLINE,
    profile: str = "",
    today: date | None = None,
    cases: list[Case] | None = None,
    pictures: Pictures | None = None,
    only: Set[tuple[str, str]] | None = None,
    republisher: Republisher = NOBODY,
) -> PageReport:
    """Judge one page.

    `rule_sets` are all that are known; those that apply are selected, unless `chosen_by` says who chose
    them. `original` may be given as read by `read_original`, for many pages. `people` are the writers' names
    as somebody gave them (`people_from`); without them they come from the page's own instruction
    (`licheck.authors` in its front matter) or the original. `profile` is the republisher's, `today` the day on
    which the page would be published where it does not say its day. A rule's pattern that runs out of time makes its
    requirement a doubt; nothing is raised. `cases`, where given, gets the case of each rule set that applies.
    `pictures` tells what a picture shows, for requirements that ask. `only` are the requirements that are judged, by
    the ids of their rule set and their own; without it all are. `republisher` is whose page it is.
    """
    source = read_original(original, rule_sets) if isinstance(original, Page) else original
    notices = {rule_set.id: find_notices(page, rule_set.notices) for rule_set in rule_sets}
    reading = _read(page, source, _masks(notices.values()))
    names, named_by = _people(reading, people, people_from)
    chosen: list[Chosen] = []
    findings: list[Finding] = []
    for rule_set in rule_sets:
        statements = _statements(rule_set, reading)
        why = chosen_by or why_chosen(rule_set, _signs(rule_set, reading, notices[rule_set.id], statements))
        if not why:
            continue
        chosen.append(_chosen(rule_set.for_profile(profile), why))
        own = _masks([notices[rule_set.id]])
        case = _case(
            rule_set.for_profile(profile),
            reading,
            statements,
            own,
            names,
            named_by,
            medium,
            today,
            pictures,
            republisher,
        )
        if cases is not None:
            cases.append(case)
        findings += [
            _told(judge(requirement, case), requirement, rule_set)
            for requirement in case.rule_set.judged
            if only is None or (rule_set.id, requirement.id) in only
        ]
    return PageReport(
        path=page.path,
        format=page.format,
        encoding=f"{page.encoding.name} ({page.encoding.how})",
        rule_sets=tuple(chosen),
        findings=tuple(findings),
        original=source.page.path if source is not None else "",
        people=names,
        people_from=named_by,
        reason="" if chosen else _none_applies(rule_sets, page, any(notices.values())),
        notes=(*page.notes, *reading.notes, *(() if page.blocks else (NOTHING_SEEN,))),
        unsure=not page.blocks,
    )


def compare(page: Page, original: Original, rule_sets: Sequence[RuleSet]) -> Comparison:
    """What a page changed in the story of an original; credits, notices and what stands around it are no part of it."""
    reading = _read(page, original, _masks(find_notices(page, rule_set.notices) for rule_set in rule_sets))
    if reading.alignment is None:
        note = " ".join(reading.notes).removesuffix(_JUDGED_WITHOUT) + "."
        return Comparison(page, original, note=note)
    found = tuple(reading.changes)
    words = sum(len(original.page.blocks[block].text.split()) for block in original.article)
    return Comparison(page, original, max(0.0, 1 - words_lost(found) / max(1, words)), found)


def _told(found: Finding, requirement: Requirement, rule_set: RuleSet) -> Finding:
    """The finding with whose requirement it is, and where the publisher says so."""
    source = requirement.source or (rule_set.sources[0].address if rule_set.sources else "")
    return replace(found, rule_set=rule_set.id, source=source)


def sides_of(page: Page, original: Original | None, rule_sets: Sequence[RuleSet]) -> Sides:
    """A page and the original that it was judged with side by side, for reports that show them."""
    from licheck.align.sides import side_by_side  # few reports ask for it

    reading = _read(page, original, _masks(find_notices(page, rule_set.notices) for rule_set in rule_sets))
    if reading.original is None or reading.alignment is None:
        return side_by_side(page, reading.zones)
    was = reading.original.page
    masks = _masks(find_notices(was, rule_set.notices) for rule_set in rule_sets)
    zones = zones_by_form(was, _whole_blocks(masks) | credit_lines(was.blocks))
    return side_by_side(
        page, reading.zones, reading.original, zones, reading.alignment.pairs, tuple(reading.changes)
    )


def read_original(page: Page, rule_sets: Sequence[RuleSet]) -> Original:
    """The original in a page, with every known publisher's notice taken off."""
    masks = _masks(find_notices(page, rule_set.notices) for rule_set in rule_sets)
    zones = zones_by_form(page, _whole_blocks(masks) | credit_lines(page.blocks))
    return original_of(page, zones, _read_with(page, zones, masks, rule_sets), masks)


def _read_with(
    page: Page, zones: Zones, masks: tuple[Mask, ...], rule_sets: Sequence[RuleSet]
) -> Sequence[Credit]:
    """The credits of an original, with the names of the publishers known that it names."""
    credits = read_credits(page, zones, masks)
    named = [rule_set.publisher for rule_set in rule_sets if _mentions(page, rule_set)]
    names = [name for publisher in named for name in publisher.names]
    others = [name for publisher in named for name in publisher.others if name not in names]
    return with_publisher(credits, page, zones, masks, names, others) if names else credits


def _read(page: Page, original: Original | None, masks: tuple[Mask, ...]) -> _Reading:
    if original is None:
        return _alone(page, masks)
    if not original.article:
        note = f"No story was found in the original {original.page.path}: it was left aside."
        return _alone(page, masks, note)
    alignment = align(
        [block.text for block in page.blocks],
        {index: original.page.blocks[index].text for index in original.article},
    )
    zones = zones_by_alignment(page, original, alignment) if _comes_from(page, alignment) else None
    if zones is None:
        note = (
            f"The text of this page does not come from the original {original.page.path}"
            f" (only {alignment.kept:.0%} of it is here, paragraph by paragraph){_JUDGED_WITHOUT}"
        )
        return _alone(page, masks, note)
    return _Reading(page, zones, masks, original, alignment)


def _comes_from(page: Page, alignment: Alignment) -> bool:
    """Whether a page carries enough of an original: a share of its words, or one whole paragraph."""
    whole = (page.blocks[pair.block].text for pair in alignment.pairs if pair.share >= WHOLE)
    return alignment.kept >= LEAST_KEPT or any(len(text.split()) >= PARAGRAPH for text in whole)


def _alone(page: Page, masks: tuple[Mask, ...], *notes: str) -> _Reading:
    """A page read without its original."""
    zones = zones_by_form(page, _whole_blocks(masks) | credit_lines(page.blocks))
    return _Reading(page, zones, masks, notes=notes)


def _whole_blocks(masks: Iterable[Mask]) -> frozenset[int]:
    return frozenset(mask.block for mask in masks if mask.start == 0)


def _people(reading: _Reading, people: Sequence[str], people_from: str) -> tuple[tuple[str, ...], str]:
    if people:
        return tuple(people), people_from
    told = tuple(meta.value for meta in reading.page.values("licheck.authors"))
    if told:
        return told, "the page's own front matter (licheck: authors)"
    if reading.original is not None and reading.original.authors:
        return reading.original.authors, f"the {reading.original.authors_from} of the original"
    return (), ""


def _statements(rule_set: RuleSet, reading: _Reading) -> tuple[Statement, ...]:
    publisher = rule_set.publisher
    if not _mentions(reading.page, rule_set):
        return ()
    return source_statements(
        reading.page, reading.zones, reading.masks, publisher.names, publisher.others, reading.story
    )


def _mentions(page: Page, rule_set: RuleSet) -> bool:
    """Quick: whether all words of any of the publisher's names are on the page at all."""
    return may_be_named(page.text, rule_set.publisher.names)


def _signed(page: Page, rule_set: RuleSet) -> bool:
    """Quick: whether front matter names any of the publisher's names with the authors, which a site shows as its byline."""
    told = [meta.value for meta in page.values("author") if meta.where.startswith("front matter")]
    return any(may_be_named(fold(name), rule_set.publisher.names) for name in told)


def _signs(
    rule_set: RuleSet, reading: _Reading, notices: Sequence[Found], statements: tuple[Statement, ...]
) -> Signs:
    page, original = reading.page, reading.original
    is_named = _mentions(page, rule_set) or _signed(page, rule_set)
    return Signs(
        page=page,
        notices=tuple(notices),
        statements=statements,
        credits=reading.credits if is_named else (),
        zones=reading.zones,
        has_story=reading.zones.first >= 0,
        original=original,
        original_notices=tuple(find_notices(original.page, rule_set.notices)) if original else (),
    )


def _masks(notices: Iterable[Sequence[Found]]) -> tuple[Mask, ...]:
    return tuple(sorted({mask for found in notices for notice in found for mask in notice.masks}))


def _chosen(rule_set: RuleSet, why: str) -> Chosen:
    source = rule_set.sources[0].address if rule_set.sources else ""
    return Chosen(rule_set.id, rule_set.publisher.name, why, source, rule_set.questions)


def _case(
    rule_set: RuleSet,
    reading: _Reading,
    statements: tuple[Statement, ...],
    notices: tuple[Mask, ...],
    people: tuple[str, ...],
    people_from: str,
    medium: Medium,
    today: date | None,
    pictures: Pictures | None,
    republisher: Republisher,
) -> Case:
    credits = Later(lambda: _no_persons(_read_again(reading, rule_set), rule_set.publisher.names))
    return Case(
        page=reading.page,
        rule_set=rule_set,
        zones=reading.zones,
        credits=credits,
        statements=statements,
        masks=reading.masks,
        notices=notices,
        original=reading.original,
        alignment=reading.alignment,
        changes=reading.changes,
        people=people,
        people_from=people_from,
        sightings=_sightings(reading, people or best_authors(credits)),
        medium=medium,
        today=today,
        pictures=pictures,
        republisher=republisher,
    )


def _read_again(reading: _Reading, rule_set: RuleSet) -> Sequence[Credit]:
    """The credits, with the publisher's names known, and those of the outlets that the original gives its writers."""
    outlets = reading.original.affiliations if reading.original is not None else ()
    names = (*rule_set.publisher.names, *outlets)
    page = (reading.page, reading.zones, reading.masks)
    return with_publisher(reading.credits, *page, names, rule_set.publisher.others)


def _no_persons(credits: Sequence[Credit], names: Collection[str]) -> list[Credit]:
    """The credits, where a publisher's name of one word ("KETR") was not taken for a person's."""
    ours = {fold(name) for name in names}
    return [_no_person(credit, ours) if credit.persons else credit for credit in credits]


def _no_person(credit: Credit, ours: Set[str]) -> Credit:
    persons = tuple(name for name in credit.persons if fold(name) not in ours)
    if persons == credit.persons:
        return credit
    taken = (name for name in credit.persons if fold(name) in ours)
    return replace(credit, persons=persons, organisations=(*credit.organisations, *taken))


def _sightings(reading: _Reading, people: Iterable[str]) -> dict[str, tuple[Sighting, ...]]:
    page = (reading.page, reading.zones, reading.masks, reading.story)
    return {person: look_for(person, *page) for person in people}


def _none_applies(rule_sets: Sequence[RuleSet], page: Page, has_notice: bool) -> str:
    if not page.blocks:
        return "There is no telling whether it is a republication."
    for rule_set in rule_sets:
        if is_own_page(rule_set, page):
            return f"This is {rule_set.publisher.name}'s own page, not a republication."
    if has_notice:
        return "A publisher's notice is here, but no story of that publisher to which it belongs."
    signs = "notice, credit line, byline, canonical address or page counter"
    return f"No {signs} of a known publisher marks it as a republication."


def failures(report: PageReport) -> frozenset[tuple[str, str]]:
    """The requirements that failed, by the ids of their rule set and their own."""
    failed = (one for one in report.findings if one.verdict is Verdict.FAILED)
    return frozenset((one.rule_set, one.requirement) for one in failed)


def confirm(first: PageReport, second: PageReport) -> PageReport:
    """The first reading's report; failures that a second, independent reading does not share become doubts.

    A failure stands when the second reading fails too (or cannot tell). Where it passes, or does
    not take the page for a republication at all, nobody is accused: the verdict is cant-tell, with both
    readings told.
    """
    others = {(finding.rule_set, finding.requirement): finding for finding in second.findings}
    findings = (_confirmed(one, others.get((one.rule_set, one.requirement))) for one in first.findings)
    return replace(first, findings=tuple(findings))


def _confirmed(finding: Finding, other: Finding | None) -> Finding:
    """A finding beside that of the second reading; None: that one did not apply the rule set."""
    stands = other is not None and other.verdict in (Verdict.FAILED, Verdict.CANT_TELL)
    if finding.verdict is not Verdict.FAILED or stands:
        return finding
    said = other.reason if other else "The page republishes no story of this publisher."
    theirs = (
        replace(piece, note=f"second reading: {piece.note or 'counts'}", counts=False)
        for piece in (other.evidence if other else ())
    )
    return replace(
        finding,
        verdict=Verdict.CANT_TELL,
        reason=f"Two readings of the page disagree. First: {finding.reason} Second: {said}",
        evidence=(*finding.evidence, *theirs),
    )
