"""How much sooner an unchanged second run ends than the first: the newsroom's repository, checked again and again.

    python tests/newsroom/second_run.py FOLDER [ROUNDS]

Each round empties the cache, checks twice without a report and twice with all reports of a pipeline. The best of all
rounds is told, by the clock and in seconds that processors spent, beside the start of an interpreter that does nothing.
"""

import sys
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from own_repository import commit
from walk import Day, Step

ROUNDS = 7
NOTHING = "python -I -c pass"


class Best(NamedTuple):
    """The best of all rounds, in seconds: by the clock, and of processors."""

    clock: float
    work: float


def measure(folder: Path, rounds: int) -> dict[str, Best]:
    """What was run, with what it took. Raises AssertionError where a second run does not say what the first one said."""
    day = Day(folder)
    day.licheck("init", "init", "--yes", "--ci", "none")
    day.licheck("originals", "originals", "add", "originals")
    commit(day.place)
    took: dict[str, list[Step]] = {}
    for _ in range(rounds):
        for name, check in (("check", quiet), ("pipeline", Day.check)):
            day.empty_cache()
            first, second = check(day, f"{name}, first"), check(day, f"{name}, second")
            assert _told(second) == _told(first), f"{name}: the second run says something else"
            for step in (first, second, day.nothing(NOTHING)):
                took.setdefault(step.name, []).append(step)
    return {
        name: Best(min(each.seconds for each in steps), min(each.work for each in steps))
        for name, steps in took.items()
    }


def _told(step: Step) -> tuple[int, str, dict]:
    return step.code, step.said, step.report


def quiet(day: Day, name: str) -> Step:
    """Check for the exit code only."""
    return day.licheck(name, "check", "--quiet")


def main(folder: str, rounds: str = str(ROUNDS)) -> None:
    """Measure, and print."""
    place = Path(folder) / "second-run"
    rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    best = measure(place, int(rounds))
    print(f"{'best of ' + rounds:24} seconds  of work")
    for name, one in best.items():
        print(f"{name:24} {one.clock:7.3f}  {one.work:7.3f}")
    for name in ("check", "pipeline"):
        first, second = best[f"{name}, first"], best[f"{name}, second"]
        print(
            f"{name}: the second takes 1/{first.clock / second.clock:.1f} of the first one's time,", end=" "
        )
        print(f"and 1/{first.work / second.work:.1f} of its work")


if __name__ == "__main__":
    main(*sys.argv[1:])
