"""Is this organisation named here? Whole words only, longest name first, and never a part of somebody else's name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from licheck.text import fold, fold_with_map

_ABBREVIATION = 6  # letters that an abbreviation has at most


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
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    for name, ours in wanted:
        at = mapped.text.find(name)
        while at >= 0:
            end = at + len(name)
            if _whole(mapped.text, at, end) and not any(start < end and at < stop for start, stop in taken):
                taken.append((at, end))
                span = mapped.span(at, end)
                if ours and (
                    _has_capital(text[slice(*span)]) or (" " in name and not any(map(str.isupper, text)))
                ):
                    found.append(span)
            at = mapped.text.find(name, end)
    return sorted(found)


@lru_cache(maxsize=512)
def _wanted(names: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Folded names, longest first, and whether each is ours; an abbreviation also with its full stops (D.C.N.F.)."""
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


def _has_capital(text: str) -> bool:
    """Names that are ordinary words ("Floodlight") count with a capital; scripts without capitals always count."""
    letters = [sign for sign in text if sign.isalpha()]
    return any(sign.isupper() for sign in letters) or not any(sign.islower() for sign in letters)
