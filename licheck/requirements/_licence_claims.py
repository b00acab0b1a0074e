"""The licences that a page, or an original, names: each with what it is for, told as evidence.

Read are links, badges, what readers see in words, `rel=license`, and metadata (JSON-LD, Dublin Core, Open Graph).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from licheck.licences.addresses import of_address, of_badge
from licheck.licences.value import Licence, Relation, parse, relation
from licheck.licences.words import Named, licences_named, may_name
from licheck.model.case import Case
from licheck.model.finding import Evidence, Standing
from licheck.model.page import JOINT, Block, Image, Link, Meta, Page
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._licence_scope import Scope, Side, about, in_figure, in_foot, scope_in_text
from licheck.text import shorten

MOST = 200  # licences named on one page that are told apart; no page of a story has ten
_QUOTE = 160  # characters of a quoted passage
_WINDOW = 4_000  # characters of a block, from its end, that are searched: no line on a licence is longer
_NEAR = 5  # blocks above and below an original's story that stand with it
_EDGE = (
    2  # paragraphs at either end of the article, where form alone tells it, that may be lines on the licence
)
# Names of metadata that hold a licence, beside the reader's own `licence`.
_METADATA = frozenset(
    (
        *(
            "licence",
            "license",
            "rights",
            "dcterms.rights",
            "dc.license",
            "dc:rights",
            "dc:license",
            "dcterms:license",
        ),
        *("dcterms:rights", "og:license", "og:rights", "og:article:license", "article:license", "cc:license"),
        *("usageterms", "copyrightnotice", "usageinfo", "xhtml:license", "citation_license"),
    )
)
_WRITTEN = pattern(
    r"(?:https?://)?(?:www\.)?((?:creativecommons\.org/(?:licenses|publicdomain)|spdx\.org/licenses)/[\w./+-]{2,60})",
    re.I,
)
_FIRST_NAME = pattern(r"[A-Za-z][\w.-]*(?: [A-Z0-9][\w.-]*)*")


class Claim(NamedTuple):
    """A licence that a page names: what for, and the passage. `block` indexes the page's blocks, -1: none."""

    licence: Licence
    scope: Scope
    evidence: Evidence
    block: int = -1

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees it."""
        return self.evidence.standing is Standing.SEEN


def side_of(case: Case) -> Side:
    """The page under test as a page whose licences are looked at."""
    zones = case.zones
    blocks = len(case.page.blocks)
    edges = {*range(zones.first, zones.first + _EDGE), *range(zones.last - _EDGE + 1, zones.last + 1)}
    own = {meta.value for name in ("canonical", "url") for meta in case.page.values(name)}
    return Side(
        case.page,
        lambda block: zones.of[block],
        frozenset(edge for edge in edges if 0 <= edge < blocks),
        frozenset(statement.block for statement in case.statements),
        frozenset(own),
    )


def claims(case: Case) -> list[Claim]:
    """What the page under test claims."""
    return list(islice(_claims(side_of(case), ""), MOST))


def granted_by_original(case: Case) -> list[Claim]:
    """What the original says of its own licence, as evidence from the original; pictures' and sites' left out."""
    if case.original is None:
        return []
    page, article = case.original.page, case.original.article
    first, last = (article[0], article[-1]) if article else (0, -1)
    inside = frozenset(article)

    def zone(block: int) -> Zone:
        if block in inside:
            return Zone.ARTICLE
        if first - _NEAR <= block < first:
            return Zone.TOP
        return Zone.BOTTOM if last < block <= last + _NEAR else Zone.FURNITURE

    side = Side(page, zone, frozenset((*article[:1], *article[-_EDGE:])), own=frozenset((case.original.url,)))
    found = islice(_claims(side, page.path), MOST)
    return [claim for claim in found if claim.scope is Scope.STORY]


def of_rule_set(case: Case) -> Licence | None:
    """The Creative Commons licence that the rule set's free words begin with; None for other terms."""
    return first_named(case.rule_set.licence)


def first_named(words: str) -> Licence | None:
    """The licence whose id or short name stands at the beginning of a text: "CC-BY-ND-4.0, for the text alone"."""
    hit = _FIRST_NAME.match(words.strip())
    return parse(hit.group()) if hit else None


def _claims(side: Side, path: str) -> Iterator[Claim]:
    """All licences that are named: by links, badges, metadata, then by words that no link says already."""
    by_links = list(islice(_links(side, path), MOST))
    yield from by_links
    yield from _badges(side, path)
    yield from _metadata(side.page, path)
    linked: dict[int, list[Licence]] = {}
    for claim in by_links:
        linked.setdefault(claim.block, []).append(claim.licence)
    for index, block in enumerate(side.page.blocks):
        if may_name(block.text[-_WINDOW:]):
            yield from _words(side, path, index, block, linked.get(index, []))


