"""Credits in the same block as the story's first or last words: bylines, datelines, agencies' signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from licheck.credits.people import What, what_is
from licheck.credits.vocabulary import AGENCIES
from licheck.patterns import pattern
from licheck.text import fold

_HEAD = 120  # characters of the first paragraph in which a dateline stands
_TAIL = 80  # characters at the end of the last one in which an agency's sign stands
_DATELINE = pattern(
    r"^(?P<place>[^\W\d_a-zß-ÿ][^()（）—–\n]{0,50}?)?[\s,.-]*[\(（](?P<agency>[^()（）\d]{2,30})[\)）]\s*(?:[.,]?\s?[-–—:.]|(?=[A-ZÀ-Þ]))"
)
_BARE = pattern(
    r"^(?P<place>[A-ZÀ-Þ][^()—–\n/]{1,40}?)?,?\s*/?\b(?P<agency>[A-Z]{2,8}|[a-z]{3,4}(?:/[a-z]{2,3})?)\s?/?\s?[-–—]\s"
)
_SIGN = pattern(
    r"[\s.!?\"”“»)][\s]*[/(\[]?\s?(?P<agency>[A-Za-z]{2,8}(?:[/-][A-Za-z]{2,8}){0,2})\s?[\])]?\s*$"
)
_DATE_IN_PLACE = pattern(r",?\s*(?:\d{1,2}\.?\s+\w+\.?|\w+\.?\s+\d{1,2})(?:,?\s+\d{4})?\.?$")


class Dateline(NamedTuple):
    """An agency at the beginning or the end of a story, and the town: text[start:end] of the block."""

    agencies: tuple[str, ...]
    place: str
    start: int
    end: int


def dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of a story: "SALTMERE (AP) -", "Saltmere (dpa/lno) -"; None where there is none."""
    head = text[:_HEAD]
    for form in (_DATELINE, _BARE):
        hit = form.match(head)
        if hit:
            agencies = _agencies(hit.group("agency"))
            if agencies:
                place = _DATE_IN_PLACE.sub("", (hit.group("place") or "").strip(" ,.-/"))
                return Dateline(agencies, place, 0, hit.end())
    return None


def closing_sign(text: str) -> Dateline | None:
    """The agency's sign behind a story's last words: "(dpa)", "/EFE"; None where there is none."""
    at = max(0, len(text) - _TAIL)
    hit = _SIGN.search(text, at)
    if not hit or not (set("/()[]") & set(hit.group()) or hit.group("agency").isupper()):
        return None
    agencies = _agencies(hit.group("agency"))
    return Dateline(agencies, "", hit.start("agency"), hit.end("agency")) if agencies else None


def agency_line(text: str) -> tuple[str, ...]:
    """The agencies of a line that is nothing but their signs: "dpa/lno", "/EFE", "(AFP)"; empty for any other line."""
    plain = text.strip(" ()[]/.-–—*")
    return _agencies(plain) if plain and len(plain) <= 30 else ()


def _agencies(text: str) -> tuple[str, ...]:
    """The known agencies in "dpa/lno" or "AP"; an outlet with an organisation's word in full counts too."""
    pieces = [piece.strip() for piece in re.split(r"[/,;+]| & ", text) if piece.strip()]
    if pieces and fold(pieces[0]) in AGENCIES:
        known = [piece for piece in pieces if fold(piece) in AGENCIES]
        return tuple(known) if all(len(piece) <= 12 for piece in pieces) else ()
    return (text.strip(),) if text.isupper() and what_is(text) is What.ORGANISATION else ()
