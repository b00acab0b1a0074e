"""The hooks, as the real pre-commit installs and runs them from a clone of this repository."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commandline import FAILING, PASSING, RULES
from own_repository import ROOT, commit, environment, git, snapshot, start, why_pip_installs_nothing

pytest.importorskip("pre_commit", reason="pre-commit is not installed (it is in the group dev)")

CONFIG = "republications: [stories/**]\nrules: [rules/harbour.yaml]\n"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """The repository of the hooks, and the folder in which pre-commit keeps their environment."""
    folder = tmp_path_factory.mktemp("hooks")
    if why := why_pip_installs_nothing(folder / "packages"):
        pytest.skip(why)
    return snapshot(folder / "licheck"), folder / "kept"


@pytest.fixture
def desk(tmp_path, hooks):
    """A newsroom's repository that uses both hooks."""
    repository, _ = hooks
    for name, text in {
        "licheck.yaml": CONFIG,
        "rules/harbour.yaml": RULES,
        "stories/good.html": PASSING,
        "own.html": FAILING,
        "notes.txt": "To do.\n",
    }.items():
        put(tmp_path / name, text)
    wanted = [
        {
            "repo": str(repository),
            "rev": commit_of(repository),
            "hooks": [{"id": hook["id"]} for hook in HOOKS],
        }
    ]
    put(tmp_path / ".pre-commit-config.yaml", yaml.safe_dump({"repos": wanted}))
    start(tmp_path)
    return tmp_path


def commit_of(repository: Path) -> str:
    return git(repository, "rev-parse", "HEAD").strip()


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def pre_commit(hooks, desk: Path, *arguments: str) -> tuple[int, str]:
    """How the real pre-commit ends, and what it prints."""
    command = [sys.executable, "-m", "pre_commit", *arguments]
    env = environment(PRE_COMMIT_HOME=str(hooks[1]), PRE_COMMIT_COLOR="never")
    done = subprocess.run(command, cwd=desk, env=env, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_the_hooks_are_what_pre_commit_takes_for_hooks(hooks):
    code, said = pre_commit(hooks, ROOT, "validate-manifest", ".pre-commit-hooks.yaml")
    assert (code, said) == (0, "")


@pytest.mark.slow
def test_a_commit_is_stopped_by_a_story_that_lacks_its_credit_and_by_nothing_else(hooks, desk):
    """Installed as in a newsroom, run by `git commit`, both hooks; then again with the story mended."""
    code, said = pre_commit(hooks, desk, "install")
    assert code == 0, said
    env = environment(PRE_COMMIT_HOME=str(hooks[1]))
    put(desk / "stories" / "gate at night é.html", FAILING)
    put(desk / "own.html", FAILING + "<!-- changed -->\n")
    git(desk, "add", "--all")
    as_desk = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@alder.example"]
    commit_it = [*as_desk, "commit", "--message", "A story"]
    stopped = subprocess.run(commit_it, cwd=desk, env=env, capture_output=True, text=True, timeout=300)
    assert stopped.returncode == 1, stopped.stderr
    assert "failed: credit_line (must)" in stopped.stderr
    assert "own.html: ✗" not in stopped.stderr
    assert "Traceback" not in stopped.stderr
    put(desk / "stories" / "gate at night é.html", PASSING)
    git(desk, "add", "--all")
    passed = subprocess.run(commit_it, cwd=desk, env=env, capture_output=True, text=True, timeout=300)
    assert passed.returncode == 0, passed.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("hook", "code", "says"),
    [
        pytest.param("licheck", 0, "Passed", id="licheck: not what was committed before"),
        pytest.param("licheck-all", 1, "stories/old.html: ✗ failed", id="licheck-all: every republication"),
    ],
)
def test_which_pages_a_hook_looks_at(hooks, desk, hook, code, says):
    put(desk / "stories" / "old.html", FAILING)
    commit(desk)
    put(desk / "stories" / "new.html", PASSING)
    git(desk, "add", "--all")
    ended = pre_commit(hooks, desk, "run", hook)
    assert (ended[0], says in ended[1]) == (code, True), ended[1]


@pytest.mark.slow
def test_a_commit_without_any_story_runs_the_hook_for_stories_on_nothing(hooks, desk):
    put(desk / "notes.txt", "Done.\n")
    git(desk, "add", "--all")
    code, said = pre_commit(hooks, desk, "run", "licheck")
    assert (code, "no files to check" in said) == (0, True), said
