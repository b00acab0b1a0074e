"""Is this organisation named here?

Whole words only, longest name first, and never a part of somebody else's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from licheck.text import fold, fold_with_map

_ABBREVIATION = 6  # letters that an abbreviation has at most; a longer word in capitals is a name that shouts


def named(text: str, names: Sequence[str], others: Sequence[str] = ()) -> list[tuple[int, int]]:
    """The places, (start, end) in `text`, where one of `names` stands as whole words with a capital.

    `others` are names of somebody else: "Daily Caller" does not name the "Daily Caller News Foundation", nor
    the other way round: where both could be read, the longer one holds.
    """
    folded = fold(text)
    wanted = _wanted(tuple(names), tuple(others))
    if not any(ours and name in folded for name, ours in wanted):
        return []
    mapped = fold_with_map(text)
    # "360info", and host names, which everybody writes in small letters: "example.net".
    small = {fold(name) for name in names if not name.isalpha() and (name.islower() or _is_host(name))}
    return sorted(
        span
        for start, end, ours in _namings(mapped.text, wanted)
        if ours and (_as_name(text, *(span := mapped.span(start, end))) or mapped.text[start:end] in small)
    )


def _is_host(name: str) -> bool:
    return "." in name.strip(".") and " " not in name


def may_be_named(folded: str, names: Sequence[str]) -> bool:
    """Quick: whether all words of any of `names` are in a folded text at all. Only then `named` can find it."""
    wanted = _wanted(tuple(names), ())
    return any(all(word in folded for word in name.split()) for name, _ in wanted)


def _namings(folded: str, wanted: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is ours) of each name that stands whole, none of them within a longer one."""
    taken: list[tuple[int, int]] = []
    for name, ours in wanted:
        at = folded.find(name)
        while at >= 0:
            end = at + len(name)
            if _whole(folded, at, end) and not any(start < end and at < stop for start, stop in taken):
                taken.append((at, end))
                yield at, end, ours
            at = folded.find(name, end)


@lru_cache(maxsize=512)
def _wanted(names: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Folded names, longest first, and whether each is ours; an abbreviation also as "D.C.N.F."."""
    folded = [(fold(name), True) for name in names] + [(fold(name), False) for name in others]
    short = [fold(name) for name in names if name.isupper() and name.isalpha() and len(name) <= _ABBREVIATION]
    folded += [(".".join(name) + ".", True) for name in short]
    return sorted(
        ((name, ours) for name, ours in folded if name), key=lambda pair: (-len(pair[0]), not pair[1])
    )


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        before.isalnum()
        or after.isalnum()
        or before == "@"
        or (after == "." and text[end + 1 : end + 2].isalpha())
    )


def _as_name(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is written as a name: with a capital, or of several words in a text without any.

    Names that are ordinary words ("Floodlight") count with a capital; scripts without capitals always count.
    """
    name = text[start:end]
    if any(map(str.isupper, name)) or not any(map(str.islower, name)):
        return True
    return len(name.split()) > 1 and not any(map(str.isupper, text))
