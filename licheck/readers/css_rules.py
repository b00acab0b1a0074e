"""As much of CSS as it takes to know whether a style sheet in the page hides an element on a screen.

First a quick search for declarations that hide; only where one is found, and its selector can match something on the
page, is the cascade (importance, specificity, order) worked out for those elements and those properties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import islice, product
from typing import Any, NamedTuple

from licheck.patterns import pattern
from licheck.readers.css import SAME_GROUND, all_hiding, hiding, makes_visible, same_colour
from licheck.readers.css_media import Around, holds

_MOST_WITHIN = 40  # rules within one that stand before another in it
_MOST_NESTED = 64  # selectors of a rule within rules
_SIMPLE = pattern(r"[.#]([\w-]+|\\.)|^([a-z][\w-]*)", re.I)
_FUNCTION = pattern(r":[\w-]+\([^()]*\)")
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
_NEEDLES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:.0", "opacity(0", "font-size:0", "font-size:.0", "font-size:1px",
    "clip:rect(", "clip-path:", "text-indent:-", "text-indent:100%", "left:-", "top:-", "right:-", "bottom:-", "inset:-", "scale(0", "scale:0",
    "translate(-", "translatex(-", "translatey(-", "translate3d(-", "translate:-", "height:0", "width:0", "height:1px",
    "color:transparent", "color:rgba(0,0,0,0)",
)  # fmt: skip
_INK = pattern(r"(?<![\w-])color:([^;}!\s]{3,60})")
_PLAIN_INKS = frozenset(("white", "#fff", "#ffffff", "black", "#000", "#000000"))
_GROUND = "background"
_SETS = {_GROUND: ("color", "background", "background-color")}
"""What bears on a property: on text in the colour of its ground, both colours do."""


class Rule(NamedTuple):
    """A style rule that bears on visibility: what it says of one property that hides.

    `hides` is the declaration that hides, empty if it shows. `weight` is what decides between rules:
    importance, specificity, order.
    """

    selector: str
    hides: str
    property: str
    weight: tuple[bool, tuple[int, int, int], int]


class Tree(NamedTuple):
    """A parsed document, whichever parser made it.

    `names` gives every class, id and tag on the page in lower case; `select` the elements that a selector
    matches (ValueError where it cannot be answered); `style` an element's own style attribute.
    """

    names: Callable[[], Set[str]]
    select: Callable[[str], Iterable[Any]]
    style: Callable[[Any], str]


def matching_rules(tree: Tree, sheets: Iterable[str]) -> dict[Any, Rule]:
    """Element -> the rule that hides it, by the texts of a page's `<style>` elements."""
    text = _plain("\n".join(sheets))
    hits = sorted({*_places(text, _NEEDLES), *_own_grounds(text)})
    if not hits:
        return {}
    present = tree.names()
    found: dict[Any, dict[str, Rule]] = {}
    for rule in _last_of_each(_of_body(*body, _hidden_by) for body in _bodies(text, hits, present)):
        for node in _select(tree, rule.selector):
            _win(found.setdefault(node, {}), rule)
    properties = {name for winners in found.values() for name in winners}
    shown_by = partial(_shown_by, properties=sorted(properties))
    hits = _places(text, {f"{part}:" for name in properties for part in _SETS.get(name, (name,))})
    for rule in _last_of_each(_of_body(*body, shown_by) for body in _bodies(text, hits, present)):
        for node in _select(tree, rule.selector):
            if rule.property in found.get(node, ()):
                _win(found[node], rule)
    return {
        node: rule
        for node, winners in found.items()
        for rule in sorted(winners.values(), key=_is_of_visibility, reverse=True)  # the last one is told
        if rule.hides and not _wins_over(tree.style(node), rule)
    }  # fmt: skip


def _is_of_visibility(rule: Rule) -> bool:
    return rule.property == "visibility"


