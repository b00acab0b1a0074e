"""What a reader does not see, and why: attributes and the style sheets that stand in the page itself.

Outside style sheets and scripts are not read: what they do cannot be known from the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from turbohtml import Text

from licheck.model.page import PERHAPS
from licheck.patterns import pattern
from licheck.readers.css import colour, hiding, is_visibility, makes_visible, plain_colour
from licheck.readers.css_rules import Rule, Tree, matching_rules, shown_again
from licheck.readers.css_selectors import last_name
from licheck.readers.html_elements import FLOW

_BACKGROUND = pattern(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]{1,2000})", re.I)

_UNTIL_SCRIPT = pattern(r"\.no[-_]?(?:js|script)\b", re.I)  # the class that scripts take off the root element
_STREAMED = pattern(r'"(\w*S:[0-9a-f]{1,4})"')

HIDDEN = "hidden attribute"
NO_DIALOG = "a <dialog> that is not open"
NO_POPOVER = "a popover that a reader has not opened"
SHOWN = "visible again"
CLOSED = f"{PERHAPS}: inside a closed <details>, which a reader has to open"

INHERITED = "font-size"  # what this hides, elements within show again
NOT_PAGE = ("template", "noscript")  # what stands in them is no part of the page that scripts run on
TOO_MUCH = (
    "The page's style sheets have too many rules for so many elements: not all that they hide is known."
)
_WITHIN = pattern(r":has\(")
_BESIDE = pattern(r"~(?!=)|:(?:nth|only|last)")
_FEW = 12  # selectors for which no index of the page is made
_MOST_STEPS = 20_000_000  # elements that are looked at for the selectors of one page
_DEEPEST = 5_000  # elements around or beside one that are counted
AROUND = 64  # elements around a style sheet that are looked at
GROUNDS = 12  # elements around a text whose background is looked at


@dataclass
class Sight:
    """Elements that are not seen, each with its reason, and elements that show a background picture.

    With `SHOWN` instead of a reason: elements that undo the `visibility` of what is around them. `notes` tell what could not be known.
    """

    hidden: dict[Any, str] = field(default_factory=dict)
    backgrounds: dict[Any, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def see(document: Any) -> Sight:
    """What attributes and the page's own style sheets hide in a parsed document."""
    sight = Sight()
    known: dict[str, str] = {}  # pages repeat themselves
    shown: list[Any] = []
    for node in document.select("[style]"):
        style = node.attr("style") or ""
        if style not in known:
            known[style] = hiding(style)
        if "isib" in style and makes_visible(style):
            shown.append(node)
        why = known[style] or ("color" in style and _on_same_ground(node, style))
        if why and (not why.startswith(INHERITED) or _has_words(node)):
            sight.hidden[node] = f'style="{why}"'
        if url := background_in(style):
            sight.backgrounds[node] = url
    _by_attributes(document, sight)
    sheets = [node.text for node in document.select("style") if _applies(node)]
    if sheets:
        _apply(document, sheets, sight)
    for node in shown:
        sight.hidden.setdefault(node, SHOWN)
    return sight


def _by_attributes(document: Any, sight: Sight) -> None:
    """What is hidden by the attribute of that name, and dialogs, popovers and boxes that are closed."""
    moved: frozenset[str] | None = None
    for node in document.select("[hidden],[popover],dialog:not([open]),details:not([open])"):
        if node.tag == "details" and node.attr("hidden") is None:
            sight.hidden.setdefault(node, CLOSED)  # but for its summary, which the walk takes out
            continue
        if "S:" in (name := node.attr("id") or ""):
            if moved is None:
                moved = moved_by_script(script.text for script in document.select("script:not([src])"))
            if name in moved:
                continue
        sight.hidden[node] = (
            HIDDEN if node.attr("hidden") is not None else NO_DIALOG if node.tag == "dialog" else NO_POPOVER
        )


def within(hidden: str, why: str) -> str:
    """What an element's own reason makes of the reason that holds around it; empty where it changes nothing.

    `SHOWN` where it is seen again: what hides by its `visibility` can be undone within.
    """
    if not hidden:
        return "" if why is SHOWN else why
    return why if is_visibility(hidden) and not is_visibility(why) else ""


def _has_words(node: Any) -> bool:
    """Whether text stands directly in an element: what it holds may have a size of its own (a usual trick)."""
    return any(type(child) is Text and not child.data.isspace() for child in node.children)


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


