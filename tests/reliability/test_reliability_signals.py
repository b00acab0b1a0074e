"""Ctrl-C and TERM end a run within two seconds: one line, the right exit code, nothing left behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commandline import PASSING, environment

SABOTAGE = str(Path(__file__).with_name("sabotage.py"))

pytestmark = pytest.mark.skipif(not shutil.which("ps"), reason="needs signals and ps as POSIX has them")

SIGNALS = [
    pytest.param(signal.SIGINT, 130, "Ctrl-C", id="Ctrl-C"),
    pytest.param(signal.SIGTERM, 143, "SIGTERM", id="TERM"),
    pytest.param(signal.SIGHUP, 129, "SIGHUP", id="HUP"),
]


@pytest.fixture
def busy(desk):
    """licheck at work on many pages, in a process group of its own as a shell would start it."""
    names = [f"page-{number}.html" for number in range(40)]
    for name in names:
        (desk / name).write_text(PASSING + "<!-- SABOTAGE hang -->")
    started = []

    def start(*more, names=names, before=None):
        command = [sys.executable, SABOTAGE, "check", *more, *names]
        piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(
            command, cwd=desk, env=environment(), start_new_session=True, preexec_fn=before, **piped
        )
        started.append(process)
        wait_until(lambda: workers(process.pid))
        return process

    yield start
    for process in started:
        for left in [*workers(process.pid), *([process.pid] if process.poll() is None else [])]:
            os.kill(left, signal.SIGKILL)
        process.communicate()


def workers(group):
    """The processes of a group beside its first."""
    listed = subprocess.run(
        ["ps", "-e", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [int(pid) for pid, of, state in rows if int(of) == group and int(pid) != group and state[0] != "Z"]


def wait_until(holds, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    "to_all", [pytest.param(True, id="to the group"), pytest.param(False, id="to it alone")]
)
@pytest.mark.parametrize(("number", "code", "says"), SIGNALS)
def test_a_signal_ends_a_run_with_one_line_and_nothing_left(busy, desk, number, code, says, to_all):
    process = busy("--output", "report.json")
    before = {*desk.iterdir()}
    (os.killpg if to_all else os.kill)(process.pid, number)
    started = time.monotonic()
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - started < 2
    assert process.returncode == code
    lines = err.decode().splitlines()
    assert lines == [f"licheck: stopped by {says} before the report was complete", "children left: 0"]
    assert out == b""
    assert workers(process.pid) == []
    assert {*desk.iterdir()} == before


def test_a_second_ctrl_c_changes_nothing(busy):
    process = busy()
    for _ in range(5):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.02)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, b"Traceback" in err) == (130, False)
    assert workers(process.pid) == []


def test_a_signal_that_was_to_be_ignored_is_ignored(busy, desk):
    (desk / "slow.html").write_text(PASSING + "<!-- SABOTAGE dawdle -->" * 5)
    process = busy(names=["slow.html"], before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    os.kill(process.pid, signal.SIGHUP)
    process.communicate(timeout=30)
    assert process.returncode == 0


def test_where_licheck_is_killed_its_workers_end_by_themselves(busy):
    process = busy()
    os.kill(process.pid, signal.SIGKILL)
    assert wait_until(lambda: not workers(process.pid), seconds=15)


def test_a_signal_before_the_first_page_is_no_traceback(desk):
    """At any moment from the start on; Python's own start-up is not ours."""
    for wait in (0.03, 0.06, 0.1, 0.15, 0.2):
        process = subprocess.Popen(
            [sys.executable, "-m", "licheck", "check", "passing.html"],
            cwd=desk,
            env=environment(),
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGTERM)
        _, err = process.communicate(timeout=20)
        assert process.returncode in (0, 143, -signal.SIGTERM)
        assert b"Traceback" not in err
        assert workers(process.pid) == []


def test_a_half_written_report_is_taken_away_and_the_old_one_stays(desk, monkeypatch):
    from licheck.edge import files
    from licheck.edge.stop import Stopped

    report = desk / "report.txt"
    report.write_text("old")

    def stopped(*_):
        raise Stopped(signal.SIGTERM)

    before = {*desk.iterdir()}
    monkeypatch.setattr(files.os, "fsync", stopped)
    with pytest.raises(Stopped):
        files.write_output(str(report), b"new")
    assert report.read_text() == "old"
    assert {*desk.iterdir()} == before


def test_after_a_run_in_the_same_process_signals_are_handled_as_before():
    from licheck.cli import main

    before = signal.getsignal(signal.SIGINT)
    main(["--version"])
    assert signal.getsignal(signal.SIGINT) is before
