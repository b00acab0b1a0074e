"""The index that tells in which originals a number of a fingerprint stands: segments, files that never change.

A segment is a sorted run of entries of 64 bits, little-endian: the upper 40 bits of a number, and the original's
own number in the lower 24. That 40 bits of two different runs of words are the same happens by chance once in about
100,000 lookups among 10 million entries, and three such have to agree before an original is named.
It is read through the memory map: what is not looked at stays on the disk.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple
from zlib import crc32

from licheck.edge.files import write_all
from licheck.originals.fingerprint import Print
from licheck.originals.scoring import COMMON

MOST = 1 << 24  # originals that one store can ever number
FORMAT = 1

_MAGIC = b"lichkidx"
_HEAD = struct.Struct("<8sIIQQ")  # magic, format, CRC-32 of all that follows, number of the entries, step
_ENTRY = 8  # bytes
_LOW = MOST - 1
_HIGH = (1 << 64) - MOST
_TOP, _NEAR = (
    4096,
    64,
)  # entries by which a look into a segment begins, at most; entries that one stands for, at least
_CHUNK = 1 << 19  # entries that are sorted at a time: about 25 MB


class Named(NamedTuple):
    """A segment as the store names it: its file, how many entries it has and their CRC-32."""

    name: str
    entries: int
    checksum: int


class Damaged(Exception):
    """A segment is not what the store says of it; the message is the end of a sentence about the file."""


class Segment(NamedTuple):
    """One segment, open for reading. `top` are its entries 0, `step`, 2 * `step`...: where to begin to look."""

    entries: Sequence[int]
    top: Sequence[int]
    step: int


def in_memory(entries: Sequence[int]) -> Segment:
    """A segment of sorted entries."""
    step = _step_for(len(entries))
    return Segment(entries, entries[::step], step)


def _step_for(count: int) -> int:
    return max(_NEAR, -(-count // _TOP))


def originals_with(numbers: Sequence[int], segments: Sequence[Segment]) -> dict[int, set[int]]:
    """Original -> those of the numbers that stand in it; numbers that are common say nothing."""
    found: dict[int, set[int]] = {}
    common: set[int] = set()
    for entries, top, step in segments:
        count = len(entries)
        for number in numbers:
            key = number & _HIGH
            place = bisect_left(top, key) * step
            at = bisect_left(entries, key, place - step + 1, min(place, count)) if place else 0
            if at == count or entries[at] - key > _LOW:
                continue
            end = min(count, at + COMMON)
            while at < end and (original := entries[at] - key) <= _LOW:
                found.setdefault(original, set()).add(number)
                at += 1
            if at == end < count and entries[at] - key <= _LOW:
                common.add(number)
    if not common:
        return found
    return {original: left for original, all_of_it in found.items() if (left := all_of_it - common)}


def entries_of(original: int, print: Print) -> list[int]:
    """The entries of one original."""
    return [number >> 24 << 24 | original for number in print.kept(print.density)]


def open_segment(folder: str, named: Named, *, whole: bool) -> Segment:
    """A segment of the index; `whole`: every byte is held against the checksum, else only length and head are.

    Raises Damaged, and OSError where it cannot be read for another reason than that it is not there.
    """
    try:
        handle = os.open(os.path.join(folder, named.name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise Damaged(f"{named.name} is missing") from error
    try:
        size = os.fstat(handle).st_size
        if size < _HEAD.size:
            raise Damaged(f"{named.name} has only {size:,} bytes")
        memory = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(handle)
    data = memoryview(memory)
    *head, step = _HEAD.unpack_from(data)
    if head != [_MAGIC, FORMAT, named.checksum, named.entries] or not step:
        raise Damaged(f"the bytes of {named.name} were changed")
    wanted = _HEAD.size + _ENTRY * (named.entries + -(-named.entries // step))
    if size != wanted:
        raise Damaged(f"{named.name} has {size:,} bytes and not {wanted:,}")
    if whole and crc32(data[_HEAD.size :]) != named.checksum:
        raise Damaged(f"the bytes of {named.name} were changed")
    if hasattr(memory, "madvise"):
        memory.madvise(mmap.MADV_RANDOM)  # or each look would read in pages that nobody asked for
    end = _HEAD.size + _ENTRY * named.entries
    return Segment(_entries(data[_HEAD.size : end]), [*_entries(data[end:])], step)


def _entries(data: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return data.cast("Q")
    turned = array("Q", data.tobytes())
    turned.byteswap()
    return turned


def write_segment(
    folder: str, segments: Sequence[Segment], count: int, without: Collection[int] = ()
) -> Named:
    """Write the entries of some segments, `count` in all, as one; not those of the originals `without`.

    It has its name only when it is whole and on the disk. Raises OSError.
    """
    name = f"{os.urandom(8).hex()}.lichkidx"
    path = os.path.join(folder, name)
    try:
        handle = os.open(
            f"{path}.tmp", os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )
        try:
            named = _write(handle, name, segments, count, without)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(f"{path}.tmp", path)
        sync_folder(folder)
    except BaseException:  # a signal too
        remove_files(folder, (name, f"{name}.tmp"))
        raise
    return named


def _write(
    handle: int, name: str, segments: Sequence[Segment], count: int, without: Collection[int]
) -> Named:
    write_all(handle, bytes(_HEAD.size))
    step, top = _step_for(count), array("Q")
    checksum = written = 0
    for chunk in _sorted(segments, count):
        kept = [entry for entry in chunk if entry & _LOW not in without] if without else chunk
        top.extend(kept[-written % step :: step])
        data = _packed(kept)
        write_all(handle, data)
        checksum, written = crc32(data, checksum), written + len(kept)
    data = _packed(top)
    write_all(handle, data)
    checksum = crc32(data, checksum)
    os.lseek(handle, 0, os.SEEK_SET)
    write_all(handle, _HEAD.pack(_MAGIC, FORMAT, checksum, written, step))
    return Named(name, written, checksum)


def _packed(entries: Sequence[int]) -> bytes:
    packed = array("Q", entries)
    if sys.byteorder != "little":
        packed.byteswap()
    return packed.tobytes()


def _sorted(segments: Sequence[Segment], count: int) -> Iterator[list[int]]:
    """All entries in order, in lists of about as many as are sorted at a time."""
    parts = count // _CHUNK + 1
    places = [0] * len(segments)
    for part in range(1, parts + 1):
        end = (part << 64) // parts
        chunk: list[int] = []
        for at, segment in enumerate(segments):
            stop = len(segment.entries) if part == parts else bisect_left(segment.entries, end)
            chunk += segment.entries[places[at] : stop]
            places[at] = stop
        chunk.sort()
        yield chunk


def sync_folder(folder: str) -> None:
    """See to it that the names of the files in a folder are on the disk, where the system can be asked to."""
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_files(folder: str, names: Iterable[str]) -> None:
    """Remove files; one that is gone, or still open on Windows, is left: the next one to write sweeps it."""
    for name in names:
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))
