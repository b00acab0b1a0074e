"""Which publisher's rules apply to a page, and why.

Naming a publisher is no republishing. A page is taken for a republication of a publisher's story when it carries the publisher's
notice, a credit line with a source's words, a byline with the publisher as affiliation, a canonical link or a page
counter of the publisher's, front matter that says so, or the text of an original that is the publisher's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from licheck.addresses import is_on
from licheck.model.credit import Credit, Role, Statement
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.ruleset import RuleSet
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.rulesets.notices import Found
from licheck.text import fold, shorten

# Parts of the source phrases (licheck/credits/words.py) that say "this very text stood there first", not just "they reported it".
_STRONG = (
    "original", "first", "republi", "reprint", "repost", "syndicat", "erschien", "ursprünglich", "erstmals", "zuerst", "publi", "appeared", "ran",
    "apareci", "reproduc", "ripubblic", "verscheen", "opublikowan", "ukazał", "przedruk", "vyšel", "megjelent", "yayı", "впервые", "первоначально",
    "перепечатка", "вперше", "передрук", "опубликован", "原载", "首发", "转载", "轉載", "初出", "転載", "원문", "게재", "provided by", "distributed by",
)  # fmt: skip
_ABOUT_THIS = ("this ", "originally ", "first published", "republished", "dieser ", "diese ", "cet ", "cette ", "este ", "esta ", "questo ", "dit ", "ten ", "denne ", "эта ", "этот ")  # fmt: skip

_THIS_STORY = (
    "this story", "this article", "this piece", "this report", "this post", "this essay", "this column", "this version", "the story below", "dieser artikel", "dieser beitrag", "dieser text",
    "diesen artikel", "cet article", "este artículo", "esta historia", "esta nota", "questo articolo", "este artigo", "esta reportagem", "dit artikel", "ten artykuł", "denna artikel",
)  # fmt: skip


@dataclass(frozen=True)
class Signs:
    """What select goes by, for one page and one rule set. Without a story a notice is just a notice."""

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
    if is_own_page(rule_set, signs.page):
        return ""
    return next(_reasons(rule_set, signs), "")


def is_own_page(rule_set: RuleSet, page: Page) -> bool:
    """Whether a page is the publisher's own: its address and its site's name are the publisher's."""
    publisher = rule_set.publisher
    addresses = [
        meta
        for meta in (*page.values("url"), *page.values("canonical"))
        if is_on(meta.value, publisher.domains)
    ]
    sites = [meta.value for meta in (*page.values("site"), *page.values("publisher"))]
    return bool(addresses) and any(named(site, publisher.names, publisher.others) for site in sites)


def _reasons(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    page, publisher = signs.page, rule_set.publisher
    for meta in page.metadata:
        if "front matter" in meta.where and meta.name in ("publisher", "licheck.publisher"):
            if fold(meta.value) == rule_set.id or named(meta.value, publisher.names, publisher.others):
                yield f"its front matter (line {page.position(meta.offset).line})"
    for found in signs.notices if signs.has_story else ():
        if found.own and _is_in_place(found, signs):
            mask = found.masks[0]
            yield f"the publisher's notice on the page (line {page.locate(page.blocks[mask.block], mask.start).line})"
    yield from _by_original(rule_set, signs)
    for statement in signs.statements:
        if _is_credit(page, statement) and not _in_another_box(signs.zones, statement):
            text = page.blocks[statement.block].text[statement.start : statement.end]
            yield f"a credit line (line {page.locate(page.blocks[statement.block], statement.start).line}): {shorten(text, 80)}"
    for credit in signs.credits:
        if (
            credit.block >= 0
            and credit.zone in (Zone.TOP, Zone.BOTTOM)
            and credit.role is Role.WRITER
            and credit.sure
        ):
            if any(_is(name, rule_set) for name in (*credit.affiliations, *credit.organisations)):
                yield f"the byline (line {page.locate(page.blocks[credit.block], credit.start).line}): {shorten(credit.text, 80)}"
    for meta in page.values("canonical"):
        if is_on(meta.value, publisher.domains):
            yield f"the canonical address (line {page.position(meta.offset).line})"
    for requirement in rule_set.requirements:
        sign = requirement.recognises(page)
        if sign:
            yield sign


def _in_another_box(zones: Zones, statement: Statement) -> bool:
    """Whether a sentence that looks like the story's last one follows the heading of something else."""
    before = statement.block - 1
    return (
        statement.zone is Zone.ARTICLE
        and statement.block > zones.first
        and zones.of[before] is Zone.FURNITURE
    )


def _is_in_place(found: Found, signs: Signs) -> bool:
    """Whether a notice stands where publishers put it: with a story and not amid its paragraphs, in comments or in other boxes."""
    block = found.masks[0].block
    return signs.zones.of[block] is not Zone.FURNITURE and not signs.zones.first < block < signs.zones.last


def _by_original(rule_set: RuleSet, signs: Signs) -> Iterator[str]:
    original, publisher = signs.original, rule_set.publisher
    if original is None:
        return
    if any(found.own for found in signs.original_notices):
        yield "the publisher's notice on the original"
    if is_on(original.url, publisher.domains):
        yield f"the original's address ({original.url})"
    stated = [
        meta.value
        for name in ("publisher", "site", "licheck.publisher")
        for meta in original.page.values(name)
    ]
    if any(_is(name, rule_set) for name in (*original.affiliations, *stated)):
        yield f"the original, which names {publisher.name} as its publisher"


def _is(name: str, rule_set: RuleSet) -> bool:
    """Whether a name is the publisher's, and not just holds it."""
    spans = named(name, rule_set.publisher.names, rule_set.publisher.others)
    return bool(spans) and spans[0][1] - spans[0][0] >= len(name.strip()) * 0.6


def _is_credit(page: Page, statement: Statement) -> bool:
    """Whether a sentence says that this very story is the publisher's (and not that something in it is)."""
    if not any(part in statement.phrase for part in _STRONG):
        return False
    sentence = fold(page.blocks[statement.block].text[statement.start : statement.end]).lstrip("-*_|[(\"' ")
    if statement.zone is Zone.ARTICLE:
        return sentence.startswith(_ABOUT_THIS)
    return sentence.startswith((*_ABOUT_THIS, statement.phrase)) or any(
        words in sentence for words in _THIS_STORY
    )
