"""What the second reading takes for unseen: the rules of the first, asked of another tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString

from licheck.readers.css import colour, hiding, is_visibility, makes_visible, plain_colour
from licheck.readers.css_rules import Tree as Asked
from licheck.readers.css_rules import matching_rules, shown_again
from licheck.readers.html_visibility import (
    CLOSED,
    GROUNDS,
    HIDDEN,
    INHERITED,
    NO_DIALOG,
    NO_POPOVER,
    NOT_PAGE,
    SHOWN,
    background_in,
    for_screen,
    in_words,
    moved_by_script,
)
from licheck.readers.second_select import Selectors
from licheck.readers.second_soup import Soup

_BY_ATTRIBUTE = frozenset(("hidden", "popover", "style"))
_BY_TAG = ("dialog", "details")


class Style(NamedTuple):
    """By `id` of tags: why they are not seen (see `html_visibility.Sight`), and the background pictures that they show."""

    hidden: dict[int, str]
    backgrounds: dict[int, str]


def style_of(soup: Soup) -> Style:
    """What attributes and the page's own style sheets hide."""
    style = Style({}, {})
    shown: list[int] = []
    moved: frozenset[str] | None = None
    for tag, _ in soup.elements:
        if _BY_ATTRIBUTE.isdisjoint(tag.attrs) and tag.name not in _BY_TAG:
            continue
        if moved is None:
            moved = moved_by_script(
                soup.raw(text_of(each)) for each, _ in soup.elements if each.name == "script"
            )
        if why := _by_itself(soup, tag, moved):
            style.hidden[id(tag)] = why
        if own := soup.attr(tag, "style"):
            if url := background_in(own):
                style.backgrounds[id(tag)] = url
            if makes_visible(own):
                shown.append(id(tag))
    sheets = [
        soup.raw(text_of(tag)) for tag, _ in soup.elements if tag.name == "style" and _applies(soup, tag)
    ]
    if sheets:
        shown += _by_sheets(soup, sheets, style)
    for name in shown:
        style.hidden.setdefault(name, SHOWN)
    return style


def _applies(soup: Soup, sheet: Tag) -> bool:
    return for_screen(soup.attr(sheet, "media")) and not any(box.name in NOT_PAGE for box in sheet.parents)


def _by_sheets(soup: Soup, sheets: list[str], style: Style) -> Iterable[int]:
    """Put in what the page's style sheets hide. Returns what they show again."""
    selectors = Selectors(soup)
    tags = soup.elements
    asked = Asked(selectors.names, selectors.select, lambda at: soup.attr(tags[at].tag, "style") or "")
    for at, rule in matching_rules(asked, sheets).items():
        tag = tags[at].tag
        if tag.name not in ("html", "body", "head") and (rule.property != INHERITED or _has_words(tag)):
            style.hidden.setdefault(id(tag), in_words(rule))
    if any(map(is_visibility, style.hidden.values())):
        return [id(tags[at].tag) for at in shown_again(asked, sheets)]
    return ()


def _has_words(tag: Tag) -> bool:
    return bool(text_of(tag).strip())


def text_of(tag: Tag) -> str:
    """The text directly in a tag, as it is written."""
    return "".join(child for child in tag.contents if type(child) is NavigableString)


def _by_itself(soup: Soup, tag: Tag, moved: frozenset[str]) -> str:
    """Why an element's own attributes keep it from being seen; of a closed `<details>` the summary is."""
    if "hidden" in tag.attrs and soup.attr(tag, "id") not in moved:
        return HIDDEN
    if tag.name == "dialog" and "open" not in tag.attrs:
        return NO_DIALOG
    if "popover" in tag.attrs:
        return NO_POPOVER
    own = soup.attr(tag, "style")
    why = own and (hiding(own) or _on_same_ground(soup, tag, own))
    if why and (not why.startswith(INHERITED) or _has_words(tag)):
        return f'style="{why}"'
    return CLOSED if tag.name == "details" and "open" not in tag.attrs else ""


def _on_same_ground(soup: Soup, tag: Tag, own: str) -> str:
    ink = colour(own, "color")
    around = tag.parent
    for _ in range(GROUNDS if ink and not colour(own, "background") else 0):
        if around is None:
            return ""
        ground = colour(soup.attr(around, "style") or "", "background")
        ground = ground or plain_colour(soup.attr(around, "bgcolor") or "")
        if ground:
            return f"color: {ink} on the same background" if ground == ink else ""
        around = around.parent
    return ""
