"""What the GitHub Action does (action.yml): `install` licheck from this checkout, and `check` with it.

Inputs come in environment variables and go to licheck as arguments of their own, never through a shell. A name
that begins with `-` stays a name, and a line break in the name of a file is refused. Only the standard library is used.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


class Refused(Exception):
    """An input that cannot be used; the message says why."""


def main(words: list[str]) -> int:
    """Do what the word says; the exit code."""
    try:
        if words == ["install"]:
            return install()
        if words == ["check"]:
            return check()
        raise Refused("write install or check")
    except Refused as why:
        print(f"::error title=licheck::{why}")  # noqa: T201 - this is how a step tells
        return 2


def place() -> Path:
    """The folder of the environment that licheck is installed in: one for each job."""
    return Path(os.environ.get("RUNNER_TEMP") or Path.cwd()) / "licheck-action"


def interpreter() -> Path:
    """Its Python."""
    return place() / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install() -> int:
    """Install licheck and the extras that are wanted; the exit code of pip."""
    extras = os.environ.get("EXTRAS", "").replace(" ", "")
    if not re.fullmatch(r"[a-z]*(,[a-z]+)*", extras):
        raise Refused("extras: write their names, separated by commas, such as logos")
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise Refused(f"licheck needs Python {wanted} or newer: use actions/setup-python in a step before")
    venv.create(place(), with_pip=True)
    source = f"{HERE}[{extras}]" if extras else str(HERE)
    pip = [str(interpreter()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", source]
    return subprocess.run(pip, check=False).returncode  # noqa: S603 - our own words


def check() -> int:
    """Check the pages, and write the reports that are wanted; licheck's exit code."""
    sarif, html = file("SARIF"), file("HTML")
    annotations, summary = place() / "annotations.txt", place() / "summary.md"
    reports = {"terminal": "", "sarif": sarif, "html": html}
    reports["github"] = str(annotations) if wanted("ANNOTATIONS") else ""
    reports["markdown"] = str(summary) if wanted("SUMMARY") else ""
    for path in (annotations, summary):  # of an earlier use in the same job
        path.unlink(missing_ok=True)
    told = [
        f"{name}:{path}" if path else name for name, path in reports.items() if path or name == "terminal"
    ]
    command = [str(interpreter()), "-m", "licheck", "check", *(f"--report={one}" for one in told)]
    for option, name in (
        ("since", "SINCE"),
        ("fail-on", "FAIL_ON"),
        ("config", "CONFIG"),
        ("originals", "ORIGINALS"),
    ):
        if value := os.environ.get(name, ""):
            command.append(f"--{option}={value}")
    paths = [line.strip() for line in os.environ.get("PATHS", "").splitlines() if line.strip()]
    code = subprocess.run([*command, "--", *paths], check=False).returncode  # noqa: S603 - no shell reads this
    show(annotations)
    hand_on("GITHUB_STEP_SUMMARY", summary.read_text("utf-8") if summary.is_file() else "")
    values = {"exit-code": str(code), "sarif": sarif, "html": html}
    hand_on("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in values.items()))
    return code


def wanted(name: str) -> bool:
    """Whether an input is not switched off."""
    value = os.environ.get(name, "").strip().lower()
    if value not in ("", "true", "false"):
        raise Refused(f"{name.lower()}: write true or false")
    return value != "false"


def file(name: str) -> str:
    """The name of a file, as an input gives it."""
    value = os.environ.get(name, "").strip()
    if not value.isprintable():
        raise Refused(
            f"{name.lower()}: the name of the file holds a character that no file should be called by"
        )
    return value


def show(path: Path) -> None:
    """Have GitHub read the annotations: licheck has made harmless whatever a page says in them."""
    if path.is_file():
        sys.stdout.flush()
        sys.stdout.buffer.write(path.read_bytes())
        sys.stdout.flush()


def hand_on(variable: str, text: str) -> None:
    """Add to one of the files by which a step tells the job something."""
    target = os.environ.get(variable)
    if target and text:
        with Path(target).open("a", encoding="utf-8") as handle:
            handle.write(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
