"""The original of a page that is to be judged, from a store, with what the report is to say about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from licheck.addresses import is_on
from licheck.edge.originals_find import Finder, finder
from licheck.edge.rule_files import rule_sets
from licheck.facts.language import declared
from licheck.originals.choice import BY_TEXT
from licheck.originals.named import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licheck.model.original import Original
    from licheck.model.page import Page
    from licheck.model.ruleset import RuleSet
    from licheck.originals.choice import Candidate, Choice

_TOLD = 5  # further originals that are named in a note each


class FromStore(NamedTuple):
    """The original (None: none), how it is known, and notes for the report."""

    original: Original | None
    how: str = ""
    notes: tuple[str, ...] = ()


def original_of_page(folder: str, page: Page, rules: tuple[str, ...]) -> FromStore:
    """The original of a page in the store of a folder; `rules` are the paths of the rule sets. Raises LicheckError."""
    store = finder(folder)
    known = rule_sets(rules, page)
    choice = _of_the_credited(store, store.choose(page, known), page, known)
    notes = tuple(_notes(store, choice, page))
    if not choice.number:
        return FromStore(None, notes=notes)
    original = store.original(choice.number, rules)
    if choice.how == BY_TEXT:
        how = f"its text, which has about {choice.share:.0%} of the original's words"
    else:
        how = f"{choice.how}, and about {choice.share:.0%} of the original's words are here"
    return FromStore(original, how, notes)


def _of_the_credited(store: Finder, choice: Choice, page: Page, known: Sequence[RuleSet]) -> Choice:
    """The choice; of originals with one text on several sites, the one of the publisher whose story the page says it is.

    A story that two publishers ran is in a store twice, and nobody may be held to the conditions of the other one.
    """
    urls = {number: store.card(number).url for number in (choice.number, *choice.twins) if number}
    if choice.how != BY_TEXT or len({host_of(url) for url in urls.values()}) < 2:
        return choice
    from licheck.check import check_page

    credited = {one.id for one in check_page(page, known, only=frozenset()).rule_sets}
    domains = tuple(at for one in known if one.id in credited for at in one.publisher.domains)
    number = next((number for number, url in urls.items() if is_on(url, domains)), choice.number)
    return choice._replace(number=number)


def _notes(store: Finder, choice: Choice, page: Page) -> Iterator[str]:
    if choice.instead_of:
        path, found = store.card(choice.instead_of.numbers[0]).path, store.card(choice.number).path
        yield f"The page names {path} as its original ({choice.instead_of.how}), but its text comes from {found}."
    if choice.without_text:
        yield _without_text(store, choice.without_text, page)
    for other in choice.others[:_TOLD]:
        path = store.card(other.number).path
        yield f"The page also has text of another original: {path} (about {other.share:.0%} of its words). It was not held against that one."
    if len(choice.others) > _TOLD:
        yield f"It has text of {len(choice.others) - _TOLD} more originals: `licheck originals find` shows them."


def _without_text(store: Finder, named: Candidate, page: Page) -> str:
    card, here = store.card(named.numbers[0]), declared(page)
    why = "it may be a translation, or another story"
    if here and card.language and here != card.language:
        why = f'it is a translation, as it seems (the page is in "{here}", the original in "{card.language}")'
    return (
        f"The page names {card.path} as its original ({named.how}), but has no text in common with it: {why}. It was"
        " judged without the original."
    )
