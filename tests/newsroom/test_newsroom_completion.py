"""`licheck completion`, tried in the shells themselves; and the manual page."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import environment, run
from own_repository import ROOT

from licheck.cli._commands import parsers
from licheck.edge.completion_run import script
from licheck.rulesets.shipped import shipped

IDS = {Path(path).stem for path in shipped()}
LINES = [
    pytest.param("licheck ", {*parsers()}, id="commands"),
    pytest.param("licheck che", {"check"}, id="the beginning of one"),
    pytest.param("licheck check --fail-on ", {"must", "should", "cant-tell"}, id="the choices of an option"),
    pytest.param("licheck check --fail", {"--fail-on"}, id="an option"),
    pytest.param("licheck check --report ", {"terminal", "sarif", "html"}, id="reports"),
    pytest.param("licheck check --as ", {"html", "markdown", "wxr"}, id="formats of pages"),
    pytest.param(
        "licheck check --rules the-conv",
        {name for name in IDS if name.startswith("the-conv")},
        id="rule sets",
    ),
    pytest.param("licheck rules ", {"list", "show", "explain", "schema"}, id="words of a command"),
    pytest.param("licheck check st", {"story.html", "stories"}, id="files"),
]


def words(line: str) -> list[str]:
    return line.split(" ")[1:]


def in_bash(line: str, folder: Path) -> set[str]:
    given = " ".join(f"'{word}'" for word in ["licheck", *words(line)])
    program = (
        f"source ./script; COMP_WORDS=({given}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
        '_shtab_licheck; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return {line.rstrip() for line in shell(folder, "bash", "--norc", "-c", program)}


def in_fish(line: str, folder: Path) -> set[str]:
    told = shell(folder, "fish", "--no-config", "-c", f"source ./script; complete -C '{line}'")
    return {line.partition("\t")[0].rstrip("/") for line in told}


def shell(folder: Path, *command: str) -> list[str]:
    done = subprocess.run(
        [*command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("ask", [in_bash, in_fish], ids=["bash", "fish"])
@pytest.mark.parametrize(("line", "offered"), LINES)
def test_a_shell_offers_what_can_stand_there(tmp_path, ask, line, offered):
    name = ask.__name__.removeprefix("in_")
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    (tmp_path / "script").write_text(script(name, parsers()), "utf-8")
    (tmp_path / "story.html").write_text("x")
    (tmp_path / "stories").mkdir()
    found = ask(line, tmp_path)
    assert offered <= found
    assert all(each.startswith(words(line)[-1]) for each in found if each)


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_is_sound_by_the_shell_itself(tmp_path, name):
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    (tmp_path / "script").write_text(run("completion", name, cwd=tmp_path).text, "utf-8")
    assert shell(tmp_path, name, "-n", "script") == []


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_command_and_every_long_option_is_in_the_script(name):
    """Also where the shell is not installed."""
    text = script(name, parsers())
    for command, parser in parsers().items():
        assert re.search(rf"\b{command}\b", text)
        for option in parser._option_string_actions:
            if option.startswith("--"):
                assert (option if name != "fish" else f"-l {option[2:]}") in text


@pytest.mark.parametrize("words", [(), ("tcsh",), ("bash", "zsh")])
def test_another_shell_is_refused(tmp_path, words):
    ended = run("completion", *words, cwd=tmp_path)
    assert (ended.code, "bash|zsh|fish" in ended.err) == (2, True)


MAN = ROOT / "docs" / "licheck.1"


def test_the_manual_page_is_the_one_that_would_be_made_now():
    """Where it is not: `python docs/make_man.py`."""
    program = "import runpy; m = runpy.run_path('docs/make_man.py'); print(m['page'](), end='')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode() == MAN.read_text("utf-8")


def test_the_manual_page_and_the_page_of_commands_have_every_command_and_option():
    man = MAN.read_text("utf-8").replace("\\-", "-")
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    for command, parser in parsers().items():
        assert f'.SS "licheck {command}"' in man
        section = page.partition(f"## `licheck {command}`\n")[2].partition("\n## ")[0]
        for option in parser._option_string_actions:
            assert option in section and option in man


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_groff_has_nothing_to_say_against_the_manual_page():
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", str(MAN)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
    assert "--fail-on {must,should,cant-tell}" in shown
    assert "SOURCE_DATE_EPOCH" in shown
