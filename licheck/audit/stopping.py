"""Ctrl-C and its like, heard between two pages; and by what a file is known that was changed after a stop."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


def stamp_of(path: str) -> str:
    """By what a file that was changed is known: its size and when it was last written."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


@contextmanager
def asked_to_stop() -> Iterator[list[int]]:
    """Within, Ctrl-C, TERM and HUP put their number into the list that this gives; a second one does nothing more."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            try:
                before[number] = signal.signal(number, note)
            except ValueError:  # not the main thread: signals are somebody else's business
                break
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
