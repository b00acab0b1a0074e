"""The pipeline, pure: Page + Original + rule sets -> PageReport.

page -> zones (by alignment with the original, else by form) -> credits -> rule sets -> case -> findings
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace
from datetime import date

from licheck.credits.best import best_authors
from licheck.credits.look import look_for
from licheck.credits.publishers import with_publisher
from licheck.credits.statements import source_statements
from licheck.lens import Reading, masks_of, mentions, read_original, read_page
from licheck.model.case import Case, Mask, Pictures
from licheck.model.credit import Credit, Sighting, Statement
from licheck.model.finding import Finding
from licheck.model.later import Later
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.report import Chosen, PageReport
from licheck.model.republisher import NOBODY, Republisher
from licheck.model.requirement import Medium, Requirement
from licheck.model.ruleset import RuleSet
from licheck.organisations import may_be_named
from licheck.requirements._doubts import NOTHING_SEEN
from licheck.requirements._joined import judge
from licheck.rulesets.notices import Found, find_notices
from licheck.rulesets.own_page import is_own_page
from licheck.rulesets.rare_names import with_rare_names
from licheck.rulesets.select import Signs, why_chosen
from licheck.text import fold


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
    reading = read_page(page, source, masks_of(notices.values()))
    names, named_by = _people(reading, people, people_from)
    chosen: list[Chosen] = []
    findings: list[Finding] = []
    for rule_set in rule_sets:
        statements = _statements(rule_set, reading)
        credits = _credits(rule_set, reading)
        why = chosen_by or why_chosen(
            rule_set, _signs(rule_set, reading, notices[rule_set.id], statements, credits)
        )
        if not why:
            continue
        chosen.append(_chosen(rule_set.for_profile(profile), why))
        own = masks_of([notices[rule_set.id]])
        case = _case(
            rule_set.for_profile(profile),
            reading,
            statements,
            credits,
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


def _told(found: Finding, requirement: Requirement, rule_set: RuleSet) -> Finding:
    """The finding with whose requirement it is, and where the publisher says so."""
    source = requirement.source or (rule_set.sources[0].address if rule_set.sources else "")
    return replace(found, rule_set=rule_set.id, source=source)


def _people(reading: Reading, people: Sequence[str], people_from: str) -> tuple[tuple[str, ...], str]:
    if people:
        return tuple(people), people_from
    told = tuple(meta.value for meta in reading.page.values("licheck.authors"))
    if told:
        return told, "the page's own front matter (licheck: authors)"
    if reading.original is not None and reading.original.authors:
        return reading.original.authors, f"the {reading.original.authors_from} of the original"
    return (), ""


def _statements(rule_set: RuleSet, reading: Reading) -> tuple[Statement, ...]:
    publisher = rule_set.publisher
    if not mentions(reading.page, rule_set):
        return ()
    return source_statements(
        reading.page, reading.zones, reading.masks, publisher.names, publisher.others, reading.story
    )


def _signed(page: Page, rule_set: RuleSet) -> bool:
    """Quick: whether front matter names any of the publisher's names with the authors, which a site shows as its byline."""
    told = [meta.value for meta in page.values("author") if meta.where.startswith("front matter")]
    return any(may_be_named(fold(name), rule_set.publisher.names) for name in told)


def _signs(
    rule_set: RuleSet,
    reading: Reading,
    notices: Sequence[Found],
    statements: tuple[Statement, ...],
    credits: Sequence[Credit],
) -> Signs:
    page, original = reading.page, reading.original
    is_named = mentions(page, rule_set) or _signed(page, rule_set)
    return Signs(
        page=page,
        notices=tuple(notices),
        statements=statements,
        credits=Later(lambda: _for_choosing(reading.credits, credits)) if is_named else (),
        zones=reading.zones,
        has_story=reading.zones.first >= 0,
        original=original,
        original_notices=tuple(find_notices(original.page, rule_set.notices)) if original else (),
    )


def _chosen(rule_set: RuleSet, why: str) -> Chosen:
    source = rule_set.sources[0].address if rule_set.sources else ""
    return Chosen(rule_set.id, rule_set.publisher.name, why, source, rule_set.questions)


def _case(
    rule_set: RuleSet,
    reading: Reading,
    statements: tuple[Statement, ...],
    credits: Sequence[Credit],
    notices: tuple[Mask, ...],
    people: tuple[str, ...],
    people_from: str,
    medium: Medium,
    today: date | None,
    pictures: Pictures | None,
    republisher: Republisher,
) -> Case:
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


def _credits(rule_set: RuleSet, reading: Reading) -> Sequence[Credit]:
    """The credits as somebody reads them who knows the publisher's names; read when they are first looked into."""
    return Later(lambda: _no_persons(_read_again(reading, rule_set), rule_set.publisher.names))


def _for_choosing(first: Sequence[Credit], again: Sequence[Credit]) -> Sequence[Credit]:
    """What tells whose story it is: what reads as a credit to anybody; what does so only to somebody who looks for the
    publisher's name is not as sure, since that name can stand beside a person for many reasons.
    """
    known = frozenset(first)
    return (*first, *(replace(credit, sure=False) for credit in again if credit not in known))


def _read_again(reading: Reading, rule_set: RuleSet) -> Sequence[Credit]:
    """The credits, with the publisher's names known, and those of the outlets that the original gives its writers."""
    outlets = reading.original.affiliations if reading.original is not None else ()
    names = (*rule_set.publisher.names, *outlets)
    page = (reading.page, reading.zones, reading.masks)
    found = with_publisher(reading.credits, *page, names, rule_set.publisher.others)
    return _with_rare_names(found, reading, rule_set)


def _with_rare_names(credits: Sequence[Credit], reading: Reading, rule_set: RuleSet) -> Sequence[Credit]:
    return with_rare_names(credits, reading.page, reading.zones, rule_set.publisher)


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


def _sightings(reading: Reading, people: Iterable[str]) -> dict[str, tuple[Sighting, ...]]:
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
