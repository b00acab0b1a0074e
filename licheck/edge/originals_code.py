"""How the store of originals writes down facts, numbers and texts."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from licheck.edge.files import LIMIT
from licheck.errors import InputError
from licheck.originals.card import Card


def card_of(facts: str) -> Card:
    """A card from its JSON."""
    values: dict[str, Any] = json.loads(facts)
    values |= {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Card(**values)


def facts_of(card: Card) -> str:
    """A card as JSON."""
    return json.dumps(asdict(card), ensure_ascii=False)


def packed(numbers: Sequence[int]) -> bytes:
    """Numbers of 64 bits, little-endian; `numbers_in` reads them."""
    return struct.pack(f"<{len(numbers)}Q", *numbers)


def deflated(data: bytes) -> bytes:
    """Bytes for the store."""
    return zlib.compress(data, 6)


def inflated(data: bytes) -> bytes:
    """What `deflated` made; at most as much as a file that is read may have (the database may be a stranger's)."""
    try:
        unpacker = zlib.decompressobj()
        found = unpacker.decompress(data, LIMIT + 1)
    except zlib.error as error:
        raise InputError("the store of originals is damaged: a text in it cannot be unpacked") from error
    if len(found) > LIMIT or not unpacker.eof:
        raise InputError("the store of originals is damaged: a text in it is larger than it can be")
    return found