def _links(side: Side, path: str) -> Iterator[Claim]:
    pictures: dict[str, Image] = {}
    for image in side.page.images:
        pictures.setdefault(image.link, image)
    for link in side.page.links:
        licence = of_address(link.href)
        if licence is None:
            continue
        if link.hidden and "license" not in link.rel.lower().split():
            continue
        scope = scope_of_link(side, link, pictures.get(link.href))
        if scope is None:
            continue
        standing = Standing.METADATA if link.hidden else Standing.SEEN
        text = f"{link.text.replace(JOINT, '')} ({link.href})" if link.text else link.href
        note = f"only in hidden markup: {link.hidden}" if link.hidden else ""
        evidence = _evidence(side.page, path, text, link.offset, standing, note)
        yield Claim(licence, scope, evidence, link.block)


def scope_of_link(side: Side, link: Link, picture: Image | None) -> Scope | None:
    """What the licence is for that a link leads to; None for a link of the story's own. `picture`: what it holds."""
    if said := about(side, link):
        return said
    if link.block >= 0:
        scope = scope_in_text(side, link.block, link.start, link.end)
        is_licence = "license" in link.rel.lower().split()
        return Scope.STORY if is_licence and scope in (None, Scope.UNSURE) else scope
    if link.hidden:
        return Scope.STORY
    return _scope_of_picture(side, picture) if picture else Scope.UNSURE


def _scope_of_picture(side: Side, image: Image) -> Scope:
    """What the badge is for that a picture shows."""
    if in_figure(side.page, image.container):
        return Scope.PICTURE
    if in_foot(side.page, image.container):
        return Scope.SITE
    near = [
        side.zone(block) for block in (image.block - 1, image.block) if 0 <= block < len(side.page.blocks)
    ]
    return Scope.STORY if any(zone is not Zone.FURNITURE for zone in near) else Scope.SITE


def _badges(side: Side, path: str) -> Iterator[Claim]:
    """Badges that no link explains."""
    for image in side.page.images:
        if image.hidden or of_address(image.link):
            continue
        licence = of_badge(image.src or image.lazy) or _in_alt(image)
        if licence:
            text = image.alt or image.src
            evidence = _evidence(side.page, path, text, image.offset, Standing.SEEN, "a badge")
            yield Claim(licence, _scope_of_picture(side, image), evidence)


def _in_alt(image: Image) -> Licence | None:
    """The licence that a badge's alternative text names; that of a photograph says whose licence that is."""
    if not 0 < len(image.alt) <= _QUOTE or not may_name(image.alt):
        return None
    found = licences_named(image.alt)
    return found[0].licence if found and found[0].start == 0 and found[0].licence.code else None


def _metadata(page: Page, path: str) -> Iterator[Claim]:
    for meta in page.metadata:
        if meta.name.lower() not in _METADATA:
            continue
        for licence in _of_meta(meta):
            note = f"only in metadata ({meta.where}), where no reader sees it"
            evidence = _evidence(page, path, meta.value, meta.offset, Standing.METADATA, note)
            yield Claim(licence, Scope.STORY, evidence)


def _of_meta(meta: Meta) -> list[Licence]:
    found = of_address(meta.value) or parse(meta.value.strip())
    return [found] if found else [named.licence for named in licences_named(meta.value[:_WINDOW])[:1]]


def _words(side: Side, path: str, index: int, block: Block, linked: list[Licence]) -> Iterator[Claim]:
    text = block.text
    before = max(0, len(text) - _WINDOW)
    seen: set[Licence] = set()
    for named in _named(text[before:]):
        if named.licence in seen or any(_says_no_more(link, named.licence) for link in linked):
            continue
        seen.add(named.licence)
        start, end = named.start + before, named.end + before
        scope = scope_in_text(side, index, start, end)
        if scope is None:
            continue
        where = side.page.locate(block, start)
        quote = text if len(text) <= _QUOTE else text[max(0, start - 60) : end + 60]
        quote = shorten(quote.replace(JOINT, " "), _QUOTE)
        yield Claim(named.licence, scope, Evidence(quote, *where, path=path), index)
        if len(seen) >= MOST:
            return


def _named(text: str) -> list[Named]:
    """The licences that a text names, by written addresses and by words."""
    text = text.replace(JOINT, " ")
    found = []
    for hit in _WRITTEN.finditer(text):
        if licence := of_address(f"https://{hit[1].rstrip('.,;:')}"):
            found.append(Named(licence, *hit.span()))
    words = _WRITTEN.sub(lambda hit: "_" * len(hit.group()), text) if found else text
    return sorted([*found, *licences_named(words)], key=lambda named: named.start)


def _says_no_more(link: Licence, words: Licence) -> bool:
    return relation(link, words) in (Relation.SAME, Relation.LESS_EXACT)


def _evidence(page: Page, path: str, text: str, offset: int, standing: Standing, note: str) -> Evidence:
    line, column = page.position(offset) if offset >= 0 else (0, 0)
    return Evidence(shorten(text, _QUOTE), line, column, standing, standing is Standing.SEEN, note, path)
