"""As much CSS as it takes to know whether a style sheet in the page hides an element on a screen.

First one quick search for declarations that hide; only where one is found, and its selector can match
something on the page, is the cascade (importance, specificity, order) worked out for those elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_NEUTRAL = ("transparent", "inherit", "initial", "currentcolor", "unset", "var(")
_SIZE = re.compile(r"^(?:max-)?(?:height|width)", re.I)
_SIMPLE = re.compile(r"[.#]([\w-]+|\\.)|^([a-z][\w-]*)", re.I)
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000", "rgba(255,255,255,1)": "#ffffff"}
_LONGEST_RULE = 4000  # characters of selectors or declarations that are read backwards from a declaration
_MOST_RULES = 20_000  # rules with a hiding declaration that are looked at in one page
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


def matching_rules(document: Any, sheets: Iterable[str]) -> dict[Any, Rule]:
    """Element -> the rule that hides it, for a turbohtml document and the texts of its `<style>` elements."""
    text = "\n".join(sheets)
    hits = [hit.start() for hit in _HIDES.finditer(text)]
    if not hits:
        return {}
    present = _names(document)
    if not any(_can_match(selector, present) for selector in _selectors_at(text, hits)):
        return {}
    rules = [rule for rule in _rules(text, present) if _can_match(rule.selector, present)]
    found: dict[Any, dict[str, tuple[tuple[Any, ...], Rule]]] = {}
    for rule in rules:
        if rule.hides:
            for node in _select(document, rule.selector):
                _win(found.setdefault(node, {}), rule)
    if found:
        for rule in rules:
            if not rule.hides:
                for node in _select(document, rule.selector):
                    if node in found:
                        _win(found[node], rule)
    hidden: dict[Any, Rule] = {}
    for node, winners in found.items():
        for _, rule in winners.values():
            if rule.hides and not _shown_inline(node, rule.property):
                hidden[node] = rule
    return hidden


def _selectors_at(text: str, hits: Iterable[int]) -> Iterator[str]:
    """The selectors of the rules that hold these places, read backwards from each: quick, and blind to at-rules."""
    for at in hits:
        opened = text.rfind("{", max(0, at - _LONGEST_RULE), at)
        if opened < 0:
            continue
        low = max(0, opened - _LONGEST_RULE)
        start = max(text.rfind("}", low, opened), text.rfind("{", low, opened), text.rfind(";", low, opened))
        yield from text[max(start + 1, low) : opened].split(",")


def _shown_inline(node: Any, name: str) -> bool:
    """Whether the element's own style attribute sets that property too (and so wins)."""
    style = node.attr("style")
    return bool(style) and re.search(rf"(?<![\w-]){re.escape(name)}\s*:", style, re.I) is not None


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


def _names(document: Any) -> frozenset[str]:
    """Every class, id and tag on the page, in lower case."""
    names: set[str] = set()
    for node in document.select("[class],[id]"):
        names.update((node.attr("class") or "").lower().split())
        names.add((node.attr("id") or "").lower())
        names.add(node.tag)
    names.update(("p", "div", "span", "a", "img", "ul", "li", "h1", "h2", "h3", "section", "article", "header", "footer", "aside"))
    return frozenset(names)


def _can_match(selector: str, present: frozenset[str]) -> bool:
    """Whether all names in a selector are on the page; dynamic states and pseudo-elements never match."""
    if ":" in selector and re.search(r":(?:hover|focus|active|target|before|after|checked|visited|:)", selector):
        return False
    return all((first or second).lower() in present for first, second in _SIMPLE.findall(selector.strip()))


def _select(document: Any, selector: str) -> list[Any]:
    try:
        found: list[Any] = document.select(selector)
    except ValueError:  # not a selector that can be answered without a browser
        return []
    return found


def _rules(text: str, present: frozenset[str]) -> Iterator[Rule]:
    """The rules of a style sheet that set a property by which things are hidden, in order, for a screen."""
    order = 0
    for selectors, body in _flat(_without_comments(text)):
        if not any(_can_match(selector, present) for selector in selectors.split(",")):
            continue
        hides = hiding(body)
        shows = "" if hides else _shows(body)
        if not hides and not shows:
            continue
        name = (hides or shows).partition(":")[0].strip().lower()
        important = "!important" in body.replace(" ", "").lower()
        for selector in selectors.split(","):
            order += 1
            if order > _MOST_RULES:
                return
            yield Rule(" ".join(selector.split()), hides, name, important, order)


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


_BRACE = re.compile(r"[{}]")


def _flat(text: str) -> Iterator[tuple[str, str]]:
    """(selectors, body) of every style rule that holds on a screen, @media and @supports taken apart."""
    holds: list[bool] = []  # for each open at-rule: does it hold?
    prelude, at, depth_of_rule = "", 0, 0
    for brace in _BRACE.finditer(text):
        before = text[at : brace.start()]
        at = brace.end()
        if brace.group() == "{":
            head = before.rpartition(";")[2].strip()
            if depth_of_rule:
                depth_of_rule += 1  # nested rules are left out
            elif head.startswith("@"):
                holds.append((holds[-1] if holds else True) and _at_rule_holds(head.lower()))
            else:
                prelude, depth_of_rule = head, 1
        elif depth_of_rule:
            depth_of_rule -= 1
            if not depth_of_rule and (not holds or holds[-1]):
                yield prelude, before
        elif holds:
            holds.pop()


def _at_rule_holds(head: str) -> bool:
    if head.startswith(("@supports", "@layer", "@container", "@scope")):
        return True
    if not head.startswith("@media"):
        return False
    return any(_query_holds(query) for query in head[6:].split(","))


def _query_holds(query: str) -> bool:
    if "print" in query or "speech" in query or "prefers-" in query or " not " in f" {query} " or "orientation" in query:
        return False
    for bound, value in re.findall(r"(min|max)-(?:device-)?width\s*:\s*(\d{1,5})", query):
        if (bound == "min") == (int(value) > _WIDTH) and int(value) != _WIDTH:
            return False
    return True
