"""Worker processes: started, spoken to, listened to, ended.

Where the system can fork, a worker is a fork of this process and starts in 1-3 ms. Elsewhere (Windows)
it is a new interpreter, with a thread that listens to it, since pipes cannot be waited for there.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from licheck.edge.frames import BadFrame, Inbox, send
from licheck.edge.worker import serve

if TYPE_CHECKING:
    from queue import SimpleQueue


class _Gone:
    """What is heard from a process that hung up."""


GONE = _Gone()


class Process(Protocol):
    """One worker process."""

    def send(self, message: object) -> None:
        """Hand over a message. Raises OSError where the process is gone."""

    def end(self) -> int:
        """Kill it if it lives and wait until it is gone: what it ended with, -n for signal n."""


class Event(NamedTuple):
    """What came from a process: an answer, or GONE."""

    process: Process
    message: Any


class Processes(Protocol):
    """A way to start worker processes."""

    def start(self, likely: str = "") -> Process:
        """A new worker process, which gets ready for pages named like `likely` before it listens.

        Raises OSError where the system gives none.
        """

    def wait(self, seconds: float | None) -> list[Event]:
        """What has come in, once anything has; nothing after so many seconds (None: wait for ever)."""

    def end_all(self) -> None:
        """End every process that was started here and lives."""


def processes() -> Processes:
    """The way that this system offers."""
    return Forks() if hasattr(os, "fork") else Spawns()


class Forks:
    """Worker processes that are forks of this one."""

    def __init__(self) -> None:
        self._living: dict[int, _Fork] = {}  # by the descriptor that its answers come in on

    def start(self, likely: str = "") -> Process:
        """See Processes."""
        fork = _Fork(self._living, likely)
        self._living[fork.inbox.handle] = fork
        return fork

    def wait(self, seconds: float | None) -> list[Event]:
        """See Processes."""
        import select

        poll = select.poll()
        for handle in self._living:
            poll.register(handle, select.POLLIN)
        ready = poll.poll(None if seconds is None else max(seconds, 0) * 1000)
        return [event for handle, _ in ready if (event := self._living[handle].hear())]

    def end_all(self) -> None:
        """See Processes."""
        for fork in [*self._living.values()]:
            fork.end()


class _Fork:
    def __init__(self, living: dict[int, _Fork], likely: str) -> None:
        self._living = living
        jobs, self._jobs = os.pipe()
        answers, answering = os.pipe()
        self.inbox = Inbox(answers)
        self._process = os.fork()
        if self._process == 0:
            try:
                for fork in (self, *living.values()):  # open here, they would keep others from seeing an end
                    fork._close()
                serve(jobs, answering, likely)
            finally:
                os._exit(1)  # whatever happened: this copy must not run on in its parent's code
        os.close(jobs)
        os.close(answering)

    def send(self, message: object) -> None:
        send(self._jobs, message)

    def hear(self) -> Event | None:
        try:
            self.inbox.read()
            whole, message = self.inbox.take()
        except (EOFError, BadFrame):
            return Event(self, GONE)
        return Event(self, message) if whole else None

    def end(self) -> int:
        try:
            os.kill(self._process, signal.SIGKILL)
            return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
        except (ProcessLookupError, ChildProcessError):  # whoever started us has children reaped unasked
            return 0
        finally:
            if self._living.pop(self.inbox.handle, None):
                self._close()

    def _close(self) -> None:
        os.close(self._jobs)
        os.close(self.inbox.handle)


class Spawns:
    """Worker processes that are interpreters of their own."""

    def __init__(self) -> None:
        from queue import SimpleQueue

        self._heard: SimpleQueue[Event] = SimpleQueue()
        self._started: list[_Spawn] = []

    def start(self, likely: str = "") -> Process:  # noqa: ARG002
        """See Processes; a new interpreter has its hands full with itself, whatever is likely."""
        self._started.append(_Spawn(self._heard))
        return self._started[-1]

    def wait(self, seconds: float | None) -> list[Event]:
        """See Processes."""
        from queue import Empty

        try:
            return [self._heard.get(timeout=None if seconds is None else max(seconds, 0))]
        except Empty:
            return []

    def end_all(self) -> None:
        """See Processes."""
        for spawn in self._started:
            spawn.end()


class _Spawn:
    def __init__(self, heard: SimpleQueue[Event]) -> None:
        from subprocess import DEVNULL, PIPE, Popen
        from threading import Thread

        # Isolated, with our own path: nothing from the folder that licheck was started in.
        code = f"import sys; sys.path[:] = {sys.path!r}; from licheck.edge.worker import main; main()"
        command = [sys.executable, "-I", "-c", code]
        self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 - our own interpreter
        assert self._process.stdin and self._process.stdout
        self._jobs = self._process.stdin.fileno()
        self._inbox = Inbox(self._process.stdout.fileno())
        Thread(target=self._listen, args=(heard.put,), daemon=True).start()

    def send(self, message: object) -> None:
        send(self._jobs, message)

    def _listen(self, tell: Callable[[Event], None]) -> None:
        try:
            while True:
                tell(Event(self, self._inbox.receive()))
        except (EOFError, BadFrame):
            tell(Event(self, GONE))

    def end(self) -> int:
        self._process.kill()
        return self._process.wait()
