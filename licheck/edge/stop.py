"""Ctrl-C, TERM and HUP end a run in order: processes killed, half-written files removed, one line said."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Stopped(BaseException):
    """The run was asked to end. No `except Exception` on the way up may take it for a fault."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)

    @property
    def exit_code(self) -> int:
        """128 and the signal's number, as shells count: 130 for Ctrl-C, 143 for TERM."""
        return 128 + self.number

    def __str__(self) -> str:
        by = "Ctrl-C" if self.number == signal.SIGINT else signal.Signals(self.number).name
        return f"stopped by {by} before the report was complete"


@contextmanager
def signals(*, restore: bool) -> Iterator[None]:
    """Within, a signal raises Stopped, once: a second one must not cut the cleaning up short.

    `restore` puts the former handlers back afterwards. Otherwise the process is about to end: a signal
    then ends it at once, without a word.
    """
    before: dict[signal.Signals, Any] = {}
    try:
        for number in _signals():
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                before[number] = signal.signal(number, _stop)
    except ValueError:  # not the main thread: signals are somebody else's business
        yield
        return
    try:
        yield
    except Stopped:
        if not restore:
            before.clear()
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if restore else signal.SIG_DFL)


def _signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def _stop(number: int, _frame: FrameType | None) -> None:
    for each in _signals():
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)
