"""Blanks that an editor was to fill in, and that were left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from licheck.patterns import pattern

_WHAT = (
    r"author|byline|reporter|writer|first|last|full|your|name|url|link|date|title|publication|headline|insert"
)
_BLANK = pattern(
    rf"\[(?:{_WHAT})\b[^\]]{{0,30}}\]"
    rf"|\{{\{{?\s*(?:{_WHAT})\b[^}}]{{0,30}}\}}\}}?"
    r"|\btt\.mm\.jjjj\b|\bdd\.mm\.yyyy\b|\bxxxx+\b|\blorem\s+ipsum\b"
    r"|\b(?:author|reporter|writer)(?:['’]s)?\s+(?:full\s+)?name\b|\bname\s+of\s+(?:the\s+)?(?:author|reporter|writer)\b"
    r"|\bfirst\s+(?:and\s+last\s+name|name\s+last\s+name)\b|\bfirstname\s+lastname\b",
    re.I,
)
# "To come", as journalists write it: not the initials in "By TK Doe".
_TO_COME = pattern(r"(?:\b(?:[Bb]y|BY|Text|Words by|Von|Par|Por)\b:?\s*|^)(TK(?:TK|K)*)\s*(?:[,.|·–—-]|$)")


def placeholder_in(text: str) -> str:
    """The first blank that was left in a text; empty where there is none."""
    hit = _BLANK.search(text)
    if hit:
        return hit.group()
    hit = _TO_COME.search(text) if "TK" in text else None
    return hit[1] if hit else ""


def first_placeholder(texts: Iterable[tuple[int, str]], longest: int) -> tuple[int, str] | None:
    """The first of these numbered texts, of at most so many characters, in which a blank was left, and that blank."""
    found = ((number, placeholder_in(text)) for number, text in texts if len(text) <= longest)
    return next((pair for pair in found if pair[1]), None)
