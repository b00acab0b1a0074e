"""Whole runs of the command, in units of S: the start of an interpreter that does nothing."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.make_pages import PUBLISHERS, make_page
from bench.results import Goal, Row, Table
from bench.site import WEIGHTS
from bench.timing import spread

UNIT = "python -I -c pass"
_GOALS = {
    "licheck --version": Goal(2),
    "licheck check one.html": Goal(6),
    "licheck check one.html --original o.html": Goal(6),
}
_KEPT = "licheck check one.html, unchanged since the last run"
_PROCESSOR = ", processor time"
_RUNS = 3  # runs of each command per round: starting a process is noisier than a call
_HEAVIEST = 15  # imports that are listed
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s+(\S+)")

# What a worker process does, in a process that can be watched: get ready, and judge a page with its original.
_WORKER = """
import sys
from licheck.edge.jobs import Job, Source
from licheck.edge.judge import warm_up, work
from licheck.edge.rulebook import shipped
warm_up(sys.argv[1])
answer = work(Job(Source(sys.argv[1]), shipped(), Source(sys.argv[2])))
assert answer.page, answer
"""


def names() -> list[str]:
    """The names of all rows, in their order."""
    return [UNIT, *_GOALS, _KEPT]


class _Took(NamedTuple):
    """What a command took, in seconds: by the clock, and of all processors for it and its children."""

    clock: float
    processor: float


def measure(rounds: int, wanted: Callable[[str], bool], progress: Callable[[str], None]) -> Table:
    """Whole processes, started in turn, the best of each."""
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        commands = {name: command for name, command in commands.items() if wanted(name) or name == UNIT}
        took: dict[str, list[_Took]] = {name: [] for name in commands}
        for turn in range(rounds * _RUNS):
            progress(f"processes, round {turn + 1} of {rounds * _RUNS}")
            for name, command in commands.items():
                took[name].append(_run(command, folder))
    clock = {name: [each.clock for each in runs] for name, runs in took.items()}
    processor = {f"{name}{_PROCESSOR}": [each.processor for each in runs] for name, runs in took.items()}
    title = f"Whole processes, the best of {rounds * _RUNS} runs"
    note = (
        f"S is `{UNIT}`, here {min(clock[UNIT]) * 1_000:.1f} ms by the clock. The page has 60 kB. A check runs in"
        " two processes side by side: with other work on the machine the clock says more about that work."
    )
    return Table(
        "processes", title, "S", [*_rows(clock, UNIT), *_rows(processor, f"{UNIT}{_PROCESSOR}")], note
    )


def _rows(times: dict[str, list[float]], unit: str) -> Iterator[Row]:
    def ratio(name: str, half: slice) -> float:
        return min(times[name][half]) / min(times[unit][half])

    for name, each in times.items():
        value = ratio(name, slice(None))
        again = abs(ratio(name, slice(0, None, 2)) - ratio(name, slice(1, None, 2))) / value
        yield Row(name, spread([value]), min(each) * 1_000, None if name == unit else again, _GOALS.get(name))


def heaviest_imports() -> str:
    """The modules that cost most to import in the two processes of a check, each by itself."""
    with tempfile.TemporaryDirectory() as folder:
        page, original = _files(Path(folder))
        command = [*_licheck(), "check", page, "--original", original]
        if command[0] != sys.executable:
            command = [sys.executable, *command]
        told = [
            ("the process that is started", [command[0], "-X", "importtime", *command[1:]]),
            ("its worker", [sys.executable, "-X", "importtime", "-c", _WORKER, page, original]),
        ]
        return "\n\n".join(
            f"Heaviest imports of {who} (ms, by themselves)\n{_imports(line)}" for who, line in told
        )


def _imports(command: Sequence[str]) -> str:
    best: dict[str, int] = {}
    for _ in range(_RUNS):
        told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
        for own, _, name in _IMPORT.findall(told):
            best[name] = min(int(own), best.get(name, int(own)))
    heaviest = sorted(((own, name) for name, own in best.items()), reverse=True)[:_HEAVIEST]
    rows = [f"  {own / 1_000:6.2f}  {name}" for own, name in heaviest]
    return "\n".join([*rows, f"  {sum(best.values()) / 1_000:6.2f}  all {len(best)} together"])


def _licheck() -> list[str]:
    script = Path(sys.executable).with_name("licheck")
    return [str(script)] if script.exists() else [sys.executable, "-m", "licheck"]


def _files(folder: Path) -> Iterator[str]:
    made = make_page(Random("processes"), WEIGHTS[1], PUBLISHERS[0])
    for name, text in (("one.html", made.html), ("o.html", made.original)):
        (folder / name).write_text(text, encoding="utf-8")
        yield str(folder / name)


def _commands(folder: Path) -> dict[str, list[str]]:
    page, original = _files(folder)
    version, check, with_original = _GOALS
    return {
        UNIT: [sys.executable, "-I", "-c", "pass"],
        version: [*_licheck(), "--version"],
        check: [*_licheck(), "check", page, "--no-cache"],
        with_original: [*_licheck(), "check", page, "--no-cache", "--original", original],
        _KEPT: [*_licheck(), "check", page],
    }


def _run(command: Sequence[str], folder: str) -> _Took:
    """Run a command. Raises RuntimeError where it ends otherwise than with a verdict."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        told = done.stderr.decode(errors="replace")
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {told}")
    return _Took(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
