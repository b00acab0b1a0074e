"""The GitHub Action and the template for GitLab: valid, closed to injection, and their scripts do what they say."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml
from commandline import FAILING, PASSING, RULES
from own_repository import ROOT, commit, environment, start, why_pip_installs_nothing

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
INSTALL, CHECK = STEPS.values()
GITLAB = ROOT / "templates" / "licheck.gitlab-ci.yml"
CONFIG = "republications: [stories/**]\nrules: [rules/harbour.yaml]\n"

bash = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash, in which the steps run")


@pytest.fixture
def job(tmp_path):
    """A job's folders: the checkout with a good and a bad story, and an environment in which licheck is installed."""
    for name, text in {
        "site/licheck.yaml": CONFIG,
        "site/rules/harbour.yaml": RULES,
        "site/stories/good.html": PASSING,
        "site/stories/bad.html": FAILING,
        "temp/summary": "Said before.\n",
        "temp/output": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    start(tmp_path / "site")
    return tmp_path


def installed(job: Path) -> None:
    """What the first step does, quicker: an environment that sees the licheck of this one."""
    place = job / "temp" / "licheck-action"
    venv.create(place, with_pip=False)
    (packages,) = place.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages")
    import turbohtml

    where = [str(ROOT), str(Path(turbohtml.__file__).parents[1])]
    (packages / "licheck.pth").write_text("\n".join(where))


def run(job: Path, step: dict, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """Run a step as a runner does, with these inputs: exit code, output, and what it hands on."""
    defaults = {name: str(told.get("default", "")) for name, told in ACTION["inputs"].items()}
    given = (
        defaults
        | {"python": sys.executable}
        | {name.replace("_", "-"): value for name, value in inputs.items()}
    )
    filled = {name: filled_in(value, given) for name, value in step["env"].items()}
    env = environment(
        **filled,
        GITHUB_ACTION_PATH=str(ROOT),
        RUNNER_TEMP=str(job / "temp"),
        GITHUB_STEP_SUMMARY=str(job / "temp" / "summary"),
        GITHUB_OUTPUT=str(job / "temp" / "output"),
    )
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=job / "site", env=env, capture_output=True, timeout=300)
    output = dict(line.partition("=")[::2] for line in (job / "temp" / "output").read_text().splitlines())
    return done.returncode, (done.stdout + done.stderr).decode(), output


def filled_in(value: str, inputs: dict[str, str]) -> str:
    whole = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)
    assert whole, "each variable is one input, and nothing else"
    return inputs[whole[1]]


def test_no_input_is_a_part_of_a_script():
    """Whoever can choose a branch's name could else choose what the runner does."""
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert set(step) <= {"name", "id", "shell", "env", "run"}, "nothing of others is used"
    used = [
        filled_in(value, {name: name for name in ACTION["inputs"]})
        for step in STEPS.values()
        for value in step["env"].values()
    ]
    assert set(used) == set(ACTION["inputs"])


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        pytest.param("vendor.github-actions", ROOT / "action.yml", id="action"),
        pytest.param("vendor.gitlab-ci", GITLAB, id="gitlab"),
    ],
)
def test_the_files_are_valid_by_the_schemas_that_editors_know(schema, file):
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_auditor_of_actions_finds_nothing_in_ours(tmp_path):
    found = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if not found:
        pytest.skip("zizmor is not installed (it is in the group dev)")
    command = [found, "--offline", "--no-progress", "--persona", "pedantic", "--format", "json"]
    done = subprocess.run([*command, str(ROOT / "action.yml")], capture_output=True, text=True)
    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr
    bad = (ROOT / "action.yml").read_text().replace('\'"$PYTHON"', "'${{ inputs.python }}")
    (tmp_path / "action.yml").write_text(bad)
    done = subprocess.run([*command, str(tmp_path / "action.yml")], capture_output=True, text=True)
    assert "template-injection" in done.stdout


@bash
def test_a_run_annotates_sums_up_and_fails_with_the_exit_code_of_licheck(job):
    installed(job)
    code, said, output = run(job, CHECK, sarif="out.sarif", html="out.html")
    assert (code, output) == (1, {"exit-code": "1", "sarif": "out.sarif", "html": "out.html"}), said
    assert "stories/bad.html: ✗ failed" in said
    assert re.search(r"^::error .*file=stories/bad\.html", said, re.M)
    summary = (job / "temp" / "summary").read_text("utf-8")
    assert summary.startswith("Said before.\n")
    assert "stories/bad.html" in summary
    assert json.loads((job / "site" / "out.sarif").read_text())["version"] == "2.1.0"
    assert "<html" in (job / "site" / "out.html").read_text("utf-8")


