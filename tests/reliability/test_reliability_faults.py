"""Where licheck is itself at fault it says so in a sentence, with the place and whom to tell."""

import re

import pytest

import licheck.cli.check
from licheck.cli import main
from licheck.edge import streams


@pytest.fixture
def mistaken(monkeypatch):
    def check(_):
        raise ZeroDivisionError("a mistake of our own\x1b[31m")

    monkeypatch.setattr(licheck.cli.check, "check", check)


def test_a_fault_of_our_own_is_one_sentence_and_exit_code_3(mistaken, capfd):
    assert main(["check", "page.html"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert re.fullmatch(
        r"licheck: licheck itself is at fault here \(ZeroDivisionError in [^)]+\)\. .*report.*\n", err
    )


def test_the_traceback_is_for_whoever_asks_and_does_nothing_to_the_terminal(mistaken, monkeypatch, capfd):
    monkeypatch.setenv("LICHECK_DEBUG", "1")
    assert main(["check", "page.html"]) == 3
    err = capfd.readouterr().err
    assert err.startswith("Traceback")
    assert r"ZeroDivisionError: a mistake of our own\x1b[31m" in err
    assert "\x1b" not in err


def test_the_place_is_the_innermost_line_of_licheck(monkeypatch, capfd):
    monkeypatch.setattr("licheck.edge.files.size", lambda path: 1 / 0)
    assert main(["check", "page.html"]) == 3
    assert re.search(r"ZeroDivisionError in licheck/edge/workers\.py line \d+", capfd.readouterr().err)


def test_where_even_that_cannot_be_said_something_is(monkeypatch, capfd):
    def nothing_goes(*_):
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(streams, "say", nothing_goes)
    assert main(["chek"]) == 3
    assert capfd.readouterr().err == "licheck: the system gives too little to run in (UsageError)\n"
