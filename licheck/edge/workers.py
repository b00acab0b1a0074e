"""Jobs handed to worker processes, and their answers in the order of the jobs.

A process that takes too long is killed, one that dies is replaced; in both cases the job that it had is
answered with an error, and the others go on.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Self

from licheck.edge import early, files
from licheck.edge.jobs import Answer, Job, Source, refused

if TYPE_CHECKING:
    from licheck.edge.processes import Process, Processes

# docs/reliability.md promises 5 s for a file of up to 5 MB, 20 s for any other, and 5 s for a rule set.
# The difference is what starting and reporting may take on a slow machine.
QUICK, SLOW = 4, 16  # seconds of a processor
# On a machine with much else to do, a process gets a fraction of a processor, and a page must not be given up for that.
ON_THE_CLOCK = 4 if hasattr(signal, "setitimer") else 1  # times as long by the clock
ORDINARY = 5 << 20  # bytes

PREPARING = 300  # seconds for making the index of a store of originals again: 100,000 of them take some ten

FEW = 8  # so many jobs one process does alone: to start a second would cost more than it saves


class _Task(NamedTuple):
    """A job that a process is at, its place in the order, how long it may take, and until when by the clock (monotonic)."""

    place: int
    job: Job
    seconds: int
    until: float


class Workers:
    """The worker processes of one run of licheck. Leaving the `with` block ends them all.

    `meanwhile` is called once while the first process is at its first job: the time for what this
    process must import itself. `most` is how many processes there may be at one time.
    """

    def __init__(self, meanwhile: Callable[[], object] = lambda: None, most: int | None = None) -> None:
        self._most = most or cores()
        self._meanwhile = meanwhile
        self._processes, self._idle = early.take()  # no way to start them where none is started
        self._started = len(self._idle)
        self._busy: dict[Process, _Task] = {}
        self._fresh = {*self._idle}  # have not done any job yet

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._processes:
            self._processes.end_all()
        self._idle.clear()
        self._busy.clear()

    def run(self, jobs: Sequence[Job]) -> Iterator[Answer]:
        """The answers in the order of the jobs."""
        waiting = deque(enumerate(jobs))
        answers: dict[int, Answer] = {}
        at_once = 1 if len(jobs) <= FEW else self._most
        for index in range(len(jobs)):
            while index not in answers:
                while waiting and len(self._busy) < at_once:
                    self._hand_out(*waiting.popleft(), answers)
                self._collect(answers)
            yield answers.pop(index)

    def _hand_out(self, index: int, job: Job, answers: dict[int, Answer]) -> None:
        try:
            process = self._idle.pop() if self._idle else self._start(job)
        except OSError as error:
            answers[index] = refused(job, f"the system started no process to read it in ({error.strerror})")
            return
        usual = PREPARING if job.store and not job.page else time_limit(job.page or job.original)
        seconds = (job.task.seconds if job.task else 0) or usual
        patience = seconds + (_time_to_prepare(job) if process in self._fresh and job.page else 0)
        longest = patience * ON_THE_CLOCK
        self._busy[process] = _Task(index, job, seconds, time.monotonic() + longest)
        with suppress(OSError):  # it is gone already, which is heard when it is listened to
            process.send((patience, longest, job))
        if self._started == 1:
            self._meanwhile()
            self._meanwhile = lambda: None

    def _start(self, job: Job) -> Process:
        if self._started == 1 and (job.page or not job.task):  # other work needs little of what pages need
            from licheck.edge.judge import warm_up

            warm_up(job.subject)  # what is imported here, no process forked from here need import
        self._started += 1
        process = self._ways().start()
        self._fresh.add(process)
        return process

    def _ways(self) -> Processes:
        """How processes are started here; to import it takes 5 ms, which a run that needs none is spared."""
        if self._processes is None:
            from licheck.edge.processes import processes

            self._processes = processes()
        return self._processes

    def _collect(self, answers: dict[int, Answer], longest: float = SLOW) -> None:
        """Put in what has come, once anything has, or after `longest` seconds."""
        until = min((task.until for task in self._busy.values()), default=time.monotonic())
        for process, message in self._ways().wait(min(until - time.monotonic(), longest)):
            self._take(process, message, answers)
        now = time.monotonic()
        for process, task in [*self._busy.items()]:
            if task.until <= now:
                self._busy.pop(process)
                process.end()
                answers[task.place] = refused(task.job, _too_slow(task))

    def _take(self, process: Process, message: object, answers: dict[int, Answer]) -> None:
        self._fresh.discard(process)
        task = self._busy.pop(process, None)
        if task is None:  # it died with nothing to do
            if process in self._idle:
                self._idle.remove(process)
                process.end()
        elif isinstance(message, Answer):
            answers[task.place] = message
            if message.spent:
                process.end()
            else:
                self._idle.append(process)
        else:
            answers[task.place] = refused(task.job, _death(task, process.end()))  # what was heard is GONE


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def time_limit(source: Source | None) -> int:
    """How many seconds reading and judging this file may take; without a file: loading rules."""
    if source is None:
        return QUICK
    size = files.size(source.path) if source.data is None else len(source.data)
    return QUICK if size <= ORDINARY else SLOW


def _time_to_prepare(job: Job) -> int:
    """What a process that has not done any job yet needs in addition: it loads the rules and the original."""
    return QUICK * bool(job.chosen_by) + (time_limit(job.original) if job.original else 0)


def _too_slow(task: _Task) -> str:
    what = "save the story's page alone" if task.job.page or task.job.original else "simplify its patterns"
    return f"took longer than {task.seconds} seconds and was stopped: {what} and try again"


def _death(task: _Task, code: int) -> str:
    """The sentence for a process that ended with `code` (-n: signal n) in the middle of a job."""
    name = signal.Signals(-code).name if -code in {*signal.Signals} else f"exit code {code}"
    if name in ("SIGPROF", "SIGALRM"):
        return _too_slow(task)
    if name == "SIGKILL":
        return "was stopped by the system (SIGKILL), most likely because memory ran out"
    return (
        f"made the process that read it crash ({name}), a fault of licheck or of a library that it uses:"
        " please report it, with the file, to the people who make licheck"
    )
