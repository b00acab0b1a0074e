"""Which publisher's rules apply to a page, and why.

Naming a publisher is no republishing. A page is taken for a republication of a publisher's story when it
carries the publisher's notice, a credit line with a source's words, a byline with the publisher as
affiliation, a canonical link or a page counter of the publisher's, front matter that says so, or the text
of an original that is the publisher's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from licheck.model.credit import Credit, Statement
from licheck.model.original import Original
from licheck.model.page import BlockKind, Page
from licheck.model.ruleset import RuleSet
from licheck.model.zones import Zone, Zones
from licheck.organisations import may_be_named, named
from licheck.patterns import pattern
from licheck.rulesets.bylines import is_institution, is_signed
from licheck.rulesets.credits import credited
from licheck.rulesets.notices import Found
from licheck.rulesets.own_page import is_own_page
from licheck.rulesets.whose import is_name, is_ours, links_to_others
from licheck.text import fold, shorten

_QUOTE = 80  # characters quoted in a reason
_SUPPLIED = pattern(r"\W*(?:provided|supplied|produced|made available) by\b")  # without saying what
_NO_STORY = (BlockKind.CELL, BlockKind.CAPTION, BlockKind.CODE, BlockKind.CONTROL)


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
    if is_ours(original.url, publisher):
        yield f"the original's address ({original.url})"
    stated = [
        meta.value
        for name in ("publisher", "site", "licheck.publisher")
        for meta in original.page.values(name)
    ]
    if any(is_name(name, rule_set.publisher) for name in (*original.affiliations, *stated)):
        yield f"the original, which names {publisher.name} as its publisher"


def _by_statement(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for said in signs.statements:
        theirs = links_to_others(signs.page, said.block, rule_set.publisher)
        if said.strong and not theirs and not _in_another_box(signs.zones, said):
            text = signs.page.blocks[said.block].text[said.start : said.end]
            if _may_be_of_else(rule_set, signs, said.block, text):
                continue
            yield f"a credit line {_line(signs.page, said.block, said.start)}: {shorten(text, _QUOTE)}"


def _by_credit_line(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    """The lines that the rule file itself gives, in words that no list of usual phrases need have."""
    if not signs.has_story or not may_be_named(signs.page.text, rule_set.publisher.names):
        return
    masked = {found.masks[0].block for found in signs.notices}
    for block, start in credited(rule_set, signs.page, signs.zones):
        if block not in masked and not links_to_others(signs.page, block, rule_set.publisher):
            text = signs.page.blocks[block].text[start:]
            yield f"a credit line {_line(signs.page, block, start)}: {shorten(text, _QUOTE)}"


def _by_byline(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for credit in signs.credits:
        if is_signed(credit, signs.page, signs.zones, rule_set.publisher):
            place = signs.page.position(credit.offset).line if credit.block < 0 else 0
            line = f"(line {place})" if place else _line(signs.page, credit.block, credit.start)
            yield f"the byline {line}: {shorten(credit.text, _QUOTE)}"


def _by_canonical(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for meta in signs.page.values("canonical"):
        if is_ours(meta.value, rule_set.publisher):
            yield f"the canonical address (line {signs.page.position(meta.offset).line})"


def _by_requirement(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    for requirement in rule_set.requirements:
        if sign := requirement.recognises(signs.page):
            yield sign


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


def _may_be_of_else(rule_set: RuleSet, signs: Signs, block: int, text: str) -> bool:
    """Whether a line may say whose something else is: "Provided by Example Agency" tells of a table, a film or a picture too."""
    if not _SUPPLIED.match(fold(text)):
        return False
    page, publisher = signs.page, rule_set.publisher
    if is_institution(publisher.name, publisher):
        return True
    embeds = {embed.block for embed in page.embeds}
    return block in embeds or (block > 0 and page.blocks[block - 1].kind in _NO_STORY)


def _is_in_place(found: Found, signs: Signs) -> bool:
    """Whether a notice stands with a story, and not amid its paragraphs, in comments or in other boxes."""
    block = found.masks[0].block
    return signs.zones.of[block] is not Zone.FURNITURE and not signs.zones.first < block < signs.zones.last
