"""Which publisher's rules apply to a page, and why.

Naming a publisher is no republishing. A page is taken for a republication of a publisher's story when it
carries the publisher's notice, a credit line with a source's words, a byline with the publisher as
affiliation, a canonical link or a page counter of the publisher's, front matter that says so, or the text
of an original that is the publisher's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from licheck.addresses import is_on
from licheck.model.credit import Credit, Role, Statement
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.ruleset import Publisher, RuleSet
from licheck.model.zones import Zone, Zones
from licheck.organisations import is_of_the_past, may_be_named, named
from licheck.patterns import pattern
from licheck.rulesets.credits import credited
from licheck.rulesets.notices import Found
from licheck.text import fold, shorten

_IN_SENTENCE = pattern(
    r"\w\W+\w*(?:(?:published|printed|posted) by|publi[ée]e?s? par|publicad[oa]s? p(?:or|el[oa])|pubblicat[oa] da|veröffentlicht von)\b"
)  # no byline: "This story was also published by"
# By what a byline is known to be that of a guest, or an institution not to be a newsroom.
_GUEST = pattern(
    r"\b(?:fellow|professor|lecturer|director|president|economist|researcher|scientist|analyst|guest|op-ed|columnist|chair(?:man|woman)?|attorney|counsel|student|special)\b"
)
_INSTITUTION = pattern(
    r"\b(?:universit\w+|institut\w*|cent(?:re|er)|foundation|agency|administration|council|commission|unit|union|laboratory|ministry|department|network)\b"
)
_PRESS = pattern(r"\b(?:news\w*|journalis\w+|press|reporting|media|papers?|stor(?:y|ies)|magazine)\b")
# What stands around an outlet's name in such a line.
_BEFORE_NAME = pattern(r"(?:[,/|(•·—–:\u200b-]|\b(?:for|of|at|with|from|and)|&|^\W*by)\s*(?:the\s)?$", re.I)
_BEHIND_NAME = pattern(r"\s*(?:$|[,/|)•·—–\u200b]|and\b|on\b)")
_TITLE_CUT = pattern(r"\s[|·•»:–—-]+\s")
_FOOT = 3  # last lines of a page in which its site claims its copyright
_CLAIM = pattern(r"©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d\b|\ball rights reserved\b|[.,|·–-]", re.I)
_BESIDE = 40  # characters behind a credit in which such a name stands
_SHORT = 6  # letters of an abbreviation
_QUOTE = 80  # characters quoted in a reason
_WHOLE = (
    0.6  # of a stated name that the publisher's must cover to be it: "ProPublica, Inc." is, a sentence is not
)


@dataclass(frozen=True)
class Signs:
    """What select goes by, for one page and one rule set.

    `notices` are the rule set's own, on the page and on the original; without a story (`has_story`) a notice
    is just a notice. `statements` name this rule set's publisher as a source.
    """

    page: Page
    notices: tuple[Found, ...]
    statements: tuple[Statement, ...]
    credits: Sequence[Credit]
    zones: Zones
    has_story: bool = True
    original: Original | None = None
    original_notices: tuple[Found, ...] = ()


def why_chosen(rule_set: RuleSet, signs: Signs) -> str:
    """Why a rule set applies to a page, for people; empty where it does not."""
    if rule_set.named_only or is_own_page(rule_set, signs.page):
        return ""
    return next((why for look in _LOOKS for why in look(rule_set, signs)), "")


def is_own_page(rule_set: RuleSet, page: Page) -> bool:
    """Whether a page is the publisher's own: its address and its site's name are the publisher's."""
    publisher = rule_set.publisher
    if any(_is(meta.value, rule_set) for meta in page.values("site")):
        return True
    addresses = (*page.values("url"), *page.values("canonical"))
    if not any(_is_ours(meta.value, publisher) for meta in addresses):
        return False
    sites = (*page.values("site"), *page.values("publisher"))
    if any(named(meta.value, publisher.names, publisher.others) for meta in sites):
        return True
    return any(_is(name, rule_set) for name in _names_of_site(page))


