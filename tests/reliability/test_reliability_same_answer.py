"""Same inputs, same bytes: whatever the workers, the hash seed, the clock, the locale, the folder."""

import os
import shutil
from pathlib import Path

import pytest
from commandline import FAILING, PASSING, furnish, start

SURROUNDINGS = [
    pytest.param({"PYTHONHASHSEED": "1"}, id="hash seed 1"),
    pytest.param({"PYTHONHASHSEED": "4242"}, id="hash seed 4242"),
    pytest.param({"TZ": "Pacific/Kiritimati"}, id="time zone"),
    pytest.param({"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}, id="locale"),
    pytest.param({"COLUMNS": "33", "LINES": "7"}, id="size of a terminal that is none"),
    pytest.param({"HOME": "/nowhere", "USER": "x"}, id="home"),
    pytest.param({"PYTHONOPTIMIZE": "2"}, id="Python without asserts and docstrings"),
]


CHECK = ("check", "failing.html", "passing.html", "nowhere.html", "--rules", "harbour.yaml")
REPORTS = ("--report=terminal", "--report=json:report.json")


@pytest.fixture(scope="module")
def as_ever(tmp_path_factory):
    """How a run ends where nothing is unusual, and its JSON report."""
    desk = furnish(tmp_path_factory.mktemp("desk"))
    return start(*CHECK, *REPORTS, cwd=desk)[:3], (desk / "report.json").read_bytes()


@pytest.mark.parametrize("env", SURROUNDINGS)
def test_surroundings_change_nothing(licheck, desk, as_ever, env):
    ended, report = as_ever
    assert b"failing.html" in ended[1] and b"failing.html" in report
    assert licheck(*CHECK, *REPORTS, env=env)[:3] == ended
    assert (desk / "report.json").read_bytes() == report


def test_every_run_here_judges_anew(licheck):
    """Else all that is held against each other here would be one answer, kept."""
    licheck("check", "failing.html", "--rules", "harbour.yaml")
    kept = [*Path(os.environ["LICHECK_CACHE"]).glob("answers-*/**/*")]
    assert kept == []


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs a way to take processors away")
def test_the_number_of_processors_changes_nothing(licheck, desk):
    names = [f"page-{number}.html" for number in range(20)]
    for number, name in enumerate(names):
        (desk / name).write_text((FAILING, PASSING)[number % 2] * (1 + number % 3))
    check = ("check", *names, "--rules", "harbour.yaml", "--format", "json")
    one = {min(os.sched_getaffinity(0))}
    assert licheck(*check).out == licheck(*check, preexec_fn=lambda: os.sched_setaffinity(0, one)).out


def test_a_page_alone_is_judged_as_among_others(licheck):
    alone = licheck("check", "failing.html", "--rules", "harbour.yaml", "--format", "json").report["pages"]
    pages = ["passing.html"] * 10 + ["failing.html"]
    among = licheck("check", *pages, "--rules", "harbour.yaml", "--format", "json").report["pages"]
    assert alone == among[10:]


def test_another_folder_changes_nothing_but_the_path_as_it_was_given(desk, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(desk, elsewhere, dirs_exist_ok=True)
    check = ("check", "failing.html", "--rules", "harbour.yaml", "--format", "json")
    assert start(*check, cwd=desk).out == start(*check, cwd=elsewhere).out


def test_how_workers_are_started_changes_nothing(desk, monkeypatch, capfd):
    from licheck.cli import main
    from licheck.edge import processes

    monkeypatch.chdir(desk)
    arguments = [
        "check",
        "failing.html",
        "nowhere.html",
        "passing.html",
        "--rules",
        "harbour.yaml",
        "--format",
        "json",
    ]
    assert main(arguments) == 3
    forked = capfd.readouterr()
    monkeypatch.setattr(processes, "processes", processes.Spawns)
    assert main(arguments) == 3
    assert capfd.readouterr() == forked
