"""Are two runs of words one quantity? "$4.5 million" and "4.5 million dollars", "two hundred" and "200", "7 p.m." and "19:00"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from licheck.align.tokens import Word

_LONGEST = 8  # words of a quantity
_DIGITS = 15  # of a number: what has more is an identifier, and a float holds no more
_ROUNDING = 1e-15  # of a float of so many digits
_TIMES = {
    100: "hundred hundreds hundert cent cents cien ciento cento honderd sto",
    1_000: "thousand thousands k tausend mille mil mila duizend tysiąc tysiące tysięcy tys",
    10
    ** 6: "million millions m mn mln mio millionen millón millones milione milioni milhão milhões miljoen milion miliony milionów",
    10
    ** 9: "billion billions bn b milliarde milliarden mrd md milliard milliards miliardo miliardi mld bilhão bilhões miljard miliard miliardy miliardów",
    10**12: "trillion trillions tn",
}
_FACTORS = {word: factor for factor, words in _TIMES.items() for word in words.split()}
_UNITS = {
    "$": "$ dollar dollars usd",
    "€": "€ euro euros eur",
    "£": "£ pound pounds gbp",
    "¥": "¥ yen",
    "%": "% percent",
}
_NAMED = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_COUNTRY = "us"  # of "US$"
_AND = frozenset("and und et y e en i de di".split())
_HALVES = {"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12}
_MINUTES = 60


class Quantity(NamedTuple):
    """A number and what it counts: a sign of money, "%" or nothing."""

    value: float
    unit: str


def is_same_quantity(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Whether both are the same quantity, or the same time of the day, written in another way."""
    if not 0 < len(old) <= _LONGEST or not 0 < len(new) <= _LONGEST:
        return False
    ours = quantity(old)
    theirs = quantity(new) if ours is not None else None
    if ours is not None and theirs is not None:
        return ours.unit == theirs.unit and abs(ours.value - theirs.value) <= _ROUNDING * abs(ours.value)
    time = minute_of_day(old)
    return time is not None and time == minute_of_day(new)


def quantity(words: Sequence[Word]) -> Quantity | None:
    """The quantity that words say and nothing else; None for none."""
    total = 0.0
    number: float | None = None
    unit = ""
    for word in words:
        raw = word.raw.replace(".", "") if word.raw[0].isalpha() else word.raw
        said = _number(word)
        if said is not None:
            if number is not None:
                if not _goes_on(number, said):
                    return None
                total += number
            number = said
        elif raw in _FACTORS:
            number = (1.0 if number is None else number) * _FACTORS[raw]
        elif raw in _NAMED or word.key in _NAMED:
            if unit:
                return None
            unit = _NAMED.get(raw) or _NAMED[word.key]
        elif raw != _COUNTRY and raw not in _AND:
            return None
    return None if number is None else Quantity(total + number, unit)


def _goes_on(number: float, more: float) -> bool:
    """Whether a number told after another one is its lower digits: "two hundred and fifty", but not "3 and 4"."""
    return bool(number % 10 ** len(str(int(more))) == 0)


def minute_of_day(words: Sequence[Word]) -> int | None:
    """The minute of the day, from 0, of "7 p.m.", "7:30 p.m." and "19:30"; None for what is no time."""
    if not any(word.raw[0].isdigit() for word in words):
        return None
    half = [_HALVES[word.raw] for word in words if word.raw in _HALVES]
    numbers = [word.raw for word in words if word.raw[0].isdigit()]
    if len(numbers) != 1 or len(half) > 1 or len(half) + 1 != len(words):
        return None
    hours, colon, minutes = numbers[0].replace(".", ":").partition(":")
    if not hours.isdigit() or (colon and not minutes.isdigit()) or not (colon or half):
        return None
    if half:
        hours = str(int(hours) % 12 + half[0])
    return int(hours) * _MINUTES + int(minutes or 0)


def _number(word: Word) -> float | None:
    """The number of a word of digits, or of a number word."""
    if not word.key[0].isdigit() or word.key.count(".") > 1 or ":" in word.raw or len(word.key) > _DIGITS:
        return None
    return (
        float(word.key)
        if word.key.replace(".", "").isascii() and word.key.replace(".", "").isdigit()
        else None
    )