def _names_of_site(page: Page) -> Iterator[str]:
    """What may be the site's own name: the ends of its titles, its first line, and whose copyright its last lines claim."""
    for meta in page.values("title"):
        pieces = _TITLE_CUT.split(meta.value)
        yield from (pieces[0], pieces[-1]) if len(pieces) > 1 else ()
    yield from (block.text for block in page.blocks[:1])
    for block in page.blocks[-_FOOT:]:
        if _CLAIM.search(block.text):
            yield _CLAIM.sub("", block.text)


def _by_front_matter(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    names, others = rule_set.publisher.names, rule_set.publisher.others
    for meta in (*signs.page.values("publisher"), *signs.page.values("licheck.publisher")):
        ours = fold(meta.value) == rule_set.id or named(meta.value, names, others)
        if "front matter" in meta.where and ours:
            yield f"its front matter (line {signs.page.position(meta.offset).line})"


def _by_notice(_rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for found in signs.notices if signs.has_story else ():
        if found.own and _is_in_place(found, signs):
            mask = found.masks[0]
            yield f"the publisher's notice on the page {_line(signs.page, mask.block, mask.start)}"


def _by_original(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    original, publisher = signs.original, rule_set.publisher
    if original is None:
        return
    if any(found.own for found in signs.original_notices):
        yield "the publisher's notice on the original"
    if _is_ours(original.url, publisher):
        yield f"the original's address ({original.url})"
    stated = [
        meta.value
        for name in ("publisher", "site", "licheck.publisher")
        for meta in original.page.values(name)
    ]
    if any(_is(name, rule_set) for name in (*original.affiliations, *stated)):
        yield f"the original, which names {publisher.name} as its publisher"


def _by_statement(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for said in signs.statements:
        theirs = _links_to_others(signs.page, said.block, rule_set.publisher)
        if said.strong and not theirs and not _in_another_box(signs.zones, said):
            text = signs.page.blocks[said.block].text[said.start : said.end]
            yield f"a credit line {_line(signs.page, said.block, said.start)}: {shorten(text, _QUOTE)}"


def _by_credit_line(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    """The lines that the rule file itself gives, in words that no list of usual phrases need have."""
    if not signs.has_story or not may_be_named(signs.page.text, rule_set.publisher.names):
        return
    masked = {found.masks[0].block for found in signs.notices}
    for block, start in credited(rule_set, signs.page, signs.zones):
        if block not in masked and not _links_to_others(signs.page, block, rule_set.publisher):
            text = signs.page.blocks[block].text[start:]
            yield f"a credit line {_line(signs.page, block, start)}: {shorten(text, _QUOTE)}"


def _by_byline(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for credit in signs.credits:
        if credit.role is not Role.WRITER or not (
            _is_byline(signs.page, signs.zones, credit) or _is_front_matter(credit)
        ):
            continue
        beside = (
            *credit.affiliations,
            *credit.organisations,
            *_named_beside(credit, signs.page, rule_set.publisher),
        )
        if any(_is(name, rule_set) and not _is_institution(name, rule_set.publisher) for name in beside):
            place = signs.page.position(credit.offset).line if credit.block < 0 else 0
            line = f"(line {place})" if place else _line(signs.page, credit.block, credit.start)
            yield f"the byline {line}: {shorten(credit.text, _QUOTE)}"


def _is_of_another(page: Page, zones: Zones, block: int) -> bool:
    """Whether a byline belongs to another story: it follows a heading below the story, or within it."""
    if block > zones.last:
        return any(one.kind is BlockKind.HEADING for one in page.blocks[zones.last + 1 : block])
    return zones.first < block and page.blocks[block - 1].kind is BlockKind.HEADING


def _is_byline(page: Page, zones: Zones, credit: Credit) -> bool:
    """Whether a credit is a line with the writers' names above or below the story, and not one of a guest or of a picture."""
    if credit.block < 0 or credit.zone not in (Zone.TOP, Zone.BOTTOM):
        return False
    said = fold(credit.text)
    if _IN_SENTENCE.search(said) or _GUEST.search(said):
        return False
    if _is_of_another(page, zones, credit.block):
        return False
    below_picture = any(image.block == credit.block and not image.hidden for image in page.images)
    likely = credit.likely and bool(credit.persons) and credit.zone is Zone.TOP and not below_picture
    return credit.sure or likely


def _named_beside(credit: Credit, page: Page, publisher: Publisher) -> Iterator[str]:
    """The publisher's names that stand in a line of credit by themselves: "Jane Doe, Example", "By Example"."""
    text = credit.text
    if credit.block >= 0:
        text = page.blocks[credit.block].text[credit.start : credit.end + _BESIDE]
    for start, end in named(text, publisher.names, publisher.others) if credit.persons else ():
        before = text[:start]
        if _BEFORE_NAME.search(before) and _BEHIND_NAME.match(text[end:]) and not is_of_the_past(before):
            yield text[start:end]


def _is_front_matter(credit: Credit) -> bool:
    """Whether a credit stands in front matter, which a site shows as its byline."""
    return credit.where.startswith("front matter") and not _GUEST.search(fold(credit.text))


def _is_institution(name: str, publisher: Publisher) -> bool:
    """Whether a name beside a writer's is that of an institution whose people write for others, too: "Jane Doe, NASA"."""
    if _INSTITUTION.search(fold(name)) and not _PRESS.search(fold(name)):
        return True
    short = name.isupper() and name.isalpha() and len(name) <= _SHORT
    return short and any(_is_institution(full, publisher) for full in publisher.names if not full.isupper())


def _by_canonical(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for meta in signs.page.values("canonical"):
        if _is_ours(meta.value, rule_set.publisher):
            yield f"the canonical address (line {signs.page.position(meta.offset).line})"


def _by_requirement(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for requirement in rule_set.requirements:
        if sign := requirement.recognises(signs.page):
            yield sign


def _is_ours(url: str, publisher: Publisher) -> bool:
    """Whether an address is the publisher's, and not on a host that is listed among the others' names."""
    return is_on(url, publisher.domains) and not is_on(url, _other_hosts(publisher))


def _links_to_others(page: Page, block: int, publisher: Publisher) -> bool:
    """Whether the links of a credit line lead to such a host, and none of them to the publisher."""
    hosts = _other_hosts(publisher)
    links = [link.href for link in page.links if link.block == block] if hosts else []
    return any(is_on(href, hosts) for href in links) and not any(_is_ours(href, publisher) for href in links)


def _other_hosts(publisher: Publisher) -> tuple[str, ...]:
    return tuple(name for name in publisher.others if "." in name and " " not in name)


_Look = Callable[[RuleSet, Signs], Iterator[str]]
_LOOKS: tuple[_Look, ...] = (
    _by_front_matter,
    _by_notice,
    _by_original,
    _by_statement,
    _by_credit_line,
    _by_byline,
    _by_canonical,
    _by_requirement,
)
"""Where signs of a republication are looked for, in the order in which the first one is told."""


def _line(page: Page, block: int, start: int) -> str:
    return f"(line {page.locate(page.blocks[block], start).line})"


def _in_another_box(zones: Zones, statement: Statement) -> bool:
    """Whether a sentence that looks like the story's last one follows the heading of something else."""
    before = statement.block - 1
    inside = statement.zone is Zone.ARTICLE and statement.block > zones.first
    return inside and zones.of[before] is Zone.FURNITURE


def _is_in_place(found: Found, signs: Signs) -> bool:
    """Whether a notice stands with a story, and not amid its paragraphs, in comments or in other boxes."""
    block = found.masks[0].block
    return signs.zones.of[block] is not Zone.FURNITURE and not signs.zones.first < block < signs.zones.last


def _is(name: str, rule_set: RuleSet) -> bool:
    """Whether a name is the publisher's, and not just holds it."""
    spans = named(name, rule_set.publisher.names, rule_set.publisher.others)
    return bool(spans) and spans[0][1] - spans[0][0] >= len(name.strip()) * _WHOLE
