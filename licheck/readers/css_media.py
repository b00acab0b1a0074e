"""At-rules: which of them hold on the screen of somebody who reads the page on a computer. Doubt is no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.patterns import pattern

_WIDTH = 1280  # of the screen, in CSS pixels
_HEIGHT = 720
_EM = 16  # CSS pixels
_LONGEST_HEAD = 4000  # characters of an at-rule before its brace that are read
_MOST_STEPS = 5_000_000  # characters over which at-rules are looked for one by one

_NOT_BRACES = pattern(r"[^{}]+")
_FEATURE = pattern(r"\(([^()]*)\)")
_LENGTH = pattern(r"([\d.]{1,9})(px|em|rem)")
_RANGE = pattern(
    r"(?:(?P<low>[\w.]+)\s*(?P<over><=?))?\s*(?P<name>width|height)\s*(?:(?P<sign>[<>]=?|=)\s*(?P<high>[\w.]+))?"
)
# Features that a usual screen has, as they are asked for.
_USUAL = frozenset(("color", "hover:hover", "any-hover:hover", "pointer:fine", "any-pointer:fine", "scripting:enabled", "grid:0", "overflow-block:scroll", "update:fast"))  # fmt: skip


class Around:
    """Tells whether the at-rules around a rule hold, asked in the order of the sheet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = 0
        self._braces: Iterator[re.Match[str]] | None = None
        self._waiting: re.Match[str] | None = None
        self._open: list[bool] = []
        self._at = 0

    def hold(self, start: int, depth: int) -> bool:
        """Whether what is open around text[start], `depth` braces, are at-rules and all of them hold.

        The at-rules are met walking back from one `@` to the one before it. `rest` are the braces between there
        and `start` that have no partner.
        """
        text, found, rest, end = self.text, 0, "", start
        while found < depth:
            if self.steps > _MOST_STEPS:
                return self._counted(start)
            at = text.rfind("@", 0, end)
            self.steps += end - max(at, 0)
            if at < 0:
                return False
            opened = text.find("{", at, end)
            if opened < 0:
                rest = _unpaired(text[at:end] + rest)
                end = at
                continue
            within = _unpaired(text[opened + 1 : end] + rest)
            if "}" not in within:  # it was not closed before `start`
                if len(within) != found or not holds(text[at:opened]):
                    return False
                found += 1
            rest = _unpaired("{" + within)
            end = at
        return True

    def _counted(self, start: int) -> bool:
        """The same by one pass over all braces, for sheets in which walking back takes too long."""
        if self._braces is None:
            self._braces = re.finditer(r"[{}]", self.text)
            self._waiting = next(self._braces, None)
        while self._waiting and self._waiting.start() < start:
            place = self._waiting.start()
            if self._waiting.group() == "}":
                self._open[-1:] = []
            else:
                head = self.text[max(self._at, place - _LONGEST_HEAD) : place].rpartition(";")[2]
                self._open.append((not self._open or self._open[-1]) and holds(head))
            self._at = place + 1
            self._waiting = next(self._braces, None)
        return bool(self._open) and self._open[-1]


def _unpaired(text: str) -> str:
    """The braces in a text that have no partner in it."""
    braces = _NOT_BRACES.sub("", text)
    for _ in range(8):
        if "{}" not in braces:
            return braces
        braces = braces.replace("{}", "")
    kept: list[str] = []  # nested deeper than any real sheet
    for brace in braces:
        if brace == "}" and kept and kept[-1] == "{":
            kept.pop()
        else:
            kept.append(brace)
    return "".join(kept)


def holds(head: str) -> bool:
    """Whether an at-rule that begins like this holds: `@media screen and (min-width: 600px)`."""
    head = head.strip().lower()
    if head.startswith("@layer"):
        return True
    if head.startswith("@supports"):  # what asks for one maker's browser, or for an old one, is no
        return "not" not in head and "(-" not in head
    return head.startswith("@media") and any(map(_query_holds, head[6:].split(",")))


def _query_holds(query: str) -> bool:
    words = _FEATURE.sub(" ", query).replace("and", " ").split()
    if any(word not in ("all", "screen", "only") for word in words):
        return False
    return all(map(_feature_holds, _FEATURE.findall(query)))


def _feature_holds(feature: str) -> bool:
    feature = "".join(feature.split())
    name, _, value = feature.partition(":")
    bound, _, side = name.replace("device-", "").partition("-")
    if value and bound in ("min", "max") and side in ("width", "height"):
        asked, real = _pixels(value), _WIDTH if side == "width" else _HEIGHT
        return asked is not None and (asked <= real if bound == "min" else asked >= real)
    ranged = _RANGE.fullmatch(feature)
    return _in_range(ranged) if ranged else feature in _USUAL


def _in_range(feature: re.Match[str]) -> bool:
    """Whether a range holds: `width>=600px`, `400px<=width<900px`."""
    real = _WIDTH if feature["name"] == "width" else _HEIGHT
    low = _pixels(feature["low"]) if feature["low"] else float("-inf")
    high = _pixels(feature["high"]) if feature["high"] else real
    if low is None or high is None or low > real:
        return False
    sign = feature["sign"] or "="
    return {"<": real < high, "<=": real <= high, ">": real > high, ">=": real >= high, "=": real == high}[
        sign
    ]


def _pixels(length: str) -> float | None:
    """A length in CSS pixels; None for what is none that can be known."""
    found = _LENGTH.fullmatch(length)
    try:
        return float(found[1]) * (1 if found[2] == "px" else _EM) if found else None
    except ValueError:
        return None
