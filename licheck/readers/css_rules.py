"""As much of CSS as it takes to know whether a style sheet in the page hides an element on a screen.

First a quick search for declarations that hide; only where one is found, and its selector can match something on the
page, is the cascade (importance, specificity, order) worked out for those elements and those properties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from licheck.readers.css import SAME_GROUND, all_hiding, hiding, makes_visible, same_colour
from licheck.readers.css_selectors import can_match, can_match_any, specificity
from licheck.readers.css_sheet import GROUND, NEEDLES, bodies, own_grounds, places, plain

_SETS = {GROUND: ("color", "background", "background-color")}
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
    matches (ValueError where it cannot be answered); `style` an element's own style attribute; `own` its tag, `#id` and
    `.class`es in lower case, by which rules for other elements are passed over sooner.
    """

    names: Callable[[], Set[str]]
    select: Callable[[str], Iterable[Any]]
    style: Callable[[Any], str]
    own: Callable[[Any], Iterable[str]] | None = None


def matching_rules(tree: Tree, sheets: Iterable[str]) -> dict[Any, Rule]:
    """Element -> the rule that hides it, by the texts of a page's `<style>` elements."""
    text = plain("\n".join(sheets))
    hits = sorted({*places(text, NEEDLES), *own_grounds(text)})
    if not hits:
        return {}
    present = tree.names()
    found: dict[Any, dict[str, Rule]] = {}
    may_match = partial(can_match, present=present)
    for rule in _last_of_each(_of_body(*body, _hidden_by) for body in bodies(text, hits, may_match)):
        for node in _select(tree, rule.selector):
            _win(found.setdefault(node, {}), rule)
    properties = {name for winners in found.values() for name in winners}
    shown_by = partial(_shown_by, properties=sorted(properties))
    hits = places(text, {f"{part}:" for name in properties for part in _SETS.get(name, (name,))})
    if tree.own:
        may_match = partial(can_match_any, present=present, names={*chain(*map(tree.own, found))})
    for rule in _last_of_each(_of_body(*body, shown_by) for body in bodies(text, hits, may_match)):
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
    text = plain("\n".join(sheets))
    hits = places(text, ("visibility:visible", "visibility:initial"))
    may_match = partial(can_match, present=tree.names() if hits else frozenset())
    for selectors, body, _ in bodies(text, hits, may_match):
        for selector in selectors if makes_visible(body) else ():
            for node in _select(tree, selector):
                if _last(tree.style(node), "visibility") is None:
                    yield node


_Said = tuple[str, str, bool]
"""A property, the declaration of it that hides (empty: it shows), and whether it is important."""


def _of_body(
    selectors: Iterable[str], body: str, order: int, read: Callable[[str], Iterable[_Said]]
) -> Iterator[Rule]:
    said = list(read(body))
    for selector in selectors if said else ():
        selector = " ".join(selector.split())
        specific = specificity(selector)
        for name, hides, important in said:
            yield Rule(selector, hides, name, (important, specific, order))


def _hidden_by(body: str) -> Iterator[_Said]:
    for hides in all_hiding(body):
        if hides.endswith(SAME_GROUND):
            yield GROUND, hides, _is_important(_last(body, "color") or "")
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
            if value is not None and not (same_colour(body) if name == GROUND else _hides(name, value)):
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


def _select(tree: Tree, selector: str) -> Iterable[Any]:
    try:
        return tree.select(selector)
    except ValueError:  # not a selector that can be answered without a browser
        return ()
