"""Putting into words what is wrong with a word of a rule file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

_LONGEST_SHOWN: Final = 40  # characters of a word quoted from the file


def quote(word: str) -> str:
    """A word from the file, short and with nothing in it that a terminal would obey."""
    shown = word if len(word) <= _LONGEST_SHOWN else word[:_LONGEST_SHOWN] + "..."
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shown)
    return f"`{shown}`"


def closest(word: str, allowed: Collection[str]) -> str:
    """The allowed word that was probably meant; empty when none is near."""
    from difflib import get_close_matches  # 8 ms, and only for files with faults

    plain = word[:_LONGEST_SHOWN].casefold().strip().replace("-", "_").replace(" ", "_")
    shapes = {name.replace("-", "_"): name for name in allowed}
    found = get_close_matches(plain, list(shapes), n=1)
    return shapes[found[0]] if found else ""


_MANY = 20  # words that are allowed beyond which they are not all told where one was surely meant


def instead(word: str, allowed: Collection[str]) -> str:
    """The end of a sentence: what was probably meant, and what is allowed."""
    listed = "allowed: " + ", ".join(allowed) if allowed else "none is allowed here"
    meant = closest(word, allowed)
    if meant and len(allowed) > _MANY:
        return f"did you mean {quote(meant)}?"
    return f"did you mean {quote(meant)}? ({listed})" if meant else listed
