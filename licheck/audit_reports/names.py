"""File names made of what strangers are called."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b

from licheck.patterns import pattern

_MOST = (
    60  # characters of each part: two of them, a sum and `.md` fit in the 143 that some file systems allow
)
_OTHER = pattern(r"[^a-z0-9]+")
# Names that are devices on Windows, whatever follows their first dot
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))))  # fmt: skip


class Names:
    """Gives each pair of names a file name of lower-case letters, digits and hyphens, never the same twice.

    `taken` are file names that are not to be given.
    """

    def __init__(self, *taken: str) -> None:
        self._taken = {name.partition(".")[0] for name in taken}

    def new(self, *parts: str) -> str:
        """A name, without a suffix. Of two that would be the same, the later has a sum of its full name at its end."""
        name = "--".join(filter(None, map(slug, parts))) or "letter"
        if name in self._taken or name in _DEVICES:
            name = f"{name}-{_sum(*parts)}"
        while name in self._taken:
            name += "-2"
        self._taken.add(name)
        return name


def slug(text: str) -> str:
    """What is left of a text in lower-case ASCII letters, digits and hyphens; at most 60 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain).strip("-")[:_MOST].strip("-") or (_sum(text) if text else "")


def _sum(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=4).hexdigest()
