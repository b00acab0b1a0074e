"""As much CSS as it takes to know whether a style sheet in the page hides an element on a screen.

First one quick search for declarations that hide; only where one is found, and its selector can match
something on the page, is the cascade (importance, specificity, order) worked out for those elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

_ZERO = r"0*\.?0+(?:px|em|rem|%|pt|vw|vh)?"
# Declarations that make text invisible to a reader's eye.
_HIDES = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    rf"|opacity\s*:\s*(?:0*\.?0+%?|0?\.0[0-4]\d*)(?=\s*(?:[;!}}]|$))|font-size\s*:\s*{_ZERO}(?=\s*(?:[;!}}]|$))"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)[\s,]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top|right|margin-left|margin-top)\s*:\s*-\d{4,}px|transform\s*:\s*scale\(\s*0\s*\)"
    rf"|(?:max-)?(?:height|width)\s*:\s*{_ZERO}(?=\s*(?:[;!}}]|$)))",
    re.I,
)
_COLOURS = re.compile(r"(?<![\w-])(color|background(?:-color)?)\s*:\s*([^;!}]{1,60})", re.I)
_OVERFLOW = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.I)
_FADES = ("opacity", "visibility", "transform")
_ANIMATED = re.compile(r"(?<!\w)animation(?:-name)?\s*:(?!\s*none)", re.I)
_NEUTRAL = ("transparent", "inherit", "initial", "currentcolor", "unset", "var(")
_SIZE = re.compile(r"^(?:max-)?(?:height|width)", re.I)
_SIMPLE = re.compile(r"[.#]([\w-]+|\\.)|^([a-z][\w-]*)", re.I)
_NAMED = {
    "white": "#ffffff",
    "black": "#000000",
    "rgb(255,255,255)": "#ffffff",
    "rgb(0,0,0)": "#000000",
    "rgba(255,255,255,1)": "#ffffff",
}
_LONGEST_RULE = 4000  # characters of selectors, or of declarations, that are read around a declaration
_LONGEST_SHEET = 200_000  # characters over which an at-rule around a rule is looked for
_NESTED = 3  # at-rules within one another that are looked at
_MOST_RULES = 20_000  # places in one page's style sheets that are looked at
# What declarations that hide begin with (see _HIDES), and those that show again.
_NEEDLES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:.0", "font-size:0", "font-size:.0", "clip:rect(", "clip-path:",
    "text-indent:-", "left:-", "top:-", "right:-", "scale(0", "height:0", "width:0",
    "background:#fff", "background:white", "background-color:#fff", "background-color:white", "background:#000", "background:black", "background-color:#000",
)  # fmt: skip
_SHOWING = ("display:", "visibility:visible", "opacity:")
_WIDTH = 1280  # the screen, in CSS pixels, for which media queries are answered


class Rule(NamedTuple):
    """A style rule that bears on visibility. `hides` is the declaration that hides, empty if it shows."""

    selector: str
    hides: str
    property: str
    important: bool
    order: int


def hiding(declarations: str) -> str:
    """The declaration that hides, as `property: value`, out of a style attribute or rule body; else empty."""
    for hit in _HIDES.finditer(declarations):
        found = " ".join(hit.group().split())
        if _SIZE.match(found) and not _OVERFLOW.search(declarations):
            continue  # a box of no height shows what overflows it
        if found.lower().startswith(_FADES) and _ANIMATED.search(declarations):
            continue  # where it starts is not where it ends
        return _tidy(found)
    return _same_colour(declarations)


def _tidy(declaration: str) -> str:
    name, _, value = declaration.partition(":")
    return f"{name.strip().lower()}: {value.strip().rstrip(',')}"


def _same_colour(declarations: str) -> str:
    ink = colour(declarations, "color")
    same = ink and ink == colour(declarations, "background")
    return f"color: {ink} on the same background" if same else ""


def colour(declarations: str, name: str) -> str:
    """The `color` or `background` that declarations set, in one spelling; empty where they set none."""
    if "olor" not in declarations and "background" not in declarations:
        return ""
    found = ""
    for hit in _COLOURS.finditer(declarations):
        if hit.group(1).lower().startswith(name):
            found = plain_colour(hit.group(2))
    return found


def plain_colour(value: str) -> str:
    """A colour in one spelling (#rrggbb for the usual ones); empty for what depends on something else."""
    value = "".join(value.lower().split())
    value = _NAMED.get(value, value)
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        value = "#" + "".join(digit * 2 for digit in value[1:])
    return "" if value.startswith(_NEUTRAL) else value


class Tree(NamedTuple):
    """A parsed document, whichever parser made it.

    `names` gives every class, id and tag on the page in lower case; `select` the elements that a selector
    matches (ValueError where it cannot be answered); `style` an element's own style attribute.
    """

    names: Callable[[], frozenset[str]]
    select: Callable[[str], Iterable[Any]]
    style: Callable[[Any], str]


def matching_rules(tree: Tree, sheets: Iterable[str]) -> dict[Any, Rule]:
    """Element -> the rule that hides it, by the texts of a page's `<style>` elements."""
    text = _plain("\n".join(sheets))
    hits = _places(text, _NEEDLES)
    if not hits:
        return {}
    present = tree.names()
    found: dict[Any, dict[str, tuple[tuple[Any, ...], Rule]]] = {}
    for rule in _rules_at(text, hits, present):
        if rule.hides:
            for node in _select(tree, rule.selector):
                _win(found.setdefault(node, {}), rule)
    if not found:
        return {}
    for rule in _rules_at(text, _places(text, _SHOWING), present):
        if not rule.hides:
            for node in _select(tree, rule.selector):
                if node in found:
                    _win(found[node], rule)
    return {
        node: rule
        for node, winners in found.items()
        for _, rule in winners.values()
        if rule.hides and not _sets(tree.style(node), rule.property)
    }  # fmt: skip


def _plain(text: str) -> str:
    """A style sheet without comments and without space around its colons, so that it can be searched for plain words."""
    text = _without_comments(text)
    for space in (" :", ": ", ":\n", ":\t"):
        while space in text:
            text = text.replace(space, ":")
    return text


def _places(text: str, needles: Iterable[str]) -> list[int]:
    """Where any of the needles stands, in order; letters' case does not matter."""
    lower = text.lower()
    found: set[int] = set()
    for needle in needles:
        at = lower.find(needle)
        while at >= 0 and len(found) < _MOST_RULES:
            found.add(at)
            at = lower.find(needle, at + 1)
    return sorted(found)


def _rules_at(text: str, hits: Iterable[int], present: frozenset[str]) -> Iterator[Rule]:
    """The rules that stand at these places, can match something on the page, and hold on a screen."""
    done, depth, counted = -1, 0, 0
    for at in hits:
        opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        if opened <= done:
            continue
        done = opened
        low = max(0, opened - _LONGEST_RULE)
        start = (
            max(
                text.rfind("}", low, opened),
                text.rfind("{", low, opened),
                text.rfind(";", low, opened),
                low - 1,
            )
            + 1
        )
        selectors = [selector.strip() for selector in text[start:opened].split(",")]
        selectors = [selector for selector in selectors if selector and _can_match(selector, present)]
        if not selectors:
            continue
        depth += text.count("{", counted, opened) - text.count("}", counted, opened)
        counted = opened
        if depth > 0 and not _holds(text, start, depth):
            continue
        end = text.find("}", opened, opened + _LONGEST_RULE)
        yield from _of_body(selectors, text[opened + 1 : end if end >= 0 else opened + _LONGEST_RULE], opened)


def _of_body(selectors: Iterable[str], body: str, order: int) -> Iterator[Rule]:
    hides = hiding(body)
    says = hides or _shows(body)
    if says:
        important = "!important" in body.replace(" ", "").lower()
        for selector in selectors:
            yield Rule(
                " ".join(selector.split()), hides, says.partition(":")[0].strip().lower(), important, order
            )


def _holds(text: str, start: int, depth: int) -> bool:
    """Whether the at-rules around a rule that begins at `start`, `depth` of them, hold on a screen; doubt is no."""
    at = start
    for _ in range(min(depth, _NESTED)):
        at = text.rfind("@", max(0, at - _LONGEST_SHEET), at)
        while at >= 0 and text.count("{", at, start) - text.count("}", at, start) < 1:
            at = text.rfind("@", max(0, at - _LONGEST_SHEET), at)
        if at < 0:
            return False
        if not _at_rule_holds(text[at : text.find("{", at)].strip().lower()):
            return False
    return depth <= _NESTED


def _sets(style: str, name: str) -> bool:
    """Whether a style attribute sets a property itself (and so wins over style rules)."""
    return name in style and re.search(rf"(?<![\w-]){re.escape(name)}\s*:", style, re.I) is not None


def _win(winners: dict[str, tuple[tuple[Any, ...], Rule]], rule: Rule) -> None:
    weight = (rule.important, _specificity(rule.selector), rule.order)
    if rule.property not in winners or winners[rule.property][0] < weight:
        winners[rule.property] = (weight, rule)


def _specificity(selector: str) -> tuple[int, int, int]:
    """Ids, classes and attributes, elements (https://www.w3.org/TR/selectors-4/#specificity-rules), simplified."""
    return (
        selector.count("#"),
        selector.count(".") + selector.count("[") + len(re.findall(r"(?<!:):(?!:|not)", selector)),
        len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", selector)),
    )


def _can_match(selector: str, present: frozenset[str]) -> bool:
    """Whether all names in a selector are on the page; dynamic states and pseudo-elements never match."""
    if ":" in selector and re.search(
        r":(?:hover|focus|active|target|before|after|checked|visited|:)", selector
    ):
        return False
    return all((first or second).lower() in present for first, second in _SIMPLE.findall(selector.strip()))


def _select(tree: Tree, selector: str) -> Iterable[Any]:
    try:
        return tree.select(selector)
    except ValueError:  # not a selector that can be answered without a browser
        return ()


_SHOWS = re.compile(
    r"(?<![\w-])(?:display\s*:\s*(?!none)[\w-]+|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.[1-9]\d*)(?=\s*(?:[;!}]|$)))", re.I
)  # fmt: skip


def _shows(body: str) -> str:
    hit = _SHOWS.search(body)
    return _tidy(hit.group()) if hit else ""


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


def _at_rule_holds(head: str) -> bool:
    if head.startswith(("@supports", "@layer", "@container", "@scope")):
        return True
    if not head.startswith("@media"):
        return False
    return any(_query_holds(query) for query in head[6:].split(","))


def _query_holds(query: str) -> bool:
    if (
        "print" in query
        or "speech" in query
        or "prefers-" in query
        or " not " in f" {query} "
        or "orientation" in query
    ):
        return False
    for bound, value in re.findall(r"(min|max)-(?:device-)?width\s*:\s*(\d{1,5})", query):
        if (bound == "min") == (int(value) > _WIDTH) and int(value) != _WIDTH:
            return False
    return True