def shown_again(tree: Tree, sheets: Iterable[str]) -> Iterator[Any]:
    """Elements that a rule makes visible, perhaps within others that are not, unless their own style attribute decides."""
    text = _plain("\n".join(sheets))
    hits = _places(text, ("visibility:visible", "visibility:initial"))
    for selectors, body, _ in _bodies(text, hits, tree.names()) if hits else ():
        for selector in selectors if makes_visible(body) else ():
            for node in _select(tree, selector):
                if _last(tree.style(node), "visibility") is None:
                    yield node


def _plain(text: str) -> str:
    """A style sheet without comments and without space around its colons: it can be searched for plain words."""
    text = _without_comments(text)
    if "<!--" in text:  # from the days when browsers showed what they did not know
        text = text.replace("<!--", " ").replace("-->", " ")
    if " :" in text:
        for name in _NAMES:
            text = text.replace(f"{name} :", f"{name}:")
    for space in (": ", ": ", ":\n", ":\t"):
        text = text.replace(space, ":")
    return text


def _places(text: str, needles: Iterable[str]) -> list[int]:
    """Where any of the needles stands, in order; letters' case does not matter."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two
        lower = text
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


def _own_grounds(text: str) -> Iterator[int]:
    """Where text may be given the colour of its own background."""
    at, counted = text.find(_GROUND), 0
    while at >= 0 and counted < _MOST_RULES:
        counted += 1
        opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        end = text.find("}", at, at + _LONGEST_RULE)
        end = end if end >= 0 else at + _LONGEST_RULE
        ink = _INK.search(text, opened + 1, end)
        if ink and (ink[1].lower() in _PLAIN_INKS or text.count(ink[1], opened, end) > 1):
            yield at
        at = text.find(_GROUND, end)


def _bodies(text: str, hits: Iterable[int], present: Set[str]) -> Iterator[tuple[list[str], str, int]]:
    """(selectors, body, place) of the rules that stand at these places and hold on a screen.

    Selectors that can match nothing on the page are left out.
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
        if not any(one[0] == "@" or _can_match(one, present) for one in selectors):
            continue
        depth += text.count("{", counted, begins) - text.count("}", counted, begins)
        counted = begins
        within = depth - (
            2 if begins > opened else 0
        )  # a brace that shuts is not counted yet, nor the rule's own
        if within > 0 and (selectors[0][0] == "@" or not around.hold(start, within)):
            selectors = _nested(text, opened, within, around)
        selectors = [one for one in selectors if one[0] != "@" and _can_match(one, present)]
        if not selectors:
            continue
        yield selectors, text[begins + 1 : _body_end(text, begins)], begins


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
    for _ in range(_MOST_WITHIN):
        opened, closed = text.rfind("{", low, at), text.rfind("}", low, at)
        at = max(opened, closed)
        if at < 0 or (opened > closed and not shut):
            return at
        shut += 1 if closed > opened else -1
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


_Said = tuple[str, str, bool]
"""A property, the declaration of it that hides (empty: it shows), and whether it is important."""


def _of_body(
    selectors: Iterable[str], body: str, order: int, read: Callable[[str], Iterable[_Said]]
) -> Iterator[Rule]:
    said = list(read(body))
    for selector in selectors if said else ():
        selector = " ".join(selector.split())
        specificity = _specificity(selector)
        for name, hides, important in said:
            yield Rule(selector, hides, name, (important, specificity, order))


def _hidden_by(body: str) -> Iterator[_Said]:
    for hides in all_hiding(body):
        if hides.endswith(SAME_GROUND):
            yield _GROUND, hides, _is_important(_last(body, "color") or "")
            continue
        name = hides.partition(":")[0]
        value = _last(body, name)
        if value is not None:
            yield name, hides, _is_important(value)


