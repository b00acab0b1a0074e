"""What a reader does not see, and why: attributes and the style sheets that stand in the page itself.

Outside style sheets and scripts are not read: what they do cannot be known from the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from licheck.model.page import PERHAPS
from licheck.readers.css import Rule, Tree, colour, hiding, matching_rules, plain_colour
from licheck.readers.html_elements import FLOW

_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]{1,2000})", re.I)

_UNTIL_SCRIPT = re.compile(
    r"\.no[-_]?(?:js|script)\b", re.I
)  # the class that scripts take off the root element
_STREAMED = re.compile(r'"(\w*S:[0-9a-f]{1,4})"')

HIDDEN = "hidden attribute"
NO_DIALOG = "a <dialog> that is not open"
CLOSED = f"{PERHAPS}: inside a closed <details>, which a reader has to open"

NOT_PAGE = ("template", "noscript")  # what stands in them is no part of the page that scripts run on
AROUND = 64  # elements around a style sheet that are looked at
GROUNDS = 12  # elements around a text whose background is looked at


@dataclass
class Sight:
    """Elements that are not seen, each with its reason, and elements that show a background picture."""

    hidden: dict[Any, str] = field(default_factory=dict)
    backgrounds: dict[Any, str] = field(default_factory=dict)


def see(document: Any) -> Sight:
    """What attributes and the page's own style sheets hide in a parsed document."""
    sight = Sight()
    for node in document.select("[style]"):
        style = node.attr("style") or ""
        why = hiding(style) or _on_same_ground(node, style)
        if why:
            sight.hidden[node] = f'style="{why}"'
        if url := background_in(style):
            sight.backgrounds[node] = url
    moved: frozenset[str] | None = None
    for node in document.select("[hidden],dialog:not([open]),details:not([open])"):
        if node.tag == "details" and node.attr("hidden") is None:
            sight.hidden.setdefault(node, CLOSED)  # but for its summary, which the walk takes out
            continue
        if "S:" in (name := node.attr("id") or ""):
            if moved is None:
                moved = moved_by_script(script.text for script in document.select("script:not([src])"))
            if name in moved:
                continue
        sight.hidden[node] = HIDDEN if node.attr("hidden") is not None else NO_DIALOG
    sheets = [node.text for node in document.select("style") if _applies(node)]
    if sheets:
        _apply(document, sheets, sight)
    return sight


def background_in(style: str) -> str:
    """The address of the background picture that a style attribute sets; empty where it sets none."""
    hit = _BACKGROUND.search(style) if "url(" in style else None
    return hit.group(1) if hit else ""


def _on_same_ground(node: Any, style: str) -> str:
    """Whether text has the colour of the background that an element around it sets."""
    ink = colour(style, "color")
    if not ink or colour(style, "background"):
        return ""
    around = node.parent
    for _ in range(GROUNDS):
        if around is None or not hasattr(around, "attr"):
            return ""
        ground = colour(around.attr("style") or "", "background") or plain_colour(
            around.attr("bgcolor") or ""
        )
        if ground:
            return f"color: {ink} on the same background" if ground == ink else ""
        around = around.parent
    return ""


def _applies(style: Any) -> bool:
    """Whether a style element is part of the page that a reader sees, and meant for a screen."""
    return for_screen(style.attr("media")) and not any(
        getattr(node, "tag", "") in NOT_PAGE for node in islice(style.ancestors, AROUND)
    )


def for_screen(media: str | None) -> bool:
    """Whether a style sheet with this media attribute holds on a screen."""
    media = (media or "all").lower()
    return "print" not in media or "screen" in media or "all" in media


def moved_by_script(scripts: Iterable[str]) -> frozenset[str]:
    """The ids of `hidden` pieces of a streamed page that a script in the page puts in their places at once.

    React names such pieces `S:` and a number, and calls `$RC("B:1","S:1")`, `$RS` or `$RR` for each
    (https://react.dev/reference/react-dom/server/renderToPipeableStream).
    """
    texts = (text for text in scripts if any(call in text for call in ("$RC(", "$RS(", "$RR(")))
    return frozenset(name for text in texts for name in _STREAMED.findall(text))


def _apply(document: Any, sheets: Iterable[str], sight: Sight) -> None:
    """Style rules that hide, unless a rule that wins over them shows again."""
    tree = Tree(lambda: _names(document), document.select, lambda node: node.attr("style") or "")
    for node, rule in matching_rules(tree, sheets).items():
        if node not in sight.hidden and node.tag not in ("html", "body", "head"):
            sight.hidden[node] = in_words(rule)


def in_words(rule: Rule) -> str:
    """Why an element that this rule matches is not seen."""
    words = f"hidden by a style rule of the page: {rule.selector} {{ {rule.hides} }}"
    return (
        f"{PERHAPS}: {words}, until a script takes the class off"
        if _UNTIL_SCRIPT.search(rule.selector)
        else words
    )


def _names(document: Any) -> frozenset[str]:
    """Every class, id and tag on the page, in lower case."""
    names: set[str] = set()
    for node in document.select("[class],[id]"):
        names.update((node.attr("class") or "").lower().split())
        names.add((node.attr("id") or "").lower())
        names.add(node.tag)
    return frozenset(names | _USUAL_TAGS)


# What a selector may name without the page being searched for it.
_USUAL_TAGS = frozenset(FLOW) | frozenset(
    ("b", "big", "cite", "code", "em", "font", "i", "input", "label", "picture", "q", "s", "small", "span")
    + ("strong", "sub", "sup", "time", "tt", "u", "abbr", "bdi", "bdo", "del", "ins", "kbd", "mark", "var")
)
