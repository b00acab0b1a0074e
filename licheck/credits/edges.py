"""Credits in the same block as the story's first or last words: bylines, datelines, agencies' signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from licheck.credits.people import What, what_is
from licheck.credits.vocabulary import AGENCIES
from licheck.patterns import pattern
from licheck.text import fold

_HEAD = 120  # characters of the first paragraph in which a dateline stands
_TAIL = 80  # characters at the end of the last one in which an agency's sign stands
_LONGEST_NAME = 8  # characters of a name in the letters of East Asia
_SIGNED = 160  # characters in which a credit stands in the block of the story's first or last words
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


# A credit in the story's own block: "(Jane Doe, Example News) The council ...", "Jane Doe, Example News: The council ...".
_OPENING = pattern(r"^[\s*_]*[(\[](?P<credit>[^()\[\]\n]{5,120})[)\]][\s*_]*[:–—-]?\s*(?=\S)")
_OPENING_BARE = pattern(
    r"^[\s*_]*(?P<credit>[A-ZÀ-Þ][^.!?:;()\n–—]{3,60},\s[^.!?:;()\n–—]{2,60}?)[*_]*(?::|\s?[–—]|\s--?)\s(?=[^\W\d_a-zß-ÿ])"
)
_CLOSING = pattern(r"[.!?…\"”“»'’]\s+[*_]*[(\[](?P<credit>[^()\[\]\n]{5,120})[)\]][\s*_]*$")
_DASH = pattern(r"\s*[—–]\s*|\s--?\s")


class Signed(NamedTuple):
    """A credit that stands in the block of the story's first or last words: text[start:end] of the block, without brackets."""

    start: int
    end: int
    closes: bool
    bracketed: bool


class Dateline(NamedTuple):
    """An agency at the beginning or the end of a story, and the town: text[start:end] of the block."""

    agencies: tuple[str, ...]
    place: str
    start: int
    end: int


def openings(text: str) -> Iterator[Signed]:
    """The credit that may open a story's first block: in brackets, or before a colon or a dash."""
    if text[:4].lstrip(" *_")[:1] in ("(", "["):
        if hit := _OPENING.match(text[:_SIGNED]):
            yield Signed(*hit.span("credit"), False, True)
    elif hit := _OPENING_BARE.match(text[:_SIGNED]):
        yield Signed(*hit.span("credit"), False, False)


def closings(text: str) -> Iterator[Signed]:
    """The credit in brackets that may close a story's last block."""
    if text[-4:].rstrip(" *_")[-1:] in (")", "]") and (
        hit := _CLOSING.search(text, max(0, len(text) - _SIGNED))
    ):
        yield Signed(*hit.span("credit"), True, True)


# Where the papers of East Asia name their reporter in the first line: "(서울=한빛통신) 김하늘 기자 =", "【札幌＝佐藤遥】", "讯（记者 王清妍）".
_KOREAN = pattern(
    r"^(?:[(\[【][^()\[\]【】]{1,30}[)\]】]\s*)?(?P<names>[\uac00-\ud7af]{2,5}(?:[·ㆍ,]\s?[\uac00-\ud7af]{2,5}){0,3})\s?"
    r"(?:(?:선임|수습|인턴|전문)?기자|특파원|통신원)\s?="
)
_JAPANESE = pattern(r"^【[^【】＝=]{1,12}[＝=](?P<names>[^【】＝=\d]{2,24})】")
_CHINESE = pattern(
    r"^[^（()）。]{0,40}?[（(](?:本报|本報|见习|實習|实习|特约|首席)*(?:记者|記者)[\s：:]?(?P<names>[\u3400-\u9fff、，,\s]{2,30}?)(?:[\s/／]?(?:报道|報導|文|摄影报道))?[）)]"
)
_EAST_ASIA = "\u2e80"  # where the letters of East Asia begin
_BETWEEN_NAMES = pattern(r"[·ㆍ、，,\s]+")


class Correspondents(NamedTuple):
    """Writers whom the first line of a story names as papers of East Asia do: text[start:end] of the block."""

    names: tuple[str, ...]
    start: int
    end: int


def correspondents(text: str) -> Correspondents | None:
    """The reporters in the first line of a story in Korean, Japanese or Chinese; None where there are none."""
    head = text[:_HEAD]
    if head.isascii() or max(head) < _EAST_ASIA:
        return None
    for form in (_KOREAN, _JAPANESE, _CHINESE):
        if hit := form.match(head):
            names = tuple(name for name in _BETWEEN_NAMES.split(hit.group("names")) if name)
            if all(2 <= len(name) <= _LONGEST_NAME for name in names):
                return Correspondents(names, *hit.span("names"))
    return None


def person_first(credit: str) -> str:
    """A credit with the outlet behind the name: "DCNF—Jane Doe" is "Jane Doe, DCNF"."""
    outlet, *names = _DASH.split(credit.strip(" *_"))
    if len(names) == 1 and what_is(outlet) is What.ORGANISATION:
        return f"{names[0]}, {outlet}"
    return ", ".join((outlet, *names))


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
