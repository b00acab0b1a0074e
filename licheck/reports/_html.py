"""HTML written so that no text of a stranger can become markup.

What is markup is an `Html`, which only `tag` and `join` make; every other string is escaped where it is put in.
"""

from __future__ import annotations

from collections.abc import Iterable

from licheck.reports.escape import markup

_VOID = frozenset(("meta", "br", "hr"))


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Any text as markup; `Html` stays as it is."""
    return text if isinstance(text, Html) else Html(markup(text))


def join(parts: Iterable[str], between: str = "") -> Html:
    """Parts one after the other."""
    return Html(str(escaped(between)).join(escaped(part) for part in parts))


def tag(name: str, /, *parts: str, **attributes: str | bool) -> Html:
    """An element. An underscore at the end of an attribute's name falls away, one within becomes a hyphen; True is
    an attribute without a value, False and the empty string are none."""
    written = [name]
    for attribute, value in attributes.items():
        key = attribute.rstrip("_").replace("_", "-")
        if value is True:
            written.append(key)
        elif value:
            written.append(f'{key}="{markup(str(value))}"')
    opening = f"<{' '.join(written)}>"
    return Html(opening if name in _VOID else f"{opening}{join(parts)}</{name}>")


def block(name: str, /, *parts: str, **attributes: str | bool) -> Html:
    """An element whose parts stand on lines of their own, so that the page can be read and compared as text."""
    return tag(name, Html("\n"), *(Html(f"{escaped(part)}\n") for part in parts if part), **attributes)
