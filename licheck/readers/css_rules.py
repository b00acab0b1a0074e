"""As much of CSS as it takes to know whether a style sheet in the page hides an element on a screen.

First a quick search for declarations that hide; only where one is found, and its selector can match something on the
page, is the cascade (importance, specificity, order) worked out for those elements and those properties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial
from typing import Any, NamedTuple

from licheck.readers.css import hiding, same_colour
from licheck.readers.css_media import Around

_SIMPLE = re.compile(r"[.#]([\w-]+|\\.)|^([a-z][\w-]*)", re.I)
_FUNCTION = re.compile(r":[\w-]+\([^()]*\)")
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
)
# What declarations that hide begin with (see _HIDES).
_NEEDLES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:.0", "font-size:0", "font-size:.0", "clip:rect(", "clip-path:",
    "text-indent:-", "left:-", "top:-", "right:-", "scale(0", "height:0", "width:0",
    "background:#fff", "background:white", "background-color:#fff", "background-color:white", "background:#000", "background:black", "background-color:#000",
)  # fmt: skip


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
    hits = _places(text, _NEEDLES)
    if not hits:
        return {}
    present = tree.names()
    found: dict[Any, dict[str, Rule]] = {}
    for rule in _last_of_each(_of_body(*body, _hidden_by) for body in _bodies(text, hits, present)):
        for node in _select(tree, rule.selector):
            _win(found.setdefault(node, {}), rule)
    properties = {name for winners in found.values() for name in winners}
    shown_by = partial(_shown_by, properties=sorted(properties))
    hits = _places(text, {f"{name}:" for name in properties})
    for rule in _last_of_each(_of_body(*body, shown_by) for body in _bodies(text, hits, present)):
        for node in _select(tree, rule.selector):
            if rule.property in found.get(node, ()):
                _win(found[node], rule)
    return {
        node: rule
        for node, winners in found.items()
        for rule in winners.values()
        if rule.hides and not _wins_over(tree.style(node), rule)
    }  # fmt: skip


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
        while at >= 0 and len(found) < _MOST_RULES:
            found.add(at)
            at = lower.find(needle, at + 1)
    return sorted(found)


def _bodies(text: str, hits: Iterable[int], present: Set[str]) -> Iterator[tuple[list[str], str, int]]:
    """(selectors, body, place) of the rules that stand at these places and hold on a screen.

    Selectors that can match nothing on the page are left out.
    """
    done, depth, counted = -1, 0, 0
    around = Around(text)
    for at in hits:
        opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        if opened <= done:
            continue
        done = opened
        low = max(0, opened - _LONGEST_RULE)
        head = text[low:opened]
        cut = max(head.rfind("}"), head.rfind("{"), head.rfind(";")) + 1
        selectors = [one for one in map(str.strip, head[cut:].split(",")) if one and _can_match(one, present)]
        if not selectors:
            continue
        start = low + cut
        depth += text.count("{", counted, opened) - text.count("}", counted, opened)
        counted = opened
        if depth > 0 and not around.hold(start, depth):
            continue
        end = text.find("}", opened, opened + _LONGEST_RULE)
        yield selectors, text[opened + 1 : end if end >= 0 else opened + _LONGEST_RULE], opened


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
    hides = hiding(body)
    name = hides.partition(":")[0]
    value = _last(body, name) if hides else None
    if value is not None and (name == "color" or _hides(name, value)):
        yield name, hides, _is_important(value)


def _shown_by(body: str, properties: Iterable[str]) -> Iterator[_Said]:
    lower = body.lower()
    for name in properties:
        value = _last(body, name) if name in lower else None
        if value is not None and not _hides(name, value) and not (name == "color" and same_colour(body)):
            yield name, "", _is_important(value)


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
    value = _last(style, rule.property) if style else None
    return value is not None and (not rule.weight[0] or _is_important(value))


def _win(winners: dict[str, Rule], rule: Rule) -> None:
    if rule.property not in winners or winners[rule.property].weight < rule.weight:
        winners[rule.property] = rule


def _specificity(selector: str) -> tuple[int, int, int]:
    """Ids, classes and attributes, elements, simplified (https://www.w3.org/TR/selectors-4/#specificity-rules)."""
    return (
        selector.count("#"),
        selector.count(".") + selector.count("[") + len(re.findall(r"(?<!:):(?!:|not)", selector)),
        len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", selector)),
    )


_PSEUDO = re.compile(r"(?<!\\):[\w-]+(?:\([^()]*\))?|\[[^\]]*\]")
_LAST = re.compile(r"[^\s>+~]+$")
_KEY = re.compile(r"([#.])((?:[\w-]|\\.)+)|^([a-zA-Z][\w-]*)")


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
