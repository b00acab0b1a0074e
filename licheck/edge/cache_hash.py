"""The hash that keys and checksums of the cache are made with."""

from __future__ import annotations

# hashlib loads OpenSSL first: 3 ms, more than all the hashing of a run. The standard library's `random` does likewise.
try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b", "digest", "joined"]


def digest(data: bytes) -> str:
    """The bytes of a file in short. 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def joined(*parts: bytes) -> str:
    """One hash of several parts, so that no other parts have the same one. 40 hexadecimal digits."""
    mixed = blake2b(digest_size=20)
    for part in parts:
        mixed.update(len(part).to_bytes(8, "big") + part)
    return mixed.hexdigest()
