"""Selectors of CSS: how specific they are, and whether they can match anything on a page at all."""

from __future__ import annotations

import re
from collections.abc import Set

from licheck.patterns import pattern

_SIMPLE = pattern(r"[.#]([\w-]+|\\.)|^([a-z][\w-]*)", re.I)
_FUNCTION = pattern(r":[\w-]+\([^()]*\)")
_ARGUMENTS = pattern(r":(is|where|not|has|matches|-webkit-any)\(([^()]*)\)", re.I)
_PSEUDO = pattern(r"(?<!\\):[\w-]+(?:\([^()]*\))?|\[[^\]]*\]")
_LAST = pattern(r"[^\s>+~]+$")
_KEY = pattern(r"([#.])((?:[\w-]|\\.)+)|^([a-zA-Z][\w-]*)")


def specificity(selector: str) -> tuple[int, int, int]:
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
        "" if function[1].lower() == "where" else max(map(str.strip, function[2].split(",")), key=specificity)
    )


def last_name(selector: str) -> str:
    """A name that whatever a selector matches must have: `.class`, `#id` or `tag`; empty where it asks for none."""
    bare = _PSEUDO.sub("", selector)
    last = None if "(" in bare else _LAST.search(bare)  # functions within functions tell nothing here
    keys: list[tuple[str, str, str]] = _KEY.findall(last.group()) if last else []
    if not keys:
        return ""
    sign, name, tag = keys[-1]
    return sign + name.replace("\\", "") if sign else tag.lower()


def can_match(selector: str, present: Set[str]) -> bool:
    """Whether all names in a selector are on the page; dynamic states and pseudo-elements never match."""
    if ":" in selector and re.search(
        r":(?:hover|focus|active|target|before|after|checked|visited|:)", selector
    ):
        return False
    if "(" in selector:
        selector = _FUNCTION.sub("", selector)
    return all((first or second) in present for first, second in _SIMPLE.findall(selector.lower()))


def can_match_any(selector: str, present: Set[str], names: Set[str]) -> bool:
    """As `can_match`, for some elements alone: `names` are their tags, `.class`es and `#id`s in lower case."""
    if not can_match(selector, present):
        return False
    name = last_name(selector)
    return not name or name.lower() in names
