"""This checkout as those who use it from elsewhere get it: a git repository with one commit."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy2, copytree, ignore_patterns

ROOT = Path(__file__).parents[2]
NEEDED = (
    *("licheck", "rules", "templates", "docs/licheck.1"),
    *("pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml"),
)


def snapshot(folder: Path) -> Path:
    """A repository with what the package, the hooks and the action are made of, as it stands here now."""
    for name in NEEDED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            copytree(source, target, ignore=ignore_patterns("__pycache__", ".*"))
        else:
            copy2(source, target)
    start(folder)
    return folder


def start(folder: Path) -> str:
    """Begin a repository with all that is in a folder; the name of its commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    return commit(folder)


def commit(folder: Path) -> str:
    """Commit all that is in a folder, past any hook; the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", "Stories")
    return git(folder, "rev-parse", "HEAD").strip()


def git(folder: Path, *arguments: str) -> str:
    """What git says; nothing of this machine's configuration counts."""
    command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@alder.example", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    return done.stdout


def environment(**more: str) -> dict[str, str]:
    """The environment without what git hands down to hooks, and with this interpreter first on the path.

    pip compiles nothing in it: Python does, and only what is imported.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    here = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", os.defpath)])
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PIP_COMPILE": "0"}
    return {**kept, **alone, "PATH": here, **more}


def why_pip_installs_nothing(folder: Path) -> str:
    """Why pip cannot get a package here; empty where it can."""
    wanted = "hatchling"  # by which licheck is built
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except subprocess.TimeoutExpired:
        return "pip did not get a package within a minute"
    return f"pip gets no packages here: {done.stderr.strip()[-200:]}" if done.returncode else ""