def _apply(document: Any, sheets: Sequence[str], sight: Sight) -> None:
    """Style rules that hide, unless a rule that wins over them shows again."""
    index = _Index(document)
    tree = Tree(lambda: index.names_on_page, index.select, lambda node: node.attr("style") or "", _own_names)
    for node, rule in matching_rules(tree, sheets).items():
        if node in sight.hidden or node.tag in ("html", "body", "head"):
            continue
        if rule.property != INHERITED or _has_words(node):
            sight.hidden[node] = in_words(rule)
    if any(map(is_visibility, set(sight.hidden.values()))):
        for node in shown_again(tree, sheets):
            sight.hidden.setdefault(node, SHOWN)
    if index.steps > _MOST_STEPS:
        sight.notes.append(TOO_MUCH)


def in_words(rule: Rule) -> str:
    """Why an element that this rule matches is not seen."""
    words = f"hidden by a style rule of the page: {rule.selector} {{ {rule.hides} }}"
    return (
        f"{PERHAPS}: {words}, until a script takes the class off"
        if _UNTIL_SCRIPT.search(rule.selector)
        else words
    )


def _own_names(node: Any) -> list[str]:
    """An element's tag, `.class`es and `#id`, in lower case."""
    classes = (node.attr("class") or "").lower().split()
    return [node.tag, f"#{node.attr('id') or ''}".lower(), *[f".{name}" for name in classes]]


class _Index:
    """Which elements a selector matches. After some selectors, by way of those elements that carry its last name."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.steps = 0
        self.asked = 0

    @cached_property
    def names_on_page(self) -> set[str]:
        """Every class, id and tag on the page, in lower case."""
        classed, named = self.document.select("[class]"), self.document.select("[id]")
        tags = {node.tag for node in classed}.union(node.tag for node in named)
        words = {node.attr("class") for node in classed}.union(node.attr("id") for node in named)
        return tags.union(_USUAL_TAGS, " ".join(words).lower().split())

    def select(self, selector: str) -> list[Any]:
        """The elements that a selector matches; ValueError for what is none, and when it has become too much."""
        self.asked += 1
        name = last_name(selector) if self.asked > _FEW else ""
        if name[:1] not in ("#", "."):
            self.pay(self.size)
            found: list[Any] = self.document.select(selector)
            return found
        nodes = (self.ids if name[0] == "#" else self.classes).get(name[1:], [])
        if selector == name:
            self.pay(len(nodes))
            return nodes
        self.pay(len(nodes) * self.reach(nodes, selector))
        return [node for node in nodes if node.matches(selector)]

    @cached_property
    def classes(self) -> dict[str, list[Any]]:
        """Class -> the elements that have it."""
        found: dict[str, list[Any]] = defaultdict(list)
        for node in self.document.select("[class]"):
            for word in node.attr("class").split():
                found[word].append(node)
        return found

    @cached_property
    def ids(self) -> dict[str, list[Any]]:
        """Id -> the elements that have it."""
        found: dict[str, list[Any]] = defaultdict(list)
        for node in self.document.select("[id]"):
            found[node.attr("id")].append(node)
        return found

    def pay(self, steps: int) -> None:
        """Count how many elements were looked at; ValueError when it is too many."""
        self.steps += steps
        if self.steps > _MOST_STEPS:
            raise ValueError("too many style rules for too many elements")

    def reach(self, nodes: list[Any], selector: str) -> int:
        """How many elements may have to be looked at to match one: those around it, beside it or within it."""
        if _WITHIN.search(selector):
            return self.size
        samples = nodes[:: len(nodes) // 8 + 1]
        depth = max((sum(1 for _ in islice(node.ancestors, _DEEPEST)) for node in samples), default=0)
        if _BESIDE.search(selector):
            depth += max(
                (sum(1 for _ in islice(node.parent.children, _DEEPEST)) for node in samples), default=0
            )
        return depth + 1

    @cached_property
    def size(self) -> int:
        """The number of elements."""
        return len(self.document.select("*"))


# What a selector may name without the page being searched for it.
_USUAL_TAGS = frozenset(FLOW) | frozenset(
    "b big cite code em font i input label picture q s small span strong sub sup time tt u abbr bdi bdo del ins kbd mark var".split()
)
