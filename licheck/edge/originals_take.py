"""A file of an original -> what a store keeps of it: what a worker does for `licheck originals add`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from licheck.credits.statements import source_statements
from licheck.edge.opened import page_of
from licheck.edge.originals_find import counters
from licheck.edge.originals_values import Taken
from licheck.edge.rule_files import rule_sets
from licheck.errors import InputError
from licheck.lens import read_original
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.organisations import may_be_named
from licheck.originals.card import Card
from licheck.originals.fingerprint import print_of, words_in
from licheck.originals.named import host_of, store_address
from licheck.read import read_page
from licheck.rulesets.notices import find_notices

if TYPE_CHECKING:
    from licheck.edge.jobs import Source
    from licheck.model.reading import Reading
    from licheck.model.ruleset import RuleSet

_STATED = ("co-publishers", "copublishers", "licheck.co-publishers")  # keys of front matter


def take(source: Source, rules: tuple[str, ...]) -> Taken:
    """What a store keeps of an original; `rules` are the paths of rule files. Raises InputError where there is no story."""
    page = page_of(source)
    known = rule_sets(rules, page)
    original = read_original(page, known)
    words = tuple(words_in(page.folded[block] for block in original.article))
    if not words:
        raise InputError("holds no story that could be found again: name the page of a story, with its text")
    reading = read_page(page, last_year=datetime.now(UTC).year + 1)
    addresses = _addresses(page, original)
    return Taken(
        card=_card(page, original, reading, known, len(words)),
        words=words,
        print=print_of(words),
        story=source.story,
        addresses=addresses,
        hosts=tuple(dict.fromkeys(host_of(f"//{at}/") for at in addresses)),
        counters=tuple(name for one in counters(known) if (name := one.of_original(original.url))),
    )


def _addresses(page: Page, original: Original) -> tuple[str, ...]:
    """The addresses that pages may name the original by, the one it goes by first."""
    stated = [meta.value for name in ("canonical", "url") for meta in page.values(name)]
    return tuple(dict.fromkeys(at for url in (original.url, *stated) if (at := store_address(url))))


def _card(page: Page, original: Original, reading: Reading, known: Sequence[RuleSet], words: int) -> Card:
    noticed = tuple(one.id for one in known if any(hit.own for hit in find_notices(page, one.notices)))
    return Card(
        path=page.path,
        format=page.format,
        title=original.title,
        authors=original.authors,
        affiliations=original.affiliations,
        date=reading.date,
        language=reading.language,
        url=original.url,
        licence=next((meta.value for meta in page.values("licence")), ""),
        rule_sets=noticed,
        co_publishers=tuple(dict.fromkeys(_co_publishers(page, original, reading, noticed, known))),
        words=words,
    )


def _co_publishers(
    page: Page, original: Original, reading: Reading, own: Sequence[str], known: Sequence[RuleSet]
) -> Iterator[str]:
    """The publishers that front matter or a credit line names besides the story's own."""
    from licheck.addresses import is_on

    for name in _STATED:
        yield from (meta.value for meta in page.values(name))
    story = frozenset(original.article)
    for one in known:
        publisher = one.publisher
        if one.id in own or is_on(original.url, publisher.domains):
            continue
        if may_be_named(page.text, publisher.names) and source_statements(
            page, reading.zones, (), publisher.names, publisher.others, story
        ):
            yield publisher.name
