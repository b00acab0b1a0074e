"""The help that somebody meets who never used a command line for this."""

import pytest
from commandline import run

from licheck.cli import main
from licheck.cli._commands import parsers


def test_the_help_begins_with_what_most_people_want(capfd):
    assert main(["--help"]) == 0
    out = capfd.readouterr().out
    first = out.partition("commands:")[0]
    for line in ("licheck check story.html", "licheck rules list", "licheck init"):
        assert line in first


def test_what_the_help_begins_with_are_commands_that_work(tmp_path):
    (tmp_path / "story.html").write_text("<p>Some words.</p>")
    for command in (["check", "story.html"], ["rules", "list"], ["rules", "show", "dcnf"], ["init", "--yes"]):
        assert run(*command, cwd=tmp_path).code == 0, command


def test_no_line_of_the_help_is_too_long_for_a_terminal(capfd):
    main(["--help"])
    assert max(map(len, capfd.readouterr().out.splitlines())) <= 120


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("explain", "`licheck rules explain`?"),
        ("show", "`licheck originals show` or `licheck rules show`?"),
        ("prune", "`licheck baseline prune`?"),
        ("lint", "`licheck rules lint`?"),
        ("inti", "`licheck init`?"),
    ],
)
def test_a_word_of_another_command_is_led_there(capfd, word, meant):
    assert main([word]) == 2
    assert f"there is no command {word}: did you mean {meant}" in capfd.readouterr().err


def test_every_command_explains_its_exit_codes(capfd):
    for name in parsers():
        assert main([name, "--help"]) == 0
        assert "exit codes:" in capfd.readouterr().out, name
