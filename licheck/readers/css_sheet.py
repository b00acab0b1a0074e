"""Where in a style sheet a declaration stands, and in which rules: quick searches for plain words, no parse of the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise, product

from licheck.patterns import pattern
from licheck.readers.css_media import Around, holds

_MOST_WITHIN = 40  # rules within one that stand before another in it
_MOST_NESTED = 64  # selectors of a rule within rules
_LONGEST_RULE = 4000  # characters of selectors, or of declarations, that are read around a declaration
_MOST_RULES = 20_000  # places in one page's style sheets that are looked at
_NAMES = (
    "display",
    "visibility",
    "opacity",
    "font-size",
    "clip",
    "clip-path",
    "text-indent",
    "height",
    "width",
    "left",
    "top",
    "right",
    "bottom",
    "transform",
    "color",
    "background",
    "background-color",
)
# What declarations that hide begin with (see `hiding`). After those that end in a minus three digits stand at least.
NEEDLES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:.0", "opacity(0", "font-size:0", "font-size:.0", "font-size:1px",
    "clip:rect(", "clip-path:", "text-indent:-", "text-indent:100%", "left:-", "top:-", "right:-", "bottom:-", "inset:-", "scale(0", "scale:0",
    "translate(-", "translatex(-", "translatey(-", "translate3d(-", "translate:-", "height:0", "width:0", "height:1px",
    "color:transparent", "color:rgba(0,0,0,0)",
)  # fmt: skip
_INK = pattern(r"(?<![\w-])color:([^;}!\s]{3,60})")
_PLAIN_INKS = frozenset(("white", "#fff", "#ffffff", "black", "#000", "#000000"))
GROUND = "background"
"""What text in the colour of its own ground is told by."""


@lru_cache(maxsize=1)  # asked twice for the same page
def plain(text: str) -> str:
    """A style sheet without comments and without space around its colons: it can be searched for plain words."""
    text = _without_comments(text)
    if "<!--" in text:  # from the days when browsers showed what they did not know
        text = text.replace("<!--", " ").replace("-->", " ")
    pieces = text.split(" :")
    text = pieces[0] + "".join(
        [(":" if before.endswith(_NAMES) else " :") + piece for before, piece in pairwise(pieces)]
    )
    for space in (": ", ": ", ":\n", ":\t"):
        text = text.replace(space, ":")
    return text


def places(text: str, needles: Iterable[str]) -> list[int]:
    """Where any of the needles stands, in order; letters' case does not matter."""
    lower = _lower(text)
    found: set[int] = set()
    for needle in sorted(needles):
        at = lower.find(needle)
        end = len(needle)
        while at >= 0 and len(found) < _MOST_RULES:
            if needle[-1] == "-":
                if lower[at + end : at + end + 3].isdigit():
                    found.add(at)
            elif needle[0] != "c" or lower[at - 1] != "-":  # `background-color:transparent` hides nothing
                found.add(at)
            at = lower.find(needle, at + 1)
    return sorted(found)


@lru_cache(maxsize=1)  # asked several times for the same page
def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text  # a letter that becomes two


def own_grounds(text: str) -> Iterator[int]:
    """Where text may be given the colour of its own background."""
    at, counted = text.find(GROUND), 0
    while at >= 0 and counted < _MOST_RULES:
        counted += 1
        opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        end = text.find("}", at, at + _LONGEST_RULE)
        end = end if end >= 0 else at + _LONGEST_RULE
        ink = _INK.search(text, opened + 1, end)
        if ink and (ink[1].lower() in _PLAIN_INKS or text.count(ink[1], opened, end) > 1):
            yield at
        at = text.find(GROUND, end)


