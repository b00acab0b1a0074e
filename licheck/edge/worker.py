"""What runs in a worker process: one job after the other, until the other side hangs up."""

from __future__ import annotations

import gc
import os
import signal

from licheck.edge.files import write_all
from licheck.edge.frames import BadFrame, Inbox, pack

MEMORY = 1 << 30  # bytes of address space (docs/reliability.md: 1 GiB a worker)

_GRACE = 2  # seconds after which a job that somebody should have ended ends itself


def serve(jobs: int, answers: int, likely: str = "") -> None:
    """Answer each (seconds, longest, job) read from the descriptor `jobs` on the descriptor `answers`, until its end.

    `seconds` of a processor are what the job may take, `longest` how many the other side waits by the clock. The standard streams lead nowhere from here on. `likely`
    is the name of a page that is likely to be asked about.
    """
    _take_the_terminal_away()
    _leave_signals_to_the_parent()
    _bound_memory()
    from licheck.edge.jobs import refused
    from licheck.edge.judge import warm_up, work

    if likely:
        warm_up(likely)
    gc.freeze()  # what is imported stays for ever: no collection need look at it
    inbox = Inbox(jobs)
    while True:
        try:
            seconds, longest, job = inbox.receive()
        except EOFError:
            return
        _alarm(seconds, longest + _GRACE)
        answer = work(job)
        try:
            frame = pack(answer)
        except BadFrame:
            frame = pack(refused(job, "leads to a report that is too large to be written"))
        write_all(answers, frame)
        _alarm(0, 0)


def _alarm(seconds: int, longest: int) -> None:
    # The system ends the process, whatever it is doing, even after the other side was killed.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.alarm(longest)


def _take_the_terminal_away() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _leave_signals_to_the_parent() -> None:
    defaults = ("SIGTERM", "SIGHUP", "SIGALRM", "SIGPROF")
    for name, action in (("SIGINT", signal.SIG_IGN), *((name, signal.SIG_DFL) for name in defaults)):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), action)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # macOS has the name, but not the limit
            continue


def main() -> None:
    """Serve on the standard streams."""
    serve(os.dup(0), os.dup(1))