def _shown_by(body: str, properties: Iterable[str]) -> Iterator[_Said]:
    lower = body.lower()
    for name in properties:
        for part in _SETS.get(name, (name,)):
            value = _last(body, part) if part in lower else None
            if value is not None and not (same_colour(body) if name == _GROUND else _hides(name, value)):
                yield name, "", _is_important(value)
                break


def _hides(name: str, value: str) -> bool:
    """Whether a value of a property hides (a size: where what overflows it is cut off)."""
    return bool(hiding(f"{name}:{value};overflow:hidden"))


def _last(body: str, name: str) -> str | None:
    """The value that counts of a property in a rule's body or a style attribute: the last one."""
    values = re.findall(rf"(?<![\w-]){re.escape(name)}\s*:([^;}}]*)", body, re.I)
    return values[-1] if values else None


def _is_important(value: str) -> bool:
    return "!important" in value.replace(" ", "").lower()


def _last_of_each(bodies: Iterable[Iterable[Rule]]) -> Iterable[Rule]:
    """The rules without those that a later one with the same selector makes void: hostile sheets repeat themselves."""
    rules: dict[tuple[str, str, bool], Rule] = {}
    for body in bodies:
        for rule in body:
            rules[rule.selector, rule.property, rule.weight[0]] = rule
    return rules.values()


def _wins_over(style: str, rule: Rule) -> bool:
    """Whether a style attribute sets the rule's property itself, and so wins over the rule."""
    names = _SETS.get(rule.property, (rule.property,)) if style else ()
    values = (_last(style, name) for name in names)
    return any(value is not None and (not rule.weight[0] or _is_important(value)) for value in values)


def _win(winners: dict[str, Rule], rule: Rule) -> None:
    if rule.property not in winners or winners[rule.property].weight < rule.weight:
        winners[rule.property] = rule


_ARGUMENTS = pattern(r":(is|where|not|has|matches|-webkit-any)\(([^()]*)\)", re.I)


def _specificity(selector: str) -> tuple[int, int, int]:
    """Ids, classes and attributes, elements, simplified (https://www.w3.org/TR/selectors-4/#specificity-rules)."""
    if "(" in selector:
        selector = _ARGUMENTS.sub(_most_specific, selector)
    return (
        selector.count("#"),
        selector.count(".") + selector.count("[") + len(re.findall(r"(?<!:):(?!:|not)", selector)),
        len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", selector)),
    )


def _most_specific(function: re.Match[str]) -> str:
    """What a function of selectors counts for: the most specific of them, or nothing."""
    return (
        ""
        if function[1].lower() == "where"
        else max(map(str.strip, function[2].split(",")), key=_specificity)
    )


_PSEUDO = pattern(r"(?<!\\):[\w-]+(?:\([^()]*\))?|\[[^\]]*\]")
_LAST = pattern(r"[^\s>+~]+$")
_KEY = pattern(r"([#.])((?:[\w-]|\\.)+)|^([a-zA-Z][\w-]*)")


def last_name(selector: str) -> str:
    """A name that whatever a selector matches must have: `.class`, `#id` or `tag`; empty where it asks for none."""
    last = _LAST.search(_PSEUDO.sub("", selector))
    keys: list[tuple[str, str, str]] = _KEY.findall(last.group()) if last else []
    if not keys:
        return ""
    sign, name, tag = keys[-1]
    return sign + name.replace("\\", "") if sign else tag.lower()


def _can_match(selector: str, present: Set[str]) -> bool:
    """Whether all names in a selector are on the page; dynamic states and pseudo-elements never match."""
    if ":" in selector and re.search(
        r":(?:hover|focus|active|target|before|after|checked|visited|:)", selector
    ):
        return False
    if "(" in selector:
        selector = _FUNCTION.sub("", selector)
    return all((first or second) in present for first, second in _SIMPLE.findall(selector.lower()))


def _select(tree: Tree, selector: str) -> Iterable[Any]:
    try:
        return tree.select(selector)
    except ValueError:  # not a selector that can be answered without a browser
        return ()


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