@bash
def test_paths_and_switches_are_heeded(job):
    installed(job)
    code, said, output = run(
        job, CHECK, paths="\n stories/good.html \n\n", annotations="false", summary="false"
    )
    assert (code, output["exit-code"], "::" in said) == (0, "0", False), said
    assert (job / "temp" / "summary").read_text() == "Said before.\n"


@bash
def test_since_leaves_out_what_did_not_change(job):
    installed(job)
    commit(job / "site")
    (job / "site" / "stories" / "good.html").write_text(PASSING + "\n")
    code, said, _ = run(job, CHECK, since="HEAD")
    assert (code, "bad.html" in said) == (0, False), said


INJECTIONS = [
    pytest.param({"paths": "$(touch owned).html"}, 3, id="a command in a name"),
    pytest.param({"paths": "a.html; touch owned"}, 3, id="a second command"),
    pytest.param({"paths": "--output=owned"}, 3, id="a name that looks like an option"),
    pytest.param({"since": "HEAD; touch owned"}, 2, id="a revision"),
    pytest.param({"since": "--output=owned"}, 2, id="a revision that looks like an option"),
    pytest.param({"config": "`touch owned`"}, 2, id="a configuration"),
    pytest.param({"fail_on": "must --output owned"}, 2, id="words where one is asked for"),
    pytest.param({"sarif": "x\nexit-code=0"}, 2, id="a line break that would hand on another value"),
    pytest.param({"summary": "yes"}, 2, id="neither true nor false"),
]


@bash
@pytest.mark.parametrize(("inputs", "code"), INJECTIONS)
def test_an_input_is_never_anything_but_a_value(job, inputs, code):
    installed(job)
    ended, said, output = run(job, CHECK, **inputs)
    assert ended == code, said
    assert not (job / "site" / "owned").exists()
    assert output.get("exit-code", str(code)) == str(code)
    assert "Traceback" not in said


@bash
def test_a_story_cannot_give_the_runner_commands(job):
    installed(job)
    wicked = FAILING.replace("Tide gate opened by hand", "::set-output name=exit-code::0 ##[error]x")
    (job / "site" / "stories" / "bad.html").write_text(wicked)
    _, said, _ = run(job, CHECK)
    commands = {line.partition(" ")[0] for line in said.splitlines() if line.startswith("::")}
    assert commands <= {"::error", "::warning", "::notice"}
    assert "::set-output" not in said and "##[" not in said


@bash
@pytest.mark.parametrize("extras", ["logos; touch owned", "../x", "--index-url=x", "logos]"])
def test_extras_are_names_only(job, extras):
    code, said, _ = run(job, INSTALL, extras=extras)
    assert (code, "extras: write their names" in said) == (2, True), said


@bash
@pytest.mark.slow
def test_the_first_step_installs_licheck_from_the_checkout_of_the_action(job):
    if why := why_pip_installs_nothing(job / "packages"):
        pytest.skip(why)
    code, said, _ = run(job, INSTALL)
    assert code == 0, said
    code, said, _ = run(job, CHECK, paths="stories/good.html")
    assert (code, "1 passed" in said) == (0, True), said
    place = job / "temp" / "licheck-action"
    assert (place / "share" / "man" / "man1" / "licheck.1").is_file()
    begin = ["-m", "licheck", "init", "--yes", "--ci=gitlab", "--source=https://code.example/desk/licheck@v1"]
    done = subprocess.run([place / "bin" / "python", *begin], cwd=job / "site", env=environment())
    assert done.returncode == 0, "the template comes with the package"


@bash
def test_the_script_for_gitlab_writes_the_reports_that_it_names(job):
    """Its commands as they stand, with the licheck of this environment in the place of the one it would install."""
    told = yaml.safe_load(GITLAB.read_text("utf-8"))["licheck"]
    put = job / "site" / ".cache" / "venv" / "bin"
    put.mkdir(parents=True)
    (put / "licheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m licheck "$@"\n')
    (put / "licheck").chmod(0o755)
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(told["script"])],
        cwd=job / "site",
        env=environment(CI_MERGE_REQUEST_DIFF_BASE_SHA="", PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    reports = told["artifacts"]["reports"]
    for path in (*told["artifacts"]["paths"], *reports.values()):
        assert (job / "site" / path).stat().st_size > 100
    (issue,) = json.loads((job / "site" / reports["codequality"]).read_text())
    assert issue["location"]["path"] == "stories/bad.html"


@bash
def test_gitlab_is_told_where_licheck_comes_from():
    first = yaml.safe_load(GITLAB.read_text("utf-8"))["licheck"]["before_script"][0]
    for source, code in (("", 2), ("git+https://code.example/licheck@abc", 0)):
        done = subprocess.run(
            ["bash", "-euc", first], env=environment(LICHECK_SOURCE=source), capture_output=True
        )
        assert done.returncode == code
