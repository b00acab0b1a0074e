"""Is this organisation named here?

Whole words only, longest name first, and never a part of somebody else's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from licheck.patterns import pattern
from licheck.text import fold, fold_with_map, other_scripts

_MEETING = (
    "\u200b"  # where two elements of a page meet without white space: no part of a word to a reader's eye
)
# Scripts that put no space between words.
_UNSPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST = 30  # places in a text that are looked at, from either end
_NEAR = 60  # characters before and behind a name in which it may go on
_OUTLETS = (
    "Gazette|Herald|Times|Post|Tribune|Journal|Chronicle|Observer|Courier|Review|Press|Bulletin|Newsletter|Shopper|Weekly|Daily|Dispatch|Sentinel|Register"
    "|Choir|Gallery|Festival|Club|Prize|Awards?|School|Church|College|Museum|Books?|Records|Bank|Hotel"
)
# How a name goes on that is somebody else's, and what stands before one; "Example Magazine" is another form of the name.
_GOES_ON = pattern(
    rf"(?:-(?:{_OUTLETS})\b|(?: [A-Z][\w'’]+){{0,2}} (?:{_OUTLETS})\b(?! Release)|(?: [A-Z][\w'’]+){{1,2}} (?:Magazine|News|Society)\b| (?:Review|Journal) of\b)"
)
_REGION = pattern(
    r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower|Daily|Weekly|National)[ -]$"
)
_PAST = pattern(
    r"\b(?:not (?:affiliated|employed|associated|connected)|no longer|formerly|former|previously|once|ex|ehemalig\w*|früher\w*|ancien\w*|antigu[oa]|anteriormente|già|były|była)\b"
    r"(?:(?!\b(?:is|are|now|currently|reports|covers|writes|works|ist|est|es)\b)[^.,;:|]){0,70}$",
    re.I,
)
_SPACELESS = "\u2e80"  # where the scripts of East Asia begin, whose words follow one another without a space
_LEAST = 3  # letters of an abbreviation that is known in small letters, in a line that has no others
_LINE = 80  # characters of such a line
_VOWELS = frozenset("AEIOUY")
_ABBREVIATION = 6  # letters that an abbreviation has at most; a longer word in capitals is a name that shouts


def named(text: str, names: Sequence[str], others: Sequence[str] = ()) -> list[tuple[int, int]]:
    """The places, (start, end) in `text`, where one of `names` stands as whole words with a capital.

    `others` are names of somebody else: "Daily Caller" does not name the "Daily Caller News Foundation", nor
    the other way round: where both could be read, the longer one holds.
    """
    found = _named(text, names, others)
    return found or (_named(text.replace(_MEETING, " "), names, others) if _MEETING in text else found)


def _named(text: str, names: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    folded = fold(text)
    wanted = _wanted(tuple(names), tuple(others))
    if not any(ours and name in folded for name, ours in wanted):
        return []
    mapped = fold_with_map(text)
    # "360info", and host names, which everybody writes in small letters: "example.net".
    small = {fold(name) for name in names if not name.isalpha() and (name.islower() or _is_host(name))}
    small |= {fold(name) for name in names if _is_short(name) and (_is_unspoken(name) or _is_small(text))}
    return sorted(
        span
        for start, end, ours in _namings(mapped.text, wanted)
        if ours and (_as_name(text, *(span := mapped.span(start, end))) or mapped.text[start:end] in small)
        if not _is_part(text, *span)
    )


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a part of a longer name: "Example Times-Herald", "Example Valley Journal"."""
    before = _REGION.search(text[max(0, start - _NEAR) : start])
    return before is not None or _GOES_ON.match(text[end : end + _NEAR]) is not None


def _is_short(name: str) -> bool:
    return name.isupper() and name.isalpha() and _LEAST <= len(name) <= _ABBREVIATION


def _is_unspoken(name: str) -> bool:
    """Whether an abbreviation can be no word, however it is written: "dcnf"."""
    return len(name) > _LEAST and name.isascii() and _VOWELS.isdisjoint(name)


def _is_small(text: str) -> bool:
    """Whether a line is written without any capital: "by jane doe, fdr"."""
    return len(text) <= _LINE and not any(map(str.isupper, text))


def _is_host(name: str) -> bool:
    return "." in name.strip(".") and " " not in name


def may_be_named(folded: str, names: Sequence[str]) -> bool:
    """Quick: whether all words of any of `names` are in a folded text at all. Only then `named` can find it."""
    wanted = _wanted(tuple(names), ())
    return any(all(word in folded for word in name.split()) for name, _ in wanted)


def outermost(spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """All of a few places in a text, in their order; of many, as only a hostile page has them in one block, the first and the
    last: each takes time that grows with the text.
    """
    return spans if len(spans) <= 2 * _MOST else (*spans[:_MOST], *spans[-_MOST:])


def is_of_the_past(before: str) -> bool:
    """Whether what stands before a name says that somebody is not with that organisation, or no longer."""
    return _PAST.search(before) is not None


def _namings(folded: str, wanted: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is ours) of each name that stands whole, none of them within a longer one."""
    taken: list[tuple[int, int]] = []  # in the order of the text
    for name, ours in wanted:
        at = folded.find(name)
        while at >= 0:
            end = at + len(name)
            here = bisect_left(taken, (end,))
            if _whole(folded, at, end) and not (here and taken[here - 1][1] > at):
                taken.insert(here, (at, end))
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
    if other_scripts(text[start]) and _UNSPACED.match(text[start]) and _UNSPACED.match(text[end - 1]):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        _goes_on(before, text[start])
        or _goes_on(after, text[end - 1])
        or before == "@"
        or (after == "." and text[end + 1 : end + 2].isalpha())
    )


def _goes_on(sign: str, edge: str) -> bool:
    """Whether a sign beside a name's first or last one makes it part of a longer word: "DCNFs", but not "DCNF記者"."""
    return sign.isalnum() and not (sign > _SPACELESS > edge)


def _as_name(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is written as a name: with a capital, or of several words in a text without any.

    Names that are ordinary words ("Floodlight") count with a capital; scripts without capitals always count.
    """
    name = text[start:end]
    if any(map(str.isupper, name)) or not any(map(str.islower, name)):
        return True
    return len(name.split()) > 1 and not any(map(str.isupper, text))
