"""The report appears whole where it belongs, or it is an error; no terminal leads to a traceback."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import FAILING, environment, furnish, start

from licheck.edge import files, streams
from licheck.errors import OutputError

CHECK = ("check", "failing.html", "--rules", "harbour.yaml")

posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")

UNWRITABLE = [
    pytest.param("absent/report.txt", "there is no folder", id="missing folder"),
    pytest.param("folder", "is a folder", id="folder"),
    pytest.param("failing.html/report.txt", "there is no folder", id="a file where a folder should be"),
    pytest.param("/dev/full", "no space left", id="full device", marks=posix),
    pytest.param("pipe", "is a named pipe", id="named pipe", marks=posix),
    pytest.param("circle/report.txt", "there is no folder", id="links in a circle", marks=posix),
    pytest.param("n" * 300, "too long", id="name too long", marks=posix),
]


@pytest.mark.parametrize(("name", "says"), UNWRITABLE)
def test_a_report_that_cannot_be_written_is_an_error(licheck, desk, name, says):
    (desk / "folder").mkdir()
    os.mkfifo(desk / "pipe")
    (desk / "circle").symlink_to("circle")
    ended = licheck(*CHECK, "--output", name)
    assert (ended.code, ended.out) == (3, b"")
    assert says in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "name", ["failing.html", "./failing.html", "link.html", "harbour.yaml", "original.html"]
)
def test_a_report_never_overwrites_what_is_checked(licheck, desk, name):
    (desk / "original.html").write_text(FAILING)
    (desk / "link.html").symlink_to("failing.html")
    before = (desk / name).read_bytes()
    ended = licheck(*CHECK, "--original", "original.html", "--output", name)
    assert (ended.code, (desk / name).read_bytes()) == (2, before)
    assert "would overwrite an input" in ended.err


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What standard output has where no file is named."""
    return start(*CHECK, cwd=furnish(tmp_path_factory.mktemp("desk"))).out


def test_the_file_has_what_standard_output_would_have_had(licheck, desk, printed):
    licheck(*CHECK, "--output", "report.txt")
    assert (desk / "report.txt").read_bytes() == printed


def test_a_file_that_was_there_is_replaced_whole_and_keeps_its_permissions(licheck, desk, printed):
    report = desk / "report.txt"
    report.write_text("x" * 100_000)
    report.chmod(0o640)
    assert licheck(*CHECK, "--output", "report.txt").code == 1
    assert (report.read_bytes(), stat.S_IMODE(report.stat().st_mode)) == (printed, 0o640)


