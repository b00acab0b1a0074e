"""Declarations of CSS that make something unseen, in a style attribute or in the body of a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from licheck.patterns import pattern

Declared = Mapping[str, str]
"""Property -> value, both in lower case."""

SAME_GROUND = "on the same background"
"""How the reason ends for text that has the colour of what it stands on."""

_COLOURS = pattern(r"(?<![\w-])(color|background(?:-color)?)\s*:\s*([^;!}]{1,60})", re.I)
_COMMENT = pattern(r"/\*.*?\*/", re.S)
_NEUTRAL = ("transparent", "inherit", "initial", "currentcolor", "unset", "var(")
_VISIBILITY = pattern(r"(?<![\w-])visibility: (?:hidden|collapse)")
_LONGEST = 60  # characters of a value that are told
_NAMED = {
    "white": "#ffffff",
    "black": "#000000",
    "rgb(255,255,255)": "#ffffff",
    "rgb(0,0,0)": "#000000",
    "rgba(255,255,255,1)": "#ffffff",
}

_UNIT = r"(?:px|r?em|%|pt|v[wh]|ch|ex)?"
_ZERO = pattern(rf"0{{0,9}}\.?0{{1,9}}{_UNIT}")
_PIXEL = pattern(rf"(?:0{{0,9}}\.?0{{1,9}}{_UNIT}|(?:1|0?\.\d{{1,9}})px)")
_UNREADABLE = pattern(r"0{0,9}\.?0{1,9}[a-z%]{0,4}|(?:1|0?\.\d{1,9})(?:px|pt|%)|0?\.[01]\d{0,9}r?em")
_UNSEEABLE = pattern(r"(?:0{0,9}\.?0{1,9}|0?\.0[0-4]\d{0,9}|[0-4](?:\.\d{1,9})?(?=%))%?")
# So far to the side or above that nothing of a line is left on a screen.
_FAR_LENGTH = r"-\d{4,9}(?:\.\d{1,9})?(?:px|pt)|-\d{3,9}(?:\.\d{1,9})?(?:r?em|v[wh]|ch|ex)"
_FAR = pattern(rf"(?:^|\s)(?:{_FAR_LENGTH})(?![\w.])")
_FAR_MOVED = rf"translate(?:[xy]|3d)?\((?:[^()]{{0,40}},)?\s*(?:{_FAR_LENGTH})\s*[,)]"
_TO_NOTHING = r"scale(?:[xy]|3d)?\(\s*0{0,9}\.?0{1,9}\s*[,)]|rotate[xy]\(\s*-?90deg\s*\)"
_CLIPPED = pattern(r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,)]")
_CLIPPED_AWAY = pattern(r"inset\(\s*(?:50|100)%|circle\(\s*0(?![.\d])|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?(?:\s*,\s*0(?:px|%)?\s+0(?:px|%)?)+\s*\)")  # fmt: skip
_NO_ALPHA = pattern(
    r"transparent|(?:rgb|hsl)a?\([^()]{1,60}[,/]\s*0?\.?0{1,9}%?\s*\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00"
)
_ALL_INDENTED = pattern(r"-\d{3,9}(?:\.\d{1,9})?[a-z%]{1,4}|[1-9]\d{2,9}%")


def hiding(declarations: str) -> str:
    """The declaration that hides, as `property: value`, out of a style attribute or rule body; else empty.

    Of several one that elements within cannot undo: `visibility` is the last.
    """
    return next(all_hiding(declarations), "")


def all_hiding(declarations: str) -> Iterator[str]:
    """Every declaration that hides, in the order of `hiding`."""
    declared = read_declarations(declarations) if ":" in declarations else {}
    unseen = ""
    for name, value in declared.items():
        check = _CHECKS.get(name)
        if check is not None and check(value, name, declared):
            if name != "visibility":
                yield f"{name}: {_tidy(value)}"
            else:
                unseen = f"{name}: {_tidy(value)}"
    if "color" in declared and (same := same_colour(declarations)):
        yield same
    if unseen:
        yield unseen


def is_visibility(reason: str) -> bool:
    """Whether a reason for which something is not seen is `visibility`, which elements within can undo."""
    return "visibility: " in reason and _VISIBILITY.search(reason) is not None


def makes_visible(declarations: str) -> bool:
    """Whether a style attribute or rule body undoes the `visibility` of what is around."""
    if "isib" not in declarations and "ISIB" not in declarations:
        return False
    return _plain(read_declarations(declarations).get("visibility", "")) in ("visible", "initial")


def read_declarations(text: str) -> dict[str, str]:
    """Property -> value, in lower case, out of a style attribute or rule body: the one that counts where several are."""
    found: dict[str, str] = {}
    if "/*" in text:
        text = _COMMENT.sub(" ", text)
    for piece in text.lower().split(";"):
        name, _, value = piece.partition(":")
        name = name.strip()
        if value and not ("!" in found.get(name, "") and "!" not in value):
            found[name] = value.strip()
    return found


def _tidy(value: str) -> str:
    return " ".join(value.partition("!")[0].split())[:_LONGEST]


def _plain(value: str) -> str:
    return value.partition("!")[0].rstrip()


def _is(*values: str) -> Callable[[str, str, Declared], bool]:
    return lambda value, _name, _declared: _plain(value) in values


def _like(pattern: re.Pattern[str]) -> Callable[[str, str, Declared], bool]:
    return lambda value, _name, _declared: pattern.fullmatch(_plain(value)) is not None


def _holds(pattern: re.Pattern[str]) -> Callable[[str, str, Declared], bool]:
    return lambda value, _name, _declared: pattern.search(value) is not None


def _at_rest(check: Callable[[str, str, Declared], bool]) -> Callable[[str, str, Declared], bool]:
    """The check, unless an animation runs: where it starts is not where it ends."""
    return lambda value, name, declared: check(value, name, declared) and not _is_animated(declared)


def _is_animated(declared: Declared) -> bool:
    names = ("animation", "animation-name", "-webkit-animation", "-webkit-animation-name")
    return any(declared.get(name, "none") != "none" for name in names)


def _is_shut(value: str, name: str, declared: Declared) -> bool:
    """Whether a box is too small to show anything: what overflows is cut off, and nothing makes room in it.

    A width of nothing is not the end of it where the box grows, or where text is to end in dots (a table's cell).
    """
    side = name.rpartition("-")[2]
    if not (_PIXEL if side == "height" else _ZERO).fullmatch(_plain(value)):
        return False
    if not any(declared.get(key, "").startswith(("hidden", "clip")) for key in _OVERFLOWS):
        return False
    padding = declared.get("padding", "").split()
    room = [*padding[:1], *padding[2:3]] if side == "height" else padding
    room += [declared.get(key, "") for key in _ROOM[side]]
    grows = declared.get("flex", declared.get("flex-grow", ""))[:4]
    return not (
        any(map(_has_size, room))
        or _has_size(grows[:1])
        or grows == "auto"
        or (name == "max-width" and "text-overflow" in declared)
    )


_OVERFLOWS = ("overflow", "overflow-y", "overflow-x")
_ROOM = {
    "height": ("padding-top", "padding-bottom", "min-height"),
    "width": ("padding-left", "padding-right", "min-width"),
}


def _has_size(value: str) -> bool:
    return any(sign in "123456789" for sign in value)


def _is_indented_away(value: str, _name: str, declared: Declared) -> bool:
    """Whether a line's start is moved out: to the left, or to the right of what is cut off."""
    value = _plain(value)
    if not _ALL_INDENTED.fullmatch(value):
        return False
    return value[0] == "-" or "hidden" in declared.get("overflow", "")


def _is_transparent(value: str, _name: str, declared: Declared) -> bool:
    """Whether letters have no colour, and nothing else is seen in their place (a picture through them, a shadow)."""
    if not _NO_ALPHA.fullmatch(_plain(value)) or _is_animated(declared):
        return False
    grounds = ("background-clip", "-webkit-background-clip", "background")
    if any("text" in declared.get(key, "").split() for key in grounds):
        return False
    filled = declared.get("-webkit-text-fill-color", value)
    shadow = declared.get("text-shadow", "none")
    return (
        shadow.startswith("none")
        and "-webkit-text-stroke" not in declared
        and (_NO_ALPHA.fullmatch(_plain(filled)) is not None)
    )


# Property -> whether its value hides, from the value, the property's name and all that is declared beside it.
_CHECKS: dict[str, Callable[[str, str, Declared], bool]] = {
    "display": _is("none"),
    "visibility": _at_rest(_is("hidden", "collapse")),
    "content-visibility": _is("hidden"),
    "opacity": _at_rest(_like(_UNSEEABLE)),
    "filter": _at_rest(_holds(pattern(r"opacity\(\s*0?\.?0{1,9}%?\s*\)"))),
    "font-size": _like(_UNREADABLE),
    "font": _holds(pattern(r"(?:^|\s)0(?:px|em)?\s*/")),
    "clip": _holds(_CLIPPED),
    "clip-path": _holds(_CLIPPED_AWAY),
    "text-indent": _is_indented_away,
    "transform": _at_rest(_holds(pattern(f"{_FAR_MOVED}|{_TO_NOTHING}"))),
    "scale": _at_rest(_like(_ZERO)),
    "translate": _at_rest(_holds(_FAR)),
    "color": _is_transparent,
    "-webkit-text-fill-color": _is_transparent,
    **dict.fromkeys(
        ("left", "top", "right", "bottom", "inset", "margin", "margin-left", "margin-top", "margin-inline-start", "inset-inline-start"),
        _holds(_FAR),
    ),
    **dict.fromkeys(("height", "width", "max-height", "max-width"), _is_shut),
}  # fmt: skip


def same_colour(declarations: str) -> str:
    """As `hiding`, for text that has the colour of its own background."""
    if "background" not in declarations.lower():
        return ""
    ink = colour(declarations, "color")
    same = ink and ink == colour(declarations, "background")
    return f"color: {ink} {SAME_GROUND}" if same else ""


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
