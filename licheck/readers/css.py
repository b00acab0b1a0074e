"""Declarations of CSS that make something unseen, in a style attribute or in the body of a rule."""

from __future__ import annotations

import re

_ZERO = r"0{0,9}\.?0{1,9}(?:px|em|rem|%|pt|vw|vh)?"
# Declarations that make text invisible to a reader's eye.
_HIDES = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    rf"|opacity\s*:\s*(?:0{0, 9}\.?0{1, 9}%?|0?\.0[0-4]\d{0, 9})(?=\s*(?:[;!}}]|$))|font-size\s*:\s*{_ZERO}(?=\s*(?:[;!}}]|$))"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,)]"
    r"|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0(?![.\d]))|text-indent\s*:\s*-\d{3,9}"
    r"|(?:left|top|right|margin-left|margin-top)\s*:\s*-\d{4,9}px"
    r"|transform\s*:\s*(?:scale\(\s*0\s*\)|translate[xy]?\(\s*-\d{4,9}px)"
    rf"|(?:max-)?(?:height|width)\s*:\s*{_ZERO}(?=\s*(?:[;!}}]|$)))",
    re.I,
)
_COLOURS = re.compile(r"(?<![\w-])(color|background(?:-color)?)\s*:\s*([^;!}]{1,60})", re.I)
_PADDING = re.compile(r"padding(?:-top|-bottom)?\s*:\s*(?:0\S*\s+)?[1-9.\d]*[1-9]", re.I)
_OVERFLOW = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.I)
_FADES = ("opacity", "visibility", "transform")
_ANIMATED = re.compile(r"(?<!\w)animation(?:-name)?\s*:(?!\s*none)", re.I)
_NEUTRAL = ("transparent", "inherit", "initial", "currentcolor", "unset", "var(")
_SIZE = re.compile(r"^(?:max-)?(?:height|width)", re.I)
_NAMED = {
    "white": "#ffffff",
    "black": "#000000",
    "rgb(255,255,255)": "#ffffff",
    "rgb(0,0,0)": "#000000",
    "rgba(255,255,255,1)": "#ffffff",
}


def hiding(declarations: str) -> str:
    """The declaration that hides, as `property: value`, out of a style attribute or rule body; else empty."""
    for hit in _HIDES.finditer(declarations):
        found = " ".join(hit.group().split())
        if _SIZE.match(found) and (not _OVERFLOW.search(declarations) or _PADDING.search(declarations)):
            continue  # a box of no height shows what overflows it, and what its padding makes room for
        if found.lower().startswith(_FADES) and _ANIMATED.search(declarations):
            continue  # where it starts is not where it ends
        return _tidy(found)
    return same_colour(declarations)


def _tidy(declaration: str) -> str:
    name, _, value = declaration.partition(":")
    return f"{name.strip().lower()}: {value.strip().rstrip(',')}"


def same_colour(declarations: str) -> str:
    """As `hiding`, for text that has the colour of its own background."""
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