@posix
def test_a_new_file_has_the_permissions_that_files_have_here(licheck, desk):
    licheck(*CHECK, "--output", "report.txt", umask=0o027)
    assert stat.S_IMODE((desk / "report.txt").stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_its_target_has_the_report(licheck, desk, printed, there):
    (desk / "folder").mkdir()
    if there:
        (desk / "folder" / "target").write_text("old")
    (desk / "link").symlink_to("folder/target")
    licheck(*CHECK, "--output", "link")
    assert (desk / "link").is_symlink()
    assert (desk / "folder" / "target").read_bytes() == printed


@posix
def test_standard_output_by_its_name_is_written_to_whatever_it_is(licheck, desk):
    """A pipe is nobody's file, and a log that it is appended to keeps what stands there."""
    piped = licheck(*CHECK, "--format", "json", "--output", "/dev/stdout", stdout=subprocess.PIPE)
    assert (piped.code, piped.paths) == (1, ["failing.html"])
    (desk / "log").write_text("before\n")
    with (desk / "log").open("a") as log:
        licheck(*CHECK, "--output", "/dev/stdout", stdout=log)
    assert (desk / "log").read_text("utf-8").startswith("before\nfailing.html: ")


@posix
def test_a_device_is_written_to_and_not_replaced(licheck):
    assert licheck(*CHECK, "--output", "/dev/null").code == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_where_writing_fails_the_old_report_stays_and_nothing_else(desk, monkeypatch, step):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    report = desk / "report.txt"
    report.write_text("old")
    before = {*desk.iterdir()}
    monkeypatch.setattr(files.os, step, full)
    with pytest.raises(OutputError, match=r"report.txt: .* no space left on device"):
        files.write_output(str(report), b"new")
    assert (report.read_text(), {*desk.iterdir()}) == ("old", before)


def test_a_report_is_written_in_pieces_where_the_system_takes_only_pieces(desk, monkeypatch):
    write = os.write
    monkeypatch.setattr(files.os, "write", lambda handle, data: write(handle, data[:3]))
    files.write_output(str(desk / "report.txt"), b"0123456789")
    assert (desk / "report.txt").read_bytes() == b"0123456789"


SINKS = (
    [*CHECK],
    [*CHECK, "--format", "json"],
    ["--version"],
    ["--help"],
    ["check", "--help"],
    ["rules", "list"],
)


@posix
@pytest.mark.parametrize("arguments", SINKS, ids=" ".join)
def test_a_full_disk_is_an_error(licheck, arguments):
    with Path("/dev/full").open("wb") as full:
        ended = licheck(*arguments, stdout=full)
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "no space left on device" in ended.err


@posix
@pytest.mark.parametrize("arguments", SINKS, ids=" ".join)
def test_closed_standard_output_is_an_error(licheck, arguments):
    start = "os.execv(sys.executable, [sys.executable, '-m', 'licheck', *sys.argv[1:]])"
    ended = licheck(*arguments, program=("-c", f"import os, sys; os.close(1); {start}"))
    assert (ended.code, ended.err) == (
        3,
        "licheck: the output could not be written: standard output is closed\n",
    )


@posix
@pytest.mark.parametrize("arguments", SINKS, ids=" ".join)
def test_a_reader_that_has_gone_is_no_error_to_tell(licheck, arguments):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        ended = licheck(*arguments, stdout=nobody)
    assert (ended.code, ended.err) == (141, "")


@posix
def test_a_reader_that_goes_in_the_middle_is_no_error_to_tell(licheck, desk):
    for number in range(200):
        (desk / f"page-{number}.html").write_text(FAILING)
    pages = " ".join(f"page-{number}.html" for number in range(200))
    shell = f"'{sys.executable}' -m licheck check {pages} --rules harbour.yaml | head -n 1"
    ended = licheck(program=("-c", f"import os; os.execl('/bin/sh', 'sh', '-c', {shell!r})"))
    assert ended.text.startswith("page-0.html: ")
    assert (ended.text.count("\n"), ended.err) == (1, "")


@posix
def test_standard_error_that_is_closed_or_full_changes_nothing_else(licheck):
    with Path("/dev/full").open("wb") as full:
        ended = licheck("check", "nowhere.html", "passing.html", "--format", "json", stderr=full)
    assert (ended.code, ended.paths) == (3, ["passing.html"])


ENCODINGS = [
    pytest.param({"PYTHONIOENCODING": "ascii"}, id="ASCII"),
    pytest.param({"PYTHONIOENCODING": "latin-1"}, id="Latin-1"),
    pytest.param({"PYTHONIOENCODING": "cp437"}, id="code page 437"),
    pytest.param({"PYTHONIOENCODING": "utf-16"}, id="UTF-16"),
    pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="the C locale"),
    pytest.param({"LC_ALL": "nowhere.UTF-99"}, id="a locale that is not there"),
]


NAMES = ("check", "añ→😀.html".encode(), "nöwhere.html".encode(), "--rules", "harbour.yaml", "--format")


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """A desk with a page whose name and text take more than ASCII, and its report where everything is UTF-8."""
    desk = furnish(tmp_path_factory.mktemp("named"))
    (desk / "añ→😀.html").write_text(FAILING.replace("Tolliver", "Tölliver 漢 😀"))
    return desk, start(*NAMES, "json", cwd=desk, env={"PYTHONUTF8": "1"}).out


