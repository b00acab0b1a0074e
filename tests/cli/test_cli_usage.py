"""Arguments that mean nothing: exit code 2, one sentence that says what to do."""

import re

import pytest

from licheck.cli import main

WRONG = [
    pytest.param(["chek", "a.html"], "did you mean `licheck check`?", id="mistyped command"),
    pytest.param(["story.html"], "write `licheck check story.html`", id="page where a command belongs"),
    pytest.param(["frobnicate"], "`licheck --help` shows all", id="unknown command"),
    pytest.param(["__init__"], "there is no command", id="a module that is no command"),
    pytest.param(["_parser"], "there is no command", id="a helper that is no command"),
    pytest.param(["--quiet", "check", "a.html"], "behind the command", id="option before the command"),
    pytest.param([""], "there is no command", id="empty command"),
    pytest.param(["check"], "no page was named", id="no page"),
    pytest.param(["check", "--format", "json"], "no page was named", id="options but no page"),
    pytest.param(
        ["check", "--orignal", "o.html", "a.html"], "did you mean --original?", id="mistyped option"
    ),
    pytest.param(
        ["check", "--orig", "o.html", "a.html"], "did you mean --original?", id="abbreviated option"
    ),
    pytest.param(["check", "-x.html"], "write --", id="page that begins with a dash"),
    pytest.param(["check", "a.html", "--original"], "--original", id="option without its value"),
    pytest.param(
        ["check", "a.html", "--original", "b", "--original", "c"], "given twice", id="two originals"
    ),
    pytest.param(["check", "a.html", "--output", "b", "--output", "c"], "given twice", id="two outputs"),
    pytest.param(["check", "a.html", "--medium", "radio"], "broadcast", id="unknown medium"),
    pytest.param(["check", "a.html", "--color", "blue"], "never", id="unknown colour"),
    pytest.param(["check", "a.html", "--format", "jsonn"], "json, junit", id="unknown output format"),
    pytest.param(["check", "a.html", "--as", "pdf"], "html", id="unknown page format"),
    pytest.param(["check", "a.html", "--author", "  "], "the name is empty", id="empty author"),
    pytest.param(["check", "a.html", "--author", "Jos\udce9"], "UTF-8", id="author in another encoding"),
    pytest.param(["check", "a.html", "--rules", "dcmf"], "did you mean dcnf?", id="mistyped rule set"),
    pytest.param(["check", "a.html", "--quiet", "--verbose"], "not allowed with", id="quiet and verbose"),
    pytest.param(["rules"], "licheck rules list", id="rules: nothing asked"),
    pytest.param(["rules", "show"], "name a rule set", id="rules: show what?"),
    pytest.param(["rules", "show", "dcmf"], "did you mean dcnf?", id="rules: mistyped id"),
    pytest.param(
        ["rules", "drop", "dcnf"], "there is no `licheck rules drop`: write", id="rules: unknown request"
    ),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_arguments_end_with_2_and_a_sentence_that_helps(desk, monkeypatch, capfd, arguments, says):
    monkeypatch.chdir(desk)
    (desk / "a.html").write_text("<p>Some words.</p>")
    code = main(arguments)
    assert code == 2
    said = capfd.readouterr().err
    assert says in said
    assert "Traceback" not in said


def test_licheck_alone_shows_its_commands_and_ends_with_2(capfd):
    assert main([]) == 2
    assert "licheck COMMAND" in capfd.readouterr().err


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_and_ends_with_0(capfd, option):
    assert main([option]) == 0
    out = capfd.readouterr().out
    assert "check " in out
    assert "rules " in out


@pytest.mark.parametrize("command", ["check", "rules"])
def test_each_command_explains_itself(capfd, command):
    assert main([command, "--help"]) == 0
    assert f"usage: licheck {command}" in capfd.readouterr().out


def test_help_takes_a_command_as_well(capfd):
    assert main(["help", "diff"]) == 0
    assert capfd.readouterr().out.startswith("usage: licheck diff")
    assert main(["help", "dif"]) == 2
    assert "did you mean `licheck diff`?" in capfd.readouterr().err


def test_the_help_of_check_explains_the_exit_codes_and_every_option(capfd):
    main(["check", "--help"])
    out = capfd.readouterr().out
    options = (
        "--original",
        "--rules",
        "--author",
        "--medium",
        "--format",
        "--output",
        "--as",
        "--color",
        "--quiet",
    )
    assert [option for option in options if option not in out] == []
    assert "exit codes" in out


@pytest.mark.parametrize("command", ["check", "read"])
def test_the_help_names_every_format_that_can_be_read(capfd, command):
    from licheck.readers import formats

    main([command, "--help"])
    told = capfd.readouterr().out.partition("--as FORMAT")[2].partition("whatever")[0]
    assert set(told.replace(",", " ").split()) >= {format.name for format in formats()}


def test_help_is_given_whatever_else_is_wrong(capfd):
    assert main(["check", "a.html", "--medium", "print", "--frobnicate", "--help"]) == 0


def test_a_new_command_is_one_new_file(tmp_path, monkeypatch, capfd):
    import licheck.cli

    (tmp_path / "greet.py").write_text(
        '"""Say hello.\n\nMore."""\n'
        "def add_options(parser):\n    parser.add_argument('names', nargs='*')\n"
        "def run(arguments):\n    return len(arguments.names)\n"
    )
    monkeypatch.setattr(licheck.cli, "__path__", [*licheck.cli.__path__, str(tmp_path)])
    assert main(["greet", "Ada", "Bo", "Cy"]) == 3
    assert main(["--help"]) == 0
    assert re.search(r"greet +Say hello\.", capfd.readouterr().out)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version_tells_the_version(capfd, option):
    import licheck

    assert main([option]) == 0
    assert capfd.readouterr().out == f"licheck {licheck.__version__}\n"
