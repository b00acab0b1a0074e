"""licheck, imported and waiting: a run is a fork of it, which spares each the tenth of a second of a start from nothing.

What most tests of the command line look at is what a run says, writes and ends with. Each run is a process of its own
all the same, with its own arguments, streams, folder, environment and exit code; only Python's start is left out.
Where that is what a test is about (`tests/reliability`, for one), licheck is started as users start it: see `start` in
`commandline.py`.
"""

import atexit
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

# What Python or the system's libraries read when they start, and so never in a fork.
_READ_AT_START = ("PYTHON", "LC_", "LANG", "LD_", "TZ", "MALLOC_")
_MOST = 1 << 17  # bytes of arguments and environment
_END = struct.Struct("id")  # exit code (-n: signal n), seconds of a processor


class Forked(NamedTuple):
    """How a run ended. `spent` is what it and the processes that it started had of a processor, in seconds."""

    code: int
    out: bytes
    err: bytes
    spent: float


def is_as_good(env: dict[str, str]) -> bool:
    """Whether a run with this environment is the same forked as started."""

    def heeded(variables: dict[str, str]) -> dict[str, str]:
        return {name: value for name, value in variables.items() if name.startswith(_READ_AT_START)}

    return sys.platform == "linux" and heeded(env) == heeded(dict(os.environ))


def run(code: str, arguments: list[str], cwd: Path, env: dict[str, str], timeout: float) -> Forked:
    """Run Python code that runs licheck to its end, without standard input; after `timeout` seconds it is killed."""
    told = {"code": code, "arguments": arguments, "cwd": str(cwd), "env": env, "timeout": timeout}
    asked = json.dumps(told).encode()
    assert len(asked) < _MOST
    pipes = [os.pipe() for _ in ("out", "err", "end")]
    socket.send_fds(_server(), [asked], [writing for _, writing in pipes])
    for _, writing in pipes:
        os.close(writing)
    with ThreadPoolExecutor(len(pipes)) as pool:
        out, err, end = pool.map(_all_of, [reading for reading, _ in pipes])
    code, spent = _END.unpack(end)
    return Forked(code, out, err, spent)


def _all_of(handle: int) -> bytes:
    with os.fdopen(handle, "rb") as file:
        return file.read()


@cache
def _server() -> socket.socket:
    """Our end of the line to the process that waits, which ends when this one does."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    # As `python -m licheck` does it, nothing in the folder of the program is for import (-P).
    server = subprocess.Popen(
        [sys.executable, "-P", __file__, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    theirs.close()

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours


def _serve(line: socket.socket) -> str:
    """Wait to be asked, in this process, for good; in each fork that is to run licheck, return the code for it."""
    while True:
        asked, handles, _, _ = socket.recv_fds(line, _MOST, 3)
        if not asked:
            os._exit(0)
        if os.fork() == 0:
            line.close()
            return _run(json.loads(asked), *handles)
        for handle in handles:
            os.close(handle)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _run(asked: dict, out: int, err: int, end: int) -> str:
    """Fork once more: the one returns the code that it is to run; this one waits for it and tells how it ended."""
    process = os.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(out, 1)
        os.dup2(err, 2)
        for handle in (out, err, end):
            os.close(handle)
        os.chdir(asked["cwd"])
        os.environ.clear()
        os.environ.update(asked["env"])
        sys.argv[1:] = asked["arguments"]
        return asked["code"]
    os.close(out)
    os.close(err)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(process, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, asked["timeout"])
    _, status, had = os.wait4(process, 0)
    os.write(end, _END.pack(os.waitstatus_to_exitcode(status), had.ru_utime + had.ru_stime))
    os._exit(0)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever runs the tests stops them, and they stop this
    import gc
    import pkgutil
    from importlib import import_module

    import licheck.cli
    from licheck.edge.judge import warm_up

    for module in pkgutil.iter_modules(licheck.cli.__path__):
        import_module(f"licheck.cli.{module.name}")
    for page in ("a.html", "a.md", "a.txt"):
        warm_up(page)
    gc.freeze()  # what is shared with the forks stays shared
    try:
        exec(_serve(socket.socket(fileno=int(sys.argv[1]))), {"__name__": "__main__"})
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(end.code)  # to take a thousand modules apart would cost as much as a small run
