"""How far an audit has come: a bar on a terminal, a line a minute where there is none."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Self

from licheck.edge import streams

EVERY = 60.0  # seconds between two lines
_REFRESH = 0.25  # seconds between two looks of the bar
_RECENT = 30.0  # seconds that the rate is told of


class Progress:
    """Shows counts and how much of the input lies behind us. `size` tells its bytes, and is asked once."""

    def __init__(
        self, size: Callable[[], int], *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._size = size
        self._quiet = quiet
        self._clock = clock
        self._bar: Any = None
        self._task: Any = None
        self._started = self._shown = self._said = clock()
        self._first: int | None = None
        self._recent: deque[tuple[float, int]] = deque()

    def __enter__(self) -> Self:
        if not self._quiet and streams.is_terminal(sys.stderr):
            self._open_bar()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def _open_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(),
            console=Console(file=sys.stderr), auto_refresh=False, transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task("reading", total=self._size() or None)
        self._bar.start()

    def show(self, counts: Mapping[str, int], done: int) -> None:
        """See `licheck.audit.slots.Watch`."""
        now = self._clock()
        if self._first is None:
            self._first = counts["pages"]
        if self._quiet or now - self._shown < _REFRESH:
            return
        self._shown = now
        self._recent.append((now, counts["pages"]))
        while len(self._recent) > 2 and now - self._recent[0][0] > _RECENT:
            self._recent.popleft()
        if self._bar:
            self._bar.update(self._task, completed=done, description=self.in_words(counts))
            self._bar.refresh()
        elif now - self._said >= EVERY:
            self._said = now
            streams.say(self.in_words(counts))

    def in_words(self, counts: Mapping[str, int]) -> str:
        """Pages, rate, failures and what could not be read, in a line."""
        then, pages = self._recent[0] if self._recent else (self._started, self._first or 0)
        seconds = self._clock() - then
        rate = (counts["pages"] - pages) / seconds if seconds > 0 else 0.0
        return (
            f"{counts['pages']:,} pages, {rate:,.0f} a second, {counts['failed']:,} with failures,"
            f" {counts['unread']:,} unread"
        )