@pytest.mark.parametrize("env", ENCODINGS)
@pytest.mark.parametrize("format", ["terminal", "json"])
def test_no_encoding_of_the_terminal_leads_to_a_traceback(named, env, format):
    desk, as_utf8 = named
    ended = start(*NAMES, format, cwd=desk, env=env)
    assert (ended.code, "Traceback" in ended.err) == (3, False)
    if (
        format == "json" and "PYTHONUTF8" in env
    ):  # here Python itself cannot tell the letters of a file's name
        assert len(ended.paths) == len(ended.errors) == 1
    elif format == "json":
        assert ended.out == as_utf8
    else:
        ended.out.decode(env.get("PYTHONIOENCODING", "utf-8"))


COLOURS = [
    pytest.param((), {}, True, True, id="terminal"),
    pytest.param((), {}, False, False, id="pipe"),
    pytest.param((), {"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
    pytest.param((), {"NO_COLOR": ""}, True, True, id="NO_COLOR, empty"),
    pytest.param((), {"TERM": "dumb"}, True, False, id="TERM=dumb"),
    pytest.param((), {"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR"),
    pytest.param((), {"FORCE_COLOR": "0"}, False, False, id="FORCE_COLOR=0"),
    pytest.param((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False, id="both: NO_COLOR wins"),
    pytest.param(("--color", "never"), {"FORCE_COLOR": "1"}, True, False, id="--color never"),
    pytest.param(("--color", "always"), {"NO_COLOR": "1"}, False, True, id="--color always"),
    pytest.param(("--format", "json"), {"FORCE_COLOR": "1"}, True, False, id="json has none"),
]


@posix
@pytest.mark.parametrize(("options", "env", "terminal", "coloured"), COLOURS)
def test_colour_is_for_terminals_unless_somebody_says_otherwise(desk, options, env, terminal, coloured):
    seen = on_terminal(desk, *CHECK, *options, env=env, out=terminal)
    assert ("\x1b[" in seen) == coloured


@posix
def test_on_a_terminal_errors_are_not_said_twice(desk):
    seen = on_terminal(desk, "check", "nowhere.html", env={"NO_COLOR": "1"})
    assert seen.count("there is no such file") == 1


@posix
@pytest.mark.parametrize(
    ("count", "options", "shown"), [(30, (), True), (30, ("-q",), False), (3, (), False)]
)
def test_with_many_pages_a_person_sees_that_it_goes_on(desk, count, options, shown):
    for number in range(count):
        (desk / f"page-{number}.html").write_text(FAILING)
    pages = [f"page-{number}.html" for number in range(count)]
    assert (f"checked 7 of {count}" in on_terminal(desk, "check", *pages, *options, out=False)) == shown


@posix
@pytest.mark.parametrize("columns", [1, 20, 60, 500])
def test_a_terminal_of_any_width_gets_a_report(desk, columns):
    seen = on_terminal(desk, *CHECK, env={"NO_COLOR": "1"}, columns=columns)
    assert "credit_line" in seen
    assert "Traceback" not in seen


def on_terminal(desk, *arguments, env=None, out=True, columns=80):
    """All that appears where standard error, and standard output if `out`, is a terminal."""
    import fcntl
    import pty
    import struct
    import subprocess
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "licheck", *arguments],
        cwd=desk,
        env=environment({"TERM": "xterm", **(env or {})}),
        stdin=subprocess.DEVNULL,
        stdout=theirs if out else subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 1 << 16):
            seen += chunk
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(ours)
    seen += process.stdout.read() if process.stdout else b""
    process.communicate(timeout=60)
    return seen.decode()


def test_what_was_printed_before_stands_before_the_report(capfd):
    sys.stdout.write("before ")
    streams.write("behind\n")
    assert capfd.readouterr().out == "before behind\n"
