"""`licheck init`: what it finds, asks, shows and writes, and what it leaves alone."""

import os
import select
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import yaml
from commandline import FAILING, PASSING, RULES, environment, run
from own_repository import ROOT

from licheck.edge import init_files
from licheck.edge.init_merge import added
from licheck.edge.init_source import Origin, named
from licheck.errors import UsageError

STORY = "---\ntitle: The gate\n{key}: Harbour Lane News\n---\n\nThe gate was opened by hand.\n"
SOURCE = "https://github.com/desk/licheck@v0.1.0"
ELSEWHERE = "https://code.example/desk/licheck@0f3c"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def init(tmp_path):
    return partial(run, "init", cwd=tmp_path)


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


SITES = [
    pytest.param({"hugo.toml": "", "content/a.md": ""}, "Hugo, with stories in content/", id="Hugo"),
    pytest.param({"config.toml": "", "content/a.md": ""}, "Hugo", id="Hugo, as it was"),
    pytest.param({"_config.yml": "", "_posts/a.md": ""}, "Jekyll, with stories in _posts/", id="Jekyll"),
    pytest.param(
        {".eleventy.js": "", "src/posts/a.md": ""}, "Eleventy, with stories in src/posts/", id="Eleventy"
    ),
    pytest.param({"eleventy.config.mjs": "", "posts/a.md": ""}, "Eleventy", id="Eleventy, newer"),
    pytest.param(
        {"astro.config.mjs": "", "src/content/a.md": ""}, "Astro, with stories in src/content/", id="Astro"
    ),
    pytest.param({"index.html": ""}, "plain HTML", id="plain HTML"),
    pytest.param({}, "plain HTML", id="nothing"),
]


@pytest.mark.parametrize(("files", "says"), SITES)
def test_the_maker_of_a_site_is_known_by_its_files(tmp_path, init, files, says):
    for name, text in files.items():
        put(tmp_path / name, text)
    assert says in init("--yes").text


SIGNS = [
    pytest.param({"content/syndicated/a.md": "x"}, {"files": ["content/syndicated/**"]}, id="a folder"),
    pytest.param({"content/en/Partners/x/a.md": "x"}, {"files": ["content/en/Partners/**"]}, id="deep down"),
    pytest.param(
        {"content/a.md": STORY.format(key="republished_from")},
        {"front_matter": ["republished_from"]},
        id="a key",
    ),
    pytest.param(
        {"content/a.md": "\ufeff+++\r\nsyndicated_from = 'x'\r\n+++\r\nx"},
        {"front_matter": ["syndicated_from"]},
        id="in TOML",
    ),
    pytest.param(
        {"content/a.md": "---\nlicheck:\n  publisher: x\n---\n"},
        {"front_matter": ["licheck.publisher"]},
        id="our own key",
    ),
    pytest.param(
        {"content/a.md": "x\n---\nsyndicated: y\n"}, {"front_matter": ["licheck.publisher"]}, id="in the text"
    ),
    pytest.param(
        {"content/a.md": STORY.format(key="canonical")}, {"front_matter": ["licheck.publisher"]}, id="no sign"
    ),
]


@pytest.mark.parametrize(("files", "told"), SIGNS)
def test_republications_are_told_by_folders_and_keys_of_front_matter(tmp_path, init, files, told):
    put(tmp_path / "hugo.toml", "baseURL = 'https://alder.example/news'\ntitle = 'The Alder: Post'\n")
    for name, text in files.items():
        put(tmp_path / name, text)
    assert init("--yes").code == 0
    written = yaml.safe_load((tmp_path / "licheck.yaml").read_text("utf-8"))
    assert written["republications"] == told
    assert written["republisher"] == {"name": "The Alder: Post", "domains": ["alder.example"]}
    assert run("config", "show", "content/a.md", cwd=tmp_path).code == 0


def test_what_was_written_works(tmp_path, init):
    """A story that lacks its credit is found, without another word."""
    put(tmp_path / "rules" / "harbour.yaml", RULES)
    put(tmp_path / "stories" / "wire" / "bad.html", FAILING)
    put(tmp_path / "stories" / "own.html", FAILING)
    ended = init("--yes", "--republications", "stories/wire/**", "--rules", "rules/harbour.yaml", "--no-hook")
    assert ended.code == 0
    checked = run("check", "--format", "json", cwd=tmp_path)
    assert (checked.code, checked.paths) == (1, ["stories/wire/bad.html"])
    put(tmp_path / "stories" / "wire" / "bad.html", PASSING)
    assert run("check", cwd=tmp_path).code == 0


