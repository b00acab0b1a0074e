"""Whether two names are one person's."""

from __future__ import annotations

from functools import lru_cache

from licheck.names import find_name
from licheck.text import fold_word


@lru_cache(maxsize=4096)
def same_person(one: str, other: str) -> bool:
    """Whether either name is found in the other: initials, middle names, accents and order may differ."""
    if one == other:
        return True
    if _words(one).isdisjoint(_words(other)) and one.isascii() and other.isascii():
        return False  # quick: every likeness has at least one word in common
    return find_name(one, other).likeness.is_same or find_name(other, one).likeness.is_same


def _words(name: str) -> set[str]:
    return {fold_word(word).strip(".,'") for word in name.replace("-", " ").split()}
