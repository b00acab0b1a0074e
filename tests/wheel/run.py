"""Build the package, install it where nothing else is, and use it there.

    python tests/wheel/run.py

Builds sdist and wheel, looks at what is in them, installs the wheel in an empty environment and runs, from an
empty folder, a passing and a failing page and the tests of the command line. Ends with 0 and a line that
says so, or with 1 and what was wrong. The network is used only as pip is configured to.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
RUN_THERE = [  # what needs nothing but the package and pytest
    "conftest.py",
    "commandline.py",
    "every_format.py",
    "forked.py",
    "invented_stories.py",
    "cli/test_cli_check.py",
    "cli/test_cli_diff.py",
    "cli/test_cli_read.py",
    "cli/test_cli_rules.py",
    "cli/test_cli_startup.py",
    "cli/test_cli_usage.py",
    "reliability/conftest.py",
    "reliability/test_reliability_inputs.py",
]

sys.path.insert(0, str(TESTS))
from commandline import environment, furnish  # noqa: E402 - it stands beside this folder


class Wrong(Exception):
    """The package is not as it should be."""


def main() -> int:
    """All of it; the exit code."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="licheck-wheel-") as folder:
        try:
            wheel = build(Path(folder))
            python = install(wheel, Path(folder))
            use(python, Path(folder))
            tests = test(python, Path(folder))
        except Wrong as wrong:
            print(f"wheel: FAILED: {wrong}")
            return 1
    print(f"wheel: {wheel.name} was built, installed and used; {tests} ({time.monotonic() - started:.0f} s)")
    return 0


def build(folder: Path) -> Path:
    """The wheel, built from the sdist, with everything in it that it needs at run time."""
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT, cwd=folder)
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    (wheel,) = (folder / "dist").glob("*.whl")
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    require(
        "sdist",
        packed,
        {"pyproject.toml", "README.md", "LICENSE", "licheck/app.py", "tests/wheel/run.py", *rules("rules")},
    )
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    require("wheel", packed, package() | rules("licheck/_rules"))
    surplus = {name for name in packed if not name.startswith(("licheck/", "licheck_syndication-"))}
    if surplus:
        raise Wrong(f"the wheel has more than the package: {sorted(surplus)}")
    return wheel


def package() -> set[str]:
    """The names of all files of the package: modules, schemas, lists of words."""
    files = (path for path in (ROOT / "licheck").rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(ROOT).as_posix() for path in files}


def rules(folder: str) -> set[str]:
    """The names of all rule files as they stand in `folder`."""
    return {f"{folder}/{path.name}" for path in (ROOT / "rules").glob("*.yaml")}


def require(what: str, packed: set[str], wanted: set[str]) -> None:
    """Raise Wrong if something wanted is missing."""
    if not any("rules/" in name for name in wanted):
        raise Wrong("there are no rule files to pack")
    if wanted - packed:
        raise Wrong(f"the {what} lacks {sorted(wanted - packed)}")


def install(wheel: Path, folder: Path) -> Path:
    """The interpreter of a new environment that has the wheel, what that asks for, and pytest."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    call(
        python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, "pytest", cwd=folder
    )
    return python


def use(python: Path, folder: Path) -> None:
    """Run licheck as whoever installed it does, from a folder with nothing but pages."""
    desk = folder / "desk"
    desk.mkdir()
    furnish(desk)
    where = call(python, "-c", "import licheck; print(licheck.__file__)", cwd=desk)
    if not Path(where).is_relative_to(folder):
        raise Wrong(f"not the installed package is used, but {where}")
    command = python.parent / "licheck"
    for arguments, code, says in (
        (["--version"], 0, f"licheck {version(python, desk)}"),
        (["check", "passing.html", "--rules", "harbour.yaml"], 0, "1 passed"),
        (["check", "failing.html", "--rules", "harbour.yaml"], 1, "1 failed"),
        (["rules", "list"], 0, "Daily Caller News Foundation"),
    ):
        out = call(command, *arguments, cwd=desk, code=code)
        if says not in out:
            raise Wrong(f"licheck {' '.join(arguments)} does not say {says!r} but: {out}")


def version(python: Path, desk: Path) -> str:
    """The version as the installed package's metadata has it."""
    return call(
        python,
        "-c",
        "from importlib.metadata import version; print(version('licheck-syndication'))",
        cwd=desk,
    )


def test(python: Path, folder: Path) -> str:
    """Run copied tests against the installed package; the last line of pytest."""
    there = folder / "tests"
    for name in RUN_THERE:
        for source in [TESTS / name] if (TESTS / name).is_file() else sorted((TESTS / name).glob("*.py")):
            target = there / source.relative_to(TESTS)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return call(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", there, cwd=folder).splitlines()[-1]


def call(*command: object, cwd: Path, code: int = 0) -> str:
    """What a command prints on standard output. Raises Wrong where it ends with another code."""
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment(), capture_output=True, text=True, timeout=600
    )
    if done.returncode != code:
        said = (done.stdout + done.stderr).strip()
        raise Wrong(f"{' '.join(map(str, command))} ended with {done.returncode}, not {code}:\n{said}")
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
