"""Pages that were fetched, kept in a folder, so that a second run needs no network."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import NamedTuple

_LARGEST = 40_000_000  # bytes of a file that is taken for one of ours


class Fetched(NamedTuple):
    """What came of an address. `address` is where it led to in the end, `captured` when (ISO 8601, UTC).

    `problem` says why there is no page. `again` (seconds) asks to try once more after a while; -1: not.
    `pause` is how long the site asks to be left alone between two pages. `kept`: it came out of the folder.
    """

    address: str = ""
    captured: str = ""
    charset: str = ""
    data: bytes = b""
    problem: str = ""
    again: float = -1.0
    pause: float = 0.0
    kept: bool = False


def path_of(folder: str, name: str) -> str:
    """Where something of this name is kept."""
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return os.path.join(folder, digest[:2], digest)


def load(folder: str, name: str) -> Fetched | None:
    """What is kept under a name; None: nothing, or nothing that can be read."""
    try:
        with open(path_of(folder, name), "rb") as file:
            head = json.loads(file.readline(100_000))
            data = file.read(_LARGEST)
        if head["name"] != name or head["size"] != len(data):
            return None
        address, captured, charset, problem = (
            str(head[field]) for field in ("address", "captured", "charset", "problem")
        )
        return Fetched(address, captured, charset, data, problem, pause=float(head["pause"]), kept=True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save(folder: str, name: str, fetched: Fetched) -> None:
    """Keep something under a name, whole or not at all. Raises OSError."""
    path = path_of(folder, name)
    head = {
        "name": name,
        "size": len(fetched.data),
        "address": fetched.address,
        "captured": fetched.captured,
        "charset": fetched.charset,
        "problem": fetched.problem,
        "pause": fetched.pause,
    }
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = f"{path}.{os.getpid()}.tmp"
    with open(temporary, "wb") as file:
        file.write(json.dumps(head).encode() + b"\n" + fetched.data)
    os.replace(temporary, path)