def test_our_own_key_of_front_matter_makes_a_republication(tmp_path, init):
    put(tmp_path / "rules" / "harbour.yaml", RULES)
    put(tmp_path / "a.md", "---\nlicheck:\n  publisher: Harbour Lane News\n---\n\nThe gate was opened.\n")
    put(tmp_path / "b.md", "---\ntitle: Ours\n---\n\nThe gate was opened.\n")
    assert init("--yes", "--rules", "rules/harbour.yaml").code == 0
    pages = run("check", "--format", "json", cwd=tmp_path).report["pages"]
    assert {page["path"]: page["verdict"] for page in pages}["a.md"] == "failed"


def test_without_a_terminal_it_shows_all_and_writes_nothing_until_it_is_told_to(tmp_path, init):
    put(tmp_path / "index.html", PASSING)
    before = everything(tmp_path)
    ended = init("--ci", "github", "--source", SOURCE, "--hook")
    assert (ended.code, everything(tmp_path)) == (2, before)
    assert "add --yes" in ended.err
    for says in (
        "licheck.yaml will be written",
        ".pre-commit-config.yaml will be",
        "uses: desk/licheck@v0.1.0",
    ):
        assert says in ended.text


def test_a_second_run_changes_nothing(tmp_path, init):
    put(tmp_path / ".git" / "config", '[remote "origin"]\n\turl = git@github.com:alder/site.git\n')
    first = init("--yes", "--source", SOURCE)
    assert first.code == 0
    found = everything(tmp_path)
    assert {"licheck.yaml", ".pre-commit-config.yaml", ".github/workflows/licheck.yml"} <= set(found)
    again = init("--yes", "--source", SOURCE)
    assert (again.code, everything(tmp_path)) == (0, found)
    assert "Nothing had to be written." in again.text


@pytest.mark.parametrize("name", ["licheck.yaml", "licheck.yml"])
def test_a_configuration_that_is_there_stays(tmp_path, init, name):
    put(tmp_path / name, "fail_on: should\n")
    ended = init("--yes", "--no-hook")
    assert ended.code == 0
    assert everything(tmp_path) == {name: b"fail_on: should\n"}


@pytest.mark.parametrize(
    ("files", "options", "written"),
    [
        pytest.param({".github/x": ""}, (), {".github/workflows/licheck.yml"}, id="GitHub"),
        pytest.param(
            {".gitlab-ci.yml": "stages: [test]\n"}, (), {".gitlab/licheck.gitlab-ci.yml"}, id="GitLab"
        ),
        pytest.param(
            {}, ("--ci", "gitlab"), {".gitlab/licheck.gitlab-ci.yml", ".gitlab-ci.yml"}, id="asked for"
        ),
        pytest.param({".github/x": ""}, ("--ci", "none"), set(), id="not wanted"),
        pytest.param({}, (), set(), id="no sign of any"),
    ],
)
def test_the_pipeline_is_the_one_that_the_repository_uses(tmp_path, init, files, options, written):
    for name, text in files.items():
        put(tmp_path / name, text)
    ended = init("--yes", "--no-hook", "--source", ELSEWHERE, *options)
    assert set(everything(tmp_path)) - set(files) == {"licheck.yaml", *written}
    assert all(everything(tmp_path)[name].decode() == text for name, text in files.items())
    by_hand = ".gitlab-ci.yml" in files
    assert (ended.code, "add to it" in ended.text) == (int(by_hand), by_hand)


WRITTEN = [
    pytest.param(
        "vendor.github-workflows", init_files.workflow(named(SOURCE)), id="workflow with our action"
    ),
    pytest.param("vendor.github-workflows", init_files.workflow(named(ELSEWHERE)), id="workflow without"),
    pytest.param("vendor.gitlab-ci", init_files.gitlab(named(ELSEWHERE)), id="GitLab"),
    pytest.param("vendor.gitlab-ci", init_files.includes(), id="include"),
]


@pytest.mark.parametrize(("schema", "text"), WRITTEN)
def test_what_is_written_is_valid_by_the_schemas_that_editors_know(tmp_path, schema, text):
    pytest.importorskip("check_jsonschema")
    path = put(tmp_path / "file.yml", text)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a runner with bash")
