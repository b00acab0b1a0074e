"""Whole runs of the command, in units of S: the start of an interpreter that does nothing."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

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
_RUNS = 3  # runs of each command per round: starting a process is noisier than a call
_HEAVIEST = 15  # imports that are listed
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s+(\S+)")

# What a worker process does, in a process that can be watched: get ready, and judge a page with its original.
_WORKER = """
import sys
from licheck.edge.judge import Job, Source, warm_up, work
from licheck.edge.rulebook import shipped
warm_up(sys.argv[1])
answer = work(Job(Source(sys.argv[1]), shipped(), Source(sys.argv[2])))
assert answer.page, answer
"""


def names() -> list[str]:
    """The names of all rows, in their order."""
    return [UNIT, *_GOALS]


def measure(rounds: int, wanted: Callable[[str], bool], progress: Callable[[str], None]) -> Table:
    """Wall-clock time of whole processes, started in turn, the best of each."""
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        commands = {name: command for name, command in commands.items() if wanted(name) or name == UNIT}
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(rounds * _RUNS):
            progress(f"processes, round {turn + 1} of {rounds * _RUNS}")
            for name, command in commands.items():
                times[name].append(_seconds(command, folder))
    halves = [{name: min(each[part::2]) for name, each in times.items()} for part in (0, 1)]
    rows = []
    for name, each in times.items():
        ratio = min(each) / min(times[UNIT])
        again = abs(halves[0][name] / halves[0][UNIT] - halves[1][name] / halves[1][UNIT]) / ratio
        rows.append(
            Row(name, spread([ratio]), min(each) * 1_000, None if name == UNIT else again, _GOALS.get(name))
        )
    title = f"Whole processes, the best of {rounds * _RUNS} runs (wall-clock time)"
    note = f"S is `{UNIT}`, here {min(times[UNIT]) * 1_000:.1f} ms. The page has 60 kB."
    return Table("processes", title, "S", rows, note)


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
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = sorted(((int(own), name) for own, _, name in _IMPORT.findall(done.stderr)), reverse=True)
    total = sum(own for own, _ in found)
    rows = [f"  {own / 1_000:6.2f}  {name}" for own, name in found[:_HEAVIEST]]
    return "\n".join([*rows, f"  {total / 1_000:6.2f}  all {len(found)} together"])


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
        check: [*_licheck(), "check", page],
        with_original: [*_licheck(), "check", page, "--original", original],
    }


def _seconds(command: Sequence[str], folder: str) -> float:
    """How long a command takes. Raises RuntimeError where it ends otherwise than with a verdict."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise RuntimeError(
            f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}"
        )
    return took
