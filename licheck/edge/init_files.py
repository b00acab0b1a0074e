"""What `licheck init` writes: the text of each file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

import licheck
from licheck.edge.init_source import Origin

CONFIG, HOOKS = "licheck.yaml", ".pre-commit-config.yaml"
WORKFLOW, GITLAB, GITLAB_OURS = (
    ".github/workflows/licheck.yml",
    ".gitlab-ci.yml",
    ".gitlab/licheck.gitlab-ci.yml",
)
OUR_KEY = "licheck.publisher"

FILES = r"(?i)\.(html?|xhtml|xht|md|markdown|mdown|mkd|mdx)$"
"""The files that the hook looks at; the same stands in .pre-commit-hooks.yaml."""

_PLAIN = re.compile(r"[A-Za-z][\w./-]*")
_WORDS = {"yes", "no", "on", "off", "true", "false", "null"}


class Wanted(NamedTuple):
    """What the configuration is to say; empty: nothing. `files` are globs, `keys` keys of front matter."""

    files: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    name: str = ""
    domain: str = ""


def config(wanted: Wanted) -> str:
    """`licheck.yaml`."""
    keys = wanted.keys or (() if wanted.files else (OUR_KEY,))
    parts = ["# What licheck checks, and how. Its manual, docs/configuration.md, tells all keys.\n"]
    if wanted.name or wanted.domain:
        parts.append(
            "republisher:\n"
            + (f"  name: {scalar(wanted.name)}\n" if wanted.name else "")
            + (_listed("  domains", (wanted.domain,)) if wanted.domain else "")
        )
    parts.append(
        "# Which stories are republications: files, and all whose front matter has one of these keys.\nrepublications:\n"
        + _listed("  files", wanted.files)
        + _listed("  front_matter", keys)
    )
    if wanted.rules:
        parts.append(
            "# Whose stories they are; without this, licheck finds out by itself.\n"
            + _listed("rules", wanted.rules)
        )
    return "\n".join(parts)


def hook(origin: Origin) -> str:
    """The entry for the list `repos` of .pre-commit-config.yaml, not indented.

    Where nobody knows where licheck comes from, the one that is installed is run.
    """
    if origin.address:
        return f"- repo: {scalar(origin.address)}\n  rev: {scalar(origin.revision)}\n  hooks:\n    - id: licheck\n"
    return f"""\
- repo: local
  hooks:
    - id: licheck
      name: republished stories carry what their publishers ask for
      entry: licheck check
      language: system # the licheck that is installed
      types: [text]
      files: {FILES}
      require_serial: true
"""


def hooks(entry: str) -> str:
    """A new .pre-commit-config.yaml with one entry."""
    return "repos:\n" + "".join(f"  {line}\n" for line in entry.splitlines())


def workflow(origin: Origin) -> str:
    """A workflow for GitHub Actions. `origin` is known."""
    return _WORKFLOW.format(
        step=_USES.format(action=origin.on_github, revision=origin.revision)
        if origin.on_github
        else _INSTALLS.format(origin=origin)
    )


_WORKFLOW = """\
name: licheck

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

concurrency:
  group: licheck-${{{{ github.ref }}}}
  cancel-in-progress: true

jobs:
  licheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # what `since` compares with
          persist-credentials: false
      - uses: actions/cache@v4 # what did not change is not judged again
        with:
          path: ${{{{ runner.temp }}}}/licheck-cache
          key: licheck-${{{{ github.run_id }}}}
          restore-keys: licheck-
{step}"""
_USES = """\
      - uses: {action}@{revision}
        with:
          since: ${{{{ github.event.pull_request.base.sha }}}} # of a push: nothing, and all is checked
        env:
          LICHECK_CACHE: ${{{{ runner.temp }}}}/licheck-cache
"""
_INSTALLS = """\
      - run: python3 -m venv "$RUNNER_TEMP/venv" && "$RUNNER_TEMP/venv/bin/pip" install --quiet "$SOURCE"
        env:
          SOURCE: git+{origin}
      - run: |
          "$RUNNER_TEMP/venv/bin/licheck" check ${{SINCE:+"--since=$SINCE"}} --report github --report "markdown:$RUNNER_TEMP/summary.md" ||
            code=$?
          cat "$RUNNER_TEMP/summary.md" >> "$GITHUB_STEP_SUMMARY" || true
          exit "${{code:-0}}"
        env:
          SINCE: ${{{{ github.event.pull_request.base.sha }}}} # of a push: nothing, and all is checked
          LICHECK_CACHE: ${{{{ runner.temp }}}}/licheck-cache
"""


def gitlab(origin: Origin) -> str:
    """Our job for GitLab: the template that comes with licheck, and where licheck comes from. `origin` is known."""
    head = f"variables:\n  LICHECK_SOURCE: {scalar(f'git+{origin}')}\n\n"
    job = _template().partition("licheck:\n")
    return (
        "# Checks that republished stories carry what their publishers ask for.\n" + head + "".join(job[1:])
    )


def includes() -> str:
    """What has to stand in .gitlab-ci.yml."""
    return f"include:\n  - local: {GITLAB_OURS}\n"


def _template() -> str:
    package = os.path.dirname(os.path.abspath(licheck.__file__))
    for place in (os.path.join(package, "_templates"), os.path.join(os.path.dirname(package), "templates")):
        path = os.path.join(place, "licheck.gitlab-ci.yml")
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    raise FileNotFoundError("the template for GitLab is missing: install licheck again")


def scalar(text: str) -> str:
    """A text as YAML has it, in quotes where it could be read as anything else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return "'" + text.replace("'", "''") + "'"


def _listed(key: str, values: Iterable[str]) -> str:
    items = [f"{' ' * (len(key) - len(key.lstrip()))}  - {scalar(value)}\n" for value in values]
    return f"{key}:\n{''.join(items)}" if items else ""
