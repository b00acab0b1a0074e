"""A newsroom's folder with a configuration, for tests of the command line. All of it is invented."""

import subprocess
from pathlib import Path
from typing import Any

from commandline import FAILING, PASSING, RULES
from invented_stories import page

CONFIG = """\
republications:
  - stories/**
rules:
  - rules/harbour.yaml
"""
WAIVER = """\
waivers:
  - requirement: credit_line
    path: {path}
    reason: Agreed by mail.
    by: R. Lind
    until: {until}
"""
COMMENT = '<!-- licheck-waive requirement=credit_line reason="Agreed." by="R. Lind" until=2027-01-31 -->\n'
HARBOUR = """\
id: harbour
publisher:
  name: Harbour Lane News
  domains: [harbour.example]
sources:
  - {address: https://harbour.example/republish, read: 2026-11-22, seen: full}
requirements:
"""
BYLINE_RULES = HARBOUR + "  - byline: {what: The writer is named.}\n"
DAY = {"SOURCE_DATE_EPOCH": "1795305600"}  # 2026-11-22


def newsroom(folder: Path, *more: str) -> Path:
    """Two republications, one of them without its credit, a story of our own, and a configuration."""
    for name, text in {
        "licheck.yaml": CONFIG + "".join(more),
        "rules/harbour.yaml": RULES,
        "stories/failing.html": FAILING,
        "stories/deep/passing.html": PASSING,
        "own.html": FAILING,
    }.items():
        put(folder / name, text)
    return folder


def copy(number: int, **more: Any) -> str:
    """A republication of an invented story on another site, without a word about where it comes from."""
    return page(number, head="<meta name='x'>", **more)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def git(folder: Path, *arguments: str) -> str:
    """Git, with nothing of this machine's configuration."""
    settings = ("-c", "user.name=Desk", "-c", "user.email=desk@alder.example", "-c", "commit.gpgsign=false")
    command = ["git", *settings, *arguments]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, env=environment
    ).stdout


def commit(folder: Path) -> None:
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Stories")
