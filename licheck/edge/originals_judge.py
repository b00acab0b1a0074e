"""The original of a page that is to be judged, from a store, with what the report is to say about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge.originals_find import Finder, finder
from licheck.edge.rule_files import rule_sets
from licheck.facts.language import declared

if TYPE_CHECKING:
    from licheck.model.original import Original
    from licheck.model.page import Page
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
    choice = store.choose(page, rule_sets(rules, page))
    notes = tuple(_notes(store, choice, page))
    if not choice.number:
        return FromStore(None, notes=notes)
    original = store.original(choice.number, rules)
    if choice.how == "its text":
        how = f"its text, which has about {choice.share:.0%} of the original's words"
    else:
        how = f"{choice.how}, and about {choice.share:.0%} of the original's words are here"
    return FromStore(original, how, notes)


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
