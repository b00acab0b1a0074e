"""licheck as a user has it: a process of its own, in a folder with a few pages. All of it is invented."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any, NamedTuple

import forked

LICHECK = ("-m", "licheck")
TIMEOUT = 120  # seconds
_MAIN = "import sys; from licheck.cli import main; sys.exit(main())"

# What would change the output on the machine of whoever runs the tests.
_FOREIGN = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8", "LICHECK_DEBUG", "TERM"}

RULES = """\
id: harbour
publisher:
  name: Harbour Lane News
  domains:
    - harbour.example
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
requirements:
  - credit_line:
      what: A line says that the story comes from Harbour Lane News.
      wording:
        en:
          - This story first appeared in {publisher}.
for_a_person:
  - Was the newsroom told?
"""

_STORY = """\
<p>The tide gate at the end of Mill Street was opened by hand on Tuesday, for the first time in nine years,
because nobody could find the key to the pump house.</p>
<p>Two neighbours and the harbour master turned the wheel for most of an hour. By noon the water in the
lower gardens had gone, and with it a rowing boat that belongs to the school.</p>
<p>The council has ordered a second key. It will be kept at the bakery, which opens early.</p>
"""
_PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Tide gate opened by hand</title></head>
<body>
<article>
<h1>Tide gate opened by hand</h1>
<p>By Wenna Tolliver</p>
{credit}{story}</article>
</body>
</html>
"""

PASSING = _PAGE.format(credit="<p>This story first appeared in Harbour Lane News.</p>\n", story=_STORY)
FAILING = _PAGE.format(credit="", story=_STORY)


def furnish(folder: Path) -> Path:
    """A folder with two pages and the rules of their publisher."""
    (folder / "passing.html").write_text(PASSING, "utf-8")
    (folder / "failing.html").write_text(FAILING, "utf-8")
    (folder / "harbour.yaml").write_text(RULES, "utf-8")
    return folder


class Ended(NamedTuple):
    """How a run ended. `seconds` is wall time, `spent` what it and the processes that it started had of a processor."""

    code: int
    out: bytes
    err: str
    seconds: float
    spent: float

    @property
    def text(self) -> str:
        """Standard output."""
        return self.out.decode("utf-8")

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report on standard output."""
        return json.loads(self.out)

    @property
    def paths(self) -> list[str]:
        """The pages that were judged, as the JSON report has them."""
        return [page["path"] for page in self.report["pages"]]

    @property
    def errors(self) -> dict[str, str]:
        """What the JSON report says about each path that licheck could not do its work on."""
        return {error["path"]: error["message"] for error in self.report["errors"]}


def run(
    *arguments: str | bytes,
    cwd: Path,
    stdin: bytes | IO[bytes] | None = None,
    env: dict[str, str] | None = None,
    code: str = "",
    program: tuple[str, ...] = LICHECK,
    **more: Any,
) -> Ended:
    """Run licheck to its end, in a fork of one that is imported already if that comes to the same; else see `start`.

    `code` is Python that changes something in licheck and then runs it; it is heeded where no other `program` is named.
    """
    variables, timeout = environment(env), more.get("timeout", TIMEOUT)
    special = stdin is not None or program != LICHECK or more.keys() - {"timeout"}
    if special or not forked.is_as_good(variables):
        program = ("-c", code) if code and program == LICHECK else program
        return start(*arguments, cwd=cwd, stdin=stdin, env=env, program=program, **more)
    started = time.monotonic()
    done = forked.run(code or _MAIN, [*map(os.fsdecode, arguments)], cwd, variables, timeout)
    seconds = time.monotonic() - started
    return Ended(done.code, done.out, done.err.decode("utf-8", "replace"), seconds, done.spent)


def start(
    *arguments: str | bytes,
    cwd: Path,
    stdin: bytes | IO[bytes] | None = None,
    env: dict[str, str] | None = None,
    program: tuple[str, ...] = LICHECK,
    **more: Any,
) -> Ended:
    """Start licheck (or another Python program) as a user does, and wait for its end."""
    given = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin or subprocess.DEVNULL}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": TIMEOUT, **given, **more}
    started, before = time.monotonic(), _spent()
    done = subprocess.run([sys.executable, *program, *arguments], cwd=cwd, env=environment(env), **options)
    seconds = time.monotonic() - started
    return Ended(
        done.returncode,
        done.stdout or b"",
        (done.stderr or b"").decode("utf-8", "replace"),
        seconds,
        _spent() - before,
    )


def _spent() -> float:
    """Seconds of a processor that processes which have ended had."""
    times = os.times()
    return times.children_user + times.children_system


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment without what would change the output, and with `more`."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN} | (more or {})
