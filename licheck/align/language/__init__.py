"""Words of one language by which permitted changes are known: time, place, house style, notes, boxes.

Each language is a module of this package that holds one text, `WORDS`, in lines `field: entry|entry`. All
entries are folded (`licheck.text.fold`). A new language is a new module and its name in `_NAMES`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module

from licheck.text import fold

_NAMES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
_TELLING = 0.06  # share of a story's words that are its language's commonest; of others' there are under 0.05


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of a language; all sets may be empty. What each is for is said where it is used."""

    name: str
    common: frozenset[str]
    relative: frozenset[str]
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    units: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    fillers: frozenset[str]
    here: frozenset[str]
    place: frozenset[str]
    honorifics: frozenset[str]
    quantities: frozenset[str]
    speaking: frozenset[str]
    abbreviations: frozenset[str]
    numbers: Mapping[str, str]
    tens_joined_by: frozenset[str]
    forms: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    regions: Mapping[str, str]

    @cached_property
    def seen_from(self) -> frozenset[str]:
        """What tells a time as seen from another one: "yesterday", "last", "this", "next"."""
        return self.relative | self.last | self.this | self.next

    @cached_property
    def dates(self) -> frozenset[str]:
        """The names of days and months."""
        return self.weekdays | self.months

    @cached_property
    def times(self) -> frozenset[str]:
        """What can be a point in time."""
        return self.relative | self.dates | self.units

    @cached_property
    def beside_times(self) -> frozenset[str]:
        """Small words that stand with a time."""
        return self.fillers | self.last | self.this | self.next


def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of a language by its two letters; one without any words where it is none of ours."""
    return _vocabulary(name if name in _NAMES else "")


@cache
def _vocabulary(name: str) -> Vocabulary:
    told = _told(name)

    def words(field: str) -> frozenset[str]:
        return frozenset(told.get(field, ()))

    return Vocabulary(
        name=name,
        common=words("common"),
        relative=words("relative"),
        last=words("last"),
        this=words("this"),
        next=words("next"),
        units=words("units"),
        weekdays=words("weekdays"),
        months=words("months"),
        fillers=words("fillers"),
        here=words("here"),
        place=words("place"),
        honorifics=words("honorifics"),
        quantities=words("quantities"),
        speaking=words("speaking"),
        abbreviations=words("abbreviations"),
        numbers={word: value for value, word in map(_pair, told.get("numbers", ()))},
        tens_joined_by=words("tens_joined_by"),
        forms={form: forms[0] for forms in map(_equal, told.get("forms", ())) for form in forms[1:]},
        stems=tuple(map(_pair, told.get("stems", ()))),
        regions={form: forms[0] for forms in map(_equal, told.get("regions", ())) for form in forms},
    )


@cache
def phrases(field: str) -> tuple[str, ...]:
    """The entries of a field in all languages: what a page's template says may be in another than its stories."""
    return tuple(dict.fromkeys(entry for name in _NAMES for entry in _told(name).get(field, ())))


def language_of(words: Iterable[str], declared: str) -> Vocabulary:
    """The vocabulary for a story of these folded words, by its commonest ones; else the declared one's."""
    counts = dict(Counter(words))  # which knows no word that it was not given
    total = sum(counts.values())
    shares = {name: sum(counts.get(word, 0) for word in vocabulary(name).common) for name in _NAMES}
    best = max(_NAMES, key=shares.__getitem__)
    return vocabulary(best if total and shares[best] / total >= _TELLING else declared[:2].lower())


@cache
def _told(name: str) -> dict[str, tuple[str, ...]]:
    """Field -> its entries."""
    if name not in _NAMES:
        return {}
    found: dict[str, list[str]] = {}
    for line in import_module(f"{__name__}.{name}").WORDS.strip().split("\n"):
        field, _, entries = line.partition(":")
        found.setdefault(field, []).extend(fold(entry) for entry in entries.split("|"))
    return {field: tuple(entries) for field, entries in found.items()}


def _pair(entry: str) -> tuple[str, str]:
    left, _, right = entry.partition("=")
    return left, right


def _equal(entry: str) -> tuple[str, ...]:
    return tuple(entry.split("="))