@pytest.mark.parametrize(("story", "code"), [(PASSING, 0), (FAILING, 1)], ids=["passes", "fails"])
def test_the_workflow_without_our_action_ends_as_licheck_does(tmp_path, story, code):
    steps = yaml.safe_load(init_files.workflow(named(ELSEWHERE)))["jobs"]["licheck"]["steps"]
    put(tmp_path / "licheck.yaml", "republications: [a.html]\nrules: [harbour.yaml]\n")
    put(tmp_path / "harbour.yaml", RULES)
    put(tmp_path / "a.html", story)
    put(tmp_path / "temp/venv/bin/licheck", f'#!/bin/sh\nexec "{sys.executable}" -m licheck "$@"\n').chmod(
        0o755
    )
    more = {"RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    command = ["bash", "-e", "-c", steps[-1]["run"]]
    env = environment({**more, "SINCE": "", "PYTHONPATH": str(ROOT)})
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert "a.html" in (tmp_path / "summary").read_text("utf-8")


def test_the_workflow_is_not_written_where_nobody_knows_what_it_should_install(tmp_path, init):
    ended = init("--yes", "--no-hook", "--ci", "github")
    assert (ended.code, "--source ADDRESS@TAG" in ended.text) == (1, True)
    assert set(everything(tmp_path)) == {"licheck.yaml"}


OTHERS = "repos:\n  - repo: https://code.example/lint\n    rev: v1\n    hooks:\n      - id: lint\n"
MERGED = [
    pytest.param(OTHERS, id="as usual"),
    pytest.param(OTHERS.replace("\n  ", "\n"), id="items not indented"),
    pytest.param("# Ours.\n" + OTHERS + "\n# Last.\nci:\n  skip: [lint]\n", id="a key behind it"),
    pytest.param("fail_fast: true\n\n" + OTHERS + "    # - id: other\n\n\n", id="blank lines at the end"),
    pytest.param(OTHERS.removesuffix("\n"), id="no line end at the end"),
    pytest.param(OTHERS.replace("\n", "\r\n"), id="line ends of Windows"),
    pytest.param("\ufeff" + OTHERS, id="byte order mark"),
    pytest.param(OTHERS.replace("repos:", "repos: # all"), id="a remark behind the key"),
]


@pytest.mark.parametrize("text", MERGED)
@pytest.mark.parametrize("origin", [Origin(), named(SOURCE)], ids=["installed", "from its repository"])
def test_the_hook_is_spliced_into_a_configuration_that_is_there(text, origin):
    """All else stays byte for byte, and the entry is the last of the list."""
    entry = init_files.hook(origin)
    new = added(text, entry)
    assert new is not None
    old, now = (yaml.safe_load(each.removeprefix("\ufeff")) for each in (text, new))
    assert now == {**old, "repos": [*old["repos"], *yaml.safe_load(entry)]}
    lines, kept = new.splitlines(), text.splitlines()
    at = next(index for index, line in enumerate(lines) if line not in kept)
    assert lines[:at] + lines[at + len(entry.splitlines()) :] == kept
    assert ("\r\n" in text) == ("\r\n" in new) and new.count("\r") in (0, new.count("\n"))


BY_HAND = [
    pytest.param("repos: [{repo: local, hooks: []}]\n", id="on one line"),
    pytest.param("repos:\n", id="an empty list"),
    pytest.param("x: 1\n", id="no list"),
    pytest.param("repos: &all\n  - repo: x\n", id="an anchor"),
    pytest.param("repos:\n  - repo: *x\n", id="an alias"),
    pytest.param("repos:\n  - repo: x\nrepos:\n  - repo: y\n", id="twice"),
    pytest.param("repos:\n  - repo: x\n   bad\n", id="no YAML"),
    pytest.param("repos:\n  " + "- " * 300 + "x\n", id="very deep"),
    pytest.param("repos:\n  - " + "[" * 300 + "\n", id="very deep, in brackets"),
    pytest.param("text: |\n  repos:\nrepos:\n  - a: |\n      x\n\n      y: 1\n  # - x\n - b\n", id="uneven"),
]


@pytest.mark.parametrize("text", BY_HAND)
def test_what_cannot_be_spliced_for_sure_is_left_to_a_person(tmp_path, init, text):
    put(tmp_path / ".pre-commit-config.yaml", text)
    ended = init("--yes", "--hook")
    assert (ended.code, "add to its `repos`" in ended.text) == (1, True)
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == text
    assert "Traceback" not in ended.err


def test_the_hook_is_the_one_that_this_repository_offers():
    (offered,) = (
        hook
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
        if hook["id"] == "licheck"
    )
    (local,) = yaml.safe_load(init_files.hook(Origin()))[0]["hooks"]
    same = {"id", "name", "entry", "types", "files", "require_serial"}
    assert {key: local[key] for key in same} == {key: offered[key] for key in same}


@pytest.mark.parametrize(
    "text",
    [
        "licheck",
        "https://code.example/x",
        "https://a.example/x@v1; rm",
        "git@code.example:x@v1",
        "https://x@-v",
        "https://a.example/$(id)@v1",
    ],
)
def test_a_source_is_an_address_and_a_revision(text):
    with pytest.raises(UsageError, match="--source"):
        named(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("git+https://code.example/a/b.git@1.0", "https://code.example/a/b.git"),
        ("file:///srv/licheck@0f3c", "file:///srv/licheck"),
    ],
)
def test_a_source_may_be_written_as_pip_has_it(text, address):
    assert named(text).address == address


