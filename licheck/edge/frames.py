"""Messages between licheck and its worker processes: pickled values, each with its length in front.

Both ends are the same program, so a pickle is trusted here; nothing from a file is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import struct
from typing import Any

from licheck.edge.files import write_all

LONGEST = 64_000_000  # bytes of one message: twice the largest input, so a longer one is a fault

_HEAD = struct.Struct("!Q")


class BadFrame(Exception):
    """What came is no message: the other side is broken."""


def pack(message: object) -> bytes:
    """A message as bytes. Raises BadFrame where it is longer than `LONGEST`."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    if len(data) > LONGEST:
        raise BadFrame
    return _HEAD.pack(len(data)) + data


def send(handle: int, message: object) -> None:
    """Write a message to a file descriptor. Raises OSError (the other side is gone) and BadFrame."""
    write_all(handle, pack(message))


class Inbox:
    """Collects what comes in on a file descriptor until a message is whole."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._data = bytearray()

    def receive(self) -> Any:
        """The next message, however long it takes. Raises EOFError and BadFrame."""
        while True:
            whole, message = self.take()
            if whole:
                return message
            self.read()

    def read(self) -> None:
        """Read once what is there, or wait until something is. Raises EOFError at the end."""
        try:
            chunk = os.read(self.handle, 1 << 20)
        except OSError as error:
            raise EOFError from error
        if not chunk:
            raise EOFError
        self._data += chunk

    def take(self) -> tuple[bool, Any]:
        """(True, message) if one is whole, else (False, None). Raises BadFrame."""
        if len(self._data) < _HEAD.size:
            return False, None
        (length,) = _HEAD.unpack_from(self._data)
        if length > LONGEST:
            raise BadFrame
        end = _HEAD.size + length
        if len(self._data) < end:
            return False, None
        try:
            message = pickle.loads(bytes(self._data[_HEAD.size : end]))  # noqa: S301 - see the module's docstring
        except Exception as error:  # a garbled pickle raises anything
            raise BadFrame from error
        del self._data[:end]
        return True, message
