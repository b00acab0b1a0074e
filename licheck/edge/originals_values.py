"""What goes into a store of originals, and how it went."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from licheck.originals.card import Card
from licheck.originals.fingerprint import Print


class Taken(NamedTuple):
    """An original as a worker read it. `words` are the story's, `digest` is of the file that it stands in (who adds
    it says so), `story` its number there (0: it is all of it). `addresses`, `hosts` and `counters` are what pages may name it by.
    """

    card: Card
    words: tuple[bytes, ...]
    print: Print
    digest: bytes = b""
    story: int = 0
    addresses: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()


class File(NamedTuple):
    """A file with originals in it: its name, its bytes, and the format that it was read as (empty: it tells)."""

    name: str
    data: bytes
    format: str = ""


class Done(NamedTuple):
    """How many originals were new, took the place of an older one with the same text, and were there already."""

    added: int = 0
    renewed: int = 0
    known: int = 0

    def plus(self, other: Done) -> Done:
        """Both together."""
        return Done(*map(sum, zip(self, other, strict=True)))


def digest_of(data: bytes) -> bytes:
    """By what the same bytes are known again."""
    return blake2b(data, digest_size=20).digest()