WRONG = [
    pytest.param(("nowhere",), "is no folder", id="no folder"),
    pytest.param(("a", "b"), "one folder", id="two folders"),
    pytest.param(("--republications", "../x/**"), "as seen from the folder", id="out of the folder"),
    pytest.param(("--republications", "/x/**"), "as seen from the folder", id="absolute"),
    pytest.param(("--name", "a\x1b[1m"), "cannot be printed", id="an escape"),
    pytest.param(
        ("--rules", "dcmf"),
        "dcmf: there is no rule set of this name: did you mean dcnf?",
        id="no such rule set",
    ),
    pytest.param(
        ("--domain", "https://alder.example/"), "no host name such as example.org", id="an address for a host"
    ),
]


@pytest.mark.parametrize(("options", "says"), WRONG)
def test_wrong_arguments_end_with_2_and_a_sentence(tmp_path, init, options, says):
    ended = init("--yes", *options)
    assert (ended.code, says in ended.err, everything(tmp_path)) == (2, True, {})


def test_values_stand_in_the_files_as_they_were_given(tmp_path, init):
    """Quotes, colons and words that YAML takes for others."""
    told = "It's: a #1 'Post' & more"
    asked = ("--domain", "no.example", "--front-matter", "yes", "--republications", "*.html")
    assert init("--yes", "--name", told, *asked).code == 0
    written = yaml.safe_load((tmp_path / "licheck.yaml").read_text("utf-8"))
    assert written["republisher"] == {"name": told, "domains": ["no.example"]}
    assert written["republications"] == {"files": ["*.html"], "front_matter": ["yes"]}


def test_a_folder_that_cannot_be_written_is_told(tmp_path, init):
    put(tmp_path / ".github", "a file where a folder would have to be")
    ended = init("--yes", "--no-hook", "--ci", "github", "--source", SOURCE)
    assert (ended.code, "its folder could not be made" in ended.err) == (3, True)


def test_nothing_is_written_through_a_link_that_leads_elsewhere(tmp_path):
    """A repository of strangers may hold one."""
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    (site / ".github").symlink_to(elsewhere)
    ended = run("init", "--yes", "--no-hook", "--ci", "github", "--source", SOURCE, cwd=site)
    assert (ended.code, "leads out of" in ended.err) == (3, True)
    assert [*elsewhere.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="terminals as POSIX has them")
@pytest.mark.parametrize(
    ("answers", "code", "written"),
    [
        pytest.param(["", "", "n", "none", "y"], 0, {"licheck.yaml"}, id="Enter takes what was found"),
        pytest.param(
            ["a/*.html, from", "dcnf", "y", "", "", "y"],
            0,
            {"licheck.yaml", ".pre-commit-config.yaml"},
            id="answers",
        ),
        pytest.param(["", "", "n", "none", "n"], 2, set(), id="nobody agrees"),
        pytest.param(["", "", "n", "circle", "y"], 2, set(), id="no such pipeline"),
    ],
)
def test_at_a_terminal_it_asks(tmp_path, answers, code, written):
    ended, said = at_a_terminal(tmp_path, answers)
    assert (ended, set(everything(tmp_path))) == (code, written), said
    if "a/*.html, from" in answers:
        told = yaml.safe_load((tmp_path / "licheck.yaml").read_text("utf-8"))
        assert told == {
            "republications": {"files": ["a/*.html"], "front_matter": ["from"]},
            "rules": ["dcnf"],
        }


def at_a_terminal(folder: Path, answers: list[str]) -> tuple[int, str]:
    """Run `licheck init` with a terminal as standard input, and type these lines."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "licheck", "init"]
    options = {
        "cwd": folder,
        "env": environment(),
        "stdin": theirs,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
    }
    with subprocess.Popen(command, **options) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        said = b""
        end = time.monotonic() + 60
        while time.monotonic() < end and select.select([process.stdout], [], [], 30)[0]:
            piece = os.read(process.stdout.fileno(), 65536)
            if not piece:
                break
            said += piece
        code = process.wait(30)
    os.close(ours)
    return code, said.decode()
