"""A day in a newsroom's repository: each thing that licheck is for there, with its exit code and its time.

    python tests/newsroom/walk.py FOLDER      makes the repository in FOLDER, goes through the day and prints a table

The pages are judged anew at the first run only; what the others took from the cache shows in their time.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from alder_post import Newsroom, make
from own_repository import commit, environment, git, start

REPORTS = (
    "terminal",
    "json:../report.json",
    "sarif:../out.sarif",
    "github:../annotations",
    "html:../report.html",
)


class Step(NamedTuple):
    """What was done. `seconds` is wall time, `work` the seconds that processors spent, which others on the machine hardly
    change, `said` both outputs, `report` the JSON report if there is one.
    """

    name: str
    code: int
    seconds: float
    work: float
    said: str
    report: dict


class Day:
    """Does one thing after the other in a newsroom's repository."""

    def __init__(self, folder: Path) -> None:
        self.newsroom: Newsroom = make(folder / "alder-post")
        self.place = self.newsroom.folder
        self.steps: dict[str, Step] = {}
        self.diffs: list[str] = []  # of the stories, after each time that they were mended
        self._report = folder / "report.json"
        self._env = environment(
            LICHECK_CACHE=str(folder / "cache"),
            SOURCE_DATE_EPOCH="1795305600",  # 2026-11-22
            PRE_COMMIT_HOME=str(folder / "pre-commit"),
        )
        start(self.place)

    def licheck(self, name: str, *arguments: str) -> Step:
        """Run licheck as whoever sits in the repository does."""
        return self._run(name, sys.executable, "-m", "licheck", *arguments)

    def nothing(self, name: str) -> Step:
        """Start an interpreter that does nothing: the least that any run can take."""
        return self._run(name, sys.executable, "-I", "-c", "pass")

    def empty_cache(self) -> None:
        rmtree(self._env["LICHECK_CACHE"], ignore_errors=True)

    def check(self, name: str, *arguments: str) -> Step:
        """Check, with all the reports that a pipeline keeps."""
        return self.licheck(name, "check", *(f"--report={report}" for report in REPORTS), *arguments)

    def hook(self, name: str) -> Step:
        """Run the real pre-commit on what is staged."""
        git(self.place, "add", "--all")
        return self._run(name, sys.executable, "-m", "pre_commit", "run", "--color=never")

    def _run(self, name: str, *command: str) -> Step:
        self._report.unlink(missing_ok=True)
        before, began = _work(), time.monotonic()
        done = subprocess.run(
            command, cwd=self.place, env=self._env, capture_output=True, text=True, timeout=120
        )
        seconds = time.monotonic() - began
        report = json.loads(self._report.read_text("utf-8")) if self._report.exists() else {}
        step = self.steps[name] = Step(
            name, done.returncode, seconds, _work() - before, done.stdout + done.stderr, report
        )
        return step

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Change a page, as an editor does."""
        page = self.place / path
        page.write_text(change(page.read_text("utf-8")), "utf-8")


def _work() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def walk(folder: Path) -> Day:
    """The whole day."""
    day = Day(folder)
    newsroom = day.newsroom
    sound = [path for path in newsroom.republished if path not in newsroom.broken]
    day.licheck("init", "init", "--yes", "--hook", "--ci", "none")
    day.licheck("originals", "originals", "add", "originals")
    commit(day.place)
    day.empty_cache()
    day.licheck("check, nothing in the cache", "check", "--quiet")
    day.licheck("check, unchanged", "check", "--quiet")
    day.check("pipeline")
    day.check("pipeline again, from the cache")
    newsroom.renew()
    day.check("pipeline, the waiver granted anew")
    commit(day.place)

    day.edit(sound[0], lambda page: page + "\n")
    day.hook("hook, a sound story changed")
    commit(day.place)
    _spoil(day, sound[0])
    day.hook("hook, its credit taken out")
    git(day.place, "reset", "--quiet", "--hard")

    day.licheck("baseline", "baseline", "write")
    commit(day.place)
    day.check("pipeline, with the baseline")
    day.check("--since, nothing changed", "--since", "HEAD")
    _spoil(day, sound[0])
    day.check("--since, a new failure", "--since", "HEAD")
    day.check("pipeline, a new failure")
    git(day.place, "reset", "--quiet", "--hard")

    day.licheck("fix", "fix", *newsroom.broken)
    day.licheck("fix --write", "fix", "--write", *newsroom.broken)
    day.diffs.append(git(day.place, "diff", "--unified=0", "--", "content"))
    day.licheck("fix --write again", "fix", "--write", *newsroom.broken)
    day.diffs.append(git(day.place, "diff", "--unified=0", "--", "content"))
    day.licheck("baseline prune", "baseline", "prune")
    day.check("pipeline, all that can be is mended")
    return day


def _spoil(day: Day, path: str) -> None:
    """Take out what every publisher asks for in some way: all lines with a link or a byline."""

    def spoilt(page: str) -> str:
        lines = page.split("\n")
        return "\n".join(
            line for line in lines if "](" not in line and not line.startswith("By ") and "<img" not in line
        )

    day.edit(path, spoilt)


def main(folder: str) -> None:
    """Go through the day, and print what happened."""
    day = walk(Path(folder))
    print(f"{'':38} exit  seconds  of work  pages")
    for step in day.steps.values():
        pages = step.report.get("summary", {}).get("pages", "")
        print(f"{step.name:38} {step.code:4} {step.seconds:8.2f} {step.work:8.2f}  {pages:>5}")
    first, second = day.steps["check, nothing in the cache"], day.steps["check, unchanged"]
    print(
        f"\nthe unchanged second check took 1/{first.seconds / second.seconds:.1f} of the first one's time,"
        f" and 1/{first.work / second.work:.1f} of its work"
    )


if __name__ == "__main__":
    main(sys.argv[1])
