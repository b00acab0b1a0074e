"""Quoted-printable (RFC 2045, 6.7) -> text, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from licheck.patterns import pattern
from licheck.readers.embedded.traced import Traced, joined

_PIECE = pattern(r"(?:=[0-9A-Fa-f]{2}|=[ \t]*\n)+|[^=]+|=")
_SOFT = pattern(r"=[ \t]*\n")
_BYTE = pattern(r"=([0-9A-Fa-f]{2})")
_SHORT = 12  # characters of a run that is likely to come again: `=3D`, `=E2=80=9C`, a soft line break


def decoded(source: str, start: int, end: int, decode: Callable[[bytes], str]) -> Traced:
    """What source[start:end] says; `decode` reads the bytes of whole characters."""
    pieces = _PIECE.findall(source, start, end)
    known: dict[str, list[_Said]] = {}
    texts: list[str] = []
    sources: list[int] = []
    lengths: list[int] = []
    for piece, at in zip(pieces, accumulate(map(len, pieces), initial=start), strict=False):
        if piece[0] != "=" or len(piece) == 1:
            texts.append(piece)
            sources.append(at)
            lengths.append(len(piece))
            continue
        run = known.get(piece)
        if run is None:
            run = _run(piece, decode)
            if len(piece) <= _SHORT:
                known[piece] = run
        for text, place, length in run:
            texts.append(text)
            sources.append(at + place)
            lengths.append(length)
    return joined(texts, sources, lengths)


class _Said(NamedTuple):
    """What `length` characters of a run from `place` on say."""

    text: str
    place: int
    length: int


def _run(run: str, decode: Callable[[bytes], str]) -> list[_Said]:
    """What a run of encoded bytes and soft line breaks says, in one piece or character by character."""
    plain = _SOFT.sub("", run) if "\n" in run else run
    text = decode(bytes.fromhex(plain.replace("=", "")))
    if not text:
        return []
    widths = [len(sign.encode("utf-8", "replace")) for sign in text]
    if 3 * len(text) == len(plain):
        widths = [1] * len(text)
    if plain is run and len(run) == 3 * widths[0] * len(text) and len(set(widths)) == 1:
        return [_Said(text, 0, len(run))]
    places = [found.start() for found in _BYTE.finditer(run)]
    firsts = accumulate(widths, initial=0)
    return [
        _Said(sign, places[min(first, len(places) - 1)], 3) for sign, first in zip(text, firsts, strict=False)
    ]