def bodies(
    text: str, hits: Iterable[int], may_match: Callable[[str], bool]
) -> Iterator[tuple[list[str], str, int]]:
    """(selectors, body, place) of the rules that stand at these places and hold on a screen.

    Selectors that can match nothing, as `may_match` says, are left out.
    """
    done, depth, counted = -1, 0, 0
    around = Around(text)
    for at in hits:
        begins = opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        if opened >= 0 and (shut := text.rfind("}", opened, at)) >= 0:  # behind the rules within this one
            begins, opened = shut, _opening(text, at)
        if begins <= done or opened < 0:
            continue
        done = begins
        start, selectors = _head(text, opened)
        fitting = [one for one in selectors if one[0] == "@" or may_match(one)]
        if not fitting:
            continue
        depth += text.count("{", counted, begins) - text.count("}", counted, begins)
        counted = begins
        # A brace that shuts is not counted yet, nor the rule's own.
        within = depth - (2 if begins > opened else 0)
        if within > 0 and (selectors[0][0] == "@" or not around.hold(start, within)):
            fitting = [one for one in _nested(text, opened, within, around) if may_match(one)]
        fitting = [one for one in fitting if one[0] != "@"]
        if not fitting:
            continue
        yield fitting, text[begins + 1 : _body_end(text, begins)], begins


def _head(text: str, opened: int) -> tuple[int, list[str]]:
    """Where the head of the block that is opened there begins, and its selectors."""
    low = max(0, opened - _LONGEST_RULE)
    cut = max(text.rfind("}", low, opened), text.rfind("{", low, opened), text.rfind(";", low, opened)) + 1
    start = max(cut, low)
    return start, _selectors(text[start:opened])


def _selectors(head: str) -> list[str]:
    pieces = head.split(",")
    if "(" in head:  # commas between brackets part nothing
        depth, whole = 0, [""]
        for piece in pieces:
            whole[-1] += f",{piece}" if depth > 0 else piece
            depth += piece.count("(") - piece.count(")")
            if depth <= 0:
                whole.append("")
        pieces = whole
    return [one for one in map(str.strip, pieces) if one]


def _body_end(text: str, opened: int) -> int:
    """Where the declarations of a block end: at its end, or where the first rule within it begins."""
    most = opened + _LONGEST_RULE
    end = text.find("}", opened + 1, most)
    end = end if end >= 0 else most
    inner = text.find("{", opened + 1, end)
    return end if inner < 0 else max(opened + 1, text.rfind(";", opened, inner))


def _opening(text: str, at: int) -> int:
    """The brace that opens the block in which a place stands; -1 where it is too far."""
    low, shut = max(0, at - _LONGEST_RULE), 0
    opened, closed = text.rfind("{", low, at), text.rfind("}", low, at)
    for _ in range(_MOST_WITHIN):
        if opened == closed or (opened > closed and not shut):  # none of both is left, or it is this one
            return opened
        if opened > closed:
            shut -= 1
            opened = text.rfind("{", low, opened)
        else:
            shut += 1
            closed = text.rfind("}", low, closed)
    return -1


def _nested(text: str, opened: int, depth: int, around: Around) -> list[str]:
    """The selectors of a rule within rules (https://www.w3.org/TR/css-nesting-1/), in full; none where it does not hold.

    `depth` braces are open around the block that is opened there.
    """
    selectors: list[str] = []
    for level in range(depth, -1, -1):
        start, outer = _head(text, opened)
        if not outer:
            return []
        if outer[0][0] != "@":
            selectors = _within(outer, selectors)
        elif not holds(text[start:opened]):
            return []
        opened = _opening(text, start) if level else -1
        if opened < 0:
            return selectors if not level or (level < depth and around.hold(start, level)) else []
    return selectors


def _within(outer: Sequence[str], inner: Sequence[str]) -> list[str]:
    """The selectors of a rule that stands in another, written without it."""
    if not inner:
        return [*outer]
    pairs = islice(product(outer, inner), _MOST_NESTED)
    return [one.replace("&", parent) if "&" in one else f"{parent} {one}" for parent, one in pairs]


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while True:
        start = text.find("/*", at)
        if start < 0:
            kept.append(text[at:])
            return "".join(kept)
        kept.append(text[at:start])
        end = text.find("*/", start + 2)
        if end < 0:
            return "".join(kept)
        at = end + 2
